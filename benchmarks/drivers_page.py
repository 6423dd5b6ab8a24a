"""How fast the page of drivers answers another outcome, on 25,000 respondents and 14 touchpoints.

Run it from the project's folder, on a machine that does nothing else::

    .venv/bin/python benchmarks/drivers_page.py

It starts a server on this machine, uploads made-up responses, and prints the median seconds from the click on
another outcome until the page shows its estimates (at most 1.5 s), and until the intervals are there as well;
for comparison the same two without the page, computed in this process.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd
from playwright.sync_api import Page, sync_playwright
from responsiveness import BROWSERS, ROOT, opened, served

sys.path.insert(0, str(ROOT))
ROWS, TOUCHPOINTS = 25_000, 14
LIMIT = 1.5
OUTCOMES = ("Overall satisfaction", "NPS", "CSAT")
_IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"


def survey() -> pd.DataFrame:
    """Return made-up responses: ratings from 1 to 10, four in ten blank, and several outcomes."""
    random = np.random.default_rng(1)
    ratings = np.clip(np.rint(7 + 2 * random.normal(size=(ROWS, TOUCHPOINTS))), 1, 10)
    met = random.random((ROWS, TOUCHPOINTS)) >= 0.4  # noqa: PLR2004 - a share
    table = pd.DataFrame(
        np.where(met, ratings, np.nan), columns=[f"Touchpoint {j + 1}" for j in range(TOUCHPOINTS)]
    )
    for outcome in OUTCOMES:
        pull = (met * (ratings - 7)) @ random.uniform(0, 0.4, TOUCHPOINTS)
        table[outcome] = np.clip(np.rint(6 + pull + random.normal(size=ROWS)), 0, 10)
    return table


def in_this_process(table: pd.DataFrame) -> tuple[float, float]:
    """Return the seconds of the estimates, and of estimates and intervals."""
    from cx import impact

    start = time.perf_counter()
    drivers = [name for name in table if name.startswith("Touchpoint")]
    study = impact.prepare(table, OUTCOMES[0], drivers)
    plain = impact.result(study, draws=0)
    estimated = time.perf_counter() - start
    impact.with_intervals(plain, study)
    return estimated, time.perf_counter() - start


def answered(page: Page, outcome: str) -> tuple[float, float]:
    """Return the seconds until the estimates of another outcome stand, and until its intervals do."""
    page.locator("[data-testid=stSelectbox]", has_text="Outcome").locator("input").first.click()
    option = page.get_by_role("option", name=outcome, exact=True)
    option.wait_for()
    start = time.perf_counter()
    option.click()
    page.wait_for_function("name => document.querySelector('h1').textContent.endsWith(name)", arg=outcome)
    estimated = time.perf_counter() - start
    page.wait_for_selector("[data-testid=stProgress]", state="detached", timeout=120_000)
    page.wait_for_selector(_IDLE, timeout=120_000)
    return estimated, time.perf_counter() - start


def main() -> int:
    """Measure, print, and return 0 when the page answers within the limit."""
    table = survey()
    executable = next((path for path in BROWSERS if Path(path).exists()), None)
    with tempfile.TemporaryDirectory() as folder, served(ROOT / "app.py", {}) as (address, _):
        path = Path(folder) / "responses.csv"
        table.to_csv(path, index=False)
        with sync_playwright() as player:
            browser = player.chromium.launch(executable_path=executable, args=["--no-sandbox"])
            page = opened(browser)
            page.goto(address)
            upload = "[data-testid=stFileUploaderDropzoneInput]"
            page.wait_for_selector(upload, state="attached", timeout=60_000)
            page.set_input_files(upload, path)
            page.wait_for_function("() => location.pathname.length > 1", timeout=60_000)
            page.wait_for_selector(_IDLE, timeout=60_000)
            page.locator("[data-testid=stSidebar] a[href*=drivers]").click(timeout=60_000)
            page.wait_for_selector("[data-testid=stPlotlyChart]", timeout=120_000)
            page.wait_for_selector("[data-testid=stProgress]", state="detached", timeout=120_000)
            page.wait_for_selector(_IDLE, timeout=120_000)
            seconds = [answered(page, outcome) for outcome in OUTCOMES[1:]]
            browser.close()
    estimated, whole = (statistics.median(column) for column in zip(*seconds, strict=True))
    bare, bounded = in_this_process(table)
    print(f"estimates on screen   {estimated:6.2f} s (at most {LIMIT} s; without the page {bare:.2f} s)")
    print(f"intervals on screen   {whole:6.2f} s (without the page {bounded:.2f} s)")
    return 0 if estimated <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
