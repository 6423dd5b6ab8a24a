"""Roles that a table cannot do without, or has once: who gets them where the cells alone do not say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from cx.intake.tables import names
from cx.intake.tables.column_profile import Seen
from cx.records.file import Role

NONE: Role = "ignore"
KINDS: tuple[Role, ...] = (
    "touchpoint", "satisfaction", "impact", "volume", "n", "sd", "cost", "expectation", "importance",
    "segment", "period", "journey", "channel", "owner", "note", NONE,
)  # fmt: skip
"""What a column can be; of most roles one column has each."""
SEVERAL: tuple[Role, ...] = ("impact", "note", NONE)
LEAST_SCORES = 4.5
"""So much more likely than nothing has a column to be satisfaction that no name calls so."""


def one_impact(taken: dict[int, Role], scores: Mapping[int, np.ndarray], open_: Sequence[Seen]) -> None:
    """Several columns are parts of impact only where their names say so; of others the surest is it."""
    given = [one for one in open_ if taken[one.place] == "impact"]
    by_name = [one for one in given if one.named.role == "impact"]
    at = KINDS.index("impact")
    best = max(given, key=lambda one: (float(scores[one.place][at]), -one.place), default=None)
    for one in given:
        if one not in by_name and (by_name or one is not best):
            taken[one.place] = NONE


def no_weak_scores(taken: dict[int, Role], scores: Mapping[int, np.ndarray], open_: Sequence[Seen]) -> None:
    """Any table has numbers: without a name only what looks much like scores is satisfaction."""
    for one in open_:
        own = scores[one.place]
        gain = float(own[KINDS.index("satisfaction")] - own[KINDS.index(NONE)])
        if taken[one.place] == "satisfaction" and names.is_silent(one) and gain < LEAST_SCORES:
            taken[one.place] = NONE


def need(
    taken: dict[int, Role], scores: Mapping[int, np.ndarray], columns: Sequence[Seen], role: Role
) -> None:
    """A column that its name calls satisfaction keeps it where no other column can be it; it is asked."""
    held = {one.named.role for one in columns if one.place not in taken} | set(taken.values())
    if role in held:
        return
    likely = [one.place for one in columns if one.place in taken and one.named.role == role]
    texts = [one for one in columns if one.place in likely and one.is_texts]
    if likely and len(texts) == len(likely):  # it says in words what another column says in numbers
        at, none = KINDS.index(role), KINDS.index(NONE)
        gains = {
            one.place: float(scores[one.place][at] - scores[one.place][none])
            for one in columns
            if one.place in taken and one.is_numbers and names.is_silent(one)
        }
        best = max(gains, key=gains.__getitem__, default=None)
        likely = [best] if best is not None and gains[best] > 0 else likely
    if likely:
        taken[max(likely, key=lambda place: float(scores[place][KINDS.index(role)]))] = role


def need_names(taken: dict[int, Role], columns: Sequence[Seen]) -> None:
    """Where nothing else names the rows, the first column does, if it has a number of its own in each."""
    held = {taken.get(one.place, one.named.role) for one in columns}
    first = columns[0]
    if "touchpoint" in held or "satisfaction" not in held or taken.get(first.place) != NONE:
        return
    numbered = first.is_numbers and first.whole and first.different == first.filled == first.table.height
    if numbered and names.is_silent(first) and not (first.ranks or first.runs):
        taken[first.place] = "touchpoint"
