"""The command line that says what was chosen about a file: the way back from choices to arguments."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from cx.cli.meanings import answer_written, naming_written
from cx.cli.typed_values import number_written, scale_written
from cx.records.file import Choices

_MARKS = {",": "comma", ".": "point"}
T = TypeVar("T")


def options_of(now: Choices, then: Choices) -> tuple[str, ...]:
    """Return the arguments that, added to those of the present choices, give other ones.

    Parameters
    ----------
    now, then
        The present choices, and those that are wanted: with more said than now, since no argument takes back
        what another said.

    Examples
    --------
    >>> options_of(Choices(), Choices(shape="responses", roles={"Q1": "rating"}))
    ('--shape', 'responses', '--role', 'rating=Q1')
    """
    pairs = (pair for write in _WRITERS for pair in write(now, then))
    return tuple(word for option, value in pairs for word in _written(option, value))


def _written(option: str, value: str | None) -> tuple[str, ...]:
    """One option; a value that begins like an option is written into it."""
    if value is None:
        return (option,)
    return (f"{option}={value}",) if value.startswith("-") or not value else (option, value)


Pairs = Iterator[tuple[str, str | None]]


def _sheets(now: Choices, then: Choices) -> Pairs:
    if then.sheet is None or (now.sheet, now.also) == (then.sheet, then.also):
        return
    if now.sheet != then.sheet or now.also is not None:
        yield "--sheet", then.sheet
    for name in then.also or ():
        yield "--sheet", name
    if then.also is None:
        yield "--fitting-sheets", None


def _words_of_one(now: Choices, then: Choices) -> Pairs:
    """What is one word for the whole file."""
    for option, name in _SINGLE.items():
        wanted = getattr(then, name)
        if wanted is not None and wanted != getattr(now, name):
            yield option, _MARKS.get(wanted, wanted)


_SINGLE: Mapping[str, str] = {
    "--shape": "shape",
    "--direction": "direction",
    "--blanks": "blanks",
    "--tests": "tests",
    "--changed": "changed",
    "--shares": "mixed_shares",
    "--decimal": "decimal_mark",
    "--score": "score",
}


def _cluster(now: Choices, then: Choices) -> Pairs:
    if then.cluster is not None and then.cluster != now.cluster:
        yield "--cluster", then.cluster or "none"


def _header(now: Choices, then: Choices) -> Pairs:
    rows = then.header_rows
    if rows and rows != now.header_rows:
        yield "--header", str(rows[0]) if len(rows) == 1 else f"{rows[0]}..{rows[-1]}"
    if then.hidden and not now.hidden:
        yield "--hidden", None


def _roles(now: Choices, then: Choices) -> Pairs:
    for column, role in _new(now.roles, then.roles):
        yield "--role", f"{role}={column}"


def _scales(now: Choices, then: Choices) -> Pairs:
    if then.scale and then.scale != now.scale:
        yield "--scale", scale_written(then.scale)
    for column, scale in _new(now.scales, then.scales):
        yield "--scale", scale_written(scale, column)
    if then.impact_scale and then.impact_scale != now.impact_scale:
        yield "--impact-scale", scale_written(then.impact_scale).rpartition(":")[0]


def _codes(now: Choices, then: Choices) -> Pairs:
    if then.missing_codes is not None and then.missing_codes != now.missing_codes:
        yield "--missing", ",".join(then.missing_codes)
    for column, codes in _new(now.codes, then.codes):
        for code, meaning in codes.items():
            yield "--code", f"{answer_written(column, code)}={meaning}"


def _words(now: Choices, then: Choices) -> Pairs:
    """The numbers of answers in words: of a column that changes all, as a later option takes their place."""
    for column, numbers in _new(now.text_scales, then.text_scales):
        for answer, number in numbers.items():
            yield "--meaning", f"{answer_written(column, answer)}={number_written(number)}"


def _impact(now: Choices, then: Choices) -> Pairs:
    known = len(now.impact_parts) if then.impact_parts[: len(now.impact_parts)] == now.impact_parts else 0
    for part in then.impact_parts[known:]:
        yield "--impact", f"{part.column}:{number_written(part.weight)}:{part.direction}"


def _names(now: Choices, then: Choices) -> Pairs:
    for column, name in _new(now.names, then.names):
        if name.strip():
            yield "--name", naming_written(column, name)


def _new(now: Mapping[str, T], then: Mapping[str, T]) -> list[tuple[str, T]]:
    return [(name, value) for name, value in then.items() if now.get(name) != value]


_WRITERS: tuple[Callable[[Choices, Choices], Pairs], ...] = (
    _sheets,
    _header,
    _words_of_one,
    _cluster,
    _roles,
    _scales,
    _codes,
    _words,
    _impact,
    _names,
)
