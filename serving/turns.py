"""How long the work for one visitor goes on where that for another waits: short beside long work.

A page that is drawn reads files and waits for the network a hundred times, and each time for its turn too.
At Python's own five milliseconds a control was seen to take more than a second beside a file that was being
understood. But where many draw at once, short turns cost all of them more than they give to each.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Collection
from typing import Final

from serving.visitors import runs

USUAL: Final = sys.getswitchinterval()
"""Seconds of a turn, as Python has them."""
SHORT: Final = 0.0002
"""Seconds of a turn beside long work."""
_FEW: Final = 3
"""Runs at once among which turns are short."""
_BETWEEN_LOOKS: Final = 0.25
"""Seconds; a run that is seen twice is long."""


async def share() -> None:
    """Look again and again for who draws, for as long as the server runs."""
    before: Collection[object] = ()
    while True:
        await asyncio.sleep(_BETWEEN_LOOKS)
        now = runs()
        sys.setswitchinterval(turn(before, now))
        before = now


def turn(before: Collection[object], now: Collection[object]) -> float:
    """Return the seconds of a turn, by the runs at the look before and at this one."""
    is_long = any(one in before for one in now)
    return SHORT if is_long and len(now) <= _FEW else USUAL
