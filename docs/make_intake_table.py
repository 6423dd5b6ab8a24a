"""Makes docs/intake.md: what ``inspect`` says about each file of ../shared/ugly, files that break importers.

From the project's folder: ``python docs/make_intake_table.py``; with ``--check`` it writes nothing and ends
with 1 where the document says something else than the program.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cx import intake  # noqa: E402 - the project's folder comes first
from cx.errors import FileError  # noqa: E402
from cx.intake.opening import Limits  # noqa: E402
from cx.records import Finding, Understanding  # noqa: E402

UGLY = ROOT.parent / "shared" / "ugly"
DOCUMENT = ROOT / "docs" / "intake.md"
LONGEST = 260
OBSTACLES = ("no_touchpoint_column", "no_satisfaction_column")
START = """# What a file is taken for

A file is opened by its content, not by its name, in a process of its own with limits; whatever it holds, it
ends in a table with findings or in one message that says what the file really is and what to do.

## Limits

{limits}

Waiting for a turn does not count: only a few files are opened at a time, by the cores and the memory of the
machine (`CX_LIMIT_READERS`), and whoever waits is told. What opening a file leaves of its time is what
understanding it may take; a file that is not understood by then is refused with a message, exit code 2 on
the command line. Understanding costs in proportion to a file's cells, columns and sheets, and no pattern
looks at more of a cell than what it looks for can have: 60 signs of a number, 80 of a date, 500 of an
answer, 2,000 of a header. Nothing is proposed between two lists of names with more than 400,000 pairs (of
which the first 200 signs are compared). A table may have 20,000 touchpoints, as a session may, with one
decision each and 20,000 lines of history; two files may come to 1,000,000 pairs of rows of one touchpoint, at
most 40 further sheets are joined by themselves, and groups of respondents times touchpoints may come to
200,000 rows. `benchmarks/upload_limits.py` measures files that cost much, with a colleague beside.

## Formats

By its content, whatever its name says:

- **workbooks** (.xlsx, .xlsm, .xlsb, .xls, .ods): sheets, merged and hidden cells, error values, per cents;
- **workbooks of Excel 2003 in XML** (.xml, .xls): the same; a file that declares entities is refused;
- **delimited text** (.csv, .tsv, .txt, .xls): any encoding; comma, semicolon, tab or bar;
- **web pages** (.html, .htm, .mht, .xls): every table is a sheet, named by its caption or the heading above,
  with cells that reach over several rows and columns, and hidden rows;
- **SPSS, Stata and SAS** (.sav, .zsav, .por, .dta, .sas7bdat, .xpt): the question of each variable is its
  header and its name an alias, by which `--role` and the like know it; labels, missing values, dates;
- **Parquet** (.parquet): numbers, texts, dates and truth values; a file whose cells hold lists or tables is
  refused, and the message names the columns.

Where a file labels its numbers, the words decide what words can. A number that is labelled "don't know" or
"not applicable", or that the file calls missing, is a code. Numbers that are all labelled, with words that
are no degrees of one thing (regions, age classes, yes and no), are groups and read as those words. The
labelled range is the scale where the answers fit it, and "1 = very satisfied ... 5 = very dissatisfied" turns
the scale, also where the ends alone are labelled. In a language whose words are not known the numbers count
as they are, and which end is good is not guessed from the labels.

"€ 2,5 mln", "12k" and "3 Mio." are numbers.

Several files of one survey, with the same touchpoints and without periods, are periods: by the year, the
quarter or the month in their names, else by the days of their answers where these do not overlap, else by
their whole names.

## Files that break importers

What `inspect` says about {count} files that people really have, or that broke the importers of others. Hardly
one of them is about touchpoints, so most end with the role that was not found: what counts is that the right
sheet, header and rows were found, and that nothing was read in silence that a person would read otherwise.
`docs/make_intake_table.py` makes the table, and a test compares it where the files are there.

| file | sheet | header | rows | shape | what is said first |
|---|---|---|---|---|---|
"""


def main() -> int:
    """Write the document, or compare it; return the exit code."""
    parser = argparse.ArgumentParser(description="Makes docs/intake.md.")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail where the document is not true"
    )
    arguments = parser.parse_args()
    if not UGLY.is_dir():
        print("The files lie in ../shared/ugly, which is not there.", file=sys.stderr)
        return 2
    if not arguments.check:
        DOCUMENT.write_text(document(UGLY), encoding="utf-8")
        return 0
    differs = document(UGLY) != DOCUMENT.read_text(encoding="utf-8")
    if differs:
        print("docs/intake.md is not what the program says; make it anew.", file=sys.stderr)
    return int(differs)


def document(folder: Path) -> str:
    """Return the document about the files of a folder."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".md"]
    lines = [row(path, path.relative_to(folder).as_posix()) for path in sorted(paths)]
    limits = "\n".join(f"- {sentence}" for sentence in Limits().sentences("en"))
    return START.format(limits=limits, count=len(lines)) + "\n".join(lines) + "\n"


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
