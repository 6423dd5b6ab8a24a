"""Text that people typed, in files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cx.deliver.ground import safe_text


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


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", " =1"])
def test_what_starts_like_a_formula_gets_an_apostrophe(text):
    assert safe_text.csv_text(text) == f"'{text}"


def test_other_text_stays_as_it_is():
    assert safe_text.csv_text("Claims = slow") == "Claims = slow"
