"""Events as the engine is asked about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from cx import engine
from cx.engine.queries import chosen_paths, dialects, paths
from cx.journeys.options import Options, place_of
from cx.journeys.periods import sides_of
from cx.process import Beat
from cx.records.journeys import Events, Only

ARROW = " → "
"""Between the touchpoints of a path."""
Rows = list[tuple[engine.Cell, ...]]


@dataclass(frozen=True)
class Asked:
    """Questions that belong together: the steps are made once, all queries are put to them."""

    log: engine.Log
    options: Options
    only: Sequence[Only] = ()
    """Only the paths of these customers."""
    beat: Beat | None = None
    sides: tuple[paths.Side, ...] | None = None
    """Only paths of these periods; ``None``: those of the options."""

    def __call__(self, queries: Mapping[str, str]) -> dict[str, Rows]:
        """Return the rows of each query's answer."""
        names = engine.Held(names_of(self.log.facts.touchpoints))
        made = {**self.log.made, "steps": self.steps}
        told = ", ".join(self.log.facts.roles)
        tables = {**self.log.tables, "names": names}
        answers = engine.asked(tables, list(queries.values()), made=made, name=told, beat=self.beat)
        return {name: answer.rows() for name, answer in zip(queries, answers, strict=True)}

    @property
    def steps(self) -> str:
        """The query of the steps that all others are put to."""
        return chosen_paths.kept(
            paths.steps(self.ordering),
            [
                chosen_paths.Condition(one.way, *(place_of(self.log.facts, name) for name in one.touchpoints))
                for one in self.only
            ],
        )

    @property
    def ordering(self) -> paths.Ordering:
        """How the steps are made."""
        facts = self.log.facts
        sides = sides_of(facts, self.options) if self.sides is None else self.sides
        found = paths.Ordering(
            facts.ordered,
            facts.days,
            self.options.gap_microseconds,
            sides,
            within=bool(facts.within),
            events=self.log.events,
        )
        return replace(found, named=True, visit=self._visit) if self.log.named else found

    @property
    def _visit(self) -> str:
        text = "CAST(c AS VARCHAR) || ',' || CAST(v AS VARCHAR)"
        return dialects.WORDS[self.log.dialect].number.format(text, 1)

    @property
    def path_mark(self) -> str:
        """What tells paths apart."""
        return dialects.WORDS[self.log.dialect].path

    @property
    def set_mark(self) -> str:
        """What tells sets of touchpoints apart."""
        return dialects.WORDS[self.log.dialect].set


def log_of(events: Events) -> engine.Log:
    """Return events in memory as the engine is asked about them."""
    tables = {"events": engine.Held(columns_of(events)), "outcomes": engine.Held(outcomes_of(events))}
    return engine.Log(events.facts, tables)


def columns_of(events: Events) -> dict[str, np.ndarray]:
    """Return the events as a table, by the names of its columns."""
    found = {
        "c": events.case,
        "t": events.at,
        "p": events.touchpoint,
        "r": np.arange(events.count, dtype=np.int64),
        "m": months_of(events.local),
        "g": events.period if events.period is not None else np.full(events.count, -1, dtype=np.int64),
    }
    if events.order is not None:
        found["o"] = events.order
    if events.within is not None:
        found["h"] = events.within.astype(np.int64)
    if events.day_only is not None:
        found["d"] = events.day_only.astype(np.int64)
    return found


def outcomes_of(events: Events) -> dict[str, np.ndarray]:
    """Return the cases with what came of them, as a table."""
    known = np.full(events.cases, np.nan) if events.outcome is None else events.outcome
    return {"c": np.arange(events.cases, dtype=np.int64), "y": known}


def in_text(names: Sequence[str]) -> list[tuple[str, int, bool]]:
    """Return what stands in texts of paths, sorted: each touchpoint where others follow, and where none do.

    Examples
    --------
    >>> in_text(["A", "A b"])
    [('A', 0, True), ('A b', 1, True), ('A b → ', 1, False), ('A → ', 0, False)]
    """
    inside = [(name + ARROW, place, False) for place, name in enumerate(names)]
    return sorted([*inside, *((name, place, True) for place, name in enumerate(names))])


def names_of(names: Sequence[str]) -> dict[str, np.ndarray]:
    """Return where each touchpoint stands among what texts of paths are made of, as a table."""
    found = {
        "p": np.arange(len(names)),
        "inside": np.zeros(len(names), int),
        "final": np.zeros(len(names), int),
    }
    for rank, (_, place, last) in enumerate(in_text(names)):
        found["final" if last else "inside"][place] = rank
    return found


def months_of(local: np.ndarray) -> np.ndarray:
    """Return the months since the year 0 of moments in microseconds since 1970."""
    return local.astype("datetime64[us]").astype("datetime64[M]").astype(np.int64) + 12 * 1970
