"""Drafts on the disk: written whole or not at all, read by their owner alone, gone in time."""

from __future__ import annotations

import datetime as dt
import json
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from cx.errors import StoreFailed
from cx.session import own_files
from cx.session.drafts import place

KEEP_DAYS: Final = 7
"""So long a draft that nobody changes is kept, in days as the store of sessions counts them."""
MOST: Final = 8
"""Drafts of one browser; the one written longest ago goes first."""
_OBSERVED: Final = "observed.json"
_SINCE: Final = "since"
_ONLY_NEW: Final = os.O_CREAT | os.O_EXCL | os.O_WRONLY
_OWNER_ONLY: Final = 0o600


def write(owner: str, id_: str, document: str, environment: Mapping[str, str] | None = None) -> None:
    """Keep a draft in place of what it was before.

    Raises
    ------
    StoreFailed
        When the folder or the disk does not take it; what was there before stays.
    """
    target = place.file(owner, id_, environment)
    beside = target.with_name(f"{target.stem}.{secrets.token_hex(4)}.part")
    try:
        own_files.folder(target.parent)
        _fill(beside, document.encode())
        beside.replace(target)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        why = error.strerror or type(error).__name__
        raise StoreFailed("draft_not_kept", place=str(target.parent), reason=why) from error
    for path in place.of_owner(owner, environment)[MOST:]:
        remove(path)


def _fill(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, _ONLY_NEW, _OWNER_ONLY), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def read(path: Path) -> str | None:
    """Return the document of a draft; ``None`` where it is gone, or nobody may read it."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def remove(path: Path) -> None:
    """Take a draft away at once; what it held is overwritten before."""
    with suppress(OSError):
        size = path.stat().st_size
        with path.open("r+b") as file:
            file.write(bytes(size))
            file.flush()
            os.fsync(file.fileno())
    with suppress(OSError):
        path.unlink(missing_ok=True)


def tidy(now: dt.datetime | None = None, environment: Mapping[str, str] | None = None) -> int:
    """Remove drafts that nobody changed for so many days, and what a killed server left; return how many.

    Days are those that were seen to pass (:mod:`cx.session.store.observed_time`): no clock that jumps removes
    one.
    """
    from cx.session.store import observed_time

    home = place.folder(environment)
    if not home.is_dir():
        return 0
    marks = _marks(home)
    time = observed_time.after(marks, now or dt.datetime.now(dt.UTC))
    since = _since(home, marks.get(_SINCE), time.seconds)
    old = [
        name for name, (_, second) in since.items() if time.seconds - second >= KEEP_DAYS * observed_time.DAY
    ]
    for name in old:
        remove(home / name)
    left = {name: one for name, one in since.items() if name not in old}
    if time.is_news or left != marks.get(_SINCE):
        _write_marks(home, {**time.plain(), _SINCE: left})
    return len(old)


def _since(home: Path, before: object, now: float) -> dict[str, list[float]]:
    """File to when it was written, by its own clock, and when that was first seen, in time that passed."""
    known = before if isinstance(before, dict) else {}
    found = {}
    for path in (*home.glob(f"*{place.ENDING}"), *home.glob("*.part")):
        with suppress(OSError):
            written = path.stat().st_mtime
            mark = known.get(path.name)
            same = isinstance(mark, list) and mark[:1] == [written] and _is_before(mark[-1], now)
            found[path.name] = [written, float(mark[-1]) if same and isinstance(mark, list) else now]
    return found


def _is_before(mark: object, now: float) -> bool:
    return isinstance(mark, (int, float)) and 0 <= mark <= now


def _marks(home: Path) -> dict[str, Any]:
    try:
        found = json.loads((home / _OBSERVED).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write_marks(home: Path, marks: Mapping[str, object]) -> None:
    beside = home / f"{_OBSERVED}.{secrets.token_hex(4)}.part"
    with suppress(OSError):  # it is looked at again
        _fill(beside, json.dumps(marks).encode())
        beside.replace(home / _OBSERVED)
