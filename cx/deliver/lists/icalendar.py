"""Missions as a calendar file: a task, and where there is a date, a day in the calendar.

Calendars take events and leave tasks aside, lists of tasks do the opposite, so the file holds both.

References
----------
RFC 5545, Internet Calendaring and Scheduling (iCalendar).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from cx.deliver.ground import xml_text
from cx.deliver.told import named_kpi
from cx.records import Decision
from cx.text import Language, say, trimmed

_LONGEST_LINE: Final = 75
"""Bytes of a line without its end (RFC 5545, 3.1)."""
_PRODUCT: Final = "-//CX impact matrix//Missions//EN"
_ESCAPED: Final = re.compile(r"([\\;,])")


def calendar(decisions: Sequence[Decision], session_id: str, lang: Language, *, moment: dt.datetime) -> bytes:
    """Return the missions among decisions as an iCalendar file.

    Parameters
    ----------
    session_id
        Makes the ids of tasks and events the same in every export, so that importing again updates them.
    moment
        When the file is made.
    """
    missions = [one for one in decisions if one.has_mission]
    entries = [
        line for one in missions for make in (_task, _day) for line in make(one, session_id, lang, moment)
    ]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN", *entries]
    return "".join(f"{folded(line)}\r\n" for line in (*lines, "END:VCALENDAR")).encode()


def folded(line: str) -> str:
    r"""Return a line broken so that no part is longer than 75 bytes, and no character is cut through.

    Examples
    --------
    >>> folded("x" * 80).split("\r\n ") == ["x" * 75, "x" * 5]
    True
    """
    parts, part, size = [], "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > _LONGEST_LINE:
            parts.append(part)
            part, size = "", 1  # the blank at the start of a part that goes on counts
        part, size = part + sign, size + width
    return "\r\n ".join([*parts, part])


def escaped(text: str) -> str:
    r"""Return text as the value of a property.

    Examples
    --------
    >>> escaped("Call; then, maybe\nwrite")
    'Call\\; then\\, maybe\\nwrite'
    """
    plain = xml_text(text).replace("\r\n", "\n").replace("\r", "\n")
    return _ESCAPED.sub(r"\\\1", plain).replace("\n", "\\n")


def _task(decision: Decision, session_id: str, lang: Language, moment: dt.datetime) -> list[str]:
    due = [f"DUE;VALUE=DATE:{decision.due:%Y%m%d}"] if decision.due else []
    about = _about(decision, session_id, lang, moment, "task")
    return ["BEGIN:VTODO", *about, *due, "STATUS:NEEDS-ACTION", "END:VTODO"]


def _day(decision: Decision, session_id: str, lang: Language, moment: dt.datetime) -> list[str]:
    if decision.due is None:
        return []
    after = decision.due + dt.timedelta(days=1)
    days = [f"DTSTART;VALUE=DATE:{decision.due:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}"]
    about = _about(decision, session_id, lang, moment, "day")
    return ["BEGIN:VEVENT", *about, *days, "TRANSP:TRANSPARENT", "END:VEVENT"]


def _about(decision: Decision, session_id: str, lang: Language, moment: dt.datetime, kind: str) -> list[str]:
    summary = f"{decision.name}: {decision.mission}" if decision.mission else decision.name
    return [
        f"UID:{session_id}-{decision.touchpoint}-{kind}@cx-impact-matrix",
        f"DTSTAMP:{_utc(moment)}",
        f"LAST-MODIFIED:{_utc(decision.moment)}",
        f"SUMMARY:{escaped(' '.join(summary.split()))}",
        f"DESCRIPTION:{escaped(_description(decision, lang))}",
    ]


def _description(decision: Decision, lang: Language) -> str:
    target = trimmed(decision.target, lang) if decision.target is not None else ""
    current = trimmed(decision.current, lang) if decision.current is not None else ""
    lines = (
        ("owner", decision.owner),
        ("kpi", named_kpi(decision, lang)),
        ("current", current),
        ("target", target),
        ("notes", decision.notes),
    )
    return "\n".join(f"{say(f'missions.column.{name}', lang)}: {words}" for name, words in lines if words)


def _utc(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
