"""The size of the window, which only the browser knows.

The picture is drawn at the width that the page has, so Python has to hear it. A small component without a
body of its own measures its host and reports; it reports once, and again only when the window changed by more
than a scrollbar's width, so that no interaction costs a second run and the chart cannot make itself flicker.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal

import streamlit as st

from cx.records import PictureOptions
from cx.text import Language
from pages.parts.shell import keys

_probe = st.components.v2.component(
    "cx_window", js=(Path(__file__).parent / "window.js").read_text(encoding="utf-8")
)


STAGE_EDGES = 64
"""The white on both sides of the stage together, as ``style.css`` sets it."""


@dataclass(frozen=True)
class Board:
    """The place of the matrix, in CSS pixels."""

    width: int
    height: int
    numbered: bool = False
    """Whether it is too narrow for names."""


@dataclass(frozen=True)
class Window:
    """The room that there is, in CSS pixels."""

    width: int = 980
    """Of the page's column."""
    height: int = 900
    """Of the window."""
    whole: int = 1440
    """Width of the window."""

    @property
    def menu(self) -> int | Literal["collapsed"]:
        """How the menu stands before anybody touched it: that wide in pixels, or shut."""
        return _MENU if self.whole >= _MENU_BESIDE else "collapsed"

    @property
    def is_phone(self) -> bool:
        """Whether pictures are higher than wide, since their type takes so much of the width."""
        return self.whole < _PHONE

    @property
    def holds_two_tables(self) -> bool:
        """Whether two tables with many columns can be read side by side."""
        return self.width >= _TWO_TABLES

    @property
    def has_sidebar(self) -> bool:
        """Whether a sidebar stands beside the page: it is shut by hand, or covers the page on a phone."""
        return self.whole - self.width > _MARGINS

    def board(self, look: PictureOptions, *, above: int = 0) -> Board:
        """Return the place of the matrix on its page: as wide as the page, in the room below the title.

        ``above``: pixels of what else stands between the title and the chart.
        """
        return self._board(look, self.height - _ABOVE_AND_BELOW - above)

    def stage(self, look: PictureOptions) -> Board:
        """Return the place of the matrix on the stage: all of it below the title."""
        above = _STAGE_ABOVE_AND_BELOW + _STAGE_TITLE * min(max(_TITLE * self.height, 22), 40)
        return self._board(look, self.height - round(above))

    @property
    def enlarged(self) -> float:
        """What type is multiplied by on the stage: as large a part of the height on every projector."""
        return 1.0 if self.is_phone else min(max(self.height / 720, 1.25), 1.5)

    def _board(self, look: PictureOptions, room: int) -> Board:
        wide = self.width
        if self.is_phone or wide < _NUMBERED:
            return Board(wide, round(wide * _PORTRAIT), numbered=True)
        room = max(room, _LOWEST)
        if look.format != "16:9":
            wide = self._fitting(look.size, room)
            return Board(wide, round(wide * look.size[1] / look.size[0]))
        high = min(room, round(wide * 9 / 16))
        return Board(min(wide, round(high * _WIDEST)), high)

    def chart_width(self, shape: tuple[float, float]) -> int:
        """Return the width at which a chart of that width to height and the title above it fit the window."""
        return self._fitting(shape, self.height - _ABOVE_AND_BELOW)

    @property
    def bars_width(self) -> int:
        """The width of bars that leave room for words beside them; on a phone the words stand below."""
        return min(self.width, max(_NARROWEST, self.width * 7 // 11 - _BETWEEN))

    @property
    def picture_width(self) -> int:
        """The width of a picture with a row a touchpoint: as wide as the page, up to what is easily read."""
        return min(self.width, _WIDEST_ROWS)

    def _fitting(self, shape: tuple[float, float], room: int) -> int:
        narrowest = min(_NARROWEST, self.width)
        return max(narrowest, min(self.width, round(room * shape[0] / shape[1])))


_MARGINS = 200
"""More than the page's own margins together, less than those with the sidebar."""
_ABOVE_AND_BELOW = 196
"""What stands above the chart (title, subtitle, filters) and a line below it, in pixels."""
_TWO_TABLES = 1400
_MENU = 272
_MENU_BESIDE = 1100
"""From this width of the window on the menu stands beside the page; below it is shut at first."""
_STAGE_ABOVE_AND_BELOW = 124
"""Edges and buttons of the stage, in pixels."""
_STAGE_TITLE, _TITLE = 2.4, 0.036
"""Two lines of the stage's title in its type, and that type as a part of the height: as in ``style.css``."""
_PHONE, _NUMBERED, _PORTRAIT = 640, 480, 1.45
"""Windows and charts narrower than these have numbers for names, and are higher than wide."""
_LOWEST, _WIDEST = 320, 2.6
"""How high a chart is at least, and how many times as wide as high at most."""
_NARROWEST = 560
_WIDEST_ROWS = 1040
_BETWEEN = 32


def measure(lang: Language, *, presenting: bool = False) -> Window:
    """Return the window's size as last reported (a laptop's at first), and tell the browser the language.

    While presenting, the stage is measured, which covers the window; the page's own size is kept for later.
    """
    place = keys.STAGE if presenting else keys.WINDOW
    page: Window = st.session_state.get(keys.WINDOW, Window())
    first = replace(page, width=page.whole - STAGE_EDGES) if presenting else page
    told: Window = st.session_state.get(place, first)
    data = {**asdict(told), "lang": lang}
    seen = _read(_probe(key=_probe_key(place), data=data, on_size_change=_ignore).size)
    if seen:
        st.session_state[place] = seen
    return seen or told


def known() -> Window | None:
    """Return the window's size as the browser reported it before this run; ``None``: it did not yet."""
    seen = _read(getattr(st.session_state.get(_probe_key(keys.WINDOW)), "size", None))
    return seen or st.session_state.get(keys.WINDOW)


def _read(size: Mapping[str, float] | None) -> Window | None:
    return Window(**{side: int(size[side]) for side in ("width", "height", "whole")}) if size else None


def _probe_key(place: str) -> str:
    return f"{keys.PROBE}_{place}"


def _ignore() -> None:
    """Do nothing: the rerun itself is what is wanted."""
