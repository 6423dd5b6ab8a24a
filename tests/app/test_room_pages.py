"""The facilitator's page and the page on phones, driven without a browser."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from cx import text
from cx.session import place
from cx.session.sessions import change_words, stored
from cx.session.store import database
from cx.session.voting import rounds, taking_part
from tests.app import screens

NO_IMPACT = "Touchpoint;Satisfaction (1-10);Volume\nInvoice;6,0;1000\nApp;8,0;3000\nCall;5,0;500\n"


@pytest.fixture
def kept(own_store):  # noqa: ARG001 - the folder that it lies in
    found = database.open_store(place.default_url())
    yield found
    found.close()


def opened_round(content=screens.SMALL, lang="en"):
    app = screens.loaded(content, locale="nl-NL" if lang == "nl" else "en-GB")
    screens.page(app, "room")
    screens.button(app, "sessions.start", lang).click().run()
    screens.button(app, "room.open", lang).click().run()
    assert not app.exception
    return app


def the_round(kept):
    with kept.read() as connection:
        return rounds.get(kept, connection.exec_driver_sql("SELECT id FROM rounds").scalar_one())


def phone(asked, token="", **query):
    app = AppTest.from_file(str(screens.ROOT / "pages" / "vote.py"), default_timeout=300)
    app.query_params.update({"code": asked.code, "pass": asked.invitation, **query})
    if token:
        app.query_params["ballot"] = token
    return app.run()


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_votes_stay_hidden_until_the_reveal_and_then_stand_on_matrix_and_list(kept, lang):
    app = opened_round(lang=lang)
    asked = the_round(kept)
    assert (asked.kind, asked.points, len(asked.touchpoints)) == ("points", 2, 4)
    ids = {name: id_ for id_, name in asked.touchpoints}
    for choices in ({ids["Invoice"]: 2}, {ids["Invoice"]: 1, ids["Call"]: 1}):
        taking_part.cast(kept, asked, taking_part.join(kept, asked, "Jo <b>x</b>"), "Jo <b>x</b>", choices)
    app.run()
    assert [one.value for one in app.metric] == ["2", "2"]
    hidden = screens.read(app)
    assert "Invoice" not in hidden and "<b>x" not in hidden
    screens.button(app, "room.reveal", lang).click().run()
    assert not app.exception
    assert screens.title(app) == text.say("room.first.points", lang, name="Invoice")
    pills = [one["text"] for one in screens.chart(app)["layout"]["annotations"] if one.get("bgcolor")]
    assert sorted(pills) == ["1", "3"]
    listed = screens.read(app)
    assert listed.index("Invoice") < listed.index("Call") < listed.index("Letter")
    assert "Jo" not in listed


def test_a_round_can_be_closed_opened_again_and_thrown_away(kept):
    app = opened_round()
    screens.button(app, "room.close").click().run()
    assert the_round(kept).state == "closed"
    screens.button(app, "room.reopen").click().run()
    assert the_round(kept).state == "open"
    screens.button(app, "room.discard.do").click().run()
    assert screens.title(app) == text.say("room.title", "en")
    (one,) = stored.listed(kept)
    told = [change_words.told(line, "en") for line in stored.history(kept, one.id)]
    assert told[1:] == [
        f"{done}: {text.say('round.kind.points', 'en')}"
        for done in (
            "Voting round opened",
            "Voting round closed",
            "Voting round opened again",
            "Voting round thrown away",
        )
    ]
    assert not app.exception


def test_an_estimate_of_the_room_becomes_the_impact(kept):
    app = opened_round(NO_IMPACT)
    asked = the_round(kept)
    assert asked.kind == "impact"
    for given in (1, 4, 5):
        choices = {id_: given if name == "App" else 2 for id_, name in asked.touchpoints}
        taking_part.cast(kept, asked, taking_part.join(kept, asked), "", choices)
    screens.button(app, "room.reveal").click().run()
    screens.button(app, "room.use").click().run()
    screens.page(app, "matrix")
    assert not app.exception
    hovers = next(one for one in screens.chart(app)["data"] if one.get("name") == "touchpoints")["hovertext"]
    assert any("App" in words and "4" in words for words in hovers)
    assert text.say("room.use.header", "en") in json.dumps(screens.chart(app))


def test_a_phone_joins_and_gets_its_ballot(kept):
    opened_round()
    app = phone(the_round(kept))
    app.text_input[0].set_value("Jo <b>x</b>")
    app.button[0].click().run()
    assert not app.exception
    (ballot,) = taking_part.turnout(kept, the_round(kept).id).names
    assert ballot == ("Jo <b>x</b>", False)
    assert taking_part.of_token(kept, "".join(app.query_params["ballot"]))[0] == the_round(kept)


def test_a_phone_is_told_that_the_round_is_over_and_led_to_the_next(kept):
    room = opened_round()
    asked = the_round(kept)
    token = taking_part.join(kept, asked, "Jo")
    taking_part.cast(kept, asked, token, "Jo", {asked.touchpoints[0][0]: 1})
    rounds.reveal(kept, asked.id)
    app = phone(asked, token)
    assert screens.title(app) == text.say("vote.revealed.title", "en")
    assert asked.touchpoints[0][1] in screens.read(app)
    later = rounds.open_round(kept, asked.session_id, "urgency", asked.touchpoints)
    app.run()
    screens.button(app, "vote.next.go").click().run()
    assert not app.exception and not room.exception
    assert taking_part.turnout(kept, later.id).names == (("Jo", False),)


@pytest.mark.usefixtures("own_store")
def test_a_wrong_code_is_told():
    opened_round()
    app = AppTest.from_file(str(screens.ROOT / "pages" / "vote.py"), default_timeout=300)
    app.query_params["code"] = "CFHJKM34"
    app.run()
    assert text.say("error.code", "en") in app.error[0].value
