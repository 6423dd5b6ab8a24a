"""What is told while a log is read, and how it is ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from cx.process import Beat

Step = Literal["columns", "counting"]


@dataclass(frozen=True)
class Watch:
    """Somebody who looks on while a log is read."""

    say: Callable[[Step], object] | None = None
    """Told what is done from now on."""
    beat: Beat | None = None
    """As :func:`cx.engine.asked` takes it; what it raises ends the work."""

    def begin(self, step: Step) -> None:
        """Say what is done from now on."""
        if self.say:
            self.say(step)
