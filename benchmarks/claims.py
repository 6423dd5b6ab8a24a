"""What the sentences claim where nothing is there, and what they find where something is: a simulation.

    python benchmarks/claims.py --quick                # every table with a few replications, some minutes
    python benchmarks/claims.py                        # the tables of docs/validation.md, an hour or more
    python benchmarks/claims.py --replications 1000    # the same with less Monte Carlo error
    python benchmarks/claims.py --only segments        # one part
    python benchmarks/claims.py --write                # also writes each table into docs/validation.md

Every replication draws a new population. Errors behind ± are Monte Carlo standard errors over replications;
seeds are the numbers of the replications, so that the same number of them gives the same tables.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.claimed import (  # noqa: E402 - the project's folder comes first
    alarms,
    certain,
    directions,
    firsts,
    mood,
    nothing,
    parts,
    periods,
    possible,
    reach,
    rules,
    sets,
    stores,
)

PAGE = ROOT / "docs" / "validation.md"
_QUICK = 12
PARTS: dict[str, tuple[Callable[[int], Iterator[str]], float]] = {
    "noise": (nothing.of_noise, 1.0),
    "power": (nothing.power, 1.0),
    "negative": (directions.negative, 1.0),
    "null": (directions.null, 0.5),
    "certainty": (certain.by_size, 1.0),
    "conditions": (certain.by_condition, 0.5),
    "tables": (certain.of_tables, 1.0),
    "unchanged": (periods.unchanged, 2.0),
    "falls": (periods.falls, 2.0),
    "segments": (parts.apart, 0.3),
    "clusters": (stores.held, 1.0),
    "ranks": (firsts.ranked, 1.0),
    "sets": (sets.promised, 1.0),
    "possible": (possible.kept, 1.0),
    "mood": (mood.lifted, 0.5),
    "reach": (reach.met, 0.5),
    "rules": (rules.survived, 0.5),
    "alarms": (alarms.raised, 1.0),
}
"""Part to what makes its table, and for what part of the replications: some are pooled over touchpoints."""


def main() -> None:
    """Print the tables, and write each where that is asked."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--replications", type=int, default=200)
    ask.add_argument("--quick", action="store_true", help=f"{_QUICK} replications")
    ask.add_argument("--only", choices=PARTS, action="append")
    ask.add_argument("--write", action="store_true", help="write the tables into docs/validation.md")
    asked = ask.parse_args()
    for name in asked.only or PARTS:
        make, part = PARTS[name]
        count = max(4, round((_QUICK if asked.quick else asked.replications) * part))
        start, lines = time.process_time(), []
        for line in make(count):
            print(line, flush=True)
            lines.append(line)
        print(f"{name}: {count} replications, {time.process_time() - start:.0f} s", file=sys.stderr)
        if asked.write:
            written = placed(PAGE.read_text(encoding="utf-8"), name, lines, count)
            PAGE.write_text(written, encoding="utf-8")


def placed(page: str, name: str, lines: list[str], count: int) -> str:
    """Return a page with the table of one part between its two marks.

    Examples
    --------
    >>> old = "a <!-- begin: claims noise --> old <!-- end: claims noise --> b"
    >>> placed(old, "noise", ["| new |"], 8).splitlines()[2:4]
    ['| new |', '']
    """
    start, end = f"<!-- begin: claims {name} -->", f"<!-- end: claims {name} -->"
    before, found, rest = page.partition(start)
    if not found or end not in rest:
        message = f"{PAGE.name} has no place for {name}: {start} and {end}"
        raise SystemExit(message)
    told = "\n".join([start, "", *lines, "", f"{count} replications a row.", "", end])
    return before + told + rest.partition(end)[2]


if __name__ == "__main__":
    main()
