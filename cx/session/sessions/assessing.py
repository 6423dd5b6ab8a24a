"""What people say of touchpoints under a lens: given, taken back, put together, and which one counts."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from cx.errors import ArgumentError
from cx.records import Scale
from cx.records.bounds import VAST, Within
from cx.records.lenses import LIMITS, MOST_ASSESSMENTS, WHOLE, Assessed, Assessment

Assessments = tuple[Assessment, ...]
_ANYWHERE: Final = Within(-VAST, VAST)
_LONGEST: Final = 4_000
_PARTS: Final = 3
"""Negative, reactive and proactive."""
_SLACK: Final = 0.005
"""Shares that people type are rounded."""


def given(
    known: Assessments,
    touchpoint: tuple[str, str],
    asked: Assessed,
    value: float,
    *,
    who: str = "",
    now: dt.datetime,
    evidence: str | None = None,
    scale: Scale | None = None,
) -> Assessments:
    """Return assessments with what one person says of a touchpoint, by hand; the very same where it says so.

    Parameters
    ----------
    touchpoint
        The id of its bubble, and its name.
    value
        In the unit of what is asked (:class:`~cx.records.lenses.Assessment`).
    evidence
        What it rests on; ``None``: as before.
    scale
        The scale of a guess; without it a guess may be any number.

    Raises
    ------
    ArgumentError
        When the value lies outside what is asked, or there are too many assessments.
    """
    within = limits(asked, scale)
    if not within.holds(value) or (asked in WHOLE and not float(value).is_integer()):
        raise ArgumentError("assessment_range", low=within.low, high=within.high)
    id_, name = touchpoint
    before = in_force(known).get((id_, asked))
    said = evidence if evidence is not None else before.evidence if before else ""
    made = Assessment(id_, name, asked, float(value), now, who, evidence=said[:_LONGEST])
    if before and (before.value, before.evidence, before.way) == (made.value, made.evidence, "hand"):
        return known
    return put(known, (made,))


def rested(known: Assessments, one: Assessment, evidence: str, *, who: str, now: dt.datetime) -> Assessments:
    """Return assessments in which one rests on something else; what the room said stays the room's.

    Who says so by hand what somebody else said by hand says it himself from then on.
    """
    if evidence == one.evidence:
        return known
    changed = replace(one, evidence=evidence[:_LONGEST], moment=now)
    return put(known, (replace(changed, who=who) if one.way == "hand" else changed,))


def limits(asked: Assessed, scale: Scale | None = None) -> Within:
    """Return the ends of what may be said.

    Examples
    --------
    >>> limits("level"), limits("guess_satisfaction", Scale(1, 10))
    (Within(low=0, high=5), Within(low=1, high=10))
    """
    return LIMITS.get(asked) or (Within(scale.minimum, scale.maximum) if scale else _ANYWHERE)


def cleared(known: Assessments, touchpoint: str, asked: Assessed) -> Assessments:
    """Return assessments without anything that is said of a touchpoint under one question, by whomever."""
    return tuple(one for one in known if (one.touchpoint, one.asked) != (touchpoint, asked))


def put(known: Assessments, made: Iterable[Assessment]) -> Assessments:
    """Return assessments with others in the place of those of the same key; the latest stand last.

    Raises
    ------
    ArgumentError
        When there are more than a session keeps.
    """
    found = {one.key: one for one in (*known, *made)}
    if len(found) > MOST_ASSESSMENTS:
        raise ArgumentError("too_many_assessments", most=MOST_ASSESSMENTS)
    return ordered(found.values())


def ordered(assessments: Iterable[Assessment]) -> Assessments:
    """Return assessments in order of time; of the same moment as they stood."""
    return tuple(sorted(assessments, key=lambda one: one.moment))


def in_force(known: Iterable[Assessment]) -> Mapping[tuple[str, Assessed], Assessment]:
    """Return what counts of each touchpoint and question: what was said last, by whomever."""
    return {(one.touchpoint, one.asked): one for one in ordered(known)}


def carried(into: Assessments, before: Assessments, after: Assessments) -> Assessments:
    """Return assessments with what changed between two others: what others changed, in steps of mine.

    Examples
    --------
    >>> moment = dt.datetime(2026, 10, 5, tzinfo=dt.timezone.utc)
    >>> mine, theirs = (Assessment(id_, id_, "level", 3.0, moment) for id_ in ("a", "b"))
    >>> [one.name for one in carried((mine,), (), (theirs,))], carried((mine,), (mine,), ())
    (['a', 'b'], ())
    """
    old, new = ({one.key: one for one in side} for side in (before, after))
    changed = {key: new.get(key) for key in {**old, **new} if old.get(key) != new.get(key)}
    if not changed:
        return into
    kept = [one for one in into if one.key not in changed]
    return ordered((*kept, *(one for one in changed.values() if one)))


def agree(known: Iterable[Assessment], made: Sequence[Assessment]) -> bool:
    """Return whether each of some assessments counts, as far as numbers can be the same."""
    counts = in_force(known)
    return all(_same(counts.get((one.touchpoint, one.asked)), one) for one in made)


def _same(one: Assessment | None, other: Assessment) -> bool:
    close = one is not None and math.isclose(one.value, other.value, rel_tol=1e-9, abs_tol=1e-12)
    return close and one is not None and (one.way, one.n) == (other.way, other.n)


def renamed(known: Assessments, names: Mapping[str, str]) -> Assessments:
    """Return assessments under the names that touchpoints have now, by the ids of their bubbles."""
    found = tuple(replace(one, name=names.get(one.touchpoint, one.name)) for one in known)
    return known if found == known else found


def pages(count: int, size: int) -> list[range]:
    """Return the places of things in pages, each with so many at most.

    Examples
    --------
    >>> pages(5, 2), pages(0, 2)
    ([range(0, 2), range(2, 4), range(4, 5)], [])
    """
    return [range(start, min(start + size, count)) for start in range(0, count, size)]


def typed_percent(share: float | None) -> float | None:
    """Return a share as a field shows it, in per cents."""
    return None if share is None else round(100 * share, 9)


def share_of(percent: float | None) -> float | None:
    """Return the share that was typed in per cents."""
    return None if percent is None else percent / 100


def together(shares: Iterable[float | None]) -> float | None:
    """Return the sum of shares that should make a whole; ``None`` where one is missing, or they do.

    Examples
    --------
    >>> together([0.2, 0.5, 0.3]), together([0.2, None, 0.9]), together([0.5, 0.5, 0.5])
    (None, None, 1.5)
    """
    found = [one for one in shares if one is not None]
    total = math.fsum(found)
    return None if len(found) < _PARTS or math.isclose(total, 1.0, abs_tol=_SLACK) else total
