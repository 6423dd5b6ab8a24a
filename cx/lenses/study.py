"""All lenses over one material, in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Callable

from cx.lenses import (
    coverage,
    delivery,
    expectation_gap,
    knowledge_gap,
    moments,
    proactivity,
    pyramid,
    specification,
)
from cx.records.lenses import Lenses, LensResult, Material

EACH: tuple[Callable[[Material], LensResult | None], ...] = (
    knowledge_gap.of,
    expectation_gap.of,
    specification.of,
    delivery.of,
    pyramid.of,
    proactivity.of,
    moments.of,
    coverage.of,
)


def look(material: Material) -> Lenses:
    """Return what each lens has to show; those without data are left out.

    Parameters
    ----------
    material
        What the matrix, responses, logs and people know of the touchpoints (:func:`cx.matrix.material`).
    """
    return Lenses(tuple(result for each in EACH if (result := each(material)) is not None))
