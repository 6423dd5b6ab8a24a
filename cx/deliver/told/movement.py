"""The matrix with an arrow from where each touchpoint stood before."""

from __future__ import annotations

from dataclasses import replace

from cx.deliver.told.comparison import movements_title
from cx.deliver.told.request import Telling
from cx.records import Companions, Comparison, PictureOptions


def arrows(telling: Telling, comparison: Comparison | None) -> Telling | None:
    """Return what the picture of a comparison is made of; ``None`` where nothing stood anywhere before.

    Parameters
    ----------
    comparison
        As it is told: without names where the telling has none.
    """
    movements = comparison.movements if comparison else ()
    earlier = {
        one.id: (one.before.satisfaction, one.before.impact) for one in movements if one.before and one.after
    }
    if comparison is None or not earlier:
        return None
    title = movements_title(comparison, telling.lang)
    options = replace(telling.options or PictureOptions(), arrows=True, title=title)
    beside = replace(telling.companions or Companions(), earlier=earlier, earlier_name=comparison.before)
    return replace(telling, options=options, companions=beside)
