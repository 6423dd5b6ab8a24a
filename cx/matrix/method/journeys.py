"""The formulas of paths through touchpoints."""

from __future__ import annotations

from cx.matrix.method import sources
from cx.matrix.method.formula import Formula

OF_JOURNEYS: tuple[Formula, ...] = (
    Formula("path_share", "journeys", r"s_v = \frac{|\{c : p_c = v\}|}{|C|}"),
    Formula(
        "path_median",
        "journeys",
        r"\Pr(\tilde{m} \le x_{(i)}) = I_{i/n}\!\left(\tfrac{n + 1}{2}, \tfrac{n + 1}{2}\right)",
        sources.EFRON,
    ),
    Formula(
        "path_outcome",
        "journeys",
        r"Y = \beta_0 + \beta_e\, e + \sum_{t \notin e} \gamma_t z_t + \varepsilon",
        sources.MACKINNON,
    ),
)
