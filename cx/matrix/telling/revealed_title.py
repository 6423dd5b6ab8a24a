"""What may be said while quadrants are revealed one after the other: nothing of those still hidden."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from cx import text
from cx.matrix.strategy import strategy
from cx.matrix.telling.headings import footnote
from cx.records import Matrix, Quadrant
from cx.text import Language


def so_far(matrix: Matrix, shown: Sequence[Quadrant], lang: Language) -> str:
    """Return the title while quadrants are revealed one after the other."""
    if not shown:
        return text.say("stage.hidden", lang, n=len(matrix.bubbles))
    name, count = strategy(matrix.settings, shown[-1], lang).name, len(matrix.in_quadrant(shown[-1]))
    return text.say("stage.partly", lang, strategy=name, n=count)


def footnote_so_far(matrix: Matrix, shown: Sequence[Quadrant], lang: Language, day: dt.date) -> str:
    """Return the footnote of :func:`footnote` that names no touchpoint of a quadrant still hidden."""
    told = [one if one.quadrant in shown else replace(one, small_base=False) for one in matrix.bubbles]
    return footnote(replace(matrix, bubbles=tuple(told)), lang, day)
