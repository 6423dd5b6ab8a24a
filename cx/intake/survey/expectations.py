"""Which column asks what people expect of a touchpoint that another column rates, and both together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from cx.intake.findings import Noticed
from cx.intake.survey import summary
from cx.intake.survey.answers import Answered, Flags, Values, core_of
from cx.intake.survey.kinds import Kinds
from cx.intake.survey.record import Survey
from cx.intake.words import plain
from cx.records.file import BOTH_COLUMNS, Paired
from cx.records.scale import Scale
from cx.statistics import paired_means

_Words = tuple[str, ...]
_MOST = 400
"""So many columns of a kind are put beside one another."""


def expected_of(ratings: Sequence[Answered], kinds: Kinds, noticed: Noticed) -> dict[str, Answered]:
    """Return header of a rating to the column that asks what was expected of the same touchpoint.

    A column for which no rating is found is noticed; it is no driver all the same.
    """
    found = {
        one.header: told for one in ratings if (told := kinds.beside(one.place, "expectation")) is not None
    }
    taken = {one.place for one in found.values()}
    left = [one for one in kinds.of("expectation") if one.place not in taken]
    open_ = [one for one in ratings if one.header not in found]
    found |= _by_words(left, open_)
    paired = {one.place for one in found.values()}
    for one in left:
        if one.place not in paired:
            noticed.column("warning", "expectation_unpaired", one.place)
    return found


def _by_words(asked: Sequence[Answered], rated: Sequence[Answered]) -> dict[str, Answered]:
    """Pairs whose headers are the same once the words are taken away that differ in most of them.

    ``Wish: invoice`` and ``Wish: app`` differ from ``Invoice`` and ``App`` by the same word.
    """
    said = {one.place: tuple(plain(one.header).split()) for one in (*asked[:_MOST], *rated[:_MOST])}
    apart = {
        (one.place, other.place): differing
        for one in asked[:_MOST]
        for other in rated[:_MOST]
        if (differing := _differing(said[one.place], said[other.place])) is not None
    }
    often = Counter(apart.values())
    headers = {one.place: one for one in (*asked, *rated)}
    found: dict[str, Answered] = {}
    used: set[int] = set()
    order = sorted(apart, key=lambda pair: (-often[apart[pair]], len(sum(apart[pair], ())), pair))
    for one, other in order:
        if one not in used and headers[other].header not in found:
            found[headers[other].header] = headers[one]
            used.add(one)
    return found


def _differing(one: _Words, other: _Words) -> tuple[_Words, _Words] | None:
    """The words that only one of two headers has, in their order; ``None`` where they share none."""
    shared = set(one) & set(other)
    if not shared:
        return None
    first, second = (tuple(word for word in words if word not in shared) for words in (one, other))
    return first, second


def scored_as(column: Answered, kept: Flags | None, own: Scale, shared: Scale) -> Values:
    """Return answers to a question beside a rating as the rating's own scores were made.

    Parameters
    ----------
    kept
        The rows that count; ``None``: all.
    own, shared
        The scale of the rating, and that of all scores.
    """
    values = core_values(column, kept)
    turned = summary.scored(values, own, "mean")
    return summary.on_scale(values if turned is None else turned, own, shared)


def means_beside(
    asked: Mapping[str, Answered],
    got: Values | None,
    known: Survey,
    groups: summary.Groups,
    scales: tuple[Scale, Scale],
) -> dict[str, Values]:
    """Return what was asked beside a rating, as its mean in each group.

    Parameters
    ----------
    asked
        Role to the column that asks.
    got
        (rows,) the scores of the rating, for those who also say what they expected; ``None``: another score
        than the mean, beside which nothing is expected.
    scales
        That of the rating, and that of all scores: what was expected is put on it.
    """
    found: dict[str, Values] = {}
    for role, column in asked.items():
        values = core_values(column, known.kept)
        if role == "expectation":
            values = scored_as(column, known.kept, *scales)
            if got is not None:
                own = got if known.kept is None else np.where(known.kept, got, np.nan)
                found |= both_beside(own, values, groups, known.weights)
        there = ~np.isnan(values)
        found[role] = summary.summed(values, there, groups.ids, groups.count, known.weights).mean
    return found


def both_beside(
    got: Values, expected: Values, groups: summary.Groups, weights: Values | None
) -> dict[str, Values]:
    """Return the sums over those in each group who said what they got and what they expected.

    Parameters
    ----------
    got, expected
        (rows,) on the scale of all scores; NaN where nothing was said.

    Returns
    -------
    dict
        The columns of :data:`cx.records.file.BOTH_COLUMNS`, each (groups,).
    """
    kept = ~np.isnan(got) & ~np.isnan(expected)
    own = np.ones(len(got)) if weights is None else np.nan_to_num(weights)
    kept &= own > 0
    of, w = groups.ids[kept], own[kept]

    def total(values: Values) -> Values:
        return np.bincount(of, values, minlength=groups.count).astype(np.float64)

    weight = total(w)
    with np.errstate(divide="ignore", invalid="ignore"):
        first, second = total(w * got[kept]) / weight, total(w * expected[kept]) / weight
    apart = (got - expected)[kept] - (first - second)[of]
    sums = total(np.ones(len(w))), weight, total(w**2), first, second, total(w * apart**2)
    return dict(zip(BOTH_COLUMNS, sums, strict=True))


def core_values(column: Answered, kept: Flags | None = None) -> Values:
    """Return the answers of the rows that count (``None``: all), without what lies apart like a code."""
    low, high = core_of(column.counted)
    inside = (column.values >= low) & (column.values <= high)
    return np.where(inside if kept is None else inside & kept, column.values, np.nan)


def paired_of(
    ratings: Sequence[Answered],
    asked: Mapping[str, Answered],
    scales: Mapping[str, Scale],
    shared: Scale,
    among: tuple[Flags | None, Values | None],
) -> dict[str, Paired]:
    """Return header to what was got and expected, of those who answered both, on the shared scale.

    Parameters
    ----------
    among
        The rows that count, and their weights.
    """
    kept, weights = among
    found: dict[str, Paired] = {}
    for one in ratings:
        if one.header not in asked:
            continue
        got = summary.on_scale(
            np.asarray(summary.scored(one.values, scales[one.header], "mean")), scales[one.header], shared
        )
        got = got if kept is None else np.where(kept, got, np.nan)
        expected = scored_as(asked[one.header], kept, scales[one.header], shared)
        both = paired_means(got, expected, weights)
        if both is not None:
            found[one.header] = Paired(both.first, both.second, both.error, both.freedom, both.n)
    return found
