"""The page of lenses, the lens that is on, and where else lenses are read; without a browser.

Long is the other language of
``test_without_data_the_page_says_what_it_is_for_and_offers_two_ways_to_begin`` and
``test_the_sample_shows_what_lenses_read_of_a_table``.
"""

import sys

import pytest

from cx import text
from cx.records.lenses import LENSES
from pages.parts.shell import keys
from tests.app import screens
from tests.app.test_sessions_pages import only
from tests.project import tiers

TABLE = (
    "Touchpoint;Channel;Satisfaction (1-10);Impact;Volume;n;Expectation (1-10);Sd of gap;Standard;"
    "Pyramid level;Guess;Guess sd;Guess n;Last answer\n"
    "Invoice;Letter;6;8;1000;200;8,0;1,5;no;1;8,0;0,9;12;2026-09-01\n"
    "App;App;8;9;3000;200;7,9;1,5;yes;4;8,1;0,9;12;2026-09-02\n"
    "Call;Phone;5;2;500;200;5,1;1,5;yes;3;5,2;0,9;12;2026-09-03\n"
    "Letter;Letter;9;1;200;200;7,0;1,5;yes;5;8,8;0,9;12;2026-09-04\n"
)
TITLES = {
    "knowledge_gap": "The room is furthest off on Invoice +2.0",
    "expectation_gap": "Customers get less than they expect of Invoice −2.0",
    "specification": ("Standards cover 60% of the impact, but not Invoice, where impact is high"),
    "pyramid": "High impact, level 2 or less: Invoice",
    "coverage": "Something fresh is measured of everything that has an impact",
}


@pytest.fixture(scope="module")
def with_table():
    return screens.page(screens.loaded(TABLE, "lenses.csv"), "lenses")


@pytest.fixture
def app(with_table):
    """The page with the table, as nobody has put a lens on the matrix yet."""
    screens.page(with_table, "matrix")
    switch(with_table).set_value(None).run()
    return screens.page(with_table, "lenses")


def opened(app, lens, lang="en"):
    """Return the page with another lens open."""
    app.session_state[f"lenses_tabs_{lang}"] = text.say(f"lens.{lens}.tab", lang)
    return app.run()


def switch(app):
    return next(one for one in app.selectbox if one.label == text.say("view.lens", "en"))


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_without_data_the_page_says_what_it_is_for_and_offers_two_ways_to_begin(lang):
    app = screens.page(screens.opened({"en": "en-GB", "nl": "nl-NL"}[lang]), "lenses")
    assert not app.exception
    assert screens.title(app) == text.say("page.lenses", lang)
    assert text.say("empty.lenses", lang) in screens.read(app)
    assert [one.label for one in app.button] == [text.say("lenses.sample", lang)]
    assert len(app.file_uploader) == 1


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_the_sample_shows_what_lenses_read_of_a_table(lang):
    app = screens.page(screens.opened({"en": "en-GB", "nl": "nl-NL"}[lang]), "lenses")
    screens.button(app, "lenses.sample", lang).click().run()
    assert not app.exception
    titles = {
        "en": "The room is furthest off on Chatbot +2.0, Phone menu +1.7 and Complaint handling +1.6",
        "nl": (
            "De zaal zit er het verst naast bij Chatbot +2,0, Keuzemenu telefoon +1,7"
            " en Klachtafhandeling +1,6"
        ),
    }
    assert screens.title(app) == titles[lang]
    assert len(app.get("plotly_chart")) == 1


@pytest.mark.parametrize("lens", LENSES)
def test_each_lens_has_its_conclusion_or_says_what_it_needs(app, lens):
    app = opened(app, lens)
    assert not app.exception
    if lens in TITLES:
        assert screens.title(app) == TITLES[lens]
        assert len(app.get("plotly_chart")) == 1
        return
    assert screens.title(app) == text.say(f"lens.{lens}", "en")
    assert app.get("plotly_chart") == []
    assert text.say(f"lens.{lens}.needs", "en") in app.info[0].value
    assert text.say(f"lens.{lens}.get.1", "en") in screens.read(app)


def test_only_the_lens_that_is_open_is_drawn(app):
    keys_drawn = [one.proto.id for one in opened(app, "pyramid").get("plotly_chart")]
    assert len(keys_drawn) == 1


def test_a_lens_goes_on_the_matrix_and_off_again(app):
    app = opened(app, "pyramid")
    screens.button(app, "lenses.on_matrix").click().run()
    assert screens.button(app, "lenses.off_matrix")
    screens.page(app, "matrix")
    assert switch(app).value == "pyramid"
    assert {"1", "4", "3", "5"} <= words(app)
    assert "service, 1 to 5." in " ".join(words(app))
    switch(app).set_value(None).run()
    assert "service, 1 to 5." not in " ".join(words(app))


def words(app):
    return {said for trace in screens.chart(app)["data"] for said in trace.get("text", ())}


def test_a_lens_without_data_is_said_where_it_is_put_on(app):
    screens.page(app, "matrix")
    switch(app).set_value("delivery").run()
    assert not app.exception
    assert [one.proto.label for one in app.get("page_link")][-1] == text.say("view.lens.nothing", "en")


def test_the_card_and_the_priorities_read_the_lenses(app):
    screens.page(app, "matrix")
    switch(app).set_value("expectation_gap").run()
    app.session_state[keys.CHOSEN] = screens.bubbles(app)["Invoice"]
    app.run()
    card = next(one.body for one in app.html if "cx-lens" in one.body)
    assert "Expected 8.00, experienced 6.00, −2.00" in card
    assert "Level 1: information I can use" in card
    app.session_state[keys.CHOSEN] = None
    screens.page(app, "priorities")
    assert list(screens.tables(app)[0].value["lens"]) == ["−2.0", "−0.1", "+0.1", "+2.0"]
    screens.page(app, "matrix")
    switch(app).set_value(None).run()
    screens.page(app, "priorities")
    assert "lens" not in screens.tables(app)[0].value


def test_the_lens_that_is_on_is_a_setting(app):
    screens.page(app, "matrix")
    switch(app).set_value("pyramid").run()
    assert app.session_state[keys.WORKSPACE].settings.look.lens == "pyramid"


def test_all_figures_stand_in_a_table(app):
    app = opened(app, "expectation_gap")
    app.session_state["lens_table_expectation_gap"] = True
    app.run()
    found = screens.tables(app)[0].value
    assert list(found["touchpoint"]) == ["Invoice", "App", "Call", "Letter"]
    assert found["gap"].tolist() == pytest.approx([-2.0, 0.1, -0.1, 2.0])


def test_bad_data_give_a_message_and_no_lens():
    app = screens.page(screens.loaded("Touchpoint;Comment\nInvoice;x\n", "bad.csv"), "lenses")
    assert not app.exception
    assert app.get("plotly_chart") == []


def test_nothing_of_lenses_is_loaded_before_one_is_looked_at(monkeypatch):
    for name in [one for one in sys.modules if one.startswith(("cx.lenses", "pages.parts.lenses"))]:
        monkeypatch.delitem(sys.modules, name)
    app = screens.page(screens.loaded(), "matrix")
    assert not app.exception
    assert "cx.lenses.study" not in sys.modules
    assert "pages.parts.lenses.tabs" not in sys.modules


@pytest.mark.usefixtures("own_store")
def test_a_decision_can_be_because_of_a_lens():
    app = screens.page(screens.loaded(TABLE, "lenses.csv"), "sessions")
    app.text_input[0].set_value("Lenses")
    screens.button(app, "sessions.start").click().run()
    screens.page(app, "decisions")
    assert "Level 1: information I can use" in " ".join(one.body for one in app.html)
    app.get_by_key("accept").click().run()
    touchpoint = only().decisions[0].touchpoint
    app.get_by_key(f"control_en_because_{touchpoint}").set_value(text.say("lens.pyramid", "en")).run()
    assert not app.exception
    assert only().decisions[0].reason == "Because of Pyramid: Level 1: information I can use."
    assert app.get_by_key(f"control_en_reason_{touchpoint}").value == only().decisions[0].reason


def test_compare_shows_what_lenses_read_otherwise():
    periods = TABLE.replace("Touchpoint;", "Period;Touchpoint;", 1).splitlines()
    later = [f"2026-Q2;{line}" for line in periods[1:]]
    before = [line.replace("2026-Q2;", "2026-Q1;").replace(";no;1;", ";no;2;") for line in later]
    content = "\n".join([periods[0], *before, *later])
    app = screens.page(screens.loaded(content, "periods.csv"), "compare")
    app.session_state["compare_lenses"] = True
    app.run()
    assert not app.exception
    found = screens.tables(app)[-1].value[["lens", "touchpoint", "before", "after"]]
    assert found.to_numpy().tolist() == [["Pyramid", "Invoice", "2", "1"]]


def test_a_moment_that_could_be_created_is_added_named_moved_and_removed(app):
    opened(app, "moments")
    app.button(key="wish_add").click().run()
    field = next(one for one in app.text_input if one.label == text.say("wishes.name", "en"))
    field.set_value("Home visit").run()
    screens.page(app, "matrix")
    switch(app).set_value("moments").run()
    assert not app.exception
    (wished,) = app.session_state[keys.WORKSPACE].lens_settings.wished
    assert (wished.name, wished.satisfaction, wished.impact) == ("Home visit", 7.0, 5.0)
    assert "Home visit" in str(screens.chart(app))
    opened(screens.page(app, "lenses"), "moments")
    app.button(key="wish_drop_0").click().run()
    assert app.session_state[keys.WORKSPACE].lens_settings.wished == ()


def test_two_months_of_a_log_are_drawn_below_what_they_come_to():
    app = screens.page(screens.opened(), "lenses")
    screens.button(app, "lenses.sample").click().run()
    opened(app, "proactivity")
    assert not app.exception
    assert [one.value.split()[:2] for one in app.subheader] == [["Negative", "contacts"]]


def test_the_segments_of_moments_are_chosen_where_moments_are():
    kinds, rows = ("Trucks", "Families"), []
    for at in range(240):
        first, second, kind = 1 + at % 5, 1 + at // 7 % 5, kinds[at // 3 % 2]
        rows.append(f"{kind};{first + second + at % 3 - 1};{first};{second}")
    app = screens.loaded("\n".join(["Traveller;Recommend (0-10);Invoice;Desk", *rows]), "answers.csv")
    opened(screens.page(app, "lenses"), "moments")
    box = next(one for one in app.selectbox if one.label == text.say("lenses.segment", "en"))
    assert box.options == [text.say("lenses.segment.none", "en"), "Traveller"]
    box.set_value("Traveller").run()
    assert not app.exception
    chosen = app.session_state[keys.WORKSPACE].files[0].choices.roles
    assert chosen == {"Traveller": "segment"}
    assert "moments that everyone has" in app.title[0].value
