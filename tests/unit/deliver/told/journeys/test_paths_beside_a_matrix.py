"""Paths told beside a matrix: in its colours and files, in a template, and without names."""

import io
from dataclasses import replace
from functools import cache

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from cx import deliver, matrix, picture
from cx.deliver.told.journeys import PathsTold, paths_told
from cx.journeys import called_as, names_in_table, names_of
from cx.records import PictureOptions, Settings
from cx.records.journeys import Edge, Only, PathLook
from tests.made.tables import row
from tests.unit.deliver import cases, slide_templates
from tests.unit.deliver.told.journeys.paths import DAY, FOUND, HOSTILE, PATHS

ROWS = [row("Invoice", 5, 8, volume=100), row("Calls", 9, 2, volume=50), row("App", 9, 9, volume=60)]
NAMES = {"Bill": "Invoice", "Call": "Calls"}
LOOK = PathLook(
    quadrants={"Bill": "fix_first", "Call": "minimise_cost"}, strategies={"fix_first": "Fix first"}
)
ORANGE, BLUE = "D55E00", "0072B2"


def slides(content):
    return list(Presentation(io.BytesIO(content)).slides)


def titles(content):
    return [slide.shapes.title.text_frame.text for slide in slides(content)]


def words(content):
    return "\n".join(frame.text for slide in slides(content) for frame in cases.frames(slide))


@cache
def beside(**settings):
    """The matrix of three touchpoints, of which two are in the log."""
    return matrix.build(cases.table(ROWS), Settings(**settings))


@cache
def deck(topics=None, *, anonymous=False):
    added = deliver.Additions(paths=PATHS, path_names=NAMES)
    options = PictureOptions(anonymous=anonymous)
    return deliver.deck(beside(), lang="en", day=DAY, added=added, topics=topics, options=options)


def disc(slide, name):
    return next(shape for shape in slide.shapes if shape.name == name and shape.has_text_frame)


def outline(slide, name):
    """The colour of the theme that draws a touchpoint."""
    return disc(slide, name)._element.xpath("./p:spPr/a:ln//a:schemeClr/@val")[0]


def test_touchpoints_have_the_colours_of_their_quadrants():
    first = slides(deliver.paths_deck(PATHS, lang="en", day=DAY, look=LOOK))[0]
    plain = slides(deliver.paths_deck(PATHS, lang="en", day=DAY))[0]
    colours = {name: outline(first, name) for name in ("Bill", "Call", HOSTILE)}
    assert colours == {"Bill": "accent1", "Call": "accent3", HOSTILE: "tx2"}
    assert {outline(plain, name) for name in ("Bill", "Call")} == {"tx2"}
    assert "Fix first" in words(deliver.paths_deck(PATHS, lang="en", day=DAY, look=LOOK))


def test_a_matrix_says_where_the_touchpoints_of_paths_lie():
    """By what it calls them; of one that is drawn in two quadrants it says nothing."""
    assert matrix.path_look(beside(), NAMES, "en").quadrants == {"Bill": "fix_first", "Call": "minimise_cost"}
    twice = cases.table([*ROWS, row("Invoice", 9, 9, volume=10, channel="Site")])
    drawn = matrix.build(twice, Settings(unit="channel"))
    assert "Bill" not in matrix.path_look(drawn, NAMES, "en").quadrants


def test_the_slides_of_choice_alone():
    chosen = deliver.paths_deck(PATHS, lang="en", day=DAY, slides=("funnel", "method"))
    assert titles(chosen) == [
        "Of 90 customers at “Bill” 67% come to “Call” later, by all steps in between",
        "How the paths were made, and of what",
    ]
    without = replace(PATHS, found=replace(FOUND, funnel=()))
    assert len(slides(deliver.paths_deck(without, lang="en", day=DAY, slides=("funnel",)))) == 1


def test_a_report_has_the_pages_of_choice():
    made = deliver.paths_report(PATHS, lang="en", day=DAY, look=LOOK, slides=("map", "edges"))
    assert cases.pages_of(made) == 2


@pytest.mark.parametrize("name", ["wide", "four_to_three"])
def test_the_deck_in_an_own_template(name):
    template = deliver.deck_template(getattr(slide_templates, name)(), "own.pptx")
    made = deliver.paths_deck(PATHS, lang="en", day=DAY, look=LOOK, template=template)
    drawn = Presentation(io.BytesIO(made))
    assert titles(made)[1:] == titles(deliver.paths_deck(PATHS, lang="en", day=DAY, look=LOOK))[1:]
    assert drawn.core_properties.title == titles(made)[0]
    wide, high = drawn.slide_width, drawn.slide_height
    for shape in drawn.slides[0].shapes:
        assert shape.left >= 0
        assert shape.left + shape.width <= wide + 2
        assert shape.top + shape.height <= high + 2


OWN = called_as(PATHS, {"Bill": "Invoice", "Call": "Calls", HOSTILE: HOSTILE, "Moving": "Moving"})
"""By the names of the matrix."""


def test_the_deck_of_a_matrix_has_the_journeys_by_its_names_before_its_appendix():
    found = titles(deck())
    own = titles(deliver.paths_deck(OWN, lang="en", day=DAY))
    at = found.index(own[0])
    assert at > 0
    assert found[at:-1] == own
    assert outline(slides(deck())[at], "Invoice") == "accent1"


def test_slides_of_journeys_are_chosen_beside_those_of_the_matrix():
    last = ["For 75% of those who left “Calls” was the last contact"]
    assert titles(deck(("matrix", "journeys")))[1:] == titles(deliver.paths_deck(OWN, lang="en", day=DAY))
    assert titles(deck(("matrix", "drop_off")))[1:] == last
    assert len(titles(deck(("matrix",)))) == 1


def test_report_and_workbook_of_a_matrix_have_them_too():
    added = deliver.Additions(paths=PATHS, path_names=NAMES)
    drawn = picture.compute(beside(), lang="nl", day=DAY)
    asked = {"lang": "nl", "day": DAY, "added": added}
    pages = deliver.report(beside(), drawn, topics=("matrix", "map"), **asked)
    assert cases.pages_of(pages) == 2
    book = load_workbook(io.BytesIO(deliver.workbook(beside(), cases.table(ROWS), drawn, **asked)))
    assert {"Klantreizen", "Stappen", "Trechter"} <= set(book.sheetnames)


def test_a_deck_without_names_has_none_of_paths_either():
    """Those on the matrix keep their number there; the others follow."""
    told = words(deck(anonymous=True)) + "\n".join(
        f"{shape.name} {shape._element.xml}"
        for slide in slides(deck(anonymous=True))
        for shape in slide.shapes
    )
    for name in ("Bill", "Call", "Moving", "Invoice", "&lt;b&gt;", HOSTILE):
        assert name not in told.replace("“Churned”", "")
    hidden = picture.names_hidden(beside(), NAMES, names_of(PATHS), "en")
    assert hidden == {
        "Bill": "Touchpoint 1",
        "Call": "Touchpoint 2",
        HOSTILE: "Touchpoint 4",
        "Moving": "Touchpoint 5",
    }
    assert "For 75% of those who left “Touchpoint 2” was the last contact" in told


def test_a_name_that_two_touchpoints_would_have_is_given_to_none():
    """Bill and Call are one for the table; what it calls Moving is another touchpoint of the log."""
    assert names_in_table(PATHS, {"Bill": "A", "Call": "A", "Moving": HOSTILE}) == {
        "Bill": "Bill",
        "Call": "Call",
        HOSTILE: HOSTILE,
        "Moving": "Moving",
    }


def test_every_part_of_paths_goes_by_the_other_names():
    few = replace(PATHS, only=(Only("with", ("Bill", "Call")),), sides=(FOUND,))
    told = paths_told(few, "en", DAY, replace(LOOK, hidden={"Bill": "T1", "Call": "T2", HOSTILE: "T3"}))
    assert told.look.quadrants == {"T1": "fix_first", "T2": "minimise_cost"}
    assert not [name for name in ("Bill", "Call", HOSTILE) if f"'{name}'" in repr(told)]
    assert told.paths.found.touchpoints[3].name == "–"  # one that nobody has another name for
    assert told.paths.found.edges[4] == Edge(None, None, 30, None, None, None, 7)


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_two_periods_are_in_one_image(kind):
    both = replace(PATHS, sides=(FOUND, replace(FOUND, cases=80)))
    made = deliver.paths_image(both, kind, lang="en", day=DAY, look=LOOK)
    assert made != deliver.paths_image(PATHS, kind, lang="en", day=DAY, look=LOOK)
    if kind == "svg":
        assert b"2026-Q2" in made
        assert b"One figure of 3 differs beyond chance between 2026-Q2 and 2026-Q3" in made


def test_maps_of_two_periods_show_what_differs():
    from cx.deliver.chart import maps
    from cx.deliver.ground import plain

    told = PathsTold(replace(PATHS, sides=(FOUND, FOUND)), "en", DAY, LOOK)
    whole, first, second = maps(told, plain())
    assert [[node.name for node in one.nodes if node.told] for one in (whole, first, second)] == [
        [], ["Bill"], ["Bill"],
    ]  # fmt: skip
    assert first.nodes[0].figure.text.endswith("%")
