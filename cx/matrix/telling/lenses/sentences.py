"""What else there is to say of a lens: its other end, figures of the whole, and how its picture is read."""

from __future__ import annotations

from cx import text
from cx.lenses import assessed_words
from cx.matrix.telling.lenses.reading import signed
from cx.matrix.telling.lenses.titles import contacts_said, names
from cx.records.lenses import Lens, LensClaim, LensResult
from cx.text import Language

_WITH_INTERVALS: tuple[Lens, ...] = ("knowledge_gap", "expectation_gap", "delivery")
"""Lenses whose picture has a thin line where chance is known."""


def how(result: LensResult, lang: Language) -> str:
    """Return how the picture of a lens is read; of intervals only where there are any."""
    lens, about = result.lens, {}
    if lens == "knowledge_gap":
        about = {"figure": text.say(f"lens.figure.{result.figure or 'satisfaction'}", lang)}
    said = text.say(f"lens.{lens}.how", lang, **about)
    if lens in _WITH_INTERVALS and any(one.low is not None for one in result.touchpoints):
        return f"{said} {text.say('lens.how.interval', lang)}"
    return said


def more(claim: LensClaim, result: LensResult, lang: Language) -> tuple[str, ...]:
    """Return the further sentences of a lens, each with its full stop."""
    said: tuple[str, ...] = ()
    match claim.lens:
        case "knowledge_gap":
            said = _ranks(claim, lang)
        case "expectation_gap":
            said = (*_mean(claim, result, lang), *_dimensions(result, lang), *_served(claim, lang))
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


def _mean(claim: LensClaim, result: LensResult, lang: Language) -> tuple[str, ...]:
    """The mean over all, and the one that is weighted where dimensions have weights."""
    if claim.whole is None:
        return ()
    mean, weighted = signed(claim.whole, lang, 2), result.total.get("weighted")
    if not isinstance(weighted, float):
        return (text.say("lens.expectation_gap.mean", lang, mean=mean),)
    return (text.say("lens.expectation_gap.both", lang, mean=mean, weighted=signed(weighted, lang, 2)),)


def _dimensions(result: LensResult, lang: Language) -> tuple[str, ...]:
    """The gap of each dimension, the largest shortfall first."""
    found = result.total.get("dimensions")
    if not isinstance(found, list) or not found:
        return ()
    order = sorted(found, key=lambda one: float(one["value"]))
    each = [
        f"{assessed_words.dimension(str(one['name']), lang)} {signed(float(one['value']), lang, 2)}"
        for one in order
    ]
    return (text.say("lens.expectation_gap.dimensions", lang, dimensions=", ".join(each)),)


def _served(claim: LensClaim, lang: Language) -> tuple[str, ...]:
    if not claim.second:
        return ()
    return (text.say("lens.expectation_gap.over_served", lang, names=names(claim.second, lang)),)


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
