"""The native chart after somebody edited its sheet: LibreOffice computes the sheet anew and draws the chart.

Long are further tables of ``test_what_stands_in_the_file_is_what_its_formulas_give``.
"""

import io
import shutil
import subprocess
from functools import cache
from math import hypot

import pytest
from openpyxl import load_workbook

from cx import deliver
from cx.deliver.chart import layout
from tests.project import tiers
from tests.started.test_rendered import circles, clustered
from tests.unit.deliver import cases, live_charts, slide_templates

NAMES = ("Invoice", "=1+1", 'Say "no"', "A\N{NO-BREAK SPACE}b * ? ~", "名前")


def odd():
    rows = [cases.row(name, 5 + at, 1 + at, volume=10 * 9**at) for at, name in enumerate(NAMES)]
    return cases.table([*rows, *(cases.row(f"Same {at}", 7, 3, volume=50) for at in range(3))])


TABLES = {
    "eight": (cases.eight, "en", {}),
    "odd": (odd, "nl", {}),
    "journeys": (cases.eight, "nl", {"colour_by": "journey"}),
    "volumes": (
        lambda: cases.table(
            [cases.row(f"T{at}", 5 + at / 3, volume=10**at if at else None) for at in range(7)]
        ),
        "en",
        {},
    ),
    "order": (lambda: cases.table([cases.row(f"T{at}", 9 - at % 3) for at in range(6)]), "nl", {}),
    "logarithm": (lambda: cases.many(12), "en", {"size": "log"}),
    "one": (lambda: clustered(1), "nl", {}),
    "many": (lambda: clustered(120), "en", {}),
}


@cache
def deck(name):
    rows, lang, settings = TABLES[name]
    matrix = cases.matrix(rows(), **settings)
    return deliver.deck(matrix, lang=lang, day=cases.DAY, topics=["matrix"])


@pytest.fixture(scope="module")
def soffice():
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("needs soffice, which is not installed")
    return found


def nothing(_sheet):
    """What somebody does who only looks."""


def changed(sheet):
    """A number that crosses a line, another name and volume, a spare row filled."""
    own = {row[0].value: row for row in sheet.iter_rows(min_row=layout.FIRST + 1)}
    own["Invoice"][layout.X].value = 7.9
    own["Visit"][layout.NAME].value = "Home visit"
    own["Visit"][layout.VOLUME].value = 400
    spare = sheet[layout.FIRST + 8 + 1]
    for column, value in ((layout.NAME, "New one"), (layout.X, 5.6), (layout.Y, 3.4), (layout.VOLUME, 225)):
        spare[column].value = value


def lines_moved(sheet):
    """Both lines put elsewhere, by their cells."""
    sheet[layout.LINES + 1][layout.X].value = 8.0
    sheet[layout.LINES + 1][layout.Y].value = 2.25


def names_changed(sheet):
    """A strategy that is called otherwise."""
    row, column = layout.QUADRANT_NAMES["fix_first"]
    sheet.cell(row + 1, column + 1).value = "Do now"


EDITS = {"changed": changed, "lines_moved": lines_moved, "names_changed": names_changed}


EVERY = ("eight", "odd", "journeys")
"""What every run computes anew; all of a tier in one go."""


@pytest.fixture(scope="module")
def anew(soffice, tmp_path_factory):
    """Finds a deck whose sheet was computed anew, as it is or after an edit of the deck of eight."""

    @cache
    def computed(every):
        asked = {name: (deck(name), nothing) for name in TABLES if (name in EVERY) == every}
        if every:
            asked |= {name: (deck("eight"), edit) for name, edit in EDITS.items()}
        return live_charts.edited(asked, soffice, tmp_path_factory.mktemp("anew"))

    return lambda name: computed(name not in TABLES or name in EVERY)[name]


@pytest.fixture(scope="module")
def after(anew):
    """The deck of eight after each edit."""
    return {name: anew(name) for name in EDITS}


def drawn(content):
    _, part = live_charts.chart_of(content)
    return live_charts.bubbles(part._element)


def by_words(content):
    return {one.words: one for one in drawn(content)}


@pytest.mark.parametrize("name", tiers.first(EVERY, *(one for one in TABLES if one not in EVERY)))
def test_what_stands_in_the_file_is_what_its_formulas_give(name, anew):
    before, found = drawn(deck(name)), drawn(anew(name))
    assert [(one.series, one.words) for one in found] == [(one.series, one.words) for one in before]
    for one, other in zip(found, before, strict=True):
        assert (one.x, one.y) == pytest.approx((other.x, other.y), rel=1e-9)
        assert one.size == pytest.approx(other.size, rel=1e-5)


def test_a_number_moves_its_bubble_with_its_name_and_its_colour(after):
    found = by_words(after["changed"])
    invoice, visit = found["Invoice"], found["Home visit"]
    assert (invoice.series, invoice.x, invoice.y) == ("Let more people experience it", 7.9, 4.0)
    assert (visit.series, visit.size) == ("Let more people experience it", 400)
    assert "Visit" not in found
    assert [one.words for one in drawn(after["changed"])].count("Invoice") == 1


def test_a_spare_row_that_is_filled_appears(after):
    new = by_words(after["changed"])["New one"]
    assert (new.series, new.x, new.y, new.size) == ("Fix first", 5.6, 3.4, 225)
    _, part = live_charts.chart_of(after["changed"])
    assert live_charts.lengths(part._element) == {8 + layout.SPARE}


def test_lines_that_are_moved_change_quadrants_colours_and_their_own_words(after):
    found = by_words(after["lines_moved"])
    colours = {name: found[name].series for name in ("App", "Meter", "Letter", "Moving")}
    assert colours == {
        "App": "Let more people experience it",
        "Meter": "Let more people experience it",
        "Letter": "Simplify, prevent or drop",
        "Moving": "Simplify, prevent or drop",
    }
    crossing = next(one for one in drawn(after["lines_moved"]) if one.series == "The two lines")
    assert (crossing.x, crossing.y) == (8.0, 2.25)
    assert {"8.0", "2.3"} <= found.keys() or {"8.0", "2.2"} <= found.keys()
    opened, part = live_charts.chart_of(after["lines_moved"])
    frame = next(shape for shape in opened.slides[0].shapes if shape.has_chart)
    (level_from, level_to), (up_from, up_to) = live_charts.lines_of(part._element, frame)
    assert level_from[1] == level_to[1] and up_from[0] == up_to[0]
    assert up_from[0] > level_from[0] and up_from[0] < level_to[0]


def test_a_strategy_that_is_called_otherwise_is_so_everywhere(after):
    found = by_words(after["names_changed"])
    assert found["Invoice"].series == found["Claims"].series == "Do now"
    assert "DO NOW" in found and "FIX FIRST" not in found


def test_names_stay_where_they_were_placed(after):
    def places(content):
        _, part = live_charts.chart_of(content)
        found = {}
        for label in part._element.iter(f"{live_charts.C}dLbl"):
            layouts = [one.get("val") for one in label.iterfind(f".//{live_charts.C}manualLayout/*")]
            found[
                label.getparent().getparent().find(f"{live_charts.C}idx").get("val"), label[0].get("val")
            ] = layouts
        return found

    assert places(after["changed"]) == places(deck("eight"))


def test_the_lines_reach_where_the_picture_has_them():
    opened, part = live_charts.chart_of(deck("eight"))
    frame = next(shape for shape in opened.slides[0].shapes if shape.has_chart)
    picture = deliver.deck_picture(cases.matrix(), lang="en", day=cases.DAY)
    found = [
        [place / 12_700 for end in line for place in end]
        for line in live_charts.lines_of(part._element, frame)
    ]
    upright, level = picture.crosshair
    assert found[0] == pytest.approx([*level.start, *level.end], abs=0.1)
    assert sorted(found[1]) == pytest.approx(sorted([*upright.start, *upright.end]), abs=0.1)


@pytest.fixture(scope="module")
def pictures(soffice, after, tmp_path_factory):
    """The edited deck and one in a template, drawn by LibreOffice."""
    if shutil.which("pdftocairo") is None:
        pytest.skip("needs pdftocairo, which is not installed")
    folder = tmp_path_factory.mktemp("drawn")
    (folder / "changed.pptx").write_bytes(after["changed"])
    own = deliver.deck_template(slide_templates.wide(), "own.pptx")
    templated = deliver.deck(cases.matrix(), lang="en", day=cases.DAY, topics=["matrix"], template=own)
    (folder / "templated.pptx").write_bytes(live_charts.with_drawn_lines(templated))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(one) for one in sorted(folder.glob("*.pptx"))]
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return folder, {"pdftocairo": shutil.which("pdftocairo")}


def test_edited_bubbles_are_drawn_where_their_numbers_are(pictures, after):
    folder, tools = pictures
    found = circles(tools, folder / "changed.pdf")
    opened, part = live_charts.chart_of(after["changed"])
    frame = next(shape for shape in opened.slides[0].shapes if shape.has_chart)
    for one in drawn(after["changed"]):
        if one.words in ("Invoice", "New one", "Home visit", "App"):
            x, y = (place / 12_700 for place in live_charts.place_of(part._element, frame, one.x, one.y))
            nearest = min(hypot(circle.x - x, circle.y - y) for circle in found)
            assert nearest < 960 / 400, one


def test_the_chart_in_a_template_has_its_tints_and_its_sheet(pictures):
    folder, _ = pictures
    _, part = live_charts.chart_of((folder / "templated.pptx").read_bytes())
    blip = next(part._element.iter("{*}blip"))
    own = blip.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed")
    assert part.related_part(own).blob.startswith(b"\x89PNG")
    sheet = load_workbook(io.BytesIO(part.chart_workbook.xlsx_part.blob)).active
    assert layout.length([list(row) for row in sheet.iter_rows(values_only=True)]) == 8 + layout.SPARE
