"""Headers that name a period, alone or beside a measure: ``Apr 2026``, ``Score Q3 2025``, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cx.intake.cells import days_of
from cx.intake.words import MONTHS, month_otherwise, plain

_LONGEST = 80
_NUMERIC = re.compile(
    r"(?<![\d.,])(?:(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[-/.](?:19|20)\d\d)(?![\d.,])"
)
_EASTERN = re.compile(
    r"(?:(?:19|20)\d\d\s?[年년]\s?)?(?:\d{1,2}\s?[月월]|第?\s?[1-4]\s?(?:四半期|季度|분기))"
)
_YEAR = r"(?:19|20)\d\d"
_PART = (
    r"(?:q|k|kw|cw|wk|w|t|h|s|quarter|quartal|kwartaal|trimestre|trim|kwartal|kvartal|week|woche|semaine"
    r"|semana|settimana|half|halfjaar|halbjahr|semester|semestre|sem|wave|welle|vague|golf|ola|meting|messung"
    r"|ronde|round|runde|month|maand|monat|mois|mes|fy)\s?\d{1,2}"
)
_ORDINAL = (
    r"\d{1,2}(?:e|er|de|st|nd|rd|th|o|a)?"
    r"\s(?:kwartaal|quarter|quartal|trimestre|halfjaar|halbjahr|semestre|semester)"
)
_FOUND = re.compile(rf"\b(?:{_YEAR}\s?{_PART}|{_PART}\s?{_YEAR}|{_PART}|{_ORDINAL}|{_YEAR})\b")
_MONTH = re.compile(rf"\b(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b")
_SHORT_YEAR = re.compile(r"\b\d\d\b")
_VAGUE = re.compile(r"(?:q|t|s|h|w|k)\s?\d{1,2}")


@dataclass(frozen=True)
class Dated:
    """A header with a period in it."""

    measure: str
    """The other words, as :func:`~cx.intake.words.plain` writes them; empty where there are none."""
    period: str
    """The period, as people read it."""
    vague: bool = False
    """Whether it could be something else: ``Q1`` may be a question."""


def dated(header: str) -> Dated | None:
    """Return what a header says and the period that it names; ``None`` where it names none.

    Examples
    --------
    >>> dated("Apr 2026"), dated("CSAT Q3 2025 (1-10)").measure, dated("2026-03-01").period
    (Dated(measure='', period='Apr 2026', vague=False), 'csat', '2026-03')
    >>> dated("Q1"), dated("Score")
    (Dated(measure='', period='Q1', vague=True), None)
    """
    text = " ".join(header.split())
    if not text or len(text) > _LONGEST:
        return None
    day = days_of([text]).moments[0]
    if day is not None:
        shown = day.date().isoformat()
        return Dated("", shown.removesuffix("-01"))
    numeric = _NUMERIC.search(text) or _EASTERN.search(text)
    if numeric:
        rest = plain(text[: numeric.start()] + " " + text[numeric.end() :])
        return Dated(rest, numeric.group())
    return _in_words(text)


def _in_words(text: str) -> Dated | None:
    words = plain(text)
    pieces = [found.group() for found in _FOUND.finditer(words)]
    rest = " ".join(_FOUND.sub(" ", words).split())
    month = _MONTH.search(rest)
    if month:
        rest, pieces = _without_month(rest, month, pieces)
    elif pieces and _SHORT_YEAR.fullmatch(rest.split(" ")[-1]) and not re.search(_YEAR, words):
        pieces.append(rest.split(" ")[-1])
        rest = " ".join(rest.split(" ")[:-1])
    if not pieces and month_otherwise(text) is not None:
        return Dated(rest, text)
    if not pieces:
        return None
    vague = len(pieces) == 1 and _VAGUE.fullmatch(pieces[0]) is not None
    return Dated(rest, _as_typed(text, pieces) if rest else text, vague)


def _as_typed(text: str, pieces: list[str]) -> str:
    """The part of a header that names the period, as it was typed."""
    wanted = {word for piece in pieces for word in piece.split()}
    typed = [one for one in text.split() if (words := set(plain(one).split())) and words <= wanted]
    return " ".join(typed).strip(" ,;:()[]–—-") or " ".join(pieces)


def _without_month(rest: str, month: re.Match[str], pieces: list[str]) -> tuple[str, list[str]]:
    """The words without the month and the two digits of a year or a day beside it."""
    after = rest[month.end() :].strip().split(" ")
    short = after[:1] if after and _SHORT_YEAR.fullmatch(after[0]) else []
    left = " ".join([*rest[: month.start()].split(), *after[len(short) :]]).strip()
    return left, [month.group(), *short, *pieces]
