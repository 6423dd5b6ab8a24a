"""Answers of which a part is loaded, that says how they are meant: the engine adds up all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cx import errors
from cx.records import Choices, Touchpoints
from cx.records.journeys import SHARED_LEAST
from pages.parts.access import machine
from pages.parts.computed import memory, places
from pages.parts.shell.workspace import LoadedFile, Place, Question

if TYPE_CHECKING:
    from cx.impact import Study
    from cx.intake import AskedTable, Workbook
    from cx.large_answers import LargeStudy, PartRead
    from cx.process import Beat
    from cx.records import Understanding

_ENDINGS = (".csv", ".tsv", ".txt")
_NO_ANSWERS = "no_respondents"


def may_be(place: Place) -> bool:
    """Return whether what lies at a place is text, too large in all to be read cell by cell at once."""
    from cx import engine
    from cx.intake import LARGE

    texts = [Path(mark.path).suffix.lower() in _ENDINGS for mark in place.marks]
    return bool(texts) and all(texts) and engine.size_in_all(place.marks) >= LARGE


def part_at(
    place: Place, tell: Callable[[Literal["answers", "adding"]], object], beat: Beat
) -> LoadedFile | None:
    """Return the part of files of answers by which all is understood; ``None``: read them cell by cell.

    So it is where it holds none, and where something would be lost by adding them up, as long as it is within
    the limit for files. What all answers say is added up as well, so that the pages have it at once.

    Parameters
    ----------
    tell
        Told what is done from now on.
    beat
        What it raises ends the work.

    Raises
    ------
    cx.errors.CxError
        When others reach this server, the file was changed since it was chosen, or it holds answers that
        cannot be added up.
    """
    tell("answers")
    try:
        found = _large(place, Choices(), Question(), beat)
    except errors.TableError as error:
        if error.key == _NO_ANSWERS:
            return None
        raise
    tell("adding")
    too_large = places.is_too_large(place)
    found = found.with_ends if too_large else found.with_ends_where_needed
    known = found.by_sums if too_large else found.of_all
    if known is None:
        return None
    file = LoadedFile(found.book, whole=place)
    memory.answered(_key(file, Question()), lambda: known)
    return file


def table_at(place: Place, tell: Callable[[Literal["answers", "adding"]], object], beat: Beat) -> LoadedFile:
    """Return rows made up of the counts of a table in a database, by which it is understood.

    What all its answers say is added up as well, so that the pages have it at once. Parameters are those of
    :func:`part_at`.

    Raises
    ------
    cx.errors.CxError
        When others reach this server, nobody named the database, it does not answer as it should, or the
        table is no plain one of respondents.
    """
    tell("answers")
    file = LoadedFile(asked(place, beat).book, whole=place)
    tell("adding")
    study(file, Question(), beat)
    return file


def asked(place: Place, beat: Beat | None = None) -> AskedTable:
    """Return a table in a database with rows made up of its counts: no row of it leaves the database."""
    address = place.address
    if address is None:
        raise errors.TableError(_NO_ANSWERS, file=place.name)

    def make() -> AskedTable:
        from cx import engine, intake

        machine.check()
        engine.check_named(address)
        return intake.asked_table(address, Choices(), _least(place), beat)

    return memory.answered(f"asked {place.identity}", make)


def understood(file: LoadedFile, seen: Understanding) -> Understanding:
    """Return how a file is understood; of a table in a database nothing is said of made-up rows."""
    if file.whole is None or file.whole.address is None:
        return seen
    from cx import large_answers

    return large_answers.understood(asked(file.whole), seen)


def _least(place: Place) -> int:
    """Below so many people nothing leaves a database elsewhere."""
    return SHARED_LEAST if place.elsewhere else 1


def study(file: LoadedFile, question: Question, beat: Beat | None = None) -> Study:
    """Return the sums of all answers that answer a question.

    Raises
    ------
    cx.errors.CxError
        When the file was changed since it was chosen, or what is asked takes its rows.
    """
    place = file.whole
    if place is None:
        raise errors.TableError(_NO_ANSWERS, file=file.name)
    return memory.answered(_key(file, question), lambda: _all_of(place, file.choices, question, beat))


def _all_of(place: Place, choices: Choices, question: Question, beat: Beat | None) -> Study:
    """All answers, by their sums."""
    if place.address is None:
        return _large(place, choices, question, beat).with_ends.by_sums
    from cx.large_answers import AskedStudy

    machine.check()
    made = AskedStudy.of(asked(place, beat), lambda book: _read(book, choices, question))
    return made.by_sums(_least(place), beat)


def _key(file: LoadedFile, question: Question) -> str:
    asked = replace(question, file="", method="shapley", weighted=True, straight_liners=True)
    return f"whole {file.identity} {asked!r}"


def table(file: LoadedFile) -> Touchpoints:
    """Return the touchpoints of all answers, with what they say about the likeliest outcome."""
    from cx import impact

    return impact.touchpoints(impact.result(study(file, Question()), draws=0), file.choices.score)


def _large(place: Place, choices: Choices, question: Question, beat: Beat | None) -> LargeStudy:
    from cx.large_answers import LargeStudy

    machine.check()
    paths = [Path(mark.path) for mark in place.marks]
    return LargeStudy.of(
        paths, lambda book: _read(book, choices, question), name=place.name, marks=place.marks, beat=beat
    )


def _read(book: Workbook, choices: Choices, question: Question) -> PartRead:
    """Understand a part of a file."""
    from cx import impact, intake
    from cx.large_answers import PartRead

    if intake.understand(book, choices).shape != "responses":
        raise errors.TableError(_NO_ANSWERS, file=book.name)
    found = intake.responses(book, choices)
    known = (*found.outcomes, *found.drivers)
    outcome = question.outcome if question.outcome in known else known[0]
    drivers = [name for name in found.drivers if name not in question.left_out]
    wanted = {
        impact.segment_column(found, name): values for name, values in question.segments.items() if values
    }
    some = impact.within(found, wanted)
    part = impact.prepare(some, outcome, drivers, outcome_direction=question.direction)
    return PartRead(found, outcome, choices, part, wanted)
