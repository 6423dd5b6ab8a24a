"""The stage, the part of the plot in view, and what is chosen about the picture."""

import json
import re
from dataclasses import replace

import pytest

from cx import text
from cx.records import PictureOptions
from pages.parts.shell import keys
from tests.app import screens

NAMES = {"Invoice", "App", "Call", "Letter"}


def matrix():
    return screens.loaded(on="matrix")


def looked(app, **options):
    """The same page with other options of the picture."""
    workspace = app.session_state[keys.WORKSPACE]
    settings = replace(workspace.settings, look=PictureOptions(**options))
    app.session_state[keys.WORKSPACE] = replace(workspace, settings=settings)
    return app.run()


def pressed(app, key):
    app.get_by_key(key).click()
    return app.run()


def heading(app):
    return next(one.body for one in app.html if "cx-stage-title" in one.body)


def test_the_stage_steps_through_touchpoints_in_order_of_priority():
    app = matrix()
    first = screens.title(app)
    screens.button(app, "matrix.present").click()
    app.run()
    assert first in heading(app)
    assert "Invoice: satisfaction 6" in heading(pressed(app, "stage_forth"))
    assert "Call: satisfaction 5" in heading(pressed(app, "stage_forth"))
    assert "Invoice: satisfaction 6" in heading(pressed(app, "stage_back"))
    assert first in heading(pressed(app, "stage_back"))
    assert screens.title(pressed(app, "leave")) == first


def test_the_stage_reveals_quadrant_by_quadrant():
    app = matrix()
    screens.button(app, "matrix.present").click()
    app.run()
    shown = [set(screens.bubbles(pressed(app, "stage_reveal"))) for _ in range(5)]
    assert shown == [set(), {"Invoice"}, {"Invoice", "App"}, {"Invoice", "App", "Letter"}, NAMES]


def test_a_part_of_the_plot_says_how_many_touchpoints_lie_outside():
    app = matrix()
    workspace = app.session_state[keys.WORKSPACE]
    app.session_state[keys.ZOOM] = (workspace.identity, (4.5, 6.5, 4.0, 9.0))
    app.run()
    assert set(screens.bubbles(app)) == {"Invoice"}
    assert "3 touchpoints lie outside" in screens.footnote(app)
    assert set(screens.bubbles(pressed(app, "zoom_out"))) == NAMES


def test_numbers_instead_of_names_leave_no_name_in_the_chart():
    app = looked(matrix(), anonymous=True)
    drawn = json.dumps(screens.chart(app))
    assert not [name for name in NAMES if name in drawn]
    assert set(screens.bubbles(app)) == {f"Touchpoint {number}" for number in range(1, 5)}


def test_title_and_footnote_are_those_that_were_typed():
    app = looked(matrix(), title="Our <b>plan</b>", footnote="Draft")
    assert screens.title(app) == "Our <b>plan</b>"
    texts = [words for trace in screens.chart(app)["data"] for words in trace.get("text", ())]
    assert any(words.startswith("Draft") for words in texts)


def test_lines_of_equal_priority_are_drawn_and_explained():
    plain = len(screens.chart(matrix())["layout"]["shapes"])
    app = looked(matrix(), priority_lines=True)
    drawn = screens.chart(app)
    assert len(drawn["layout"]["shapes"]) > plain
    texts = " ".join(words for trace in drawn["data"] for words in trace.get("text", ()))
    assert "equal priority" in texts


@pytest.mark.parametrize(("form", "share"), [("16:9", 9 / 16), ("4:3", 3 / 4), ("a4", 595.3 / 841.9)])
def test_the_screen_has_the_format_of_the_files(form, share):
    layout = screens.chart(looked(matrix(), format=form))["layout"]
    assert layout["height"] / layout["width"] == pytest.approx(share, abs=0.002)


def test_a_brand_colour_without_contrast_is_told():
    app = matrix()
    app.session_state["look"] = True
    app = looked(app, colours={"fix_first": "#FFF2A0"})
    assert text.say("look.colours", "en") in screens.read(app)
    assert "contrast" in screens.read(app)


def test_letters_that_no_font_has_are_told_below_the_chart():
    content = screens.SMALL.replace("Invoice", "Invoice \U0001fae8\U0001f6d8")
    app = screens.loaded(content, on="matrix")
    told = text.say("take.unwritable", "en", letters="").split(":")[1]
    assert told in screens.read(app)
    assert told not in screens.read(matrix())


def test_a_number_on_the_chart_is_the_one_before_the_name_in_the_lists():
    rows = "".join(
        f"Touchpoint with a name that is rather long {n};7,{n % 10};5;1000;Using;App\n" for n in range(60)
    )
    app = screens.loaded(screens.SMALL + rows, on="matrix")
    listed = " ".join(one.body for one in app.html if "cx-list" in one.body)
    said = {int(n) for n in re.findall(r"number (\d+) on the chart", listed)}
    ranks = {int(n) for n in re.findall(r">(\d+)\. ", listed)}
    drawn = {int(one) for one in screens.chart(app)["data"][1]["text"] if one.isdigit()}
    assert len(drawn) > 10 and drawn <= said | ranks
    assert said <= drawn and not said & ranks


def test_strategies_have_the_colours_of_the_picture():
    app = looked(matrix(), colours={"fix_first": "#C2185B"})
    heads = [one.body for one in app.html if "cx-strategy" in one.body]
    assert "border-color:#C2185B" in heads[0]
