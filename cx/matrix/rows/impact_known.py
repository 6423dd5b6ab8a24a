"""Whether the impact of a table may be spoken of."""

from __future__ import annotations

from cx.records import ImpactClaim, Touchpoints


def impact_claim(touchpoints: Touchpoints) -> ImpactClaim:
    """Return whether impact is shown: by the file, or by the responses that it was derived from.

    Notes
    -----
    Tables that an earlier version kept do not say it: there the draws and the findings do.
    """
    if touchpoints.impact_kind == "none":
        return "none"
    if touchpoints.impact_kind != "derived":
        return "shown"
    if touchpoints.impact_claim is not None:
        return touchpoints.impact_claim
    draws = touchpoints.draws
    if draws is not None:
        return "none" if draws.impact is None else "shown"
    too_little = any(finding.code == "explains_too_little" for finding in touchpoints.findings)
    return "none" if too_little else "unclear"
