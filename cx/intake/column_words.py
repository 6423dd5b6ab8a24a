"""What speaks for a column's role, what against it, and what would be different without the column."""

from __future__ import annotations

from cx import text
from cx.records.file import ColumnReading, Role, Understanding
from cx.text import Language

_NEEDED: tuple[Role, ...] = ("touchpoint", "satisfaction")


def because(reading: ColumnReading, lang: Language) -> tuple[str, ...]:
    """Return what speaks for a column's role: the witnesses, or the reason where none was heard."""
    return _heard(reading.because, lang) or (reading.why(lang),)


def although(reading: ColumnReading, lang: Language) -> tuple[str, ...]:
    """Return what speaks for what the column is most likely else; empty where nothing does."""
    return _heard(reading.although, lang)


def changes(seen: Understanding, reading: ColumnReading, lang: Language) -> str:
    """Return what would be different without a column."""
    return text.say(f"changes.{_key(seen, reading)}", lang)


def _heard(witnesses: tuple[str, ...], lang: Language) -> tuple[str, ...]:
    return tuple(text.say(f"witness.{name}", lang) for name in witnesses)


def _key(seen: Understanding, reading: ColumnReading) -> str:
    role = reading.role
    if role == "ignore":
        return "ignore_rating" if reading.rival == "rating" else "ignore"
    if role == "impact" and len(seen.columns_of("impact")) > 1:
        return "impact_part"
    only = len(seen.columns_of(role)) == 1
    if role in _NEEDED or (role == "rating" and only):
        return "needed"
    return role
