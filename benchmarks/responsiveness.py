"""How fast the matrix page answers, as ratios to a bare Streamlit page in the same run.

Run it from the project's folder, on a machine that does nothing else::

    .venv/bin/python benchmarks/responsiveness.py            as run.py serves it
    .venv/bin/python benchmarks/responsiveness.py --room     as run.py --room serves it, for the facilitator

It starts servers on this machine, makes a workbook of 40 touchpoints, and prints

- a control: from a click on "Names on the chart" until the script has run and the browser has drawn, in turns
  with the bare page, and the median of the ratios of neighbours, so that other work on the machine hits both;
  The bare page is served as Streamlit ships, with a search for garbage at the end of each run; a second line
  tells the same against one that is served with our settings, and has no limit;
- upload to matrix: from handing over the workbook on the start page until the matrix is drawn, against the
  first load of the bare page;
- server start: from starting the process until it says that it is well, against the bare page's server;
- the first time (with ``--first``, and nothing else then): the first upload and the first download of each
  kind after a start, against the second in the same server, by another visitor.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
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

from cx import text  # noqa: E402 - the project is found by the line above
from launch import server  # noqa: E402
from launch.room import Room  # noqa: E402

BROWSERS = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
DOWNLOADS = ("deck", "workbook", "report", "image")
FIRST_AT_MOST = 1.3
"""How much longer than the second time the first one may take."""
AS_STREAMLIT_SHIPS = ("--runner.postScriptGC", "true")
"""What our settings change for the bare page too: Streamlit looks for garbage at the end of each run."""
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
  // A quick answer shows the observer nothing but that the state changed, and is what it was.
  const watch = new MutationObserver(() => {
    if (app.getAttribute('data-test-script-state') !== 'notRunning') return
    watch.disconnect()
    requestAnimationFrame(() => done(performance.now() - start))
  })
  watch.observe(app, { attributeFilter: ['data-test-script-state'] })
  setTimeout(() => done(NaN), 20000)
  control.querySelector('input')?.click() ?? control.click()
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


@contextmanager
def served(script: Path, environment: dict[str, str], *options: str) -> Iterator[tuple[str, float]]:
    """Start a server; give its address and the seconds until it was well."""
    with server.kept_port() as port:
        command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
        start = time.perf_counter()
        process = subprocess.Popen(
            [*command, "--server.headless", "true", *options],
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


@contextmanager
def ours(*, room: bool = False) -> Iterator[tuple[str, float]]:
    """Start the program as ``run.py`` does; give its address and the seconds until it was well."""
    opened = Room("127.0.0.1", ("127.0.0.1",)) if room else None
    start = time.perf_counter()
    with (
        server.kept_port() as port,
        Path(os.devnull).open("wb") as nowhere,
        server.started(sys.executable, ROOT, port, nowhere, room=opened),
    ):
        address = opened.facilitator(port) if opened else f"http://127.0.0.1:{port}"
        yield address, _until_well(port, start)


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


def answer(page: Page) -> float:
    """Return the milliseconds from a click on the control until the page has answered."""
    taken = float(page.evaluate(ANSWER, ["Names on the chart"]))
    page.wait_for_timeout(400)
    return taken


def pairs(one: Page, other: Page, times: int) -> list[tuple[float, float]]:
    """Return the milliseconds of clicks on both pages, in turns; the first two of each warm up."""
    one.wait_for_timeout(3000)
    return [(answer(one), answer(other)) for _ in range(times + 2)][2:]


def control(name: str, ours: Page, theirs: Page, times: int, limit: float | None = 1.0) -> bool:
    """Print what a control takes against a bare page; return whether the median ratio is within its limit."""
    both = pairs(ours, theirs, times)
    ratio = statistics.median(one / other for one, other in both)
    return told(name, *map(list, zip(*both, strict=True)), ratio, limit)


def downloaded(page: Page, what: str) -> float:
    """Return the seconds from the click on a download until the file was there."""
    button = page.get_by_role("button", name=text.say(f"take.{what}", "en"), exact=True)
    button.wait_for(timeout=60_000)
    start = time.perf_counter()
    with page.expect_download(timeout=120_000) as arriving:
        button.click()
    arriving.value.path()
    return time.perf_counter() - start


def report(name: str, ours: list[float], theirs: list[float], limit: float) -> bool:
    """Print one line of the result; return whether the ratio is within its limit."""
    ratio = statistics.median(ours) / statistics.median(theirs)
    return told(name, ours, theirs, ratio, limit)


def told(name: str, ours: list[float], theirs: list[float], ratio: float, limit: float | None) -> bool:
    """Print one line with a ratio; return whether that is within its limit, where it has one."""
    figures_of = f"{statistics.median(ours):8.3f} against {statistics.median(theirs):8.3f}"
    runs = f"{len(ours)} and {len(theirs)} runs"
    wanted = "" if limit is None else f" (at most {limit})"
    print(f"{name:21} {figures_of}  ratio {ratio:.2f}{wanted}, {runs}", flush=True)
    return limit is None or ratio <= limit


def main() -> int:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=15)
    parser.add_argument("--room", action="store_true", help="as the facilitator of a room sees it")
    parser.add_argument("--first", action="store_true", help="only the first time against the second")
    parser.add_argument("--browser", default=next((path for path in BROWSERS if Path(path).exists()), None))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=asked.browser, args=["--no-sandbox"])
        measure = first_times if asked.first else measured
        good = measure(browser, Path(folder), asked.times, room=asked.room)
        browser.close()
    return 0 if good else 1


def measured(browser: Browser, folder: Path, times: int, *, room: bool) -> bool:
    """Measure the three ratios, the two sides in turn."""
    path = workbook(folder)
    with ours(room=room) as (address, our_start):
        page, _ = uploaded(browser, address, path)
        environment = bare_of(page, path, folder)
        bare_page = HERE / "pages" / "bare_page.py"
        with (
            served(bare_page, environment, *AS_STREAMLIT_SHIPS) as (theirs, their_start),
            served(bare_page, environment) as (unsearched, _start),
        ):
            loads, uploads = [], []
            for _ in range(5):
                page.context.close()
                bare, seconds = first_load(browser, theirs)
                loads.append(seconds)
                page, seconds = uploaded(browser, address, path)
                uploads.append(seconds)
            good = report("upload to matrix", uploads, loads, 2.0)
            good &= control("a control (ms)", page, bare, times)
            quick, _seconds = first_load(browser, unsearched)
            control("... with our settings", page, quick, times, limit=None)
    starts = ([our_start], [their_start])
    for _ in range(4):
        for begun, kept in (
            (ours(room=room), starts[0]),
            (served(HERE / "pages" / "bare_page.py", environment), starts[1]),
        ):
            with begun as (_, seconds):
                kept.append(seconds)
    return report("server start", *starts, 1.3) and good


def bare_of(page: Page, path: Path, folder: Path) -> dict[str, str]:
    """Return what the bare page is told: the figures of the page beside it, and its number of widgets."""
    counts = {kind: page.locator(f"[data-testid={name}]").count() for kind, name in KINDS.items()}
    width = int(page.locator(".js-plotly-plot").bounding_box()["width"])
    return {
        "CX_BENCHMARK_FIGURES": str(figures(path, folder, width)),
        "CX_BENCHMARK_WIDGETS": json.dumps(counts),
    }


def first_times(browser: Browser, folder: Path, times: int, *, room: bool) -> bool:
    """Measure the first upload and downloads after a start against the second, in ``times`` / 5 servers."""
    path = workbook(folder)
    taken: dict[str, list[list[float]]] = {name: [[], []] for name in ("upload", *DOWNLOADS)}
    for _ in range(max(1, times // 5)):
        with ours(room=room) as (address, _start):
            for turn in (0, 1):
                page, seconds = uploaded(browser, address, path)
                taken["upload"][turn].append(seconds)
                page.get_by_role("button", name=text.say("take.title", "en"), exact=True).click()
                for what in DOWNLOADS:
                    taken[what][turn].append(downloaded(page, what))
                page.context.close()
    good = [report(f"first {name}", *both, FIRST_AT_MOST) for name, both in taken.items()]
    return all(good)


if __name__ == "__main__":
    sys.exit(main())
