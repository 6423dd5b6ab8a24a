"""How the matrix was made and of what, in words, whatever file they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from cx.matrix import (
    axis_title,
    crosshair_words,
    impact_words,
    lost_words,
    satisfaction_words,
    stress_verdict,
)
from cx.records import SEVERITIES, Finding, Matrix, Stress, by_severity, told_once
from cx.text import Language, say

SEPARATOR = " · "
_COMPUTED = ("mean", "median", "weighted")


@dataclass(frozen=True)
class Section:
    """A heading with its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


def method_title(matrix: Matrix, lang: Language) -> str:
    """Return where the lines stand, as a sentence."""
    satisfaction = satisfaction_words(matrix.crosshair.satisfaction, matrix, lang)
    if matrix.crosshair.impact is None:
        known = "unknown" if matrix.impact_unknown else "satisfaction"
        return say(f"deliver.method.title_{known}", lang, satisfaction=satisfaction)
    impact = impact_words(matrix.crosshair.impact, matrix, lang)
    return say("deliver.method.title", lang, satisfaction=satisfaction, impact=impact)


def method(matrix: Matrix, lang: Language, stress: Stress | None = None) -> tuple[Section, ...]:
    """Return how the matrix was made: reading, lines, axes, priority, certainty, what survives a change."""
    sections = [
        Section(say("deliver.method.reading", lang), _reading(matrix, lang)),
        Section(say("deliver.method.lines", lang), _lines(matrix, lang)),
        Section(say("deliver.method.axes", lang), _axes(matrix, lang)),
    ]
    if matrix.has_impact:
        sections.append(Section(say("deliver.method.priority", lang), priority_words(matrix, lang)))
    if any(bubble.certainty is not None for bubble in matrix.bubbles):
        sections.append(Section(say("deliver.method.certainty", lang), _certainty(matrix, lang)))
    if stress is not None and stress.conclusions:
        said = (stress_verdict(stress, lang), *lost_words(stress, lang))
        sections.append(Section(say("deliver.method.stress", lang), said))
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


def priority_words(matrix: Matrix, lang: Language) -> tuple[str, ...]:
    """Return the formula of the priority and its target, in words."""
    terms = matrix.settings.priority_terms
    with_volume = matrix.impact_kind != "derived" if terms.volume is None else terms.volume
    kept = (("impact", terms.impact), ("gap", terms.gap), ("volume", with_volume and matrix.has_volume))
    product = " × ".join(say(f"deliver.method.term.{key}", lang) for key, used in kept if used)
    formula = say("deliver.method.formula", lang, product=product or "1")
    return formula, say("deliver.method.target", lang, target=satisfaction_words(matrix.target, matrix, lang))


def _reading(matrix: Matrix, lang: Language) -> tuple[str, ...]:
    by_volume = matrix.has_volume and (matrix.has_impact or matrix.impact_unknown)
    size = matrix.settings.size if by_volume else "off"
    without = "satisfaction" if by_volume or not matrix.has_volume else "volume"
    reading = "both" if matrix.has_impact else without
    return say(f"deliver.method.reading.{reading}", lang), say(f"deliver.method.size.{size}", lang)


def _lines(matrix: Matrix, lang: Language) -> tuple[str, ...]:
    words = crosshair_words(matrix, lang)
    rule = say(f"deliver.method.rule.{matrix.crosshair.rule}", lang)
    small = sum(bubble.small_base for bubble in matrix.bubbles)
    if matrix.crosshair.rule in _COMPUTED and 0 < small < len(matrix.bubbles):
        rule += " " + say("deliver.method.small_base", lang, limit=matrix.settings.min_n)
    return f"{words[:1].upper()}{words[1:]}. {rule}", say("deliver.method.high", lang)


def _axes(matrix: Matrix, lang: Language) -> tuple[str, ...]:
    kind = say(f"deliver.method.impact.{matrix.impact_kind}", lang)
    if not matrix.has_impact:
        return axis_title(matrix, "satisfaction", lang), kind
    return axis_title(matrix, "satisfaction", lang), f"{axis_title(matrix, 'impact', lang)}. {kind}"


def _certainty(matrix: Matrix, lang: Language) -> tuple[str, ...]:
    borderline = sum(bubble.borderline for bubble in matrix.bubbles)
    known = sum(bubble.certainty is not None for bubble in matrix.bubbles)
    if not borderline:
        return (say("deliver.method.certain", lang, known=known),)
    return (say("deliver.method.borderline", lang, n=borderline, known=known),)


def _source_words(file: str, sheet: str) -> str:
    return f"{file}, {sheet}" if sheet else file


def _messages(matrix: Matrix, lang: Language) -> tuple[str, ...]:
    """Return one message of each kind of finding, and how many more there are of it."""
    found = sorted(by_severity(told_once(matrix.findings)), key=_kind)
    said = []
    for _, group in groupby(found, key=_kind):
        same = list(group)
        more = say("deliver.findings.more", lang, n=len(same) - 1) if len(same) > 1 else ""
        said.append(f"{same[0].message(lang)} {more}".strip())
    return tuple(said)


def _kind(finding: Finding) -> tuple[int, str]:
    return SEVERITIES.index(finding.severity), finding.code
