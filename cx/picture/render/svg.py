"""What an SVG says of itself: words as wide as they were measured, a description, telling ids.

A program that reads no embedded font (LibreOffice, Word, many viewers) sets words in one of its own, which
may be wider: it is told how wide each line has to become.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from cx.picture.record import Weight
from cx.picture.type import certain_width

_ROOT = re.compile(r"<svg [^>]*>\s*<title>.*?</title>", re.DOTALL)
_WORDS = re.compile(r'<g id="text_\d+">\s*<text style="([^"]*)"([^>]*)>([^<]*)</text>')
_SIZE, _BOLD = re.compile(r"font-size: ([\d.]+)px"), "font-weight: 600"
_FAMILIES = re.compile(r"(font-family: '[^']*')([^;\"]*)")
_ALIKE = ("Source Sans 3", "Arial", "Liberation Sans")
"""Fonts that are about as wide, for who reads no embedded one: before those with all letters."""
_NAMED = re.compile(r' id="([^"]+)"')
_BY_THE_LIBRARY = {"figure_1": "picture", "axes_1": "drawing", "patch_1": "ground"}
_SHAPE = re.compile(r"(?:patch|line2d|PathCollection)_\d+")
_APART = re.compile(r"[\W_]+")
_LONGEST = 60


@dataclass(frozen=True)
class Saying:
    """What the file says of itself as a whole."""

    title: str
    description: str
    lang: str


def described(svg: bytes, saying: Saying) -> bytes:
    """Return the SVG with a title, a description and a role, words of a known width, and telling ids.

    Parameters
    ----------
    svg
        As the drawing library writes it, words as text.
    """
    words = svg.decode("utf-8")
    words = _ROOT.sub(lambda found: _root(found[0], saying), words, count=1)
    words = _WORDS.sub(_line, words)
    return _NAMED.sub(_namer(), words).encode("utf-8")


def id_of(kind: str, name: str = "") -> str:
    """Return an id that says what something is; one that is taken gets a number behind it when written.

    Examples
    --------
    >>> id_of("bubble", "Claims & <handling>"), id_of("grid")
    ('bubble-claims-handling', 'grid')
    """
    return "-".join(part for part in (kind, _slug(name)) if part)


def _slug(name: str) -> str:
    return _APART.sub("-", name.casefold())[:_LONGEST].strip("-")


def _root(found: str, saying: Saying) -> str:
    head = found[: found.index(">")]
    lang = html.escape(saying.lang)
    labels = 'aria-labelledby="picture-title" aria-describedby="picture-description"'
    title, description = (html.escape(one, quote=False) for one in (saying.title, saying.description))
    return (
        f'{head} role="img" lang="{lang}" xml:lang="{lang}" {labels}>\n'
        f' <title id="picture-title">{title}</title>\n <desc id="picture-description">{description}</desc>'
    )


def _line(found: re.Match[str]) -> str:
    style, rest, words = found[1], found[2], found[3]
    size = _SIZE.search(style)
    said = html.unescape(words)
    weight: Weight = "semibold" if _BOLD in style else "regular"
    wide = certain_width(said, float(size[1]), weight) if size else None
    length = "" if not wide else f' textLength="{wide:.3f}" lengthAdjust="spacingAndGlyphs"'
    alike = "".join(f", '{one}'" for one in _ALIKE)
    style = _FAMILIES.sub(rf"\1{alike}\2, sans-serif", style, count=1)
    name = html.escape(id_of("words", said))
    return f'<g id="{name}">\n    <text style="{style}"{length}{rest}>{words}</text>'


def _namer() -> Callable[[re.Match[str]], str]:
    """Return what renames one id after the other, none of them twice."""
    taken: set[str] = set()

    def named(found: re.Match[str]) -> str:
        wanted = _BY_THE_LIBRARY.get(found[1], found[1])
        wanted = "shape" if _SHAPE.fullmatch(wanted) else wanted
        name = next(one for one in _numbered(wanted) if one not in taken)
        taken.add(name)
        return f' id="{name}"'

    return named


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))
