"""Intervals and agreement that several rooms compute, of plain numbers."""

from cx.statistics.means import PairedMeans, paired_means, pooled_pairs, reach
from cx.statistics.proportions import (
    design_effect,
    design_effect_of_sums,
    newcombe,
    two_shares_p,
    wilson,
)
from cx.statistics.ranks import tau_b
from cx.statistics.several_tests import holm

__all__ = [
    "PairedMeans",
    "design_effect",
    "design_effect_of_sums",
    "holm",
    "newcombe",
    "paired_means",
    "pooled_pairs",
    "reach",
    "tau_b",
    "two_shares_p",
    "wilson",
]
