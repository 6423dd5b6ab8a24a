"""The page that compares: periods, segments, saved sessions, and alerts."""

import pytest

from cx import text
from pages.parts.shell import keys
from tests.app import screens

TABLE = (
    "Touchpoint;Satisfaction (1-10);Impact;Volume;Period;n;sd\n"
    "Invoice;6,0;8;1000;2026-Q1;400;1,0\n"
    "App;8,0;9;3000;2026-Q1;400;1,0\n"
    "Call;7,0;2;500;2026-Q1;;\n"
    "Invoice;8,0;8;1000;2026-Q2;400;1,0\n"
    "App;7,5;9;3000;2026-Q2;400;1,0\n"
    "Call;5,0;2;500;2026-Q2;;\n"
)


def compared(locale="en-GB", content=TABLE):
    return screens.loaded(content, "waves.csv", locale, on="compare")


def table(app):
    return screens.tables(app)[0].value.set_index("touchpoint")


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_without_data_the_page_says_what_it_is_for(lang):
    app = screens.page(screens.opened({"en": "en-GB", "nl": "nl-NL"}[lang]), "compare")
    assert not app.exception
    assert text.say("empty.compare", lang) in screens.read(app)


def test_data_without_periods_or_segments_leave_nothing_to_compare():
    app = screens.loaded(on="compare")
    assert text.say("compare.nothing", "en") in screens.read(app)


def test_two_periods_are_compared_against_one_crosshair():
    app = compared()
    assert not app.exception
    assert screens.title(app) == "One touchpoint changed quadrant from 2026-Q1 to 2026-Q2"
    found = table(app)
    assert found["change"].to_dict() == {"Invoice": 2.0, "App": -0.5, "Call": -2.0}
    assert found["significant"].to_dict() == {"Invoice": "Yes", "App": "Yes", "Call": "Not known"}
    assert found.loc["Invoice", "quadrants"] == "Fix first → Let more people experience it"
    assert found.loc["Call", "quadrants"].endswith(": unclear")


def test_a_rule_finds_what_fell_and_is_told():
    app = compared()
    app.get_by_key("add_falls").click()
    app.run()
    assert "App: satisfaction fell by 0.50 to 7.50" in screens.read(app)
    assert "Call: satisfaction is 2.00 lower" not in screens.read(app)
    app.get_by_key("control_en_alert_significant_0").set_value(False)
    app.run()
    assert "Call: satisfaction is 2.00 lower, at 5.00; whether that is more than chance is not known" in (
        screens.read(app)
    )


def test_what_was_compared_goes_into_files():
    app = compared()
    data, found = app.session_state[keys.COMPARISON]
    assert data == app.session_state[keys.WORKSPACE].identity
    assert [one.status for one in found.movements] == ["moved", "stayed", "unclear"]
