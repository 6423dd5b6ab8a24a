"""Tables in which numbers are typed, without a browser: what they were sent, and what they send back."""

from __future__ import annotations

import json
from typing import Any

from streamlit.testing.v1 import AppTest

from pages.parts.shell import keys


def given(app: AppTest, place: int = 0) -> dict[str, Any]:
    """Return what the component got."""
    found = [json.loads(one.proto.json) for one in app.get("bidi_component") if _is_table(one)]
    return found[place][0]


def _is_table(one: Any) -> bool:
    return bool(one.proto.component_name == "cx_number_cells")


def shown(app: AppTest, column: str) -> dict[str, str]:
    """Return what stands in a column, by row."""
    data = given(app)
    return {row: data["cells"][f"{at},{column}"][0] for at, row in enumerate(data["rows"])}


def fault(app: AppTest, row: int, column: str) -> str:
    """Return what is said about a cell that is not understood; blank where it is."""
    return given(app)["cells"][f"{row},{column}"][1]


def typed(app: AppTest, **rows: dict[str, str]) -> AppTest:
    """Return the page after cells were typed: ``typed(app, r0={"points": "0,5"})``."""
    data = given(app)
    store = dict(app.session_state.to_dict().get(keys.CELLS_TYPED, {}))
    cells = dict(store.get(data["about"], {}))
    for place, texts in rows.items():
        cells |= {(data["rows"][int(place[1:])], column): words for column, words in texts.items()}
    app.session_state[keys.CELLS_TYPED] = {**store, data["about"]: cells}
    return app.run()
