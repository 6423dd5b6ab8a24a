"""Decisions, missions, votes, alerts and movements as tables of words, whatever file they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from cx.deliver.content import quadrant_name
from cx.deliver.table import Column, Table
from cx.matrix import impact_words
from cx.records import Alert, Comparison, Decision, Matrix, Movement, Standing
from cx.records.voting import Tally, VoteResult
from cx.text import NOTHING, Language, number, say, short_date, trimmed, whole


def decisions(found: Sequence[Decision], matrix: Matrix, lang: Language) -> Table:
    """Return what was decided, in order of time."""
    columns = (
        _column("touchpoint", lang, bold=True),
        _column("decision", lang, tinted=True),
        _column("advice", lang),
        _column("owner", lang),
        _column("notes", lang, optional=True),
    )
    rows = tuple(
        (
            one.name,
            quadrant_name(matrix, one.strategy, lang),
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
    name = quadrant_name(matrix, decision.advice, lang)
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
        _column("touchpoint", lang, bold=True),
        _column("mission", lang),
        _column("owner", lang),
        _column("due", lang),
        _column("kpi", lang),
        _column("current", lang, right=True, optional=True),
        _column("target", lang, right=True),
        _column("latest", lang, right=True),
        _column("reached", lang),
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
    """Return the KPI's value now: what the matrix has, or what was typed."""
    bubble = matrix.bubble(one.touchpoint)
    if one.measure == "own" or bubble is None:
        return one.latest
    values = {"satisfaction": bubble.satisfaction, "impact": bubble.impact, "volume": bubble.volume}
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
        return impact_words(value, matrix, lang)
    return whole(value, lang) if one.measure == "volume" else trimmed(value, lang)


def votes(result: VoteResult, lang: Language) -> Table:
    """Return what the room gave, in order of rank."""
    columns = (
        _column("rank", lang, right=True),
        _column("touchpoint", lang, bold=True),
        Column(say(f"deliver.votes.{result.round.kind}", lang), "right"),
        _column("mean", lang, right=True, optional=True),
        _column("voters", lang, right=True),
        _column("spread", lang, right=True),
        _column("agreement", lang),
    )
    return Table(columns, tuple(_tally(one, lang) for one in result.tallies))


def _tally(one: Tally, lang: Language) -> tuple[str, ...]:
    return (
        whole(one.rank, lang),
        one.name,
        trimmed(one.votes, lang, 1),
        number(one.mean, lang, 1),
        whole(one.count, lang),
        number(one.spread, lang, 1),
        say("deliver.votes.disagree", lang) if one.disagree else "",
    )


def votes_title(result: VoteResult, lang: Language) -> str:
    """Return the finding: what the room puts first, or that nobody voted."""
    first = [one.name for one in result.tallies if one.rank == 1 and one.count]
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


def alerts(found: Sequence[Alert], lang: Language) -> Table:
    """Return the rules that were met, each with its touchpoint."""
    columns = (
        _column("touchpoint", lang, bold=True),
        _column("rule", lang),
        _column("before", lang, right=True),
        _column("after", lang, right=True),
        _column("change", lang, right=True),
        _column("significance", lang),
    )
    rows = tuple(
        (
            one.movement.name,
            say(f"deliver.alert.{one.rule.kind}", lang, amount=trimmed(one.rule.amount, lang)),
            _score(one.movement.before, lang),
            _score(one.movement.after, lang),
            change(one.movement.change_satisfaction, lang),
            significance(one.movement, lang),
        )
        for one in found
    )
    return Table(columns, rows)


def alerts_title(found: Sequence[Alert], lang: Language) -> str:
    """Return the finding: how many touchpoints need a look."""
    return say("deliver.alerts.title", lang, n=len({one.movement.id for one in found}))


def movements(found: Comparison, matrix: Matrix, lang: Language) -> Table:
    """Return how every touchpoint moved: those that changed quadrant first."""
    columns = (
        _column("touchpoint", lang, bold=True),
        _column("from", lang),
        _column("to", lang, tinted=True),
        Column(found.before, "right"),
        Column(found.after, "right"),
        _column("change", lang, right=True),
        _column("interval", lang, right=True, optional=True),
        _column("significance", lang),
    )
    rows = tuple(_movement(one, matrix, lang) for one in found.by_distance)
    return Table(columns, rows, tuple(one.after.quadrant if one.after else None for one in found.by_distance))


def _movement(one: Movement, matrix: Matrix, lang: Language) -> tuple[str, ...]:
    return (
        one.name,
        _stood(one.before, "entered", matrix, lang),
        _stood(one.after, "left", matrix, lang),
        _score(one.before, lang),
        _score(one.after, lang),
        change(one.change_satisfaction, lang),
        interval(one, lang),
        significance(one, lang),
    )


def _stood(standing: Standing | None, otherwise: str, matrix: Matrix, lang: Language) -> str:
    if standing is None:
        return say(f"deliver.movement.{otherwise}", lang)
    return quadrant_name(matrix, standing.quadrant, lang) or NOTHING


def _score(standing: Standing | None, lang: Language) -> str:
    return number(standing.satisfaction if standing else None, lang)


def change(value: float | None, lang: Language) -> str:
    """Return a change with its sign.

    Examples
    --------
    >>> change(0.5, "nl"), change(-0.25, "en"), change(None, "en")
    ('+0,50', '−0.25', '–')
    """
    if value is None:
        return NOTHING
    written = number(abs(value), lang)
    if number(value, lang) == number(0.0, lang):
        return written
    return ("+" if value > 0 else "\N{MINUS SIGN}") + written


def interval(one: Movement, lang: Language) -> str:
    """Return the 95% interval of a change."""
    if one.low is None or one.high is None:
        return NOTHING
    return say("deliver.movement.interval", lang, low=change(one.low, lang), high=change(one.high, lang))


def significance(one: Movement, lang: Language) -> str:
    """Return whether a change is more than chance, in words."""
    if one.significant is None:
        return NOTHING if one.change_satisfaction is None else say("deliver.significant.unknown", lang)
    return say("deliver.significant.yes" if one.significant else "deliver.significant.no", lang)


def movements_title(found: Comparison, lang: Language) -> str:
    """Return the finding: how many changed quadrant; where none did, how many changed beyond chance."""
    values = {"before": found.before, "after": found.after}
    moved = len(found.of("moved"))
    if moved:
        return say("deliver.comparison.moved", lang, n=moved, **values)
    changed = sum(one.significant is True for one in found.movements)
    if changed:
        return say("deliver.comparison.changed", lang, n=changed, **values)
    return say("deliver.comparison.same", lang, **values)


def movements_legend(found: Comparison, lang: Language) -> str:
    """Return how many touchpoints moved, stayed, entered and left."""
    counts = ((status, len(found.of(status))) for status in ("moved", "stayed", "entered", "left"))
    return " · ".join(say(f"deliver.comparison.{status}.count", lang, n=n) for status, n in counts if n)


def _column(
    key: str,
    lang: Language,
    *,
    bold: bool = False,
    tinted: bool = False,
    right: bool = False,
    optional: bool = False,
) -> Column:
    align: Literal["left", "right"] = "right" if right else "left"
    return Column(say(f"deliver.column.{key}", lang), align, bold=bold, tinted=tinted, optional=optional)
