"""The Picture as PNG, SVG or PDF, drawn without a browser."""

from __future__ import annotations

import io
import logging
import re
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
from cx.picture.render.pdf import figure
from cx.picture.render.svg import Saying, described, id_of
from cx.picture.type import BASELINE, families_for, source_sans_file, with_font
from cx.text import Language, drawable, language_tag

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Circle

Kind = Literal["png", "svg", "pdf"]
_POINTS_PER_INCH = 72
_DASHES: dict[Stroke, Any] = {"solid": "solid", "dashed": (0, (4, 2.5)), "dotted": (0, (1, 1.6))}
_FAMILY = "Source Sans Pro"
_NOTHING = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What an SVG has no place for, and no font a shape."""
_ONE_AT_A_TIME = threading.Lock()
"""The drawing library reads its settings from one place for the whole process."""


def static(picture: Picture, kind: Kind, *, pixels: int = 1920, clear: bool = False) -> bytes:
    """Return the picture as a file.

    Parameters
    ----------
    kind
        ``png``, ``svg`` (text stays text) or ``pdf`` (fonts embedded, one figure with its alternative text).
    pixels
        The width of a PNG; the height follows from the picture (1920 x 1080 for 16:9).
    clear
        Whether nothing is painted behind it, so that it lies on whatever it is put upon.

    Notes
    -----
    The same picture gives the same bytes: no date and no random id is written. What Source Sans lacks is
    drawn in another font of the machine; :func:`~cx.picture.type.fallback.unwritable` says what none has.
    """
    return drawn_on(
        sheet_of(picture, clear=clear), kind, lambda axes: draw(axes, picture, kind), pixels=pixels
    )


def sheet_of(picture: Picture, *, clear: bool = False) -> Sheet:
    """Return the sheet that a picture is drawn on."""
    blocks = (*picture.texts, picture.y_title)
    size = (picture.width, picture.height)
    return Sheet(*size, picture.title.text, picture.alt, blocks, picture.lang, clear=clear)


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
    lang: Language
    clear: bool = False
    """Whether nothing is painted behind what is drawn."""

    @property
    def saying(self) -> Saying:
        """What the file says of itself."""
        return Saying(_shown(self.title), _shown(self.alt), language_tag(self.lang))


def drawn_on(sheet: Sheet, kind: Kind, draw: Callable[[Axes], None], *, pixels: int) -> bytes:
    """Return a file on which ``draw`` has drawn: a unit is a point, the origin the top left corner."""
    content = bare(sheet, kind, draw, pixels=pixels)
    if kind == "svg":
        return with_font(described(content, sheet.saying), sheet.blocks, _FAMILY)
    return figure(content, sheet.saying) if kind == "pdf" else content


def bare(sheet: Sheet, kind: Kind, draw: Callable[[Axes], None], *, pixels: int = 1920) -> bytes:
    """Return what :func:`drawn_on` does as the library writes it: no font in an SVG, no tags in a PDF."""
    import matplotlib as mpl

    with _ONE_AT_A_TIME, mpl.rc_context(_settings(sheet)), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"Glyph \d+", category=UserWarning)
        figure = _figure(sheet, draw)
        _canvas(kind)(figure)
        target = io.BytesIO()
        figure.savefig(
            target,
            format=kind,
            dpi=pixels / sheet.width * _POINTS_PER_INCH,
            metadata=_metadata(kind, sheet),
        )
    return target.getvalue()


def _canvas(kind: Kind) -> Callable[[Figure], object]:
    """Return what the library draws a kind of file with; it is loaded before the first one is asked for."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.backends.backend_pdf import FigureCanvasPdf
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    return {"png": FigureCanvasAgg, "pdf": FigureCanvasPdf, "svg": FigureCanvasSVG}[kind]


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
    title, description = sheet.saying.title, sheet.saying.description
    if kind == "svg":
        return {"Date": None, "Title": title, "Description": description}
    if kind == "pdf":
        return {"CreationDate": None, "ModDate": None, "Title": title, "Subject": description}
    return {"Title": title, "Description": description}


def _figure(sheet: Sheet, draw: Callable[[Axes], None]) -> Figure:
    from matplotlib.figure import Figure

    figure = Figure(
        figsize=(sheet.width / _POINTS_PER_INCH, sheet.height / _POINTS_PER_INCH),
        facecolor="none" if sheet.clear else GROUND,
    )
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, sheet.width)
    axes.set_ylim(sheet.height, 0)
    axes.set_axis_off()
    draw(axes)
    return figure


def draw(axes: Axes, picture: Picture, kind: Kind = "svg") -> None:
    """Draw a picture where a unit is a point."""
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
                (box.left, box.top),
                box.width,
                box.height,
                facecolor=area.tint,
                linewidth=0,
                zorder=0.7,
                gid=id_of("quadrant", area.quadrant),
            )
        )
    for start, end in picture.grid:
        axes.plot(*zip(start, end, strict=True), color=GRID, linewidth=0.75, zorder=0.8, gid=id_of("grid"))
    if picture.zero is not None:
        zero = zip(*picture.zero, strict=True)
        axes.plot(*zero, color=SECONDARY, linewidth=0.75, zorder=0.85, gid=id_of("no-impact"))
    for line in picture.crosshair:
        axes.plot(
            *zip(line.start, line.end, strict=True),
            color=CROSSHAIR,
            linewidth=1.125,
            zorder=0.9,
            solid_capstyle="butt",
            gid=id_of("crosshair", line.axis),
        )


def _draw_bubbles(axes: Axes, picture: Picture) -> None:
    from matplotlib.patches import Circle

    for disc in picture.discs:
        # No patch of the axes: from each their limits would be computed, which are set, at half of all cost.
        axes.add_artist(_circle(disc))
    for x, y in picture.fans:
        axes.plot(
            (x,), (y,), marker="x", markersize=5, color=INK, markeredgewidth=1.1, gid=id_of("set-apart")
        )
    for bubble in picture.size_legend:
        look = {"fill": False, "edgecolor": SECONDARY, "linewidth": 1}
        name = id_of("legend-size", bubble.label.text)
        axes.add_patch(Circle((bubble.x, bubble.y), bubble.radius, **look, gid=name))
    for entry in picture.colour_legend:
        look = {"facecolor": entry.colour, "edgecolor": entry.outline}
        name = id_of("legend-colour", entry.label.text)
        axes.add_patch(Circle((entry.x, entry.y), entry.radius, **look, gid=name))
    for label in picture.labels:
        if label.leader:
            name = id_of("leader", label.block.text)
            axes.plot(*zip(*label.leader, strict=True), color=SECONDARY, linewidth=0.75, gid=name)


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
        gid=id_of("bubble", disc.name),
    )


def write(axes: Axes, block: TextBlock) -> None:
    """Write upright lines of text in their box."""
    step = block.box.height / max(len(block.lines), 1)
    x = {"left": block.box.left, "centre": block.box.centre[0], "right": block.box.right}[block.align]
    for number, line in enumerate(block.lines):
        baseline = block.box.top + step * number + step / 2 + BASELINE * block.size
        axes.text(x, baseline, _shown(line), **_look(block))


def _shown(line: str) -> str:
    return drawable(_NOTHING.sub("", line))


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
        axes.text(x, block.box.centre[1], _shown(line), **look)
