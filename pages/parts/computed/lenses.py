"""What lenses show of what is loaded, kept for this person's session; nothing of it loads before."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cx.records import Filters, Matrix, Settings, Touchpoints
from cx.records.lenses import Assessment, LensClaim, Lenses, LensResult, LensSettings
from cx.text import Language
from pages.parts.computed import all_files, derived_impact, matrices, memory, one_file, paths
from pages.parts.shell.state import Workspace

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

    from cx.matrix.telling.lenses import LensLine
    from cx.picture import LensPicture

Sides = tuple[Matrix, Touchpoints, tuple[Assessment, ...], LensSettings]
"""One side of a comparison: its matrix and table, what was assessed, and what was chosen."""


def lenses(workspace: Workspace) -> Lenses:
    """Return what each lens has to show; raises as :func:`all_files.touchpoints`."""
    whole = table(workspace)

    def make() -> Lenses:
        from cx import lenses as looking
        from cx import matrix as building

        seen = building.material(
            matrices.decisions_matrix(workspace),
            whole,
            assessments=workspace.assessments,
            settings=workspace.lens_settings,
        )
        return looking.look(seen)

    return memory.shared(f"lenses {identity(workspace)}", make)


def on_bubbles(workspace: Workspace) -> Lenses:
    """Return the lenses for the marks of the one that is on.

    A reading does not change with how the matrix is drawn: only moments ask where its crosshair stands. So
    no control of the matrix has lenses computed anew.
    """
    settings = workspace.settings
    if settings.look.lens == "moments":
        return lenses(workspace)
    plain = Settings(goal=settings.goal, min_n=settings.min_n, seed=settings.seed)
    return lenses(replace(workspace, settings=plain))


def table(workspace: Workspace) -> Touchpoints:
    """Return the touchpoints with what logs and answers add for lenses; raises as the matrix.

    What the engine is asked, and effects within segments, depend on files and questions alone: no control of
    the matrix computes them anew.
    """

    def make() -> Touchpoints:
        return _with_moments(_with_contacts(all_files.touchpoints(workspace), workspace), workspace)

    return memory.answered(f"lenstable {workspace.identity}", make)


def _with_contacts(found: Touchpoints, workspace: Workspace) -> Touchpoints:
    """The table with negative, reactive and proactive contacts, where there is a log."""
    said = paths.contacts(workspace)
    if said is None:
        return found
    from cx import intake

    known = paths.events(paths.logs(workspace)).facts.unit == "customer"
    return intake.with_contacts(found, said, known=known)


def _with_moments(found: Touchpoints, workspace: Workspace) -> Touchpoints:
    """The table with effects within segments, where impact is derived from answers."""
    derived_from = all_files.answer(workspace)
    if derived_from is None:
        return found
    from cx import impact

    file, question, result = derived_from
    asked = impact.within(derived_impact.responses(file), question.segments)
    return impact.with_segment_effects(found, asked, result)


def segments(workspace: Workspace) -> tuple[str, ...]:
    """Return the columns of segments in which moments can be told."""
    return tuple(table(workspace).segment_effects)


@dataclass(frozen=True)
class Aside:
    """A column of answers that could tell segments, and where it stands."""

    position: int
    """Of its file."""
    header: str
    before: str
    """The column that tells segments now; empty without one."""


def segments_aside(workspace: Workspace) -> tuple[Aside, ...]:
    """Return the columns of the answers that nothing uses, and that could tell segments."""
    derived_from = all_files.answer(workspace)
    if derived_from is None or derived_from[0].whole is not None:
        return ()
    position = workspace.files.index(derived_from[0])
    seen = one_file.understanding(derived_from[0])
    before = next((one.header for one in seen.columns_of("segment")), "")
    return tuple(Aside(position, one.header, before) for one in seen.groups_aside)


def between(before: Sides, after: Sides) -> tuple[Lenses, Lenses]:
    """Return the lenses of two sides of a comparison."""
    from cx import lenses as looking
    from cx import matrix as building

    earlier, later = (
        looking.look(building.material(matrix, table, assessments=said, settings=chosen))
        for matrix, table, said, chosen in (before, after)
    )
    return earlier, later


def lines(workspace: Workspace, touchpoint: str, lang: Language) -> tuple[LensLine, ...]:
    """Return what each lens says of a touchpoint."""
    from cx.matrix.telling import lenses as telling

    return telling.lines(lenses(workspace), touchpoint, lang)


def cells(workspace: Workspace, lang: Language) -> Mapping[str, str]:
    """Return each touchpoint's reading under the lens that is on; empty where none is, or it says nothing."""
    lens = workspace.settings.look.lens
    result = on_bubbles(workspace).of(lens) if lens else None
    if result is None:
        return {}
    from cx.matrix.telling import lenses as telling

    return telling.cells(result, lang)


def identity(workspace: Workspace) -> str:
    """Return what lenses are computed from."""
    look = replace(workspace.settings.look, lens=None, highlight=())
    settings = replace(workspace.settings, unit="touchpoint", filters=Filters(), look=look)
    assessed = hash(workspace.assessments)
    return f"{workspace.identity} {settings!r} {assessed} {workspace.lens_settings!r}"


@dataclass(frozen=True)
class Told:
    """One lens in words."""

    title: str
    lead: str
    how: str
    more: tuple[str, ...]


def claim(workspace: Workspace, result: LensResult, invested: Collection[str] | None = None) -> LensClaim:
    """Return what may be said of a lens."""
    from cx import matrix as building

    return building.lens_claim(result, matrices.decisions_matrix(workspace), invested)


def told(
    workspace: Workspace, result: LensResult, lang: Language, invested: Collection[str] | None = None
) -> Told:
    """Return a lens in words: its conclusion, of what, how its picture is read, and what else to say.

    Parameters
    ----------
    invested
        Names of the touchpoints in which the room decided to invest; ``None``: nobody decided.
    """
    from cx import matrix as building
    from cx.matrix.telling import lenses as telling

    found, matrix = claim(workspace, result, invested), matrices.decisions_matrix(workspace)
    lead = f"{telling.lens_name(result.lens, lang)} · {building.subtitle(matrix, lang)}"
    how = telling.how(result, lang)
    return Told(telling.title(found, result, lang), lead, how, telling.more(found, result, lang))


def picture(workspace: Workspace, result: LensResult, lang: Language, width: int) -> LensPicture:
    """Return the picture of a lens for a chart of so many CSS pixels."""

    def make() -> LensPicture:
        from cx import picture as drawing

        matrix: Matrix = matrices.decisions_matrix(workspace)
        return drawing.lens_picture(
            result,
            matrix,
            lang=lang,
            title=told(workspace, result, lang).title,
            type_scale=drawing.type_scale(width),
        )

    return memory.shared(f"pictured {result.lens} {identity(workspace)} {lang} {width}", make)


@dataclass(frozen=True)
class Trended:
    """How all contacts went by month, in words and drawn."""

    title: str
    drawn: LensPicture


def trend(workspace: Workspace, result: LensResult, lang: Language, width: int) -> Trended | None:
    """Return how all contacts went by month, for a chart of so many CSS pixels; ``None`` without a trend."""
    from cx import matrix as building

    said = building.months_claim(result)
    if said is None:
        return None

    def make() -> Trended | None:
        from cx import picture as drawing
        from cx.matrix.telling import lenses as telling

        title, scale = telling.months_title(said, lang), drawing.type_scale(width)
        drawn = drawing.months_picture(result, lang=lang, title=title, type_scale=scale)
        return Trended(title, drawn) if drawn else None

    return memory.shared(f"months {identity(workspace)} {lang} {width}", make)


def figure(drawn: LensPicture, width: int) -> Figure:
    """Return the picture of a lens as the screen draws it."""
    from cx import picture as drawing

    return drawing.screen_lens(drawn, width=width)
