"""A session as one JSON document with a version, and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from cx.errors import StoreRefused, UnreadableFile
from cx.records import NUMBER_COLUMNS, TEXT_COLUMNS, Session, Touchpoints, finite_json, impact_part_column
from cx.session.sessions import codec
from cx.session.sessions.unfit_parts import Unfit, inside

FORMAT: Final = "cx-session"
VERSION: Final = 1
"""Raised when a document is written that the program before could not read."""
NEWER: Final = "session_newer"
"""The error of a document that only a newer version of the program can read."""
_TEXTS: Final = ("str", "object")
_NUMBERS: Final = ("float64", "int64")
_FINGERPRINT: Final = "_fingerprint"


def written(session: Session, **beside: object) -> str:
    """Return the document of a session; what stands ``beside`` goes into it as plain data."""
    about = {"format": FORMAT, "version": VERSION, "session": codec.plain(session), **beside}
    return json.dumps(about, ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def leaving(session: Session, **beside: object) -> str:
    """Return the document of a session that leaves the store, without the secrets that it holds.

    Whoever has the address of a webhook can write into the chat.
    """
    return written(replace(session, webhook=""), **beside)


def session_of(text: str, *, name: str = "") -> Session:
    """Return the session of a document.

    Parameters
    ----------
    name
        What messages call the document.

    Raises
    ------
    UnreadableFile
        When it is no session, or damaged; which field and what is expected there, where that can be said.
    StoreRefused
        When a newer version of the program wrote it.
    """
    return session_in(opened(text, name=name), name=name)


def session_in(parts: Mapping[str, Any], *, name: str = "") -> Session:
    """Return the session of a document that was opened; raises as :func:`session_of`."""
    try:
        found = codec.record(parts.get("session"), Session)
        with inside("touchpoints"):
            check_table(found.touchpoints)
    except Unfit as error:
        raise error.told(name) from error
    except (ValueError, OverflowError) as error:
        raise UnreadableFile("session_damaged", file=name) from error
    return found


def check_table(touchpoints: Touchpoints) -> None:
    """Raise :class:`ValueError` where a table has not the form that the rest of the program relies on."""
    kinds = {str(name): str(kind) for name, kind in touchpoints.rows.dtypes.items()}
    parts = [impact_part_column(place) for place in range(len(touchpoints.impact_parts))]
    needed = {**dict.fromkeys((*TEXT_COLUMNS, "sheet"), _TEXTS), **dict.fromkeys(parts, _NUMBERS)}
    needed |= {**dict.fromkeys(NUMBER_COLUMNS, _NUMBERS), "row": _NUMBERS}
    for name, allowed in needed.items():
        if kinds.get(name) not in allowed:
            with inside(f"rows.{name}"):
                raise Unfit("field" if name not in kinds else "form", kinds.get(name))
    draws = touchpoints.draws
    shapes = [one.shape for one in (draws.satisfaction, draws.impact) if one is not None] if draws else []
    if draws and any(shape != (shapes[0][0], len(draws.names)) for shape in shapes):
        raise ValueError("draws of another shape")


def opened(text: str, *, name: str = "") -> dict[str, Any]:
    """Return the parts of a document as plain data; raises as :func:`session_of`."""
    try:
        found = finite_json.loaded(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile("session_damaged", file=name) from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise UnreadableFile("no_session", file=name)
    version = found.get("version")
    if not isinstance(version, int) or isinstance(version, bool):
        raise UnreadableFile("session_damaged", file=name)
    if version > VERSION:
        raise StoreRefused(NEWER, file=name, found=version, known=VERSION)
    return found


def fingerprint(touchpoints: Touchpoints) -> str:
    """Return what two touchpoint tables have in common only when they are the same.

    A whole number is the same as its float: a scale from 0 to 100 comes back as one from 0.0 to 100.0.

    Notes
    -----
    A table is a frozen record, and each change of a session asks many times: so it keeps its fingerprint
    beside its fields, as :func:`functools.cached_property` would. One that is made from it has its own.
    """
    beside = vars(touchpoints)
    if _FINGERPRINT not in beside:
        text = json.dumps(codec.plain(touchpoints))
        same = json.dumps(json.loads(text, parse_int=float))
        beside[_FINGERPRINT] = hashlib.sha256(same.encode()).hexdigest()
    return str(beside[_FINGERPRINT])
