"""The sessions that tests begin with are as they were if each had uploaded its file."""

import re

import pytest

from pages.parts.shell import keys
from tests.app import screens
from tests.app.test_drivers_page import survey

ASKED = "Touchpoint;Satisfaction (1-10);Volume\nInvoice;6,0;1000\nApp;8,0;3000\nCall;5,5;500\n"


@pytest.mark.parametrize(
    ("content", "locale", "on"),
    [
        (screens.SMALL, "en-GB", None),
        (screens.SMALL, "nl-NL", "data"),
        (screens.SMALL, "en-GB", "sessions"),
        (ASKED, "nl-NL", None),
        (survey(), "en-GB", "drivers"),
    ],
)
def test_a_session_that_begins_loaded_is_as_if_the_file_was_uploaded_in_it(content, locale, on):
    plain = screens.uploaded(content, "a.csv", locale)
    plain = plain if on is None else screens.page(plain, on)
    begun = screens.loaded(content, "a.csv", locale, on)
    assert (screens.read(begun), screens.title(begun)) == (screens.read(plain), screens.title(plain))
    assert [str(one.proto) for one in begun.get("plotly_chart")] == [
        str(one.proto) for one in plain.get("plotly_chart")
    ]
    assert [(type(one), one.label) for one in begun.button] == [
        (type(one), one.label) for one in plain.button
    ]
    one, other = begun.session_state.to_dict(), plain.session_state.to_dict()
    assert sorted(one) == sorted(other)
    for key in screens.LEFT:
        assert without_seconds(one.get(key)) == without_seconds(other.get(key)), key


def without_seconds(value):
    """A value in words, without how long its file took to read."""
    return re.sub(r"(seconds|left)=[0-9.e-]+", "", repr(value))


def test_what_one_test_changes_another_does_not_see():
    first = screens.loaded()
    first.get_by_key("control_en_rule").set_value("median").run()
    first.switch_page("app.py").run()
    first.file_uploader[0].upload("other.csv", ASKED.encode()).run()
    second = screens.loaded()
    assert second.get_by_key("control_en_rule").value == "mean"
    assert [one.workbook.name for one in second.session_state[keys.WORKSPACE].files] == ["small.csv"]
    assert second.session_state[keys.PAST] == ()


def test_what_a_test_puts_in_the_programs_place_is_met_on_the_way_and_stays_its_own(monkeypatch):
    before = screens.loaded("Touchpoint;Satisfaction (1-10);Impact\nA;6;8\nB;8;2\n")
    called = []
    read = screens.uploaded
    monkeypatch.setattr(screens, "uploaded", lambda *given: (called.append(given), read(*given))[1])
    screens.loaded("Touchpoint;Satisfaction (1-10);Impact\nA;6;8\nB;8;2\n")
    assert len(called) == 1
    assert screens.title(before)
