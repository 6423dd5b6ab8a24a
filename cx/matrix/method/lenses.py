"""The formulas of the lenses."""

from __future__ import annotations

from cx.matrix.method import sources
from cx.matrix.method.formula import Formula

OF_LENSES: tuple[Formula, ...] = (
    Formula(
        "lens_knowledge",
        "lenses",
        r"\bar{g}_j - s_j \pm t_{m-1,\,0.975}\sqrt{\tfrac{s_g^2}{m} + e_j^2}",
        sources.PARASURAMAN_1985,
    ),
    Formula(
        "lens_ranks",
        "lenses",
        r"\tau_b = \frac{C - D}{\sqrt{(C + D + T_g)(C + D + T_s)}}",
        sources.KENDALL,
    ),
    Formula(
        "lens_expected",
        "lenses",
        r"P_j - E_j \qquad \operatorname{var}(P - E) = \operatorname{var}P + \operatorname{var}E"
        r" - 2\operatorname{cov}(P, E)",
        sources.PARASURAMAN_1988,
    ),
    Formula(
        "lens_specification",
        "lenses",
        r"\frac{\sum_{j\,\text{with}} \max(y_j, 0)}{\sum_j \max(y_j, 0)}",
        sources.PARASURAMAN_1985,
    ),
    Formula(
        "lens_delivery",
        "lenses",
        r"\hat{p}_j = \frac{m_j}{n_j} \qquad n_j' = \frac{n_j}{d_j}",
        sources.WILSON,
    ),
    Formula(
        "lens_pyramid",
        "lenses",
        r"\max\{k : h_1 = \dots = h_k = 1\} \qquad k = 0 \text{ if } h_1 = 0",
        sources.GARTNER,
    ),
    Formula(
        "lens_levels",
        "lenses",
        r"\hat{p} = \frac{x}{n} \qquad d = \max\Big(1, \frac{v_c}{\hat{p}(1 - \hat{p})/n}\Big)",
        sources.WILSON,
    ),
    Formula(
        "lens_months",
        "lenses",
        r"\Big[\Delta - \sqrt{(\hat{p}_2 - l_2)^2 + (u_1 - \hat{p}_1)^2},\;"
        r" \Delta + \sqrt{(u_2 - \hat{p}_2)^2 + (\hat{p}_1 - l_1)^2}\Big]"
        r" \qquad \Delta = \hat{p}_2 - \hat{p}_1",
        sources.NEWCOMBE,
    ),
    Formula("lens_truth", "lenses", r"\min_s \mathrm{low}_{js} > 0", sources.CARLZON),
    Formula(
        "lens_differing",
        "lenses",
        r"Q = \sum_s \frac{(b_{js} - \bar{b}_j)^2}{e_{js}^2} \sim \chi^2_{S-1}",
        sources.COCHRAN,
    ),
    Formula(
        "lens_blind",
        "lenses",
        r"\frac{\max(y_j, 0)}{\sum_i \max(y_i, 0)} \cdot \frac{w_j}{\sum_i w_i}",
    ),
    Formula(
        "lens_next",
        "lenses",
        r"\bar{s}_j' \sim N\Big(\bar{s}_j,\ e_j^2\,\frac{m}{n_j + m}\Big)",
        sources.RAIFFA,
    ),
)
"""In the order of the lenses."""
