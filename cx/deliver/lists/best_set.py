"""The improvements that a budget buys, as a list to take away."""

from __future__ import annotations

from cx.deliver.lists.delimited import written
from cx.matrix.strategy import Option, Plan
from cx.records import DriverResult
from cx.text import Language, currency, currency_sign, say

_PERCENT = 100.0
_COLUMNS = ("touchpoint", "bought", "cost", "points", "reach", "gain", "low", "high", "chance", "worth")


def best_set_csv(plan: Plan, result: DriverResult, factor: float | None, lang: Language) -> bytes:
    """Return every improvement with its cost, its expected gain and whether it is bought, as a CSV file.

    Parameters
    ----------
    factor
        What one unit of the outcome is worth; ``None`` leaves the column of worth out.
    """
    columns = _COLUMNS if factor is not None else _COLUMNS[:-1]
    by = _PERCENT if result.positive is not None else 1.0
    rows = [
        _row(option, by, factor, lang, bought=option.measure.touchpoint in plan.chosen)
        for option in plan.options
    ]
    gains = [None if end is None else end * by for end in (plan.gain.value, plan.gain.low, plan.gain.high)]
    worth = None if factor is None else abs(factor) * plan.gain.value
    total = [say("budget.total", lang), None, plan.cost, None, None, *gains, None, worth]
    sign = currency_sign(currency(plan.currency, lang), lang)
    heads = [say(f"budget.column.{name}", lang, currency=sign) for name in columns]
    return written(heads, [row[: len(columns)] for row in (*rows, total)], lang)


def _row(
    option: Option,
    by: float,
    factor: float | None,
    lang: Language,
    *,
    bought: bool,
) -> list[str | float | None]:
    measure, gain = option.measure, option.gain
    return [
        measure.touchpoint,
        say("budget.yes" if bought else "budget.no", lang),
        measure.cost,
        measure.change.satisfaction,
        measure.change.exposure * _PERCENT,
        *(None if end is None else end * by for end in (gain.value, gain.low, gain.high)),
        option.chance,
        None if factor is None else abs(factor) * gain.value,
    ]
