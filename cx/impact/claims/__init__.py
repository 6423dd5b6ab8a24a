"""What may be said of drivers: whether impact is known, directions, ranks, robustness, and what is noise."""

from cx.impact.claims.calibration import (
    HARDLY_DIFFER,
    IMPACT_STEP,
    SATISFACTION_STEP,
    Noise,
    centres,
    for_ranks,
    noise,
    noise_of,
    shrunk,
)
from cx.impact.claims.driver_claims import claimed, notes
from cx.impact.claims.ranks import Ranks, ranks
from cx.impact.claims.robustness import partial_r2, robustness
from cx.impact.claims.sample_size import answers_needed, too_little

__all__ = [
    "HARDLY_DIFFER",
    "IMPACT_STEP",
    "SATISFACTION_STEP",
    "Noise",
    "Ranks",
    "answers_needed",
    "centres",
    "claimed",
    "for_ranks",
    "noise",
    "noise_of",
    "notes",
    "partial_r2",
    "ranks",
    "robustness",
    "shrunk",
    "too_little",
]
