"""What a person chose column by column, under the headers of the columns that were named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from cx.intake.columns.roles import column_named, has_column
from cx.intake.sheet import Table
from cx.records.file import Choices

T = TypeVar("T")


def by_header(table: Table, choices: Choices) -> Choices:
    """Return choices with scales, codes and answers in words under headers, where a person gave a letter.

    A name that the table does not have stays as it is: it may be a column of another file.
    """
    said = (choices.scales, choices.codes, choices.text_scales)
    named = [choices.cluster] if choices.cluster else []
    loose = {name for of in (*said, named) for name in of} - set(table.headers)
    called = {name: table.headers[column_named(table, name)] for name in loose if has_column(table, name)}
    if not called:
        return choices
    return replace(
        choices,
        scales={called.get(name, name): scale for name, scale in choices.scales.items()},
        codes=_joined(called, choices.codes),
        text_scales=_joined(called, choices.text_scales),
        cluster=called.get(choices.cluster or "", choices.cluster),
    )


def _joined(called: Mapping[str, str], said: Mapping[str, Mapping[str, T]]) -> dict[str, dict[str, T]]:
    """What was said of one column under two names, put together."""
    found: dict[str, dict[str, T]] = {}
    for name, answers in said.items():
        found.setdefault(called.get(name, name), {}).update(answers)
    return found
