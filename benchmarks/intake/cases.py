"""How the labelled cases of intake are read, and what each witness about columns contributes.

    python benchmarks/intake/cases.py            # beside ../shared/intake-cases
    python benchmarks/intake/cases.py --folder FOLDER --no-score

Three tables: the scorer's, by kind of case; per witness the columns that it speaks about, how often for
the role that they have, and its mean log-odds for that role's kind against those of all other roles; and per
kind of case how many roles (rating, outcome, ignored, other) are right with the table's weights, with weights
fitted to all cases, with weights fitted to all other kinds, and with weights that the other kinds alone give.
The last two stand twice: for responses, and for tables of touchpoints; of these a last line says what the
cells come to without any header. The exit code is 1 where the mean for all other kinds lies more than five
points below that for all cases.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from fit import Held, counted, held_out
from heard import ROOT, Bench, Matrix, bench, touchpoint_bench
from scipy import special

CASES = ROOT.parent / "shared" / "intake-cases"
MOST_LOST = 0.05


def main() -> int:
    """Print the tables and judge; return the exit code."""
    parser = argparse.ArgumentParser(description="Reads the labelled cases and weighs the witnesses.")
    parser.add_argument("--folder", type=Path, default=CASES)
    parser.add_argument("--no-score", action="store_true", help="without the scorer's table")
    given = parser.parse_args()
    if not (given.folder / "truth.json").exists():
        print(f"Skipped: no labelled cases in {given.folder}; they are kept beside the project, not in it.")
        return 0
    if not given.no_score:
        print(_scored(given.folder), flush=True)
    lost = [_judged("responses", bench(given.folder))]
    tables, bare = touchpoint_bench(given.folder)
    lost.append(_judged("tables of touchpoints", tables))
    print(f"Without headers: {bare.right} columns right, {bare.asked} asked, {bare.left} left, ", end="")
    print(f"{bare.wrong} wrong.")
    return int(max(lost) > MOST_LOST)


def _judged(what: str, found: Bench) -> float:
    """Print the tables about witnesses and kinds; return what is lost where a kind is held out."""
    print(f"\n## {what}\n")
    print("\n".join(_of_witnesses(found)), end="\n\n", flush=True)
    kinds = held_out(found)
    print("\n".join(_of_kinds(kinds)), end="\n\n")
    print("\n".join(f"wrong with the table: {line}" for one in kinds for line in one.missed))
    roles = [role for one in found.tables for role in one.known.values()]
    print(f"{len(roles)} columns with a known role in {len(found.tables)} tables: ", end="")
    print(f"{counted(found.mechanism, roles)}.")
    seen, unseen = (float(np.mean([getattr(one, name) for one in kinds])) for name in ("seen", "unseen"))
    print(f"Held out, {100 * (seen - unseen):.1f} points are lost; {100 * MOST_LOST:.0f} may be.")
    return seen - unseen


def _scored(folder: Path) -> str:
    """The table of the scorer that lies with the cases."""
    command = [sys.executable, str(folder / "score.py"), str(folder), "--project", str(ROOT)]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def _of_witnesses(found: Bench) -> list[str]:
    """A line a witness: the columns that it speaks about, the share for the true role, its mean log-odds."""
    gains: dict[str, list[float]] = {}
    for one, strengths in zip(found.tables, found.strengths, strict=True):
        for place, own in zip(one.said, strengths, strict=True):
            if place not in one.known:
                continue
            true = found.mechanism.fits(one.known[place])
            kind = int(np.where(true, own @ found.table_weights, -np.inf).argmax())
            said = _log_odds(own[:, None] * found.table_weights, kind, ~true)
            together: dict[str, float] = {}
            for name, gain in zip(found.witnesses, said, strict=True):
                if name in one.alone[place]:
                    shared = name.partition(":")[0]
                    together[shared] = together.get(shared, 0.0) + float(gain)
            for name, gain in together.items():
                gains.setdefault(name, []).append(gain)
    lines = [
        "| witness | columns | for the true role | mean log-odds |",
        "|---|---|---|---|",
    ]
    for name, own in sorted(gains.items(), key=lambda item: -len(item[1])):
        values = np.array(own)
        lines.append(f"| {name} | {len(own)} | {np.mean(values > 0):.0%} | {values.mean():+.2f} |")
    return lines


def _log_odds(said: Matrix, kind: int, others: npt.NDArray[np.bool_]) -> Matrix:
    """What each witness alone says for a kind against those of all other roles, each of them as likely."""
    against = said[:, others]
    return np.asarray(said[:, kind] - special.logsumexp(against, axis=1) + np.log(against.shape[1]))


def _of_kinds(kinds: Sequence[Held]) -> list[str]:
    lines = [
        "| kind of case | columns | table | fitted | fitted to the others | learnt from the others |",
        "|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {one.kind} | {one.columns} | {one.table:.1%} | {one.seen:.1%} "
        f"| {one.unseen:.1%} | {one.learnt:.1%} |"
        for one in kinds
    ]
    means = [
        float(np.mean([getattr(one, name) for one in kinds]))
        for name in ("table", "seen", "unseen", "learnt")
    ]
    total = sum(one.columns for one in kinds)
    return [*lines, f"| mean of kinds | {total} | " + " | ".join(f"{mean:.1%}" for mean in means) + " |"]


if __name__ == "__main__":
    sys.exit(main())
