"""The priorities as CSV."""

import csv
import io

import pytest

from cx import deliver
from cx.records import PictureOptions
from tests.unit.deliver import cases


def read(content, delimiter):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_english_has_commas_and_points():
    content = deliver.priorities_csv(cases.matrix(), "en")
    header, first, *rest = read(content, ",")
    assert content.startswith(b"\xef\xbb\xbf")
    assert header[:3] == ["Rank", "Touchpoint", "Journey"]
    line = dict(zip(header, first, strict=True))
    assert (line["Touchpoint"], line["Satisfaction"], line["Volume"]) == ("Invoice", "6", "400")
    assert len(rest) == 7


def test_dutch_has_semicolons_and_decimal_commas():
    header, _, second, *_ = read(deliver.priorities_csv(cases.matrix(), "nl"), ";")
    line = dict(zip(header, second, strict=True))
    assert (line["Contactmoment"], line["Tevredenheid"], line["Rang"]) == ("Claims", "5,5", "2")


def test_numbers_come_back_as_they_went_in():
    matrix = cases.matrix()
    header, *lines = read(deliver.priorities_csv(matrix, "en"), ",")
    for line in lines:
        found = dict(zip(header, line, strict=True))
        bubble = next(bubble for bubble in matrix.bubbles if bubble.name == found["Touchpoint"])
        assert float(found["Satisfaction"]) == bubble.satisfaction
        assert float(found["Share of impact"]) == pytest.approx(bubble.priority.impact, rel=1e-9)
        assert float(found["Share of volume"]) == pytest.approx(bubble.priority.volume, rel=1e-9)


def test_no_cell_that_was_typed_starts_like_a_formula():
    _, *lines = read(hostile_csv(), ",")
    starts = {cell[0] for line in lines for cell in line if cell and not number(cell)}
    assert not starts & set("=+-@\t\r")
    names = [line[1] for line in lines]
    assert {"'=1+1", "'-2+3", "'@SUM(A1)", "'\tTab"} <= set(names)


def hostile_csv():
    return deliver.priorities_csv(cases.matrix(cases.hostile()), "en")


def number(cell):
    try:
        float(cell)
    except ValueError:
        return False
    return True


def test_a_negative_number_stays_a_number():
    rows = cases.table([cases.row("a", 5, -2.5), cases.row("b", 8, 4)])
    header, *lines = read(deliver.priorities_csv(cases.matrix(rows), "nl"), ";")
    assert {line[header.index("Impact")] for line in lines} == {"-2,5", "4"}


def test_with_numbers_for_names_no_name_stands_in_it():
    options = PictureOptions(anonymous=True)
    words = deliver.priorities_csv(cases.matrix(), "en", options=options).decode("utf-8-sig")
    assert "Touchpoint 1" in words and "Invoice" not in words and "Claims" not in words
