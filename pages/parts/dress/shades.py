"""The colours of our own parts in light and dark: each colour of the light page has one for the dark.

Style sheets are written in the colours of the light page. Here each gets its counterpart, and the browser
takes the one that Streamlit asks for (``color-scheme``): the system's. The
chart, the pictures and every file stay light.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

DARK: Final = {
    "#ffffff": "#12171d",  # ground
    "#fafbfb": "#171d24",
    "#f8f9fa": "#1a2129",
    "#f3f4f5": "#1e252d",
    "#eceef0": "#28313a",
    "#e4e7eb": "#3a434d",  # hairlines
    "#cbd2d9": "#4b5661",
    "#9aa5b1": "#7b8794",
    "#7b8794": "#94a0ad",  # borders of what is typed in
    "#52606d": "#aeb8c2",  # secondary
    "#1f2933": "#e6eaee",  # ink
    "#005a8e": "#7cc0ee",  # links, and what is chosen
    "#e8f2f9": "#17304a",
    "#a64700": "#ff9d5c",  # what asks for care
    "#d55e00": "#ff8a3c",
    "#fbdcc6": "#5a3013",
    "#fdf1e8": "#33220f",
    "#00694d": "#5fd0a8",
    "#93386b": "#ef9cc8",
}
"""Colour of the light page to that of the dark one; text and ground keep 4.5:1 (WCAG 2.2, 1.4.3)."""
_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}\b")
_WHITE: Final = "#ffffff"
_LIGHTER: Final = 0.4
"""The part of a quadrant's colour that is left in text on the dark ground; the rest is white."""
_DECLARED: Final = re.compile(r"[\w-]+\s*:[^:;{}]*#[0-9a-fA-F]{6}\b[^;{}]*;")


@cache
def sheet(path: Path) -> str:
    """Return a style sheet for light and dark, of one that is written in the colours of the light page."""
    return in_both(path.read_text(encoding="utf-8"))


def in_both(css: str) -> str:
    """Return declarations with both colours; a browser that knows no ``light-dark`` keeps the light ones.

    Raises
    ------
    KeyError
        Where a colour has no counterpart in :data:`DARK`.
    """
    return _DECLARED.sub(lambda found: f"{found[0]} {_COLOUR.sub(_both, found[0])}", css)


def _both(found: re.Match[str]) -> str:
    return f"light-dark({found[0]}, {DARK[found[0].lower()]})"


def of_text(colour: str) -> str:
    """Return a colour of text on white as it reads on either ground; for a ``style`` beside the words."""
    from cx.picture.colour import mixed  # which the page of a vote does without

    return f"light-dark({colour}, {mixed(_WHITE, colour, _LIGHTER)})"
