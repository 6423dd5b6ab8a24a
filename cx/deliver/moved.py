"""The matrix with an arrow from where each touchpoint stood before."""

from __future__ import annotations

from dataclasses import replace

from cx.deliver.session_words import movements_title
from cx.records import Companions, Comparison, PictureOptions
from cx.text import Language


def arrows(
    comparison: Comparison | None,
    options: PictureOptions | None,
    companions: Companions | None,
    lang: Language,
) -> tuple[PictureOptions, Companions] | None:
    """Return what the picture of a comparison is made with; ``None`` where nothing stood anywhere before."""
    movements = comparison.movements if comparison else ()
    earlier = {
        one.id: (one.before.satisfaction, one.before.impact) for one in movements if one.before and one.after
    }
    if comparison is None or not earlier:
        return None
    title = movements_title(comparison, lang)
    chosen = replace(options or PictureOptions(), arrows=True, title=title)
    beside = replace(companions or Companions(), earlier=earlier, earlier_name=comparison.before)
    return chosen, beside
