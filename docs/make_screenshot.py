"""Makes the picture of the README: the matrix page with the sample data, as a browser shows it.

From the project's folder: ``.venv/bin/python -m docs.make_screenshot``
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from cx import text
from launch import browser, debian, server

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "docs" / "images" / "matrix.png"
PAGE = {
    "viewport": {"width": 1440, "height": 900},
    "locale": "en-GB",
    "reduced_motion": "reduce",
}
SECONDS_TO_SETTLE = 60


def main() -> int:
    """Start the program, take the picture and write it; return the exit code."""
    parser = argparse.ArgumentParser(description="Makes the picture of the README.")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="where the picture goes")
    output = parser.parse_args().output
    found = browser.first_that_starts(browser.candidates())
    if found is None:
        print(browser.NONE, file=sys.stderr)
        return 2
    with (
        server.kept_port() as port,
        server.started(sys.executable, ROOT, port, sys.stderr.buffer) as running,
    ):
        if not server.answers(running, port):
            print("The program did not start.", file=sys.stderr)
            return 1
        output.write_bytes(photographed(f"http://{server.HOST}:{port}", found))
    return 0


def photographed(address: str, executable: Path) -> bytes:
    """Return the picture, a PNG, taken with the browser given."""
    arguments = ["--no-sandbox"] if debian.is_root() else []
    with sync_playwright() as playwright:
        shown_by = playwright.chromium.launch(executable_path=executable, args=arguments)
        picture = picture_of(address, shown_by.new_page(**PAGE))
        shown_by.close()
    return picture


def picture_of(address: str, page: Page) -> bytes:
    """Return a picture of the matrix page with the sample data, a PNG."""
    page.goto(address)
    page.get_by_role("button", name=text.say("upload.sample", "en")).click()
    page.wait_for_url("**/matrix")
    page.locator(".scatterlayer .trace").first.wait_for()
    return settled(page)


def settled(page: Page) -> bytes:
    """Return a picture of the page, taken when it no longer changes."""
    before, deadline = b"", time.monotonic() + SECONDS_TO_SETTLE
    while time.monotonic() < deadline:
        now = page.screenshot()
        if now == before:
            break
        before = now
        time.sleep(1)
    return before


if __name__ == "__main__":
    sys.exit(main())
