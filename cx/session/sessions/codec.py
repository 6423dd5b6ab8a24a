"""Frozen records out of plain data (what JSON holds), with nothing lost; strict, by the records' types.

Numbers come back to the last bit, also those that JSON has no sign for. A field that the data lack gets the
record's own default, so that older documents stay readable; an unknown field is refused.
"""

from __future__ import annotations

import base64
import dataclasses
import datetime as dt
import math
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from itertools import repeat
from types import NoneType, UnionType
from typing import Any, Final, Literal, NoReturn, TypeVar, Union, get_args, get_origin, get_type_hints

import numpy as np
import pandas as pd

from cx.session.sessions.as_data import plain
from cx.session.sessions.unfit_parts import Expected, Unfit, inside

__all__ = ["hints_of", "needed", "plain", "record", "value"]

T = TypeVar("T")
_KINDS: Final = ("object", "str", "float64", "int64", "bool")
"""The kinds of column that a table may have."""
_TAGS: Final = frozenset({"float", "moment", "date"})
"""What stands before a value for which JSON has no sign."""
_MOST_NUMBERS: Final = 50_000_000
_YEARS: Final = (1900, 2999)
_LONGEST_STEP: Final = 60
_NAMES: Final[Mapping[object, Expected]] = {
    float: "number",
    int: "whole",
    str: "text",
    bool: "truth",
    dt.datetime: "moment",
    dt.date: "date",
}
_AS_THEY_STAND: Final = (str, float, int, bool)
"""Types of which JSON holds the values themselves."""
_NOT_FINITE: Final = ("nan", "inf", "-inf")
"""The numbers for which JSON has no sign, as Python writes them."""


def record(data: object, kind: type[T]) -> T:
    """Return the record that plain data stands for.

    Raises
    ------
    ValueError
        When the data has another form, an unknown field, or a value that its field cannot have (an
        :class:`~cx.session.sessions.unfit_parts.Unfit` that says which).
    """
    found = _fields(data)
    known: Any = kind
    ways = _ways(known)
    given = {}
    with inside() as at:
        for name, one in found.items():
            at.step = name[:_LONGEST_STEP]
            if name not in ways:
                raise Unfit("known", one)
            given[name] = ways[name](one)
    for name in needed(known):
        if name not in given:
            with inside(name):
                raise Unfit("field")
    try:
        return kind(**given)
    except ValueError as error:  # a record that refuses its fields together: a scale without width
        raise Unfit("value", data) from error


@cache
def hints_of(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - a record's class
    """Return the type of each field of a record."""
    return get_type_hints(kind, localns={"pd": pd})  # records name pandas and do not import it


@cache
def _ways(kind: Any) -> dict[str, Callable[[object], Any]]:  # noqa: ANN401 - as above
    """What makes the value of each field of a record."""
    return {name: _way(hint) for name, hint in hints_of(kind).items()}


@cache
def needed(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - as above
    """Return the fields of a record that have no value of their own."""
    return tuple(
        field.name
        for field in dataclasses.fields(kind)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    )


def value(data: object, hint: Any) -> Any:  # noqa: ANN401 - a type hint has no type of its own
    """Return the value of a type that plain data stands for; raises as :func:`record`."""
    return _way(hint)(data)


@cache
def _way(hint: Any) -> Callable[[object], Any]:  # noqa: ANN401 - as above
    """Return what makes values of a type: a session holds thousands of a few types."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return partial(_one_of, hints=get_args(hint))
    if origin is Literal:
        return partial(_literal, allowed=get_args(hint))
    if origin is not None:
        return _way_of_many(origin, get_args(hint))
    if hint is pd.DataFrame:
        return lambda data: _table(_fields(data))
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return partial(record, kind=hint)
    return partial(_simple, hint=hint)


def _way_of_many(origin: type[Any], hints: tuple[Any, ...]) -> Callable[[object], Any]:
    if origin is tuple and hints[-1] is Ellipsis:
        return partial(_of_any_length, hint=hints[0])
    if origin is tuple:
        return partial(_as_many, ways=tuple(map(_way, hints)))
    if origin is np.ndarray:
        return lambda data: _array_back(_fields(data))
    if issubclass(origin, Mapping):
        return partial(_mapping, ways=tuple(map(_way, hints)))
    return _no_record_has


def _no_record_has(_data: object) -> NoReturn:
    raise ValueError("a kind of list that no record has")


def _mapping(data: object, ways: tuple[Callable[[object], Any], ...]) -> dict[Any, Any]:
    of_key, of_one = ways
    found, given = {}, _pairs(data)
    with inside() as at:
        for key, one in given:
            at.step = str(key)[:_LONGEST_STEP]
            known = of_key(key)
            found[known] = of_one(one)
    return found


def _fields(data: object) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise Unfit("object", data)
    return data


def _items(data: object) -> list[Any]:
    if not isinstance(data, list):
        raise Unfit("list", data)
    return data


def _pairs(data: object) -> list[tuple[Any, Any]]:
    pairs = [_items(one) for one in _items(_fields(data).get("map"))]
    if any(len(pair) != 2 for pair in pairs):  # noqa: PLR2004 - a key and its value
        raise Unfit("form", data)
    return [(key, one) for key, one in pairs]


def _one_of(data: object, hints: tuple[Any, ...]) -> object:
    if data is None and NoneType in hints:
        return None
    known = [one for one in hints if one is not NoneType]
    hint = next((one for one in known if _fits(data, one)), known[0])
    return value(data, hint)


def _fits(data: object, hint: Any) -> bool:  # noqa: ANN401 - a type hint has no type of its own
    """Whether data can be of a type: a list stands for many values, and for nothing else."""
    return isinstance(data, list) == (get_origin(hint) is tuple)


def _literal(data: object, allowed: tuple[object, ...]) -> object:
    if not isinstance(data, str) or data not in allowed:
        raise Unfit("word", data, words=", ".join(str(one) for one in allowed))
    return data


def _as_many(data: object, ways: tuple[Callable[[object], Any], ...]) -> tuple[object, ...]:
    """A tuple that has as many values as its type says."""
    found = _items(data)
    if len(found) != len(ways):
        raise Unfit("form", data)
    return _each(found, ways)


def _of_any_length(data: object, hint: object) -> tuple[object, ...]:
    found = _items(data)
    return tuple(found) if _stand(found, hint) else _each(found, repeat(_way(hint)))


def _each(found: list[Any], ways: Iterable[Callable[[object], Any]]) -> tuple[object, ...]:
    given = []
    with inside() as at:
        for place, (one, way) in enumerate(zip(found, ways, strict=False), start=1):
            at.step = place
            given.append(way(one))
    return tuple(given)


def _stand(found: list[Any], hint: object) -> bool:
    """Whether all values are seen at once to be what is asked for; else each is looked at by itself."""
    return (
        hint in _AS_THEY_STAND
        and all(kind is hint for kind in set(map(type, found)))
        and (hint is not str or all(map(str.isascii, found)))
    )


def _array_back(data: Mapping[str, Any]) -> np.ndarray[Any, np.dtype[np.float64]]:
    shape = tuple(value(one, int) for one in _items(data.get("shape")))
    if any(side < 0 for side in shape) or math.prod(shape) > _MOST_NUMBERS:
        raise Unfit("form", list(shape))
    numbers = base64.b64decode(value(data.get("numbers"), str), validate=True)
    return np.frombuffer(numbers, dtype="<f8").astype(np.float64).reshape(shape)


def _table(data: Mapping[str, Any]) -> pd.DataFrame:
    columns = [_fields(one) for one in _items(data.get("table"))]
    found = dict(_column_back(one) for one in columns)
    if len(found) != len(columns) or len({len(one) for one in found.values()}) > 1:
        raise Unfit("form", {})
    return pd.DataFrame(found)


def _column_back(column: Mapping[str, Any]) -> tuple[str, pd.Series]:
    name: str = value(column.get("name"), str)
    with inside(name):
        kind = _literal(column.get("kind"), _KINDS)
        hint = {"float64": float, "int64": int, "bool": bool}.get(str(kind), str)
        return name, pd.Series(_of_any_length(column.get("values"), hint), dtype=str(kind))


def _simple(data: object, hint: object) -> object:
    if type(data) is hint and hint is not str:
        return data
    if hint is object:
        return _anything(data)
    given = data
    if hint in (float, dt.datetime, dt.date):
        data = _tagged(data) if isinstance(data, dict) else data
    if hint is float and isinstance(data, (int, float)) and not isinstance(data, bool):
        return float(data)
    if hint is str and isinstance(data, str):
        data.encode()  # half a surrogate pair is no text: that is a ValueError too
        return data
    if type(data) is hint:  # by its tag
        return data
    raise Unfit(_NAMES.get(hint, "value"), given)


def _tagged(data: Mapping[str, Any]) -> object:
    """A value for which JSON has no sign; a :class:`ValueError` where it is none."""
    tag, text = next(iter(data.items()), ("", ""))
    if not isinstance(text, str) or len(data) != 1:
        raise Unfit("value", data)
    if tag == "float" and text in _NOT_FINITE:
        return float(text)
    if tag == "moment":
        return _moment(text)
    if tag == "date":
        return dt.date.fromisoformat(text)
    raise Unfit("value", data)


def _moment(text: str) -> dt.datetime:
    """A moment in UTC; a :class:`ValueError` without its time zone, or where no calendar shows it."""
    found = dt.datetime.fromisoformat(text)
    if found.tzinfo is None or not _YEARS[0] <= found.year <= _YEARS[1]:
        raise Unfit("moment", text)
    return found.astimezone(dt.UTC)


def _anything(data: object) -> object:
    """A value whose type nobody wrote down; lists come back as tuples, records as their fields by name."""
    if isinstance(data, list):
        return tuple(_anything(one) for one in data)
    if not isinstance(data, dict):
        return data
    if "map" in data:
        return {_anything(key): _anything(one) for key, one in _pairs(data)}
    if len(data) == 1 and not _TAGS.isdisjoint(data):
        return _tagged(data)
    return {name: _anything(one) for name, one in data.items()}
