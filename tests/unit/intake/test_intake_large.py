"""What understanding a file costs: once, and never without an end."""

import time
from dataclasses import replace

import numpy as np
import pytest

from cx import intake
from cx.__main__ import main
from cx.errors import LimitExceeded, RoleMissing
from cx.intake import digest, preview, sheet_choice
from cx.intake.cells import days, labels_of, numerals, periods
from cx.intake.columns import scale_of
from cx.intake.words import code_kind, goodness, is_total, named, plain, spoken
from cx.intake.words.numbered_answers import number_in_words
from cx.process import begun
from cx.records import Choices
from tests.made import large_files

PATTERNS = (
    numerals.bare,
    numerals.looks_numeric,
    code_kind,
    number_in_words,
    goodness,
    is_total,
    named,
    plain,
    lambda text: spoken([[text, "goed"]]),
    lambda text: days.days_of([text]),
    lambda text: periods.in_order([text]),
    lambda text: scale_of(plain(text), np.empty(0)),
)
BUDGET = 60.0


def cost(work):
    """Return the processor time that some work took."""
    began = time.process_time()
    work()
    return time.process_time() - began


@pytest.mark.parametrize("piece", large_files.SIGNS)
def test_patterns_run_over_what_they_look_for_and_not_over_whole_cells(piece):
    text = piece * (300_000 // len(piece))
    assert any(cost(lambda: [pattern(text) for pattern in PATTERNS]) < 0.25 for _ in range(2))
    assert numerals.bare(f"{text}{text}") == ""


@pytest.mark.parametrize(
    ("text", "bared"),
    [
        (" " * 900 + "€ 1.234,50" + "\t" * 900, "1.234,50"),
        ("1" * 60, "1" * 60),
        ("1" * 61, ""),
        ("EUR  -  1 234 567 890,50 \u200b\u200b\u200b\u200b\u200b\u200b", "-1234567890,50"),
    ],
)
def test_a_number_may_stand_among_many_spaces_and_is_no_longer_than_numbers_are(text, bared):
    assert numerals.bare(text) == bared


@pytest.mark.parametrize(
    ("texts", "marks"),
    [
        (["7.4", "12", "-0.25"], "."),
        (["7,4", "12"], ","),
        (["1.234", "2.500"], ","),
        (["1.234", "2.5"], "."),
        (["0.125", "0.250"], "."),
        (["1\n2", "3"], "."),
        (["٣", "4"], "."),
    ],
)
def test_numbers_read_all_at_once_are_those_read_one_by_one(texts, marks):
    said = numerals.evidence(texts)
    found = numerals.plain_numbers(texts)
    assert (said.mark or ("," if said.either else ".")) == marks
    if found is not None:
        assert found == [numerals.number_in(text, ".") for text in texts]
        assert (said.comma, said.either) == (0, 0)


def passes(monkeypatch):
    """Return two lists that fill with each pass over a file and each reading of a sheet's columns."""
    whole, sheets = [], []
    first, second = digest._digest, sheet_choice.roles_of
    monkeypatch.setattr(digest, "_digest", lambda *given: (whole.append(given[1]), first(*given))[1])
    monkeypatch.setattr(
        sheet_choice, "roles_of", lambda *given: (sheets.append(given[0].sheet.name), second(*given))[1]
    )
    return whole, sheets


def test_a_refused_workbook_is_gone_through_once(monkeypatch):
    whole, sheets = passes(monkeypatch)
    book = intake.read(large_files.many_sheets(3), "three.xlsx")
    for _ in range(3):
        intake.understand(book)
        for partial in (False, True):
            for also in (None, ()):
                try:
                    intake.touchpoints(book, Choices(also=also), partial=partial)
                except RoleMissing:
                    assert not partial
    assert len(whole) == 1
    assert sorted(sheets) == ["Sheet 0", "Sheet 1", "Sheet 2"]


def test_another_choice_is_another_pass_over_the_same_sheets(monkeypatch):
    whole, sheets = passes(monkeypatch)
    book = intake.read(large_files.many_sheets(3, scored=True), "three.xlsx")
    intake.understand(book)
    preview(book, Choices(sheet="Sheet 2"))
    preview(book, Choices(sheet="Sheet 2"))
    assert len(whole) == 2
    assert sorted(sheets) == ["Sheet 0", "Sheet 1", "Sheet 2"]


def test_a_file_whose_time_is_over_ends_in_one_message():
    book = intake.read(large_files.wide(40, 30), "wide.csv")
    late = replace(book, left=-1.0)
    with pytest.raises(LimitExceeded) as raised:
        intake.touchpoints(late)
    assert (raised.value.key, raised.value.values) == (
        "limit_understanding",
        {"file": "wide.csv", "limit": 12},
    )
    seen = intake.understand(late)
    assert [finding.code for finding in seen.findings] == ["limit_understanding"]
    assert [seen.findings[0].message(lang) for lang in ("en", "nl")] == [
        raised.value.message(lang) for lang in ("en", "nl")
    ]
    assert (seen.columns, seen.sheet, seen.row_count) == ((), "", 0)
    with pytest.raises(LimitExceeded):
        intake.source(late)


def test_a_reading_that_takes_too_long_to_try_says_so_and_can_be_taken_all_the_same():
    book = intake.read(large_files.many_sheets(3, scored=True), "three.xlsx")
    asked = Choices(sheet="Sheet 2")
    tried = preview(book, asked, budget=begun(book.name, 5.0, left=-1.0))
    assert (tried.touchpoints, tried.rows) == (0, ())
    assert tried.problem.message("en") == (
        "Trying this reading takes longer than 5 seconds. Read it this way to see what the file gives."
    )
    assert preview(book, asked).problem is None
    assert intake.understand(book, asked).sheet == "Sheet 2"


def test_what_opening_took_is_counted():
    book = intake.read(large_files.wide(40, 30), "wide.csv")
    assert book.seconds == pytest.approx(12 + 3 * len(large_files.wide(40, 30)) / 1e6)
    assert 0 < book.seconds - book.left < book.seconds


def test_understanding_is_ended_by_whoever_looks_no_more():
    class TabClosedError(BaseException):
        """The screen is gone."""

    def beat(stage):
        raise TabClosedError(stage)

    book = intake.read(large_files.wide(40, 30), "wide.csv")
    with pytest.raises(TabClosedError):
        intake.source(book, budget=begun("wide.csv", BUDGET, beat=beat))
    assert intake.understand(book).row_count == 30


def test_the_command_line_says_so_and_exits_with_2(tmp_path, capsys, monkeypatch):
    path = tmp_path / "wide.csv"
    path.write_bytes(large_files.wide(400, 200))
    monkeypatch.setattr("cx.intake.passes.begun", lambda name, seconds, **_: begun(name, seconds, left=-1.0))
    for command in (["inspect"], ["matrix"]):
        assert main([*command, str(path)]) == 2
        assert "could not be understood within" in capsys.readouterr().err
    assert main(["inspect", str(path), "--lang", "nl"]) == 2
    assert "kon niet binnen" in capsys.readouterr().err


def test_names_are_the_same_however_long_their_column_is():
    book = intake.read(large_files.many_names(300), "names.csv")
    assert labels_of(book.sheets[0].columns[0]).count == 301
    assert len(intake.touchpoints(book).rows) == 300


def test_findings_of_one_kind_are_counted_and_not_told_without_end():
    seen = intake.understand(intake.read(large_files.many_findings(4_000), "bad.csv"))
    assert len(seen.findings) < 2_000
    assert {finding.code for finding in seen.findings} >= {"more_alike", "no_name"}


def test_groups_times_touchpoints_have_an_end(monkeypatch):
    head = "Respondent,Segment,Channel," + ",".join(f"Question {at}" for at in range(6))
    lines = [
        f"r{at},s{at % 5},c{at % 3}," + ",".join(str(1 + (at * k) % 5) for k in range(1, 7))
        for at in range(90)
    ]
    book = intake.read("\n".join([head, *lines]).encode(), "survey.csv")
    assert len(intake.touchpoints(replace(book)).rows) == 60
    monkeypatch.setattr("cx.intake.survey.summary._MOST_ROWS", 59)
    with pytest.raises(LimitExceeded) as raised:
        intake.touchpoints(replace(book))
    assert raised.value.key == "limit_groups"
    assert raised.value.values == {"file": "survey.csv", "groups": 15, "columns": 4, "limit": 59}
