"""What else there is to say of a lens: its other end, figures of the whole, and how its picture is read."""

from __future__ import annotations

from cx import text
from cx.matrix.telling.lenses.reading import signed
from cx.matrix.telling.lenses.titles import contacts_said, names
from cx.records.lenses import Lens, LensClaim, LensResult
from cx.text import Language


def how(lens: Lens, lang: Language, figure: str = "") -> str:
    """Return how the picture of a lens is read."""
    if lens == "knowledge_gap" and figure:
        return text.say("lens.knowledge_gap.how", lang, figure=text.say(f"lens.figure.{figure}", lang))
    return text.say(f"lens.{lens}.how", lang)


def more(claim: LensClaim, result: LensResult, lang: Language) -> tuple[str, ...]:
    """Return the further sentences of a lens, each with its full stop."""
    said: tuple[str, ...] = ()
    match claim.lens:
        case "knowledge_gap":
            said = _ranks(claim, lang)
        case "expectation_gap":
            said = _served(claim, lang)
        case "pyramid" if claim.first and claim.second:
            said = (text.say("lens.pyramid.more", lang, names=names(claim.second, lang)),)
        case "moments" if result.is_read:
            said = (*_moments(claim, lang), *_contacts(result, lang))
        case "proactivity":
            said = (*_contacts(result, lang), *_unfollowed(result, lang))
        case "coverage" if claim.question is not None:
            said = (next_words(claim, lang),)
    return said


def next_words(claim: LensClaim, lang: Language) -> str:
    """Return the next question to ask, with what it would settle; empty where the data do not carry one."""
    asked = claim.question
    if asked is None:
        return ""
    chance = text.percent_told(asked.chance, lang)
    return text.say("lens.coverage.next", lang, n=asked.answers, name=asked.name, chance=chance)


def _ranks(claim: LensClaim, lang: Language) -> tuple[str, ...]:
    if claim.whole is None:
        return ()
    return (text.say("lens.knowledge_gap.more", lang, tau=text.number(claim.whole, lang, 2)),)


def _served(claim: LensClaim, lang: Language) -> tuple[str, ...]:
    said = []
    if claim.whole is not None:
        said.append(text.say("lens.expectation_gap.mean", lang, mean=signed(claim.whole, lang, 2)))
    if claim.second:
        said.append(text.say("lens.expectation_gap.over_served", lang, names=names(claim.second, lang)))
    return tuple(said)


def _moments(claim: LensClaim, lang: Language) -> tuple[str, ...]:
    groups = {"everyones": claim.first, "own": claim.second}
    return tuple(
        text.say(f"lens.moments.{key}", lang, names=names(found, lang))
        for key, found in groups.items()
        if found
    )


def _contacts(result: LensResult, lang: Language) -> tuple[str, ...]:
    said = contacts_said(result, "sentence", lang)
    return (said,) if said else ()


def _unfollowed(result: LensResult, lang: Language) -> tuple[str, ...]:
    late = result.total.get("unfollowed")
    if not isinstance(late, int) or not late:
        return ()
    return (text.say("lens.proactivity.unfollowed", lang, n=late),)
