"""What Debian and its children keep in packages of their own, installed where we are root."""

from __future__ import annotations

import importlib
import importlib.util
import os
import shutil
import sys
from pathlib import Path

from launch.terminal import StoppedError, exit_code, say


def require_venv(folder: Path) -> None:
    """Make sure that this Python can make environments.

    Parameters
    ----------
    folder
        Where commands run.

    Raises
    ------
    StoppedError
        When it cannot, and the package that is missing could not be installed.
    """
    own = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if can_make_environments():
        return
    for package in (own, "python3-venv"):
        if installed(package, folder) and can_make_environments():
            return
    raise StoppedError(
        f"This Python ({sys.executable}) cannot make environments: its part 'ensurepip' is missing. On "
        f"Debian or Ubuntu: sudo apt-get install {own} (or python3-venv), then start run.py again. "
        "Elsewhere: install the Python of python.org."
    )


def can_make_environments() -> bool:
    """Return whether this Python has ``venv`` and ``ensurepip``."""
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def installed(package: str, folder: Path) -> bool:
    """Install a package with apt; return whether that was possible."""
    if not (is_root() and shutil.which("apt-get")):
        return False
    say(f"Installing {package} with apt-get ...")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    # A fresh container has no lists yet; where they cannot be fetched, older ones may still serve.
    exit_code(["apt-get", "update"], folder, more=quiet)
    install = ["apt-get", "install", "--yes", "--no-install-recommends", package]
    return exit_code(install, folder, more=quiet) == 0


def is_root() -> bool:
    """Return whether this process may do everything (on Windows it is never asked to)."""
    return sys.platform != "win32" and os.geteuid() == 0
