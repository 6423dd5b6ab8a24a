"""Decks of paths alone with the figures of later logs, as decks of a matrix have them."""

import datetime as dt
import io
import re
from dataclasses import replace

import pytest
from pptx import Presentation

from cx import deliver
from cx.errors import ArgumentError, FileError
from cx.records.journeys import Edge, Only, PathLook, PathTouchpoint
from tests.unit.deliver.refresh import edits
from tests.unit.deliver.refresh.test_refreshed_deck import before as matrix_deck
from tests.unit.deliver.refresh.test_refreshed_deck import parts
from tests.unit.deliver.told.journeys.paths import FOUND, PATHS

THEN, NOW = dt.date(2026, 8, 31), dt.date(2026, 11, 30)
ALONE = replace(PATHS, found=replace(FOUND, differences=()), sides=())
ALONE = replace(ALONE, options=replace(ALONE.options, period_a=None, period_b=None))
"""Paths that compare no periods themselves."""
LATER = replace(
    ALONE,
    found=replace(
        ALONE.found,
        cases=200,
        touchpoints=(
            PathTouchpoint("Bill", 240, 180, 160, 20, 50, 1.0),
            PathTouchpoint("Call", 90, 60, 12, 70, 20, 2.0),
            PathTouchpoint("Chat", 45, 40, 0, 20, 0, 3.0),
        ),
        edges=(Edge("Bill", "Chat", 120, 110, 60.0, 120.0), *ALONE.found.edges),
    ),
    files=("q4.csv",),
)


def made(paths=ALONE, **asked):
    return deliver.paths_deck(paths, **{"lang": "en", "day": THEN, **asked})


def refreshed(content, paths=LATER, **asked):
    return deliver.refreshed_paths(deliver.old_path_deck(content, "old.pptx"), paths, day=NOW, **asked)


def titles(content):
    return [slide.shapes.title.text_frame.text for slide in Presentation(io.BytesIO(content)).slides]


def drawn(content):
    """What lies on the first slide, from the back to the front, and where."""
    shapes = Presentation(io.BytesIO(content)).slides[0].shapes
    return [(re.sub(r" \d+$", "", one.name), one.left, one.top, one.width, one.height) for one in shapes]


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_every_slide_has_the_figures_of_the_later_log_and_says_what_differs(lang):
    found = refreshed(made(lang=lang))
    fresh = made(LATER, lang=lang, day=NOW)
    extra = [title for title in titles(found.content) if title not in titles(fresh)]
    assert [title for title in titles(found.content) if title not in extra] == titles(fresh)
    assert [title[:2] for title in extra] == ["7 "]
    assert found.plan.moved("en") == (
        "7 of 9 figures tested differ beyond chance between 31 Aug 2026 and 30 Nov 2026"
    )
    assert (found.plan.entered, found.plan.left) == (("Chat",), ("=1+1 <b>", "Moving"))
    assert not found.plan.under("cannot")


def test_the_map_is_drawn_as_in_a_new_deck_and_in_its_order():
    assert drawn(refreshed(made()).content) == drawn(made(LATER, day=NOW))
    assert drawn(refreshed(made(LATER), ALONE).content) == drawn(made(day=NOW))


def test_what_people_did_stays_and_their_own_slide_to_the_byte():
    old = edits.edited(made(), "title_edited", "own_slide")
    found = refreshed(old)
    assert [one.what for one in found.plan.under("kept")] == ["edited"]
    assert titles(found.content)[0] == titles(old)[0]
    own = [name for name, part in parts(old).items() if b"What we agreed" in part]
    assert own
    assert all(parts(found.content)[name] == parts(old)[name] for name in own)


def test_a_refreshed_deck_is_refreshed_again_from_its_own_figures():
    again = refreshed(refreshed(made()).content)
    assert again.plan.moved("nl").startswith("Geen van 9 getoetste cijfers")
    assert deliver.old_path_deck(again.content, "again.pptx").making.options == ALONE.options


def test_a_deck_keeps_how_it_was_asked_for():
    only = (Only("with", ("Call",)),)
    reading = deliver.LogReading(((None, "Seen at", "time"),), header_rows=(2, 3))
    look = PathLook(measure="time", variants=5)
    asked = replace(ALONE, only=only, within=(("Segment", "Home"),))
    kept = deliver.old_path_deck(made(asked, look=look, reading=reading, slides=("map", "funnel")), "x.pptx")
    making = kept.making
    assert (making.only, making.within, making.reading, making.slides) == (
        only,
        (("Segment", "Home"),),
        reading,
        ("map", "funnel"),
    )
    assert (making.measure, making.variants, making.outcome) == ("time", 5, "Churned")
    assert making.mark == deliver.paths_deck_mark(
        asked, lang="en", day=THEN, look=look, reading=reading, slides=("map", "funnel")
    )


def test_paths_that_compare_periods_themselves_are_not_compared_with_the_deck():
    found = refreshed(made(), replace(PATHS, sides=()))
    assert found.plan.not_compared == "periods"
    assert found.plan.as_json("en")["moved"] is None
    assert "compare two periods themselves" in found.plan.moved("en")


def test_paths_counted_in_another_way_are_not_compared():
    found = refreshed(made(), replace(LATER, found=replace(LATER.found, unit="visit", gap_days=3.0)))
    assert found.plan.not_compared == "units"
    assert "anders geteld" in found.plan.moved("nl")


def test_where_names_are_hidden_nothing_of_them_is_kept_or_shown():
    hidden = {one.name: f"Touchpoint {at}" for at, one in enumerate(FOUND.touchpoints, 1)}
    content = made(look=PathLook(hidden=hidden))
    assert not any(b"Moving" in part for part in parts(content).values())
    with pytest.raises(ArgumentError) as found:
        refreshed(content)
    assert found.value.key == "deck_hides_paths"
    later = {**hidden, "Chat": "Touchpoint 5"}
    again = refreshed(content, look=PathLook(hidden=later))
    assert again.plan.not_compared == "hidden"
    assert not any(b"Chat" in part for part in parts(again.content).values())


def test_a_deck_of_a_matrix_is_named_for_what_it_is():
    with pytest.raises(FileError) as found:
        deliver.old_path_deck(matrix_deck(), "matrix.pptx")
    assert found.value.key == "deck_of_matrix"
    assert "matrix.pptx" in found.value.message("nl")


def test_a_deck_of_before_they_kept_anything_says_so(monkeypatch):
    from cx.deliver.deck import journeys

    monkeypatch.setattr(journeys, "about_paths", lambda *_, **__: {"kind": "paths"})
    content = made()
    with pytest.raises(FileError) as found:
        deliver.old_path_deck(content, "early.pptx")
    assert found.value.key == "deck_of_early_paths"
