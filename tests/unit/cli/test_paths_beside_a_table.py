"""A table and a log together on the command line: the deck of both, and the map in the table's colours.

Long are another kind of file, and the map, of ``test_paths_given_with_a_table_have_its_colours`` and
``test_an_image_can_be_seen_through``.
"""

import io

import pytest
from openpyxl import load_workbook
from PIL import Image
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR

from cx.__main__ import main
from tests.project import tiers
from tests.unit.deliver import slide_templates
from tests.unit.journeys.conftest import engine_at_hand

__all__ = ["engine_at_hand"]
TABLE = """Touchpoint,Satisfaction (1-10),Impact on NPS (1-5),n
Bill,5.1,4.2,120
Call,8.4,1.1,90
App,8.0,4.9,200
"""


@pytest.fixture
def files(tmp_path):
    rows = [
        f"K{1000 + who},2026-0{1 + who % 2}-{1 + day:02} 10:00,{name},{'Home' if who % 3 else 'Business'}"
        for who in range(60)
        for day, name in enumerate(("Bill", "call", "Bill") if who % 4 else ("App", "Call"))
    ]
    log, table = tmp_path / "log.csv", tmp_path / "table.csv"
    log.write_text("\n".join(["Customer,Time,Touchpoint,Segment", *rows]), encoding="utf-8")
    table.write_text(TABLE, encoding="utf-8")
    return [str(table), str(log)]


def titles(file):
    return [slide.shapes.title.text_frame.text for slide in Presentation(str(file)).slides]


def test_a_deck_of_both_has_the_matrix_and_then_the_journeys(files, tmp_path):
    out = tmp_path / "out.pptx"
    assert main(["deck", *files, "-o", str(out)]) == 0
    alone = titles(out)
    assert alone[0].startswith("One touchpoint holds")
    at = next(place for place, title in enumerate(alone) if title.startswith("60 customers take"))
    assert "How the paths were made, and of what" in alone[at:]
    assert main(["deck", *files, "--funnel", "Bill,Call", "--anchor", "CALL", "-o", str(out)]) == 0
    more = set(titles(out)) - set(alone)
    assert more == {
        "Of 45 customers at “Bill” 100% come to “Call” later, by all steps in between",
        "Before “Call” comes most often: Bill (75%); after it: Bill (75%)",
    }


def test_the_slides_of_choice_in_a_template(files, tmp_path, capsys):
    out, template = tmp_path / "out.pptx", tmp_path / "own.pptx"
    template.write_bytes(slide_templates.wide())
    asked = ["--template", str(template), "-o", str(out)]
    assert main(["deck", *files, "--slides", "matrix,edges", *asked]) == 0
    assert len(titles(out)) == 2
    assert main(["journeys", files[1], "--slides", "map,edges", *asked]) == 0
    assert len(titles(out)) == 2
    assert "own.pptx" in capsys.readouterr().err
    assert main(["journeys", files[1], "--slides", "priorities", "-o", str(out)]) == 2
    assert "map, variants, touchpoints" in capsys.readouterr().err


def test_a_workbook_of_both_has_all_sheets(files, tmp_path):
    out = tmp_path / "out.xlsx"
    assert main(["workbook", *files, "-o", str(out)]) == 0
    assert {"Matrix", "Result", "Journeys", "Steps"} <= set(
        load_workbook(io.BytesIO(out.read_bytes())).sheetnames
    )


@pytest.mark.parametrize("ending", tiers.first(["svg", "pptx"], "pdf"))
def test_paths_given_with_a_table_have_its_colours(ending, files, tmp_path, capsys):
    out = tmp_path / f"out.{ending}"
    assert main(["journeys", *files, "-o", str(out)]) == 0
    assert "table.csv" in capsys.readouterr().err
    if ending == "svg":
        assert b"Let more people experience it" in out.read_bytes()
    if ending == "pptx":
        bill = next(s for s in Presentation(str(out)).slides[0].shapes if s.name == "Bill")
        assert bill.line.color.theme_color == MSO_THEME_COLOR.ACCENT_1


def test_two_periods_of_one_segment(files, tmp_path):
    out = tmp_path / "out.pptx"
    periods = ["--period-a", "2026-01", "--period-b", "2026-02", "--segment", "Segment=Home"]
    assert main(["journeys", files[1], *periods, "-o", str(out)]) == 0
    words = [
        s.text_frame.text for slide in Presentation(str(out)).slides for s in slide.shapes if s.has_text_frame
    ]
    assert any(one.startswith("Segment: Home · drawn") for one in words)
    assert any(one.startswith("2026-02 · Segment: Home · drawn") for one in words)


def test_an_image_of_both_is_the_matrix_and_with_options_of_paths_the_map(files, tmp_path):
    out = tmp_path / "out.svg"
    assert main(["image", *files, "-o", str(out)]) == 0
    assert b"60 customers" not in out.read_bytes()
    assert main(["image", *files, "--least", "5", "-o", str(out)]) == 0
    assert b"60 customers take" in out.read_bytes()


@pytest.mark.parametrize("options", tiers.first([[]], ["--least", "5"]))
def test_an_image_can_be_seen_through(options, files, tmp_path):
    corners = []
    for name, more in (("plain", []), ("clear", ["--transparent"])):
        out = tmp_path / f"{name}.png"
        assert main(["image", *files, *options, *more, "-o", str(out)]) == 0
        with Image.open(out) as image:
            corners.append(image.convert("RGBA").getpixel((0, 0))[3])
    assert corners == [255, 0]


def test_the_slides_of_a_deck_come_in_the_order_given(files, tmp_path):
    out = tmp_path / "out.pptx"
    assert main(["deck", *files, "--slides", "strategies,matrix", "--numbers", "-o", str(out)]) == 0
    made = [[shape.name for shape in slide.shapes] for slide in Presentation(str(out)).slides]
    assert [any(name == "Matrix" for name in names) for names in made] == [False, True]
    assert [names.count("Slide number") for names in made] == [1, 1]
