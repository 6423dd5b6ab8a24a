"""How certain the quadrant of each touchpoint is, as a table and in words."""

from __future__ import annotations

import pandas as pd

from cx import text
from cx.matrix.strategy import strategy_words
from cx.records import QUADRANTS, Bubble, Matrix
from cx.text import Language


def table(matrix: Matrix, lang: Language) -> pd.DataFrame:
    """Return one row per touchpoint with a known certainty, the least certain first.

    Columns: touchpoint, quadrant (its strategy), certainty, borderline, axis (what the certainty is about)
    and the probability of each quadrant under its id. Empty where no certainty is known; ``axis`` is left out
    where both axes are known of all.
    """
    known = [bubble for bubble in matrix.bubbles if bubble.certainty is not None]
    known.sort(key=lambda bubble: bubble.certainty or 0.0)
    rows = pd.DataFrame([_row(bubble, matrix, lang) for bubble in known])
    partly = any(bubble.certainty_axis != "both" for bubble in known)
    return rows if partly else rows.drop(columns="axis", errors="ignore")


def words(matrix: Matrix, lang: Language) -> str:
    """Return how many touchpoints are borderline, in a sentence."""
    known = [bubble for bubble in matrix.bubbles if bubble.certainty is not None]
    return text.say("chances.count", lang, n=sum(bubble.borderline for bubble in known), total=len(known))


def _row(bubble: Bubble, matrix: Matrix, lang: Language) -> dict[str, object]:
    chances = bubble.probabilities or {}
    return {
        "touchpoint": bubble.label,
        "quadrant": strategy_words(bubble, matrix.settings, lang),
        "certainty": bubble.certainty,
        "borderline": bubble.borderline,
        "axis": text.say(f"chances.axis.{bubble.certainty_axis}", lang),
        **{quadrant: chances.get(quadrant) for quadrant in QUADRANTS},
    }
