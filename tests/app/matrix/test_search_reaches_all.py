"""The search above the lists of strategies finds touchpoints that a long list does not draw, too."""

import json

from tests.app import screens

TABLE = "Touchpoint;Satisfaction (1-10);Impact\n" + "".join(
    f"Contact {place};{9 if place < 63 else 1};{9 - place / 100 if place < 63 else 1}\n"
    for place in range(73)
)


def test_what_a_list_does_not_draw_is_handed_to_its_search():
    app = screens.loaded(TABLE, "many.csv", on="matrix")
    (proto,) = [one.proto for one in app.get("bidi_component") if "search_strategy_lists" in one.proto.id]
    given = json.loads(proto.json)
    assert given["rest"] == ["71. Contact 60", "72. Contact 61", "73. Contact 62"]
    lists = next(one.proto.body for one in app.get("html") if "cx-list" in one.proto.body)
    assert "Contact 59" in lists and "Contact 60" not in lists
