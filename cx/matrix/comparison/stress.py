"""The stress panel: the matrix drawn once more with one thing changed, and what survives it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Final

import numpy as np

from cx import text
from cx.matrix.build import build
from cx.matrix.rows import folded, visible
from cx.records import Bubble, Matrix, Strain, Stress, Touchpoints, Trial
from cx.text import Language

_RULES: Final = ("mean", "median", "midpoint")
_SHARES = ("mood",)
_TWO, _MOST_SEGMENTS = 2, 30


def stressed(matrix: Matrix, touchpoints: Touchpoints, *, whole: Touchpoints | None = None) -> Stress | None:
    """Return which conclusions survive; ``None`` where nothing is said of impact.

    Parameters
    ----------
    matrix
        As drawn.
    touchpoints
        The table that it was built from, with what its responses give otherwise (``trials``).
    whole
        The table of all respondents, where ``touchpoints`` are those of one segment: its lines stay.

    Notes
    -----
    A conclusion is a touchpoint whose quadrant the data carry (it is not borderline). It survives where it
    lies in the same quadrant with lines by mean, median and midpoint, with shares by PMVD, without those who
    gave one rating throughout, and without the largest segment; where it is as certain with likely clusters
    drawn as wholes; and where no mood behind all answers, no near-twin and no exposure effects that all point
    one way make its impact doubtful.
    """
    if not matrix.has_impact or matrix.claims.impact == "none":
        return None
    told = [one for one in matrix.bubbles if one.quadrant and one.claim and one.claim.quadrant_claim]
    redrawn = partial(build, whole=whole)
    strains = [
        Strain(rule, _elsewhere(told, redrawn(touchpoints, replace(matrix.settings, crosshair_rule=rule))))
        for rule in _RULES
        if rule != matrix.crosshair.rule
    ]
    further = _other_names(touchpoints)
    trials = [_renamed(trial, further) for trial in touchpoints.trials]
    for trial in trials:
        changed = _changed(touchpoints, trial)
        other = None if changed is None else redrawn(changed, matrix.settings)
        strains.append(_of(trial, told, other))
    if whole is None and all(trial.kind != "segment" for trial in trials):
        strains += _without_largest(told, matrix, touchpoints)
    return Stress(tuple(bubble.label for bubble in told), tuple(strains))


def _of(trial: Trial, told: list[Bubble], other: Matrix | None) -> Strain:
    """What does not survive a trial; ``other`` is the matrix with its numbers, where it has any."""
    doubted = {folded(name) for name in trial.doubtful}
    gone = {one.label for one in told if folded(one.name) in doubted and _concerned(trial, one)}
    if other is not None:
        gone |= {*_elsewhere(told, other), *(_unsure(told, other) if trial.draws is not None else ())}
    lost = tuple(one.label for one in told if one.label in gone)
    return Strain(trial.kind, lost, trial.about, trial.amount)


def _concerned(trial: Trial, bubble: Bubble) -> bool:
    """Exposure effects carry one conclusion only: that more people should experience a touchpoint."""
    if trial.kind != "activity":
        return True
    return bubble.quadrant == "expand_reach" and bubble.evidence is not None and bubble.evidence.backs_reach


def _without_largest(told: list[Bubble], matrix: Matrix, touchpoints: Touchpoints) -> list[Strain]:
    """Of a table with a row a segment: the others alone, with lines of their own."""
    filters = matrix.settings.filters
    rows = visible(touchpoints, filters)
    rows = rows[rows["segment"] != ""]
    if rows["segment"].nunique() < _TWO or rows["segment"].nunique() > _MOST_SEGMENTS:
        return []
    known = next((rows[name] for name in ("n", "volume") if rows[name].notna().all()), None)
    sizes = rows.assign(size=1.0 if known is None else known).groupby("segment", sort=False)["size"].sum()
    name = str(sizes.idxmax())
    others = tuple(str(one) for one in sizes.index if one != name)
    settings = replace(matrix.settings, filters=replace(filters, segments=others), freeze=False)
    rest = build(touchpoints, settings)
    return [Strain("segment_rows", _elsewhere(told, rest), name)]


def _unsure(told: list[Bubble], other: Matrix) -> tuple[str, ...]:
    """The conclusions that would not be said."""
    said = {one.id for one in other.bubbles if one.claim and one.claim.quadrant_claim}
    return tuple(one.label for one in told if one.id not in said)


def _elsewhere(told: list[Bubble], other: Matrix) -> tuple[str, ...]:
    there = {bubble.id: bubble.quadrant for bubble in other.bubbles}
    return tuple(one.label for one in told if there.get(one.id, one.quadrant) != one.quadrant)


def _other_names(touchpoints: Touchpoints) -> dict[str, str]:
    """What a touchpoint was called before it was renamed, folded, to its name."""
    here = {folded(str(name)) for name in touchpoints.rows["touchpoint"]}
    found = {
        folded(other): name
        for name, known in touchpoints.called.items()
        for other in (known.source, known.found)
    }
    return {other: name for other, name in found.items() if other not in here}


def _renamed(trial: Trial, names: Mapping[str, str]) -> Trial:
    """The trial with the touchpoints as the table calls them."""

    def now(name: str) -> str:
        return names.get(folded(name), name)

    draws = trial.draws
    return replace(
        trial,
        shares={now(name): value for name, value in trial.shares.items()},
        satisfaction={now(name): value for name, value in trial.satisfaction.items()},
        doubtful=tuple(map(now, trial.doubtful)),
        draws=draws and replace(draws, names=tuple(map(now, draws.names))),
        evidence={now(name): value for name, value in trial.evidence.items()},
    )


def _changed(touchpoints: Touchpoints, trial: Trial) -> Touchpoints | None:
    """The table with the numbers of a trial, if it has any; satisfaction only of touchpoints of one row."""
    if not trial.shares and trial.draws is None:
        return None
    rows = touchpoints.rows.copy()
    names = [folded(str(name)) for name in rows["touchpoint"]]
    rows["impact"] = _replaced(rows["impact"].tolist(), names, trial.shares)
    if len(set(names)) == len(names):
        rows["satisfaction"] = _replaced(rows["satisfaction"].tolist(), names, trial.satisfaction)
    claim = trial.impact_claim or touchpoints.impact_claim
    evidence = {**touchpoints.evidence, **trial.evidence}
    return replace(touchpoints, rows=rows, draws=trial.draws, evidence=evidence, impact_claim=claim)


def _replaced(values: list[float], names: list[str], given: Mapping[str, float]) -> list[float]:
    known = {folded(name): value for name, value in given.items() if not np.isnan(value)}
    return [known.get(name, value) for name, value in zip(names, values, strict=True)]


def verdict(stress: Stress, lang: Language) -> str:
    """Return how many conclusions survive, in one sentence."""
    total = len(stress.conclusions)
    if not total:
        return text.say("stress.none", lang)
    return text.say("stress.verdict", lang, n=stress.surviving, total=total)


def lost_words(stress: Stress, lang: Language) -> tuple[str, ...]:
    """Return each conclusion that does not survive with what it does not survive."""
    return tuple(
        text.say(
            "stress.lost", lang, touchpoint=name, strains="; ".join(strain_name(one, lang) for one in strains)
        )
        for name, strains in stress.lost.items()
    )


def strain_words(stress: Stress, lang: Language) -> tuple[str, ...]:
    """Return each thing that was changed with what did not survive it, a sentence each."""
    return tuple(
        text.say(
            "stress.strain" if one.lost else "stress.strain.all",
            lang,
            strain=_upper(strain_name(one, lang)),
            touchpoints=", ".join(one.lost),
        )
        for one in stress.strains
    )


def strain_name(strain: Strain, lang: Language) -> str:
    """Return what was changed, in a few words."""
    amount = text.NOTHING
    if strain.amount is not None:
        amount = (
            text.percent(strain.amount, lang) if strain.kind in _SHARES else text.whole(strain.amount, lang)
        )
    return text.say(f"stress.kind.{strain.kind}", lang, about=strain.about, amount=amount)


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
