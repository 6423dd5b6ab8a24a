"""Derived impact beside what other files say about the same touchpoints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from cx.matrix.rows.aggregate import folded
from cx.matrix.rows.view import visible
from cx.records import AxisDraws, Filters, Finding, Score, Touchpoints

if TYPE_CHECKING:
    from cx.impact import AtOnce

_ANSWERS = ("responses", "ratings")
_SCORED = ("satisfaction", "impact", "n", "sd")


def with_own_impact(table: Touchpoints, found: AtOnce, score: Score = "mean") -> Touchpoints:
    """Return a table of answers with the impact that they carry by themselves, or with why they carry none.

    Parameters
    ----------
    table
        As the intake makes it.
    found
        What :func:`cx.impact.at_once` made of the same answers.
    score
        What stands for satisfaction in the table.
    """
    if found.result is not None:
        from cx import impact  # numbers that only answers need

        scored = all(score in driver.scores for driver in found.result.drivers)
        derived = impact.touchpoints(found.result, score if scored else "mean")
        table = replace(laid_on(table, derived), findings=(*_laid(table, derived), *_from(table, derived)))
    return replace(table, findings=(*table.findings, *found.findings))


def _from(table: Touchpoints, derived: Touchpoints) -> tuple[Finding, ...]:
    """Which file impact comes from, where several hold answers."""
    files = {one.file for one in table.sources if one.shape in _ANSWERS}
    if len(files) <= 1 or not derived.sources:
        return ()
    details = {"n": len(files), "file": derived.sources[0].file}
    return (Finding("info", "impact_of_one_file", details=details),)


def laid_on(table: Touchpoints, derived: Touchpoints) -> Touchpoints:
    """Return a table of touchpoints with the impact that was derived from its respondents.

    Parameters
    ----------
    table
        As the intake makes it of answers: everybody's ratings, by period, segment and channel. It stays as it
        is; only impact, and what goes with it, is added.
    derived
        Of the same respondents, as far as they answered the outcome.

    Notes
    -----
    Impact is that of all respondents, whatever part of them is in view. The draws go along; those of
    satisfaction are moved to the table's where each touchpoint is one row, else to what is in view
    (:mod:`cx.matrix.certainty.in_view`).
    """
    shares = _by_name(derived, "impact")
    names = [folded(str(name)) for name in table.rows["touchpoint"]]
    rows = table.rows.assign(impact=[shares.get(name, np.nan) for name in names])
    return replace(
        table,
        rows=rows,
        impact_kind="derived",
        goal=derived.goal,
        findings=_laid(table, derived),
        draws=_moved(table, derived, names),
        evidence=derived.evidence,
        trials=derived.trials,
        impact_claim=derived.impact_claim,
    )


def _laid(table: Touchpoints, derived: Touchpoints) -> tuple[Finding, ...]:
    """The table's findings, and what deriving the impact showed that reading the file had not."""
    read = [*table.findings, *(finding for source in derived.sources for finding in source.findings)]
    return (*table.findings, *(finding for finding in derived.findings if finding not in read))


def _by_name(touchpoints: Touchpoints, column: str) -> dict[str, float]:
    rows = touchpoints.rows
    pairs = zip(rows["touchpoint"].tolist(), rows[column].tolist(), strict=True)
    return {folded(str(name)): float(value) for name, value in pairs}


def _moved(table: Touchpoints, derived: Touchpoints, names: list[str]) -> AxisDraws | None:
    draws, alike = derived.draws, table.scale == derived.scale
    if draws is None or not (alike or _errors_known(table)):
        return None
    if len(set(names)) < len(names):
        return draws
    own, drawn = _by_name(table, "satisfaction"), [folded(name) for name in draws.names]
    values = np.array([own.get(name, np.nan) for name in drawn])
    if not alike:
        errors = _by_name(table, "error")
        spread = draws.satisfaction.std(axis=0)
        by = np.array([errors.get(name, np.nan) for name in drawn]) / np.where(spread > 0, spread, np.nan)
        return replace(
            draws, satisfaction=values + by * (draws.satisfaction - draws.satisfaction.mean(axis=0))
        )
    theirs = _by_name(derived, "satisfaction")
    return replace(draws, satisfaction=draws.satisfaction + values - [theirs.get(n, np.nan) for n in drawn])


def _errors_known(table: Touchpoints) -> bool:
    """Whether the error of each score is known: draws on another scale are put on the table's by it."""
    return "error" in table.rows and bool(table.rows["error"].notna().all())


def with_others(
    derived: Touchpoints, others: Sequence[Touchpoints], matches: Mapping[str, str] | None = None
) -> Touchpoints:
    """Return derived touchpoints with volumes, costs and the like from other tables, joined by name.

    Parameters
    ----------
    derived
        From responses: satisfaction, n, impact, and exposure as volume.
    others
        Tables of the same touchpoints. Their volumes take the place of exposure. Their scores and impact
        stand aside: satisfaction and impact come from the same respondents.
    matches
        Name in another table to the touchpoint that it is.

    Notes
    -----
    Of a table with several periods the latest counts.
    """
    if not others:
        return derived
    from cx import intake  # the first page does not wait for it

    return intake.combined([derived, *(_beside(other) for other in others)], matches)


def _beside(other: Touchpoints) -> Touchpoints:
    if other.rows["satisfaction"].isna().all() and other.impact_kind == "none":
        return other
    rows = visible(other, Filters())
    blank = dict.fromkeys(_SCORED, np.nan)
    return replace(
        other,
        rows=rows.assign(**blank, period=""),
        impact_kind="none",
        impact_parts=(),
        periods=(),
        impact_claim=None,
    )
