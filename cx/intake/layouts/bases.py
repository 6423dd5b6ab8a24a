"""Cells that hold a score with its base, or with what it is out of: ``7.4 (n=120)``, ``4.2/5``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from cx.intake.cells import number_in
from cx.intake.layouts.figures import of_reasonable_size
from cx.intake.layouts.made_columns import Made, of_texts, with_columns
from cx.intake.sheet import Table, Told
from cx.intake.words import folded
from cx.process import steps
from cx.records.file import BLANK, TEXT, Column, Role
from cx.records.scale import Scale

_NUMBER = r"[-+−]?\d{1,3}(?:[.,]\d{1,4})?\s?%?"
_BASE = r"\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+|\d{1,9}"
_WITH_BASE = re.compile(
    rf"({_NUMBER})\s*"
    rf"(?:[(\[{{]\s*(?:[a-zà-ÿ]{{1,12}}\.?\s*[=:]?\s*)?({_BASE})(?:\s*[a-zà-ÿ.]{{1,14}})?\s*[)\]}}]"
    rf"|[,;/|]?\s*n\s*[=:]\s*({_BASE}))",
    re.IGNORECASE,
)
_WITH_MORE = re.compile(
    rf"({_NUMBER})\s*(?:[(\[]\s*(?:±|\+/-)?\s*([^)\]]{{1,24}})[)\]]|(?:±|\+/-)\s*([\d.,]{{1,8}}))"
)
_WITH_CHANGE = re.compile(rf"({_NUMBER})\s*[(\[]\s*([-+−±]\s?\d{{1,3}}(?:[.,]\d{{1,2}})?\s?%?)\s*[)\]]")
_SPREAD = frozenset({"sd", "std", "stdev", "sa", "se", "et", "stdabw", "stdafw"})
_OUT_OF = re.compile(
    r"(\d{1,3}(?:[.,]\d{1,4})?)\s*(?:/|out of|of|van de|van|von|sur|de|su|op|av|z|iz|из|από)\s*(\d{1,3})"
    rf"(?:\s*[(\[]\s*(?:[^\W\d_]{{1,12}}\.?\s*[=:]?\s*)?({_BASE})(?:\s*[^\W\d_]{{1,14}}\.?)?\s*[)\]])?",
    re.IGNORECASE,
)
_DECIMAL, _SINGLE = re.compile(r"\d[.,]\d"), re.compile(r"\d{1,3}[.,]\d{1,4}")
_LONGEST, _LITTLE = 40, 1_000
_APART = str.maketrans("()[].,±", "       ")
_FEWEST, _MOSTLY = 2, 0.6
_ENDS = (3, 4, 5, 6, 7, 9, 10, 20, 100)


@dataclass(frozen=True)
class _Read:
    """The different texts of one column, taken apart: text to its score and its base, as typed."""

    scores: dict[str, str]
    bases: dict[str, str]
    highest: int | None = None
    spreads: dict[str, str] = field(default_factory=dict)
    changes: dict[str, str] = field(default_factory=dict)


def of(table: Table) -> Table | None:
    """Return a table in which such cells hold the score alone; bases stand in a column of their own."""
    if not of_reasonable_size(table):
        return None
    read = {place: found for place, column in enumerate(table.columns) if (found := _read(column))}
    if not read:
        return None
    columns = [
        _scores(column, read[place]) if place in read else column
        for place, column in enumerate(table.columns)
    ]
    scales = {
        place: Scale(1, one.highest) for place, one in read.items() if one.highest and _short(one.highest)
    }
    arrangement = replace(table.arrangement, scales={**table.arrangement.scales, **scales})
    changed = replace(table, columns=tuple(columns), arrangement=arrangement)
    based = [place for place, one in read.items() if one.bases]
    made, told = [], []
    for place in based:
        cells = _bases(table.columns[place], read[place])
        sole = place == based[0]
        made.append(
            Made(f"n {table.headers[place]}", cells, "n" if sole else "ignore", "base_in_cell", place)
        )
        told.append(Told("info", "base_in_cell", place))
    for place, one in read.items():
        if one.spreads:
            cells = _as_typed(table.columns[place], one.spreads)
            role: Role = (
                "sd" if _SPREAD & set(folded(table.headers[place]).translate(_APART).split()) else "ignore"
            )
            made.append(Made(f"sd {table.headers[place]}", cells, role, "spread_in_cell", place))
        if one.changes:
            cells = _as_typed(table.columns[place], one.changes)
            made.append(Made(f"± {table.headers[place]}", cells, "ignore", "change_in_cell", place))
    return with_columns(changed, made, {}, told)


def _short(highest: int) -> bool:
    """Whether a mark out of so many is on a scale that cannot be told by its numbers as well."""
    return highest in _ENDS and highest < 10  # noqa: PLR2004 - ten and a hundred begin at one or at zero


def _read(column: Column) -> _Read | None:
    """The texts of a column taken apart, where most of its cells are made so."""
    filled = int(np.count_nonzero(column.kinds != BLANK))
    codes = column.codes[column.kinds == TEXT]
    if len(codes) < _FEWEST or len(codes) < _MOSTLY * filled:
        return None
    different, often = np.unique(codes, return_counts=True)
    texts = {column.texts[code]: int(count) for code, count in zip(different, often, strict=True)}
    found = _with_bases(texts, filled) or _out_of(texts, filled)
    return found or _with_change(texts, filled) or _with_more(texts, filled)


def _with_change(texts: dict[str, int], filled: int) -> _Read | None:
    """A score with what it rose or fell by behind it: each change has a sign."""
    matched = _matches(_WITH_CHANGE, texts, filled)
    if matched is None:
        return None
    changes = {text: one.group(2) for text, one in matched.items()}
    return _Read({text: one.group(1) for text, one in matched.items()}, {}, changes=changes)


def _with_more(texts: dict[str, int], filled: int) -> _Read | None:
    """A score with its spread or its interval behind it: numbers with decimals, no base."""
    matched = _matches(_WITH_MORE, texts, filled)
    if matched is None:
        return None
    more = {text: (one.group(2) or one.group(3)).strip() for text, one in matched.items()}
    if not all(map(_DECIMAL.search, more.values())):
        return None
    single = {text: one for text, one in more.items() if _SINGLE.fullmatch(one)}
    spreads = single if len(single) == len(more) else {}
    return _Read({text: one.group(1) for text, one in matched.items()}, {}, spreads=spreads)


def _matches(
    pattern: re.Pattern[str], texts: Mapping[str, int], filled: int
) -> dict[str, re.Match[str]] | None:
    """The texts made as a pattern says, where most cells are; ``None`` as soon as that cannot be any more."""
    matched, left = {}, sum(texts.values())
    for text, often in steps(texts.items(), _LITTLE):
        one = pattern.fullmatch(text.strip()) if len(text) <= _LONGEST else None
        if one:
            matched[text] = one
            continue
        left -= often
        if left < _MOSTLY * filled:
            return None
    return matched


def _with_bases(texts: dict[str, int], filled: int) -> _Read | None:
    matched = _matches(_WITH_BASE, texts, filled)
    if matched is None:
        return None
    return _Read(
        {text: one.group(1) for text, one in matched.items()},
        {text: one.group(2) or one.group(3) for text, one in matched.items()},
    )


def _out_of(texts: dict[str, int], filled: int) -> _Read | None:
    """All out of the same, and not more than it: else they could be dates."""
    matched = _matches(_OUT_OF, texts, filled)
    if matched is None:
        return None
    ends = {int(one.group(2)) for one in matched.values()}
    highest = min(ends)
    worth = [number_in(one.group(1), "," if "," in one.group(1) else ".") for one in matched.values()]
    if len(ends) != 1 or highest not in _ENDS or any(one is None or one > highest for one in worth):
        return None
    bases = {text: one.group(3) for text, one in matched.items() if one.group(3)}
    bases = bases if len(bases) == len(matched) else {}
    return _Read({text: one.group(1) for text, one in matched.items()}, bases, highest)


def _scores(column: Column, read: _Read) -> Column:
    """The column with its scores alone; texts that are made otherwise stay."""
    return replace(column, texts=tuple(read.scores.get(text, text) for text in column.texts))


def _as_typed(column: Column, parts: dict[str, str]) -> Column:
    return of_texts(
        [parts.get(column.texts[code], "") if code >= 0 else "" for code in column.codes.tolist()]
    )


def _bases(column: Column, read: _Read) -> Column:
    digits = {text: re.sub(r"\D", "", base) for text, base in read.bases.items()}
    texts = [digits.get(column.texts[code], "") if code >= 0 else "" for code in column.codes.tolist()]
    return of_texts(texts)
