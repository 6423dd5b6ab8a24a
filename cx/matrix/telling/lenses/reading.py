"""One reading of a lens in words: a sentence for a card, a few signs for a cell."""

from __future__ import annotations

from cx import text
from cx.lenses import gap_words
from cx.records.lenses import (
    Bar,
    Coverage,
    ExpectationGap,
    KnowledgeGap,
    Lens,
    LensResult,
    Proactivity,
    Reading,
)
from cx.text import Language


def lens_name(lens: Lens, lang: Language) -> str:
    """Return what a lens is called."""
    return text.say(f"lens.{lens}", lang)


def signed(value: float | None, lang: Language, decimals: int = 1) -> str:
    """Return a difference with its sign.

    Examples
    --------
    >>> signed(0.5, "en"), signed(-0.25, "nl", 2), signed(0.0, "en")
    ('+0.5', '−0,25', '0.0')
    """
    words = text.number(value, lang, decimals)
    return (
        f"+{words}"
        if value is not None and value > 0 and words != text.number(0.0, lang, decimals)
        else words
    )


def in_words(result: LensResult, one: Reading, lang: Language) -> str:
    """Return what a lens says of one touchpoint; empty where it says nothing."""
    match one:
        case KnowledgeGap(guess=float(guess), truth=float(truth)):
            values = {"guess": guess, "truth": truth}
        case ExpectationGap(expectation=float(expected), experience=float(got)):
            values = {"expectation": expected, "experience": got}
        case Proactivity(negative=Bar() as bad, reactive=Bar() as asked, proactive=Bar() as ahead):
            shares = {"negative": bad.value, "reactive": asked.value, "proactive": ahead.value}
            words = {key: text.percent_told(share, lang) for key, share in shares.items()}
            return text.say("lens.card.proactivity", lang, **words)
        case Coverage():
            return _measured(one, lang)
        case _:
            return _plain(result.lens, one, lang)
    write = text.percent_told if result.of_shares else _two_decimals
    figures = {key: write(value, lang) for key, value in values.items()}
    gap = _with_interval(result, one, lang)
    about = {"figure": text.say(f"lens.figure.{result.figure}", lang)} if result.figure else {}
    return text.say(f"lens.card.{result.lens}", lang, gap=gap, **figures, **about)


def _plain(lens: Lens, one: Reading, lang: Language) -> str:
    words = ""
    match lens, one.value if isinstance(one.value, str) else one.number:
        case "moments", str(kind):
            words = text.say(f"lens.moment.{kind}", lang)
        case "specification", float(there):
            words = text.say("lens.card.standard" if there else "lens.card.no_standard", lang)
        case "delivery", float(met):
            words = _delivery(met, one, lang)
        case "pyramid", float(level):
            words = text.say("lens.card.pyramid", lang, level=f"{level:.0f}", what=level_name(level, lang))
    return words


def _delivery(met: float, one: Reading, lang: Language) -> str:
    share = text.percent_told(met, lang)
    if one.low is None:
        return text.say("lens.card.delivery_plain", lang, share=share)
    ends = {"low": text.percent_told(one.low, lang), "high": text.percent_told(one.high, lang)}
    return text.say("lens.card.delivery", lang, share=share, **ends)


def level_name(level: float, lang: Language) -> str:
    """Return what a level of the pyramid means; 0: even the first does not hold."""
    return text.say(f"lens.level.{max(0, min(5, round(level)))}", lang)


def _measured(one: Coverage, lang: Language) -> str:
    if not one.measures:
        return text.say("lens.card.unmeasured", lang)
    names = dict.fromkeys(text.say(f"lens.measure.{found.measure}", lang) for found in one.measures)
    return text.say("lens.card.coverage", lang, measures=", ".join(names))


def _two_decimals(value: float | None, lang: Language) -> str:
    return text.number(value, lang, 2)


def _with_interval(result: LensResult, one: Reading, lang: Language) -> str:
    words = gap_said(result, one.number, lang, 2)
    if one.low is None or one.high is None:
        return words
    ends = {"low": gap_said(result, one.low, lang, 2), "high": gap_said(result, one.high, lang, 2)}
    return text.say("lens.interval", lang, value=words, **ends)


def gap_said(result: LensResult, value: float | None, lang: Language, decimals: int = 1) -> str:
    """Return a gap with its sign: in percentages where it is one of shares, else with so many decimals."""
    if result.of_shares:
        return gap_words.signed(value, lang, share=True)
    return signed(value, lang, decimals)


def cell(result: LensResult, one: Reading | None, lang: Language) -> str:
    """Return what stands in a narrow column; empty where the lens says nothing of a touchpoint."""
    words = ""
    match result.lens, one:
        case _, None | Reading(value=None):
            pass
        case (("knowledge_gap" | "expectation_gap"), Reading(number=float(gap))):
            words = gap_said(result, gap, lang)
        case "specification", Reading(number=float(there)):
            words = text.say("lens.cell.yes" if there else "lens.cell.no", lang)
        case "pyramid", Reading(number=float(level)):
            words = f"{level:.0f}"
        case "moments", Reading(value=str(kind)):
            words = text.say(f"lens.moment.{kind}.short", lang)
        case "coverage", Coverage(measures=measures):
            count = len({found.measure for found in measures})
            words = str(count) if count else text.say("lens.cell.blind", lang)
        case _, Reading(number=float(share)):
            words = text.percent_told(share, lang)
    return words
