"""What the sentences claim where nothing is there, and what they find where something is: a simulation.

    python benchmarks/claims.py                        # the tables of docs/validation.md, some minutes
    python benchmarks/claims.py --replications 1000    # the same with less Monte Carlo error
    python benchmarks/claims.py --only segments        # one part
    python benchmarks/claims.py --write                # also writes the tables into docs/validation.md

Every replication draws a new population. Errors behind ± are Monte Carlo standard errors over replications.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from claimed import parts, periods, stores  # noqa: E402 - the project's folder comes first

START, END = "<!-- begin: benchmarks/claims.py -->", "<!-- end: benchmarks/claims.py -->"
PARTS: dict[str, tuple[Callable[[int], Iterator[str]], float]] = {
    "unchanged": (periods.unchanged, 1.0),
    "falls": (periods.falls, 1.0),
    "segments": (parts.apart, 0.25),
    "clusters": (stores.held, 0.25),
}
"""Part to what makes its table, and for what part of the replications: some cost more than others."""


def main() -> None:
    """Print the tables, and write them where that is asked."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--replications", type=int, default=200)
    ask.add_argument("--only", choices=PARTS, action="append")
    ask.add_argument("--write", action="store_true")
    asked = ask.parse_args()
    lines: list[str] = []
    for name in asked.only or PARTS:
        make, part = PARTS[name]
        for line in make(max(10, round(asked.replications * part))):
            print(line, flush=True)
            lines.append(line)
        lines.append("")
    if asked.write:
        page = ROOT / "docs" / "validation.md"
        before, _, rest = page.read_text(encoding="utf-8").partition(START)
        after = rest.partition(END)[2]
        told_now = "\n".join([START, "", *lines, END])
        page.write_text(before + told_now + after, encoding="utf-8")


if __name__ == "__main__":
    main()
