"""Files with paths from the command line: by ``journeys -o``, and by others that are given logs alone."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from cx.__main__ import main
from tests.unit.journeys.conftest import engine_at_hand

__all__ = ["engine_at_hand"]
PATHS = (("Bill", "Call", "Bill"), 12), (("Call", "Claim"), 3)


@pytest.fixture
def log(tmp_path):
    who = iter(range(1000, 2000))
    lines = [
        f"K{number},2026-03-{1 + day:02} 10:00,{name}"
        for path, count in PATHS
        for number in [next(who) for _ in range(count)]
        for day, name in enumerate(path)
    ]
    file = tmp_path / "log.csv"
    file.write_text("\n".join(["Customer,Time,Touchpoint", *lines]), encoding="utf-8")
    return str(file)


def steps(file):
    sheet = load_workbook(io.BytesIO(file.read_bytes()))["Steps"]
    return [row[:4] for row in sheet.iter_rows(min_row=2, values_only=True)]


FOLDED = [("Bill", "Call", 12, 12), ("Call", "Bill", 12, 12), ("1 other step", None, None, 3)]


@pytest.mark.parametrize("command", ["journeys", "workbook"])
def test_a_file_is_folded_below_ten_unless_another_number_is_given(command, log, tmp_path, capsys):
    file = tmp_path / "out.xlsx"
    assert main([command, log, "-o", str(file)]) == 0
    assert capsys.readouterr().out == f"Written: {file}\n"
    assert steps(file) == FOLDED
    assert main([command, log, "--least", "1", "-o", str(file)]) == 0
    assert steps(file) == [*FOLDED[:2], ("Call", "Claim", 3, 3)]


@pytest.mark.parametrize(
    ("command", "ending", "begins"),
    [
        ("journeys", "pptx", b"PK"),
        ("journeys", "pdf", b"%PDF"),
        ("deck", "pptx", b"PK"),
        ("image", "svg", b"<?xml"),
    ],
)
def test_the_ending_says_what_is_written(command, ending, begins, log, tmp_path):
    file = tmp_path / f"out.{ending}"
    assert main([command, log, "-o", str(file)]) == 0
    assert file.read_bytes().startswith(begins)


def test_two_periods_have_a_map_each_and_steps_that_few_take_in_one_of_them_are_left_out(log, tmp_path):
    """In April twenty take the first path, and four the step that only three took in March."""
    text = Path(log).read_text(encoding="utf-8")
    later = [
        f"K{2000 + who},2026-04-{1 + day:02} 10:00,{name}"
        for who in range(24)
        for day, name in enumerate(("Bill", "Call", "Bill") if who < 20 else ("Call", "Claim"))
    ]
    Path(log).write_text("\n".join([text, *later]), encoding="utf-8")
    file = tmp_path / "out.pptx"
    assert main(["journeys", log, "--period-a", "2026-03", "--period-b", "2026-04", "-o", str(file)]) == 0
    told = [
        [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame] for slide in slides(file)
    ]
    assert [any(words.startswith("2026-") for words in one) for one in told[:4]] == [False, True, True, False]
    assert "None of 8 figures tested differs beyond chance between 2026-03 and 2026-04" in told[6]


def slides(file):
    return list(Presentation(str(file)).slides)


def test_an_ending_that_stands_for_nothing_is_refused_before_the_work(tmp_path, capsys):
    assert main(["journeys", "no-such-file.csv", "-o", str(tmp_path / "out.docx")]) == 2
    said = capsys.readouterr().err
    assert said.endswith("Let its name end in one of .pptx, .xlsx, .pdf, .png, .svg.\n")
