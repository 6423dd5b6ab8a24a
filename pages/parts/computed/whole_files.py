"""Answers of which a part is loaded, that says how they are meant: the engine adds up all of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cx import errors
from cx.records import Touchpoints
from pages.parts.access import machine
from pages.parts.computed import memory
from pages.parts.shell.workspace import LoadedFile, Place, Question

if TYPE_CHECKING:
    from cx.impact import Study
    from cx.intake import Workbook
    from cx.large_answers import LargeStudy, PartRead
    from cx.process import Beat

_ENDINGS = (".csv", ".tsv", ".txt")


def may_be(place: Place) -> bool:
    """Return whether what lies at a place is one file of text, too large to be read cell by cell at once."""
    from cx.intake import LARGE

    sizes = [mark.size for mark in place.marks]
    one = len(place.marks) == 1 and Path(place.marks[0].path).suffix.lower() in _ENDINGS
    return one and max(sizes) >= LARGE


def part_at(place: Place, beat: Beat | None = None) -> LoadedFile | None:
    """Return the part of a file of answers by which all of it is understood; ``None`` where it holds none.

    Raises
    ------
    cx.errors.CxError
        When others reach this server, the file was changed since it was chosen, or it holds answers that
        cannot be added up.
    """
    from cx import engine, intake

    machine.check()
    engine.check_marks(place.marks)
    path = Path(place.marks[0].path)
    book = intake.read(intake.part_of(path), path.name, beat=beat)
    if intake.understand(book).shape != "responses":
        return None
    found = _large(LoadedFile(book, whole=place), Question(), beat)
    return LoadedFile(found.book, whole=place)


def study(file: LoadedFile, question: Question, beat: Beat | None = None) -> Study:
    """Return the sums of all answers that answer a question.

    Raises
    ------
    cx.errors.CxError
        When the file was changed since it was chosen, or what is asked takes its rows.
    """
    asked = replace(question, file="", method="shapley", weighted=True, straight_liners=True)
    return memory.answered(f"whole {file.identity} {asked!r}", lambda: _large(file, asked, beat).by_sums)


def table(file: LoadedFile) -> Touchpoints:
    """Return the touchpoints of all answers, with what they say about the likeliest outcome."""
    from cx import impact

    return impact.touchpoints(impact.result(study(file, Question()), draws=0), file.choices.score)


def _large(file: LoadedFile, question: Question, beat: Beat | None) -> LargeStudy:
    from cx.large_answers import LargeStudy

    machine.check()
    place = file.whole
    if place is None:
        raise errors.ArgumentError("argument_file", value=file.name)
    if any(question.segments.values()):
        raise errors.ArgumentError("large_without_parts", file=file.name)
    return LargeStudy.of(
        Path(place.marks[0].path), lambda book: _read(book, file, question), marks=place.marks, beat=beat
    )


def _read(book: Workbook, file: LoadedFile, question: Question) -> PartRead:
    from cx import impact, intake
    from cx.large_answers import PartRead

    found = intake.responses(book, file.choices)
    known = (*found.outcomes, *found.drivers)
    outcome = question.outcome if question.outcome in known else known[0]
    part = impact.prepare(
        found,
        outcome,
        [name for name in found.drivers if name not in question.left_out],
        outcome_direction=question.direction,
    )
    return PartRead(found, outcome, file.choices, part)
