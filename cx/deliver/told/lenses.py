"""What is told of lenses: for each the conclusion, how its picture is read, and the picture itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cx.deliver.told.request import Telling, Told
from cx.matrix import lens_claim, months_claim, with_lens
from cx.matrix.telling import lenses as telling
from cx.records import Companions
from cx.records.lenses import Lenses, LensResult


@dataclass(frozen=True)
class LensTold:
    """One lens in words."""

    result: LensResult
    title: str
    how: str
    more: str
    """Further sentences; empty where there are none."""
    months: str = ""
    """What a trend of all contacts comes to; empty without one."""


def told_of(told: Told) -> tuple[LensTold, ...]:
    """Return every lens that reads a touchpoint."""
    results = told.added.lenses.results if told.added.lenses else ()
    return tuple(_one(result, told) for result in results if result.is_read)


def _one(result: LensResult, told: Told) -> LensTold:
    claim = lens_claim(result, told.matrix, told.added.invested)
    trend = months_claim(result)
    return LensTold(
        result,
        telling.title(claim, result, told.lang),
        telling.how(result, told.lang),
        " ".join(telling.more(claim, result, told.lang)),
        telling.months_title(trend, told.lang) if trend else "",
    )


def on_matrix(telling: Telling, result: LensResult, title: str) -> Telling:
    """Return what is told with the marks of a lens on the matrix, and its conclusion as the title.

    Parameters
    ----------
    telling
        Under the touchpoints' own names.
    result
        The lens under the same names.
    """
    matrix = telling.matrix
    look = replace(telling.options or matrix.settings.look, lens=result.lens, title=title)
    marked = replace(matrix, settings=replace(matrix.settings, look=look))
    beside = with_lens(telling.companions or Companions(), marked, Lenses((result,)))
    return replace(telling, matrix=marked, options=look, companions=beside)
