"""An earlier deck with the figures of now: what people changed stays, and what is not ours to the byte.

Long are most edits, of ``test_what_people_did_stays_and_the_rest_is_new``, the plain deck of
``test_dutch_and_in_a_template``, and a deck that LibreOffice saved.
"""

import dataclasses
import datetime as dt
import io
import re
import shutil
import subprocess
import time
import zipfile
from functools import cache

import pytest
from pptx import Presentation

from cx import deliver
from cx.records import PictureOptions, Settings
from tests.made.tables import row
from tests.project import tiers
from tests.unit.deliver import cases, slide_templates
from tests.unit.deliver.refresh import edits

THEN, NOW = dt.date(2026, 8, 31), cases.DAY
FAST = 3.0
TRIES = 3
_WRITTEN = re.compile(
    r"ppt/(presentation\.xml|_rels/presentation\.xml\.rels|charts/.*|embeddings/.*|media/.*|notesSlides/.*"
    r"|slides/.*)|customXml/item\d+\.xml|\[Content_Types\]\.xml"
)
"""The parts in which something of ours stands."""


@cache
def before(*, lang="en", template=False, **look):
    own = deliver.deck_template(slide_templates.wide(), "own.pptx") if template else None
    found = cases.matrix(look=PictureOptions(**look)) if look else cases.matrix()
    return deliver.deck(found, lang=lang, day=THEN, template=own)


def later(**changes):
    """The matrix of the same touchpoints a quarter later: Invoice rose, News is gone, Chat is new."""
    rows = [one for one in cases.eight().rows.to_dict("records") if one["touchpoint"] != "News"]
    for one in rows:
        one["satisfaction"] = {"Invoice": 8.4, "App": 8.1}.get(one["touchpoint"], one["satisfaction"])
    rows = [*rows, row("Chat", 5.0, 3.2, volume=300, n=200, sd=1.5)]
    return cases.build(cases.table(rows), Settings(**changes))


def refreshed(content, matrix=None, name="old.pptx"):
    old = deliver.old_deck(content, name)
    return deliver.refreshed(old, matrix or later(), day=NOW)


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = package.namelist()
        assert len(names) == len({name.casefold() for name in names})
        return {name: package.read(name) for name in names}


def whole(content):
    """Every relation leads somewhere, and every slide that is there is listed."""
    found = parts(content)
    for name in [one for one in found if one.endswith(".rels")]:
        folder = name.replace("_rels/", "").rpartition("/")[0]
        for mode, target in re.findall(
            rb'<Relationship (?=[^>]*(External)?)[^>]*Target="([^"]+)"', found[name]
        ):
            if not mode and b"External" not in target and not target.startswith(b"http"):
                place = _resolved(folder, target.decode())
                assert place in found, (name, place)
    return Presentation(io.BytesIO(content))


def _resolved(folder, target):
    parts = [] if target.startswith("/") else [one for one in folder.split("/") if one]
    for step in target.strip("/").split("/"):
        if step == "..":
            parts.pop()
        elif step != ".":
            parts.append(step)
    return "/".join(parts)


def kinds(made):
    return {one.what for one in made.plan.entries}


# What each edit leaves behind in the refreshed deck.


def _label_moved(deck):
    layout = edits.label_of(edits.chart_on(deck.slides[0]).chart, "Invoice").find(
        f"{edits.C}layout/{edits.C}manualLayout"
    )
    assert [float(layout.find(f"{edits.C}{side}").get("val")) for side in "xy"] == [0.07, -0.08]


def _label_hidden(deck):
    label = edits.label_of(edits.chart_on(deck.slides[0]).chart, "Claims")
    assert label.find(f"{edits.C}delete").get("val") == "1"


def _label_rewritten(deck):
    label = edits.label_of(edits.chart_on(deck.slides[0]).chart, "Visit")
    assert "".join(one.text for one in label.iter(f"{edits.A}t")) == "Our visit"


def _point_recoloured(deck):
    look = edits.look_of(edits.chart_on(deck.slides[0]).chart, "App")
    assert b"FF00FF" in edits.etree.tostring(look)


def _chart_resized(deck):
    own = edits.chart_on(Presentation(io.BytesIO(edits.edited(before(), "chart_resized"))).slides[0])
    here = edits.chart_on(deck.slides[0])
    assert (here.left, here.width) == (own.left, own.width)


def _title_edited(deck):
    assert deck.slides[0].shapes.title.text_frame.text == "Our own words"
    assert "Our own words" not in deck.slides[0].notes_slide.notes_text_frame.text
    assert "Edited by hand and kept (title)" in deck.slides[0].notes_slide.notes_text_frame.text


def _title_in_red(deck):
    run = deck.slides[1].shapes.title.text_frame.paragraphs[0].runs[0]
    assert run.font.color.rgb == edits.MAGENTA
    assert "Chat" in run.text


def _subtitle_moved(deck):
    was = Presentation(io.BytesIO(edits.edited(before(), "subtitle_moved")))
    assert edits.named(deck.slides[1], "Subtitle").left == edits.named(was.slides[1], "Subtitle").left


def _footnote_deleted(deck):
    assert "Footnote" not in [shape.name for shape in deck.slides[2].shapes]


def _cell_edited(deck):
    table = edits.table_on(edits.listed(deck)).table
    rows = {one.cells[1].text_frame.text: one.cells[2].text_frame.text for one in table.rows}
    assert rows["Invoice"] == "Do this now"
    assert "Chat" in rows


def _row_painted(deck):
    table = edits.table_on(edits.listed(deck)).table
    painted = [one.cells[1].text_frame.text for one in table.rows if b"FF00FF" in _tc(one.cells[1])]
    assert painted == ["Invoice"]


def _tc(cell):
    return edits.etree.tostring(cell._tc)


def _own_slide(deck):
    assert "What we agreed" in [slide.shapes.title.text_frame.text for slide in deck.slides]


def _own_shape(deck):
    assert "Look here" in [one.text_frame.text for one in deck.slides[0].shapes if one.has_text_frame]


def _reordered(deck):
    charts = [at for at, slide in enumerate(deck.slides) if any(one.has_chart for one in slide.shapes)]
    assert charts[-1] == len(deck.slides) - 1 or charts[0] > 0


def _slide_deleted(deck):
    assert not [s for s in deck.slides if s.shapes.title.text_frame.text.startswith("First:")]


def _notes_edited(deck):
    assert deck.slides[0].notes_slide.notes_text_frame.text == "Tell about the pilot first."


def _animated(deck):
    slide = deck.slides[0]
    target = slide._element.find(f".//{edits.P}spTgt").get("spid")
    assert target == str(edits.chart_on(slide).shape_id)


def _theme_changed(deck):
    master = deck.slide_master.part
    theme = next(one.target_part for one in master.rels.values() if one.reltype.endswith("/theme"))
    assert b"Georgia" in theme.blob


def _doubled(deck):
    tables = [slide for slide in deck.slides if any(one.has_table for one in slide.shapes)]
    told = [edits.table_on(slide).table.cell(0, 1).text_frame.text for slide in tables]
    whole_tables = [
        [cell.text_frame.text for one in edits.table_on(slide).table.rows for cell in one.cells]
        for slide in tables
    ]
    assert told
    assert sum("Chat" in words for words in whole_tables) >= 2


def _grouped(deck):
    group = next(one for one in deck.slides[1].shapes if one.shape_type == 6 and len(one.shapes) == 2)
    assert [one.name for one in group.shapes] == ["Subtitle", "Footnote"]
    assert "22 Nov 2026" in group.shapes[1].text_frame.text


@pytest.mark.parametrize(
    "name",
    tiers.first(
        ["label_moved", "cell_edited", "doubled"],
        *[name for name in edits.EDITS if name not in ("label_moved", "cell_edited", "doubled")],
    ),
)
def test_what_people_did_stays_and_the_rest_is_new(name):
    old = edits.edited(before(), name)
    for _ in range(TRIES):
        begun = time.process_time()
        made = refreshed(old)
        if (took := time.process_time() - begun) < FAST:
            break
    assert took < FAST
    deck = whole(made.content)
    globals()[f"_{name}"](deck)
    was, now = parts(old), parts(made.content)
    assert [one for one in was if not _WRITTEN.fullmatch(one) and was[one] != now.get(one)] == []
    chart = next(shape for slide in deck.slides for shape in slide.shapes if shape.has_chart).chart
    points = edits.names_of_points(chart)
    assert "Chat" in points
    assert "News" not in points


def test_an_own_slide_and_what_hangs_on_it_keep_their_bytes():
    old = edits.commented(edits.edited(before(), "own_slide", "own_shape", "notes_edited"))
    was, now = parts(old), parts(refreshed(old).content)
    own = next(name for name, part in was.items() if b"Nothing of the program" in part)
    kept = (own, "ppt/notesSlides/notesSlide1.xml", "ppt/comments/comment1.xml", "ppt/commentAuthors.xml")
    assert [name for name in kept if was[name] != now[name]] == []
    assert (
        re.search(
            rb"<p:sp>(?:(?!<p:sp>).)*Look here.*?</p:sp>", was["ppt/slides/slide1.xml"], re.DOTALL
        ).group()
        in (now["ppt/slides/slide1.xml"])
    )


def test_nothing_happens_to_a_deck_whose_figures_are_the_same():
    made = deliver.refreshed(deliver.old_deck(before(), "old.pptx"), cases.matrix(), day=THEN)
    assert kinds(made) == {"renewed", "slide_added"}
    assert made.plan.under("kept") == made.plan.under("cannot") == ()


def test_a_slide_says_what_moved_by_the_rules_for_claims():
    made = refreshed(before())
    titles = [slide.shapes.title.text_frame.text for slide in whole(made.content).slides]
    told = "1 touchpoint changed quadrant between 31 Aug 2026 and 22 Nov 2026"
    assert made.plan.moved("en") == told
    assert told in titles
    assert (made.plan.entered, made.plan.left) == (("Chat",), ("News",))


def test_refreshed_twice_it_still_knows_what_was_edited():
    once = refreshed(edits.edited(before(), "title_edited", "label_moved", "footnote_deleted"))
    again = refreshed(once.content)
    assert {one.what for one in again.plan.under("kept")} == {"edited", "names_moved", "left_out"}
    assert [one for one in again.plan.entries if one.what == "slide_added"] == []
    deck = whole(again.content)
    _title_edited(deck)
    _label_moved(deck)
    _footnote_deleted(deck)


def test_the_same_input_gives_the_same_bytes():
    old = edits.edited(before(), "title_edited", "cell_edited")
    assert refreshed(old).content == refreshed(old).content


def test_what_was_typed_into_the_sheet_is_told_before_it_goes():
    deck = Presentation(io.BytesIO(before()))
    workbook = edits.chart_on(deck.slides[0]).chart.part.chart_workbook.xlsx_part
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(workbook.blob))
    cell = next(one for one in book.worksheets[0]["A"] if one.value == "Invoice")
    cell.offset(column=1).value = 9.9
    target = io.BytesIO()
    book.save(target)
    workbook._blob = target.getvalue()
    saved = io.BytesIO()
    deck.save(saved)
    assert "sheet" in {one.what for one in refreshed(saved.getvalue()).plan.under("cannot")}


def test_an_edited_row_of_a_touchpoint_that_left_is_told():
    deck = Presentation(io.BytesIO(before()))
    table = edits.table_on(edits.listed(deck)).table
    gone = next(one for one in table.rows if one.cells[1].text_frame.text == "News")
    gone.cells[2].text_frame.paragraphs[0].runs[0].text = "Stop it"
    saved = io.BytesIO()
    deck.save(saved)
    lost = refreshed(saved.getvalue()).plan.under("cannot")
    assert [(one.why, one.part) for one in lost] == [("row_gone", "Stop it")]


@pytest.mark.parametrize("template", tiers.first([True], False))
def test_dutch_and_in_a_template(template):
    old = edits.edited(before(lang="nl", template=template))
    made = refreshed(old)
    assert made.plan.under("kept") == ()
    words = " ".join(
        shape.text_frame.text
        for slide in whole(made.content).slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    assert "Eerst" in words
    assert "kwadrant" in words


def test_hidden_names_stay_hidden_and_nothing_is_compared():
    old = before(anonymous=True)
    assert not [word for word in (b"Invoice", b"Claims") for part in parts(old).values() if word in part]
    made = refreshed(old, later(look=PictureOptions(anonymous=True)))
    assert made.plan.not_compared == "hidden"
    assert b"Invoice" not in b"".join(parts(made.content).values())


def test_the_picture_is_asked_for_as_it_was():
    made = deliver.old_deck(before(format="4:3", title="Ours"), "old.pptx").making
    assert (made.options.format, made.options.title, made.lang, made.day) == ("4:3", "Ours", "en", THEN)


def test_what_a_deck_keeps_is_read_back_to_the_last_bit():
    found = deliver.old_deck(before(), "old.pptx").making
    kept = {one.name: one for one in found.figures.touchpoints}
    assert [kept[one.name].satisfaction for one in cases.matrix().bubbles] == [
        one.satisfaction for one in cases.matrix().bubbles
    ]
    assert found.settings == dataclasses.replace(cases.matrix().settings, look=PictureOptions())
    assert found.mark == deliver.deck_mark(cases.matrix(), lang="en", day=THEN)


@pytest.mark.long
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_a_deck_that_libre_office_saved(tmp_path):
    old = edits.edited(before(), "label_moved", "title_edited", "cell_edited", "own_slide")
    (tmp_path / "old.pptx").write_bytes(old)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["--headless", "--convert-to", "pptx:Impress MS PowerPoint 2007 XML", "--outdir"]
    command = ["soffice", profile, *convert, str(tmp_path / "saved"), str(tmp_path / "old.pptx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    made = refreshed((tmp_path / "saved" / "old.pptx").read_bytes())
    deck = Presentation(io.BytesIO(made.content))
    _label_moved(deck)
    assert deck.slides[0].shapes.title.text_frame.text == "Our own words"
    _cell_edited(deck)
    _own_slide(deck)
