"""Frozen records as plain data (what JSON holds) and back; strict, by the records' own types."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
MOST_ITEMS = 20_000
LONGEST_TEXT = 32_767
_LARGEST = 10**12


def plain(value: object) -> object:
    """Return a record as plain data; what has the value that it has anyway is left out.

    Examples
    --------
    >>> from cx.records import Choices, Scale
    >>> plain(Choices(sheet="Q3", scale=Scale(1, 7)))
    {'sheet': 'Q3', 'scale': {'minimum': 1, 'maximum': 7}}
    """
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: plain(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if getattr(value, field.name) != _default(field)
        }
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, (list, tuple)) else value


def record(data: object, kind: type[T]) -> T:
    """Return the record that plain data stands for.

    Raises
    ------
    ValueError
        When the data has another form, an unknown field, or a value that its field cannot have.

    Examples
    --------
    >>> from cx.records import Scale
    >>> record({"minimum": 1, "maximum": 7}, Scale)
    Scale(minimum=1.0, maximum=7.0, direction='higher', kind='rating')
    """
    if not isinstance(data, dict):
        raise ValueError("not an object")  # noqa: TRY004 - the data is wrong, not the call
    hints = get_type_hints(kind)
    if set(data) - set(hints):
        raise ValueError("an unknown field")
    try:
        return kind(**{name: _value(one, hints[name]) for name, one in data.items()})
    except TypeError as error:
        raise ValueError("a field is missing") from error


def _default(field: dataclasses.Field[Any]) -> object:
    made = field.default_factory
    return field.default if made is dataclasses.MISSING else made()


def _value(data: object, hint: Any) -> object:  # noqa: ANN401 - a type hint has no type of its own
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _one_of(data, get_args(hint))
    if origin is Literal:
        return _literal(data, get_args(hint))
    if origin is tuple:
        return tuple(_value(one, get_args(hint)[0]) for one in _few(data, list))
    if origin is not None and issubclass(origin, Mapping):
        named, kind = get_args(hint)
        return {_value(key, named): _value(one, kind) for key, one in _few(data, dict).items()}
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return record(data, hint)
    return _simple(data, hint)


def _one_of(data: object, hints: tuple[Any, ...]) -> object:
    if data is None and NoneType in hints:
        return None
    (hint,) = [one for one in hints if one is not NoneType]
    return _value(data, hint)


def _literal(data: object, allowed: tuple[object, ...]) -> object:
    if not isinstance(data, str) or data not in allowed:
        raise ValueError("an unknown word")
    return data


def _few(data: object, kind: type[Any]) -> Any:  # noqa: ANN401 - of the kind that was asked for
    if not isinstance(data, kind) or len(data) > MOST_ITEMS:
        raise ValueError("not a list, or too long a one")
    return data


def _simple(data: object, hint: object) -> object:
    if hint is str and isinstance(data, str) and len(data) <= LONGEST_TEXT:
        data.encode()  # half a surrogate pair is no text: that is a ValueError too
        return data
    if hint is bool and isinstance(data, bool):
        return data
    number = isinstance(data, (int, float)) and not isinstance(data, bool)
    if hint is int and number and isinstance(data, int) and abs(data) <= _LARGEST:
        return data
    if hint is float and number and abs(found := float(str(data))) <= _LARGEST and not math.isnan(found):
        return found
    raise ValueError("a value of another kind")
