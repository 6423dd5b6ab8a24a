"""The report as PDF."""

import io
import re
import shutil
import subprocess
from functools import cache

import pikepdf
import pytest

from cx import deliver
from cx.deliver.ground import plain
from cx.deliver.report import parts, tagged_pdf
from cx.errors import LimitExceeded
from cx.picture import compute
from cx.process import Allowance
from tests.unit.deliver import cases


def fresh(rows=None, lang="en"):
    matrix = cases.matrix(rows)
    return deliver.report(matrix, compute(matrix, lang=lang, day=cases.DAY), lang=lang, day=cases.DAY)


@cache
def report(lang="en"):
    """The report of the eight, made once for all tests that look at it."""
    return fresh(lang=lang)


def opened(content):
    return pikepdf.open(io.BytesIO(content))


def elements(content, kind):
    """The elements of one kind in the structure, in the order in which they are read."""
    with opened(content) as file:
        return [one for one in walked(file.Root.StructTreeRoot) if one["S"] == f"/{kind}"]


def walked(element):
    """Every element below one: its kind, its alternative text, and how many children it has."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            inner = list(walked(kid))
            yield {
                "S": str(kid.S),
                "Alt": str(kid.get("/Alt", "")),
                "title": str(kid.get("/T", "")),
                "n": len(inner),
            }
            yield from inner


def test_picture_what_to_do_strategies_priorities_and_method_are_a_page_each():
    content = report()
    assert content.startswith(b"%PDF-")
    assert cases.pages_of(content) == 5


def test_long_lists_go_on():
    assert cases.pages_of(fresh(cases.many(40))) >= cases.pages_of(report()) + 2


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_file_says_what_it_is_and_holds_to_a_standard_for_all_readers(lang):
    with opened(report(lang)) as file:
        assert str(file.Root.Lang) == lang
        assert file.Root.MarkInfo.Marked
        assert file.Root.ViewerPreferences.DisplayDocTitle
        title = {"en": "Two touchpoints hold 35%", "nl": "Twee contactmomenten hebben 35%"}[lang]
        assert str(file.docinfo.Title).startswith(title)
        assert str(file.docinfo.CreationDate).startswith("D:20261122120000")
        with file.open_metadata() as facts:
            assert facts["pdfuaid:part"] == "1"


def test_headings_are_headings_and_bookmarks():
    titles = [one["title"] for one in elements(report(), "H1")]
    assert titles == [
        "Two touchpoints hold 35% of the impact and score below 7.1",
        "First: improve Invoice, improve Claims and prevent News",
        "The strategy of all 8 touchpoints is certain",
        "2 of 8 touchpoints hold 77% of the priority",
        "The lines stand at satisfaction 7.1 and impact 3.1",
    ]
    assert [one["title"] for one in elements(report(), "H2")][:2] == [
        "Fix first",
        "Let more people experience it",
    ]
    with opened(report()) as file, file.open_outline() as outline:
        assert [one.title for one in outline.root] == titles


def test_a_table_is_one_however_many_pages_it_takes():
    content = fresh(cases.many(40))
    assert len(elements(content, "Table")) == 1
    assert len(elements(content, "TH")) == 8
    assert len(elements(content, "TR")) == 41


def test_a_picture_has_its_alternative_text():
    (figure,) = elements(report(), "Figure")
    assert figure["Alt"].startswith(
        "Two touchpoints hold 35% of the impact and score below 7.1. Fix first: Invoice"
    )


def test_every_page_has_its_number(tmp_path):
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("needs pdftotext, which is not installed")
    file = tmp_path / "report.pdf"
    file.write_bytes(report())
    said = subprocess.run([reader, file, "-"], check=True, capture_output=True, text=True).stdout
    pages = said.replace(" ", "").split("\f")[:5]
    assert all(f"{at}/5" in page for at, page in enumerate(pages, start=1))


def test_what_tables_look_like_is_told_to_no_reader_of_the_structure():
    with opened(report()) as file:
        assert not any("/BorderColor" in each for one in file.objects for each in tagged_pdf.attributes(one))


def test_fonts_are_real_and_embedded():
    with opened(report()) as file:
        kinds = {
            (str(font.BaseFont).partition("+")[2], str(font.DescendantFonts[0].Subtype))
            for page in file.pages
            for font in page.resources.get("/Font", {}).values()
        }
    assert kinds == {
        ("SourceSansPro-Regular", "/CIDFontType2"),
        ("SourceSansPro-Semibold", "/CIDFontType2"),
    }


def test_hostile_text_does_no_harm_and_runs_as_no_command():
    names = ("#panic()", "$x^2$ *bold* _it_", "// gone", '"quoted" \\ #sys.inputs', "<label> @ref", "= head")
    rows = [cases.row(name, 5 + at / 3, 1 + at / 3, volume=10 * at) for at, name in enumerate(names)]
    content = fresh(cases.table(rows))
    assert cases.pages_of(content) == cases.pages_of(fresh(cases.hostile())) == 5
    assert len(elements(content, "H1")) == 5


def test_what_cannot_be_set_is_an_error_and_no_file():
    facts = tagged_pdf.Facts("t", "a", "en", cases.DAY)
    with pytest.raises(ValueError, match="does not contain key"):
        tagged_pdf.pdf([{"kind": "table"}], facts, plain())


def test_a_report_that_costs_too_much_is_ended(monkeypatch):
    monkeypatch.setattr(tagged_pdf, "ALLOWANCE", Allowance(memory_bytes=1, seconds=30))
    with pytest.raises(LimitExceeded):
        fresh()


def test_a_text_without_end_is_cut_where_that_can_be_seen():
    assert parts.clean("a" * 10_000) == "a" * parts.LONGEST + "…"
    assert parts.clean("nul\x00l\x0b\u202e") == "null"


def test_the_same_matrix_gives_the_same_bytes():
    assert fresh() == report()


def test_another_language_than_the_pictures():
    matrix = cases.matrix()
    english = compute(matrix, lang="en", day=cases.DAY)
    assert deliver.report(matrix, english, lang="nl", day=cases.DAY) == report("nl")


def test_words_can_be_selected(tmp_path):
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("needs pdftotext, which is not installed")
    (tmp_path / "report.pdf").write_bytes(report("nl"))
    command = [reader, "-layout", str(tmp_path / "report.pdf"), "-"]
    words = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8").stdout
    assert "Twee contactmomenten hebben 35% van de impact en scoren onder 7,1" in words
    assert "2 van de 8 contactmomenten hebben 77% van de prioriteit" in words
    assert re.search(r"1 +Invoice +Eerst verbeteren +6,0 +4,0 +400 +54,5% +54,5%", words)
