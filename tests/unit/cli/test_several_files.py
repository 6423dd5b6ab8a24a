"""A folder or a pattern of files: one table where the headers agree, else a message with file and column."""

import json
from dataclasses import replace

import pytest

from cx import intake
from cx.cli import many_files, parsed
from cx.cli.commands import result_of
from cx.cli.large import answers as large
from cx.errors import TableError, UnreadableFile
from cx.intake.join import one_below_other
from cx.large_answers.beyond_part import lines_beyond
from cx.records import Finding
from tests.made.workbooks import Page, xlsx_bytes
from tests.unit.cli.test_large_drivers_whole import lines_of


def said(place, command="drivers", *options):
    outcome = ["--outcome", "NPS"] if command == "drivers" else []
    return json.loads(result_of(parsed([command, str(place), *outcome, *options, "--json"]), "en"))


@pytest.fixture
def files(tmp_path):
    """One table as a file, and the same rows in three files of a folder."""
    head, *rows = lines_of(3, rows=240)
    folder = tmp_path / "answers"
    folder.mkdir()
    for place in range(3):
        part = rows[80 * place : 80 * (place + 1)]
        (folder / f"part {place}.csv").write_text("\n".join([head, *part]) + "\n", encoding="utf-8")
    (folder / ".hidden.csv").write_text("other,header\n1,2\n", encoding="utf-8")
    (tmp_path / "all.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return tmp_path


def test_several_files_are_one_table(files):
    whole, folder = said(files / "all.csv"), said(files / "answers")
    assert folder["drivers"] == whole["drivers"] == said(files / "answers" / "p*.csv")["drivers"]
    assert folder["n"] == 240


def test_a_finding_has_the_file_and_its_own_row(files):
    books = [intake.read(one.read_bytes(), one.name) for one in sorted((files / "answers").glob("p*.csv"))]
    whole = one_below_other(books, "answers", 1)
    seen = Finding("error", "rating_unreadable", cell="B132", row=132), Finding("info", "ratings_on")
    placed, other = whole.placed(seen)
    assert (placed.sheet, placed.cell, placed.row) == ("part 1.csv", "B52", 52)
    assert other is seen[1]
    assert whole.book.sheets[0].cell(132, "A") == books[1].sheets[0].cell(52, "A")
    assert whole.book.sheets[0].row_count == 241


def test_large_files_are_added_up_together(files, monkeypatch):
    monkeypatch.setattr(large, "LARGE", 0)
    monkeypatch.setattr("cx.intake.large.whole_file._FEWEST_ROWS", 100)
    arguments = many_files.with_files(parsed(["drivers", str(files / "answers"), "--outcome", "NPS"]))
    together = large.added_up(arguments, "en")
    assert together is not None
    assert [one.share for one in together.drivers] == pytest.approx(
        [one["share"] for one in said(files / "all.csv")["drivers"]], rel=1e-9
    )


def test_the_part_has_what_few_rows_of_a_later_file_hold(files, monkeypatch):
    for name, size in (("_HEAD", 600), ("_TAIL", 100), ("_PIECE", 60)):
        monkeypatch.setattr(f"cx.intake.large.part.{name}", size)
    path = files / "answers" / "part 1.csv"
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([head, *rows[:70], "R9999999,1,1,0,3,2,2,0", *rows[70:]]), encoding="utf-8")
    arguments = many_files.with_files(parsed(["drivers", str(files / "answers"), "--outcome", "NPS"]))
    part = large.study_of(arguments)
    lines = lines_beyond(part.paths, part.large)
    assert {one.name for one in lines} >= {"part 1.csv"}
    assert 71 in lines[path]
    assert min(part.with_ends.part.moments.histograms[2].values) == 0.0


@pytest.mark.parametrize("size", [1 << 60, 0])
def test_another_header_is_refused_with_file_and_column(files, monkeypatch, size):
    monkeypatch.setattr(large, "LARGE", size)
    path = files / "answers" / "part 2.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("Shop", "Store"), encoding="utf-8")
    with pytest.raises(TableError) as raised:
        said(files / "answers")
    assert raised.value.key == "files_header"
    words = raised.value.message("en")
    assert all(one in words for one in ("part 2.csv", "Shop", "Store", " E "))


def test_a_pattern_that_means_nothing_is_said(files):
    with pytest.raises(UnreadableFile) as raised:
        said(files / "none*.csv")
    assert raised.value.key == "place_no_match"


def test_a_workbook_beyond_the_limit_is_added_up_as_text(files, monkeypatch):
    lines = [one.split(",") for one in (files / "all.csv").read_text(encoding="utf-8").splitlines()]
    rows = [lines[0], *([one[0], *(float(cell) if cell else None for cell in one[1:])] for one in lines[1:])]
    path = files / "answers.xlsx"
    path.write_bytes(xlsx_bytes([Page(rows, "Answers")]))
    small = said(path)
    monkeypatch.setenv("CX_LIMIT_FILE_MB", "1")
    monkeypatch.setattr(intake, "limits_set", lambda: replace(intake.Limits(), file_bytes=1_000))
    found = said(path)
    assert found["n"] == small["n"] == 240
    assert [one["share"] for one in found["drivers"]] == pytest.approx(
        [one["share"] for one in small["drivers"]], rel=1e-9
    )
    path.write_bytes(xlsx_bytes([Page(rows, "Answers"), Page(rows, "More")]))
    with pytest.raises(UnreadableFile) as raised:
        said(path)
    assert raised.value.key == "files_sheets"
