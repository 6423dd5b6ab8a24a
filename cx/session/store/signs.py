"""Signs that no database keeps: they are refused with words before they reach it, whichever it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import sqlalchemy as sql
from sqlalchemy import event

from cx.errors import StoreRefused

_ODD: Final = re.compile("[\0\ud800-\udfff]")
"""What ends a text in PostgreSQL, and halves of characters, which no encoding writes."""


def watch(engine: sql.Engine) -> None:
    """Look at every text on its way to the database.

    A statement with a sign that cannot be kept raises a :class:`StoreRefused`, and its transaction is undone.
    """
    event.listen(engine, "before_cursor_execute", _look_at)


def keepable(content: str) -> bool:
    r"""Return whether a text can be kept.

    Examples
    --------
    >>> keepable("José 🙂"), keepable("Jo\0"), keepable("Jo\ud83d")
    (True, False, False)
    """
    return _ODD.search(content) is None


def _look_at(_connection: Any, _cursor: Any, _statement: str, given: Any, *_more: Any) -> None:  # noqa: ANN401
    for one in given if isinstance(given, list) else [given]:
        for value in one.values() if isinstance(one, Mapping) else one or ():
            if isinstance(value, str) and not keepable(value):
                raise StoreRefused("odd_sign")
