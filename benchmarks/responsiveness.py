"""How fast the matrix page answers, as ratios to a bare Streamlit page in the same run.

Run it from the project's folder, on a machine that does nothing else::

    .venv/bin/python benchmarks/responsiveness.py

It starts two servers on this machine, makes a workbook of 40 touchpoints, and prints the medians of

- a control: from a click on "Names on the chart" until the script has run and the browser has drawn;
- upload to matrix: from handing over the workbook on the start page until the matrix is drawn, against the
  first load of the bare page;
- server start: from starting the process until it says that it is well, against the bare page's server.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import openpyxl
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))
BROWSERS = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
PATIENCE = 60
"""Seconds that a server may take to start."""
KINDS = {
    "selectbox": "stSelectbox",
    "multiselect": "stMultiSelect",
    "button": "stButton",
    "buttongroup": "stButtonGroup",
    "textinput": "stTextInput",
    "textarea": "stTextArea",
    "checkbox": "stCheckbox",
}
ANSWER = """
([label]) => new Promise((done) => {
  const app = document.querySelector('[data-testid="stApp"]')
  const control = [...document.querySelectorAll('[data-testid="stCheckbox"] label')]
    .find((each) => each.textContent.includes(label))
  const start = performance.now()
  let ran = false
  const look = () => {
    const running = app.getAttribute('data-test-script-state') === 'running'
    ran = ran || running
    if (ran && !running) requestAnimationFrame(() => done(performance.now() - start))
    else if (performance.now() - start > 20000) done(NaN)
    else setTimeout(look, 2)
  }
  control.querySelector('input')?.click() ?? control.click()
  look()
})
"""


def workbook(folder: Path, rows: int = 40) -> Path:
    """Write a table of touchpoints, always the same."""
    random = np.random.RandomState(40)
    book = openpyxl.Workbook()
    book.active.append(["Touchpoint", "Satisfaction (1-10)", "Impact", "Volume", "n"])
    for number in range(rows):
        satisfaction, impact = random.uniform(5, 9), random.uniform(0.5, 9)
        volume, base = int(random.lognormal(9, 1.6)), int(random.randint(40, 900))
        scores = [round(satisfaction, 2), round(impact, 2)]
        book.active.append([f"Touchpoint number {number}", *scores, volume, base])
    path = folder / "forty.xlsx"
    book.save(path)
    return path


def figures(path: Path, folder: Path, width: int) -> Path:
    """Write the two figures that the matrix page shows for the workbook, with names and without."""
    from cx import intake, matrix, picture
    from cx.records import Settings

    table = intake.touchpoints(intake.read(path.read_bytes(), path.name))
    made = []
    for labels in (True, False):
        drawn = picture.compute(
            matrix.build(table, Settings(labels=labels)),
            lang="en",
            day=dt.date(2026, 1, 1),
            size=(width * 0.75, width * 0.75 * 9 / 16),
        )
        made.append(json.loads(picture.screen_figure(drawn, width=width).to_json()))
    target = folder / "figures.json"
    target.write_text(json.dumps(made), encoding="utf-8")
    return target


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(script: Path, environment: dict[str, str]) -> Iterator[tuple[str, float]]:
    """Start a server; give its address and the seconds until it was well."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    start = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--server.headless", "true"],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}", _until_well(port, start)
    finally:
        process.terminate()
        process.wait()


def _until_well(port: int, start: float) -> float:
    while time.perf_counter() - start < PATIENCE:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1):
                return time.perf_counter() - start
        except OSError:
            time.sleep(0.01)
    raise TimeoutError("the server did not start within a minute")


def still(page: Page) -> None:
    """Wait until no script runs and the chart stands."""
    page.wait_for_selector(".js-plotly-plot .scatterlayer", state="attached", timeout=60_000)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=60_000)


def opened(browser: Browser) -> Page:
    """Return a page of its own session."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    return context.new_page()


def first_load(browser: Browser, address: str) -> tuple[Page, float]:
    """Open the bare page; return it with the seconds until its chart stood."""
    page = opened(browser)
    start = time.perf_counter()
    page.goto(address)
    still(page)
    return page, time.perf_counter() - start


def uploaded(browser: Browser, address: str, path: Path) -> tuple[Page, float]:
    """Hand the workbook over on the start page; return the page with the seconds until the matrix stood."""
    page = opened(browser)
    page.goto(address)
    page.wait_for_selector("[data-testid=stFileUploaderDropzoneInput]", state="attached", timeout=60_000)
    page.wait_for_timeout(1500)
    start = time.perf_counter()
    page.set_input_files("[data-testid=stFileUploaderDropzoneInput]", path)
    still(page)
    return page, time.perf_counter() - start


def answers(page: Page, times: int) -> list[float]:
    """Return the milliseconds of each click on the control; the first two warm up."""
    page.wait_for_timeout(1000)
    measured = []
    for _ in range(times + 2):
        measured.append(page.evaluate(ANSWER, ["Names on the chart"]))
        page.wait_for_timeout(400)
    return measured[2:]


def report(name: str, ours: list[float], theirs: list[float], limit: float) -> bool:
    """Print one line of the result; return whether the ratio is within its limit."""
    ratio = statistics.median(ours) / statistics.median(theirs)
    figures_of = f"{statistics.median(ours):8.3f} against {statistics.median(theirs):8.3f}"
    print(f"{name:18} {figures_of}  ratio {ratio:.2f} (at most {limit}), {len(ours)} and {len(theirs)} runs")
    return ratio <= limit


def main() -> int:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=15)
    parser.add_argument("--browser", default=next((path for path in BROWSERS if Path(path).exists()), None))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=asked.browser, args=["--no-sandbox"])
        good = measured(browser, Path(folder), asked.times)
        browser.close()
    return 0 if good else 1


def measured(browser: Browser, folder: Path, times: int) -> bool:
    """Measure the three ratios, the two sides in turn."""
    path = workbook(folder)
    with served(ROOT / "app.py", {}) as (ours, our_start):
        page, _ = uploaded(browser, ours, path)
        counts = {kind: page.locator(f"[data-testid={name}]").count() for kind, name in KINDS.items()}
        width = int(page.locator(".js-plotly-plot").bounding_box()["width"])
        environment = {
            "CX_BENCHMARK_FIGURES": str(figures(path, folder, width)),
            "CX_BENCHMARK_WIDGETS": json.dumps(counts),
        }
        with served(HERE / "bare_page.py", environment) as (theirs, their_start):
            loads, uploads = [], []
            for _ in range(5):
                bare, seconds = first_load(browser, theirs)
                loads.append(seconds)
                page, seconds = uploaded(browser, ours, path)
                uploads.append(seconds)
            good = report("upload to matrix", uploads, loads, 2.0)
            our_answers, their_answers = [], []
            for _ in range(3):
                our_answers += answers(page, times // 3)
                their_answers += answers(bare, times // 3)
            good &= report("a control (ms)", our_answers, their_answers, 1.3)
    starts = ([our_start], [their_start])
    for _ in range(4):
        for script, kept in ((ROOT / "app.py", starts[0]), (HERE / "bare_page.py", starts[1])):
            with served(script, environment) as (_, seconds):
                kept.append(seconds)
    return report("server start", *starts, 1.3) and good


if __name__ == "__main__":
    sys.exit(main())
