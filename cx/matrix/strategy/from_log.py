"""What a log adds to the advice for a touchpoint: who comes again, what leads there, where others leave."""

from __future__ import annotations

from cx import text
from cx.records import Bubble
from cx.records.journeys import Contacts
from cx.text import Language


def contact_advice(bubble: Bubble, contacts: Contacts | None, lang: Language) -> tuple[str, ...]:
    """Return what the log says, in sentences; nothing where it does not know the touchpoint.

    How customers come to it, and where those end who never do, is said where more people are to
    experience it.
    """
    if contacts is None or contacts.again_share is None:
        return ()
    found = [text.say("advice.repeats", lang, share=text.percent(contacts.again_share, lang, 1))]
    if bubble.quadrant != "expand_reach":
        return tuple(found)
    if contacts.leads is not None:
        share = text.percent(contacts.leads_share, lang)
        found.append(text.say("advice.leads", lang, touchpoint=contacts.leads, share=share))
    if contacts.leave is not None:
        share, missed = text.percent(contacts.leave_share, lang), text.whole(contacts.missed, lang)
        found.append(text.say("advice.leave", lang, touchpoint=contacts.leave, share=share, missed=missed))
    return tuple(found)
