"""The numbers that the texts of all columns stand for: known words, codes, words that nobody knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from cx.intake.survey.answers.texts import batteries
from cx.intake.survey.answers.texts.fitting import ends_among, fitting, frequent
from cx.intake.survey.answers.texts.record import Texts
from cx.intake.words import BY_HAND, ENDS, NUMBERED, Spoken, climbs, glued_number, goodness, level, spoken
from cx.process import Budget, steps
from cx.records.file import EVERY_COLUMN

_MOSTLY = 0.8


def scales_of_texts(
    columns: Sequence[Texts], chosen: Mapping[str, Mapping[str, float]], budget: Budget
) -> list[Spoken | None]:
    """Return for each column the numbers of its texts; ``None`` where they are no scale.

    Parameters
    ----------
    columns
        All columns of a table.
    chosen
        Header, or ``*``, to answer to the number that a person gave it.
    budget
        The time for the file.
    """
    whole = spoken([[] if _is_plain(one) else list(one.counts) for one in steps(columns)])
    budget.check()
    kept = [list(one.counts) if scale else _kept(one) for one, scale in zip(columns, whole, strict=True)]
    known = whole
    if any(texts and scale is None for texts, scale in zip(kept, whole, strict=True)):
        again = spoken([[] if _is_plain(one) else texts for one, texts in zip(columns, kept, strict=True)])
        known = [other or scale for other, scale in zip(again, whole, strict=True)]
    budget.check()
    known = [scale or _glued(one) for one, scale in zip(columns, known, strict=True)]
    known = _with_ends(columns, _as_siblings(columns, known))
    unsure = [_is_unsure(one, scale) for one, scale in zip(columns, known, strict=True)]
    shared = batteries.scales(columns, known, unsure, budget)
    found = [battery or scale for battery, scale in zip(shared, known, strict=True)]
    return [_by_person(one, chosen, scale) for one, scale in zip(columns, found, strict=True)]


def _is_plain(one: Texts) -> bool:
    """Bare numbers with labels at the ends that carry no number themselves."""
    return one.labelled and bool(_sides(one))


def _kept(one: Texts) -> list[str]:
    return fitting(one.counts, one.numbers) if one.counts else []


def _is_unsure(one: Texts, scale: Spoken | None) -> bool:
    """Whether a column holds texts that are no known answers, and too many to be remarks."""
    if scale is None:
        return True
    return scale.family != NUMBERED and bool(frequent(one.counts, list(scale.numbers)))


def _sides(one: Texts) -> dict[str, int]:
    """Labels without a number to how good they are; empty where one of them carries a number."""
    told = spoken([list(one.counts)])[0]
    if told and told.family in (NUMBERED, "yes_no"):
        return {}
    found = {text: level(text) for text in one.counts}
    sides = {text: (known[1] if known else 2 * goodness(text)) for text, known in found.items()}
    return {text: side for text, side in sides.items() if side}


def _glued(one: Texts) -> Spoken | None:
    """Bare numbers with labels that end in the numbers next to them: ``I hate it!-5``, -4 ... 4."""
    numbers = {text: glued_number(text) for text in one.counts} if one.labelled else {}
    said = {text: number for text, number in numbers.items() if number is not None}
    if not said or len(said) < len(numbers):
        return None
    low, high = float(np.nanmin(one.values)), float(np.nanmax(one.values))
    if not all(low - 1 <= number <= high + 1 for number in said.values()):
        return None
    ends = min(low, *said.values()), max(high, *said.values())
    return Spoken(said, *ends, ENDS, "lower" if climbs(said) < 0 else "higher")


def _with_ends(columns: Sequence[Texts], known: list[Spoken | None]) -> list[Spoken | None]:
    """Numbers for labels at the ends of bare numbers, over all columns that have the same ones."""
    sides = [_sides(one) if one.labelled else {} for one in columns]
    pooled: dict[str, int] = {}
    spans: list[tuple[float, float]] = []
    for one, told in zip(columns, sides, strict=True):
        if told:
            pooled.update(told)
            spans.append((float(np.nanmin(one.values)), float(np.nanmax(one.values))))
    if not pooled or len(pooled) > 4:  # noqa: PLR2004 - the ends of a scale and what is next to them
        return known
    numbers = ends_among(pooled, min(low for low, _ in spans), max(high for _, high in spans))
    ends = (
        min(*numbers.values(), *(low for low, _ in spans)),
        max(*numbers.values(), *(hi for _, hi in spans)),
    )
    scale = Spoken(numbers, *ends, ENDS)
    return [scale if told else one for told, one in zip(sides, known, strict=True)]


def _as_siblings(columns: Sequence[Texts], known: list[Spoken | None]) -> list[Spoken | None]:
    """A column of which most cells hold answers of another one is read as that one is."""
    of_text = {text: scale for scale in known if scale for text in scale.numbers}
    return [scale or _as_sibling(one, of_text) for one, scale in zip(columns, known, strict=True)]


def _as_sibling(one: Texts, of_text: Mapping[str, Spoken]) -> Spoken | None:
    shared: dict[int, int] = {}
    for text, n in one.counts.items():
        if text in of_text:
            shared[id(of_text[text])] = shared.get(id(of_text[text]), 0) + n
    if not shared or max(shared.values()) < _MOSTLY * (sum(one.counts.values()) + one.numbers):
        return None
    best = max(shared, key=shared.__getitem__)
    return next(scale for scale in of_text.values() if id(scale) == best)


def _by_person(one: Texts, chosen: Mapping[str, Mapping[str, float]], found: Spoken | None) -> Spoken | None:
    """Answers in words with the numbers that a person gave them."""
    every = chosen.get(EVERY_COLUMN, {})
    numbers = {**(every if set(every) & set(one.counts) else {}), **chosen.get(one.header, {})}
    if not numbers:
        return found
    known = {**(found.numbers if found else {}), **numbers}
    ends = [*known.values(), *((found.low, found.high) if found and not found.asked else ())]
    low, high = min(ends), max(ends)
    return Spoken(known, low, high if high > low else low + 1, BY_HAND)
