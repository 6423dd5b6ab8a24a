"""What of a table may be kept: sums over respondents, never what one of them answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final, TypeVar

from cx.records import Finding, Session, Touchpoints
from cx.records.file import StandardMet, ThreeLevels
from cx.records.journeys import SHARED_LEAST, Paths

_OF_PEOPLE: Final = ("responses", "ratings", "contacts")
_ANSWER: Final = "…"
"""Stands where a finding quoted an answer."""
F = TypeVar("F", ThreeLevels, StandardMet)
_QUOTED: Final = ("example", "value")


def kept(touchpoints: Touchpoints) -> Touchpoints:
    """Return the table as a session keeps it.

    Its rows are aggregates already. Where they come from a file with one row a respondent (a rating, a
    contact), findings about one row are left out and answers that others quote are blotted out.
    """
    if not any(source.shape in _OF_PEOPLE for source in touchpoints.sources):
        return touchpoints
    sources = tuple(
        replace(source, findings=_without_answers(source.findings)) if source.shape in _OF_PEOPLE else source
        for source in touchpoints.sources
    )
    return replace(
        touchpoints,
        rows=touchpoints.rows.drop(columns="answers", errors="ignore"),
        sources=sources,
        findings=_without_answers(touchpoints.findings),
        clusters=None,
        levels=_of_many(touchpoints.levels),
        month_levels=_of_many(touchpoints.month_levels),
        standards=_of_many(touchpoints.standards),
    )


def _of_many(found: Mapping[str, F]) -> dict[str, F]:
    """What so many customers stand behind that others may see it."""
    return {name: one for name, one in found.items() if (one.customers or 0) >= SHARED_LEAST}


def clean(session: Session, name: str) -> Session:
    """Return a session as it is kept, under a name."""
    data, paths = kept(session.touchpoints), kept_paths(session.paths)
    return replace(session, touchpoints=data, paths=paths, name=name)


def kept_paths(paths: Paths | None) -> Paths | None:
    """Return the figures of paths as a session keeps them: folded, and without what findings quote.

    Figures that show fewer customers than others may see are not kept.
    """
    if paths is None or paths.found.least < SHARED_LEAST:
        return None
    found = replace(paths.found, findings=_without_answers(paths.found.findings))
    return replace(paths, found=found, sides=())


def _without_answers(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(
        replace(finding, value=finding.value and _ANSWER, details=_blotted(finding))
        for finding in findings
        if finding.row is None and finding.cell is None
    )


def _blotted(finding: Finding) -> dict[str, object]:
    return {name: _ANSWER if name in _QUOTED else value for name, value in finding.details.items()}
