"""Every formula that the matrix rests on, as data: one list feeds the Method page and the documents.

Their names and explanations stand in ``cx/text`` under ``formula.<key>`` and ``formula.<key>.what``.
"""

from __future__ import annotations

from dataclasses import dataclass

from cx import text
from cx.text import Language


@dataclass(frozen=True)
class Formula:
    """A formula with its source."""

    key: str
    latex: str
    source: str
    """The paper or book; empty for a convention of this program."""

    def name(self, lang: Language) -> str:
        """Return what the formula computes."""
        return text.say(f"formula.{self.key}", lang)

    def what(self, lang: Language) -> str:
        """Return what its signs stand for and when it applies."""
        return text.say(f"formula.{self.key}.what", lang)


_MARTILLA = (
    "Martilla, J. A. & James, J. C. (1977). Importance-performance analysis. Journal of Marketing 41(1)."
)
_CEX = "Van Dongen Crombags, M. & Wietzes, J. CEX sells. VODW."

FORMULAS: tuple[Formula, ...] = (
    Formula("mean", r"c = \frac{1}{k}\sum_{j=1}^{k} v_j", _MARTILLA),
    Formula("median", r"c = \operatorname{median}(v_1, \dots, v_k)", _MARTILLA),
    Formula("weighted", r"c = \frac{\sum_j w_j v_j}{\sum_j w_j}", ""),
    Formula("midpoint", r"c = \frac{v_{\min} + v_{\max}}{2} \qquad c = \frac{1}{k}", _MARTILLA),
    Formula("high", r"v \ge c - 10^{-9}\max(1, |c|)", ""),
    Formula(
        "bubble",
        r"\bar{s} = \frac{\sum_r n_r s_r}{\sum_r n_r} \qquad \bar{y} = \frac{\sum_r w_r y_r}{\sum_r w_r}"
        r" \qquad w = \sum_r w_r",
        "",
    ),
    Formula("share", r"y_j = \sum_m a_m \frac{d_m v_{jm}}{\sum_i d_m v_{im}} \qquad \sum_m a_m = 1", _CEX),
    Formula(
        "priority",
        r"P_j = \frac{\max(y_j, 0)}{\sum_i \max(y_i, 0)} \cdot \frac{\max(0, t - s_j)}{s_{\max} - s_{\min}}"
        r" \cdot \frac{w_j}{\sum_i w_i}",
        "",
    ),
    Formula("pareto", r"\min\Big\{m : \sum_{r=1}^{m} P_{(r)} \ge 0.7 \sum_i P_i\Big\}", ""),
    Formula(
        "certainty",
        r"p = \Phi\!\left(\frac{v - c}{\mathrm{se}}\right) \qquad \mathrm{se} = \frac{\mathrm{sd}}{\sqrt{n}}",
        "",
    ),
    Formula("area", r"r_j = r_{\max}\sqrt{w_j / w_{\max}}", ""),
    Formula("turned", r"s' = s_{\min} + s_{\max} - s", ""),
)
"""In the order of the Method page."""
