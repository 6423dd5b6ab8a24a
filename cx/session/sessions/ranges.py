"""Whether each part of a session lies where it can, by what its records say: looked at before it is kept.

A file may hold anything of the right type: a volume below zero, a score off its scale, a number that no
picture can be drawn with, a finding that lacks what its words need. What is kept once is drawn for everybody.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, NamedTuple, Union, get_args, get_origin, get_type_hints

import numpy as np
import pandas as pd

from cx.records import Finding, Scale, Session, Touchpoints
from cx.records.bounds import MOST, MOST_TOUCHPOINTS, VAST, Within
from cx.records.file import GROUP_COLUMNS, bounds_of
from cx.records.lenses import WHOLE, Assessment
from cx.session.sessions import assessing
from cx.session.sessions.unfit_parts import Unfit, inside
from cx.text import LANGUAGES, Language

_LONGEST: Final = 100_000
_LEFT_OPEN: Final[Mapping[type, Within]] = {
    float: Within(-VAST, VAST),
    int: Within(-MOST, MOST),
    str: Within(0, _LONGEST),
}
"""The bounds of a field whose record says none."""
_NUMBERS: Final = Within(-VAST, VAST)
_YEARS: Final = Within(1900, 2999)
_SLACK: Final = 1e-9


def check(session: Session) -> None:
    """Raise :class:`Unfit` where a field holds what no session has; it says which, and what is expected."""
    look(session)
    with inside("decisions"):
        if len(session.decisions) > MOST_TOUCHPOINTS:  # one a touchpoint
            raise Unfit("short", len(session.decisions), high=MOST_TOUCHPOINTS)
        _once([one.touchpoint for one in session.decisions])
    with inside("assessments"):
        _assessments(session.assessments)
    with inside("touchpoints"), inside("impact_parts"):
        if session.touchpoints.impact_kind == "composed" and not session.touchpoints.impact_parts:
            raise Unfit("field")


def _assessments(found: tuple[Assessment, ...]) -> None:
    """Look at what each may be by its question, and that there is one of each key."""
    _once([" ".join(one.key) for one in found])
    for place, one in enumerate(found, start=1):
        within = assessing.limits(one.asked)
        if not within.holds(one.value) or (one.asked in WHOLE and not one.value.is_integer()):
            with inside(str(place)), inside("value"):
                raise Unfit("range", one.value, low=within.low, high=within.high)


def look(record: Any) -> None:  # noqa: ANN401 - any record
    """Raise :class:`Unfit` where a record, or one inside it, holds what it cannot."""
    kind: Any = type(record)
    with inside() as at:
        for name, asked in _fields(kind):
            at.step = name
            _value(getattr(record, name), asked)
    if isinstance(record, Touchpoints):
        with inside("rows"):
            _rows(record)
    if isinstance(record, Finding):
        sayable(record.message)


def sayable(said: Callable[[Language], str]) -> None:
    """Raise :class:`Unfit` where words cannot be made in each language: what they need is not there."""
    try:
        for lang in LANGUAGES:
            said(lang)
    except KeyError as error:
        raise Unfit("words", missing=str(error.args[0])) from error
    except (ValueError, TypeError, ArithmeticError, LookupError, AttributeError) as error:
        raise Unfit("words", missing=type(error).__name__) from error


class _Asked(NamedTuple):
    """What is asked of a value: its bounds, and what of the parts of a list or a mapping."""

    within: Within | None = None
    parts: tuple[_Asked, ...] = ()


_ANYTHING: Final = _Asked()


@cache
def _fields(kind: type) -> tuple[tuple[str, _Asked], ...]:
    """What is asked of each field of a record."""
    hints = get_type_hints(kind, localns={"pd": pd}, include_extras=True)
    return tuple((name, _asked(hint)) for name, hint in hints.items())


def _asked(hint: Any, within: Within | None = None) -> _Asked:  # noqa: ANN401 - a type hint has no type of its own
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _asked(inner[0], next((one for one in inner[1:] if isinstance(one, Within)), within))
    if origin in (Union, UnionType):
        hint = next(one for one in inner if one is not NoneType)
        return _asked(hint, within)
    if origin is tuple or (isinstance(origin, type) and issubclass(origin, Mapping)):
        return _Asked(within, tuple(_asked(one) for one in inner if one is not Ellipsis))
    return _Asked(within)


def _value(value: Any, asked: _Asked) -> None:  # noqa: ANN401 - of the hint's type
    if value is None:
        return
    if isinstance(value, (str, int, float)):  # most of what a session holds
        _one(value, asked.within)
    elif isinstance(value, np.ndarray):
        _numbers(pd.Series(value.ravel()), _NUMBERS)
    elif isinstance(value, (tuple, Mapping)):
        _many(value, asked)
    elif dataclasses.is_dataclass(value):
        look(value)
    else:
        _one(value, asked.within)


def _many(value: Any, asked: _Asked) -> None:  # noqa: ANN401 - as above
    """Look at each part of a list or a mapping, and at how many there are."""
    within, parts = asked
    if within and not within.holds(len(value)):
        raise Unfit("short", len(value), high=within.high)
    with inside() as at:
        if isinstance(value, Mapping):
            of_key, of_one = parts or (_ANYTHING, _ANYTHING)
            for key, one in value.items():
                at.step = key
                _value(key, of_key)
                _value(one, of_one)
            return
        of_each = parts if len(parts) == len(value) else (parts or (_ANYTHING,))[:1] * len(value)
        for place, (one, of_it) in enumerate(zip(value, of_each, strict=True), start=1):
            at.step = place
            _value(one, of_it)


def _one(value: object, within: Within | None) -> None:
    """Look at a number, a text or a day."""
    bounds = within or _LEFT_OPEN.get(type(value))
    if isinstance(value, str):
        if bounds and len(value) > bounds.high:
            raise Unfit("short", value, high=bounds.high)
    elif isinstance(value, (int, float)) and bounds:
        if not bounds.holds(value):
            raise Unfit("range", value, low=bounds.low, high=bounds.high)
    elif isinstance(value, dt.date) and not _YEARS.holds(value.year):
        raise Unfit("date", value.isoformat())


def _rows(touchpoints: Touchpoints) -> None:
    """Look at the numbers of the table, each column within the bounds of its own, and at how many names."""
    for key in ("touchpoint", *GROUP_COLUMNS):
        count = int(touchpoints.rows[key].nunique())
        if count > MOST_TOUCHPOINTS:
            with inside(key):
                raise Unfit("short", count, high=MOST_TOUCHPOINTS)
    for name, column in touchpoints.rows.items():
        with inside(str(name)):
            if pd.api.types.is_numeric_dtype(column):
                _numbers(column, _bounds(touchpoints, str(name)), blanks=name != "row")
            else:
                _short(column)


def _bounds(touchpoints: Touchpoints, name: str) -> Within:
    """How far a column may go: scores and given impact on their scales, derived impact as shares."""
    if name == "satisfaction":
        return _on(touchpoints.scale)
    if name == "impact" and touchpoints.impact_kind == "derived":
        return Within(0.0, 1.0 + _SLACK)
    if name == "impact" and touchpoints.impact_kind == "given" and touchpoints.impact_scale:
        return _on(touchpoints.impact_scale)
    return bounds_of(name)


def _on(scale: Scale) -> Within:
    """The ends of a scale; means of scores may pass them by their last bits."""
    slack = _SLACK * max(1.0, abs(scale.minimum), abs(scale.maximum))
    return Within(scale.minimum - slack, scale.maximum + slack)


def _short(column: pd.Series) -> None:
    for place, one in enumerate(column, start=1):
        if len(one) > _LONGEST:
            with inside(str(place)):
                raise Unfit("short", one, high=_LONGEST)


def _numbers(column: pd.Series, within: Within, *, blanks: bool = True) -> None:
    """Raise where a number lies outside; NaN says that there is none."""
    values = column.to_numpy(dtype=np.float64)
    fine = (values >= within.low) & (values <= within.high)
    wrong = np.flatnonzero(~(fine | np.isnan(values)) if blanks else ~fine)
    if len(wrong):
        place = int(wrong[0])
        with inside(str(place + 1)):
            raise Unfit("range", float(values[place]), low=within.low, high=within.high)


def _once(names: list[str]) -> None:
    met: set[str] = set()
    for place, name in enumerate(names, start=1):
        if name in met:
            with inside(str(place)):
                raise Unfit("once", name)
        met.add(name)
