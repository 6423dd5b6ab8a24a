"""How touchpoints moved, and the alerts that follow, as tables of words, whatever file they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from cx.deliver.ground import Column, Table
from cx.matrix import sides_in_words
from cx.records import MOVEMENT_STATUSES, Alert, Comparison, Matrix, Movement, Standing
from cx.text import MINUS, NOTHING, Language, number, say, trimmed


def alerts(found: Sequence[Alert], lang: Language) -> Table:
    """Return the rules that were met, each with its touchpoint."""
    columns = (
        Column.named("touchpoint", lang, bold=True),
        Column.named("rule", lang),
        Column.named("before", lang, right=True),
        Column.named("after", lang, right=True),
        Column.named("change", lang, right=True),
        Column.named("significance", lang),
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
        Column.named("touchpoint", lang, bold=True),
        Column.named("from", lang),
        Column.named("to", lang, tinted=True),
        Column(found.before, "right"),
        Column(found.after, "right"),
        Column.named("change", lang, right=True),
        Column.named("interval", lang, right=True, optional=True),
        Column.named("significance", lang),
    )
    rows = tuple(_movement(one, matrix, lang) for one in found.by_distance)
    return Table(columns, rows, tuple(one.after.advised if one.after else None for one in found.by_distance))


def _movement(one: Movement, matrix: Matrix, lang: Language) -> tuple[str, ...]:
    before, after = sides_in_words(one, matrix.settings, lang)
    return (
        one.name,
        _stood(one.before, before, "entered", lang),
        _now(one, after, lang),
        _score(one.before, lang),
        _score(one.after, lang),
        change(one.change_satisfaction, lang),
        interval(one, lang),
        significance(one, lang),
    )


def _now(one: Movement, told: str, lang: Language) -> str:
    """Where it stands now; where it may never have moved, that is said."""
    name = _stood(one.after, told, "left", lang)
    return say("deliver.movement.unclear", lang, quadrant=name) if one.status == "unclear" else name


def _stood(standing: Standing | None, told: str, otherwise: str, lang: Language) -> str:
    return (told or NOTHING) if standing else say(f"deliver.movement.{otherwise}", lang)


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
    return ("+" if value > 0 else MINUS) + written


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
    """Return the finding: how many have changed quadrant, else how many changed beyond chance."""
    about = "deliver.segments" if found.kind == "segment" else "deliver.comparison"
    values = {"before": found.before, "after": found.after}
    moved = len(found.of("moved"))
    if moved:
        return say(f"{about}.moved", lang, n=moved, **values)
    changed = sum(one.significant is True for one in found.movements)
    if changed:
        return say(f"{about}.changed", lang, n=changed, **values)
    return say(f"{about}.same" if found.tested else f"{about}.untested", lang, **values)


def changes_title(found: Comparison, lang: Language) -> str:
    """Return the finding of the table: at how many the score is higher beyond chance, and at how many lower.

    Where no change is more than chance, or none was tested, it says so; where nothing can be compared it is
    that of :func:`movements_title`.
    """
    both = [one for one in found.movements if one.change_satisfaction is not None]
    if not both:
        return movements_title(found, lang)
    key = f"deliver.changes.{'segment' if found.kind == 'segment' else 'period'}"
    told = [one.change_satisfaction or 0.0 for one in both if one.significant]
    values = {"total": len(both), "before": found.before, "after": found.after}
    if not told:
        tested = any(one.significant is not None for one in both)
        return say(f"{key}_{'chance' if tested else 'untested'}", lang, **values)
    up, down = (sum(sign * change > 0 for change in told) for sign in (1, -1))
    lower = say("deliver.changes.lower" if down else "deliver.changes.none_lower", lang, down=down)
    if not up:
        return say(f"{key}_none", lang, lower=lower, **values)
    return say(key, lang, n=up, lower=lower, **values)


def movements_legend(found: Comparison, lang: Language) -> str:
    """Return how many touchpoints moved, may have moved, stayed, entered and left."""
    counts = ((status, len(found.of(status))) for status in MOVEMENT_STATUSES)
    return " · ".join(say(f"deliver.comparison.{status}.count", lang, n=n) for status, n in counts if n)
