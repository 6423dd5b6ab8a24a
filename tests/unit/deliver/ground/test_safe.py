"""Text that people typed, in files."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cx.deliver.ground import safe_text
from cx.deliver.lists import delimited


@given(st.text())
def test_what_is_escaped_is_legal_xml_and_reads_back(text):
    element = etree.fromstring(f"<a>{safe_text.escaped(text)}</a>")
    # XML itself turns line ends into one kind.
    assert (element.text or "") == safe_text.xml_text(text).replace("\r\n", "\n").replace("\r", "\n")


@given(st.text())
def test_a_sheet_name_is_one_that_excel_takes(text):
    name = safe_text.sheet_name(text)
    assert 1 <= len(name) <= 31
    assert not set(name) & set("[]:*?/\\")
    assert not name.startswith("'") and not name.endswith("'")


@given(st.text())
def test_a_file_stem_is_one_that_every_system_takes(text):
    stem = safe_text.file_stem(text)
    assert 1 <= len(stem) <= 60
    assert not set(stem) & set('<>:"/\\|?*\n\t ')
    assert stem.strip(". ") == stem


@pytest.mark.parametrize(("text", "stem"), [("con", "con-"), ("LPT1", "LPT1-"), ("", "file"), ("a/b", "a-b")])
def test_file_stems_that_some_system_refuses(text, stem):
    assert safe_text.file_stem(text) == stem


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@A1",
        "\tA",
        "\rA",
        " =1",
        "＝1",
        "＋1",
        "－1",
        "＠A1",
        "﹦1",
        "﹢1",
        "﹣1",
        "﹫A1",
    ],
)
def test_what_starts_like_a_formula_gets_an_apostrophe(text):
    assert safe_text.csv_text(text) == f"'{text}"


@pytest.mark.parametrize("cut", ["\t", "\r", "\n"])
def test_what_stands_first_in_a_cell_and_behind_a_sign_that_cuts_is_safe_either_way(cut):
    made = safe_text.csv_text(f"{cut}=1")
    assert made == f"'{cut}'=1"


@pytest.mark.parametrize("cut", [",", ";", "|", "\t", "\n", "\r"])
@pytest.mark.parametrize("between", ["", " ", '"', ' "'])
def test_what_another_program_would_cut_off_as_a_formula_gets_an_apostrophe(cut, between):
    text = f"Claims{cut}{between}"
    assert safe_text.csv_text(f"{text}=1+1") == f"{text}'=1+1"


def test_a_row_is_safe_under_the_separator_of_another_country():
    """A list in one language, opened by a program that cuts at the sign of the other."""
    for lang, other in (("nl", ","), ("en", ";")):
        made = delimited.written(["Name", "Note"], [[f"Claims{other}=1+1", f"x{other} @A1"]], lang)
        rows = csv.reader(io.StringIO(made.decode("utf-8-sig")), delimiter=other)
        starts = [cell.lstrip(' "')[:1] for row in rows for cell in row]
        assert {"=", "@"}.isdisjoint(starts)
        assert "'" in starts


def test_other_text_stays_as_it_is():
    assert safe_text.csv_text("Claims = slow") == "Claims = slow"
