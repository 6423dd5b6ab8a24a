"""Damaged, cut off and senseless files, each through the reader process and the understanding of it.

    python benchmarks/fuzz_intake.py --cases 5000                   # some minutes; meant for the night
    python benchmarks/fuzz_intake.py --cases 5000 --also FOLDER     # damage done to the folder's files too

Every case must end in a table or in one message. What does not is written to the folder of ``--keep`` and
told by its number and seed; the exit code is then 1.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cx import intake  # noqa: E402 - the project's folder comes first
from cx.errors import CxError  # noqa: E402
from tests.made.damaged_files import bases, case  # noqa: E402

LARGEST = 300_000
SLOW = 8.0


def main() -> int:
    """Run the cases; return the exit code."""
    parser = argparse.ArgumentParser(description="Opens damaged files.")
    parser.add_argument("--cases", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--also", type=Path, help="a folder whose files are damaged too")
    parser.add_argument(
        "--keep", type=Path, default=Path("build/fuzz"), help="where what went wrong is written"
    )
    arguments = parser.parse_args()
    whole = bases(binary=True) + _more(arguments.also)
    ends: Counter[str] = Counter()
    wrong = 0
    begun = time.monotonic()
    try:
        for number in range(arguments.cases):
            content = case(random.Random(f"{arguments.seed}/{number}"), whole)  # noqa: S311 - cases, not secrets
            started = time.monotonic()
            end = _end(content)
            ends[end.splitlines()[0]] += 1
            if "\n" in end or time.monotonic() - started > SLOW:
                wrong += 1
                _keep(arguments.keep, number, content, end)
    except KeyboardInterrupt:
        print("Interrupted; until then:")
    for end, count in ends.most_common():
        print(f"{count:6}  {end}")
    print(f"{ends.total()} cases in {time.monotonic() - begun:.0f} s, {wrong} of them wrong")
    return int(wrong > 0)


def _end(content: bytes) -> str:
    """How one case ends: the key of its message, or the lines of a traceback."""
    try:
        workbook = intake.read(content, "case.xlsx")
        seen = intake.understand(workbook)
        for finding in seen.findings:
            finding.message("nl")
        intake.touchpoints(workbook)
    except CxError as error:
        return error.key if error.message("nl") else "no words"
    except Exception:  # noqa: BLE001 - this is what is looked for
        return traceback.format_exc()
    return "read"


def _more(folder: Path | None) -> list[bytes]:
    """The files of a folder that are small enough to be opened thousands of times."""
    if folder is None:
        return []
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return [path.read_bytes() for path in paths if 0 < path.stat().st_size <= LARGEST]


def _keep(folder: Path, number: int, content: bytes, end: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"case-{number}").write_bytes(content)
    print(f"case {number}:\n{end}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
