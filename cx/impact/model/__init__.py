"""The joint model on those sums: R², shares, effects, scores, and what a change would bring."""

from cx.impact.model import mood, pmvd
from cx.impact.model.changes import Change, WhatIf, scaled, what_if
from cx.impact.model.effects import Effects, estimated
from cx.impact.model.joint import FEWEST, Model, exposures, means, spreads
from cx.impact.model.mood import between
from cx.impact.model.orders import Sampled, sampled
from cx.impact.model.outcome_limits import Possible
from cx.impact.model.penalty_reward import ContrastMoments, contrasts
from cx.impact.model.precision import Exactness, exactness
from cx.impact.model.scores import weights_of
from cx.impact.model.shapley import MOST
from cx.impact.model.shares import (
    EVERY_DRAW,
    FEW,
    FEWER_DRAWS,
    ShareDraws,
    drawn,
    enough_rows,
    impacts,
    interval,
    roughness,
)
from cx.impact.model.shrunk_effects import Shrunk, shrunk
from cx.impact.model.sweep import Numbers, correlations

__all__ = [
    "EVERY_DRAW",
    "FEW",
    "FEWER_DRAWS",
    "FEWEST",
    "MOST",
    "Change",
    "ContrastMoments",
    "Effects",
    "Exactness",
    "Model",
    "Numbers",
    "Possible",
    "Sampled",
    "ShareDraws",
    "Shrunk",
    "WhatIf",
    "between",
    "contrasts",
    "correlations",
    "drawn",
    "enough_rows",
    "estimated",
    "exactness",
    "exposures",
    "impacts",
    "interval",
    "means",
    "mood",
    "pmvd",
    "roughness",
    "sampled",
    "scaled",
    "shrunk",
    "spreads",
    "weights_of",
    "what_if",
]
