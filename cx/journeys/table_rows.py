"""The lists of figures as rows of tables, with what a list says together."""

from __future__ import annotations

from itertools import accumulate

from cx.records.journeys import Journeys

ARROW = " → "


def variant_rows(journeys: Journeys, most: int) -> list[dict[str, str | float]]:
    """Return the most common paths, each with the share of all that it and those before it cover.

    Parameters
    ----------
    most
        How many there are at most; those of too few customers, which are folded, are none.
    """
    listed = [one for one in journeys.variants if one.path is not None][:most]
    covered = accumulate(one.cases for one in listed)
    return [
        {"path": ARROW.join(one.path or ()), "cases": one.cases, "share": one.share, "covered": n / journeys.cases}
        for one, n in zip(listed, covered, strict=True)
    ]
