"""Sessions: as documents, changed by several people, decided in, kept and deleted."""

from cx.session.sessions.deciding import Standing
from cx.session.sessions.differences import Difference, Path
from cx.session.sessions.merging import Meeting
from cx.session.sessions.summaries import Summary
from cx.session.sessions.unfit_parts import Unfit, inside

__all__ = ["Difference", "Meeting", "Path", "Standing", "Summary", "Unfit", "inside"]
