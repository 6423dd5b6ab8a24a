"""What hands do on the chart, as far as no browser is needed: handles, notes, card, marks and the logo.

Long is the other language of ``test_the_lines_can_be_taken_hold_of_in_the_page_s_language``.
"""

import io
import json

import pytest
from PIL import Image

from cx import text
from cx.session.sessions import stored
from pages.parts.shell import keys
from tests.app import screens
from tests.project import tiers

pytestmark = pytest.mark.usefixtures("own_store")
LOCALES = {"en": "en-GB", "nl": "nl-NL"}


def given(app):
    """What lies over the chart was told."""
    found = (one.proto for one in app.get("bidi_component"))
    told = next(json.loads(one.json) for one in found if one.component_name == "cx_hands")
    return told[0] if isinstance(told, list) else told


def drawn_words(app):
    return " ".join(words for trace in screens.chart(app)["data"] for words in trace.get("text", ()))


def pressed(app, key):
    app.get_by_key(key).click().run()
    assert not app.exception
    return app


def noted(app, words="Ask <b>again</b> in spring"):
    pressed(app, "note_add")
    app.text_area[0].set_value(words).run()
    return pressed(app, "note_keep")


def begun(app):
    """The matrix in a session of its own."""
    screens.page(app, "sessions")
    app.text_input[0].set_value("Autumn").run()
    screens.button(app, "sessions.start").click().run()
    return screens.page(app, "matrix")


def store():
    from pages.parts.shell.database import store as opened

    return opened()


def only():
    (one,) = stored.listed(store())
    return stored.load(store(), one.id)


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_the_lines_can_be_taken_hold_of_in_the_page_s_language(lang):
    told = given(screens.loaded(locale=LOCALES[lang], on="matrix"))
    assert [one["axis"] for one in told["lines"]] == ["satisfaction", "impact"]
    assert told["lines"][0]["words"] == {"en": "7.0", "nl": "7,0"}[lang]
    assert told["words"]["satisfaction"] == text.say("hands.satisfaction", lang)
    assert (told["locked"], told["card"], told["zooming"], told["zoomed"]) == ("", None, False, False)


def test_the_card_stands_with_the_chart_and_its_bubble_is_told():
    app = screens.loaded(on="matrix")
    app.session_state[keys.CHOSEN] = screens.bubbles(app)["Invoice"]
    app.run()
    x, y, radius = given(app)["card"]
    assert [x, y, radius] in given(app)["discs"]
    assert "Volume" in screens.read(app)
    pressed(app, "close_card")
    assert given(app)["card"] is None


def test_a_note_is_written_changed_and_taken_away_and_each_can_be_taken_back():
    app = noted(screens.loaded(on="matrix"))
    (note,) = given(app)["notes"]
    assert note["words"] == "Ask <b>again</b> in spring"
    assert "&lt;b&gt;again&lt;/b&gt;" in drawn_words(app)
    pressed(app, "undo")
    assert given(app)["notes"] == []
    pressed(app, "redo")
    app.session_state[keys.NOTE] = writing(note["id"])
    app.run()
    app.text_area[0].set_value("Done").run()
    pressed(app, "note_keep")
    assert [one["words"] for one in given(app)["notes"]] == ["Done"]
    app.session_state[keys.NOTE] = writing(note["id"])
    app.run()
    pressed(app, "note_remove")
    assert given(app)["notes"] == []


def writing(id_):
    from pages.parts.matrix.on_chart import notes

    return notes._Writing(id_)


def test_an_empty_note_cannot_be_kept():
    app = pressed(screens.loaded(on="matrix"), "note_add")
    app.text_area[0].set_value("   ").run()
    assert app.get_by_key("note_keep").disabled


def test_notes_are_kept_in_the_session():
    noted(begun(screens.loaded(on="matrix")), "Ask again")
    assert [one.words for one in only().settings.look.notes] == ["Ask again"]
    later = screens.page(screens.opened(), "sessions")
    screens.button(later, "sessions.open").click().run()
    assert [one["words"] for one in given(screens.page(later, "matrix"))["notes"]] == ["Ask again"]


def switch(app, chosen):
    app.get_by_key("control_en_lens").set_value(chosen).run()
    assert not app.exception
    return app


def test_decisions_are_shown_on_the_bubbles_when_that_is_switched_on():
    app = begun(screens.loaded(on="matrix"))
    assert text.say("view.decisions.nothing", "en") in links(switch(app, "decisions"))
    screens.page(app, "decisions")
    pressed(app, "accept")
    screens.page(app, "matrix")
    assert "check: decided" in drawn_words(app)
    assert text.say("view.decisions.nothing", "en") not in links(app)
    assert "check" not in drawn_words(switch(app, None))


def links(app):
    return [one.proto.label for one in app.get("page_link")]


def test_votes_are_shown_once_four_people_voted_in_a_revealed_round():
    from cx.session.voting import rounds, taking_part

    app = switch(begun(screens.loaded(on="matrix")), "votes")
    assert text.say("view.votes.nothing", "en") in links(app)
    ids = screens.bubbles(app)
    asked = rounds.open_round(store(), only().id, "urgency", tuple((id_, name) for name, id_ in ids.items()))
    for _ in range(3):
        vote(asked, {ids["Invoice"]: 5})
    assert text.say("view.votes.nothing", "en") in links(app.run())
    rounds.reveal(store(), asked.id)
    assert text.say("view.votes.few", "en") in links(app.run())
    other = rounds.open_round(store(), only().id, "urgency", tuple((id_, name) for name, id_ in ids.items()))
    for number in (5, 5, 4, 4):
        vote(other, {ids["Invoice"]: number})
    rounds.reveal(store(), other.id)
    assert "median of the room (4 ballots)" in drawn_words(app.run())
    assert "4.5" in drawn_words(app)
    assert taking_part.revealed_last(store(), only().id).round.id == other.id


def vote(asked, choices):
    from cx.session.voting import taking_part

    taking_part.cast(store(), asked, taking_part.join(store(), asked, ""), "", choices)


def red():
    target = io.BytesIO()
    Image.new("RGBA", (60, 20), (200, 30, 30, 255)).save(target, "PNG")
    picture = Image.open(io.BytesIO(target.getvalue()))
    picture.putpixel((0, 0), (0, 0, 0, 0))
    target = io.BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


def test_a_logo_is_shown_on_pages_from_the_moment_it_is_chosen_until_it_is_removed():
    app = screens.loaded(on="matrix")
    app.session_state["look"] = True
    app.run()
    chosen = next(one for one in app.file_uploader if one.label == text.say("logo.title", "en"))
    chosen.upload("ours.png", red()).run()
    assert not app.exception
    logo = app.session_state[keys.WORKSPACE].settings.look.logo
    assert (logo.width, logo.height, logo.on_files) == (60, 20, True)
    app.get_by_key("control_en_logo_on_files").set_value(False).run()
    assert app.session_state[keys.WORKSPACE].settings.look.logo_on_files is None
    pressed(app, "logo_remove")
    assert app.session_state[keys.WORKSPACE].settings.look.logo is None


def test_what_is_no_logo_is_refused_and_the_one_before_stays():
    app = screens.loaded(on="matrix")
    app.session_state["look"] = True
    app.run()
    chosen = next(one for one in app.file_uploader if one.label == text.say("logo.title", "en"))
    chosen.upload("ours.png", b"no picture at all").run()
    assert "neither a PNG nor a JPEG" in screens.read(app)
    assert app.session_state[keys.WORKSPACE].settings.look.logo is None
