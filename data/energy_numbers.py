"""The numbers of the sample data: the rows of the touchpoint table, and respondents who fit it.

Everything is drawn from one seeded stream. The plan is in `energy_supplier.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from energy_supplier import BEFORE, BUSINESS, CONSUMERS, LATEST, TOUCHPOINTS, Touchpoint
from numpy.typing import NDArray

Numbers = NDArray[Any]

BUSINESS_VOLUME = 0.12  # small business as a part of the contacts, and of the customers
BUSINESS_SAMPLE = 0.25  # as a part of those asked: over-sampled, which the weight puts right
RESPONDENTS = 4_000
FEWEST = 3  # touchpoints met by a respondent: who met nothing would not be asked
HALO = 0.2  # correlation between the feelings of one respondent about two touchpoints
NEUTRAL = 7.0  # the rating at which having met a touchpoint changes nothing in the outcome
EXPLAINED, NOISE = 1.5, 1.6  # sd that the touchpoints give to the outcome, and sd of all else


@dataclass(frozen=True)
class Row:
    """A row of the table; touchpoint, channel, segment and period by their place in the lists."""

    touchpoint: int
    channel: int
    segment: int
    period: int
    satisfaction: float
    impact: float
    volume: int
    n: int
    sd: float
    cost: float


@dataclass(frozen=True)
class Responses:
    """The respondents, in arrays of one place each; `ratings` has a column per touchpoint, 0 where not met.

    `overall` and `recommend` go from 0 to 10, `churned` is 0 or 1.
    """

    segments: Numbers
    ratings: Numbers
    overall: Numbers
    recommend: Numbers
    churned: Numbers
    weights: Numbers


def apportioned(total: int, parts: Numbers, step: int) -> Numbers:
    """Whole numbers in steps of `step` that follow `parts` and sum to `total`; the largest takes the rest."""
    numbers = np.rint(total * parts / step).astype(int) * step
    numbers[np.argmax(parts)] += total - numbers.sum()
    return numbers


def segments_of(touchpoint: Touchpoint) -> tuple[int, ...]:
    """The segments that meet this touchpoint."""
    return (CONSUMERS,) if touchpoint.consumers_only else (CONSUMERS, BUSINESS)


def parts(touchpoint: Touchpoint, business: float) -> Numbers:
    """What each channel x segment takes of a touchpoint's total; `business` is small business's part."""
    channels = np.array([touchpoint.main, 1 - touchpoint.main][: len(touchpoint.channels)])
    segments = np.array([1.0] if touchpoint.consumers_only else [1 - business, business])
    return np.outer(channels, segments).ravel()


def period_rows(place: int, period: int, rng: np.random.RandomState) -> Iterator[Row]:
    """The rows of one touchpoint in one period, per channel and segment."""
    plan = TOUCHPOINTS[place]
    volume = plan.volume if period == LATEST else round(plan.volume * plan.season, -1)
    n = plan.n if period == LATEST else round(plan.n * rng.uniform(0.9, 1.1))
    volumes = apportioned(int(volume), parts(plan, BUSINESS_VOLUME), 10)
    bases = apportioned(n, parts(plan, BUSINESS_SAMPLE), 1)
    cells = [(at, segment) for at in range(len(plan.channels)) for segment in segments_of(plan)]
    for (at, segment), row_volume, row_n in zip(cells, volumes, bases, strict=True):
        mean = (
            plan.satisfaction + at * plan.second + segment * plan.business - (period == BEFORE) * plan.change
        )
        yield Row(
            touchpoint=place,
            channel=plan.channels[at],
            segment=segment,
            period=period,
            satisfaction=round(mean + rng.normal(0, 0.05), 2),
            impact=round(plan.impact * (plan.tilt if segment == BUSINESS else 1), 1),
            volume=int(row_volume),
            n=int(row_n),
            sd=round(plan.sd * rng.uniform(0.94, 1.06), 2),
            cost=plan.costs[at],
        )


def table(rng: np.random.RandomState) -> list[Row]:
    """All rows of the touchpoint table, by period, then in the order of the journeys."""
    places = range(len(TOUCHPOINTS))
    return [row for period in (BEFORE, LATEST) for place in places for row in period_rows(place, period, rng)]


def latest_mean(rows: list[Row], place: int, segment: int) -> float:
    """The satisfaction of a touchpoint in a segment in the latest period: its channels, weighted by n."""
    found = [row for row in rows if (row.touchpoint, row.segment, row.period) == (place, segment, LATEST)]
    return sum(row.satisfaction * row.n for row in found) / sum(row.n for row in found)


def met(segments: Numbers, rng: np.random.RandomState) -> Numbers:
    """Who met what (respondents x touchpoints): exact shares, and who meets one tends to meet others."""
    busy = rng.normal(size=(segments.size, 1))
    chance = 0.4 * busy + rng.normal(size=(segments.size, len(TOUCHPOINTS)))
    result = np.zeros(chance.shape, dtype=bool)
    for place, plan in enumerate(TOUCHPOINTS):
        possible = np.flatnonzero(np.isin(segments, segments_of(plan)))
        for segment in segments_of(plan):
            people = np.flatnonzero(segments == segment)
            count = round(plan.reach * segments.size * people.size / possible.size)
            result[people[np.argsort(-chance[people, place], kind="stable")[:count]], place] = True
    for_all = [place for place, plan in enumerate(TOUCHPOINTS) if not plan.consumers_only]
    widest = sorted(for_all, key=lambda place: -TOUCHPOINTS[place].reach)[:FEWEST]
    result[np.ix_(result.sum(axis=1) < FEWEST, widest)] = True
    return result


def rated(feelings: Numbers, mean: float) -> Numbers:
    """Ratings from 1 to 10 in the order of `feelings`, with this mean as near as whole numbers allow."""
    low, high = mean - 10.0, mean + 10.0
    for _ in range(50):
        middle = (low + high) / 2
        ratings = np.clip(np.rint(feelings + middle), 1, 10)
        low, high = (middle, high) if ratings.mean() < mean else (low, middle)
    return ratings


def ratings_of(segments: Numbers, rows: list[Row], rng: np.random.RandomState) -> Numbers:
    """Ratings (respondents x touchpoints, 0 where not met) whose means are those of the touchpoint table."""
    known = met(segments, rng)
    mood = rng.normal(size=(segments.size, 1))
    feelings = np.sqrt(HALO) * mood + np.sqrt(1 - HALO) * rng.normal(size=known.shape)
    ratings = np.zeros(known.shape)
    for place, plan in enumerate(TOUCHPOINTS):
        for segment in segments_of(plan):
            people = known[:, place] & (segments == segment)
            ratings[people, place] = rated(
                plan.sd * feelings[people, place], latest_mean(rows, place, segment)
            )
    return ratings


def pull(ratings: Numbers) -> Numbers:
    """What the touchpoints together add to each respondent's outcome, with mean 0 and sd EXPLAINED.

    Each touchpoint adds effect x (rating - NEUTRAL). The effects are such that the covariance of what one
    touchpoint adds with the sum of all is proportional to its impact in the table: impact that is derived
    from the responses then comes out much like the impact that is given.
    """
    added = np.where(ratings > 0, ratings - NEUTRAL, 0.0)
    added -= added.mean(axis=0)
    impact = np.array([plan.impact for plan in TOUCHPOINTS])
    effects = np.sqrt(impact / added.var(axis=0))
    for _ in range(100):
        total = (added * effects).sum(axis=1)
        reached = effects * (added * total[:, np.newaxis]).mean(axis=0)
        effects *= np.sqrt(impact / impact.sum() * total.var() / reached)
    result: Numbers = EXPLAINED * total / total.std()
    return result


def whole_scores(values: Numbers) -> Numbers:
    """Answers on a scale from 0 to 10."""
    return np.clip(np.rint(values), 0, 10).astype(int)


def responses(rows: list[Row], rng: np.random.RandomState) -> Responses:
    """Respondents whose ratings fit the table's latest period, with three outcomes and a weight."""
    business = round(RESPONDENTS * BUSINESS_SAMPLE)
    segments = rng.permutation(np.repeat([CONSUMERS, BUSINESS], [RESPONDENTS - business, business]))
    ratings = ratings_of(segments, rows, rng)
    added = pull(ratings)
    other = rng.normal(size=RESPONDENTS)
    loyalty = added + NOISE * other
    overall = 0.7 * added + 0.5 * other + rng.normal(0, 0.8, RESPONDENTS)
    churn = 1 / (1 + np.exp(3.4 + 1.2 * loyalty))
    shares = np.array([(1 - BUSINESS_VOLUME) / (1 - BUSINESS_SAMPLE), BUSINESS_VOLUME / BUSINESS_SAMPLE])
    return Responses(
        segments=segments,
        ratings=ratings.astype(int),
        overall=whole_scores(7.15 + overall),
        recommend=whole_scores(7.35 + loyalty),
        churned=(rng.uniform(size=RESPONDENTS) < churn).astype(int),
        weights=np.round(shares, 2)[segments],
    )
