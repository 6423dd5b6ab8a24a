"""What deck, report and workbook tell beside the picture, in words, whatever file they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import Literal

from cx.matrix import (
    axis_title,
    crosshair_words,
    headline,
    impact_words,
    pareto,
    strategy,
)
from cx.records import QUADRANTS, SEVERITIES, Bubble, Finding, Matrix, Quadrant, by_severity
from cx.text import Language, number, percent, say, trimmed, whole

Align = Literal["left", "right"]
SEPARATOR = " · "
_NOTHING = 1e-9
NAME_COLUMN, STRATEGY_COLUMN = 1, 2


@dataclass(frozen=True)
class Entry:
    """One touchpoint in a list: its name and its numbers in words."""

    name: str
    numbers: str


@dataclass(frozen=True)
class StrategyBlock:
    """A quadrant's strategy with its touchpoints in order of priority."""

    quadrant: Quadrant
    name: str
    text: str
    count: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table: its header, its share of the width, and how it is aligned."""

    title: str
    share: float
    align: Align = "right"


_COLUMNS: Mapping[str, tuple[float, Align]] = MappingProxyType(
    {
        "rank": (40, "right"),
        "touchpoint": (238, "left"),
        "strategy": (262, "left"),
        "satisfaction": (94, "right"),
        "impact": (60, "right"),
        "volume": (80, "right"),
        "priority": (72, "right"),
        "cumulative": (82, "right"),
    }
)


@dataclass(frozen=True)
class Table:
    """A table of words; each row carries the quadrant that colours it."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    quadrants: tuple[Quadrant | None, ...]


@dataclass(frozen=True)
class Section:
    """A heading with its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


def ordered(matrix: Matrix) -> tuple[Bubble, ...]:
    """Return the bubbles by priority, or without impact from the lowest satisfaction up."""
    if matrix.has_impact:
        return matrix.by_priority
    return tuple(sorted(matrix.bubbles, key=lambda bubble: (bubble.satisfaction, bubble.label.casefold())))


def strategies(matrix: Matrix, lang: Language) -> tuple[StrategyBlock, ...]:
    """Return the four strategies with their touchpoints; nothing where there is no impact."""
    if not matrix.has_impact:
        return ()
    return tuple(_block(matrix, quadrant, lang) for quadrant in QUADRANTS)


def strategies_title(matrix: Matrix, lang: Language, most: int = 3) -> str:
    """Return the finding of the strategies: the touchpoints to start with, ``most`` at most."""
    first = matrix.in_quadrant("fix_first")[:most]
    if not first:
        return say("deliver.strategies.nothing", lang)
    return say("deliver.strategies.title", lang, names=listed([bubble.label for bubble in first], lang))


def priorities_title(matrix: Matrix, lang: Language) -> str:
    """Return the finding of the priorities: how few touchpoints hold most of it."""
    if not matrix.has_impact:
        return headline(matrix, lang)
    found = pareto(matrix)
    if found is None:
        return say("deliver.priorities.nothing", lang, target=trimmed(matrix.target, lang))
    share = percent(found.share, lang)
    return say("deliver.priorities.title", lang, n=found.count, total=found.total, share=share)


def method_title(matrix: Matrix, lang: Language) -> str:
    """Return where the lines stand, as a sentence."""
    satisfaction = trimmed(matrix.crosshair.satisfaction, lang)
    if matrix.crosshair.impact is None:
        return say("deliver.method.title_satisfaction", lang, satisfaction=satisfaction)
    impact = impact_words(matrix.crosshair.impact, matrix, lang)
    return say("deliver.method.title", lang, satisfaction=satisfaction, impact=impact)


def priorities(matrix: Matrix, lang: Language) -> Table:
    """Return the touchpoints in order of priority with the numbers that make it."""
    columns = tuple(Column(say(f"deliver.column.{key}", lang), *look) for key, look in _COLUMNS.items())
    bubbles = ordered(matrix)
    total = sum(bubble.priority.score for bubble in bubbles if bubble.priority)
    rows = tuple(_row(bubble, matrix, total, lang) for bubble in bubbles)
    return Table(columns, rows, tuple(bubble.quadrant for bubble in bubbles))


def method(matrix: Matrix, lang: Language) -> tuple[Section, ...]:
    """Return how the matrix was made: reading, lines, axes, priority, certainty."""
    sections = [
        Section(say("deliver.method.reading", lang), _reading(matrix, lang)),
        Section(say("deliver.method.lines", lang), _lines(matrix, lang)),
        Section(say("deliver.method.axes", lang), _axes(matrix, lang)),
    ]
    if matrix.has_impact:
        sections.append(Section(say("deliver.method.priority", lang), priority_words(matrix, lang)))
    if any(bubble.certainty is not None for bubble in matrix.bubbles):
        sections.append(Section(say("deliver.method.certainty", lang), _certainty(matrix, lang)))
    return tuple(sections)


def sources(matrix: Matrix, lang: Language) -> tuple[Section, ...]:
    """Return where the numbers come from, and what was seen in them."""
    files = [_source_words(source.file, source.sheet) for source in matrix.sources]
    named = tuple(dict.fromkeys(files)) or (say("deliver.source.typed", lang),)
    return (
        Section(say("deliver.method.sources", lang), named),
        Section(
            say("deliver.method.findings", lang), (findings_summary(matrix, lang), *_messages(matrix, lang))
        ),
    )


def findings_summary(matrix: Matrix, lang: Language) -> str:
    """Return how many cells were left out, and how many ask for a look."""
    counts = {severity: sum(f.severity == severity for f in matrix.findings) for severity in SEVERITIES}
    if not matrix.findings:
        return say("deliver.findings.none", lang)
    said = [
        say(f"deliver.findings.{key}", lang, n=count)
        for key, count in counts.items()
        if count or key == "error"
    ]
    return SEPARATOR.join(said)


def notes(matrix: Matrix, lang: Language) -> str:
    """Return every touchpoint with its numbers, one a line, in order of priority."""
    lines = [f"{bubble.label}: {numbers(bubble, matrix, lang)}" for bubble in ordered(matrix)]
    return "\n".join([headline(matrix, lang), crosshair_words(matrix, lang), "", *lines])


def numbers(bubble: Bubble, matrix: Matrix, lang: Language) -> str:
    """Return a touchpoint's numbers with what they are."""
    parts = [say("deliver.number.satisfaction", lang, value=trimmed(bubble.satisfaction, lang))]
    if bubble.impact is not None:
        parts.append(say("deliver.number.impact", lang, value=impact_words(bubble.impact, matrix, lang)))
    if bubble.volume is not None:
        parts.append(say("deliver.number.volume", lang, value=whole(bubble.volume, lang)))
    return SEPARATOR.join(parts)


def quadrant_name(matrix: Matrix, quadrant: Quadrant | None, lang: Language) -> str:
    """Return the strategy's name of a quadrant; nothing where there is none."""
    return strategy(matrix.settings, quadrant, lang).name if quadrant else ""


def listed(names: list[str], lang: Language) -> str:
    """Return names as a list in words.

    Examples
    --------
    >>> listed(["a", "b", "c"], "en"), listed(["a", "b"], "nl")
    ('a, b and c', 'a en b')
    """
    if not names[1:]:
        return "".join(names)
    return say("deliver.list", lang, names=", ".join(names[:-1]), last=names[-1])


def _block(matrix: Matrix, quadrant: Quadrant, lang: Language) -> StrategyBlock:
    words = strategy(matrix.settings, quadrant, lang)
    inside = matrix.in_quadrant(quadrant)
    entries = tuple(Entry(bubble.label, _short_numbers(bubble, matrix, lang)) for bubble in inside)
    return StrategyBlock(
        quadrant, words.name, words.text, say("count.touchpoints", lang, n=len(inside)), entries
    )


def _short_numbers(bubble: Bubble, matrix: Matrix, lang: Language) -> str:
    parts = [_score(bubble, matrix, lang), _impact(bubble, matrix, lang)]
    if bubble.volume is not None:
        parts.append(whole(bubble.volume, lang))
    return SEPARATOR.join(parts)


def _row(bubble: Bubble, matrix: Matrix, total: float, lang: Language) -> tuple[str, ...]:
    priority = bubble.priority
    return (
        whole(priority.rank if priority else None, lang),
        bubble.label,
        quadrant_name(matrix, bubble.quadrant, lang),
        _score(bubble, matrix, lang),
        _impact(bubble, matrix, lang),
        whole(bubble.volume, lang),
        percent(priority.score / total if priority and total > 0 else None, lang, 1),
        percent(priority.cumulative if priority and total > 0 else None, lang),
    )


def _score(bubble: Bubble, matrix: Matrix, lang: Language) -> str:
    return number(bubble.satisfaction, lang, _decimals([b.satisfaction for b in matrix.bubbles]))


def _impact(bubble: Bubble, matrix: Matrix, lang: Language) -> str:
    if matrix.impact_kind in ("composed", "derived"):
        return percent(bubble.impact, lang, 1)
    return number(bubble.impact, lang, _decimals([b.impact or 0.0 for b in matrix.bubbles]))


def _decimals(values: list[float]) -> int:
    """Return how many decimals a column of numbers needs, two at most: as many in every row."""
    return next((count for count in range(2) if all(abs(round(v, count) - v) < _NOTHING for v in values)), 2)


def _reading(matrix: Matrix, lang: Language) -> tuple[str, ...]:
    size = "off" if matrix.settings.size == "off" or not matrix.has_volume else matrix.settings.size
    reading = "both" if matrix.has_impact else "satisfaction"
    return say(f"deliver.method.reading.{reading}", lang), say(f"deliver.method.size.{size}", lang)


def _lines(matrix: Matrix, lang: Language) -> tuple[str, ...]:
    words = crosshair_words(matrix, lang)
    rule = say(f"deliver.method.rule.{matrix.crosshair.rule}", lang)
    return f"{words[:1].upper()}{words[1:]}. {rule}", say("deliver.method.high", lang)


def _axes(matrix: Matrix, lang: Language) -> tuple[str, ...]:
    kind = say(f"deliver.method.impact.{matrix.impact_kind}", lang)
    if not matrix.has_impact:
        return axis_title(matrix, "satisfaction", lang), kind
    return axis_title(matrix, "satisfaction", lang), f"{axis_title(matrix, 'impact', lang)}. {kind}"


def priority_words(matrix: Matrix, lang: Language) -> tuple[str, ...]:
    """Return the formula of the priority and its target, in words."""
    terms = matrix.settings.priority_terms
    with_volume = matrix.impact_kind != "derived" if terms.volume is None else terms.volume
    kept = (("impact", terms.impact), ("gap", terms.gap), ("volume", with_volume and matrix.has_volume))
    product = " × ".join(say(f"deliver.method.term.{key}", lang) for key, used in kept if used)
    formula = say("deliver.method.formula", lang, product=product or "1")
    return formula, say("deliver.method.target", lang, target=trimmed(matrix.target, lang))


def _certainty(matrix: Matrix, lang: Language) -> tuple[str, ...]:
    borderline = sum(bubble.borderline for bubble in matrix.bubbles)
    known = sum(bubble.certainty is not None for bubble in matrix.bubbles)
    return (say("deliver.method.borderline", lang, n=borderline, known=known),)


def _source_words(file: str, sheet: str) -> str:
    return f"{file}, {sheet}" if sheet else file


def _messages(matrix: Matrix, lang: Language) -> tuple[str, ...]:
    """Return one message of each kind of finding, and how many more there are of it."""
    found = sorted(by_severity(matrix.findings), key=_kind)
    said = []
    for _, group in groupby(found, key=_kind):
        same = list(group)
        more = say("deliver.findings.more", lang, n=len(same) - 1) if len(same) > 1 else ""
        said.append(f"{same[0].message(lang)} {more}".strip())
    return tuple(said)


def _kind(finding: Finding) -> tuple[int, str]:
    return SEVERITIES.index(finding.severity), finding.code
