"""What the charts on the screen have in common: type, ground, and names that are cut where they are long."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Any

from cx.picture.colour import GROUND, INK, SECONDARY
from cx.picture.type import ELLIPSIS, LEADING, SCREEN_FAMILY, source_sans
from cx.text import Language

_SIZE, SMALL_SIZE = 14, 13
SMALL = {"size": SMALL_SIZE, "color": SECONDARY}
"""The type of values and titles along an axis."""
NAMES = 240
"""Pixels for touchpoints' names, left of their rows."""
ROW = 26
"""The height of a touchpoint's row, in pixels."""
_LONGEST_NAME = 34
_NAMES_SHARE = 0.42
_GAP, _LINES, _MORE = 12, 2, 14
"""Pixels between a name and its row; the lines of a name; what a row is higher for a second one."""


def layout(
    size: tuple[int, int],
    margin: tuple[int, int, int, int],
    axes: tuple[dict[str, Any], dict[str, Any]],
    lang: Language,
    *,
    legend: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Return the layout of a chart.

    Parameters
    ----------
    size
        Width and height, in CSS pixels.
    margin
        Left, right, top and bottom, in CSS pixels.
    axes
        Across and up.
    legend
        ``None``: the chart has none.
    """
    return {
        "width": size[0],
        "height": size[1],
        "margin": {**dict(zip("lrtb", margin, strict=True)), "pad": 0},
        "paper_bgcolor": GROUND,
        "plot_bgcolor": GROUND,
        "showlegend": legend is not None,
        **({"legend": legend} if legend else {}),
        "dragmode": False,
        "font": {"family": SCREEN_FAMILY, "color": INK, "size": _SIZE},
        "hoverlabel": {"bgcolor": GROUND, "bordercolor": SECONDARY, "align": "left", "font": {"size": 14}},
        "separators": ",." if lang == "nl" else ".,",
        "xaxis": axes[0],
        "yaxis": axes[1],
        "template": {},
    }


def names_room(width: int) -> int:
    """Return the pixels for names left of their rows, in a chart of a width: less on a phone."""
    return min(NAMES, round(_NAMES_SHARE * width))


def row_lines(names: Iterable[tuple[str, str]], room: int) -> tuple[list[str], int]:
    """Return names as they stand left of their rows, in two lines where they are long, and a row's height.

    Parameters
    ----------
    names
        Each with what follows it and is never cut.
    room
        In pixels.
    """
    told = [_lines(" ".join(name.split()), mark, room - _GAP) for name, mark in names]
    more = any(len(lines) > 1 for lines in told)
    return ["<br>".join(f"{html.escape(line, quote=False)}  " for line in lines) for lines in told], (
        ROW + _MORE if more else ROW
    )


def _lines(name: str, mark: str, room: float) -> tuple[str, ...]:
    font = source_sans()
    lines, _ = font.fitted(name, room, _SIZE, lines=_LINES, least=1.0)
    if font.width(lines[-1] + mark, _SIZE) <= room:
        return (*lines[:-1], lines[-1] + mark)
    if len(lines) < _LINES:
        return (*lines, mark.strip())
    return (*lines[:-1], font.shortened(lines[-1], room - font.width(mark, _SIZE), _SIZE) + mark)


def axis_title(words: str, room: int) -> tuple[str, int]:
    """Return the title of an axis in as many lines as it takes, and the pixels of all but the first.

    ``room``: in pixels.
    """
    lines = source_sans().wrapped(words, room, SMALL_SIZE)
    return "<br>".join(lines), (len(lines) - 1) * round(SMALL_SIZE * LEADING)


def row_name(name: str, mark: str = "") -> str:
    """Return a touchpoint's name as it stands left of its row: in one line, shortened, and never as markup.

    Parameters
    ----------
    mark
        What follows the name, and is never cut.
    """
    short, room = " ".join(name.split()), _LONGEST_NAME - len(mark)
    if len(short) > room:
        short = short[: room - 1].rstrip() + ELLIPSIS
    return html.escape(short, quote=False) + mark + "  "
