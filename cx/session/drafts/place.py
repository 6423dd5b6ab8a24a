"""Where drafts lie, and whose they are: one file each, in a folder beside the store, named by a digest.

Nothing of the rest is loaded here: the first page asks whether there is a draft, and mostly there is none.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

OFF: Final = "CX_DRAFTS"
"""The environment variable that is ``0`` where no draft is kept."""
ENDING: Final = ".cxdraft"
_FOLDER: Final = "drafts"
_VIEW: Final = "view-"
_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{43}")
"""What ``secrets.token_urlsafe(32)`` gives: 256 bits that nobody guesses."""


def wanted(environment: Mapping[str, str] | None = None) -> bool:
    """Return whether drafts are kept at all."""
    known = os.environ if environment is None else environment
    return known.get(OFF, "").strip() != "0"


def is_token(given: object) -> bool:
    """Return whether something can be what a browser is known by."""
    return isinstance(given, str) and _TOKEN.fullmatch(given) is not None


def owner(token: str) -> str:
    """Return what drafts of a browser are named by; the token cannot be had from it."""
    return hashlib.sha256(b"cx-draft-owner " + token.encode()).hexdigest()


def folder(environment: Mapping[str, str] | None = None) -> Path:
    """Return the folder of the drafts; it may not be there yet."""
    from cx.session import place  # only here: no start of a server waits for it

    return place.data_folder(os.environ if environment is None else environment) / _FOLDER


def file(owner_: str, id_: str, environment: Mapping[str, str] | None = None) -> Path:
    """Return where a draft lies."""
    return folder(environment) / f"{owner_}-{id_}{ENDING}"


def of_session(session_id: str) -> str:
    """Return the sign under which lies what a browser looked at in a session: no draft, and never offered."""
    return f"{_VIEW}{session_id}"


def of_owner(owner_: str, environment: Mapping[str, str] | None = None) -> tuple[Path, ...]:
    """Return the drafts of one browser, the one written last first; none where they cannot be looked at."""
    every = all_of_owner(owner_, environment)
    return tuple(path for path in every if not path.name.startswith(f"{owner_}-{_VIEW}"))


def all_of_owner(owner_: str, environment: Mapping[str, str] | None = None) -> tuple[Path, ...]:
    """Return the same with what it looked at in sessions."""
    found = []
    for path in folder(environment).glob(f"{owner_}-*{ENDING}"):
        with suppress(OSError):  # it was deleted meanwhile
            found.append((path.stat().st_mtime_ns, path.name, path))
    return tuple(path for _moment, _name, path in sorted(found, reverse=True))
