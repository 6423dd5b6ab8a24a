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
from cx.matrix.strategy import strategy
from cx.records import METHODS, DriverResult, Method, Quadrant, Settings, Touchpoints
from cx.text import Language


@dataclass(frozen=True)
class Comparison:
    """The share and the quadrant of each touchpoint by each method."""

    used: Method
    """The method that the matrix draws."""
    names: tuple[str, ...]
    """The touchpoints, the largest share by the used method first."""
    shares: Mapping[Method, tuple[float, ...]]
    quadrants: Mapping[Method, tuple[Quadrant, ...]]

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
    placed = {
        method: _quadrants(touchpoints, result.shares[method], order, settings)
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


def _quadrants(
    touchpoints: Touchpoints, shares: tuple[float, ...], order: Mapping[str, int], settings: Settings
) -> dict[str, Quadrant]:
    rows = touchpoints.rows.copy()
    rows["impact"] = [
        shares[order[name]] if (name := folded(str(typed))) in order else float("nan")
        for typed in rows["touchpoint"]
    ]
    matrix = build(replace(touchpoints, rows=rows, draws=None), settings)
    return {folded(b.name): b.quadrant for b in matrix.bubbles if b.quadrant is not None}


def table(found: Comparison, settings: Settings, lang: Language) -> pd.DataFrame:
    """Return one row per touchpoint: its share and its quadrant by each method, and whether all agree.

    Columns: touchpoint, ``<method> share`` and ``<method> quadrant`` of each method, same.
    """
    rows = pd.DataFrame({"touchpoint": found.names})
    for method, shares in found.shares.items():
        rows[f"{method} share"] = shares
    for method, quadrants in found.quadrants.items():
        rows[f"{method} quadrant"] = [strategy(settings, quadrant, lang).name for quadrant in quadrants]
    apart = {name for method in found.others for name in found.differing(method)}
    rows["same"] = [name not in apart for name in found.names]
    return rows
