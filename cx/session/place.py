"""Where the store lies: in the user's data folder, as each system has it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from cx.errors import StoreFailed
from cx.session import own_files

_FOLDER = "cx-impact-matrix"
_FILE = "sessions.sqlite"


def default_url(environment: Mapping[str, str] | None = None) -> str:
    """Return the address of the store's database; its folder is made.

    ``CX_STORE`` in the environment is the whole address (PostgreSQL, for instance); ``CX_DATA`` another
    folder for the file.

    Raises
    ------
    StoreFailed
        When the folder cannot be made.
    """
    known = os.environ if environment is None else environment
    if known.get("CX_STORE"):
        return known["CX_STORE"]
    folder = data_folder(known)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StoreFailed("store_folder", place=str(folder), reason=error.strerror or "?") from error
    return f"sqlite:///{(folder / _FILE).as_posix()}"


def anything_kept(environment: Mapping[str, str] | None = None) -> bool:
    """Return whether there can be sessions, without opening a database or making its folder."""
    known = os.environ if environment is None else environment
    try:
        return bool(known.get("CX_STORE")) or (data_folder(known) / _FILE).is_file()
    except OSError:  # a folder that nobody may look into: whoever opens the store is told
        return True


def file(environment: Mapping[str, str] | None = None) -> Path | None:
    """Return the file in which the store lies; ``None`` where a server holds it."""
    known = os.environ if environment is None else environment
    if known.get("CX_STORE"):
        import sqlalchemy as sql

        try:
            return own_files.of_store(sql.make_url(known["CX_STORE"]))
        except (sql.exc.ArgumentError, ValueError):  # no address: whoever opens the store is told
            return None
    return data_folder(known) / _FILE


def data_folder(environment: Mapping[str, str], system: str = sys.platform) -> Path:
    """Return the folder that keeps this user's sessions.

    Examples
    --------
    >>> data_folder({"HOME": "/home/anna"}, "linux").as_posix()
    '/home/anna/.local/share/cx-impact-matrix'
    >>> data_folder({"CX_DATA": "/srv/cx"}, "linux").as_posix()
    '/srv/cx'
    """
    if environment.get("CX_DATA"):
        return Path(environment["CX_DATA"])
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or Path.home())
    if system == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / _FOLDER
    if system == "darwin":
        return home / "Library" / "Application Support" / _FOLDER
    return Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share") / _FOLDER
