"""How strong an unmeasured cause would have to be to take an effect away."""

from __future__ import annotations

import math

LEVEL = 0.05


def partial_r2(t: float, df: float) -> float:
    """Return the share of what is left of the outcome that the touchpoint explains.

    Examples
    --------
    >>> round(partial_r2(4.18445, 783), 7)
    0.0218731
    """
    return t * t / (t * t + df)


def robustness(t: float, df: float, *, level: float | None = None) -> float:
    """Return the part of what is left of touchpoint and outcome that a cause must explain of both, 0..1.

    Parameters
    ----------
    t
        The effect divided by its standard error.
    df
        Degrees of freedom that are left.
    level
        ``None``: to bring the effect to 0; else to bring 0 into its interval at that level.

    References
    ----------
    Cinelli, C. & Hazlett, C. (2020). Making sense of sensitivity: extending omitted variable bias. Journal of
    the Royal Statistical Society B 82(1).

    Examples
    --------
    >>> round(robustness(4.18445, 783), 6), round(robustness(4.18445, 783, level=0.05), 7)
    (0.138776, 0.076258)
    """
    f = abs(t) / math.sqrt(df)
    if level is not None:
        from scipy.special import stdtrit  # a tenth of the time that scipy.stats takes to import

        f = max(0.0, f - float(stdtrit(df - 1, 1 - level / 2)) / math.sqrt(df - 1))
    return (math.sqrt(f**4 + 4 * f * f) - f * f) / 2


def robustness_pair(
    effect: float | None, low: float | None, high: float | None, *, groups: int, df: float
) -> tuple[float | None, float | None]:
    """Return the robustness of an effect with its 95% interval: to 0, and into its interval.

    Parameters
    ----------
    effect, low, high
        In any unit; ``None`` where unknown.
    groups
        How many groups the interval rests on: its half is t(groups - 1) standard errors.
    df
        Degrees of freedom that the model leaves.
    """
    if effect is None or low is None or high is None or groups < 2 or df <= 1 or high <= low:  # noqa: PLR2004
        return None, None
    from scipy.special import stdtrit

    error = (high - low) / 2 / float(stdtrit(groups - 1, 1 - LEVEL / 2))
    t = effect / error
    return robustness(t, df), robustness(t, df, level=LEVEL)
