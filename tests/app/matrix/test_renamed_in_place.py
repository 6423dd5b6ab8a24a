"""A touchpoint gets another name on its card: everywhere, in one step, and never another one's."""

import pytest

from cx import text
from pages.parts.shell import keys
from tests.app import screens


def renamed(app, name, to):
    """The matrix after the box on a touchpoint's card was given another name."""
    app.session_state[keys.CHOSEN] = screens.bubbles(app)[name]
    app.session_state["rename"] = True
    app.run()
    return app.text_input(key=f"rename_to_{name}").set_value(to).run()


@pytest.fixture
def matrix():
    return screens.loaded(on="matrix")


def names(app):
    return app.session_state[keys.WORKSPACE].files[0].choices.names


def test_a_name_holds_on_chart_card_and_lists_and_is_undone_in_one_step(matrix):
    app = renamed(matrix, "Invoice", "Bill <first>")
    assert not app.exception
    assert names(app) == {"Invoice": "Bill <first>"}
    assert app.get_by_key("close_card").label == text.say("card.close", "en")
    assert "Invoice" not in screens.read(app)
    assert "Bill &lt;first&gt;" in screens.read(app)
    assert names(screens.button(app, "view.undo").click().run()) == {}


def test_a_name_that_another_touchpoint_has_is_refused_in_words(matrix):
    app = renamed(matrix, "Invoice", " CALL ")
    assert names(app) == {}
    assert text.say("rename.taken", "en", name="CALL") in [one.value for one in app.error]
