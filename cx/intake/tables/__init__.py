"""What the columns of a table of touchpoints are: cells, neighbours and names weighed together."""

from cx.intake.tables.column_profile import Seen
from cx.intake.tables.settle import resettled

__all__ = ["Seen", "resettled"]
