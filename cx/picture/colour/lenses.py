"""Shades of what lenses divide: from dark to light in one hue, so that any eye and any printer tells them."""

from __future__ import annotations

from typing import Final

LEVEL_SHADES: Final = ("#6B2A55", "#B684A3", "#E9D9E3")
"""Negative, reactive and proactive contacts."""
MET_SHADES: Final = ("#46566B", "#D5DBE3")
"""A standard that was met, and one that was not."""
GUESS_SHADE: Final = "#8A6D1F"
"""What the room believes."""
EXPECTED_SHADE: Final = "#93386B"
"""What customers expect."""
