"""A large file of answers, understood by a part of it, and what the engine is asked about all of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from cx import engine, impact, intake
from cx.errors import ArgumentError, TableError
from cx.impact.reading import MANY, copies, rows
from cx.large_answers.beyond_part import lines_beyond, numbers_among
from cx.large_answers.headers import check_headers
from cx.large_answers.part_read import PartRead
from cx.process import Beat
from cx.records import Choices
from cx.records.file import Workbook

_BESIDE, _ENDS = "beside", 4
_YES_AND_NO = 2
_SURELY = 0.7
"""So far from what chance may show, copies are surely none or surely some: that is estimated from other rows
than the small way takes."""
_MOST_ROWS = 4_000_000
"""Of more, what only rows show does not fit into memory beside their answers."""
_FEW_ANSWERS = 0.2
"""Who gave so few of the answers may not have finished."""


@dataclass(frozen=True)
class LargeStudy:
    """A part of one file or of several, understood, and what the engine is asked about all of it."""

    paths: tuple[Path, ...]
    name: str
    """What the files are called, together."""
    book: Workbook
    survey: PartRead
    large: intake.LargeSurvey
    part_bytes: int
    understand: Callable[[Workbook], PartRead]
    beat: Beat | None = None

    @classmethod
    def of(
        cls,
        paths: Sequence[Path],
        understand: Callable[[Workbook], PartRead],
        *,
        name: str = "",
        lines: Mapping[Path, Collection[int]] | None = None,
        marks: tuple[engine.Mark, ...] = (),
        beat: Beat | None = None,
    ) -> LargeStudy:
        """Understand a part of the files.

        Parameters
        ----------
        paths
            Files of text with one header.
        understand
            Says how the part that it is given is meant; called again where lines further down change that.
        name
            What the files are called together; empty: as the first one.
        lines
            Per file the numbers, from 0, of lines that the part has to have.
        marks
            What the files looked like when they were chosen; empty: as they are now.
        beat
            Called while the part is read and the engine works; what it raises ends that.

        Raises
        ------
        cx.errors.CxError
            When that cannot be, or the files are no plain table of respondents with one header.
        """
        marks = marks or engine.marks_of([str(path.absolute()) for path in paths])
        engine.check_marks(marks)
        some = intake.part_of_files(paths, lines)
        book = intake.read(some, name or paths[0].name, beat=beat)
        survey = understand(book)
        large = intake.large_survey(paths, book, survey.choices, survey.responses)
        check_headers(paths, large.table.skip)
        kept = replace(large, table=replace(large.table, marks=marks))
        return cls(tuple(paths), book.name, book, survey, kept, len(some), understand, beat)

    @property
    def part(self) -> impact.Study:
        """What was asked, of the part alone."""
        return self.survey.study

    @property
    def choices(self) -> Choices:
        """What was chosen about the file."""
        return self.survey.choices

    @cached_property
    def with_ends(self) -> LargeStudy:
        """The same with rows that hold numbers beyond those of the part, where there are any.

        What was asked of the whole is not asked again where it would be the same.
        """
        lines = lines_beyond(self.paths, self.large, self.beat)
        if not lines:
            return self
        found = LargeStudy.of(
            self.paths,
            self.understand,
            name=self.name,
            lines=lines,
            marks=self.large.table.marks,
            beat=self.beat,
        )
        if "sums" in vars(self) and found.question == self.question:
            vars(found)["sums"] = self.sums
        return found

    @property
    def with_ends_where_needed(self) -> LargeStudy:
        """Itself where its :attr:`of_all` is all, or takes the rows anyway; else the one with ends."""
        told = self._shows_ends and self.of_all is not None
        return self if told or self.whole is None else self.with_ends

    @property
    def _shows_ends(self) -> bool:
        """Whether the sums themselves show numbers beyond those of the part: of all that has numbers."""
        return set(self.large.cells) == {*self.headers, self.survey.outcome}

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
            raise TableError("large_not_plain", file=self.name)
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
        if self.survey.wanted and not self.sums.rows:
            raise ArgumentError("large_without_parts", file=self.name)
        return self.of_all or impact.of_sums(self.part, self.sums, self.factors, self.goal.factor)

    @cached_property
    def of_all(self) -> impact.Study | None:
        """All answers, with all that is found in them; nothing where rows of the whole have to be seen."""
        if self.whole is None or not self._holds(self.sums, self.whole):
            return None
        sums = self.sums
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

    @cached_property
    def question(self) -> Mapping[str, Any]:
        """What the sums are asked by."""
        return {
            "outcome": self.goal,
            "ratings": self.measures,
            "identity": self._respondent,
            "ends": impact.ends_of(self.part.scales, self.factors),
            "marks": None if self.whole is None else self._marks(self.whole),
            "further": [] if self.whole is None else self._further(self.whole),
            "wanted": [(self.large.columns[name], values) for name, values in self.survey.wanted.items()],
        }

    @cached_property
    def sums(self) -> engine.GroupSums:
        """The sums of all of the file."""
        table = replace(self.large.table, columns=(*self.large.table.columns, _BESIDE))
        return engine.group_sums(table, **self.question, name=self.name, beat=self.beat)

    @cached_property
    def whole(self) -> intake.Whole | None:
        """What all of the file has to hold; nothing where its rows have to be seen."""
        part, responses = self.part, self.survey.responses
        if self._rows > _MOST_ROWS or self.survey.wanted:
            return None
        upright = all(scale.direction != "lower" for scale in part.scales) and len(set(self.factors)) == 1
        if not upright or not 1 < len(part.names) <= MANY or not impact.may_be_of_all(part):
            return None
        if responses.respondent in self.large.cells or len(part.names) < len(responses.drivers):
            return None
        found = intake.whole_of(self.book, self.choices, responses, self.headers)
        asked = {name for one in (found.lines if found else ()) for name in one.headers}
        return found if asked <= {*self.headers} else None

    def _marks(self, whole: intake.Whole) -> dict[str, str]:
        """What is marked of each row beside its answers."""
        columns = self.large.columns
        return engine.whole_marks(
            [columns[name] for name in (*self.headers, self.survey.outcome)],
            {columns[name]: texts for name, texts in whole.known.items() if not _are_amounts(texts)},
            identity=self._respondent,
            beside=_BESIDE,
            least=int(_FEW_ANSWERS * (len(self.headers) + 1)),
        )

    def _further(self, whole: intake.Whole) -> list[str]:
        """The queries of what the whole holds beside its sums."""
        p, batteries = len(self.headers), self.survey.responses.batteries
        least = rows.least_of(p)
        telling = engine.Telling(p, least, rows.SHORT_LINE)
        places = [[self.headers.index(name) for name in one.headers] for one in whole.lines]
        questions = impact.straight_questions(self.part, self.headers, batteries)
        return [
            engine.whole_rows(),
            engine.straight_rows(questions, least),
            engine.straight_rows(places, rows.LINE),
            telling.agreeing(self._left_aside, -(-self._rows // copies.MOST)),
            engine.ends_of_outcome(),
            *([engine.straight_rows(places, rows.LINE, engine.LACKING_ROWS)] if self._lacks_outcomes else []),
        ]

    def _ends_beyond(self, sums: engine.GroupSums) -> bool:
        """Whether the outcome has numbers beyond those of the part."""
        said = [one / self.goal.factor for one in self.goal.texts.values() if one is not None]
        known = [*numbers_among(self.large.cells[self.survey.outcome]), *said]
        ends = [float(cell or 0) / self.goal.factor for cell in sums.further[_ENDS].rows()[0]]
        return bool(known) and not min(known) <= ends[0] <= ends[1] <= max(known)

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
        size = sum(path.stat().st_size for path in self.paths)
        return round(size / self.part_bytes * self.part.moments.rows)

    def _holds(self, sums: engine.GroupSums, whole: intake.Whole) -> bool:
        """Whether the whole is as its part: cells, people, no row that would be told of."""
        seen, _, lines = ({name: int(one[name][0] or 0) for name in one.names} for one in sums.further[:3])
        people = self._respondent is None or seen["people"] == seen["named"] == seen["n"]
        if not people or self._ends_beyond(sums) or any((seen["blank"], seen["beside"], seen["others"])):
            return False
        times, away = sums.rows / whole.used, dict.fromkeys(lines, self._without_outcome(sums))
        if self._lacks_outcomes:
            away = {name: int(sums.further[_ENDS + 1][name][0] or 0) for name in lines}
        usual = (one.are_usual(lines[f"n{at}"] + away[f"n{at}"], times) for at, one in enumerate(whole.lines))
        return all(usual) and impact.holds_the_same(self.part, sums, self.factors)


def _are_amounts(texts: Sequence[str]) -> bool:
    """Whether texts are numbers, more than two: others between them say nothing new."""
    return len(numbers_among(texts)) == len(texts) > _YES_AND_NO
