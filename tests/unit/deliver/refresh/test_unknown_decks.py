"""Decks that cannot be refreshed are named for what they are."""

import io
import zipfile

import pytest
from pptx import Presentation

from cx import deliver
from cx.errors import FileError
from cx.intake.reader.pipe.refusal import Refused
from cx.intake.reader.refresh.changes_told import Told
from tests.made.odd import damaged_decks
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
        (b'"satisfaction":6.0', b'"satisfaction":1e308'),
        (b'"satisfaction":6.0', b'"satisfaction":-3'),
        (b'"sd":1.5', b'"sd":-1.5'),
        (b'"volume":400.0', b'"volume":1e16'),
        (b'"target":7.', b'"target":1e300,"other":7.'),
    ],
)
def test_a_damaged_record_is_said(was, becomes):
    found = parts(before())
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as copy:
        for name, part in found.items():
            ours = name == damaged_decks.RECORD
            assert not ours or was in part
            copy.writestr(name, part.replace(was, becomes) if ours else part)
    with pytest.raises(FileError, match="damaged"):
        deliver.old_deck(target.getvalue(), "old.pptx")


def test_a_record_of_more_parts_than_figures_have_never_leaves_the_reader_process():
    """Six million empty objects are 17 MB of text in a deck of 100 kB, and half a gigabyte once read."""
    for said in (
        f'{{"format":"cx-deck","version":1,"about":[{"{}," * 1_100_000}1]}}',
        f'{{"format":"cx-deck","version":1,"about":{"[" * 60}{"]" * 60}}}',
    ):
        with pytest.raises(FileError) as found:
            deliver.old_deck(damaged_decks.keeping(said), "old.pptx")
        assert found.value.key == "deck_record_damaged"


def test_a_deck_with_more_to_tell_than_people_could_read_is_refused():
    told = Told()
    for _ in range(20_000):
        told.add("not_ours")
    with pytest.raises(Refused):
        told.add("not_ours")


def test_a_deck_of_ten_thousand_slides_is_told_so():
    with pytest.raises(FileError) as found:
        deliver.old_deck(damaged_decks.of_slides(10_000), "old.pptx")
    assert found.value.key == "deck_slides"
    assert "10,000" in found.value.message("en") and "10.000" in found.value.message("nl")


@pytest.mark.parametrize("name", ["ppt/presentation.xml", "ppt/slides/slide1.xml", damaged_decks.RECORD])
def test_entities_of_a_deck_are_never_put_in(name):
    with pytest.raises(FileError) as found:
        damaged_decks.used(damaged_decks.with_entities(name))
    assert found.value.key == "deck_damaged"


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
