"""What speaks for a column's role, what against it, and what would be different without the column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from cx import text
from cx.records.file import ColumnReading, Role, Understanding
from cx.text import Language

_NEEDED: tuple[Role, ...] = ("touchpoint", "satisfaction")
_MOVED = frozenset({"period_kept", "segment_kept", "pivoted", "moments_added", "moments_averaged"})
"""Reasons of columns whose cells stand in other rows now."""
_MADE_OF: Mapping[str, str] = {"answer_count": "answer_mean", "nps_part": "nps_of_parts"}
"""Reasons of columns that a figure is made of, and of that figure, where it is made."""


@dataclass(frozen=True)
class ColumnWords:
    """What one column was taken for, in words."""

    name: str
    """Its header; the letters of a range that stands beside the table."""
    touchpoint: str | None
    """What the touchpoint is called that the column is; ``None`` where it is none."""
    role: Role
    because: tuple[str, ...]
    """What speaks for the role: the witnesses, or the reason where none was heard."""
    although: tuple[str, ...]
    """What speaks for what the column is most likely else."""
    changes: str
    """What would be different without it."""


def every(seen: Understanding, lang: Language) -> tuple[ColumnWords, ...]:
    """Return every column of the sheet in words, those that are hidden or beside the table last."""
    away = [*((name, "hidden") for name in seen.hidden_columns), *((name, "beside") for name in seen.beside)]
    often = Counter(column.role for column in seen.columns)
    return (
        *(_read(column, seen, often, lang) for column in seen.columns),
        *(_unread(name, why, lang) for name, why in away),
    )


def goes_into_others(reading: ColumnReading, seen: Understanding) -> bool:
    """Return whether a column without a role is used in others: moved into rows, or a part of a figure.

    Parameters
    ----------
    seen
        The sheet with all its columns.
    """
    if reading.role != "ignore":
        return False
    made = _MADE_OF.get(reading.reason)
    return reading.reason in _MOVED or any(one.reason == made for one in seen.columns)


def _read(
    reading: ColumnReading, seen: Understanding, often: Mapping[Role, int], lang: Language
) -> ColumnWords:
    called = seen.name_of(reading.header)
    return ColumnWords(
        reading.header,
        called.name if called else None,
        reading.role,
        _heard(reading.because, reading.role, lang) or (reading.why(lang),),
        _heard(reading.although, reading.rival or "ignore", lang),
        text.say(f"changes.{'part' if goes_into_others(reading, seen) else _key(reading, often)}", lang),
    )


def _unread(name: str, why: str, lang: Language) -> ColumnWords:
    reason = text.say(f"reason.{why}", lang, column=name)
    return ColumnWords(name, None, "ignore", (reason,), (), text.say(f"changes.{why}", lang))


def _heard(witnesses: tuple[str, ...], role: Role, lang: Language) -> tuple[str, ...]:
    """What witnesses say for a role."""
    named = text.say(f"role.{role}", lang)
    return tuple(text.say(f"witness.{name}", lang, role=named) for name in witnesses)


def _key(reading: ColumnReading, often: Mapping[Role, int]) -> str:
    role = reading.role
    if role == "ignore":
        return "ignore_rating" if reading.rival == "rating" else "ignore"
    if role == "impact" and often[role] > 1:
        return "impact_part"
    if role in _NEEDED or (role == "rating" and often[role] == 1):
        return "needed"
    return role
