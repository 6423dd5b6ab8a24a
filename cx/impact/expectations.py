"""What respondents expected of touchpoints, beside what they got."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from cx.impact.reading import cells
from cx.records import Responses, Scale
from cx.records.file import Paired
from cx.statistics import paired_means

Numbers = npt.NDArray[np.float64]


def paired(responses: Responses) -> dict[str, Paired]:
    """Return touchpoint to what those who answered both got and expected, on its own scale.

    Notes
    -----
    Of all rows, also those without an outcome. Ratings are turned so that higher is better, expectations with
    them; codes lie outside the scale. Formula: :func:`cx.statistics.paired_means`.
    """
    weights = None if responses.weight is None else _numbers(responses, responses.weight)
    found: dict[str, Paired] = {}
    for name, asked in responses.expected.items():
        scale = responses.scales[name]
        both = paired_means(
            _scored(_numbers(responses, name), scale), _scored(_numbers(responses, asked), scale), weights
        )
        if both is not None:
            found[name] = Paired(both.first, both.second, both.error, both.freedom, both.n)
    return found


def _numbers(responses: Responses, name: str) -> Numbers:
    return cells.numbers(responses.rows[name])[0]


def _scored(values: Numbers, scale: Scale) -> Numbers:
    inside = np.where((values >= scale.minimum) & (values <= scale.maximum), values, np.nan)
    return inside if scale.direction == "higher" else scale.minimum + scale.maximum - inside
