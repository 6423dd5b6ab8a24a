"""The map of journeys: where everything stands, in the coordinates of a slide."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from cx import text
from cx.picture.around import foot_of, headings, logo_at, logo_beside
from cx.picture.colour import INK
from cx.picture.journey import legends, words
from cx.picture.journey.drawing import OnPlane, on_plane
from cx.picture.journey.options import SLIDE, MapOptions
from cx.picture.journey.record import JourneyMap
from cx.picture.record import Box, TextBlock
from cx.picture.type import LEADING, Canvas, source_sans
from cx.records.journeys import Journeys

_FOOT, _MOST_FOOT, _NARROW = 2, 6, 48
"""Lines of a footnote, of one on a narrow picture, and the em of its type below which a picture is narrow."""


def journey_map(journeys: Journeys, options: MapOptions) -> JourneyMap:
    """Return the map of the paths that customers take.

    Parameters
    ----------
    journeys
        The figures of the paths to be drawn: of all, of a period, a segment, or those that meet a touchpoint.
    options
        With ``whole``, touchpoints stand where they stand on the map of those, and cases with a touchpoint
        that has no place there are left out.

    Notes
    -----
    Columns run from left to right by the median place in the path; within them orders are chosen for few
    crossings. Only whole cases are left out, those of the rarest paths first, and the subtitle says how many
    are drawn. Numbers on nodes and edges are of the cases drawn; times are those of all cases that took the
    step. The same arguments give the same map.
    """
    around = Around(canvas_of(options), journeys, options)
    found = on_plane(around.canvas, around.plane, journeys, options)
    title = words.title(journeys, options)
    return around.scene(found, title, words.subtitle(journeys, found.shown, options))


def canvas_of(options: MapOptions) -> Canvas:
    """Return the sheet that is drawn on."""
    wide, high = options.size
    scale = min(wide / SLIDE[0], high / SLIDE[1])
    typed = options.sizes.scaled(options.type_scale * scale)
    font = options.font or source_sans()
    return Canvas(wide, high, scale, font, typed, framed=not options.headings)


@dataclass(frozen=True)
class Around:
    """What takes its room before the map has a place."""

    canvas: Canvas
    journeys: Journeys
    options: MapOptions

    @property
    def plane(self) -> Box:
        """Where the map lies: the same whatever the headings say."""
        canvas = self.canvas
        room = canvas.margin * 0.75 + (2 * canvas.sizes.title + canvas.sizes.subtitle) * LEADING
        top = (room if self.options.headings else 0.0) + canvas.gap
        foot = self._foot_lines * canvas.sizes.footnote * LEADING + canvas.margin * 0.6
        bottom = canvas.height - foot - legends.height(canvas, self.options) - canvas.gap
        left = canvas.margin
        return Box(left, top, canvas.width - 2 * left, bottom - top)

    @cached_property
    def _foot_lines(self) -> int:
        """How many lines the footnote may take: more than two on a narrow picture."""
        canvas, size = self.canvas, self.canvas.sizes.footnote
        width = canvas.width - 2 * canvas.margin
        if width > _NARROW * size:
            return _FOOT
        said = words.footnote(self.journeys, self.options)
        return max(_FOOT, min(_MOST_FOOT, len(canvas.font.wrapped(said, width, size))))

    def scene(self, found: OnPlane, title: str, subtitle: str) -> JourneyMap:
        """Return the map with what lies on its plane."""
        canvas, options = self.canvas, self.options
        logo = logo_at(options.logo, canvas.width, canvas.unit) if options.headings else None
        aside = logo_beside(logo, canvas.unit)
        heads = headings(canvas, title, subtitle, drawn=options.headings, aside=aside)
        sizes, colours = legends.of(canvas, self.plane, found.nodes, options)
        width = canvas.width - 2 * canvas.margin
        return JourneyMap(
            width=canvas.width,
            height=canvas.height,
            lang=options.lang,
            measure=options.measure,
            plane=self.plane,
            nodes=found.nodes,
            edges=found.edges,
            title=heads.title,
            subtitle=heads.subtitle,
            footnote=foot_of(canvas, words.footnote(self.journeys, options), width, self._foot_lines),
            alt=words.alternative(found.shown, title, subtitle, options.lang),
            cases=self.journeys.cases,
            cases_drawn=found.shown.cases,
            variants_drawn=found.shown.variants,
            variant_count=self.journeys.variant_count,
            headings=options.headings,
            size_legend=sizes,
            colour_legend=colours,
            message=None if found.nodes else self._message(),
            logo=logo,
        )

    def _message(self) -> TextBlock:
        canvas = self.canvas
        said = text.say("picture.map.empty", self.options.lang)
        lines, size = canvas.fitted(said, canvas.width * 0.6, canvas.sizes.subtitle * 1.2, lines=2)
        middle = (canvas.width / 2, canvas.height / 2 - size)
        return canvas.block(lines, middle, size, colour=INK, align="centre")
