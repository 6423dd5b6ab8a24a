"""Every formula that the program rests on, as data: one list feeds the Method page and the documents.

Their names and explanations stand in ``cx/text`` under ``formula.<key>`` and ``formula.<key>.what``.
"""

from __future__ import annotations

from cx.matrix.method import sources
from cx.matrix.method.formula import PARTS, Formula, Part
from cx.matrix.method.journeys import OF_JOURNEYS
from cx.matrix.method.lenses import OF_LENSES

__all__ = ["FORMULAS", "PARTS", "Formula", "Part", "of"]


def of(part: Part) -> tuple[Formula, ...]:
    """Return the formulas of one part, in their order."""
    return tuple(formula for formula in FORMULAS if formula.part == part)


FORMULAS: tuple[Formula, ...] = (
    Formula("mean", "matrix", r"c = \frac{1}{k}\sum_{j=1}^{k} v_j", sources.MARTILLA),
    Formula("median", "matrix", r"c = \operatorname{median}(v_1, \dots, v_k)", sources.MARTILLA),
    Formula("weighted", "matrix", r"c = \frac{\sum_j w_j v_j}{\sum_j w_j}"),
    Formula(
        "midpoint", "matrix", r"c = \frac{v_{\min} + v_{\max}}{2} \qquad c = \frac{1}{k}", sources.MARTILLA
    ),
    Formula("high", "matrix", r"v \ge c - 10^{-9}\max(1, |c|)"),
    Formula("high_volume", "matrix", r"w_j \ge \operatorname{median}(w_1, \dots, w_k)"),
    Formula(
        "bubble",
        "matrix",
        r"\bar{s} = \frac{\sum_r n_r s_r}{\sum_r n_r} \qquad \bar{y} = \frac{\sum_r w_r y_r}{\sum_r w_r}"
        r" \qquad w = \sum_r w_r",
    ),
    Formula("area", "matrix", r"r_j = r_{\max}\sqrt{w_j / w_{\max}}"),
    Formula(
        "share",
        "matrix",
        r"y_j = \sum_m a_m \frac{d_m v_{jm}}{\sum_i d_m v_{im}} \qquad \sum_m a_m = 1",
        sources.CEX,
    ),
    Formula(
        "priority",
        "matrix",
        r"P_j = \frac{\max(y_j, 0)}{\sum_i \max(y_i, 0)} \cdot \frac{\max(0, t - s_j)}{s_{\max} - s_{\min}}"
        r" \cdot \frac{w_j}{\sum_i w_i}",
    ),
    Formula("lines", "matrix", r"y \cdot (t - s) = C", sources.BACON),
    Formula("pareto", "matrix", r"\min\Big\{m : \sum_{r=1}^{m} P_{(r)} \ge 0.7 \sum_i P_i\Big\}"),
    Formula("score_mean", "scores", r"m \pm t_{n-1,\,0.975}\,\frac{\mathrm{sd}}{\sqrt{n}}", sources.STUDENT),
    Formula(
        "wilson",
        "scores",
        r"\frac{\hat{p} + \frac{z^2}{2n} \pm z\sqrt{\frac{\hat{p}(1 - \hat{p})}{n} + \frac{z^2}{4n^2}}}"
        r"{1 + \frac{z^2}{n}}",
        sources.WILSON,
    ),
    Formula(
        "nps",
        "scores",
        r"100(p - d) \qquad \tilde{p} = \frac{n p + \frac{3}{4}}{n + 3} \qquad"
        r" \tilde{d} = \frac{n d + \frac{3}{4}}{n + 3} \qquad"
        r" \tilde{p} - \tilde{d} \pm z\sqrt{\frac{\tilde{p} + \tilde{d} - (\tilde{p} - \tilde{d})^2}{n + 3}}",
        sources.BONETT,
    ),
    Formula("turned", "scores", r"s' = s_{\min} + s_{\max} - s"),
    Formula("common", "scores", r"u = \frac{s - s_{\min}}{s_{\max} - s_{\min}}"),
    Formula(
        "weights",
        "scores",
        r"n_{\mathrm{eff}} = \frac{\left(\sum_i w_i\right)^2}{\sum_i w_i^2}",
        sources.KISH,
    ),
    Formula("model", "drivers", r"Y = \alpha + \sum_j \big(e_j z_j + b_j z_j (x_j - m_j)\big) + \varepsilon"),
    Formula(
        "shapley",
        "drivers",
        r"\varphi_j = \sum_{S \not\ni j} \frac{|S|!\,(p - |S| - 1)!}{p!}\big(R^2(S \cup j) - R^2(S)\big)",
        sources.LINDEMAN,
    ),
    Formula(
        "sampled",
        "drivers",
        r"\hat{\varphi}_j = \frac{1}{M} \sum_{m=1}^{M} \Big(R^2\big(S_j(\pi_m) \cup j\big)"
        r" - R^2\big(S_j(\pi_m)\big)\Big)",
        sources.CASTRO,
    ),
    Formula(
        "pmvd",
        "drivers",
        r"\varphi_j = \frac{P(\mathrm{all})}{P(\mathrm{all} \setminus j)} \qquad"
        r" P(S) = \frac{R^2(\mathrm{all}) - R^2(\mathrm{all} \setminus S)}"
        r"{\sum_{i \in S} 1 / P(S \setminus i)}",
        sources.FELDMAN,
    ),
    Formula(
        "mood",
        "drivers",
        r"\bar{h} = \frac{1}{p} \sum_j \lambda_j^2 \qquad r_{ij} \approx \lambda_i \lambda_j \qquad"
        r" c_j = b_j s_j - \frac{1}{p} \sum_i b_i s_i",
        sources.HARMAN,
    ),
    Formula("events", "drivers", r"\min(n_1, n_0) \ge 10\,k", sources.PEDUZZI),
    Formula(
        "johnson",
        "drivers",
        r"R = V D V^{\top} \quad \Lambda = V D^{1/2} V^{\top} \quad \beta = \Lambda^{-1} r"
        r" \quad \epsilon = (\Lambda \circ \Lambda)(\beta \circ \beta)",
        sources.JOHNSON,
    ),
    Formula("correlation", "drivers", r"\varphi_j = R^2(\{j\})"),
    Formula(
        "adjusted", "drivers", r"R^2_{\mathrm{adj}} = 1 - (1 - R^2)\,\frac{n - 1}{n - 1 - k}", sources.EZEKIEL
    ),
    Formula("vif", "drivers", r"\mathrm{VIF} = \frac{1}{1 - R_j^2}", sources.MARQUARDT),
    Formula(
        "penalty",
        "drivers",
        r"Y = \alpha + \sum_j \big(e_j z_j + p_j\,\mathrm{low}_j + r_j\,\mathrm{high}_j\big) + \varepsilon"
        r" \qquad \mathrm{IA}_j = \frac{|r_j| - |p_j|}{|r_j| + |p_j|}",
        sources.BRANDT,
    ),
    Formula(
        "stated",
        "drivers",
        r"\rho = \operatorname{corr}\big(\operatorname{rank}(q), \operatorname{rank}(y)\big)",
        sources.SPEARMAN,
    ),
    Formula(
        "agreement",
        "drivers",
        r"A = \frac{1}{k}\,\#\{j : Q_{1j} = Q_{2j} = Q_{3j}\}",
    ),
    Formula(
        "certainty",
        "certainty",
        r"p = \Phi\!\left(\frac{v - c}{\mathrm{se}}\right) \qquad \mathrm{se} = \frac{\mathrm{sd}}{\sqrt{n}}",
    ),
    Formula(
        "counted",
        "certainty",
        r"p = \frac{1}{B}\,\#\{b : Q^{*}_{b} = Q\}",
        sources.EFRON,
    ),
    Formula(
        "noise",
        "certainty",
        r"q = 0.7 \sum_j z_j^2 \qquad f(B) \propto B^{k/2 - 1} e^{-qB/2} \qquad"
        r" d'_{jb} = d_{jb} - \big(1 - \sqrt{1 - B_b}\big)\operatorname{median}_b(d_{jb})",
    ),
    Formula(
        "ranges",
        "certainty",
        r"\Big[1 + \#\{i : \theta_i - \theta_j > c\,\mathrm{se}_{ij}\},\ k - \#\{i : \theta_j - \theta_i >"
        r" c\,\mathrm{se}_{ij}\}\Big]",
        sources.MOGSTAD,
    ),
    Formula(
        "robustness",
        "certainty",
        r"\mathrm{RV} = \frac{\sqrt{f^4 + 4 f^2} - f^2}{2} \qquad f = \frac{|t|}{\sqrt{\nu}}",
        sources.CINELLI,
    ),
    Formula(
        "share_interval",
        "certainty",
        r"R^2_c(S) = 1 - \big(1 - R^2(S)\big)\frac{n - 1}{n - 1 - 2 k_S} \qquad"
        r" \bar{y} + \sqrt{\tfrac{G}{G - 1}}\,\tfrac{t_{G-1}}{z}\,\big[q_{0.025},\, q_{0.975}\big]"
        r"\big(y^{*} - \bar{y}\big), \quad y^{*} = \varphi_j^{*} / R^{2*}_c",
        sources.EFRON,
    ),
    Formula(
        "jackknife",
        "certainty",
        r"\hat{\theta} \pm t_{G-1,\,0.975}"
        r"\sqrt{\frac{G - 1}{G}\sum_{g=1}^{G}\big(\hat{\theta}_{(g)} - \bar{\theta}\big)^2}",
        sources.KOTT,
    ),
    Formula(
        "region",
        "certainty",
        r"(x - \bar{x})^{\top} \Sigma^{-1} (x - \bar{x}) \le \chi^2_{2,\,0.95} = 5.99",
    ),
    Formula(
        "what_if", "choices", r"\Delta Y = \sum_j \big(b_j\, \pi_j\, \Delta x_j + e_j\, \Delta\pi_j\big)"
    ),
    Formula(
        "possible",
        "choices",
        r"\operatorname{logit}(p') = \operatorname{logit}(a) + \frac{p + \Delta - a}{p (1 - p)} \qquad"
        r" a \in \{0.02,\ 0.98\}",
    ),
    Formula(
        "shrunk",
        "choices",
        r"\hat{b} \sim N(\beta, 1.3\,V) \qquad \beta_j \sim N(\mu, \tau^2) \qquad g = E(\beta \mid \hat{b})",
        sources.MORRIS,
    ),
    Formula(
        "budget",
        "choices",
        r"\max \sum_j g_j a_j \quad : \quad \sum_j c_j a_j \le B,\ a_j \in \{0, 1\}",
        sources.DANTZIG,
    ),
    Formula(
        "frontier",
        "choices",
        r"F_j = \operatorname{front}\big(F_{j-1} \cup \{(c + c_j,\, g + g_j) : (c, g) \in F_{j-1}\}\big)",
        sources.NEMHAUSER,
    ),
    Formula(
        "welch",
        "change",
        r"t = \frac{s_2 - s_1}{\sqrt{e_1 + e_2}} \qquad e = \frac{\mathrm{sd}^2}{n} \qquad"
        r" \nu = \frac{(e_1 + e_2)^2}{\frac{e_1^2}{n_1 - 1} + \frac{e_2^2}{n_2 - 1}}",
        sources.WELCH,
    ),
    Formula(
        "clusters",
        "change",
        r"e = \frac{C}{C - 1} \sum_c \Big(\frac{S_c - \bar{x} W_c}{\sum W}\Big)^2"
        r" \qquad C = \frac{(\sum_c W_c)^2}{\sum_c W_c^2}",
        sources.BINDER,
    ),
    Formula(
        "pairs",
        "change",
        r"e = \sum_c u_c^2 = A + B + D \qquad"
        r" \nu = \frac{(A + B + D)^2}{\frac{A^2}{\nu_A} + \frac{B^2}{\nu_B} + \frac{D^2}{\nu_D}}",
        sources.SATTERTHWAITE,
    ),
    Formula(
        "holm",
        "change",
        r"\tilde{p}_{(i)} = \max_{j \le i} \min\big(1,\ (k - j + 1)\, p_{(j)}\big)",
        sources.HOLM,
    ),
    Formula(
        "moved",
        "change",
        r"P = \Phi_2\Big(\frac{|L - s_1|}{\sqrt{e_1}},\ \frac{|s_2 - L|}{\sqrt{e_2}};\ -r\Big) \ge 0.90",
    ),
    Formula(
        "segments_differ",
        "change",
        r"F = \frac{\frac{1}{k-1}\sum_g \frac{(s_g - \bar{s})^2}{v_g}}{1 + \frac{2(k - 2)}{k^2 - 1} R}"
        r" \qquad R = \sum_g \frac{1}{\nu_g}\Big(1 - \frac{1/v_g}{\sum 1/v}\Big)^2",
        sources.WELCH_SEVERAL,
    ),
    Formula(
        "segments_shrunk",
        "change",
        r"s_g' = \bar{s} + \frac{\tau^2}{\tau^2 + v_g}\,(s_g - \bar{s})",
        sources.DERSIMONIAN,
    ),
    Formula("alert_falls", "change", r"s_1 - s_2 > a"),
    Formula("alert_below", "change", r"s_2 < a"),
    *OF_JOURNEYS,
    *OF_LENSES,
    Formula("points", "room", r"W_j = \sum_i w_{ij} \qquad \sum_j w_{ij} \le P"),
    Formula(
        "points_disagree",
        "room",
        r"W_j \ge \frac{1}{k}\sum_i W_i \ \wedge\ \#\{i : w_{ij} > 0\} < \frac{n}{3}",
    ),
    Formula("ratings", "room", r"M_j = \operatorname{median}(x_{1j}, \dots, x_{nj})"),
    Formula("ratings_disagree", "room", r"Q_3 - Q_1 \ge 2", sources.HYNDMAN),
)
"""In the order of the Method page."""
