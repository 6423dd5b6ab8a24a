"""A round in which the room guesses, on the facilitator's page and on phones, driven without a browser.

Long is the other language of ``test_two_clicks_lead_from_the_question_to_guess_and_truth``.
"""

import re

import pytest

from cx import text
from cx.session.sessions import change_words, stored
from cx.session.voting import rounds, taking_part
from pages.parts.vote import ballot_paper
from tests.app import screens
from tests.app.room.test_room_pages import kept, phone, the_round
from tests.project import tiers

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
    """Cast ballots of values by touchpoint."""
    ids = {name: id_ for id_, name in asked.touchpoints}
    for given in ballots:
        steps = {name: round((value - asked.guess.low) / asked.guess.step) for name, value in given.items()}
        places = {ids[name]: 1 + step for name, step in steps.items()}
        taking_part.cast(kept, asked, taking_part.join(kept, asked), "", places)


def session_of(kept):
    (one,) = stored.listed(kept)
    return stored.load(kept, one.id)


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_two_clicks_lead_from_the_question_to_guess_and_truth(kept, lang):
    app = opened(lang)
    asked = the_round(kept)
    assert (asked.kind, asked.guess.asked, asked.guess.count) == ("guess", "guess_satisfaction", 91)
    assert [name for _, name in asked.touchpoints] == sorted(TRUTH)
    guess(kept, asked, *({"App": 5.0 + at, "Call": 8.0 + 0.1 * at, "Invoice": 6.0} for at in range(4)))
    app.run()
    assert not any(name in screens.read(app) for name in TRUTH)
    screens.reveal(app)
    assert not app.exception
    title = screens.title(app)
    assert "Call" in title and ("3.2" if lang == "en" else "3,2") in title and "App" not in title
    shown = screens.read(app)
    assert text.say("guess.kept", lang) in shown
    assert shown.index("Call") < shown.index("App") < shown.index("Invoice")
    said = {one.name: one for one in session_of(kept).assessments}
    assert sorted(said) == ["App", "Call", "Invoice"]
    assert (said["App"].asked, said["App"].way, said["App"].n, said["App"].value) == (
        "guess_satisfaction",
        "room",
        4,
        6.5,
    )
    assert (round(said["Call"].value, 6), round(said["Call"].sd, 6)) == (8.15, 0.129099)


def test_the_reveal_is_one_step_back_and_can_be_kept_again(kept):
    app = opened()
    asked = the_round(kept)
    guess(kept, asked, {"App": 5.0}, {"App": 6.0})
    screens.reveal(app)
    assert [one.value for one in session_of(kept).assessments] == [5.5]
    screens.page(app, "matrix")
    screens.button(app, "view.undo").click().run()
    assert session_of(kept).assessments == ()
    screens.page(app, "room")
    screens.button(app, "guess.keep").click().run()
    assert [one.value for one in session_of(kept).assessments] == [5.5]
    told = [change_words.told(one, "en") for one in stored.history(kept, session_of(kept).id)]
    assert "Votes revealed: Guess of the room" in told
    assert told[-1] == "App · Guess of satisfaction: nothing → 5.5"


def test_a_locked_session_shows_the_guesses_and_keeps_none(kept):
    app = opened()
    guess(kept, the_round(kept), {"App": 5.0}, {"App": 6.0})
    screens.button(app, "lock.lock").click().run()
    screens.reveal(app)
    assert not app.exception
    assert session_of(kept).assessments == ()
    assert text.say("guess.locked", "en") in [one.value for one in app.info]


def test_one_guess_is_shown_to_nobody_and_none_is_no_result(kept):
    app = opened()
    guess(kept, the_round(kept), {"App": 5.4})
    screens.reveal(app)
    assert "5.4" not in screens.read(app) and session_of(kept).assessments == ()
    assert text.say("guess.few", "en", few=4) in screens.read(app)
    rounds.discard(kept, the_round(kept).id)
    app.run()
    screens.button(app, "guess.first.guess_impact").click().run()
    assert rounds.rounds_of(kept, session_of(kept).id)[-1].guess.asked == "guess_impact"
    app.get_by_key("reveal").click()
    app.run()
    assert text.say("room.reveal.empty", "en") in screens.read(app)
    assert [one.key for one in app.button if one.key == "reveal_now"] == []
    rounds.reveal(kept, the_round(kept).id)
    assert screens.title(app.run()) == text.say("guess.nobody", "en")


@pytest.mark.parametrize(("asked", "lang"), [("level", "nl"), ("standard", "en")])
def test_the_room_assesses_anything_else_in_the_same_way(kept, asked, lang):
    app = screens.loaded(screens.SMALL, locale="nl-NL" if lang == "nl" else "en-GB")
    screens.page(app, "room")
    screens.button(app, "sessions.start", lang).click().run()
    (kind,) = [one for one in app.button_group if one.label == text.say("room.kind", lang)]
    kind.set_value("guess").run()
    (question,) = [one for one in app.selectbox if one.label == text.say("guess.asked", lang)]
    question.set_value(asked).run()
    screens.button(app, "room.open", lang).click().run()
    one = the_round(kept)
    assert [name for _, name in one.touchpoints] == sorted(TRUTH)
    guess(kept, one, *({"App": value} for value in (1.0, 1.0, 0.0)))
    screens.reveal(app)
    assert not app.exception
    assert [(said.asked, said.value) for said in session_of(kept).assessments] == [(asked, 1.0)]
    assert text.say(f"assessment.{asked}", lang) in screens.title(app)


def test_a_phone_is_sent_names_and_numbers_of_the_scale_and_nothing_of_truth_or_others(kept, monkeypatch):
    opened()
    asked = the_round(kept)
    guess(kept, asked, *({"App": 6.3, "Call": 7.7} for _ in range(5)))
    drawn = []
    monkeypatch.setattr(ballot_paper, "_ballot", lambda **given: drawn.append(given["data"]))
    app = phone(asked, taking_part.join(kept, asked))
    ((paper,),) = drawn
    assert [name for _, name in paper["items"]] == sorted(TRUTH)
    assert (paper["saved"], paper["slide"], paper["labels"][0], paper["labels"][58]) == (
        {},
        True,
        "1.0",
        "6.8",
    )
    assert set(paper) == {
        *("lang", "token", "items", "points", "least", "most", "labels", "slide", "saved"),
        *("acknowledged", "refused", "words"),
    }
    words = {name: one for name, one in paper["words"].items() if name != "rated"}
    assert re.findall(r"\d+", " ".join(str(one) for one in words.values())) == ["1", "10"]
    shown = screens.read(app)
    assert text.say("vote.question.guess_satisfaction", "en") == screens.title(app)
    assert not any(name in shown for name in TRUTH)
    rounds.reveal(kept, asked.id)
    assert "6.3" not in screens.read(app.run())
