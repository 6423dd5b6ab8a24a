"""Answers in a table of a database: understood by its counts, added up by the database itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from cx import engine, impact, intake
from cx.errors import ArgumentError, TableError
from cx.large_answers.part_read import PartRead
from cx.process import Beat
from cx.records import Finding, Understanding
from cx.records.file import Workbook


def understood(found: intake.AskedTable, seen: Understanding) -> Understanding:
    """Return how a table was understood: with its own number of rows, and nothing said of made-up ones."""
    about = Finding("info", "table_by_counts", details={"n": found.rows, "part": found.made_up})
    sheets = tuple(replace(one, rows=found.rows + 1) for one in seen.sheets)
    return replace(
        seen,
        sheets=sheets,
        row_count=found.rows,
        findings=(about, *(_of_all(one, found) for one in seen.findings)),
    )


def _of_all(one: Finding, found: intake.AskedTable) -> Finding:
    """The number of respondents is the table's, not that of the made-up ones, whose cells are nobody's."""
    rows = one.details.get("n") == found.made_up
    details: Mapping[str, object] = {**one.details, "n": found.rows} if rows else one.details
    return replace(one, row=None, cell=None, sheet=None, details=details)


@dataclass(frozen=True)
class AskedStudy:
    """What a table was understood as, and its columns as whole numbers."""

    found: intake.AskedTable
    part: impact.Study
    """What was asked, of the made-up rows."""
    goal: engine.Measure
    measures: tuple[engine.Measure, ...]
    respondent: str | None
    """The column that says whose answers they are."""
    wanted: engine.Wanted = ()
    """Columns with the values of which each row has to have one."""

    @classmethod
    def of(cls, found: intake.AskedTable, understand: Callable[[Workbook], PartRead]) -> AskedStudy:
        """Understand a table by its counts.

        Parameters
        ----------
        found
            The table, with rows made up of its counts.
        understand
            Says how these rows are meant.

        Raises
        ------
        cx.errors.TableError
            When they are no plain table of respondents.
        """
        read = understand(found.book)
        responses, outcome, part = read.responses, read.outcome, read.study
        try:
            _, cells = intake.read_as(found.book, read.choices, responses)
        except TableError as error:
            if error.key != "large_not_plain":
                raise
            raise TableError("address_not_plain", file=found.address.shown) from error
        headers = [part.called[name].source if name in part.called else name for name in part.names]
        if {*headers, outcome} - set(cells):
            raise TableError("address_not_plain", file=found.address.shown)
        silent, kinds = responses.no_answer, found.kinds
        measures = tuple(
            impact.rating_measure(name, cells[name], scale, silent.get(name, ()), kinds[name])
            for name, scale in zip(headers, part.scales, strict=True)
        )
        codes = responses.not_met.get(outcome)
        goal = impact.outcome_measure(outcome, cells[outcome], part, codes, kinds[outcome])
        return cls(found, part, goal, measures, responses.respondent, tuple(read.wanted.items()))

    def by_sums(self, least: int, beat: Beat | None = None) -> impact.Study:
        """Return all answers, by the sums that the database gives.

        Parameters
        ----------
        least
            No sum is of fewer people.
        beat
            What it raises ends the query.

        Raises
        ------
        cx.errors.CxError
            When the database does not answer as it should, or holds fewer people.
        """
        factors = [one.factor for one in self.measures]
        sums = engine.group_sums(
            self.found.address,
            self.goal,
            self.measures,
            identity=self.respondent,
            ends=impact.ends_of(self.part.scales, factors),
            least=least,
            wanted=self.wanted,
            name=self.found.address.shown,
            beat=beat,
        )
        if self.wanted and not sums.rows:
            raise ArgumentError("address_without_parts", value=self.found.address.shown)
        return impact.of_table(self.part, sums, factors, self.goal.factor)
