"""Missions as a list that a spreadsheet opens with a double click."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from cx.deliver.ground import Value
from cx.deliver.lists.delimited import written
from cx.deliver.told import named_kpi
from cx.records import Decision
from cx.text import Language, say

COLUMNS: Final = (
    "touchpoint",
    "strategy",
    "advice",
    "contradicts",
    "reason",
    "owner",
    "due",
    "mission",
    "kpi",
    "current",
    "target",
    "now",
    "reached",
    "notes",
    "decided",
    "who",
)


def missions_csv(
    decisions: Sequence[Decision],
    lang: Language,
    *,
    now: Mapping[str, float | None],
    strategies: Mapping[str, str],
) -> bytes:
    """Return decisions with their missions as a CSV file, in the order given.

    Parameters
    ----------
    now
        Touchpoint id to the value of its KPI today.
    strategies
        Quadrant to the name of its strategy.

    Notes
    -----
    Written as :func:`~cx.deliver.lists.delimited.written` says; dates are ISO 8601.
    """
    heads = [say(f"missions.column.{name}", lang) for name in COLUMNS]
    found = (_row(one, now.get(one.touchpoint), strategies, lang) for one in decisions)
    return written(heads, ([row[name] for name in COLUMNS] for row in found), lang)


def _row(
    decision: Decision, now: float | None, strategies: Mapping[str, str], lang: Language
) -> dict[str, Value]:
    reached = decision.reached(now)
    answers = {True: "missions.yes", False: "missions.no"}
    return {
        "touchpoint": decision.name,
        "strategy": strategies[decision.strategy],
        "advice": strategies[decision.advice] if decision.advice else "",
        "contradicts": say(answers[not decision.accepted], lang),
        "reason": decision.reason,
        "owner": decision.owner,
        "due": decision.due.isoformat() if decision.due else "",
        "mission": decision.mission,
        "kpi": named_kpi(decision, lang) if decision.has_mission else "",
        "current": decision.current,
        "target": decision.target,
        "now": now,
        "reached": "" if reached is None else say(answers[reached], lang),
        "notes": decision.notes,
        "decided": decision.moment.isoformat(timespec="seconds"),
        "who": decision.who,
    }
