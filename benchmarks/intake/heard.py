"""The columns of the labelled cases whose role is known, with what each witness says of them."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from unittest import mock

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from cx import intake  # noqa: E402 - the project's folder comes first
from cx.errors import CxError  # noqa: E402
from cx.intake.survey import column_kinds  # noqa: E402
from cx.intake.survey.evidence import KINDS, Around, Profile, neighbours, settle, weights  # noqa: E402
from cx.intake.words import plain  # noqa: E402
from cx.process import Budget  # noqa: E402
from cx.records import Choices  # noqa: E402

Matrix = npt.NDArray[np.float64]
ORDER = tuple(KINDS)
ROLES = np.array([KINDS[kind][0] for kind in ORDER])
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
class Bench:
    """All tables, as numbers."""

    tables: tuple[Heard, ...]

    @cached_property
    def witnesses(self) -> tuple[str, ...]:
        """Every witness that says anything, each kind that it names apart."""
        return tuple(sorted({name for one in self.tables for own in one.said.values() for name in own}))

    @cached_property
    def table_weights(self) -> Matrix:
        """(witnesses, kinds) the weights of the table."""
        return np.array([[_weight(name, kind) for kind in ORDER] for name in self.witnesses])

    @cached_property
    def strengths(self) -> tuple[Matrix, ...]:
        """Per table (columns, witnesses) how strongly each speaks."""
        return tuple(
            np.array([[own.get(name, 0.0) for name in self.witnesses] for own in one.said.values()])
            for one in self.tables
        )


def fits(role: str) -> npt.NDArray[np.bool_]:
    """Return (kinds,) which kinds a column may be whose role is known."""
    return ROLES != "rating" if role == UNLISTED else np.asarray(role == ROLES)


def _weight(witness: str, kind: str) -> float:
    name, _, only = witness.partition(":")
    return weights()[name].get(kind, 0.0) if only in ("", kind) else 0.0


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
        if place is not None and (role == UNLISTED or role in ROLES):
            yield place, role
    named = {*roles, *(truth.get("touchpoints") or {}), *(truth.get("may") or ()), *(truth.get("also") or ())}  # type: ignore[misc]
    if truth.get("roles"):
        for place, header in headers.items():
            if not any(_is_named(header, name) for name in named):
                yield place, UNLISTED


def _is_named(header: str, name: str) -> bool:
    own, wanted = plain(header), plain(name)
    return own == wanted or (len(name) >= _LONG and own.startswith(wanted))
