"""The columns of the labelled cases whose role is known, with what each witness says of them.

Two mechanisms are heard: that of responses (one row a respondent) and that of tables of touchpoints.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from unittest import mock

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from cx import intake  # noqa: E402 - the project's folder comes first
from cx.errors import CxError  # noqa: E402
from cx.intake import digest  # noqa: E402
from cx.intake.columns import Roles, roles_of  # noqa: E402
from cx.intake.sheet import Table  # noqa: E402
from cx.intake.survey import column_kinds  # noqa: E402
from cx.intake.survey.evidence import (  # noqa: E402
    KINDS,
    Around,
    Profile,
    neighbours,
    settle,
    touchpoint_weights,
    weights,
)
from cx.intake.tables import settle as of_tables  # noqa: E402
from cx.intake.tables.column_profile import Seen  # noqa: E402
from cx.intake.words import plain  # noqa: E402
from cx.process import Budget  # noqa: E402
from cx.records import Choices  # noqa: E402

Matrix = npt.NDArray[np.float64]
_ASIDE = re.compile(r"(?:set aside|ignored): (.+)")
UNLISTED = "no rating"
"""What is known of a column that has to be set aside, or that the list of cases does not name."""
_LONG = 12
"""From so many letters on a name in the list of cases may be cut."""


@dataclass(frozen=True)
class Heard:
    """One table of a case: what the witnesses say of all its columns."""

    file: str
    kind: str
    """The kind of case."""
    headers: Mapping[int, str]
    said: Mapping[int, Mapping[str, float]]
    """Place to witness to strength; columns that ask one question on one scale speak together."""
    alone: Mapping[int, frozenset[str]]
    """Place to the witnesses that speak of the column itself."""
    known: Mapping[int, str]
    """Place to its role, where the list of cases tells it."""


@dataclass(frozen=True)
class Mechanism:
    """How columns of one sort of table are settled."""

    kinds: tuple[str, ...]
    roles: tuple[str, ...]
    """Per kind the role that it comes to."""
    weights: Callable[[], Mapping[str, Mapping[str, float]]]
    assigned: Callable[[Mapping[int, Matrix]], Mapping[int, str]]
    """Place to kind, from place to what is said of each kind."""
    coarse: frozenset[str]
    """The roles that are told apart; all others are one."""

    def fits(self, role: str) -> npt.NDArray[np.bool_]:
        """Return (kinds,) which kinds a column may be whose role is known."""
        found = np.array(self.roles)
        return found != "rating" if role == UNLISTED else np.asarray(role == found)

    def weight(self, witness: str, kind: str) -> float:
        """Return what a witness says of a kind."""
        name, _, only = witness.partition(":")
        named = "other" if kind == of_tables.NONE else kind
        return self.weights()[name].get(named, 0.0) if only in ("", kind) else 0.0


RESPONSES = Mechanism(
    tuple(KINDS),
    tuple(role for role, _ in KINDS.values()),
    weights,
    settle._assigned,  # noqa: SLF001 - what is weighed here
    frozenset({"rating", "outcome", "ignore"}),
)
TOUCHPOINTS = Mechanism(
    of_tables.KINDS,
    of_tables.KINDS,
    touchpoint_weights,
    lambda scores: of_tables.assigned(scores, set()),
    frozenset(of_tables.KINDS),
)


_KNOWN = frozenset(RESPONSES.roles) | frozenset(TOUCHPOINTS.roles)


@dataclass(frozen=True)
class Bench:
    """All tables, as numbers."""

    tables: tuple[Heard, ...]
    mechanism: Mechanism = RESPONSES

    @cached_property
    def witnesses(self) -> tuple[str, ...]:
        """Every witness that says anything, each kind that it names apart."""
        return tuple(sorted({name for one in self.tables for own in one.said.values() for name in own}))

    @cached_property
    def table_weights(self) -> Matrix:
        """(witnesses, kinds) the weights of the table."""
        of = self.mechanism
        return np.array([[of.weight(name, kind) for kind in of.kinds] for name in self.witnesses])

    @cached_property
    def strengths(self) -> tuple[Matrix, ...]:
        """Per table (columns, witnesses) how strongly each speaks."""
        return tuple(
            np.array([[own.get(name, 0.0) for name in self.witnesses] for own in one.said.values()])
            for one in self.tables
        )


def bench(folder: Path) -> Bench:
    """Return what is heard in the files with one row a respondent, of which one reading alone is right."""
    truths = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return Bench(
        tuple(
            found
            for name, truth in truths.items()
            if truth["shape"] == "responses" and not truth.get("must_ask") and (folder / name).exists()
            for found in _of_file(folder / name, truth)
        )
    )


def _of_file(path: Path, truth: Mapping[str, object]) -> Iterator[Heard]:
    tables: dict[tuple[str, ...], tuple[Sequence[Profile], int]] = {}

    def listen(profiles: Sequence[Profile], height: int, *rest: object) -> object:
        tables[tuple(one.header for one in profiles)] = (profiles, height)
        return settle.settled(profiles, height, *rest)  # type: ignore[arg-type]

    with mock.patch.object(column_kinds, "settled", listen):
        try:
            intake.understand(intake.read(path.read_bytes(), path.name), Choices(shape="responses"))
        except CxError as error:
            print(f"{path.name}: not read ({type(error).__name__})", file=sys.stderr)
    for profiles, height in tables.values():
        known = dict(_known({one.place: one.header for one in profiles}, truth))
        if known:
            yield _heard(path.name, str(truth["kind"]), profiles, height, known)


@dataclass(frozen=True)
class Bare:
    """What becomes of a table's columns without their headers."""

    right: int
    asked: int
    """Right or wrong, with a question about the column."""
    left: int
    """Set aside, though it has a role."""
    wrong: int


def touchpoint_bench(folder: Path) -> tuple[Bench, Bare]:
    """Return what is heard in the tables of touchpoints, and what their cells alone come to."""
    truths = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    tables, bare = [], np.zeros(4, np.int64)
    for name, truth in truths.items():
        if truth["shape"] != "touchpoints" or truth.get("must_ask") or not truth.get("roles"):
            continue
        for table, roles in _settled(folder / name):
            known = {
                place: role
                for place, role in _known(dict(enumerate(table.headers)), truth)
                if role in of_tables.KINDS and roles.readings[place].role in of_tables.KINDS
            }
            found = _of_table(name, str(truth["kind"]), table, roles, known)
            if found is not None:
                tables.append(found)
                bare += _without_headers(table, known)
    return Bench(tuple(tables), TOUCHPOINTS), Bare(*bare.tolist())


def _settled(path: Path) -> list[tuple[Table, Roles]]:
    """The tables that are settled when a file is understood, with what their names say."""
    found: dict[tuple[str, ...], tuple[Table, Roles]] = {}

    def listen(table: Table, roles: Roles, budget: Budget) -> of_tables.Settled:
        found[table.headers] = (table, roles)
        return of_tables.resettled(table, roles, budget)

    with mock.patch.object(digest_module(), "resettled", listen):
        try:
            intake.understand(intake.read(path.read_bytes(), path.name))
        except CxError as error:
            print(f"{path.name}: not read ({type(error).__name__})", file=sys.stderr)
    return list(found.values())


def digest_module() -> object:
    """Return the module in which tables of touchpoints are settled."""
    return sys.modules[digest.__module__] if callable(digest) else digest


def _of_table(file: str, kind: str, table: Table, roles: Roles, known: Mapping[int, str]) -> Heard | None:
    columns = [Seen(at, table, roles.numbers[one.letter], one) for at, one in enumerate(roles.readings)]
    open_ = [one for one in columns if of_tables._is_open(one)]  # noqa: SLF001 - what is weighed here
    heard = of_tables.heard(columns, open_, Budget(file, 60, float("inf")))
    said = {place: _summed(own) for place, own in heard.items()}
    known = {place: role for place, role in known.items() if place in said}
    alone = {place: frozenset(own) for place, own in said.items()}
    return Heard(file, kind, dict(enumerate(table.headers)), said, alone, known) if known else None


def _summed(own: Sequence[tuple[str, float]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, strength in own:
        found[name] = found.get(name, 0.0) + strength
    return found


def _without_headers(table: Table, known: Mapping[int, str]) -> npt.NDArray[np.int64]:
    """How many columns are right, asked, left and wrong where no header says anything."""
    bare = replace(table, headers=tuple(f"v{at}" for at in range(len(table.headers))))
    budget = Budget("bare", 60, float("inf"))
    found = of_tables.resettled(bare, roles_of(bare, Choices(), budget), budget)
    asked = {one.column for one in found.told if one.code == "role_ambiguous"}
    counts = np.zeros(4, np.int64)
    for place, role in known.items():
        own = found.roles.readings[place].role
        counts[1 if place in asked else 0 if own == role else 2 if own == of_tables.NONE else 3] += 1
    return counts


def _heard(file: str, kind: str, profiles: Sequence[Profile], height: int, known: Mapping[int, str]) -> Heard:
    around = Around(profiles, height)
    derived = neighbours.Derived(around, Budget(file, 60, float("inf")))
    alone: dict[int, dict[str, float]] = {}
    for one in profiles:
        own = alone.setdefault(one.place, {})
        for name, strength in (*settle._heard(one, around), *derived.of(one)):  # noqa: SLF001 - what is weighed here
            own[name] = own.get(name, 0.0) + strength
    names = sorted({name for own in alone.values() for name in own})
    together = {place: np.array([own.get(name, 0.0) for name in names]) for place, own in alone.items()}
    settle._pool(together, around)  # noqa: SLF001 - pooling is linear: strengths pool as scores do
    said = {place: dict(zip(names, own.tolist(), strict=True)) for place, own in together.items()}
    headers = {one.place: one.header for one in profiles}
    return Heard(file, kind, headers, said, {place: frozenset(own) for place, own in alone.items()}, known)


def _known(headers: Mapping[int, str], truth: Mapping[str, object]) -> Iterator[tuple[int, str]]:
    """Place to role: the roles that are listed; what has to be set aside, or is not named, is no rating."""
    found = (_ASIDE.fullmatch(line) for line in truth.get("must_find") or ())  # type: ignore[attr-defined]
    roles = {match[1]: UNLISTED for match in found if match} | dict(truth.get("roles") or {})  # type: ignore[call-overload]
    for name, role in roles.items():
        fit = [place for place, header in headers.items() if _is_named(header, name)]
        place = min(fit, key=lambda place: len(headers[place]), default=None)  # not what is made from it
        if place is not None and (role == UNLISTED or role in _KNOWN):
            yield place, role
    named = {*roles, *(truth.get("touchpoints") or {}), *(truth.get("may") or ()), *(truth.get("also") or ())}  # type: ignore[misc]
    if truth.get("roles"):
        for place, header in headers.items():
            if not any(_is_named(header, name) for name in named):
                yield place, UNLISTED


def _is_named(header: str, name: str) -> bool:
    own, wanted = plain(header), plain(name)
    return own == wanted or (len(name) >= _LONG and own.startswith(wanted))
