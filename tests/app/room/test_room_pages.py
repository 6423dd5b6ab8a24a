"""The facilitator's page and the page on phones, driven without a browser.

Long is the other language of ``test_votes_stay_hidden_until_the_reveal_and_then_stand_on_matrix_and_list``,
``test_the_door_is_closed_and_opened_again_and_a_new_code_takes_the_place_of_the_old``,
``test_a_rush_is_told_with_the_way_out`` and
``test_a_phone_finds_its_own_ballot_among_those_that_were_counted_and_the_room_lists_all``.
"""

import json

import pytest
import sqlalchemy as sql
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from cx import text
from cx.errors import StoreFailed, VoteRefused
from cx.session import place
from cx.session.sessions import change_words, stored
from cx.session.store import database, schema
from cx.session.voting import codes, door, invitations, receipts, rounds, taking_part
from pages.parts.shell import keys
from pages.parts.vote import part
from tests.app import screens
from tests.project import tiers
from tests.unit.session import voting_store

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


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
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
    screens.reveal(app)
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


def test_a_reveal_asks_once_shows_no_single_vote_and_can_be_taken_back(kept):
    app = opened_round()
    asked = the_round(kept)
    ids = {name: id_ for id_, name in asked.touchpoints}
    cast = [{ids["App"]: 2}, {ids["App"]: 1, ids["Call"]: 1}, {ids["Call"]: 1}]
    tokens = [taking_part.join(kept, asked) for _ in cast]
    for token, choices in zip(tokens, cast, strict=True):
        taking_part.cast(kept, asked, token, "", choices)
    app.get_by_key("reveal").click()
    assert text.say("room.reveal.ask", "en", n=3) in screens.read(app.run())
    app.get_by_key("reveal_not").click()
    assert the_round(kept).state == "open" and "reveal_now" not in [one.key for one in app.run().button]
    screens.reveal(app)
    said = screens.read(app)
    assert text.say("room.few", "en", few=4) in said
    assert "from 1 of" not in said and "at most" not in said and "cx-spectrum'" not in said
    app.get_by_key("take_back").click()
    app.run()
    again = the_round(kept)
    assert again.state == "open" and again.code != asked.code
    assert screens.title(app) == text.say("room.open.title", "en")
    taking_part.cast(kept, again, tokens[0], "", {ids["Call"]: 2})
    screens.reveal(app)
    assert screens.title(app) == text.say("room.first.points", "en", name="Call")
    assert not app.exception


def test_code_and_clock_fill_the_screen_of_the_room_and_of_the_stage(kept):
    app = opened_round()
    app.get_by_key("large_join").click()
    app.run()
    assert codes.shown(the_round(kept).code) in screens.read(app)
    assert "reveal" not in [one.key for one in app.button]
    app.get_by_key("large_close").click()
    assert "reveal" in [one.key for one in app.run().button]
    screens.page(app, "matrix")
    screens.button(app, "matrix.present").click()
    app.run()
    app.get_by_key("large_clock").click()
    app.run()
    assert "leave" not in [one.key for one in app.button]
    app.get_by_key("agenda_start").click()
    assert text.say("agenda.read", "en") in screens.read(app.run())
    app.get_by_key("large_close").click()
    assert "leave" in [one.key for one in app.run().button]
    assert not app.exception


def test_an_estimate_of_the_room_becomes_the_impact(kept):
    app = opened_round(NO_IMPACT)
    asked = the_round(kept)
    assert asked.kind == "impact"
    for given in (1, 4, 4, 5):
        choices = {id_: given if name == "App" else 2 for id_, name in asked.touchpoints}
        taking_part.cast(kept, asked, taking_part.join(kept, asked), "", choices)
    screens.reveal(app)
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


def test_the_field_of_a_wrong_code_stays_the_same_for_who_types_on_at_once():
    app = AppTest.from_file(str(screens.ROOT / "pages" / "vote.py"), default_timeout=300).run()
    before = app.text_input[0].proto.id
    app.text_input[0].set_value("CFHJ-KM34")
    screens.button(app, "vote.code.next").click().run()
    assert text.say("error.code", "en") in app.error[0].value
    assert (app.text_input[0].proto.id, app.text_input[0].value) == (before, "CFHJ-KM34")


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_the_door_is_closed_and_opened_again_and_a_new_code_takes_the_place_of_the_old(kept, lang):
    app = opened_round(lang=lang)
    before = the_round(kept)
    assert codes.shown(before.code) in screens.read(app)
    screens.button(app, "room.door.close", lang).click().run()
    assert (the_round(kept).door, the_round(kept).state) == ("closed", "open")
    assert text.say("room.door.closed", lang) in [one.value for one in app.info]
    assert codes.shown(before.code) not in screens.read(app)
    screens.button(app, "room.door.open", lang).click().run()
    screens.button(app, "room.new_code", lang).click().run()
    made = the_round(kept)
    assert made.former == (before.code,) and codes.shown(made.code) in screens.read(app)
    (one,) = stored.listed(kept)
    told = [change_words.told(line, lang) for line in stored.history(kept, one.id)]
    about = text.say("round.kind.points", lang)
    done = ("door_closed", "door_opened", "recoded")
    assert told[-3:] == [f"{text.say(f'history.round.{key}', lang)}: {about}" for key in done]
    assert not app.exception


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_a_rush_is_told_with_the_way_out(kept, lang):
    app = opened_round(lang=lang)
    asked = the_round(kept)
    for _ in range(door.RUSH):
        taking_part.join(kept, asked)
    app.run()
    (words,) = [one.value for one in app.warning]
    assert words.startswith(text.say("room.rush", lang, n=door.RUSH, seconds=5))
    app.button(key="new_code_now").click().run()
    assert the_round(kept).former == (asked.code,)
    assert [one.value for one in app.warning] == [] and not app.exception


def test_personal_invitations_take_the_place_of_the_code_and_open_one_ballot_each(kept):
    app = screens.loaded(screens.SMALL, on="room")
    screens.button(app, "sessions.start").click().run()
    app.checkbox(key="round_personal").check().run()
    app.get_by_key("control_en_round_invited").set_value("3").run()
    screens.button(app, "room.open").click().run()
    asked = the_round(kept)
    assert (asked.code, asked.invited) == ("", 3)
    assert text.say("room.invited.used", "en", used="0", all=3) in screens.read(app)
    secret = invitations.secrets_of(asked)[0]
    one, two = (AppTest.from_file(str(screens.ROOT / "pages" / "vote.py"), default_timeout=300) for _ in "12")
    for phone_ in (one, two):
        phone_.query_params["invite"] = secret
    one.run()
    two.run()
    one.button[0].click().run()
    assert "".join(one.query_params["invite"]) == secret
    assert taking_part.of_token(kept, "".join(one.query_params["ballot"]))[0] == asked
    two.button[0].click().run()
    assert text.say("error.invitation_used", "en") in two.error[0].value
    assert taking_part.turnout(kept, asked.id).joined == 1
    assert not app.exception and not one.exception and not two.exception


@pytest.mark.parametrize("how", ["open page", "opened again"])
def test_a_phone_that_comes_back_by_its_invitation_finds_its_ballot_after_the_reveal(kept, monkeypatch, how):
    app = screens.loaded(screens.SMALL, on="room")
    screens.button(app, "sessions.start").click().run()
    app.checkbox(key="round_personal").check().run()
    screens.button(app, "room.open").click().run()
    asked = the_round(kept)
    id_, secret = asked.touchpoints[0][0], invitations.secrets_of(asked)[0]
    token = taking_part.join(kept, asked, invite=secret)
    taking_part.cast(kept, asked, token, "", {id_: 1})
    monkeypatch.setattr(ContextProxy, "cookies", {part.COOKIE: token})

    def by_invitation():
        found = AppTest.from_file(str(screens.ROOT / "pages" / "vote.py"), default_timeout=300)
        found.query_params["invite"] = secret
        return found.run()

    before = by_invitation()
    assert "".join(before.query_params["ballot"]) == token
    screens.reveal(app)
    after = before.run() if how == "open page" else by_invitation()
    assert [one.value for one in after.success] == [text.say("vote.receipt.counted", "en", n=1)]
    monkeypatch.setattr(ContextProxy, "cookies", {})
    stranger = by_invitation()
    assert not stranger.success
    assert text.say("error.invitation", "en") in stranger.error[0].value


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_a_phone_finds_its_own_ballot_among_those_that_were_counted_and_the_room_lists_all(kept, lang):
    app = opened_round(lang=lang)
    asked = the_round(kept)
    id_ = asked.touchpoints[0][0]
    tokens = [taking_part.join(kept, asked) for _ in range(4)]
    for token in tokens:
        taking_part.cast(kept, asked, token, "", {id_: 1})
    mine, *others = [codes.shown(receipts.made(token, {id_: 1})) for token in tokens]
    before = phone(asked, tokens[0])
    assert mine in screens.read(before) and not any(other in screens.read(before) for other in others)
    hidden = screens.read(app.run())
    assert not any(one in hidden for one in (mine, *others))
    screens.reveal(app)
    assert all(one in screens.read(app) for one in (mine, *others))
    after = phone(asked, tokens[0])
    assert [one.value for one in after.success] == [text.say("vote.receipt.counted", "en", n=4)]
    assert not any(other in screens.read(after) for other in others)
    with kept.begin() as connection:
        gone = sql.update(schema.ballots).where(schema.ballots.c.token_hash == codes.digest(tokens[0]))
        connection.execute(gone.values(choices=json.dumps({asked.touchpoints[1][0]: 1})))
    changed = phone(asked, tokens[0])
    assert [one.value for one in changed.warning] == [text.say("vote.receipt.missing", "en")]


def test_a_phone_keeps_its_ballot_while_the_database_is_away_and_is_told_so(
    postgresql_address, postgresql_server, monkeypatch
):
    monkeypatch.setenv("CX_STORE", postgresql_address)
    kept = voting_store.opened_at(postgresql_address)
    asked = voting_store.asked(kept)
    token = taking_part.join(kept, asked)
    app = phone(asked, token)
    postgresql_server.stop()
    app.run()
    away = [one.value for one in app.warning]
    postgresql_server.start()
    assert away == [text.say("vote.away", "en")] and not app.exception
    app.run()
    assert [one.value for one in app.warning] == [] and not app.exception
    assert screens.title(app) == text.say("vote.question.points", "en")
    kept.close()


def taken_by_a_phone():
    """What a vote page does with what the phone sent, as a script of its own."""
    from pages.parts.vote import part

    part._take("token", None, "", "en")


@pytest.mark.parametrize(
    ("failure", "acknowledged", "refused"),
    [
        (None, 7, ""),
        (StoreFailed("store_busy", place="x", reason="y"), 0, ""),
        (VoteRefused("round_closed"), 0, VoteRefused("round_closed").message("en")),
    ],
    ids=["kept", "away", "refused"],
)
def test_a_vote_is_acknowledged_once_the_store_has_it_and_not_before(
    monkeypatch, failure, acknowledged, refused
):
    def cast(_store, *_vote):
        if failure:
            raise failure

    monkeypatch.setattr(part.ballot_paper, "sent", lambda _asked: (7, {"a": 1}))
    monkeypatch.setattr(part.taking_part, "cast", cast)
    monkeypatch.setattr(part, "for_phones", lambda: None)
    app = AppTest.from_function(taken_by_a_phone, default_timeout=300).run()
    assert not app.exception
    told = keys.VOTE_ACKNOWLEDGED in app.session_state
    assert (app.session_state[keys.VOTE_ACKNOWLEDGED] if told else 0) == acknowledged
    assert app.session_state[keys.VOTE_REFUSED] == refused
