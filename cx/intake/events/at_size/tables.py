"""A log in a database, understood by what is counted of its columns: no row of it leaves the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from cx import engine
from cx.engine.queries import Dialect, TableLog, table_logs
from cx.errors import ArgumentError, RoleMissing
from cx.intake.events.cell_profile import RISING, bits_of
from cx.intake.events.columns import found_among
from cx.intake.words import plain
from cx.process import Beat
from cx.records.file import Role

ROWS = 100_000
"""So many rows say what the columns are."""
_NEARLY = 0.95
_TIMES = ("moment", "instant", "day")
_LONGEST_LIST = 600
_TWO = 2


@dataclass(frozen=True)
class Asked:
    """One table, and what the engine is asked about it."""

    address: engine.Address
    kinds: Mapping[str, engine.Kind]
    dialect: Dialect
    beat: Beat | None = None

    @property
    def headers(self) -> tuple[str, ...]:
        """The columns that can be asked about."""
        return tuple(name for name, kind in self.kinds.items() if kind != "other")

    @property
    def bare(self) -> TableLog:
        """The table, before its columns have roles."""
        return TableLog(_TABLE, {}, dialect=self.dialect)

    def __call__(
        self, *queries: str, made: Mapping[str, str] | None = None
    ) -> list[list[tuple[engine.Cell, ...]]]:
        """Return the rows of each query's answer."""
        table = {_TABLE: self.address}
        found = engine.asked(table, queries, made=made, name=self.address.shown, beat=self.beat)
        return [one.rows() for one in found]

    @cached_property
    def sample(self) -> tuple[int, list[int], list[int], list[float]]:
        """Of the first rows: how many, and per column filled ones, different ones, the share with a digit."""
        ((row,),) = [self(table_logs.sample(self.bare, self.headers, ROWS))]
        n, *counts = (float(cell or 0) for cell in row[0])
        filled, different, digits = counts[0::3], counts[1::3], counts[2::3]
        return (
            int(n),
            [int(one) for one in filled],
            [int(one) for one in different],
            [with_digit / max(one, 1) for with_digit, one in zip(digits, filled, strict=True)],
        )

    def changed(self, key: int) -> tuple[float, list[float]]:
        """Return how many neighbours within a case there are, and per column in how many it differs."""
        if key not in self._changed:
            own = self.headers[key]
            time = next((name for name in self.headers if self.kinds[name] in _TIMES), own)
            (found,) = self(table_logs.changes(self.bare, self.headers, own, time, ROWS))
            n, *counts = (float(cell or 0) for cell in found[0])
            self._changed[key] = n, counts
        return self._changed[key]

    @cached_property
    def _changed(self) -> dict[int, tuple[float, list[float]]]:
        return {}


_TABLE = "log"


@dataclass(frozen=True)
class AskedCells:
    """One column of a log in a database."""

    place: int
    of: Asked

    @property
    def header(self) -> str:
        """Its name as it stands."""
        return self.of.headers[self.place]

    @property
    def name(self) -> str:
        """Its name in plain words."""
        return plain(self.header.replace("_", " "))

    @property
    def kind(self) -> engine.Kind:
        """What kind of cells it holds."""
        return self.of.kinds[self.header]

    @property
    def height(self) -> int:
        """How many rows were looked at."""
        return self.of.sample[0]

    @property
    def different(self) -> int:
        """How many different cells they have."""
        return self.of.sample[2][self.place]

    @property
    def each(self) -> float:
        """How often a cell comes back on average."""
        return self.of.sample[1][self.place] / max(self.different, 1)

    @property
    def timed(self) -> float:
        """Whether it holds times."""
        return float(self.kind in _TIMES)

    @property
    def has_clock(self) -> bool:
        """Whether its times have a time of the day."""
        return self.kind in ("moment", "instant")

    @property
    def clocks(self) -> float:
        """A time of the day alone is no kind that is asked about."""
        return 0.0

    @property
    def numeric(self) -> bool:
        """Whether it holds numbers."""
        return self.kind in ("whole", "amount")

    @property
    def id_like(self) -> float:
        """The share of its texts with a digit, or 1 for whole numbers."""
        if self.numeric:
            return float(self.kind == "whole")
        return self.of.sample[3][self.place]

    @property
    def words(self) -> frozenset[str]:
        """Its texts are not fetched: no set of known words holds this one."""
        return frozenset((self.header,))

    def changes(self, key: AskedCells, *, alone: float = 1.0) -> float:
        """Return the share of neighbours within a case whose cells differ; ``alone`` where there are none."""
        n, counts = self.of.changed(key.place)
        return counts[self.place] / n if n else alone

    def rises(self, key: AskedCells, time: AskedCells) -> bool:
        """Return whether its numbers rise with time within cases."""
        query = table_logs.rises(self.of.bare, self.header, key.header, time.header, ROWS)
        ((row,),) = [self.of(query)]
        n, higher = (float(cell or 0) for cell in row[0])
        return n > 0 and higher > RISING * n

    def leads(self, key: AskedCells, time: AskedCells | None) -> float:
        """Return how many bits a cell tells of the next one in its case, by counts of pairs."""
        after = key if time is None else time
        query = table_logs.leads(self.of.bare, self.header, key.header, after.header, ROWS)
        ((row,),) = [self.of(query)]
        n, *sums = (float(cell or 0) for cell in row[0])
        return bits_of(n, (sums[0], sums[1], sums[2]), (sums[3], sums[4])) if n else 0.0


def understood(
    found: Asked, said: Sequence[tuple[str, Role]], case: str | None, outcome: str | None
) -> TableLog:
    """Return the table as a log: which column is what, by what a person said and else by evidence.

    Raises
    ------
    ArgumentError
        When a column is named that the table does not have.
    RoleMissing
        When no column is a case, a time or a touchpoint.
    """
    seen = [AskedCells(place, found) for place in range(len(found.headers))]
    placed = [(_place(found, name), role) for name, role in said]
    for name, role in ((case, "case"), (outcome, "outcome")):
        if name is not None:
            placed.append((_place(found, name), role))  # type: ignore[arg-type]
    roles, _, _, given = found_among(seen, placed)
    key = roles.get("case") if "case" in given else roles.get("respondent", roles.get("case"))
    lacking = [role for role in ("touchpoint", "time") if role not in roles] + (
        ["case"] if key is None else []
    )
    if key is None or lacking:
        columns = ", ".join(found.kinds)[:_LONGEST_LIST]
        about = {"lacking_role": lacking[0], "columns": columns, "headers": found.headers}
        raise RoleMissing("no_events", file=found.address.shown, **about)
    asked: dict[str, str] = {role: found.headers[place] for role, place in roles.items() if role in _ASKED}
    asked["case"] = found.headers[key]
    _check_times(found, asked)
    return replace(
        found.bare,
        columns=asked,
        days=frozenset(name for name, kind in found.kinds.items() if kind == "day"),
        numbers=frozenset(name for name, kind in found.kinds.items() if kind in ("whole", "amount")),
        customer="respondent" in roles and roles["respondent"] == key,
        roles={found.headers[place]: role for role, place in roles.items()},
    )


_ASKED = ("time", "end", "touchpoint", "order", "period", "outcome")


def _check_times(found: Asked, columns: Mapping[str, str]) -> None:
    for role in ("time", "end"):
        if role in columns and found.kinds[columns[role]] not in _TIMES:
            raise ArgumentError("address_time", column=columns[role], file=found.address.shown)


def _place(found: Asked, name: str) -> int:
    for wanted in (name, name.strip()):
        if wanted in found.headers:
            return found.headers.index(wanted)
    folded = [one.casefold() for one in found.headers]
    if name.strip().casefold() in folded:
        return folded.index(name.strip().casefold())
    raise ArgumentError("column_unknown", column=name, columns=", ".join(found.headers)[:_LONGEST_LIST])
