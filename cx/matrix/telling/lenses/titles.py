"""The conclusion of a lens as a title: what its claims carry, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from cx import text
from cx.matrix.telling.lenses.reading import gap_said
from cx.records.lenses import Lens, LensClaim, LensResult, Named
from cx.text import Language

_MOST = 3
"""Touchpoints that a title names."""
_LOW = 2


def title(claim: LensClaim, result: LensResult, lang: Language) -> str:
    """Return the conclusion in a sentence without a full stop."""
    return _OF[claim.lens](claim, result, lang)


def names(found: Sequence[Named], lang: Language, write: Callable[[float], str] | None = None) -> str:
    """Return the first touchpoints as a list in words, each with its value where ``write`` says how."""
    words = [f"{one.name} {write(one.value)}" if write else one.name for one in found[:_MOST]]
    more = len(found) - len(words)
    if more:
        return text.say("lens.names.more", lang, names=", ".join(words), n=more)
    if not words[1:]:
        return "".join(words)
    return text.say("lens.names", lang, names=", ".join(words[:-1]), last=words[-1])


def _gap(claim: LensClaim, result: LensResult, lang: Language) -> str:
    if claim.case == "untold" or not claim.first:
        case = claim.case if claim.case == "untold" else f"above_{claim.case}"
        return text.say(f"lens.{claim.lens}.title.{case}", lang)
    largest = claim.first[:_MOST]
    said = names(largest, lang, lambda gap: gap_said(result, gap, lang))
    return text.say(f"lens.{claim.lens}.title.{claim.case}", lang, names=said)


def _specification(claim: LensClaim, result: LensResult, lang: Language) -> str:
    if claim.whole is None:
        known = [one.number for one in result.touchpoints if one.number is not None]
        there = sum(one > 0 for one in known)
        return text.say("lens.specification.title.counted", lang, n=there, total=len(known))
    share = text.percent_told(claim.whole, lang)
    if not claim.first:
        return text.say("lens.specification.title.share", lang, share=share)
    return text.say("lens.specification.title.missing", lang, share=share, names=names(claim.first, lang))


def _delivery(claim: LensClaim, _result: LensResult, lang: Language) -> str:
    if claim.whole is None:
        return text.say("lens.delivery.title.uncounted", lang)
    share = text.percent_told(claim.whole, lang)
    if claim.case != "told":
        return text.say(f"lens.delivery.title.{claim.case}", lang, share=share)
    return text.say("lens.delivery.title.told", lang, share=share, names=names(claim.first, lang))


def _pyramid(claim: LensClaim, result: LensResult, lang: Language) -> str:
    if claim.first:
        return text.say("lens.pyramid.title.low", lang, names=names(claim.first, lang))
    if claim.second:
        return text.say("lens.pyramid.title.high", lang, names=names(claim.second, lang))
    low = sum(one.number is not None and one.number <= _LOW for one in result.touchpoints)
    return text.say("lens.pyramid.title.counted", lang, n=low, total=len(result.touchpoints))


def _proactivity(claim: LensClaim, _result: LensResult, lang: Language) -> str:
    if claim.whole is None:
        return text.say("lens.proactivity.title.assessed", lang)
    share = text.percent_told(claim.whole, lang)
    if claim.case != "told":
        return text.say(f"lens.proactivity.title.{claim.case}", lang, share=share)
    return text.say("lens.proactivity.title.told", lang, share=share, names=names(claim.first, lang))


def _moments(claim: LensClaim, result: LensResult, lang: Language) -> str:
    if not result.is_read:
        return contacts_said(result, "title", lang)
    if not claim.first and not claim.second:
        return text.say("lens.moments.title.none", lang)
    key = "lens.moments.title.decided" if claim.decided else "lens.moments.title.advised"
    return text.say(key, lang, everyones=claim.everyones, own=claim.own)


def contacts_said(result: LensResult, form: Literal["title", "sentence"], lang: Language) -> str:
    """Return how often a customer is in contact: per year, or in the days of a log that is shorter.

    Empty where the log does not know its customers or its days.
    """
    per_year, each = result.total.get("per_year"), result.total.get("per_customer")
    end = ".title" if form == "title" else ""
    if isinstance(per_year, float):
        return text.say(f"lens.contacts.year{end}", lang, rate=text.number(per_year, lang, 1))
    days = result.total.get("days")
    if not isinstance(each, float) or not isinstance(days, int):
        return ""
    return text.say(f"lens.contacts.days{end}", lang, rate=text.number(each, lang, 1), n=days)


def _coverage(claim: LensClaim, _result: LensResult, lang: Language) -> str:
    if not claim.first:
        return text.say(f"lens.coverage.title.{'unknown' if claim.case == 'untold' else 'none'}", lang)
    return text.say("lens.coverage.title.blind", lang, names=names(claim.first, lang))


_OF: Mapping[Lens, Callable[[LensClaim, LensResult, Language], str]] = {
    "knowledge_gap": _gap,
    "expectation_gap": _gap,
    "specification": _specification,
    "delivery": _delivery,
    "pyramid": _pyramid,
    "proactivity": _proactivity,
    "moments": _moments,
    "coverage": _coverage,
}
