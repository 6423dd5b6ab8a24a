"""What a table of thousands of touchpoints costs its user, and a colleague on the same server.

    .venv/bin/python benchmarks/pages/crowd.py [--rows 3000] [--long]

It starts a server on this machine, uploads 40 touchpoints and then so many, each in a session of its own, and
prints the seconds from handing over the file until the picture stands; meanwhile a second session, with 40
touchpoints on its matrix page, is asked for a control again and again. Printed beside: what that control
takes when
nothing else runs, the server's memory before and after, and the picture alone (time and memory) for both
tables.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import numpy as np
import psutil
from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from responsiveness import ANSWER, BROWSERS, ROOT, served, still, uploaded

LIMITS = {"picture": 3.0, "memory": 150.0, "upload": 6.0, "control": 0.5}
WORDS = [
    "invoice",
    "statement",
    "calling",
    "customer",
    "service",
    "chat",
    "moving",
    "house",
    "monthly",
    "amount",
    "account",
    "app",
    "visit",
]
PICTURE = """
import datetime as dt, resource, sys, time
from pathlib import Path
from cx import intake, matrix, picture
from cx.records import Settings
path = Path(sys.argv[1])
table = intake.touchpoints(intake.read(path.read_bytes(), path.name))
found = matrix.build(table, Settings())
start = time.process_time()
picture.screen_figure(picture.compute(found, lang="en", day=dt.date(2026, 1, 1)), width=1000).to_json()
print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def table(folder: Path, rows: int, *, long: bool = False) -> Path:
    """Write a table of touchpoints, always the same for the same number."""
    random = np.random.RandomState(rows)
    lines = ["Touchpoint,Satisfaction (1-10),Impact,Volume,n"]
    for number in range(rows):
        words = " ".join(random.choice(WORDS, random.randint(8, 30) if long else random.randint(1, 5)))
        scores = f"{np.clip(random.normal(7, 1), 1, 10):.2f},{random.uniform(0.5, 9):.2f}"
        lines.append(f"{words} {number},{scores},{int(random.lognormal(9, 1.6))},{random.randint(40, 900)}")
    path = folder / f"touchpoints_{rows}.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def alone(path: Path) -> tuple[float, float]:
    """Return the seconds of processor and the most megabytes that the picture of a table takes by itself."""
    command = [sys.executable, "-c", PICTURE, str(path)]
    found = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    seconds, megabytes = found.stdout.split()
    return float(seconds), float(megabytes)


def control(page: Page) -> float:
    """Return the seconds of one click on the control."""
    return float(page.evaluate(ANSWER, ["Names on the chart"])) / 1000


def uploading(address: str, path: Path, browser: str, done: list[float]) -> None:
    """Upload in a browser of its own, in this thread; its seconds are added to ``done``."""
    with sync_playwright() as playwright:
        mine = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        _, seconds = uploaded(mine, address, path)
        done.append(seconds)
        mine.close()


def beside(page: Page, address: str, path: Path, browser: str) -> tuple[float, list[float]]:
    """Return the seconds of an upload, and those of a colleague's control meanwhile."""
    done: list[float] = []
    worker = threading.Thread(target=uploading, args=(address, path, browser, done))
    worker.start()
    taken = []
    while worker.is_alive():
        taken.append(control(page))
        page.wait_for_timeout(100)
    worker.join()
    return done[0], taken


def server_memory(address: str) -> float:
    """Return the megabytes of the server at an address."""
    port = int(address.rsplit(":", 1)[1])
    for process in psutil.process_iter(["pid"]):
        try:
            if any(one.laddr.port == port and one.status == "LISTEN" for one in process.net_connections()):
                return float(process.memory_info().rss) / 1e6
        except psutil.Error:
            continue
    return 0.0


def main() -> int:
    """Measure and print; return 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=3000)
    parser.add_argument("--long", action="store_true", help="names of 8 to 30 words")
    parser.add_argument("--browser", default=next((path for path in BROWSERS if Path(path).exists()), None))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        few, many = table(Path(folder), 40), table(Path(folder), asked.rows, long=asked.long)
        measured = [alone(few), alone(many)]
        print(
            f"picture alone: {measured[1][0]:.2f} s for {asked.rows}, {measured[0][0]:.2f} s for 40"
            f" (at most {LIMITS['picture']}); {measured[1][1] - measured[0][1]:.0f} MB more"
            f" (at most {LIMITS['memory']:.0f})",
            flush=True,
        )
        with served(ROOT / "app.py", {}) as (address, _), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=asked.browser, args=["--no-sandbox"])
            colleague, _ = uploaded(browser, address, few)
            still(colleague)
            quiet = [control(colleague) for _ in range(12)][2:]
            small, _ = beside(colleague, address, few, asked.browser)
            before = server_memory(address)
            large, meanwhile = beside(colleague, address, many, asked.browser)
            after = server_memory(address)
            browser.close()
    print(
        f"upload to picture: {large:.2f} s for {asked.rows} (at most {LIMITS['upload']}),"
        f" {small:.2f} s for 40, ratio {large / small:.2f}; server {after - before:.0f} MB more"
    )
    print(
        f"a colleague's control meanwhile: {statistics.median(meanwhile):.2f} s median,"
        f" {max(meanwhile):.2f} s at most of {len(meanwhile)} (at most {LIMITS['control']});"
        f" {statistics.median(quiet):.2f} s when nothing else runs,"
        f" ratio {statistics.median(meanwhile) / statistics.median(quiet):.2f}"
    )
    good = measured[1][0] <= LIMITS["picture"] and measured[1][1] - measured[0][1] <= LIMITS["memory"]
    good &= large <= LIMITS["upload"] and statistics.median(meanwhile) <= LIMITS["control"]
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
