"""How all contacts went, month by month, as lines that the page draws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cx import text
from cx.records.journeys import Trend, Trends
from cx.records.lenses import LensResult
from cx.text import Language

_KINDS = ("negative", "reactive", "proactive")


def months(result: LensResult, lang: Language) -> Trends | None:
    """Return the shares of negative, reactive and proactive contacts of each month; ``None`` without a trend.

    Parameters
    ----------
    result
        The lens of contacts; another one has no months.
    """
    found = result.total.get("months")
    if not isinstance(found, Sequence) or not found:
        return None
    return Trends(
        tuple(str(one["month"]) for one in found),
        tuple(int(one["n"]) for one in found),
        tuple(
            Trend(
                "share_of_cases",
                text.say(f"lens.legend.{kind}", lang),
                tuple(_value(one, kind) for one in found),
            )
            for kind in _KINDS
        ),
    )


def _value(one: Mapping[str, Any], kind: str) -> float:
    return float(one[kind]["value"])
