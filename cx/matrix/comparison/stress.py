"""The stress panel: the matrix drawn once more with one thing changed, and what survives it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import numpy as np

from cx import text
from cx.matrix.build import build
from cx.matrix.rows import folded
from cx.records import Bubble, Matrix, Strain, Stress, Touchpoints, Trial
from cx.text import Language

_RULES: Final = ("mean", "median", "midpoint")
_SHARES = ("mood",)


def stressed(matrix: Matrix, touchpoints: Touchpoints) -> Stress | None:
    """Return which conclusions survive; ``None`` where nothing is said of impact.

    Parameters
    ----------
    matrix
        As drawn.
    touchpoints
        The table that it was built from, with what its responses give otherwise (``trials``).

    Notes
    -----
    A conclusion is a touchpoint whose quadrant the data carry (it is not borderline). It survives where it
    lies in the same quadrant with lines by mean, median and midpoint, with shares by PMVD, without those who
    gave one rating throughout, and without the largest segment; and where no mood behind all answers, no
    near-twin and no exposure effects that all point one way make its impact doubtful.
    """
    if not matrix.has_impact or matrix.claims.impact == "none":
        return None
    told = [one for one in matrix.bubbles if one.quadrant and one.claim and one.claim.quadrant_claim]
    strains = [
        Strain(rule, _elsewhere(told, build(touchpoints, replace(matrix.settings, crosshair_rule=rule))))
        for rule in _RULES
        if rule != matrix.crosshair.rule
    ]
    strains += [_of(trial, told, matrix, touchpoints) for trial in touchpoints.trials]
    return Stress(tuple(bubble.label for bubble in told), tuple(strains))


def _of(trial: Trial, told: list[Bubble], matrix: Matrix, touchpoints: Touchpoints) -> Strain:
    doubted = {folded(name) for name in trial.doubtful}
    lost = [one.label for one in told if folded(one.name) in doubted and _concerned(trial, one)]
    if trial.shares:
        moved = _elsewhere(told, build(_changed(touchpoints, trial), matrix.settings))
        lost = [one.label for one in told if one.label in {*lost, *moved}]
    return Strain(trial.kind, tuple(lost), trial.about, trial.amount)


def _concerned(trial: Trial, bubble: Bubble) -> bool:
    """Exposure effects carry one conclusion only: that more people should experience a touchpoint."""
    if trial.kind != "activity":
        return True
    return bubble.quadrant == "expand_reach" and bubble.evidence is not None and bubble.evidence.backs_reach


def _elsewhere(told: list[Bubble], other: Matrix) -> tuple[str, ...]:
    there = {bubble.id: bubble.quadrant for bubble in other.bubbles}
    return tuple(one.label for one in told if there.get(one.id, one.quadrant) != one.quadrant)


def _changed(touchpoints: Touchpoints, trial: Trial) -> Touchpoints:
    """The table with the numbers of a trial; satisfaction only where each touchpoint is one row."""
    rows = touchpoints.rows.copy()
    names = [folded(str(name)) for name in rows["touchpoint"]]
    rows["impact"] = _replaced(rows["impact"].tolist(), names, trial.shares)
    if len(set(names)) == len(names):
        rows["satisfaction"] = _replaced(rows["satisfaction"].tolist(), names, trial.satisfaction)
    return replace(touchpoints, rows=rows, draws=None)


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
