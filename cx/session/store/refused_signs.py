"""Signs that no database keeps: they are refused with words before they reach it, whichever it is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

import sqlalchemy as sql
from sqlalchemy import event

from cx.errors import StoreRefused

_ODD: Final = re.compile("[\0\ud800-\udfff]")
"""What ends a text in PostgreSQL, and halves of characters, which no encoding writes."""


_HALF: Final = re.compile(r"\\ud[89ab]..(?!\\ud[c-f])|(?<!\\ud[89ab]..)\\ud[c-f]")
"""What half a character may look like in JSON; so does a backslash that somebody typed."""


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


def refuse_halves(document: str) -> None:
    """Raise a :class:`StoreRefused` where a text in a JSON document ends in the middle of a character.

    In the document itself it is written in signs that can be kept, and cannot be read back.
    """
    if _HALF.search(document):
        try:
            json.dumps(json.loads(document), ensure_ascii=False).encode()
        except UnicodeEncodeError as error:
            raise StoreRefused("odd_sign") from error


def _look_at(_connection: Any, _cursor: Any, _statement: str, given: Any, *_more: Any) -> None:  # noqa: ANN401
    for one in given if isinstance(given, list) else [given]:
        for value in one.values() if isinstance(one, Mapping) else one or ():
            if isinstance(value, str) and not keepable(value):
                raise StoreRefused("odd_sign")
