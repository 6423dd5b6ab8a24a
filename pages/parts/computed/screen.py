"""How the screen looks at the matrix: its picture and figure, kept for this person's session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cx.records import Companions, Filters, Matrix, Quadrant, Region, Window
from cx.text import Language
from pages.parts.computed import all_files, matrices, memory, room_marks
from pages.parts.computed import paths as computed
from pages.parts.shell import clock, paths, plain_chart
from pages.parts.shell.state import Workspace
from pages.parts.shell.window import Board

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

    from cx.picture import Handles, Picture


def companions(workspace: Workspace) -> Companions:
    """Return what is drawn beside the matrix; raises as :func:`touchpoints`."""
    path = paths.current().followed

    def make() -> Companions:
        from cx import matrix as building

        matrix = matrices.matrix(workspace)
        found = building.companions(matrix, all_files.touchpoints(workspace))
        found = replace(found, repeats=_repeats(workspace), followed=computed.followed(path, matrix.bubbles))
        return room_marks.beside(_with_lens(found, matrix, workspace), matrix, workspace)

    # what asks the engine may say how far it is, which a cached function cannot
    kept = memory.answered if workspace.settings.look.repeats else memory.shared
    return kept(
        f"companions {workspace.identity} {workspace.settings!r} {path!r} {_assessed(workspace)}", make
    )


def _repeats(workspace: Workspace) -> Mapping[str, float]:
    """The share of repeat contacts by bubble, where the picture is to show it."""
    if not workspace.settings.look.repeats:
        return {}
    known = computed.of_touchpoints(workspace, matrices.matrix(workspace).bubbles)
    return {id_: one.again_share for id_, one in known.items() if one.again_share is not None}


def _with_lens(beside: Companions, matrix: Matrix, workspace: Workspace) -> Companions:
    """The companions with the marks of the lens that is on; without one nothing of lenses is loaded."""
    if matrix.settings.look.lens is None:
        return beside
    from cx import matrix as building
    from pages.parts.computed import lenses

    if matrix.settings.look.lens == "moments":
        beside = replace(beside, wished=workspace.lens_settings.wished)
    return building.with_lens(beside, matrix, lenses.on_bubbles(workspace))


def roster(workspace: Workspace) -> tuple[str, ...]:
    """Return every touchpoint in the order of the file; raises as :func:`touchpoints`."""
    return companions(workspace).roster


def regions(workspace: Workspace) -> Mapping[str, Region]:
    """Return where each touchpoint may lie, by the id of its bubble; raises as :func:`touchpoints`."""

    def make() -> Mapping[str, Region]:
        from cx import matrix as building

        return building.regions(matrices.matrix(workspace), all_files.touchpoints(workspace))

    return memory.shared(f"regions {workspace.identity} {workspace.settings!r}", make)


@dataclass(frozen=True)
class Sight:
    """How the screen looks at the matrix."""

    board: Board
    """Where the chart stands."""
    enlarged: float = 1.0
    """What the type is multiplied by; else it has the same size in pixels at every width."""
    window: Window | None = None
    """The part of the plot in view; ``None``: all of it."""

    @property
    def width(self) -> int:
        """The width of the chart, in CSS pixels."""
        return self.board.width


def picture(workspace: Workspace, lang: Language, sight: Sight) -> Picture:
    """Return the picture of the matrix for the screen; raises as :func:`touchpoints`."""

    def make() -> Picture:
        from cx import picture as drawing

        found = matrices.matrix(workspace)
        sheet = drawing.screen_sheet(sight.board.width, sight.board.height, enlarged=sight.enlarged)
        return drawing.compute(
            found,
            lang=lang,
            day=clock.today(),
            size=sheet.size,
            type_scale=sheet.type_scale,
            headings=False,
            groups=matrices.groups(workspace),
            options=found.settings.look,
            companions=companions(workspace),
            window=sight.window,
            previous=_before_filters(workspace, lang, sight),
            listed=True,
            numbered=sight.board.numbered,
        )

    return memory.shared(f"picture {_view(workspace, lang, sight)}", make)


def _before_filters(workspace: Workspace, lang: Language, sight: Sight) -> Picture | None:
    """Return the picture without filters and zoom, by which names stay where they were."""
    settings = workspace.settings
    if not settings.filters.active and not settings.look.highlight:
        return None
    plain = replace(settings, filters=Filters(), look=replace(settings.look, highlight=()))
    return picture(replace(workspace, settings=plain), lang, replace(sight, window=None))


def handles(workspace: Workspace, lang: Language, sight: Sight) -> Handles:
    """Return what of the picture can be taken hold of; raises as :func:`touchpoints`."""

    def make() -> Handles:
        from cx import picture as drawing

        drawn, matrix = picture(workspace, lang, sight), matrices.matrix(workspace)
        return drawing.handles(drawn, matrix, width=sight.width, lang=lang)

    return memory.shared(f"handles {_view(workspace, lang, sight)}", make)


def figure(
    workspace: Workspace,
    lang: Language,
    sight: Sight,
    *,
    chosen: str | None = None,
) -> Figure:
    """Return the figure that the screen draws; raises as :func:`touchpoints`.

    Parameters
    ----------
    chosen
        The id of a bubble to outline.
    """

    def make() -> Figure:
        from cx import picture as drawing

        drawn = picture(workspace, lang, sight)
        return plain_chart.ready(drawing.screen_figure(drawn, width=sight.width, selected=chosen))

    return memory.shared(f"figure {_view(workspace, lang, sight)} {chosen!r}", make)


def revealed(
    workspace: Workspace,
    lang: Language,
    sight: Sight,
    quadrants: tuple[Quadrant, ...],
    *,
    footnote: str,
    alt: str,
) -> tuple[Figure, Picture]:
    """Return figure and picture of the quadrants that are revealed; raises as :func:`touchpoints`.

    Parameters
    ----------
    footnote, alt
        What may be said of them.
    """

    def make() -> tuple[Figure, Picture]:
        from cx import picture as drawing

        whole = picture(workspace, lang, sight)
        drawn = drawing.revealed(whole, matrices.matrix(workspace), quadrants, footnote=footnote, alt=alt)
        return plain_chart.ready(drawing.screen_figure(drawn, width=sight.width)), drawn

    about = f"{_view(workspace, lang, sight)} {quadrants!r} {footnote!r} {alt!r}"
    return memory.shared(f"revealed {about}", make)


def _view(workspace: Workspace, lang: Language, sight: Sight) -> str:
    path = paths.current().followed
    about = f"{workspace.identity} {workspace.settings!r} {lang} {sight!r} {clock.today()} {path!r}"
    return f"{about} {_assessed(workspace)}"


def _assessed(workspace: Workspace) -> str:
    """What else the marks on the bubbles are made of; nothing where none are on."""
    if workspace.settings.look.lens is None:
        return room_marks.sign(workspace)
    return f"{hash(workspace.assessments)} {workspace.lens_settings!r}"
