"""What an outcome can become: never beyond its scale, and a share never beyond 0 and 100%."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cx.impact.model.sweep import Numbers
from cx.records import DriverResult, Ends

_LEAST, _MOST = 0.02, 0.98
"""Between these shares a straight line is as good as the logit."""
_SLACK = 1e-9


@dataclass(frozen=True)
class Possible:
    """The mean outcome, and how far it can go."""

    mean: float
    ends: Ends
    share: bool
    """Whether the outcome has two values, so that its mean is a share."""

    @classmethod
    def of(cls, result: DriverResult) -> Possible:
        """Return what the outcome of a result can become."""
        return cls(result.outcome_mean, result.outcome_ends, result.two_valued)

    def change(self, linear: float | Numbers) -> Numbers:
        """Return the changes of the outcome that are possible, for changes by the straight line.

        Notes
        -----
        A score stops at the end of its scale. A share p follows the straight line from 2% to 98%; beyond it
        goes on along the logit, with the slope 1 / (p (1 - p)) that the logit has at the share as it is:
        always within 0 and 100%, and never back where the line goes on. A share that is already beyond 2% or
        98% follows the logit from there.

        Examples
        --------
        >>> Possible(8.0, (0.0, 10.0), share=False).change(3.0).item()
        2.0
        >>> (0.04 + Possible(0.04, (0.0, 1.0), share=True).change(-0.06)).round(4).item()
        0.0071
        """
        wanted = np.asarray(linear, dtype=float)
        low, high = self.ends
        if self.share and low is not None and high is not None:
            return self._along_logit(wanted, low, high - low)
        limits = [-np.inf if low is None else low - self.mean, np.inf if high is None else high - self.mean]
        return np.asarray(np.clip(wanted, min(limits[0], 0.0), max(limits[1], 0.0)))

    def within(self, linear: float) -> bool:
        """Return whether the straight line stays within what is possible."""
        return bool(abs(float(self.change(linear)) - linear) <= _SLACK * max(1.0, abs(linear)))

    def _along_logit(self, linear: Numbers, low: float, width: float) -> Numbers:
        now = (self.mean - low) / width
        wanted = now + linear / width
        edge = np.clip(wanted, min(_LEAST, now), max(_MOST, now))
        slope = now * (1 - now)
        if not slope > 0:
            return np.zeros_like(linear)
        exponent = np.clip(np.log(edge / (1 - edge)) + (wanted - edge) / slope, -700.0, 700.0)
        curved = 1 / (1 + np.exp(-exponent))
        return np.where(wanted == edge, linear, (curved - now) * width)
