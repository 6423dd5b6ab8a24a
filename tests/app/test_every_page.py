"""Every page, in both languages: without data, with the sample, with a file, with one that cannot be used.

Long are further pages of ``test_a_session_that_begins_loaded_is_as_if_the_file_was_uploaded_in_it``.
"""

import re

import pytest

from cx import text
from pages.parts.shell import keys
from tests.app import screens
from tests.app.test_drivers_page import survey
from tests.project import tiers

LOCALES = {"en": "en-GB", "nl": "nl-NL"}
TITLES = {
    "en": {
        "data": "What was understood of your data",
        "matrix": "Four touchpoints hold 30% of the impact and score below 7.1",
        "priorities": "3 of 24 touchpoints hold 84% of the priority",
        "method": "How the matrix works",
    },
    "nl": {
        "data": "Wat er van je gegevens is begrepen",
        "matrix": "Vier contactmomenten hebben 30% van de impact en scoren onder 7,1",
        "priorities": "3 van 24 contactmomenten hebben samen 84% van de prioriteit",
        "method": "Hoe de matrix werkt",
    },
}


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("name", ["data", "matrix", "priorities"])
def test_without_data_a_page_says_what_it_is_for_and_offers_two_ways_to_begin(lang, name):
    app = screens.page(screens.opened(LOCALES[lang]), name)
    assert not app.exception
    assert screens.title(app) == text.say(f"page.{name}", lang)
    assert text.say(f"empty.{name}", lang) in screens.read(app)
    assert [one.label for one in app.button] == [text.say("upload.sample", lang)]
    assert len(app.file_uploader) == 1


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_sample_fills_every_page(lang):
    app = screens.opened(LOCALES[lang])
    screens.button(app, "upload.sample", lang).click().run()
    seen = {"matrix": screens.title(app)}
    for name in ("data", "priorities", "method"):
        screens.page(app, name)
        assert not app.exception
        seen[name] = screens.title(app)
    assert seen == TITLES[lang]


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_file_that_cannot_be_used_gives_one_message_in_the_language_of_the_screens(lang):
    app = screens.loaded("\x00\x01\x02" * 80, "broken.xlsx", LOCALES[lang])
    assert not app.exception
    assert [error.title for error in app.error] == [text.say("upload.failed", lang, file="broken.xlsx")]
    assert screens.title(app) == text.say("start.title", lang)


def test_a_bad_upload_leaves_what_was_loaded():
    app = screens.loaded()
    before = screens.title(app)
    screens.page(app, "data")
    app.file_uploader[0].upload("broken.xlsx", b"\x00\x01" * 80).run()
    assert text.say("upload.kept", "en") in app.error[0].value
    assert screens.title(screens.page(app, "matrix")) == before


def test_the_message_about_a_bad_upload_goes_with_the_page_that_showed_it():
    app = screens.loaded("\x00\x01\x02" * 80, "broken.xlsx")
    assert len(app.run().error) == 1
    assert len(screens.page(app, "method").error) == 0


def test_the_start_page_leads_back_to_what_is_loaded():
    app = screens.loaded()
    app.switch_page("app.py").run()
    assert "small.csv" in screens.read(app)


def test_the_switch_changes_the_language_of_all_pages():
    app = screens.loaded()
    app.get_by_key("language").set_value("nl").run()
    assert screens.title(app) == "Eén contactmoment heeft 40% van de impact en scoort onder 7,0"
    assert screens.title(screens.page(app, "method")) == TITLES["nl"]["method"]


def test_a_browser_in_another_language_gets_english():
    assert screens.title(screens.opened("de-DE")) == text.say("start.title", "en")


def test_both_languages_have_the_same_words_of_the_pages(root):
    keys = {
        (lang, domain): {
            line.removeprefix("msgid ")
            for line in (root / "cx/text" / lang / f"{domain}.po").read_text(encoding="utf-8").splitlines()
            if line.startswith("msgid ")
        }
        for lang in ("en", "nl")
        for domain in ("pages", "method")
    }
    assert keys["en", "pages"] == keys["nl", "pages"]
    assert keys["en", "method"] == keys["nl", "method"]


# --- sessions that tests begin with: as they were if each had uploaded its file ---

NO_IMPACT = "Touchpoint;Satisfaction (1-10);Volume\nInvoice;6,0;1000\nApp;8,0;3000\nCall;5,5;500\n"


@pytest.mark.parametrize(
    ("content", "locale", "on"),
    tiers.first(
        [(screens.SMALL, "nl-NL", "data"), (survey(), "en-GB", "drivers")],
        (screens.SMALL, "en-GB", None),
        (screens.SMALL, "en-GB", "sessions"),
        (NO_IMPACT, "nl-NL", None),
        rows=True,
    ),
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
    first.file_uploader[0].upload("other.csv", NO_IMPACT.encode()).run()
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
