"""Missions as a list that a spreadsheet opens with a double click."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Final

from cx.deliver.safe import csv_text, xml_text
from cx.records import Decision
from cx.text import Language, say

_DELIMITERS: Final = {"en": ",", "nl": ";"}
_MARKS: Final = {"en": ".", "nl": ","}
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
    UTF-8 with a byte order mark; Dutch with semicolons and decimal commas, English with commas and points.
    Dates are ISO 8601. Text that could be taken for a formula gets an apostrophe.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=_DELIMITERS[lang], lineterminator="\r\n")
    writer.writerow([say(f"missions.column.{name}", lang) for name in COLUMNS])
    for decision in decisions:
        row = _row(decision, now.get(decision.touchpoint), strategies, lang)
        writer.writerow([_cell(row[name], lang) for name in COLUMNS])
    return target.getvalue().encode("utf-8-sig")


def kpi(decision: Decision, lang: Language) -> str:
    """Return what a mission is measured by, in words."""
    return decision.kpi if decision.measure == "own" else say(f"measure.{decision.measure}", lang)


def _row(
    decision: Decision, now: float | None, strategies: Mapping[str, str], lang: Language
) -> dict[str, object]:
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
        "kpi": kpi(decision, lang) if decision.has_mission else "",
        "current": decision.current,
        "target": decision.target,
        "now": now,
        "reached": "" if reached is None else say(answers[reached], lang),
        "notes": decision.notes,
        "decided": decision.moment.isoformat(timespec="seconds"),
        "who": decision.who,
    }


def _cell(value: object, lang: Language) -> str:
    if isinstance(value, float):
        return f"{value:.12g}".replace(".", _MARKS[lang])
    return csv_text(xml_text(str(value))) if value is not None else ""
