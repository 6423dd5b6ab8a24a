"""The page of journeys: without a log, with one, narrowed down, compared, and its path on the matrix."""

import json
from dataclasses import replace

import pytest

from cx import text
from cx.records.journeys import Only
from pages.parts.shell import keys
from pages.parts.shell.paths import PathQuestion
from tests.app import screens

LOG = "Customer;Time;Touchpoint;Direction;Channel\n" + "".join(
    f"c{number};2026-0{month}-{day:02d} 10:{step:02d};{name};in;{('phone', 'web')[number % 2]}\n"
    for number, (month, names) in enumerate(
        [(1, ("Invoice", "Call", "App"))] * 14
        + [(1, ("Invoice", "App"))] * 6
        + [(2, ("Invoice", "Call", "Call", "Letter"))] * 15
        + [(2, ("App",))] * 5
    )
    for step, name in enumerate(names)
    for day in (5,)
)


@pytest.fixture(scope="module")
def touchpoints_and_log():
    app = screens.loaded()
    screens.page(app, "journeys")
    app.file_uploader[0].upload("log.csv", LOG.encode()).run()
    return app


@pytest.fixture
def app(touchpoints_and_log):
    """The page with a log beside touchpoints, as nobody has chosen anything on it yet."""
    found = touchpoints_and_log
    found.session_state[keys.PATHS] = PathQuestion()
    found.session_state[keys.PICKED] = ()
    return screens.page(found, "journeys")


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_without_a_log_the_page_says_what_it_is_for_and_offers_two_ways_to_begin(lang):
    app = screens.page(screens.opened({"en": "en-GB", "nl": "nl-NL"}[lang]), "journeys")
    assert not app.exception
    assert screens.title(app) == text.say("page.journeys", lang)
    assert text.say("empty.journeys", lang) in screens.read(app)
    assert [one.label for one in app.button] == [text.say("journeys.sample", lang)]
    assert len(app.file_uploader) == 1


def test_a_log_stays_on_its_page_and_is_drawn(app):
    assert not app.exception
    assert screens.title(app) == "40 customers take 4 different paths; 38% take the most common one"
    assert "drawn: all 4 paths, 100% of all customers" in screens.read(app)
    assert text.say("journeys.computing", "en") not in screens.read(app)
    names = targets(app)["customdata"]
    assert names == ['["Invoice"]', '["Call"]', '["App"]', '["Letter"]']


def test_its_touchpoints_have_the_colour_of_their_quadrant(app):
    assert len(set(targets(app)["marker"]["color"])) == 4


def targets(app):
    """What can be pointed at on the map."""
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    return next(trace for trace in spec["data"] if trace.get("name") == "touchpoints")


def test_a_click_narrows_down_and_a_chip_takes_it_back(app):
    app.session_state[keys.PICKED] = ("Letter",)
    app.run()
    app.button(key="only_with").click().run()
    assert screens.title(app) == "15 customers all take the same path"
    chip = next(one for one in app.button if one.label == "with Letter")
    chip.click().run()
    assert screens.title(app).startswith("40 customers")


def test_conditions_that_no_path_meets_are_said_and_can_be_taken_back(app):
    app.session_state[keys.PATHS] = PathQuestion(only=(Only("with", ("Letter",)), Only("with", ("App",))))
    app.run()
    assert "No path meets all of these conditions." in app.error[0].value
    next(one for one in app.button if one.label == "with App").click().run()
    assert screens.title(app) == "15 customers all take the same path"


def test_what_the_logs_do_not_have_is_not_asked(app):
    gone = PathQuestion(a="2019", b="2020", split="Region", only=(Only("with", ("Gone",)),), funnel=("Gone",))
    app.session_state[keys.PATHS] = gone
    app.run()
    assert not app.exception
    assert screens.title(app).startswith("40 customers take 4 different paths")


def test_two_periods_are_drawn_in_one_picture_with_what_differs(app):
    app.selectbox(key="control_en_paths_a").set_value("2026-01").run()
    app.selectbox(key="control_en_paths_b").set_value("2026-02").run()
    assert not app.exception
    assert screens.title(app) == "7 figures of 12 differ beyond chance between 2026-01 and 2026-02"


def test_a_chosen_period_stands_in_the_line_below_the_title(app):
    app.selectbox(key="control_en_paths_a").set_value("2026-02").run()
    assert screens.title(app) == "20 customers take 2 different paths; 75% take the most common one"
    assert "2026-02 · drawn: all 2 paths, 100% of all customers" in screens.read(app)


def test_a_path_is_drawn_through_the_bubbles_of_the_matrix(app):
    app.session_state[keys.PATHS] = PathQuestion(followed=("Invoice", "Call", "App"))
    screens.page(app, "matrix")
    assert not app.exception
    assert app.button(key="followed").label == "Invoice → Call → App"
    assert "Arrows from bubble to" in app.get("plotly_chart")[0].proto.spec
    app.button(key="followed").click().run()
    assert "followed" not in {one.key for one in app.button}


@pytest.fixture
def nameless(app):
    """The same with numbers instead of names."""
    workspace = app.session_state[keys.WORKSPACE]
    look = replace(workspace.settings.look, anonymous=True)
    app.session_state[keys.WORKSPACE] = replace(workspace, settings=replace(workspace.settings, look=look))
    yield app
    app.session_state[keys.WORKSPACE] = workspace


def test_where_the_picture_has_no_names_the_path_and_the_map_have_none(nameless):
    """The numbers are those of the matrix, in the order of its file."""
    path = ("Invoice", "Call", "App")
    nameless.session_state[keys.PATHS] = PathQuestion(followed=path, only=(Only("with", ("Call",)),))
    screens.page(nameless, "matrix")
    assert nameless.button(key="followed").label == "Touchpoint 1 → Touchpoint 3 → Touchpoint 2"
    screens.page(nameless, "journeys")
    assert not nameless.exception
    assert [one.label for one in nameless.button if (one.key or "").startswith("chip_")] == [
        "with Touchpoint 3"
    ]
    drawn = nameless.get("plotly_chart")[0].proto.spec
    assert not [name for name in (*path, "Letter") if name in drawn]
    assert {json.loads(one)[0] for one in targets(nameless)["customdata"]} == {
        f"Touchpoint {number}" for number in range(1, 5)
    }


def test_two_periods_within_one_channel(app):
    app.selectbox(key="control_en_paths_a").set_value("2026-01").run()
    app.selectbox(key="control_en_paths_b").set_value("2026-02").run()
    app.selectbox(key="control_en_paths_within").set_value("Channel").run()
    assert not app.exception
    assert "Channel: phone" in screens.read(app)
    app.selectbox(key="control_en_paths_within_0").set_value("web").run()
    assert app.session_state[keys.PATHS].within == ("Channel", "web")
    assert "Channel: web" in screens.read(app)
    app.selectbox(key="control_en_paths_within").set_value("").run()
    assert app.session_state[keys.PATHS].within is None


def test_the_card_names_the_share_of_repeat_contacts(app):
    screens.page(app, "matrix")
    app.session_state[keys.CHOSEN] = screens.bubbles(app)["Call"]
    app.run()
    assert (
        "34% of its contacts are repeat contacts: the same customer is back within 7 days."
        in screens.read(app)
    )


@pytest.mark.parametrize(("page", "box", "slides"), [
    ("matrix", "take_away", {"Matrix", "Journeys"}),
    ("journeys", "paths_take_away", {"Map", "Steps"}),
])  # fmt: skip
def test_what_is_taken_away_tells_the_journeys(app, page, box, slides):
    """The deck of the matrix has them as a kind of slide; that of the paths lets each be chosen."""
    screens.page(app, page)
    app.session_state[box] = True
    app.run()
    assert not app.exception
    offered = {name for one in app.multiselect for name in one.options}
    app.session_state[box] = False
    assert slides <= offered
