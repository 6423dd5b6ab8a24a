"""What each column of responses is: a rating, an outcome, something about the respondent, or none."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from cx.intake.columns import like_scores
from cx.intake.sheet import Table
from cx.intake.survey.answers import Answered
from cx.intake.survey.evidence import KINDS, Profile, Settled, profiles_of, settled
from cx.intake.survey.kinds import Kinds
from cx.intake.survey.met import listed, met_in_lists, pairs, two_valued
from cx.intake.words.headers import overall
from cx.process import Budget, steps
from cx.records.file import Role

_SHOWN, _LONGEST = 4, 120
_NEVER = ("survey_empty", "survey_copy")
_ASKED: tuple[Role, ...] = ("rating", "outcome", "importance", "expectation")
_CODED = (1.0, 2.0)
"""Yes and no as survey programs write them."""


def kinds_of(columns: Sequence[Answered], table: Table, fixed: dict[int, Role], budget: Budget) -> Kinds:
    """Return what each column of responses is.

    Parameters
    ----------
    columns
        All columns of the table, as answers.
    table
        Their cells.
    fixed
        Position to role, where a person said so.
    budget
        The time for the file.
    """
    kinds = Kinds(columns, table.height)
    for place, role in fixed.items():
        kinds.give(place, "rating" if role == "satisfaction" else role, 1.0, "by_hand")
    profiles = profiles_of(columns, table)
    found = settled(profiles, table.height, frozenset(fixed), budget)
    for place, one in steps(sorted(found.items())):
        role, reason = KINDS[one.kind]
        kinds.give(place, role, round(one.confidence, 2), _reason(one, reason), one.other)
    kinds.settled.update(found)
    budget.check()
    if like_scores(table) is None:  # scores that have become dates are missed beside what is left
        _rate_alone(kinds, profiles)
    _give_exposure(kinds, profiles)
    return kinds


def _rate_alone(kinds: Kinds, profiles: Sequence[Profile]) -> None:
    """Take judgements of everything for ratings where nothing else is rated: there is no impact on them.

    Its header has to say so; a goal in money, or in yes and no, is none; what a person said stays.
    """
    judged = [one for one in profiles if kinds.roles[one.place][0] == "outcome"]
    if kinds.gave("rating") or any(one.place not in kinds.settled for one in judged):
        return
    for one in steps(judged):
        named = kinds.settled[one.place].said.get("names_outcome", 0.0) > 0
        if named and (one.is_short or one.in_words) and not one.is_yes_no:
            _, confidence, _, other = kinds.roles[one.place]
            kinds.roles[one.place] = ("rating", confidence, "survey_lone", other)


def _give_exposure(kinds: Kinds, profiles: Sequence[Profile]) -> None:
    """Find the columns that say who met a touchpoint, among those of two values that are nothing else."""
    two = [found for one in steps(profiles) if _may_say(kinds, one) and (found := two_valued(one))]
    taken = {one.place for one in two}
    ratings = [one for one in kinds.of("rating") if one.place not in taken]
    kinds.met = pairs(two, ratings, _answers(kinds, taken), _by_hand(kinds))
    free = [one for one in ratings if one.place not in kinds.met]
    texts = [one for one in profiles if one.place not in taken and _may_say(kinds, one)]
    lists = [own for one in texts if (own := listed(one))] if len(free) > 1 else []
    kinds.met |= met_in_lists(lists, free)
    about: dict[int, list[int]] = {}
    for place, met in kinds.met.items():
        about.setdefault(met.place, []).append(place)
    for place, rated in about.items():
        if place in kinds.settled:
            _settle(kinds, place, rated)


def _by_hand(kinds: Kinds) -> frozenset[int]:
    """The places of columns of which a person said that they say who met something."""
    return frozenset(one.place for one in kinds.of("exposure"))


def _settle(kinds: Kinds, place: int, rated: Sequence[int]) -> None:
    """Let a column be one that says who met the touchpoints of some ratings."""
    known, met = kinds.settled[place], kinds.met[rated[0]]
    said = {"says_who_met": met.evidence, **({"named_alike": 1.0} if met.named else {})}
    now = replace(known, rival=known.kind, said=said, margin=met.evidence)
    kinds.settled[place] = now
    headers = _listed([kinds.columns[one].header for one in rated])
    kinds.roles[place] = ("exposure", round(now.confidence, 2), "survey_exposure", headers)


def _may_say(kinds: Kinds, one: Profile) -> bool:
    """Whether a column of two values may say who met something: no outcome or group that its header names."""
    role, _, reason, _ = kinds.roles[one.place]
    if reason == "by_hand":
        return role == "exposure"
    if role == "outcome":
        return "names_outcome" not in kinds.settled[one.place].said
    return (role == "ignore" and reason not in _NEVER) or (role == "rating" and _is_flag(one))


def _is_flag(one: Profile) -> bool:
    """Whether a column that was taken for a rating holds yes and no, or two codes for them."""
    return one.is_yes_no or (one.different == len(_CODED) and tuple(one.answers.counted.values) == _CODED)


def _answers(kinds: Kinds, taken: Collection[int]) -> list[Answered]:
    """The columns of answers, those of two values aside."""
    return [one for one in kinds.columns if kinds.roles[one.place][0] in _ASKED and one.place not in taken]


def _listed(headers: Sequence[str]) -> str:
    shown = [header[:_LONGEST] for header in headers[:_SHOWN]]
    return "”, “".join([*shown, *(["…"] if len(headers) > _SHOWN else [])])


def _reason(one: Settled, usual: str) -> str:
    """The key of the reason: an identifier by its cells has another than one by its name."""
    if one.kind == "respondent" and "few_share" in one.said:
        return "survey_id"
    return usual


def ordered_outcomes(outcomes: Sequence[Answered]) -> list[Answered]:
    """Return the outcomes with the overall judgement first."""
    return sorted(outcomes, key=lambda column: not overall(column.header))
