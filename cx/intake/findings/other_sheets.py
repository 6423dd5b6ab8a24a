"""What is said about sheets that are not used, once it is known which are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Final

from cx.records import Finding
from cx.records.file import Workbook

_MOST_NAMES: Final = 60


def named_others(workbook: Workbook, own: Collection[str]) -> str:
    """Return the names of the sheets that hold anything beside some; of very many the first."""
    names: list[str] = []
    for sheet in workbook.sheets:
        if len(names) == _MOST_NAMES:
            return ", ".join([*names, "…"])
        if sheet.columns and sheet.name not in own:
            names.append(sheet.name)
    return ", ".join(names)


def sheets_told_once(
    findings: Iterable[Finding], workbook: Workbook, used: Sequence[str]
) -> tuple[Finding, ...]:
    """Return findings of a file in which no sheet that is used is called unused.

    Parameters
    ----------
    used
        The sheets that are used, the chosen one first: it alone says which are not.
    """
    others = named_others(workbook, used)
    kept = []
    for one in findings:
        if one.code != "other_sheets":
            kept.append(one)
        elif used and one.sheet == used[0] and others:
            kept.append(replace(one, details={**one.details, "sheets": others}))
    return tuple(kept)
