"""The room on a slide: where title, content and footnote stand, in which font; plain or a template's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cx.picture import DECK_SIZES, logo_room, placed_logo
from cx.picture.colour import QUADRANT_SHADES, Shade, look_into_shade, shades
from cx.picture.record import Box, PlacedLogo
from cx.picture.type import ELLIPSIS, MARGIN, Font, arial
from cx.picture.type import LEADING as PICTURE_LEADING
from cx.records import PictureOptions, Quadrant

WIDTH, HEIGHT = 960.0, 540.0
BODY = 12.0
HEAD = 14.0
SUBTITLE_HEIGHT = 20.0
LEADING = 1.17
"""Between the lines of a text box; single spacing of Arial is 1.15."""
_BEFORE_CONTENT = 16.0
_BELOW_CONTENT, _BELOW_FOOTNOTE = 54.0, 11.0
_TITLE_HEIGHT = 68.0
_TITLE = Box(MARGIN, 0.75 * MARGIN, WIDTH - 2 * MARGIN, _TITLE_HEIGHT)
_NARROWEST = 640.0
"""A slide of the program's own is never narrower than this, in points: type on it would be too large."""
_FOOTNOTE_LINES = 3
_NUMBER_WIDTH = 48.0
_TOUCH, _LEAST_TITLE = 0.88, 20 / 28
_TITLE_LINES, _SMALLEST_TITLE = 2, 16.0


@dataclass(frozen=True)
class Form:
    """Where things stand on every slide, in points."""

    width: float = WIDTH
    height: float = HEIGHT
    title: Box = _TITLE
    title_size: float = DECK_SIZES.title
    content: Box | None = None
    """What a template leaves between its title and its footers; ``None``: the plain slide, which fills."""
    subtitle: Box | None = None
    """Where a template has its own place for a line below the title."""
    capitals: bool = False
    """Whether the template writes titles in capitals."""
    font: Font = field(default_factory=arial)
    title_font: Font = field(default_factory=arial)
    shades: Mapping[Quadrant, Shade] = field(default_factory=lambda: QUADRANT_SHADES)
    """The colours of the quadrants: the program's or a brand's."""
    logo: PlacedLogo | None = None
    """In the corner of every plain slide; a template has its own."""

    @property
    def look_into(self) -> Shade:
        """The colours of negative drivers."""
        return look_into_shade(shade.fill for shade in self.shades.values())

    @property
    def templated(self) -> bool:
        """Whether it is a template's."""
        return self.content is not None

    @property
    def number(self) -> Box:
        """Where the plain slide has its number."""
        return Box(self.width - MARGIN - 40, self.height - 23, 40.0, 12.0)

    @property
    def number_above(self) -> Box:
        """Where a plain slide that a picture fills has its number: above the title, at the right."""
        return Box(self.width - MARGIN - 40, 2.0, 40.0, 12.0)

    def fitting_title(self, text: str) -> tuple[str, float]:
        """Return a title that takes two lines at most, and its type size."""
        return self._title_in_box(text) if self.templated else self._title_at_top(text)

    def subtitle_box(self, title: str) -> Box:
        """Return where the line below the title stands."""
        if self.subtitle:
            return self.subtitle
        if self.content:
            return Box(self.content.left, self.content.top, self.content.width, SUBTITLE_HEIGHT)
        return Box(self.title.left, self._title_bottom(title), self.title.width, SUBTITLE_HEIGHT)

    def picture_box(self) -> Box:
        """Return the room that the matrix takes: in a template below the subtitle, else the whole slide."""
        if self.content is None:
            return Box(0, 0, self.width, self.height)
        above = 0.0 if self.subtitle else SUBTITLE_HEIGHT
        return Box(
            self.content.left, self.content.top + above, self.content.width, self.content.height - above
        )

    def content_box(self, title: str) -> Box:
        """Return the room between a page's subtitle and its footnote."""
        if self.content is None:
            top = self._title_bottom(title) + SUBTITLE_HEIGHT + _BEFORE_CONTENT
            return Box(MARGIN, top, self.width - 2 * MARGIN, self.height - _BELOW_CONTENT - top)
        above = 0.0 if self.subtitle else SUBTITLE_HEIGHT + _BEFORE_CONTENT / 2
        below = _FOOTNOTE_LINES * DECK_SIZES.footnote * LEADING
        whole = self.content
        return Box(whole.left, whole.top + above, whole.width, whole.height - above - below)

    def footnote(self, words: str) -> tuple[Box, str]:
        """Return where the footnote stands, and its words in three lines at most."""
        left = self.content.left if self.content else MARGIN
        width = self.content.width if self.content else self.width - 2 * MARGIN - _NUMBER_WIDTH
        size = DECK_SIZES.footnote
        lines, _ = self.font.fitted(words, width, size, lines=_FOOTNOTE_LINES, least=1)
        deep = len(lines) * size * LEADING
        bottom = self.content.bottom if self.content else self.height - _BELOW_FOOTNOTE
        return Box(left, bottom - deep, width, deep), " ".join(lines)

    def text_height(self, text: str, width: float, size: float = BODY, *, bold: bool = False) -> float:
        """Return how high a paragraph becomes when wrapped to a width."""
        return len(self.font.wrapped(text, width, size, "semibold" if bold else "regular")) * size * LEADING

    def text_width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return how wide a line of text is."""
        return self.font.width(text, size, "semibold" if bold else "regular")

    def _title_bottom(self, title: str) -> float:
        words, size = self.fitting_title(title)
        return self.title.top + self.text_height(words, self.title.width, size, bold=True)

    def _title_at_top(self, text: str) -> tuple[str, float]:
        """Return the title of a plain slide.

        One that is a touch too wide for one line shrinks to it: whether it would wrap depends on the machine.
        """
        found: tuple[str, ...] = ()
        size = self.title_size
        for lines, least in ((1, _TOUCH), (_TITLE_LINES, _LEAST_TITLE)):
            found, size = self.title_font.fitted(
                text, self.title.width, self.title_size, "semibold", lines=lines, least=least
            )
            if not _is_cut(found):
                break
        return " ".join(found), size

    def _title_in_box(self, text: str) -> tuple[str, float]:
        """Return the title in the template's box: in its own size where it fits, else smaller."""
        shown, size = text.upper() if self.capitals else text, self.title_size
        while size > _SMALLEST_TITLE and not self._fits(shown, size):
            size -= 1
        if self._fits(shown, size):
            return text, size
        lines, _ = self.title_font.fitted(
            shown, self.title.width, size, "semibold", lines=_TITLE_LINES, least=1
        )
        kept = len(" ".join(lines)) - 1
        return (text[:kept].rstrip() + lines[-1][-1]) if _is_cut(lines) else text, size

    def _fits(self, text: str, size: float) -> bool:
        lines = self.title_font.wrapped(text, self.title.width, size, "semibold")
        room = max(1, min(_TITLE_LINES, int(self.title.height / (size * PICTURE_LEADING))))
        return len(lines) <= room


def _is_cut(lines: Sequence[str]) -> bool:
    return lines[-1].endswith(ELLIPSIS)


def plain(options: PictureOptions | None = None) -> Form:
    """Return the form of the program's own deck, in Arial: 16:9, or of the format that was chosen.

    Only the shape of a custom format counts: a slide is as large as type of 12 points needs it.
    """
    if options is None:
        return Form()
    width, height = options.size
    times = max(1.0, min(width / WIDTH, height / HEIGHT)) if width >= _NARROWEST else width / _NARROWEST
    across = width / times
    unit = min(across / WIDTH, height / times / HEIGHT)
    aside = logo_room(options, unit)
    title = Box(MARGIN, 0.75 * MARGIN, across - 2 * MARGIN - aside, _TITLE_HEIGHT)
    placed = placed_logo(options, across, unit)
    return Form(across, height / times, title, shades=shades(options.colours), logo=placed)
