"""A large file of answers, understood by a part of it, and what the engine is asked about all of it."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from cx import engine, impact, intake
from cx.errors import TableError
from cx.impact.reading import MANY, copies, rows
from cx.process import Beat
from cx.records import Choices, Responses
from cx.records.file import Workbook

_BESIDE = "beside"
_YES_AND_NO = 2
_SURELY = 0.7
"""So far from what chance may show, copies are surely none or surely some: that is estimated from other rows
than the small way takes."""
_FEW_ANSWERS = 0.2
"""Who gave so few of the answers may not have finished."""


@dataclass(frozen=True)
class PartRead:
    """How a part of a file was understood, and what was asked of it."""

    responses: Responses
    outcome: str
    """The header of the outcome."""
    choices: Choices
    study: impact.Study
    """What was asked, of the part alone."""


@dataclass(frozen=True)
class LargeStudy:
    """A part of a file, understood, and what the engine is asked about all of it."""

    path: Path
    book: Workbook
    survey: PartRead
    large: intake.LargeSurvey
    part_bytes: int
    beat: Beat | None = None

    @classmethod
    def of(
        cls,
        path: Path,
        understand: Callable[[Workbook], PartRead],
        *,
        marks: tuple[engine.Mark, ...] = (),
        beat: Beat | None = None,
    ) -> LargeStudy:
        """Understand a part of the file.

        Parameters
        ----------
        path
            A file of text.
        understand
            Says how the part that it is given is meant; called again where lines further down change that.
        marks
            What the file looked like when it was chosen; empty: as it is now.
        beat
            Called while the part is read and the engine works; what it raises ends that.

        Raises
        ------
        cx.errors.CxError
            When that cannot be, or the file is no plain table of respondents.
        """
        marks = marks or engine.marks_of([str(path.resolve())])
        engine.check_marks(marks)
        found = cls._of(path, understand, (), marks, beat)
        if lines := _lines_beyond(found.large, beat):
            found = cls._of(path, understand, lines, marks, beat)
        return found

    @classmethod
    def _of(
        cls,
        path: Path,
        understand: Callable[[Workbook], PartRead],
        lines: Collection[int],
        marks: tuple[engine.Mark, ...],
        beat: Beat | None,
    ) -> LargeStudy:
        some = intake.part_of(path, lines)
        book = intake.read(some, path.name, beat=beat)
        survey = understand(book)
        large = intake.large_survey(path, book, survey.choices, survey.responses)
        kept = replace(large, table=replace(large.table, marks=marks))
        return cls(path, book, survey, kept, len(some), beat)

    @property
    def part(self) -> impact.Study:
        """What was asked, of the part alone."""
        return self.survey.study

    @property
    def choices(self) -> Choices:
        """What was chosen about the file."""
        return self.survey.choices

    @cached_property
    def headers(self) -> list[str]:
        """The header of each touchpoint.

        Raises
        ------
        cx.errors.TableError
            When one is no column of the file.
        """
        called, names = self.part.called, self.part.names
        found = [called[name].source if name in called else name for name in names]
        if {*found, self.survey.outcome} - set(self.large.cells):
            raise TableError("large_not_plain", file=self.path.name)
        return found

    @cached_property
    def measures(self) -> list[engine.Measure]:
        """Each touchpoint as whole numbers."""
        silent = self.survey.responses.no_answer
        columns, cells = self.large.columns, self.large.cells
        return [
            impact.rating_measure(columns[name], cells[name], scale, silent.get(name, ()))
            for name, scale in zip(self.headers, self.part.scales, strict=True)
        ]

    @cached_property
    def goal(self) -> engine.Measure:
        """The outcome as whole numbers."""
        name, codes = self.survey.outcome, self.survey.responses.not_met.get(self.survey.outcome)
        return impact.outcome_measure(self.large.columns[name], self.large.cells[name], self.part, codes)

    @cached_property
    def factors(self) -> list[int]:
        """What the ratings are multiplied by."""
        return [one.factor for one in self.measures]

    @property
    def by_sums(self) -> impact.Study:
        """All answers, by their sums; with all that is found in them where the whole is as its part."""
        sums = self._sums([] if self.whole is None else self._further(self.whole))
        return self._of_all(sums) or impact.of_sums(self.part, sums, self.factors, self.goal.factor)

    @property
    def of_all(self) -> impact.Study | None:
        """All answers, with all that is found in them; nothing where that takes their rows."""
        return None if self.whole is None else self._of_all(self._sums(self._further(self.whole)))

    def _of_all(self, sums: engine.GroupSums) -> impact.Study | None:
        """The study of all; nothing where the whole is not as its part, or rows have to be seen."""
        if self.whole is None or not self._holds(sums, self.whole):
            return None
        straight, rated = int(sums.further[1]["n"][0] or 0), sums.rows - self._without_outcome(sums)
        often = {int(place or 0): int(n or 0) for place, n in sums.further[3].rows()}
        equal, times = often[-3], often.get(-2, 0) / max(often.get(-1, 0), 1)
        pairs = {left: often.get(at, 0) for at, left in enumerate(self._left_aside)}
        chance = copies.copies_by_chance(pairs, times)
        if _SURELY * equal <= chance < equal / _SURELY:
            return None
        copied = [copies.copied(equal, rated)] if equal > chance else []
        lines = [*rows.about_straight(straight, rated), *copied]
        return impact.of_all(self.part, sums, self.factors, self.goal.factor, lines)

    @staticmethod
    def _without_outcome(sums: engine.GroupSums) -> int:
        return sums.rows - sum(one[0][0] for one in sums.products)

    @cached_property
    def _respondent(self) -> str | None:
        """The column that says whose answers they are."""
        name = self.survey.responses.respondent
        return None if name is None else self.large.columns[name]

    def _sums(self, further: list[str]) -> engine.GroupSums:
        return engine.group_sums(
            replace(self.large.table, columns=(*self.large.table.columns, _BESIDE)),
            self.goal,
            self.measures,
            identity=self._respondent,
            ends=impact.ends_of(self.part.scales, self.factors),
            further=further,
            name=self.path.name,
            beat=self.beat,
        )

    @cached_property
    def whole(self) -> intake.Whole | None:
        """What all of the file has to hold; nothing where its rows have to be seen."""
        part, responses = self.part, self.survey.responses
        upright = all(scale.direction != "lower" for scale in part.scales) and len(set(self.factors)) == 1
        if not upright or not 1 < len(part.names) <= MANY or not impact.may_be_of_all(part):
            return None
        if responses.respondent in self.large.cells or len(part.names) < len(responses.drivers):
            return None
        found = intake.whole_of(self.book, self.choices, responses, self.headers)
        asked = {name for one in (found.lines if found else ()) for name in one.headers}
        return found if asked <= {*self.headers} else None

    def _further(self, whole: intake.Whole) -> list[str]:
        """The queries of what the whole holds beside its sums."""
        p, columns = len(self.headers), self.large.columns
        least, batteries = rows.least_of(p), self.survey.responses.batteries
        telling = engine.Telling(p, least, rows.SHORT_LINE)
        places = [[self.headers.index(name) for name in one.headers] for one in whole.lines]
        aside = engine.without_outcome(self.goal, self.measures)
        questions = impact.straight_questions(self.part, self.headers, batteries)
        return [
            engine.whole_rows(
                [columns[name] for name in (*self.headers, self.survey.outcome)],
                {columns[name]: texts for name, texts in whole.known.items() if not _are_amounts(texts)},
                identity=self._respondent,
                beside=_BESIDE,
                least=int(_FEW_ANSWERS * (p + 1)),
            ),
            engine.straight_rows(questions, least),
            engine.straight_rows(places, rows.LINE),
            telling.agreeing(self._left_aside, -(-self._rows // copies.MOST)),
            *([engine.straight_rows(places, rows.LINE, aside)] if self._lacks_outcomes else []),
        ]

    @property
    def _lacks_outcomes(self) -> bool:
        """Whether the part shows rows without an outcome."""
        return any(one.code == "rows_without_outcome" for one in self.part.findings)

    @property
    def _left_aside(self) -> list[tuple[int, ...]]:
        return copies.left_aside(len(self.headers) + 1, self._rows)

    @cached_property
    def _rows(self) -> int:
        """About how many rows the file has."""
        return round(self.path.stat().st_size / self.part_bytes * self.part.moments.rows)

    def _holds(self, sums: engine.GroupSums, whole: intake.Whole) -> bool:
        """Whether the whole is as its part: cells, people, no row that would be told of."""
        seen, _, lines = ({name: int(one[name][0] or 0) for name in one.names} for one in sums.further[:3])
        people = self._respondent is None or seen["people"] == seen["named"] == seen["n"]
        if not people or any((seen["blank"], seen["beside"], seen["others"])):
            return False
        times, away = sums.rows / whole.used, dict.fromkeys(lines, self._without_outcome(sums))
        if self._lacks_outcomes:
            away = {name: int(sums.further[4][name][0] or 0) for name in lines}
        usual = (one.are_usual(lines[f"n{at}"] + away[f"n{at}"], times) for at, one in enumerate(whole.lines))
        return all(usual) and impact.holds_the_same(self.part, sums, self.factors)


def _lines_beyond(large: intake.LargeSurvey, beat: Beat | None) -> set[int]:
    """Lines of the file that hold numbers beyond those of its part: what they say of a scale counts."""
    known = {name: _numbers(cells) for name, cells in large.cells.items()}
    names = [name for name, numbers in known.items() if numbers]
    if not names:
        return set()
    query = engine.ends_in([large.columns[name] for name in names])
    ((*found,),) = engine.asked({"t": large.table}, [query], beat=beat)[0].rows()
    rows_at: set[int] = set()
    for at, name in enumerate(names):
        low, at_low, high, at_high = found[4 * at : 4 * at + 4]
        ends = (min(known[name]), max(known[name]))
        beyond = [(at_low, low is not None and float(low) < ends[0])]
        beyond += [(at_high, high is not None and float(high) > ends[1])]
        rows_at |= {int(row or 0) for row, is_beyond in beyond if is_beyond}
    return {large.table.skip + row - 1 for row in rows_at}


def _are_amounts(texts: Sequence[str]) -> bool:
    """Whether texts are numbers, more than two: others between them say nothing new."""
    return len(_numbers(texts)) == len(texts) > _YES_AND_NO


def _numbers(texts: Iterable[str]) -> list[float]:
    """The numbers among texts, as programs write them."""
    found = []
    for text in texts:
        with suppress(ValueError):
            found.append(float(text))
    return [one for one in found if math.isfinite(one)]
