"""What a column of responses is, by evidence: profiles, moods, frames of headers, witnesses and their weights."""

from cx.intake.survey.evidence.profile import Profile
from cx.intake.survey.evidence.settle import KINDS, Settled, settled

__all__ = ["KINDS", "Profile", "Settled", "settled"]
