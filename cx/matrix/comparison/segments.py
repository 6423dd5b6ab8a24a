"""The matrix of each segment, the crosshair frozen, and which touchpoints change quadrant between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from cx import text
from cx.matrix.build import build
from cx.matrix.claims import noted
from cx.matrix.comparison.segments_apart import apart
from cx.matrix.rows import view_options
from cx.matrix.strategy import place_words, strategy_words
from cx.records import Bubble, DriverResult, Filters, Finding, Matrix, Method, Settings, Touchpoints
from cx.text import Language

_MOST = 12
"""Segments beside each other that can still be read."""
EXACT = 14
"""Up to so many touchpoints the shares of segments are exact."""


@dataclass(frozen=True)
class Segments:
    """Where each touchpoint lies in each segment."""

    column: str
    """What the segments are values of; empty where a table has one column of segments."""
    matrices: Mapping[str, Matrix]
    """Segment to its matrix, all with the crosshair of the whole."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every touchpoint, in the order of the file."""
        return tuple(dict.fromkeys(label for bubbles in self._bubbles.values() for label in bubbles))

    def places(self, name: str) -> dict[str, Bubble]:
        """Return the bubble of a touchpoint in each segment that has it."""
        return {segment: bubbles[name] for segment, bubbles in self._bubbles.items() if name in bubbles}

    @cached_property
    def _bubbles(self) -> dict[str, dict[str, Bubble]]:
        """Segment to label to bubble, in the order of the file."""
        return {segment: _first_of_each(matrix) for segment, matrix in self.matrices.items()}

    @property
    def moving(self) -> tuple[str, ...]:
        """The touchpoints that are shown to lie in different quadrants for different segments."""
        return tuple(name for name in self.names if name in self.apart)

    @property
    def tested(self) -> bool:
        """Whether the errors of any touchpoint are known in two segments."""
        return self._told[1]

    @property
    def apart(self) -> Mapping[str, tuple[str, ...]]:
        """Touchpoint to the segments that lie in different quadrants beyond chance."""
        return self._told[0]

    @cached_property
    def _told(self) -> tuple[dict[str, tuple[str, ...]], bool]:
        if not self.matrices:
            return {}, False
        with_quadrant = {
            name: {segment: one for segment, one in self.places(name).items() if one.quadrant is not None}
            for name in self.names
        }
        found, tested = apart(with_quadrant, next(iter(self.matrices.values())).crosshair)
        called = {name: {with_quadrant[name][one].advised for one in said} for name, said in found.items()}
        # what is looked into first for each of them is so wherever it lies
        return {name: said for name, said in found.items() if len(called[name]) > 1}, tested


def _first_of_each(matrix: Matrix) -> dict[str, Bubble]:
    found: dict[str, Bubble] = {}
    for bubble in matrix.bubbles:
        found.setdefault(bubble.label, bubble)
    return found


def of_table(touchpoints: Touchpoints, settings: Settings | None = None) -> Segments | None:
    """Return the matrix of each segment of a table; ``None`` with fewer than two segments, or over twelve.

    Notes
    -----
    The crosshair is that of all segments together, whatever ``settings.freeze`` says.
    """
    settings = settings or Settings()
    values = view_options(touchpoints).segments
    if not 1 < len(values) <= _MOST:
        return None
    matrices = {value: build(touchpoints, _within(settings, value)) for value in values}
    return Segments("", matrices) if all(one.has_impact for one in matrices.values()) else None


def of_parts(
    column: str, parts: Mapping[str, Touchpoints], whole: Touchpoints, settings: Settings | None = None
) -> Segments:
    """Return the matrix of each segment of respondents, from the touchpoints derived within each.

    Parameters
    ----------
    column
        What the segments are values of.
    parts
        Segment to the touchpoints derived from its respondents alone.
    whole
        Derived from all respondents: its crosshair stays.
    """
    asked = replace(settings or Settings(), freeze=True)
    return Segments(column, {name: build(part, asked, whole=whole) for name, part in parts.items()})


def with_findings(matrix: Matrix, touchpoints: Touchpoints) -> Matrix:
    """Return a matrix of all segments with findings about the touchpoints that change quadrant between them.

    Where one segment is in view, or bubbles are drawn per segment or channel, the matrix stays as it is.
    """
    settings = matrix.settings
    if settings.filters.segments or settings.unit != "touchpoint" or not matrix.has_impact:
        return matrix
    found = of_table(touchpoints, settings)
    extra = () if found is None else findings_of_segments(found)
    return noted(matrix, extra)


def findings_of_segments(found: Segments) -> tuple[Finding, ...]:
    """Return a finding for each touchpoint that changes quadrant, with the segments that lie together."""
    return tuple(
        Finding(
            "info",
            "quadrant_changes",
            column=found.column or None,
            details={"touchpoint": name, "groups": _grouped(found, name)},
        )
        for name in found.moving
    )


def segment_words(found: Segments, settings: Settings, lang: Language) -> tuple[str, ...]:
    """Return which touchpoints change quadrant, each with its quadrants, in sentences."""
    if not found.moving:
        return (text.say("segments.none" if found.tested else "segments.untested", lang, n=len(found.names)),)
    head = text.say("segments.moving", lang, n=len(found.moving), total=len(found.names))
    return (head, *(_sentence(found, name, settings, lang) for name in found.moving))


def _sentence(found: Segments, name: str, settings: Settings, lang: Language) -> str:
    places = found.places(name)
    parts = [_part(segment, places[segment], settings, lang) for segment in found.apart[name]]
    return text.say("segments.one", lang, touchpoint=name, parts="; ".join(part for part in parts if part))


def _part(segment: str, bubble: Bubble, settings: Settings, lang: Language) -> str:
    if bubble.quadrant is None:
        return ""
    shown = {"segment": segment, "quadrant": place_words(bubble, settings, lang)}
    if bubble.certainty is None:
        return text.say("segments.part", lang, **shown)
    return text.say("segments.part.certain", lang, certainty=text.percent(bubble.certainty, lang), **shown)


def _grouped(found: Segments, name: str) -> str:
    together: dict[str, list[str]] = {}
    places = found.places(name)
    for segment in found.apart[name]:
        quadrant = places[segment].quadrant
        if quadrant is not None:
            together.setdefault(quadrant, []).append(segment)
    return " / ".join(", ".join(segments) for segments in together.values())


def _within(settings: Settings, value: str) -> Settings:
    filters = Filters(settings.filters.journeys, settings.filters.channels, (value,), settings.filters.period)
    return replace(settings, filters=filters, freeze=True, unit="touchpoint")


def quick_method(result: DriverResult) -> Method:
    """Return the method for the segments: that of the whole, or Johnson's weights where it takes long.

    Above fourteen touchpoints exact shares in every draw of every segment would take seconds; Johnson's
    weights come close.
    """
    slow = result.method == "shapley" and len(result.drivers) > EXACT
    return "johnson" if slow else result.method


def shown_values(values: Sequence[str]) -> bool:
    """Return whether there are two to twelve segments: fewer say nothing, more cannot be read."""
    return 1 < len(values) <= _MOST


def table(found: Segments, settings: Settings, lang: Language) -> pd.DataFrame:
    """Return one row per touchpoint, those that change quadrant first, with its numbers in each segment.

    Columns: touchpoint, moves (whether it changes quadrant), and ``<kind> <number of the segment>``, kinds
    quadrant, satisfaction, impact, certainty (left out where it is known of none) and n.
    """
    moving = set(found.moving)
    ordered = sorted(found.names, key=lambda name: name not in moving)
    places = [found.places(name) for name in ordered]
    shown = pd.DataFrame({"touchpoint": ordered, "moves": [name in moving for name in ordered]})
    for kind in _KINDS:
        for place, segment in enumerate(found.matrices):
            column = [_cell(kind, bubbles.get(segment), settings, lang) for bubbles in places]
            shown[f"{kind} {place}"] = pd.Series(column, dtype=object if kind == "quadrant" else float)
    unknown = [f"certainty {place}" for place in range(len(found.matrices))]
    return shown.drop(columns=[name for name in unknown if shown[name].isna().all()])


_KINDS = ("quadrant", "satisfaction", "impact", "certainty", "n")


def _cell(kind: str, bubble: Bubble | None, settings: Settings, lang: Language) -> object:
    if bubble is None:
        return "" if kind == "quadrant" else None
    if kind != "quadrant":
        return bubble.height if kind == "impact" else getattr(bubble, kind)
    return strategy_words(bubble, settings, lang)
