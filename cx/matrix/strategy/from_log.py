"""What a log adds to the advice for a touchpoint: who comes again, what leads there, where others leave."""

from __future__ import annotations

from cx import text
from cx.records import Bubble
from cx.records.journeys import Contacts
from cx.text import Language


def repeats_in_words(share: float, lang: Language) -> str:
    """Return which share of a touchpoint's contacts are repeat contacts, as a sentence."""
    return text.say("advice.repeats", lang, share=text.percent_told(share, lang))


def contact_advice(bubble: Bubble, contacts: Contacts | None, lang: Language) -> tuple[str, ...]:
    """Return what the log says, in sentences; nothing where it does not know the touchpoint.

    How customers come to it, and where those end who never do, is said where more people are to
    experience it. The share of repeat contacts is left out where the matrix's own advice says it.
    """
    if contacts is None or contacts.again_share is None:
        return ()
    known = bubble.quadrant and bubble.contacted and bubble.contacted.repeats is not None
    found = [] if known else [repeats_in_words(contacts.again_share, lang)]
    if bubble.quadrant != "expand_reach":
        return tuple(found)
    if contacts.leads is not None:
        share = text.percent(contacts.leads_share, lang)
        found.append(text.say("advice.leads", lang, touchpoint=contacts.leads, share=share))
    if contacts.leave is not None:
        share, missed = text.percent(contacts.leave_share, lang), text.whole(contacts.missed, lang)
        found.append(text.say("advice.leave", lang, touchpoint=contacts.leave, share=share, missed=missed))
    return tuple(found)
