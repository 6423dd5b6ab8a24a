"""A round in which the room guesses, on the facilitator's page and on phones, driven without a browser."""

import json
import re

import pytest

from cx import text
from cx.records.lenses import Assessment
from cx.session.sessions import change_words, stored
from cx.session.voting import rounds, taking_part
from pages.parts.shell import keys
from tests.app import screens
from tests.app.test_room_pages import kept, phone, the_round

__all__ = ["kept"]

TRUTH = {"App": 8.0, "Call": 5.0, "Invoice": 6.0, "Letter": 9.0}


def opened(lang="en", asked="guess_satisfaction"):
    """The Room page of a new session, one click later."""
    app = screens.loaded(screens.SMALL, locale="nl-NL" if lang == "nl" else "en-GB")
    screens.page(app, "room")
    screens.button(app, "sessions.start", lang).click().run()
    screens.button(app, f"guess.first.{asked}", lang).click().run()
    assert not app.exception
    return app


def guess(kept, asked, *ballots):
    """Ballots of values by touchpoint."""
    ids = {name: id_ for id_, name in asked.touchpoints}
    for given in ballots:
        places = {
            ids[name]: 1 + round((value - asked.guess.low) / asked.guess.step)
            for name, value in given.items()
        }
        taking_part.cast(kept, asked, taking_part.join(kept, asked), "", places)


def session_of(kept):
    (one,) = stored.listed(kept)
    return stored.load(kept, one.id)


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_two_clicks_lead_from_the_question_to_guess_and_truth(kept, lang):
    app = opened(lang)
    asked = the_round(kept)
    assert (asked.kind, asked.guess.asked, asked.guess.count) == ("guess", "guess_satisfaction", 91)
    assert [name for _, name in asked.touchpoints] == sorted(TRUTH)
    guess(kept, asked, *({"App": 5.0 + at, "Call": 8.0 + 0.1 * at, "Invoice": 6.0} for at in range(4)))
    app.run()
    assert "8" not in screens.read(app).replace(asked.code, "") or "Call" not in screens.read(app)
    screens.button(app, "guess.reveal", lang).click().run()
    assert not app.exception
    title = screens.title(app)
    assert "Call" in title and ("3.2" if lang == "en" else "3,2") in title and "App" not in title
    shown = screens.read(app)
    assert text.say("guess.kept", lang) in shown
    assert shown.index("Call") < shown.index("App")
    said = {one.name: one for one in session_of(kept).assessments}
    assert sorted(said) == ["App", "Call", "Invoice"]
    app_, call = said["App"], said["Call"]
    assert (app_.asked, app_.way, app_.n, app_.value) == ("guess_satisfaction", "room", 4, 6.5)
    assert (round(call.value, 6), round(call.sd, 6)) == (8.15, 0.129099)
