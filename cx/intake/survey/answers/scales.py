"""The scale of each rating column: stated in its header, shared with the others, or its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from cx.intake.columns import GRADES, scale_of
from cx.intake.survey.answers.code_suspects import core_of
from cx.intake.survey.answers.column import Answered
from cx.intake.survey.answers.scale_by_labels import labelled_scale
from cx.intake.survey.answers.shares import Shares, shares_of
from cx.intake.survey.answers.stated_scales import PROMOTERS, SHORTER, names_promoters, stated_scale
from cx.intake.survey.answers.usual_scales import USUAL, Ends, common, holds, usual
from cx.intake.words import NUMBERED, may_be_school_grade, plain
from cx.process import steps
from cx.records.file import Choices
from cx.records.scale import Direction, Scale

_NARROW = 0.7
_SOME, _TENTH = 0.02, 0.1
_BROKEN, _FEW_ANSWERS = 0.2, 100
_GRADED = (4, 5, 6)
"""Where answers in grades may end, of which the worst are seldom given."""
_FEW = 30
_CHANCE = 1e-4
_COMPLAINT = re.compile(
    r"\b(?:complain\w*|klacht\w*|problem\w*|probleem|storing|fout|beschwerde\w*|plainte\w*)\b"
)

_TROUBLE = re.compile(
    r"\b(?:too|te|zu|trop|demasiad\w*|troppo|wait\w*|wacht\w*|wart\w*|attente|esper\w*|annoy\w*|anger|"
    r"angry|irrit\w*|"
    r"frustr\w*|arger\w*|boos|erger\w*|worr\w*|stress\w*|problem\w*|trouble|difficult\w*|moeilijk\w*|"
    r"schwierig\w*|"
    r"difficile\w*|dificil\w*|complain\w*|klacht\w*|beschwerde\w*|plainte\w*|queja\w*|never|nooit|nie|"
    r"jamais|nunca|"
    r"not|niet|nicht|pas|no|slow\w*|langzaam|langsam|lent\w*|confus\w*|unclear|onduidelijk|unklar)\b"
)
"""Words of statements that people who are content deny."""


@dataclass(frozen=True)
class Scaled:
    """The scale of a column, and how it was found."""

    scale: Scale
    stated: bool
    """In the header, in the answers themselves, or by a person."""
    own: bool
    """Whether it is another one than most columns have."""
    asked: bool = False
    """Whether which end is good was guessed."""
    against: bool = False
    """Whether it is asked because the answers run against those of the others."""


def scales_of(
    columns: Sequence[Answered], choices: Choices, runs: Mapping[str, bool] = MappingProxyType({})
) -> dict[str, Scaled]:
    """Return the scale of each rating column by its header; codes are already taken out.

    Parameters
    ----------
    runs
        The headers of columns whose answers surely fall where those of the others rise (false): which end is
        good is asked, and the low one is proposed where the header speaks of trouble; and of those that rise
        with them (true): they have the good end of most.
    """
    given = {column.header: choices.scale_for(column.header) for column in columns}
    if choices.scale is None and not any(given.values()):
        return _found(columns, choices, runs)
    rest = _found([column for column in columns if given[column.header] is None], choices, runs)
    known = {
        name: Scaled(scale, stated=True, own=False) if scale else rest[name] for name, scale in given.items()
    }
    return _marked(known)


def _found(columns: Sequence[Answered], choices: Choices, runs: Mapping[str, bool]) -> dict[str, Scaled]:
    """The scales of columns of which a person said nothing, but perhaps which end is good."""
    if not columns:
        return {}
    stated = {column.header: stated_scale(column) for column in steps(columns)}
    ranges = {column.header: _range(column) for column in steps(columns)}
    unknown = [ranges[name] for name, scale in stated.items() if scale is None and ranges[name] is not None]
    shared = common([ends for ends in unknown if ends]) or _usual_stated(stated)
    shares = shares_of(columns)
    found = {column.header: _scaled(column, shares, stated, ranges, shared) for column in steps(columns)}
    free = [column for column in columns if stated[column.header] is None and ranges[column.header]]
    found |= _beside(free, found, shares)
    found |= _as_most(found, runs)
    for name in (name for name, rises in runs.items() if not rises):
        one = found.get(name)
        if one and one.scale.direction == "higher":
            low = bool(_TROUBLE.search(plain(name)))
            scale = replace(one.scale, direction="lower") if low else one.scale
            found[name] = replace(one, scale=scale, asked=True, against=True)
    found = _as_labelled(columns, found)
    if choices.direction:
        turned = {name: replace(one.scale, direction=choices.direction) for name, one in found.items()}
        found = {name: replace(one, scale=turned[name], asked=False) for name, one in found.items()}
    return _marked(found)


def _as_most(found: Mapping[str, Scaled], runs: Mapping[str, bool]) -> dict[str, Scaled]:
    """Columns whose good end nothing names, and that rise with others, most of which name theirs."""
    asked = [name for name, one in found.items() if one.asked and runs.get(name) and one.scale.width > 1]
    sure = [name for name, rises in runs.items() if rises and name in found and not found[name].asked]
    if len(sure) <= max(len(asked), 1):
        return {}
    return {name: replace(found[name], asked=False) for name in asked}


def _beside(columns: Sequence[Answered], found: Mapping[str, Scaled], shares: Shares) -> dict[str, Scaled]:
    """Columns that share a scale with two others or more, although few gave its highest answer.

    Where some are on 1 to 5 and others on 1 to 10, a column that ends at 5 is on that of the first, and one
    that ends at 4 too: alone on 1 to 4 it hardly is.
    """
    often = Counter(_ends(found[column.header].scale) for column in columns)
    shared = [ends for ends in USUAL if often[ends] > 1]
    moved: dict[str, Scaled] = {}
    for column in columns if len(shared) > 1 else ():
        one, ends = found[column.header], core_of(column.counted)
        own = _ends(one.scale)
        best = next((known for known in shared if holds(known, ends)), own)
        alone = often[own] == 1 and not _is_full(column, own[1])
        shorter = best[1] < own[1] and _ends_before(column, shares, best[1])
        if best != own and (shorter or (alone and ends[1] > _NARROW * best[1])):
            scale = replace(one.scale, minimum=best[0], maximum=best[1])
            moved[column.header] = replace(one, scale=scale)
    return moved


def _as_labelled(columns: Sequence[Answered], found: dict[str, Scaled]) -> dict[str, Scaled]:
    """Bare numbers count as those with labels do that are on the same scale."""
    labelled = [one for one in columns if one.spoken and one.spoken.family == NUMBERED and one.rated]
    told: dict[Ends, set[Direction]] = {}
    for one in labelled:
        scale = found[one.header].scale
        told.setdefault(_ends(scale), set()).add(scale.direction)
    bare = [
        one for one in columns if one.spoken is None and told.get(_ends(found[one.header].scale)) == {"lower"}
    ]
    turned = {
        one.header: replace(
            found[one.header], scale=replace(found[one.header].scale, direction="lower"), asked=False
        )
        for one in bare
    }
    return {**found, **turned}


def _marked(found: Mapping[str, Scaled]) -> dict[str, Scaled]:
    """Each scale with whether it is another one than most columns have."""
    most = most_common([one.scale for one in found.values()])
    return {name: replace(one, own=_ends(one.scale) != _ends(most)) for name, one in found.items()}


def rival_of(columns: Sequence[Answered], shared: Scale) -> Scale | None:
    """Return another scale that all answers fit as likely, where no header states one.

    Answers in decimals on 1 to 10 can be on 0 to 10; few answers that end at 5 or 7 can be on 1 to 10.
    """
    known = [column.known for column in columns if len(column.known)]
    count = sum(len(one) for one in known)
    broken = sum(int((one != np.rint(one)).sum()) for one in known)
    if (shared.minimum, shared.maximum) == (1, 10) and broken > _BROKEN * count:
        return Scale(0, 10)
    if shared.maximum <= SHORTER and any(names_promoters(column.header) for column in columns):
        return PROMOTERS
    few = count < _FEW_ANSWERS and shared.minimum == 1 and shared.maximum in (5, 7)
    highest = max((float(one.max()) for one in known), default=0.0)
    return Scale(1, 10) if few and (shared.maximum == 7 or highest < shared.maximum) else None  # noqa: PLR2004 - of 1 to 7


def most_common(scales: Sequence[Scale]) -> Scale:
    """Return the scale that most columns have; of equally many the first."""
    ends = [_ends(scale) for scale in scales]
    often = Counter(ends)
    best = max(often, key=often.__getitem__)
    return scales[ends.index(best)]


def _ends(scale: Scale) -> Ends:
    return scale.minimum, scale.maximum


def _usual_stated(stated: Mapping[str, Scale | None]) -> Scale | None:
    known = [scale for scale in stated.values() if scale]
    return most_common(known) if known else None


def _scaled(
    column: Answered,
    shares: Shares,
    stated: Mapping[str, Scale | None],
    ranges: Mapping[str, Ends | None],
    shared: Scale | None,
) -> Scaled:
    known, ends = stated[column.header], ranges[column.header]
    if known:
        return _directed(column, known, stated=True)
    if ends is None or shared is None:
        return _directed(column, shared or Scale(1, 10), stated=False)
    if not holds(_ends(shared), ends):
        return _directed(column, usual(ends), stated=False)
    own = usual(ends)
    narrow = own.maximum <= _NARROW * shared.maximum or _is_full(column, own.maximum)
    narrow = narrow and _never_higher(column, shares, own.maximum)
    return _directed(column, own if narrow else shared, stated=False)


def _directed(column: Answered, scale: Scale, *, stated: bool) -> Scaled:
    """Complaints of 0 and 1 count the other way round; which end of an effort score is good is asked."""
    labels, name = labelled_scale(column), plain(column.header)
    if labels and labels.direction:
        return Scaled(replace(scale, direction=labels.direction), stated, own=False)
    if column.spoken and column.spoken.direction == "lower":
        return Scaled(replace(scale, direction="lower"), stated, own=False)
    if scale.direction == "lower" or column.told:
        return Scaled(scale, stated, own=False)
    if not stated and scale.minimum == 1 and scale.maximum in _GRADED and may_be_school_grade(column.header):
        return Scaled(GRADES, stated, own=False, asked=True)
    if scale.width <= 1 and _COMPLAINT.search(name):
        return Scaled(Scale(scale.minimum, scale.maximum, "lower"), stated, own=False, asked=True)
    return Scaled(scale, stated, own=False, asked=scale_of(column.header, np.empty(0)).asked_direction)


def _is_full(column: Answered, top: float) -> bool:
    """Whether many gave the highest answer, as on a scale that ends there."""
    return len(column.known) >= _FEW_ANSWERS and bool(np.mean(column.known >= top) >= _TENTH)


def _never_higher(column: Answered, shares: Shares, top: float) -> bool:
    """Whether a column's answers end where those of the others go on, by more than chance."""
    found = column.counted
    whole = bool((found.values == np.rint(found.values)).all())
    at_top = float(found.counts[found.values >= top].sum() / max(found.counts.sum(), 1))
    if len(column.known) < _FEW or not whole or at_top < _SOME:
        return False
    return _ends_before(column, shares, top) and len(found.values) > 2  # noqa: PLR2004 - yes and no say nothing of a scale


def _ends_before(column: Answered, shares: Shares, top: float) -> bool:
    """Whether it is no chance that none of many answers lies above an end that those of others pass."""
    beyond = shares.above(top, column)
    return (
        beyond is not None and len(column.known) >= _FEW and bool((1 - beyond) ** len(column.known) < _CHANCE)
    )


def _range(column: Answered) -> Ends | None:
    if not len(column.known):
        return None
    ends = core_of(column.counted)
    return min(ends[0], *column.rated, ends[0]), max(ends[1], *column.rated, ends[1])
