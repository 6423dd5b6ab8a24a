"""A session whose touchpoints are renamed: decisions, votes and notes stay with them, and come back."""

import pytest

from cx.session.voting import taking_part
from tests.app import screens
from tests.app.data import naming
from tests.app.room.test_room_pages import kept, opened_round, the_round
from tests.app.test_sessions_pages import decide, joined, only, started

__all__ = ["kept"]
pytestmark = pytest.mark.usefixtures("own_store")


def test_decisions_targets_and_notes_stay_with_a_renamed_touchpoint_and_come_back(monkeypatch):
    app = screens.page(started(), "decisions")
    decide(app, "accept")
    (first,) = only().decisions
    app.get_by_key(f"control_en_target_{first.touchpoint}").set_value("7.0").run()
    data = naming.opened(screens.page(app, "data"))
    place = list(naming.table(data)).index(first.name)
    data = naming.typed(data, monkeypatch, **{f"r{place}": "Something else"})
    screens.page(data, "decisions")
    (now,) = only().decisions
    assert (now.touchpoint, now.name, now.target, now.strategy) == (
        first.touchpoint,
        "Something else",
        7.0,
        first.strategy,
    )
    again = screens.page(joined(), "decisions")
    assert "<td><b>Something else</b>" in screens.read(again)
    assert "Something else" in screens.bubbles(screens.page(again, "matrix"))


def test_a_touchpoint_of_an_opened_session_is_renamed_and_gets_its_name_back(monkeypatch):
    decide(screens.page(started(), "decisions"), "accept")
    first = only().decisions[0]
    data = naming.opened(screens.page(joined(), "data"))
    place = list(naming.table(data)).index(first.name)
    data = naming.typed(data, monkeypatch, **{f"r{place}": "Something else"})
    assert (only().decisions[0].touchpoint, only().decisions[0].name) == (first.touchpoint, "Something else")
    naming.typed(data, monkeypatch, **{f"r{place}": ""})
    assert only().decisions[0].name == first.name


def test_votes_stay_with_a_renamed_touchpoint(kept, monkeypatch):
    app = opened_round()
    asked = the_round(kept)
    ids = {name: id_ for id_, name in asked.touchpoints}
    for name in ("Jo", "Al"):
        token = taking_part.join(kept, asked, name)
        taking_part.cast(kept, asked, token, name, {ids["Invoice"]: 2})
    app.run()
    screens.reveal(app)
    data = naming.opened(screens.page(app, "data"))
    data = naming.typed(data, monkeypatch, r0="The bill")
    room = screens.read(screens.page(data, "room"))
    assert "The bill" in room and "Invoice" not in room
