"""What one file gives, kept for this person's session: its cells, how it is understood, its touchpoints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cx import errors
from cx.records import Choices, ImpactPart, Preview, Touchpoints
from cx.records.file import Understanding, Workbook
from pages.parts.computed import memory, whole_files
from pages.parts.shell.state import LoadedFile


def edited(file: LoadedFile) -> Workbook:
    """Return the workbook with the cells that were changed by hand."""
    if not file.edits:
        return file.workbook

    def make() -> Workbook:
        from cx import intake

        return intake.edited(file.workbook, file.edits)

    return memory.shared(f"edited {file.identity}", make)


def understanding(file: LoadedFile) -> Understanding:
    """Return how a file is understood, with its choices and edits."""

    def make() -> Understanding:
        from cx import intake

        return whole_files.understood(file, intake.understand(edited(file), file.choices))

    return memory.shared(f"understanding {file.identity}", make)


def reading(files: Iterable[LoadedFile]) -> str:
    """Return how the first file that was not simply read as proposed is read; empty where each was."""
    from cx.intake import mapping

    told = (
        mapping.reading_of(file.choices, understanding(file)) for file in files if file.choices != Choices()
    )
    return next(told, "")


def own(file: LoadedFile) -> Touchpoints | None:
    """Return what one file gives by itself; ``None`` where it gives nothing that the matrix uses."""
    for partial in (False, True):
        try:
            return table(file, partial=partial)
        except errors.CxError:
            continue
    return None


def table(file: LoadedFile, *, partial: bool) -> Touchpoints:
    """Return the touchpoints of one file; ``partial`` accepts one without satisfaction."""
    if file.whole is not None:
        return whole_files.table(file)

    def make() -> Touchpoints:
        from cx import intake

        return intake.touchpoints(edited(file), file.choices, partial=partial)

    return memory.shared(f"table {file.identity} {partial}", make)


def previews(file: LoadedFile, readings: Iterable[Choices]) -> tuple[Preview, ...]:
    """Return what a file would come to with each of several choices: the touchpoints on which they part."""
    from cx import intake

    return intake.side_by_side([_preview(file, choices) for choices in readings])


def _preview(file: LoadedFile, choices: Choices) -> Preview:
    def make() -> Preview:
        from cx import intake

        return intake.preview(edited(file), choices, _MOST_LOOKED_AT)

    return memory.shared(f"preview {replace(file, choices=choices).identity}", make)


_MOST_LOOKED_AT = 500
"""Of so many touchpoints it is seen whether two readings part on them."""


def impact_parts(file: LoadedFile) -> tuple[ImpactPart, ...]:
    """Return the columns that the impact of a file is composed of, with the directions that were found."""
    found = own(file)
    return found.impact_parts if found else ()


def sheets(file: LoadedFile) -> list[Touchpoints]:
    """Return what the sheets of a file that are used give, each by itself."""
    from cx.intake.touchpoint_table import further_sheets

    alone = own(replace(file, choices=replace(file.choices, also=())))
    if alone is None:
        return []
    try:
        return [alone, *further_sheets(edited(file), file.choices, alone)]
    except errors.LimitExceeded:  # what is made of the file says so; here there is only nothing to match
        return [alone]
