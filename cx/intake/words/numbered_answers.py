"""Numbers and letters beside the words of answers: ``Dis-agree (2)``, ``1 = very good``, ``b) Good``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cx.intake.words.degrees import LONGEST_ANSWER, Spoken
from cx.intake.words.levels import goodness
from cx.records.scale import Direction

NUMBERED, LETTERED = "numbered", "lettered"
_BEHIND = re.compile(r"[(\[]\s*(-?\d{1,3})\s*[)\]]\s*$")
_BEFORE = re.compile(
    r"^\s*[(\[]?(-?\d{1,3})[)\]]?\s*(?:[-–—=:.)|/]\s*|[(\[]\s*|\s+)(?=[^\W\d_]|[\"“„«']\s*[^\W\d_])"
)
_LETTER = re.compile(r"^\s*[(\[]?([A-Ka-k])\s*(?:[)\].:=]\s*|\s+[-–—=:]\s*|[-–—]\s+)(?=[^\W\d_])")
_STARS = re.compile(r"^\s*(\d{1,2})\s*(?:stars?|ster(?:ren)?|sterne?|points?|punten|punt)\s*$", re.IGNORECASE)
_OUT_OF = re.compile(r"^\s*(\d{1,3})\s*(?:/|out of|van de|op|von|sur)\s*(?:5|7|10|100)\s*$", re.IGNORECASE)
_COUNTED = re.compile(r"^\s*(10|\d)\s*([^\W\d_]\D{0,20})$")
_FEWEST_STEPS = 3
_GLUED = re.compile(r"[^\W\d_][!?.…]*\s?([-+−–]?\d{1,3})\s*$")
_DRAWN = re.compile(r"^\s*([★⭐✭✩☆\ufe0f]+)\s*$")


def counted_alike(columns: Sequence[Sequence[str]]) -> list[Spoken | None]:
    """Return columns in which each answer is a number of a short scale before the same sign: ``4星``.

    One such column may count anything, as people or years; several that share the sign and three numbers
    are answers.

    Examples
    --------
    >>> counted_alike([["4星", "5星", "2星"], ["1星", "3星", "5星"]])[0].numbers
    {'4星': 4.0, '5星': 5.0, '2星': 2.0}
    >>> counted_alike([["2 kinderen", "3 kinderen", "4 kinderen"], ["ja"]])
    [None, None]
    """
    found = [_counted(texts) for texts in columns]
    often = Counter(sign for sign, _ in found if sign)
    shared = {sign: [n for own, numbers in found if own == sign for n in numbers.values()] for sign in often}
    return [
        Spoken(numbers, min(1.0, *shared[sign]), max(shared[sign]), NUMBERED)
        if sign and often[sign] > 1 and len(set(shared[sign])) >= _FEWEST_STEPS
        else None
        for sign, numbers in found
    ]


def _counted(texts: Sequence[str]) -> tuple[str, dict[str, float]]:
    """What stands behind each number, and the numbers; nothing where texts differ in it."""
    matched = {text: _COUNTED.match(text) for text in texts if len(text) <= LONGEST_ANSWER}
    if len(matched) < max(len(texts), 2) or not all(matched.values()):
        return "", {}
    parts = {text: found.groups() for text, found in matched.items() if found}
    signs = {sign.strip().casefold() for _, sign in parts.values()}
    return (
        (signs.pop(), {text: float(number) for text, (number, _) in parts.items()})
        if len(signs) == 1
        else ("", {})
    )


def number_in_words(text: str) -> float | None:
    """Return the number that an answer carries beside its words; ``None`` without one.

    Examples
    --------
    >>> number_in_words("Dis-agree (2)"), number_in_words("10 - zeer tevreden"), number_in_words("4 stars")
    (2.0, 10.0, 4.0)
    >>> number_in_words("★★★☆☆"), number_in_words("8/10")
    (3.0, 8.0)
    """
    if len(text) > LONGEST_ANSWER:
        return None
    drawn = _DRAWN.match(text)
    if drawn:
        return float(sum(sign in "★⭐✭" for sign in drawn.group(1)))
    found = _BEHIND.search(text) or _BEFORE.search(text) or _STARS.search(text) or _OUT_OF.search(text)
    return float(found.group(1)) if found else None


def glued_number(text: str) -> float | None:
    """Return the number that ends a label without a bracket; only beside bare numbers does that say anything.

    Examples
    --------
    >>> glued_number("I hate it!-5"), glued_number("top10"), glued_number("hopeless")
    (-5.0, 10.0, None)
    """
    found = _GLUED.search(text[-LONGEST_ANSWER:])
    return float(re.sub("[−–]", "-", found.group(1))) if found else None


def without_number(text: str) -> str:
    """Return an answer without the number before or behind it."""
    return _BEHIND.sub("", _BEFORE.sub("", text))


def numbered(texts: Sequence[str]) -> Spoken | None:
    """Return the texts of a column as the numbers beside their words; ``None`` where one has none."""
    numbers = {text: number for text in texts if (number := number_in_words(text)) is not None}
    if not texts or len(numbers) < len(texts):
        return None
    ends = min(numbers.values()), max(numbers.values())
    return Spoken(numbers, *ends, NUMBERED, "lower" if climbs(numbers) < 0 else "higher")


def directed(found: Sequence[Spoken | None]) -> list[Spoken | None]:
    """Return numbers with labels; a column with too few labels goes as those do that share one with it."""
    told: dict[str, Direction] = {}
    for scale in found:
        if scale and climbs(scale.numbers):
            told.update(dict.fromkeys(scale.numbers, scale.direction))
    return [
        replace(
            scale, direction=next((told[text] for text in scale.numbers if text in told), scale.direction)
        )
        if scale and not climbs(scale.numbers)
        else scale
        for scale in found
    ]


def climbs(numbers: Mapping[str, float]) -> int:
    """Return 1 where labels get better as their numbers rise, -1 where worse, 0 where they do not say.

    Examples
    --------
    >>> climbs({"1 = very good": 1.0, "5 = poor": 5.0}), climbs({"1 = goed": 1.0, "0 = slecht": 0.0})
    (-1, 1)
    """
    told = [(number, goodness(unnumbered(text))) for text, number in numbers.items()]
    if len({side for _, side in told}) < 2:  # noqa: PLR2004 - one end alone says nothing
        return 0
    middle = sum(number for number, _ in told) / len(told)
    sides = sum(side for _, side in told) / len(told)
    slope = sum((number - middle) * (side - sides) for number, side in told)
    return (slope > 0) - (slope < 0)


def unnumbered(text: str) -> str:
    """Return the words of an answer without the number or the letter before or behind them.

    Examples
    --------
    >>> unnumbered("1 (sehr gut)"), unnumbered("b) Good"), unnumbered("Dis-agree (2)")
    ('sehr gut', 'Good', 'Dis-agree')
    """
    behind = _BEHIND.sub("", text[:LONGEST_ANSWER])
    rest = _LETTER.sub("", _BEFORE.sub("", behind)) if behind.strip() else text
    return rest.strip(" ()[]=:-–—.\"“”„'")


def lettered(columns: Sequence[Sequence[str]]) -> list[Spoken | None]:
    """Return answers behind a letter each, ``a) Excellent``: letters give the order, words the good end."""
    found = [_letters(texts) for texts in columns]
    steps = {text: step for one in found for text, step in one.items()}
    rising = climbs(steps) if len(set(steps.values())) == len(steps) else 0
    top = max(steps.values(), default=0.0)
    if not rising or top < 2:  # noqa: PLR2004 - one letter is no scale
        return [None] * len(found)
    return [
        Spoken({t: n if rising > 0 else top + 1 - n for t, n in one.items()}, 1.0, top, LETTERED)
        if one
        else None
        for one in found
    ]


def _letters(texts: Sequence[str]) -> dict[str, float]:
    """Each text's letter as a step; nothing where a text has none."""
    found = {text: match for text in texts if (match := _LETTER.match(text[:LONGEST_ANSWER]))}
    if len(found) < len(texts):
        return {}
    return {text: float(ord(match.group(1).lower()) - ord("a") + 1) for text, match in found.items()}
