"""What is said about a session in a line: how much it holds, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cx import text
from cx.records import Session
from cx.text import Language
from pages.parts.shell import clock

if TYPE_CHECKING:
    from cx.session.sessions import Summary


def of_kept(one: Summary, lang: Language) -> str:
    """Return when a session was changed, what it holds, and whether it is locked."""
    parts = [
        text.say("sessions.changed", lang, moment=clock.day_and_time(one.changed, lang)),
        text.say("count.touchpoints", lang, n=one.touchpoints),
        text.say("count.decisions", lang, n=one.decisions),
        *([text.say("sessions.is_locked", lang)] if one.locked else []),
    ]
    return text.for_markdown(" · ".join(parts))


def of_opened(session: Session, lang: Language) -> str:
    """Return how much the open session holds, and when it was begun."""
    names = session.touchpoints.rows["touchpoint"].nunique()
    parts = [
        text.say("count.touchpoints", lang, n=names),
        text.say("count.decisions", lang, n=len(session.decisions)),
        text.say("sessions.begun", lang, moment=clock.day_and_time(session.created, lang)),
    ]
    return " · ".join(parts)
