"""Intervals and agreement that several rooms compute, of plain numbers."""

from cx.statistics.means import reach
from cx.statistics.proportions import (
    design_effect,
    design_effect_of_sums,
    newcombe,
    two_shares_p,
    wilson,
)
from cx.statistics.ranks import tau_b

__all__ = ["design_effect", "design_effect_of_sums", "newcombe", "reach", "tau_b", "two_shares_p", "wilson"]
