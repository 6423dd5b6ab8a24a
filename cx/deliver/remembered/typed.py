"""Frozen records as plain data, and back: strictly by their types, since a deck comes from outside.

A field that the data lack has the record's own default; one that the record has not is passed over, so that a
deck of another version of the program can be read.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from cx.records.bounds import VAST, Within

T = TypeVar("T")
_BETWEEN = "|"
"""Between the parts of a key that is made of several."""
_MOST = 20_000
LONGEST = 10_000
"""Signs of one text."""


def plain(value: Any) -> Any:
    """Return a value as JSON holds it; a mapping's keys as texts, their parts one behind the other."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {_key(key): plain(one) for key, one in value.items()}
    if isinstance(value, (tuple, list, frozenset)):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def record(data: object, kind: type[T]) -> T:
    """Return the record that plain data stand for.

    Raises
    ------
    ValueError
        When a field has a value that its type does not allow.
    """
    if not isinstance(data, dict):
        raise ValueError("no record")  # noqa: TRY004 - the message is wrong, not the call
    untyped: Any = kind
    hints = get_type_hints(untyped, include_extras=True)
    names = [one.name for one in dataclasses.fields(untyped)]
    return kind(**{name: value(data[name], hints[name]) for name in names if name in data})


def value(data: object, hint: Any) -> Any:
    """Return the value of a type that plain data stand for; raises as :func:`record`."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _bounded(value(data, parts[0]), parts[1:])
    if origin in (Union, UnionType):
        known = next(one for one in parts if one is not NoneType)
        return None if data is None and NoneType in parts else value(data, known)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return record(data, hint)
    return _simple(data, hint) if origin is None else _of_many(data, origin, parts)


def _of_many(data: object, origin: Any, parts: tuple[Any, ...]) -> object:
    if origin is Literal:
        return _one_of(data, parts)
    if origin is tuple:
        return _many(data, parts)
    if issubclass(origin, Mapping):
        return _mapping(data, parts)
    raise ValueError("a kind of list that no record has")


def _bounded(found: object, bounds: tuple[object, ...]) -> object:
    if not all(_within(found, bound) for bound in bounds if isinstance(bound, Within)):
        raise ValueError("beyond its bounds")
    return found


def _within(found: object, bound: Within) -> bool:
    sized = len(found) if isinstance(found, (str, tuple)) else found
    return isinstance(sized, (int, float)) and bound.holds(sized)


def _one_of(data: object, allowed: tuple[object, ...]) -> object:
    if not isinstance(data, str) or data not in allowed:
        raise ValueError("another word")
    return data


def _many(data: object, parts: tuple[Any, ...]) -> tuple[object, ...]:
    if not isinstance(data, list) or len(data) > _MOST:
        raise ValueError("no list")
    if parts[-1:] == (Ellipsis,):
        return tuple(value(one, parts[0]) for one in data)
    if len(data) != len(parts):
        raise ValueError("another length")
    return tuple(value(one, hint) for one, hint in zip(data, parts, strict=True))


def _mapping(data: object, parts: tuple[Any, ...]) -> dict[object, object]:
    if not isinstance(data, dict) or len(data) > _MOST:
        raise ValueError("no mapping")
    of_key, of_one = parts
    several = get_origin(of_key) is tuple
    keys = {key: key.split(_BETWEEN) if several else key for key in data}
    return {value(keys[key], of_key): value(one, of_one) for key, one in data.items()}


def _simple(data: object, hint: object) -> object:
    if hint in (float, int) and isinstance(data, (int, float)) and not -VAST <= data <= VAST:
        raise ValueError("beyond what a number can be")
    if hint is float and isinstance(data, (int, float)) and not isinstance(data, bool):
        return float(data)
    if hint is dt.date and isinstance(data, str):
        return dt.date.fromisoformat(data)
    if type(data) is not hint or (isinstance(data, str) and len(data) > LONGEST):
        raise ValueError("another type")
    return data


def _key(key: object) -> str:
    return _BETWEEN.join(str(part) for part in key) if isinstance(key, tuple) else str(key)
