"""Decisions, missions and votes as tables of words, whatever file they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from cx.deliver.ground import Column, Table
from cx.matrix import decided_name, impact_words
from cx.records import Decision, Matrix
from cx.records.session import Tally, VoteResult
from cx.text import NOTHING, Language, number, say, short_date, trimmed, whole


def decisions(found: Sequence[Decision], matrix: Matrix, lang: Language) -> Table:
    """Return what was decided, in order of time."""
    columns = (
        Column.named("touchpoint", lang, bold=True),
        Column.named("decision", lang, tinted=True),
        Column.named("advice", lang),
        Column.named("owner", lang),
        Column.named("notes", lang, optional=True),
    )
    rows = tuple(
        (
            one.name,
            decided_name(matrix, one.touchpoint, one.strategy, lang),
            advice(one, matrix, lang),
            one.owner or NOTHING,
            one.notes or NOTHING,
        )
        for one in found
    )
    return Table(columns, rows, tuple(one.strategy for one in found))


def advice(decision: Decision, matrix: Matrix, lang: Language) -> str:
    """Return whether the matrix was followed; where not, what it advised and why that was overruled."""
    if decision.advice is None:
        return say("deliver.decision.without", lang)
    if decision.accepted:
        return say("deliver.decision.followed", lang)
    name = decided_name(matrix, decision.touchpoint, decision.advice, lang)
    if decision.reason:
        return say("deliver.decision.overruled_because", lang, advice=name, reason=decision.reason)
    return say("deliver.decision.overruled", lang, advice=name)


def decisions_title(found: Sequence[Decision], lang: Language) -> str:
    """Return the finding: how many decisions there are, and how many overrule the matrix."""
    overruled = sum(not one.accepted for one in found)
    if not overruled:
        return say("deliver.decisions.following", lang, n=len(found))
    counted = say("deliver.decisions.count", lang, n=len(found))
    return f"{counted}; {say('deliver.decisions.overruled', lang, n=overruled)}"


def missions(found: Sequence[Decision], matrix: Matrix, lang: Language) -> Table:
    """Return the missions with owner, KPI, target and date."""
    columns = (
        Column.named("touchpoint", lang, bold=True),
        Column.named("mission", lang),
        Column.named("owner", lang),
        Column.named("due", lang),
        Column.named("kpi", lang),
        Column.named("current", lang, right=True, optional=True),
        Column.named("target", lang, right=True),
        Column.named("latest", lang, right=True),
        Column.named("reached", lang),
    )
    return Table(columns, tuple(_mission(one, matrix, lang) for one in found))


def _mission(one: Decision, matrix: Matrix, lang: Language) -> tuple[str, ...]:
    now = latest(one, matrix)
    return (
        one.name,
        one.mission or NOTHING,
        one.owner or NOTHING,
        short_date(one.due, lang) if one.due else NOTHING,
        kpi(one, lang),
        _measured(one.current, one, matrix, lang),
        _measured(one.target, one, matrix, lang),
        _measured(now, one, matrix, lang),
        reached(one, now, lang),
    )


def latest(one: Decision, matrix: Matrix) -> float | None:
    """Return the KPI's value now: what the matrix has, or what was typed; no impact that is not shown."""
    bubble = matrix.bubble(one.touchpoint)
    if one.measure == "own" or bubble is None:
        return one.latest
    impact = None if matrix.impact_unknown else bubble.height
    values = {"satisfaction": bubble.satisfaction, "impact": impact, "volume": bubble.volume}
    return values[one.measure]


def kpi(one: Decision, lang: Language) -> str:
    """Return what the mission is measured by, also where nobody gave an own measure its name."""
    return named_kpi(one, lang) or say("measure.own", lang)


def named_kpi(one: Decision, lang: Language) -> str:
    """Return what the mission is measured by; nothing for an own measure without a name."""
    return one.kpi if one.measure == "own" else say(f"measure.{one.measure}", lang)


def reached(one: Decision, now: float | None, lang: Language) -> str:
    """Return whether the target is reached, in words; a dash where it cannot be known."""
    known = one.reached(now)
    return NOTHING if known is None else say("deliver.reached" if known else "deliver.not_reached", lang)


def missions_title(found: Sequence[Decision], matrix: Matrix, lang: Language) -> str:
    """Return the finding: how many missions there are, and how many targets are reached."""
    targets = [one for one in found if one.target is not None]
    done = sum(one.reached(latest(one, matrix)) is True for one in targets)
    counted = say("deliver.missions.count", lang, n=len(found))
    if not targets:
        return counted
    reached = say("deliver.missions.reached", lang, n=done, targets=len(targets))
    return f"{counted}; {reached if done else say('deliver.missions.ahead', lang)}"


def _measured(value: float | None, one: Decision, matrix: Matrix, lang: Language) -> str:
    if one.measure == "impact":
        return impact_words(value, matrix, lang, "table")
    return whole(value, lang) if one.measure == "volume" else trimmed(value, lang)


def votes(result: VoteResult, lang: Language) -> Table:
    """Return what the room gave, in order of rank."""
    columns = (
        Column.named("rank", lang, right=True),
        Column.named("touchpoint", lang, bold=True),
        Column(say(f"deliver.votes.{result.round.kind}", lang), "right"),
        Column.named("mean", lang, right=True, optional=True),
        Column.named("voters", lang, right=True),
        Column.named("spread", lang, right=True),
        Column.named("agreement", lang),
    )
    return Table(columns, tuple(_tally(one, lang) for one in result.tallies))


def _tally(one: Tally, lang: Language) -> tuple[str, ...]:
    return (
        whole(one.rank, lang) if one.told else NOTHING,
        one.name,
        trimmed(one.votes, lang, 1) if one.told else NOTHING,
        number(one.mean, lang, 1) if one.told else NOTHING,
        whole(one.count, lang),
        number(one.spread, lang, 1) if one.spread_told else NOTHING,
        say("deliver.votes.disagree", lang) if one.disagree else "",
    )


def votes_title(result: VoteResult, lang: Language) -> str:
    """Return the finding: what the room puts first, or that nobody voted."""
    first = [one.name for one in result.tallies if one.rank == 1 and one.told]
    if not first:
        return say("deliver.votes.nobody", lang)
    if first[1:]:
        return say("deliver.votes.shared", lang, name=first[0], others=len(first) - 1)
    return say(f"deliver.votes.title.{result.round.kind}", lang, name=first[0])


def votes_legend(result: VoteResult, lang: Language) -> str:
    """Return the kind of round, its ballots and its day."""
    kind = say(f"deliver.votes.kind.{result.round.kind}", lang, points=result.round.points or 0)
    ballots = say("deliver.votes.ballots", lang, n=result.ballots)
    return " · ".join((kind, ballots, short_date(result.round.opened.date(), lang)))
