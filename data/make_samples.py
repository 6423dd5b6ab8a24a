"""Make the sample files of this folder, or say whether they are what this script makes.

    python data/make_samples.py            write the eight files beside this script
    python data/make_samples.py --check    write nothing; exit 1 and name the files that differ

Two workbooks (English and Dutch) with the same touchpoint table, two .csv files with the same responses,
two .parquet files with the same contacts, and two workbooks with what lenses read.
The plan is in `energy_supplier.py`, the numbers come from `energy_numbers.py`;
`README.md` says what the files hold.
"""

import argparse
import csv
import io
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import energy_lenses
import numpy as np
import xlsxwriter
from energy_contacts import START, Contacts, contacts
from energy_numbers import Responses, Row, responses, table
from energy_supplier import DUTCH, ENGLISH, LATEST, TOUCHPOINTS, Words

FOLDER = Path(__file__).resolve().parent
SEED = 2026
MADE = datetime(2026, 10, 5)  # fixed: a workbook that carries the time of day would differ at every run
LOOKS = (  # width and number format of each column of the table; text has none
    (30, ""), (25, ""), (20, ""), (17, ""), (11, ""), (21, "0.00"), (17, "0.0"), (13, "#,##0"), (8, "#,##0"),
    (8, "0.00"), (20, '"€" #,##0.00'), (20, ""),
)  # fmt: skip


def names(words: Words) -> list[str]:
    """The touchpoints' names in one language."""
    return [plan.en if words is ENGLISH else plan.nl for plan in TOUCHPOINTS]


def table_cells(rows: list[Row], words: Words) -> Iterator[tuple[str | float, ...]]:
    """The touchpoint table in one language, row by row, in the order of `words.columns`."""
    for row in rows:
        plan = TOUCHPOINTS[row.touchpoint]
        yield (
            names(words)[row.touchpoint], words.journeys[plan.journey], words.channels[row.channel],
            words.segments[row.segment], words.periods[row.period], row.satisfaction, row.impact, row.volume,
            row.n, row.sd, row.cost, words.owners[plan.owner],
        )  # fmt: skip


def write_table(book: Any, rows: list[Row], words: Words) -> None:
    """Add the sheet with the touchpoint table: header in row 1, one column one kind of value."""
    sheet = book.add_worksheet(words.table_sheet)
    text = {"font_name": "Arial", "font_size": 10}
    head = {**text, "bold": True, "font_color": "#FFFFFF", "bg_color": "#1F2933", "valign": "top"}
    for column, ((name, _), (width, number)) in enumerate(zip(words.columns, LOOKS, strict=True)):
        kind = {"num_format": number, "align": "right"} if number else {"align": "left", "indent": 1}
        sheet.set_column(column, column, width, book.add_format({**text, **kind}))
        sheet.write_string(0, column, name, book.add_format({**head, **kind}))
    for at, cells in enumerate(table_cells(rows, words), start=1):
        sheet.write_row(at, 0, cells)
    sheet.set_row(0, 30)  # two lines: the filter buttons stand below the names
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), len(LOOKS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def write_about(book: Any, words: Words) -> None:
    """Add the sheet that explains the table and its columns."""
    sheet = book.add_worksheet(words.about_sheet)
    text = {"font_name": "Arial", "font_size": 10, "valign": "top"}
    plain, bold = book.add_format({**text, "text_wrap": True}), book.add_format({**text, "bold": True})
    head = book.add_format({**text, "bold": True, "font_color": "#FFFFFF", "bg_color": "#1F2933"})
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 110)
    sheet.set_row(0, 28)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, words.about_title, book.add_format({**text, "bold": True, "font_size": 14}))
    for at, line in enumerate(words.about_lines, start=1):
        sheet.write_string(at, 0, line, book.add_format(text))
    top = len(words.about_lines) + 2
    sheet.write_row(top, 0, words.about_headers, head)
    for at, (column, meaning) in enumerate(words.columns, start=top + 1):
        sheet.write_string(at, 0, column, bold)
        sheet.write_string(at, 1, meaning, plain)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def workbook(rows: list[Row], words: Words) -> bytes:
    """The .xlsx with the touchpoint table and its explanation."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"title": words.about_title, "created": MADE})
    write_table(book, rows, words)
    write_about(book, words)
    book.close()
    return file.getvalue()


def lens_workbook(words: Words) -> bytes:
    """The .xlsx with what lenses read, a row a touchpoint and channel."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"title": energy_lenses.SHEETS[energy_lenses.language(words)], "created": MADE})
    energy_lenses.write(book, words, np.random.RandomState(SEED))
    book.close()
    return file.getvalue()


def responses_csv(people: Responses, words: Words) -> bytes:
    """The .csv with one row a respondent; a blank rating is a touchpoint that was not met."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=words.delimiter, lineterminator="\n")
    writer.writerow(
        [
            words.respondent,
            words.columns[3][0],
            words.columns[4][0],
            *names(words),
            *words.outcomes,
            words.weight,
        ]
    )
    for at in range(people.segments.size):
        ratings = [rating or "" for rating in people.ratings[at].tolist()]
        weight = f"{people.weights[at]:.2f}".replace(".", words.decimal)
        writer.writerow(
            [
                f"R{at + 1:04d}",
                words.segments[people.segments[at]],
                words.periods[LATEST],
                *ratings,
                people.overall[at],
                people.recommend[at],
                words.no_yes[people.churned[at]],
                weight,
            ]
        )
    return file.getvalue().encode()


def contacts_parquet(log: Contacts, words: Words) -> bytes:
    """The .parquet with one row a contact, in the order of time."""
    import pyarrow as pa
    from pyarrow import parquet

    times = np.datetime64(START, "s") + log.seconds.astype("m8[s]")
    cells = [
        pa.array(log.customers + 10_001, pa.int32()),
        pa.array(times.astype("M8[ms]")),
        named(names(words), log.touchpoints),
        named(words.channels, log.channels),
        named(words.directions, log.sent),
        named(words.no_yes, log.churned),
    ]
    file = io.BytesIO()
    table = pa.table(cells, names=list(words.contact))
    parquet.write_table(table, file, compression="zstd", compression_level=19, store_schema=False)
    return file.getvalue()


def named(words: Sequence[str], places: Any) -> Any:
    """A column of words by their places, each word once."""
    import pyarrow as pa

    return pa.DictionaryArray.from_arrays(pa.array(places.astype(np.int8)), pa.array(list(words)))


def files() -> dict[str, bytes]:
    """Every sample file by its name."""
    # RandomState, not Generator: its stream is frozen, so that every later numpy makes the same files.
    rng = np.random.RandomState(SEED)
    rows = table(rng)
    people = responses(rows, rng)
    made = {words.table_file: workbook(rows, words) for words in (ENGLISH, DUTCH)}
    log = contacts(np.random.RandomState(SEED))
    made |= {words.contacts_file: contacts_parquet(log, words) for words in (ENGLISH, DUTCH)}
    for words in (ENGLISH, DUTCH):
        made[energy_lenses.FILES[energy_lenses.language(words)]] = lens_workbook(words)
    return made | {words.responses_file: responses_csv(people, words) for words in (ENGLISH, DUTCH)}


def contents(name: str, data: bytes) -> list[object]:
    """What a file says, apart from how its bytes were packed: sheet names and cells, or lines of text."""
    if name.endswith(".parquet"):
        from pyarrow import parquet  # only needed where the bytes differ

        return list(parquet.read_table(io.BytesIO(data)).to_pydict().items())
    if not name.endswith(".xlsx"):
        return list(data.decode().splitlines())
    import openpyxl  # only needed where the bytes differ

    book = openpyxl.load_workbook(io.BytesIO(data))
    return [(sheet.title, list(sheet.values)) for sheet in book.worksheets]


def stale(folder: Path) -> list[str]:
    """The names of the sample files that `folder` lacks, or holds with other contents than are made here."""
    result = []
    for name, made in files().items():
        path = folder / name
        there = path.read_bytes() if path.exists() else None
        if there != made and (there is None or contents(name, there) != contents(name, made)):
            result.append(name)
    return result


def main() -> int:
    """Write the files, or check them; returns the exit code."""
    parser = argparse.ArgumentParser(description="Make the sample data, or check it.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file differs")
    if parser.parse_args().check:
        differing = stale(FOLDER)
        for name in differing:
            print(f"{name} differs: run python data/make_samples.py", file=sys.stderr)
        return 1 if differing else 0
    for name, data in files().items():
        (FOLDER / name).write_bytes(data)
        print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
