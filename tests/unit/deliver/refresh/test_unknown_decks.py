"""Decks that cannot be refreshed are named for what they are."""

import io
import zipfile

import pytest
from pptx import Presentation

from cx import deliver
from cx.errors import FileError
from tests.unit.deliver import cases, slide_templates
from tests.unit.deliver.journeys import paths as journeys
from tests.unit.deliver.refresh.test_refreshed_deck import NOW, before, parts


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"PK\x03\x04 no zip", "deck_damaged"),
        (b"\xd0\xcf\x11\xe0 old", "deck_protected"),
        (b"plain words", "deck_unknown"),
        (slide_templates.wide(), "deck_without_ids"),
    ],
)
def test_what_is_no_deck_of_ours_is_named_as_such(content, key):
    with pytest.raises(FileError) as found:
        deliver.old_deck(content, "old.pptx")
    assert found.value.key == key
    assert "old.pptx" in found.value.message("nl")


def test_a_deck_of_journeys_alone_is_named_for_what_it_is():
    content = deliver.paths_deck(journeys.PATHS, lang="en", day=NOW)
    with pytest.raises(FileError) as found:
        deliver.old_deck(content, "paths.pptx")
    assert found.value.key == "deck_of_paths"


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (b'"lang":"en"', b'"lang":"xx"'),
        (b'"format":"cx-deck"', b'"format":"other"'),
        (b'"satisfaction":6.0', b'"satisfaction":1e999'),
        (b'"figures":{', b'"figures":['),
    ],
)
def test_a_damaged_record_is_said(was, becomes):
    found = parts(before())
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as copy:
        for name, part in found.items():
            changed = part.replace(was, becomes) if name.startswith("customXml/item1") else part
            copy.writestr(name, changed)
    with pytest.raises(FileError, match="damaged"):
        deliver.old_deck(target.getvalue(), "old.pptx")


def test_a_chart_that_a_program_took_out_of_its_placeholder_is_renewed():
    """As LibreOffice saves it: no signs, no placeholder for chart and tables, other numbers for footers."""
    own = deliver.deck_template(slide_templates.wide(), "own.pptx")
    deck = Presentation(io.BytesIO(deliver.deck(cases.matrix(), lang="en", day=cases.DAY, template=own)))
    for slide in deck.slides:
        for shape in cases.shapes(slide.shapes):
            for sign in shape._element.findall(".//{*}cNvPr/{*}extLst"):
                sign.getparent().remove(sign)
            for holder in shape._element.findall(".//{*}nvPr/{*}ph"):
                holder.set("idx", str(int(holder.get("idx", "0")) + 20))
                if shape.has_chart or shape.has_table:
                    holder.getparent().remove(holder)
    held = io.BytesIO()
    deck.save(held)
    old = deliver.old_deck(held.getvalue(), "old.pptx")
    made = deliver.refreshed(old, cases.matrix(cases.many(12)), day=cases.DAY)
    assert "left_out" not in [one.what for one in made.plan.entries]
    (first, *_) = Presentation(io.BytesIO(made.content)).slides
    (chart,) = (shape.chart for shape in first.shapes if shape.has_chart)
    assert b"Touchpoint 11" in chart.part.blob
