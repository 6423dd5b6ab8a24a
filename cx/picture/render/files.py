"""The Picture as PNG, SVG or PDF, drawn without a browser."""

from __future__ import annotations

import io
import logging
import threading
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from cx.picture.colour import CROSSHAIR, GRID, GROUND, INK, SECONDARY
from cx.picture.record import Disc, Picture, Stroke, TextBlock
from cx.picture.render.file_marks import draw_overlay
from cx.picture.render.ink_in_files import draw_ink
from cx.picture.render.logo_in_files import draw_logo
from cx.picture.type import BASELINE, families_for, source_sans_file, with_font
from cx.text import drawable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Circle

Kind = Literal["png", "svg", "pdf"]
_POINTS_PER_INCH = 72
_DASHES: dict[Stroke, Any] = {"solid": "solid", "dashed": (0, (4, 2.5)), "dotted": (0, (1, 1.6))}
_FAMILY = "Source Sans Pro"
_ONE_AT_A_TIME = threading.Lock()
"""The drawing library reads its settings from one place for the whole process."""


def static(picture: Picture, kind: Kind, *, pixels: int = 1920) -> bytes:
    """Return the picture as a file.

    Parameters
    ----------
    kind
        ``png``, ``svg`` (text stays text) or ``pdf`` (fonts embedded).
    pixels
        The width of a PNG; the height follows from the picture (1920 x 1080 for 16:9).

    Notes
    -----
    The same picture gives the same bytes: no date and no random id is written. What Source Sans lacks is
    drawn in another font of the machine; :func:`~cx.picture.type.fallback.unwritable` says what none has.
    """
    blocks = (*picture.texts, picture.y_title)
    sheet = Sheet(picture.width, picture.height, picture.title.text, picture.alt, blocks)
    return drawn_on(sheet, kind, lambda axes: _draw(axes, picture, kind), pixels=pixels)


@dataclass(frozen=True)
class Sheet:
    """What a file needs to know of what is drawn on it."""

    width: float
    height: float
    """In points."""
    title: str
    alt: str
    blocks: Sequence[TextBlock]
    """Everything that is written, which decides the fonts."""


def drawn_on(sheet: Sheet, kind: Kind, draw: Callable[[Axes], None], *, pixels: int) -> bytes:
    """Return a file on which ``draw`` has drawn: a unit is a point, the origin the top left corner."""
    import matplotlib as mpl

    with _ONE_AT_A_TIME, mpl.rc_context(_settings(sheet)), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"Glyph \d+", category=UserWarning)
        figure = _figure(sheet, draw)
        target = io.BytesIO()
        figure.savefig(
            target,
            format=kind,
            dpi=pixels / sheet.width * _POINTS_PER_INCH,
            metadata=_metadata(kind, sheet),
        )
    return with_font(target.getvalue(), sheet.blocks, _FAMILY) if kind == "svg" else target.getvalue()


def _settings(sheet: Sheet) -> Any:  # noqa: ANN401 - the library types each setting's name
    from matplotlib import font_manager

    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    for weight in ("regular", "semibold"):
        path = str(source_sans_file("semibold" if weight == "semibold" else "regular"))
        if all(entry.fname != path for entry in font_manager.fontManager.ttflist):
            font_manager.fontManager.addfont(path)
    others, _ = families_for("".join(line for block in sheet.blocks for line in block.lines))
    return {
        "font.family": [_FAMILY, *others],
        "svg.fonttype": "none",
        "svg.hashsalt": "picture",
        "pdf.fonttype": 42,
        "axes.unicode_minus": False,
        "text.hinting": "none",
        "text.usetex": False,
        "text.parse_math": False,
        "path.simplify": False,
    }


def _metadata(kind: Kind, sheet: Sheet) -> dict[str, Any]:
    if kind == "svg":
        return {"Date": None, "Title": sheet.title, "Description": sheet.alt}
    if kind == "pdf":
        return {"CreationDate": None, "ModDate": None, "Title": sheet.title, "Subject": sheet.alt}
    return {"Title": sheet.title, "Description": sheet.alt}


def _figure(sheet: Sheet, draw: Callable[[Axes], None]) -> Figure:
    from matplotlib.figure import Figure

    figure = Figure(
        figsize=(sheet.width / _POINTS_PER_INCH, sheet.height / _POINTS_PER_INCH), facecolor=GROUND
    )
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, sheet.width)
    axes.set_ylim(sheet.height, 0)
    axes.set_axis_off()
    draw(axes)
    return figure


def _draw(axes: Axes, picture: Picture, kind: Kind) -> None:
    _draw_ground(axes, picture)
    draw_overlay(axes, picture)
    _draw_bubbles(axes, picture)
    draw_ink(axes, picture.every_ink)
    for block in picture.texts:
        write(axes, block)
    if picture.message is None:
        _write_turned(axes, picture.y_title)
    if picture.logo is not None:
        draw_logo(axes, picture.logo, smooth=kind == "png")


def _draw_ground(axes: Axes, picture: Picture) -> None:
    from matplotlib.patches import Rectangle

    for area in picture.quadrants:
        box = area.box
        if area.tint == GROUND:
            continue
        axes.add_patch(
            Rectangle(
                (box.left, box.top), box.width, box.height, facecolor=area.tint, linewidth=0, zorder=0.7
            )
        )
    for start, end in picture.grid:
        axes.plot(*zip(start, end, strict=True), color=GRID, linewidth=0.75, zorder=0.8)
    if picture.zero is not None:
        axes.plot(*zip(*picture.zero, strict=True), color=SECONDARY, linewidth=0.75, zorder=0.85)
    for line in picture.crosshair:
        axes.plot(
            *zip(line.start, line.end, strict=True),
            color=CROSSHAIR,
            linewidth=1.125,
            zorder=0.9,
            solid_capstyle="butt",
        )


def _draw_bubbles(axes: Axes, picture: Picture) -> None:
    from matplotlib.patches import Circle

    for disc in picture.discs:
        axes.add_patch(_circle(disc))
    for x, y in picture.fans:
        axes.plot((x,), (y,), marker="x", markersize=5, color=INK, markeredgewidth=1.1)
    for bubble in picture.size_legend:
        axes.add_patch(
            Circle((bubble.x, bubble.y), bubble.radius, fill=False, edgecolor=SECONDARY, linewidth=1)
        )
    for entry in picture.colour_legend:
        axes.add_patch(
            Circle((entry.x, entry.y), entry.radius, facecolor=entry.colour, edgecolor=entry.outline)
        )
    for label in picture.labels:
        if label.leader:
            axes.plot(*zip(*label.leader, strict=True), color=SECONDARY, linewidth=0.75)


def _circle(disc: Disc) -> Circle:
    from matplotlib.colors import to_rgba
    from matplotlib.patches import Circle

    return Circle(
        (disc.x, disc.y),
        disc.radius,
        facecolor=to_rgba(disc.fill, disc.opacity),
        edgecolor=disc.outline,
        linewidth=disc.outline_width,
        linestyle=_DASHES[disc.stroke],
    )


def write(axes: Axes, block: TextBlock) -> None:
    """Write upright lines of text in their box."""
    step = block.box.height / max(len(block.lines), 1)
    x = {"left": block.box.left, "centre": block.box.centre[0], "right": block.box.right}[block.align]
    for number, line in enumerate(block.lines):
        baseline = block.box.top + step * number + step / 2 + BASELINE * block.size
        axes.text(x, baseline, drawable(line), **_look(block))


def _look(block: TextBlock) -> dict[str, Any]:
    return {
        "fontsize": block.size,
        "color": block.colour,
        "fontweight": 600 if block.weight == "semibold" else 400,
        "ha": {"left": "left", "centre": "center", "right": "right"}[block.align],
        "va": "baseline",
        "parse_math": False,
    }


def _write_turned(axes: Axes, block: TextBlock) -> None:
    step = block.box.width / max(len(block.lines), 1)
    for number, line in enumerate(block.lines):
        x = block.box.left + step * number + step / 2 + BASELINE * block.size
        look = {**_look(block), "rotation": 90, "rotation_mode": "anchor", "ha": "center"}
        axes.text(x, block.box.centre[1], drawable(line), **look)
