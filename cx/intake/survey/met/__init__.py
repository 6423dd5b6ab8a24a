"""Who met a touchpoint, where a column of yes and no says so beside the rating."""

from cx.intake.survey.met.answers import Met, with_met
from cx.intake.survey.met.listed_touchpoints import listed, met_in_lists
from cx.intake.survey.met.pairs import pairs
from cx.intake.survey.met.two_valued import TwoValued, two_valued

__all__ = ["Met", "TwoValued", "listed", "met_in_lists", "pairs", "two_valued", "with_met"]
