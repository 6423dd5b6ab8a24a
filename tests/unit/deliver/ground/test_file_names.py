"""The names of the files."""

import dataclasses

import pytest

from cx import deliver
from tests.unit.deliver import cases


@pytest.mark.parametrize(
    ("kind", "lang", "name"),
    [
        ("pptx", "en", "energy-touchpoints-en-matrix-2026-11-22.pptx"),
        ("csv", "en", "energy-touchpoints-en-priorities-2026-11-22.csv"),
        ("csv", "nl", "energy-touchpoints-en-prioriteiten-2026-11-22.csv"),
        ("png", "nl", "energy-touchpoints-en-matrix-2026-11-22.png"),
    ],
)
def test_source_content_and_date(kind, lang, name):
    assert deliver.file_name(cases.matrix(), kind, lang, cases.DAY) == name


def test_without_a_source():
    matrix = dataclasses.replace(cases.matrix(), sources=())
    assert deliver.file_name(matrix, "xlsx", "en", cases.DAY) == "matrix-2026-11-22.xlsx"


def test_signs_that_some_system_refuses():
    source = cases.source("Q3: scores <final?> * ümlaut.xlsx")
    matrix = dataclasses.replace(cases.matrix(), sources=(source,))
    assert deliver.file_name(matrix, "pdf", "en", cases.DAY) == "Q3-scores-final-ümlaut-matrix-2026-11-22.pdf"


def test_a_long_source_is_shortened():
    matrix = dataclasses.replace(cases.matrix(), sources=(cases.source("x" * 300 + ".xlsx"),))
    assert deliver.file_name(matrix, "pdf", "en", cases.DAY) == "x" * 60 + "-matrix-2026-11-22.pdf"


def test_two_pictures_of_one_day_have_two_names():
    small, large = (deliver.file_name(cases.matrix(), "png", "en", cases.DAY, size) for size in ("", "3840"))
    assert (small, large) == (
        "energy-touchpoints-en-matrix-2026-11-22.png",
        "energy-touchpoints-en-matrix-2026-11-22-3840.png",
    )
