"""A browser for the tests: the one that is there, else Playwright's own, else Debian's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from launch import debian
from launch.environment import Environment
from launch.terminal import exit_code, say, variables

ON_PATH = (
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
    "microsoft-edge",
    "microsoft-edge-stable",
)
ON_MACOS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
ON_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
NONE = (
    "No browser for the tests was found, and none could be installed. Install Google Chrome, Chromium or "
    "Microsoft Edge, or set CX_BROWSER to the path of one, then start run.py test again. Until then the "
    "browser tests are skipped; on a build server, where CI is set, they fail."
)
_SECONDS_TO_DOWNLOAD = 900
_ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright:\n"
    "    print(playwright.chromium.executable_path)\n"
)


def for_tests(environment: Environment) -> Path | None:
    """Return a Chrome, Chromium or Edge, installed where none is there; None where that fails."""
    found = first_that_starts(candidates()) or first_that_starts(_downloaded(environment))
    if found is None and debian.installed("chromium", environment.root):
        found = first_that_starts(candidates())
    return found


def candidates() -> list[Path]:
    """Return the places where browsers usually are; ``CX_BROWSER`` stands before all of them."""
    places: list[str | None] = [os.environ.get("CX_BROWSER"), *(shutil.which(name) for name in ON_PATH)]
    if sys.platform == "darwin":
        folders = ("/Applications", str(Path.home() / "Applications"))
        places += [f"{folder}/{name}" for folder in folders for name in ON_MACOS]
    if sys.platform == "win32":
        roots = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
        places += [f"{root}/{name}" for root in roots if root for name in ON_WINDOWS]
    return [Path(place) for place in places if place]


def first_that_starts(paths: list[Path]) -> Path | None:
    """Return the first that is there and runs: some are stubs, or lack libraries of the system."""
    return next((path for path in paths if path.is_file() and _starts(path)), None)


def _starts(browser: Path) -> bool:
    if os.name == "nt":
        return True  # asked for its version, it would open a window there
    try:
        subprocess.run([browser, "--version"], check=True, capture_output=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def _downloaded(environment: Environment) -> list[Path]:
    path = _playwrights_own(environment)
    if path is None:
        return []
    if not path.is_file():
        say("No browser was found: downloading one for the tests ...")
        download = [str(environment.python), "-m", "playwright", "install", "chromium"]
        exit_code(download, environment.root, seconds=_SECONDS_TO_DOWNLOAD)
    return [path]


def _playwrights_own(environment: Environment) -> Path | None:
    command = [str(environment.python), "-c", _ASK_PLAYWRIGHT]
    try:
        done = subprocess.run(command, check=True, capture_output=True, timeout=60, env=variables())
    except (OSError, subprocess.SubprocessError):
        return None
    return Path(os.fsdecode(done.stdout).strip())
