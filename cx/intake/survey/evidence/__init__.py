"""What a column of responses is, by evidence: profiles, moods, frames of headers, weighed witnesses."""

from cx.intake.survey.evidence.around import Around
from cx.intake.survey.evidence.averaged import profiles_of
from cx.intake.survey.evidence.frames import framed
from cx.intake.survey.evidence.overall import like_an_overall
from cx.intake.survey.evidence.profile import Profile
from cx.intake.survey.evidence.settle import KINDS, Settled, settled
from cx.intake.survey.evidence.signs import shares_mood, stands_alone, tells_rating
from cx.intake.survey.evidence.standard import standard
from cx.intake.survey.evidence.tickets import (
    Crossed,
    Sorted,
    crossed,
    holds_addresses,
    is_broken,
    is_even,
    said_again,
    sorted_by,
    told_alone,
)
from cx.intake.survey.evidence.weights import rows, touchpoint_weights, weights

__all__ = [
    "KINDS",
    "Around",
    "Crossed",
    "Profile",
    "Settled",
    "Sorted",
    "crossed",
    "framed",
    "holds_addresses",
    "is_broken",
    "is_even",
    "like_an_overall",
    "profiles_of",
    "rows",
    "said_again",
    "settled",
    "shares_mood",
    "sorted_by",
    "standard",
    "stands_alone",
    "tells_rating",
    "told_alone",
    "touchpoint_weights",
    "weights",
]
