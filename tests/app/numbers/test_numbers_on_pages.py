"""Numbers on pages: fields and tables write them as the page's language does, whatever the browser would do.

What a table hands the browser without a text of its own is written by the browser, in its own language.
Long are further pages of ``test_no_table_leaves_its_numbers_to_the_browser``.
"""

import io
import json
import re

import pandas as pd
import pyarrow as pa
import pytest

from cx import text
from pages.parts.shell import numbers
from tests.app import screens
from tests.app.journeys.test_journeys_page import LOG
from tests.app.numbers import cells
from tests.app.test_compare_page import TABLE
from tests.app.test_drivers_page import opened_tab, survey
from tests.app.test_transitions import control
from tests.project import tiers

WHOLE = re.compile(r"%\.0f(%%)?")


def left_to_the_browser(app):
    """Columns of numbers whose cells the browser would write."""
    for read in screens.tables(app):
        yield from (name for name in read.shown if not read.shown[name].map(type).isin((str, bool)).all())
    for table in (*app.dataframe, *app.data_editor):
        proto = table.proto
        cells = pa.ipc.open_stream(io.BytesIO(proto.arrow_data.data)).read_all()
        written = proto.arrow_data.HasField("styler")
        config = json.loads(proto.columns or "{}")
        for field in cells.schema:
            if not (pa.types.is_integer(field.type) or pa.types.is_floating(field.type)):
                continue
            kind = config.get(field.name, {}).get("type_config", {})
            bar = kind.get("type") == "progress" and WHOLE.fullmatch(kind.get("format", ""))
            if not bar and (not written or kind.get("format")) and not field.name.startswith("__index"):
                yield field.name


def drivers_tab(name):
    return lambda: opened_tab(screens.loaded(survey(), "survey.csv", "nl-NL", on="drivers"), name)


def journeys_page():
    app = screens.page(screens.loaded(locale="nl-NL"), "journeys")
    return app.file_uploader[0].upload("log.csv", LOG.encode()).run()


PAGES = {
    "data": lambda: screens.loaded(locale="nl-NL", on="data"),
    "priorities": lambda: screens.loaded(locale="nl-NL", on="priorities"),
    "compare": lambda: screens.loaded(TABLE, "waves.csv", "nl-NL", on="compare"),
    "drivers": lambda: screens.loaded(survey(), "survey.csv", "nl-NL", on="drivers"),
    "segments": drivers_tab("segments"),
    "methods": drivers_tab("methods"),
    "journeys": journeys_page,
}


@pytest.mark.parametrize(
    "page", tiers.first(["priorities", "drivers"], *sorted(set(PAGES) - {"priorities", "drivers"}))
)
def test_no_table_leaves_its_numbers_to_the_browser(page):
    app = PAGES[page]()
    assert not app.exception
    assert [*app.dataframe, *screens.tables(app)]
    assert list(left_to_the_browser(app)) == []


def test_a_table_has_each_number_as_it_is_written_and_as_it_sorts(monkeypatch):
    drawn = []
    monkeypatch.setattr(numbers.table_view, "draw", lambda view, *_: drawn.append(view))
    rows = pd.DataFrame({"name": ["a", None], "volume": [1_234_567.0, None], "moves": [True, False]})
    columns = {
        "volume": numbers.Column("Volume", write=numbers.plain(0, "nl")),
        "name": numbers.Column("Name", "name"),
        "moves": numbers.Column("Moves", "tick"),
        "absent": numbers.Column("Absent"),
    }
    numbers.table(rows, columns, "what it is", "nl", nothing="–")
    assert drawn[0].rows == ((("1.234.567", 1_234_567.0), "a", True), (("–", None), "–", False))
    assert [one.kind for one in drawn[0].columns] == ["number", "name", "tick"]


@pytest.mark.parametrize(("locale", "shown"), [("nl-NL", "7,07"), ("en-US", "7.07")])
def test_a_field_shows_the_mark_of_the_page_and_takes_either(locale, shown):
    app = screens.loaded(screens.SMALL.replace("6,0", "6,28"), locale=locale, on="priorities")
    assert control(app, "target").value == shown
    for typed in ("6,8", "6.8"):
        control(app, "target").set_value(typed).run()
        assert app.session_state["workspace"].settings.target == 6.8
        assert control(app, "target").value == f"6{shown[1]}8"


def test_a_number_beyond_the_scale_is_refused_with_words_and_changes_nothing():
    app = screens.loaded(locale="nl-NL", on="matrix")
    control(app, "rule").set_value("fixed").run()
    before = app.session_state["workspace"]
    control(app, "line_satisfaction").set_value("68").run()
    assert "“68” ligt niet tussen 1 en 10." in screens.read(app)
    assert "role='alert'" in screens.read(app)
    assert app.session_state["workspace"] == before
    control(app, "line_satisfaction").set_value("6,8").run()
    assert app.session_state["workspace"].settings.fixed[0] == 6.8
    assert "ligt niet tussen" not in screens.read(app)


def test_a_share_is_typed_in_per_cents():
    app = screens.loaded(survey(), "survey.csv", "nl-NL", on="drivers")
    app.get_by_key("show_in_matrix").click().run()
    screens.page(app, "matrix")
    control(app, "rule").set_value("fixed").run()
    assert control(app, "line_impact").value == "25%"
    control(app, "line_impact").set_value("12,5").run()
    assert app.session_state["workspace"].settings.fixed[1] == 0.125
    assert control(app, "line_impact").value == "12,5%"
    assert text.say("number.no_number", "nl", typed="") not in screens.read(app)


def test_money_has_the_currency_of_the_file_until_another_is_chosen():
    table = "Touchpoint;Satisfaction (1-10);Impact;Cost ($)\nt1;6;8;100\nt2;8;9;2500\n"
    app = screens.loaded(table, "costs.csv", "nl-NL", on="drivers")
    assert app.session_state["workspace"].settings.currency == "USD"
    app.file_uploader[0].upload("survey.csv", survey().encode()).run()
    app = screens.page(app, "drivers")
    assert cost_head(app) == "Kosten (US$)"
    control(app, "currency").set_value("CHF").run()
    assert cost_head(app) == "Kosten (CHF)"
    app.get_by_key("undo").click().run()
    assert app.session_state["workspace"].settings.currency == "USD"


def test_money_has_the_currency_of_the_language_where_nothing_names_one():
    app = screens.loaded(survey(), "survey.csv", "nl-NL", on="drivers")
    assert control(app, "currency").value == "EUR"
    assert cost_head(app) == "Kosten (€)"


def cost_head(app):
    return next(label for name, label, *_ in cells.given(app)["columns"] if name == "cost")
