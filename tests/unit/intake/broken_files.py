"""Makes broken_files.md: what ``inspect`` says about each file in ../shared/ugly, which break importers.

From the project's folder: ``python -m tests.unit.intake.broken_files``; with ``--check`` it writes nothing
and ends with 1 where the list says something else than the program.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from cx import intake
from cx.errors import FileError
from cx.records import Finding, Understanding
from tests.source import ROOT

UGLY = ROOT.parent / "shared" / "ugly"
DOCUMENT = Path(__file__).with_name("broken_files.md")
LONGEST = 260
OBSTACLES = ("no_touchpoint_column", "no_satisfaction_column")
START = """# Files that break importers

What `inspect` says about {count} files that people really have, or that broke the importers of others. Hardly
one of them is about touchpoints, so most end with the role that was not found: what counts is that the right
sheet, header and rows were found, and that nothing was read in silence that a person would read otherwise.
`python -m tests.unit.intake.broken_files` makes the table, and a test compares it where the files are there.

| file | sheet | header | rows | shape | what is said first |
|---|---|---|---|---|---|
"""


def main() -> int:
    """Write the document, or compare it; return the exit code."""
    parser = argparse.ArgumentParser(description="Makes broken_files.md.")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail where the document is not true"
    )
    arguments = parser.parse_args()
    if not UGLY.is_dir():
        sys.stderr.write("The files lie in ../shared/ugly, which is not there.\n")
        return 2
    if not arguments.check:
        DOCUMENT.write_text(document(UGLY), encoding="utf-8")
        return 0
    differs = document(UGLY) != DOCUMENT.read_text(encoding="utf-8")
    if differs:
        sys.stderr.write(f"{DOCUMENT.name} is not what the program says; make it anew.\n")
    return int(differs)


def document(folder: Path) -> str:
    """Return the document about the files of a folder."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".md"]
    lines = [row(path, path.relative_to(folder).as_posix()) for path in sorted(paths)]
    return START.format(count=len(lines)) + "\n".join(lines) + "\n"


def row(path: Path, name: str) -> str:
    """Return the line of the table about one file."""
    try:
        seen = intake.understand(intake.read(path.read_bytes(), path.name))
    except FileError as error:
        return _line([name, "", "", "", "", error.message("en").replace(path.name, "The file", 1)])
    header = _span(seen.header_rows[0], seen.header_rows[-1]) if seen.header_rows else ""
    rows = _span(seen.first_row, seen.last_row) if seen.last_row else ""
    shape = seen.shape if seen.header_rows else ""
    return _line([name, seen.sheet, header, rows, shape, " ".join(_said(seen, path.name))])


def _said(seen: Understanding, name: str) -> Iterator[str]:
    """What stands in the way, then the warnings."""
    for finding in sorted(seen.findings, key=_order)[:3]:
        if finding.severity == "info":
            continue
        said = finding.message("en")
        said = said.replace(name, "The file" if said.startswith(name) else "the file")
        yield said if finding.code not in OBSTACLES else said.split(" was found")[0] + " was found."


def _order(finding: Finding) -> tuple[int, bool]:
    return ("error", "warning", "info").index(finding.severity), finding.code.startswith(("two_", "guessed_"))


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _line(cells: list[str]) -> str:
    short = [cell if len(cell) <= LONGEST else cell[: LONGEST - 2].rstrip() + " …" for cell in cells]
    return "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in short) + " |"


if __name__ == "__main__":
    sys.exit(main())
