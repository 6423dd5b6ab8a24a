"""The matrix by each method that derives impact, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from cx import text
from cx.impact import names_of
from cx.impact.telling import method_name
from cx.matrix.build import build
from cx.matrix.rows import folded
from cx.matrix.strategy import strategy_words
from cx.records import METHODS, Bubble, DriverResult, Method, Quadrant, Settings, Touchpoints
from cx.text import Language


@dataclass(frozen=True)
class Comparison:
    """The share and the quadrant of each touchpoint by each method."""

    used: Method
    """The method that the matrix draws."""
    names: tuple[str, ...]
    """The touchpoints, the largest share by the used method first."""
    shares: Mapping[Method, tuple[float, ...]]
    bubbles: Mapping[Method, tuple[Bubble, ...]]
    """Each with a quadrant; none is surer by another method than by the used one."""

    @property
    def quadrants(self) -> Mapping[Method, tuple[Quadrant | None, ...]]:
        """The quadrant of each touchpoint by each method."""
        return {method: tuple(one.quadrant for one in found) for method, found in self.bubbles.items()}

    @property
    def others(self) -> tuple[Method, ...]:
        """The methods that the used one is compared with."""
        return tuple(method for method in self.shares if method != self.used)

    def same(self, method: Method) -> int:
        """Return how many touchpoints lie in the same quadrant by a method as by the used one."""
        return len(self.names) - len(self.differing(method))

    def differing(self, method: Method) -> tuple[str, ...]:
        """Return the touchpoints that lie in another quadrant by a method than by the used one."""
        pairs = zip(self.names, self.quadrants[self.used], self.quadrants[method], strict=True)
        return tuple(name for name, mine, other in pairs if mine != other)

    @property
    def agreed(self) -> int:
        """How many touchpoints lie in the same quadrant by every method."""
        apart = {name for method in self.others for name in self.differing(method)}
        return len(self.names) - len(apart)


def compared(touchpoints: Touchpoints, result: DriverResult, settings: Settings | None = None) -> Comparison:
    """Return where each touchpoint lies by every method that could be computed.

    Parameters
    ----------
    touchpoints
        Derived from ``result``, with or without what other tables say about them.
    settings
        As the matrix is drawn: the crosshair follows its rule by each method.
    """
    settings = settings or Settings()
    order = {folded(name): place for place, name in enumerate(names_of(result))}
    drawn = _bubbles(touchpoints, settings)
    placed = {
        method: _by_method(touchpoints, result.shares[method], order, settings, drawn)
        for method in METHODS
        if method in result.shares
    }
    shown = [name for name in names_of(result) if all(folded(name) in found for found in placed.values())]
    shown.sort(key=lambda name: -result.shares[result.method][order[folded(name)]])
    return Comparison(
        result.method,
        tuple(shown),
        {method: tuple(result.shares[method][order[folded(name)]] for name in shown) for method in placed},
        {method: tuple(found[folded(name)] for name in shown) for method, found in placed.items()},
    )


def comparison_words(found: Comparison, lang: Language) -> tuple[str, ...]:
    """Return how far the quadrants agree, and which touchpoints differ, in sentences."""
    total = len(found.names)
    share = text.percent(found.agreed / total if total else None, lang)
    words = [text.say("methods.agreed", lang, n=found.agreed, total=total, share=share)]
    for method in found.others:
        named = {"method": method_name(method, lang), "same": found.same(method), "total": total}
        apart = found.differing(method)
        case = "methods.differ" if apart else "methods.same"
        words.append(text.say(case, lang, touchpoints=", ".join(apart), **named))
    return tuple(words)


def _by_method(
    touchpoints: Touchpoints,
    shares: tuple[float, ...],
    order: Mapping[str, int],
    settings: Settings,
    drawn: Mapping[str, Bubble],
) -> dict[str, Bubble]:
    """The bubbles by a method, as sure as they are ``drawn``: the draws of other methods are not known."""
    rows = touchpoints.rows.copy()
    rows["impact"] = [
        shares[order[name]] if (name := folded(str(typed))) in order else float("nan")
        for typed in rows["touchpoint"]
    ]
    found = _bubbles(replace(touchpoints, rows=rows, draws=None), settings)
    return {
        name: replace(one, certainty=drawn[name].certainty if name in drawn else None)
        for name, one in found.items()
    }


def _bubbles(touchpoints: Touchpoints, settings: Settings) -> dict[str, Bubble]:
    """The bubbles that have a quadrant, by their folded names."""
    matrix = build(touchpoints, settings)
    return {folded(one.name): one for one in matrix.bubbles if one.quadrant is not None}


def table(found: Comparison, settings: Settings, lang: Language) -> pd.DataFrame:
    """Return one row per touchpoint: its share and its quadrant by each method, and whether all agree.

    Columns: touchpoint, ``<method> share`` and ``<method> quadrant`` of each method, same.
    """
    rows = pd.DataFrame({"touchpoint": found.names})
    for method, shares in found.shares.items():
        rows[f"{method} share"] = shares
    for method, bubbles in found.bubbles.items():
        rows[f"{method} quadrant"] = [strategy_words(bubble, settings, lang) for bubble in bubbles]
    apart = {name for method in found.others for name in found.differing(method)}
    rows["same"] = [name not in apart for name in found.names]
    return rows
