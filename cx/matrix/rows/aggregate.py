"""Rows to bubbles: periods, segments, journeys and channels put together (METHODS 4)."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from cx.records import TouchpointName, Unit

Numbers = NDArray[np.float64]
_ANSWERS_FOR_SPREAD = 2
_BETWEEN = "\N{UNIT SEPARATOR}"


Exact = tuple[Numbers, Numbers, Numbers, Numbers, Numbers]
"""(rows,) means, standard errors (NaN of one answer), weights, effective bases and degrees of freedom."""


@dataclass(frozen=True)
class Group:
    """The rows that make one bubble, put together; NaN where nothing is known."""

    id: str
    name: str
    member: str
    """The channel or segment, where bubbles are drawn per channel or segment; else empty."""
    satisfaction: float
    impacts: tuple[float, ...]
    """The given impact, or one value a part of a composed impact."""
    volume: float
    n: float
    sd: float
    cost: float
    journeys: tuple[str, ...]
    channels: tuple[str, ...]
    segments: tuple[str, ...]
    owner: str
    note: str
    rows: tuple[tuple[str, int], ...]
    exact: Exact | None = None
    """Of rows that came from answers; ``None`` where one of them does not say how exact it is."""
    answers: Numbers = field(default_factory=lambda: np.empty(0), compare=False, repr=False)
    """The numbers of the rows among those of ``Touchpoints.clusters``."""


def groups(
    rows: pd.DataFrame,
    impact_columns: tuple[str, ...],
    unit: Unit,
    called: Mapping[str, TouchpointName] | None = None,
) -> tuple[Group, ...]:
    """Return one group per touchpoint (or touchpoint and channel or segment), in the order of the rows.

    Parameters
    ----------
    rows
        Rows of :class:`cx.records.Touchpoints`.
    impact_columns
        The columns that hold impact.
    unit
        What one bubble stands for.
    called
        Touchpoint to all its names: a bubble keeps its id whatever its touchpoint is called, so that
        decisions and votes stay with it.

    Notes
    -----
    Volumes are summed. Satisfaction is the mean weighted by the respondents' summed weights where a survey
    gives them, else by n, else by volume, else plain; impact and cost
    are means weighted by volume, else plain. The standard deviation pools that within the rows and the
    distance between their means. Weights are used where every row that has a value has one.

    Examples
    --------
    >>> from cx.records import NUMBER_COLUMNS, TEXT_COLUMNS
    >>> blank = dict.fromkeys(TEXT_COLUMNS, "") | dict.fromkeys(NUMBER_COLUMNS, np.nan)
    >>> frame = pd.DataFrame([blank, blank]).assign(sheet="S", row=[2, 3])
    >>> frame = frame.assign(touchpoint="Invoice", satisfaction=[6.0, 8.0], n=[30.0, 10.0])
    >>> groups(frame, ("impact",), "touchpoint")[0].satisfaction
    6.5
    """
    if rows.empty:
        return ()
    members = [""] * len(rows) if unit == "touchpoint" else rows[unit].tolist()
    keys = [_key(name, member) for name, member in zip(rows["touchpoint"].tolist(), members, strict=True)]
    codes, found = pd.factorize(np.array(keys, dtype=object))
    columns = {name: _values(rows, name) for name in rows.columns}
    ids = _ids([str(key) for key in found], called or {})
    return tuple(
        _group(one, places, columns, members, impact_columns)
        for one, places in zip(ids, _places_of(codes, len(found)), strict=True)
    )


def _ids(keys: Sequence[str], called: Mapping[str, TouchpointName]) -> list[str]:
    """The id of each bubble: of what its file calls it, where no other touchpoint is called so."""
    sources = {folded(name): folded(one.source) for name, one in called.items()}
    origins = []
    for key in keys:
        name, sign, member = key.partition(_BETWEEN)
        origins.append(f"{sources.get(name, name)}{sign}{member}")
    often = Counter(origins)
    return [_id(origin if often[origin] == 1 else key) for key, origin in zip(keys, origins, strict=True)]


def _id(key: str) -> str:
    return hashlib.blake2b(key.encode(), digest_size=8).hexdigest()


def _places_of(codes: NDArray[np.intp], count: int) -> list[NDArray[np.intp]]:
    """The places of each code in their order, in one pass: not through all rows for each."""
    order = np.argsort(codes, kind="stable")
    ends = np.cumsum(np.bincount(codes, minlength=count))
    return np.split(order, ends[:-1])


def weighted_mean(values: Numbers, *weights: Numbers) -> float:
    """Return the mean by the first weights that every value has, else the plain mean; NaN of nothing."""
    known = ~np.isnan(values)
    if not known.any():
        return float("nan")
    kept = values[known]
    if kept.size == 1:
        return float(kept[0])
    for weight in weights:
        used = weight[known]
        if not np.isnan(used).any() and used.sum() > 0:
            return float(used @ kept / used.sum())
    return float(kept.mean())


def pooled_sd(means: Numbers, sds: Numbers, bases: Numbers) -> float:
    """Return the standard deviation over all answers behind the rows; NaN where a row's n or sd is unknown.

    Examples
    --------
    >>> round(pooled_sd(np.array([6.0, 8.0]), np.array([1.0, 1.0]), np.array([11.0, 11.0])), 6)
    1.414214
    """
    known = ~np.isnan(means)
    m, s, n = means[known], sds[known], bases[known]
    total = n.sum()
    if m.size == 0 or np.isnan(s).any() or np.isnan(n).any() or total < _ANSWERS_FOR_SPREAD:
        return float("nan")
    centre = n @ m / total
    squares = np.maximum(n - 1, 0) @ s**2 + n @ (m - centre) ** 2
    return float(np.sqrt(squares / (total - 1)))


def _group(
    id_: str,
    places: NDArray[np.intp],
    columns: dict[str, NDArray[np.generic]],
    members: list[str],
    impact_columns: tuple[str, ...],
) -> Group:
    def numbers(name: str) -> Numbers:
        return columns[name][places].astype(np.float64)

    def texts(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(str(text) for text in columns[name][places] if text))

    satisfaction, volume, n = numbers("satisfaction"), numbers("volume"), numbers("n")
    weights = [numbers("weight")] if "weight" in columns else []
    return Group(
        id=id_,
        name=str(columns["touchpoint"][places[0]]),
        member=members[places[0]],
        satisfaction=weighted_mean(satisfaction, *weights, n, volume),
        impacts=tuple(weighted_mean(numbers(name), volume) for name in impact_columns),
        volume=_sum(volume),
        n=_sum(n),
        sd=pooled_sd(satisfaction, numbers("sd"), n),
        cost=weighted_mean(numbers("cost"), volume),
        journeys=texts("journey"),
        channels=texts("channel"),
        segments=texts("segment"),
        owner=", ".join(texts("owner")),
        note=" · ".join(texts("note")),
        rows=tuple((str(columns["sheet"][place]), int(str(columns["row"][place]))) for place in places),
        exact=_exact(satisfaction, *(numbers(name) for name in _EXACT), weights=[*weights, n][0])
        if _EXACT[0] in columns
        else None,
        answers=numbers("answers") if "answers" in columns else np.empty(0),
    )


def _exact(
    means: Numbers, errors: Numbers, bases: Numbers, freedom: Numbers, *, weights: Numbers
) -> Exact | None:
    """What is known of the rows that have a mean; ``None`` where one has no effective base."""
    known = ~np.isnan(means)
    about = tuple(values[known] for values in (means, errors, weights, bases, freedom))
    if not known.any() or np.isnan(about[2]).any() or np.isnan(about[3]).any():
        return None
    return about[0], about[1], about[2], about[3], about[4]


_EXACT = ("error", "n_eff", "freedom")


def _sum(values: Numbers) -> float:
    known = values[~np.isnan(values)]
    return float(known.sum()) if known.size else float("nan")


def _values(rows: pd.DataFrame, name: str) -> NDArray[np.generic]:
    return rows[name].to_numpy(dtype=object if rows[name].dtype.kind not in "fiu" else None)


def folded(name: str) -> str:
    """Return a name without regard to letter case and spaces: what tells touchpoints apart."""
    return " ".join(name.split()).casefold()


def _key(name: str, member: str) -> str:
    return _BETWEEN.join(folded(part) for part in (name, member))
