"""The user's own .pptx template: what it offers, and the deck written into it.

A template is a file from a stranger: python-pptx opens it in the reader process, under its limits. What comes
back of a template is a handful of numbers and names, checked here; the deck that is written into it goes out
as it comes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import isfinite
from typing import Any

from cx.deliver.deck.finishing import Kept
from cx.deliver.deck.theme_colours import Paints, chosen, grounds, painted
from cx.deliver.ground import HEIGHT, WIDTH, Form, made_at, packed_alike, plain
from cx.errors import UnreadableFile
from cx.intake.opening import Limits, reader_process
from cx.picture import DECK_SIZES
from cx.picture.record import Box
from cx.picture.type import Font, arial
from cx.process import MEGABYTE
from cx.records import PictureOptions
from cx.text import Language, language_tag, say, short_date

LIMITS = Limits(file_bytes=100 * MEGABYTE, unpacked_bytes=600 * MEGABYTE, seconds=15.0)
_MEASURED = ("arial", "arimo", "helvetica")
"""The fonts whose widths are known: those of Arial, or a touch narrower."""
_UNMEASURED = 1.15
_ADVICE = "template_costly"
_NAMES = ("subtitle", "number", "footnote")
_FEWEST = 200.0
"""Points that a room must have in both directions."""
_FONT_LENGTH = 100
_FURTHEST = 10_000
"""Points: a longer side or a place further away is no slide's."""


@dataclass(frozen=True)
class DeckTemplate:
    """A template that was looked into."""

    name: str
    content: bytes
    form: Form | None
    """The room that its layout leaves, in points of a slide of ordinary size; ``None``: none is suitable."""
    enlarged: float = 1.0
    """How many times larger its slides are than :attr:`form`."""
    layout: tuple[int, int] = (0, 0)
    """The master and its layout that slides are made of."""
    layout_name: str = ""
    colours: Mapping[str, str] | None = None
    """Theme colour to ``#RRGGBB``; also ``ground``, what is behind the words (and ``ground 1`` ... of a
    gradient)."""

    @property
    def suitable(self) -> bool:
        """Whether the deck can be made in it."""
        return self.form is not None

    def sentence(self, lang: Language) -> str:
        """Return what the deck will be made of, or why it will be the plain one."""
        key = "deliver.template.used" if self.suitable else "deliver.template.unsuitable"
        return say(key, lang, file=self.name, layout=self.layout_name)


def deck_template(content: bytes, name: str) -> DeckTemplate:
    """Return what a template offers: the room of its best layout, its fonts and colours.

    Parameters
    ----------
    content
        The file's bytes (.pptx or .potx), as uploaded.
    name
        The file's name, for messages.

    Raises
    ------
    cx.errors.FileError
        When it is no PowerPoint file, is damaged or protected, or costs too much to open.
    """
    if len(content) > LIMITS.file_bytes:
        sizes = {"size": len(content) // MEGABYTE, "limit": LIMITS.file_bytes // MEGABYTE}
        raise reader_process.refusal("limit_file", name, sizes, _ADVICE)
    head, _ = reader_process.answer(
        content, name=name, limits=LIMITS, task={"task": "template"}, advice=_ADVICE
    )
    try:
        return _template(head, content, name)
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableFile("template_damaged", file=name) from error


@dataclass(frozen=True)
class Cover:
    """What a deck says of itself as a whole."""

    title: str
    source: str
    """Where its figures come from: in the footer of every slide."""
    by_quadrant: bool
    """Whether its colours are those of quadrants, which the template's own may stand for."""


def form_of(template: DeckTemplate | None, options: PictureOptions | None) -> Form:
    """Return the room on the slides: the template's where it is suitable, else that of the chosen format."""
    if template is None or template.form is None:
        return plain(options)
    return replace(template.form, shades=plain(options).shades)


def paints_of(template: DeckTemplate | None, form: Form, *, by_quadrant: bool) -> Paints:
    """Return the colours that a picture on the slide needs, as the template shows them."""
    if template is None or template.form is None:
        return Paints(form.shades)
    colours = template.colours or {}
    found = chosen(colours, by_quadrant=by_quadrant)
    if not found:
        return Paints(form.shades)
    shown = {ours: one.of(colours) for ours, one in found.items()}
    return Paints(form.shades, shown, grounds(colours)[0])


def grafted(
    content: bytes,
    template: DeckTemplate,
    cover: Cover,
    *,
    lang: Language,
    day: dt.date,
    kept: Kept | None = None,
) -> bytes:
    """Return a deck of ours written into the template.

    Parameters
    ----------
    kept
        What the deck keeps about itself, where it can be refreshed one day.

    Raises
    ------
    cx.errors.FileError
        When the template cannot be written into.
    """
    form = template.form or Form()
    paints = painted(template.colours or {}, by_quadrant=cover.by_quadrant)
    task: dict[str, Any] = {
        "task": "graft",
        "template_bytes": len(template.content),
        "layout": template.layout,
        "enlarged": template.enlarged,
        "names": {name: say(f"deliver.shape.{name}", lang) for name in _NAMES},
        "title_size": form.title_size,
        "footer": " · ".join(part for part in (cover.source, short_date(day, lang)) if part),
        "source": cover.source,
        "date": short_date(day, lang),
        "made": made_at(day).isoformat(),
        "title": cover.title,
        "author": say("app.name", lang),
        "lang": language_tag(lang),
        "colours": paints or {},
        "panel": paints is None,
        "slides": list(kept.slides) if kept else None,
        "about": dict(kept.about) if kept else None,
    }
    both = template.content + content
    _, made = reader_process.answer(both, name=template.name, limits=LIMITS, task=task, advice=_ADVICE)
    if not bytes(made[:2]) == b"PK":
        raise UnreadableFile("template_damaged", file=template.name)
    return packed_alike(bytes(made))


def _template(head: Mapping[str, Any], content: bytes, name: str) -> DeckTemplate:
    layout = head["layout"]
    if layout is None:
        return DeckTemplate(name, content, None)
    width, height = _length(head["width"]), _length(head["height"])
    enlarged = max(1.0, min(width / WIDTH, height / HEIGHT))
    room = _box(layout["content"], enlarged)
    if min(room.width, room.height) < _FEWEST:
        return DeckTemplate(name, content, None)
    fonts = head["fonts"]
    form = Form(
        width=width / enlarged,
        height=height / enlarged,
        title=_box(layout["title"], enlarged),
        title_size=min(max(_length(layout["title_size"]) / enlarged, 12.0), 2 * DECK_SIZES.title),
        content=room,
        subtitle=_box(layout["subtitle"], enlarged) if layout["subtitle"] else None,
        capitals=bool(layout["capitals"]),
        font=_font(fonts["minor"]),
        title_font=_font(fonts["major"]),
    )
    place = (int(layout["master"]), int(layout["layout"]))
    named = str(layout["name"])[:_FONT_LENGTH]
    return DeckTemplate(name, content, form, enlarged, place, named, _colours(head["colours"]))


def _length(value: object) -> float:
    """Return a length in points; anything that is none is refused."""
    length = float(str(value))
    if not isfinite(length) or not 1 <= length <= _FURTHEST:
        raise ValueError("length")
    return length


def _box(values: Sequence[object], enlarged: float) -> Box:
    left, top, width, height = (float(str(value)) / enlarged for value in values)
    if not all(isfinite(value) and abs(value) <= _FURTHEST for value in (left, top, width, height)):
        raise ValueError("box")
    return Box(left, top, max(width, 1.0), max(height, 1.0))


def _font(name: object) -> Font:
    """Return a font of the template to measure with: its own widths where known, else Arial's and 15%."""
    family = str(name)[:_FONT_LENGTH]
    known = family.casefold() in _MEASURED
    return replace(arial(), family=family, slack=arial().slack if known else _UNMEASURED)


def _colours(found: Mapping[str, Any]) -> dict[str, str]:
    return {str(key): f"#{int(str(value), 16):06X}" for key, value in found.items()}
