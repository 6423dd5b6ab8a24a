"""Frozen records as plain data (what JSON holds), to be brought back by :mod:`cx.session.sessions.codec`.

Numbers keep their last bit, also those that JSON has no sign for.
"""

from __future__ import annotations

import base64
import dataclasses
import datetime as dt
import math
from collections.abc import Mapping
from functools import cache
from types import NoneType
from typing import Any, Final

import numpy as np
import pandas as pd

_SCALARS: Final = frozenset({NoneType, str, float, int, bool})


def plain(value: object) -> object:
    """Return a record as plain data.

    Examples
    --------
    >>> from cx.records import Scale
    >>> plain(Scale(1.0, 7.0)), plain((1.5, float("nan")))
    ({'minimum': 1.0, 'maximum': 7.0, 'direction': 'higher', 'kind': 'rating'}, [1.5, {'float': 'nan'}])
    """
    return _scalar(value) if type(value) in _SCALARS else _of_parts(value)


def _of_parts(value: object) -> object:
    if isinstance(value, Mapping):
        return {"map": [[plain(key), plain(one)] for key, one in value.items()]}
    kind: Any = type(value)
    names = _names(kind)
    if names is not None:
        return {name: plain(getattr(value, name)) for name in names}
    return _many(value)


@cache
def _names(kind: Any) -> tuple[str, ...] | None:  # noqa: ANN401 - any class
    """The names of a record's fields; ``None`` of what is no record."""
    return tuple(one.name for one in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else None


def _many(value: object) -> object:
    if isinstance(value, pd.DataFrame):
        return {"table": [_column(name, value[name]) for name in value.columns]}
    if isinstance(value, np.ndarray):
        return _array(value)
    if isinstance(value, (list, tuple, frozenset)):
        return [plain(one) for one in value]
    return _scalar(value)


def _scalar(value: object) -> object:
    if type(value) in _SCALARS and not isinstance(value, float):
        return value
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):
        return {"float": repr(value)}
    if isinstance(value, dt.datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, dt.date):
        return {"date": value.isoformat()}
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    raise TypeError(f"a session does not keep {type(value).__name__}")


def _column(name: object, values: pd.Series) -> object:
    return {"name": str(name), "kind": str(values.dtype), "values": [_scalar(one) for one in values.tolist()]}


def _array(values: np.ndarray[Any, Any]) -> object:
    numbers = np.ascontiguousarray(values, dtype="<f8")
    return {"shape": list(values.shape), "numbers": base64.b64encode(numbers.tobytes()).decode()}
