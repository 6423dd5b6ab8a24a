"""A comparison in words, and names in it that a person may know to be the same."""

from __future__ import annotations

from collections.abc import Mapping

from cx import text
from cx.matrix.strategy import place_words, strategy_words
from cx.records import Comparison, Movement, Settings
from cx.text import Language

_SPELT = 12


def movements_in_words(comparison: Comparison, lang: Language) -> str:
    """Return what is shown to have changed between the two, in a line: quadrants first, else satisfaction.

    Segments do not change into one another: they differ.
    """
    about = "compare.segments" if comparison.kind == "segment" else "compare.finding"
    moved = len(comparison.of("moved"))
    fallen, risen = (_changed(comparison, sign) for sign in (-1, 1))
    values = {"before": comparison.before, "after": comparison.after}
    if moved:
        return text.say(f"{about}.moved", lang, n=moved, count=_spelt(moved, lang), **values)
    if fallen or risen:
        return text.say(f"{about}.changed", lang, fallen=fallen, risen=risen, **values)
    return text.say(f"{about}.none" if comparison.tested else f"{about}.untested", lang, **values)


def sides_in_words(movement: Movement, settings: Settings, lang: Language) -> tuple[str, str]:
    """Return what the two sides of a movement call for; empty where it is not there, or has no quadrant.

    Of one that moved, or may have moved, its status says how sure that is; of the others the words do.
    """
    told = place_words if movement.status in {"moved", "unclear"} else strategy_words
    before, after = (told(side, settings, lang) if side else "" for side in (movement.before, movement.after))
    return before, after


def alike_names(comparison: Comparison, rejected: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return pairs of a touchpoint that entered and one that left whose names look alike: (later, earlier).

    Parameters
    ----------
    rejected
        Names in the later matrix about which a person has spoken; they are not asked about again.
    """
    from cx.intake.join import alike

    entered = [one.name for one in comparison.of("entered") if one.name not in rejected]
    left = [one.name for one in comparison.of("left")]
    return tuple((match.name, match.other) for match in alike(entered, left, {}))


def _changed(comparison: Comparison, sign: int) -> int:
    return sum(
        1 for one in comparison.movements if one.significant and (one.change_satisfaction or 0.0) * sign > 0
    )


def _spelt(count: int, lang: Language) -> str:
    return text.say(f"numeral.{count}", lang) if 0 < count <= _SPELT else text.whole(count, lang)
