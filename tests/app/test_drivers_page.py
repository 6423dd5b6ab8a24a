"""The page of drivers: from a file of responses to its bars, to what-if and to the matrix.

Long is the other language of
``test_the_bars_are_ranked_and_have_intervals``,
``test_a_budget_buys_the_best_set_and_says_what_comes_next`` and
``test_what_survives_ends_in_one_sentence_with_what_does_not``.
"""

import io
import json
import re

import numpy as np
import pandas as pd
import pytest

from cx import text
from tests.app import screens
from tests.app.numbers import cells
from tests.made.responses import journey
from tests.project import tiers

LOCALES = {"en": "en-GB", "nl": "nl-NL"}


def survey(rows=240):
    table = journey(rows=rows, touchpoints=4).rename(columns={"w": "Weight"})
    table["Churned"] = ["yes" if value < 7 else "no" for value in table["outcome"]]
    table["Segment"] = ["Home", "Work", "Home"] * (rows // 3)
    return table.to_csv(index=False)


def asked(locale="en-GB", content=None):
    """The page of drivers of a session in which responses were uploaded."""
    return screens.loaded(content or survey(), "survey.csv", locale, on="drivers")


def bars(app):
    return json.loads(app.get("plotly_chart")[0].proto.spec)["data"][0]


def numbers(app):
    return next(one.value for one in screens.tables(app) if "share" in one.value).set_index("touchpoint")


def control(app, name):
    return app.get_by_key(f"control_{app.session_state['language']}_{name}")


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_without_data_the_page_offers_sample_responses(lang):
    app = screens.page(screens.opened(LOCALES[lang]), "drivers")
    assert not app.exception
    assert screens.title(app) == text.say("page.drivers", lang)
    assert text.say("empty.drivers", lang) in screens.read(app)
    assert [one.label for one in app.button] == [text.say("drivers.sample", lang)]


def test_a_touchpoint_table_alone_leads_to_responses():
    app = screens.loaded(on="drivers")
    assert text.say("drivers.none", "en") in screens.read(app)
    assert not app.get("plotly_chart")


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_the_bars_are_ranked_and_have_intervals(lang):
    app = asked(LOCALES[lang])
    assert not app.exception
    drawn = bars(app)
    assert drawn["customdata"] == numbers(app).index.tolist()
    assert drawn["x"] == sorted(drawn["x"], reverse=True)
    assert sum(drawn["x"]) == pytest.approx(1)
    assert len(drawn["error_x"]["array"]) == 4
    assert (numbers(app)["low"] <= numbers(app)["share"]).all()


def test_another_outcome_gives_another_result():
    app = asked()
    before = numbers(app)["effect"].to_dict()
    control(app, "outcome").set_value("Churned").run()
    assert not app.exception
    assert "Churned" in screens.title(app)
    assert numbers(app)["effect"].to_dict() != before


def test_method_segment_and_drivers_change_the_answer_and_undo_takes_it_back():
    app = asked()
    shares = numbers(app)["share"].to_dict()
    control(app, "method").set_value("correlation").run()
    assert numbers(app)["share"].to_dict() != shares
    control(app, "within_Segment").set_value(["Work"]).run()
    assert "80 respondents" in screens.read(app)
    control(app, "left_out").set_value(["t4"]).run()
    assert "t4" not in numbers(app).index
    for _ in range(3):
        app.get_by_key("undo").click().run()
    assert numbers(app)["share"].to_dict() == shares


def test_one_click_takes_whole_stores_and_another_takes_that_back():
    table = pd.read_csv(io.StringIO(survey()))
    stores = np.arange(len(table)) % 20
    lifted = np.random.default_rng(5).normal(size=20)[stores].round()
    for name in ("t1", "t2", "t3", "t4"):
        table[name] = (table[name] + 2 * lifted).clip(1, 10)
    app = asked(content=table.assign(Store=[f"Store {one}" for one in stores]).to_csv(index=False))
    assert text.say("drivers.clusters", "en", column="Store") == control(app, "clusters").label
    narrow = numbers(app)
    control(app, "clusters").set_value(True).run()
    wide = numbers(app)
    assert app.session_state["workspace"].files[0].choices.cluster == "Store"
    width = wide["satisfaction_high"] - wide["satisfaction_low"]
    assert (width > 2 * (narrow["satisfaction_high"] - narrow["satisfaction_low"])).all()
    control(app, "clusters").set_value(False).run()
    assert numbers(app)["satisfaction_low"].equals(narrow["satisfaction_low"])


def test_an_improvement_gives_the_expected_change_and_its_worth():
    app = asked()
    assert text.say("drivers.what_if.nothing", "en") in screens.read(app)
    effect, exposure = numbers(app).loc[numbers(app).index[0], ["effect", "exposure"]]
    improved(app, r0={"points": "1"})
    said = next(one.value for one in app.markdown if "expected to change" in one.value)
    change = float(said.split(" by ")[1].split(" ")[0].replace("\\", ""))
    assert change == pytest.approx(effect * exposure, abs=0.02)
    control(app, "factor").set_value("1000").run()
    assert "With your factor" in screens.read(app)


def test_the_matrix_draws_the_derived_impact_and_undo_takes_it_away():
    app = asked()
    shares = numbers(app)["share"]
    app.get_by_key("show_in_matrix").click().run()
    assert not app.exception
    assert sorted(screens.bubbles(app)) == ["t1", "t2", "t3", "t4"]
    assert "impact 25%" in screens.footnote(app)
    screens.page(app, "priorities")
    assert not app.exception
    assert screens.tables(app)[0].value["touchpoint"].isin(shares.index).all()
    screens.page(app, "drivers")
    assert text.say("drivers.shown", "en") in screens.read(app)
    app.get_by_key("undo").click().run()
    assert text.say("drivers.shown", "en") not in screens.read(app)


def test_volumes_of_a_touchpoint_table_join_the_derived_impact():
    table = "Touchpoint;Satisfaction (1-10);Volume\nt1;6;1000\nt2;7;2000\nt3;8;500\nt4;7;10\n"
    app = screens.loaded(table, "volumes.csv")
    screens.page(app, "drivers")
    app.file_uploader[0].upload("survey.csv", survey().encode()).run()
    screens.page(app, "drivers")
    app.get_by_key("show_in_matrix").click().run()
    assert not app.exception
    screens.page(app, "priorities")
    volumes = screens.tables(app)[0].value.set_index("touchpoint")["volume"].to_dict()
    assert volumes == {"t1": 1000, "t2": 2000, "t3": 500, "t4": 10}


# --- tabs ---


def opened_tab(app, name):
    lang = app.session_state["language"]
    app.session_state[f"drivers_tabs_{lang}"] = text.say(f"drivers.tab.{name}", lang)
    return app.run()


improved = cells.typed


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_a_budget_buys_the_best_set_and_says_what_comes_next(lang):
    app = asked(LOCALES[lang])
    assert text.say("budget.nothing", lang) in screens.read(app)
    improved(
        app, r0={"points": "1,0", "cost": "€ 100"}, r1={"points": "1.0", "cost": "60"}, r2={"points": "1"}
    )
    names = numbers(app).index.tolist()
    said = screens.read(app)
    assert text.say("budget.give", lang) in said
    assert text.say("budget.uncosted", lang, touchpoints=names[2]) in said
    control(app, "budget").set_value("120").run()
    assert not app.exception
    bought = next(one.value for one in screens.tables(app) if "bought" in one.value).set_index("touchpoint")[
        "bought"
    ]
    assert bought.to_dict() == {names[0]: True, names[1]: False}
    assert "160" in screens.read(app)
    control(app, "budget").set_value("1").run()
    assert text.say("budget.too_small", lang, cost={"nl": "€ 60", "en": "£60"}[lang]) in screens.read(app)


def test_methods_stand_side_by_side_with_how_far_they_agree():
    app = opened_tab(asked(), "methods")
    assert not app.exception
    rows = next(one.value for one in screens.tables(app) if "johnson quadrant" in one.value)
    assert sorted(rows["touchpoint"]) == ["t1", "t2", "t3", "t4"]
    assert "By every method" in screens.read(app)


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_what_survives_ends_in_one_sentence_with_what_does_not(lang):
    table = journey(rows=1_800, touchpoints=4)
    table["t1"] = (table["t1"] - 1).clip(lower=1)
    table["t4"] = (table["t4"] + 1).clip(upper=10)
    app = opened_tab(asked(LOCALES[lang], table.to_csv(index=False)), "stress")
    assert not app.exception
    said = screens.read(app)
    assert text.say("stress.changed", lang) in [one.value for one in app.subheader]
    assert re.search(
        {"en": r"\d+ of \d+ conclusions survive", "nl": r"\d+ van de \d+ conclusies"}[lang], said
    )
    for kind in ("median", "midpoint", "pmvd"):
        words = text.say(f"stress.kind.{kind}", lang)
        assert words[1:] in said


def test_without_a_certain_quadrant_there_is_nothing_to_survive():
    app = opened_tab(asked(content=survey(60)), "stress")
    assert not app.exception
    said = [one.value for one in app.info]
    assert {text.say("stress.none", "en"), text.say("stress.unknown", "en")} & set(said)


def test_segments_are_compared_against_one_crosshair():
    app = opened_tab(asked(), "segments")
    assert not app.exception
    rows = next(one.value for one in screens.tables(app) if "quadrant 1" in one.value)
    assert sorted(rows["touchpoint"]) == ["t1", "t2", "t3", "t4"]
    assert rows["n 0"].gt(rows["n 1"]).all()


def test_stated_importance_and_costs_of_another_file_join_by_name():
    table = "Touchpoint;Stated importance;Costs\nt1;3;100\nt2;5;200\nt3;7;50\nt4;9;10\n"
    app = screens.loaded(survey(), "survey.csv", on="drivers")
    opened_tab(app, "stated")
    assert text.say("stated.empty", "en") in screens.read(app)
    screens.page(app, "data")
    app.file_uploader[0].upload("said.csv", table.encode()).run()
    app = opened_tab(screens.page(app, "drivers"), "stated")
    assert not app.exception
    rows = next(one.value for one in screens.tables(app) if "stated_rank" in one.value).set_index(
        "touchpoint"
    )
    assert rows["stated"].to_dict() == {"t1": 3, "t2": 5, "t3": 7, "t4": 9}
    costs = cells.shown(app, "cost")
    assert costs == {"t1": "100", "t2": "200", "t3": "50", "t4": "10"}


def test_a_file_beside_the_responses_that_cannot_be_used_leaves_the_page_standing():
    app = screens.loaded(survey(), "survey.csv", on="data")
    app.file_uploader[0].upload("odd.csv", b"Name;Colour\nt1;red\nt2;blue\n").run()
    app = screens.page(app, "drivers")
    assert not app.exception
    assert bars(app)["customdata"] == numbers(app).index.tolist()


def test_behind_the_matrix_stand_certainty_methods_and_segments():
    app = asked()
    app.get_by_key("show_in_matrix").click().run()
    screens.page(app, "matrix")
    assert not app.exception
    rows = next(one.value for one in screens.tables(app) if "borderline" in one.value)
    assert (
        rows[["fix_first", "expand_reach", "minimise_cost", "simplify"]].sum(axis=1).tolist()
        == [pytest.approx(1)] * 4
    )
    before = screens.footnote(app)
    control(app, "matrix_method").set_value("correlation").run()
    assert not app.exception
    assert app.session_state["workspace"].derived.method == "correlation"
    assert screens.footnote(app).split(" · ")[0] == before.split(" · ")[0]


@pytest.mark.parametrize("way", ["page", "language"])
def test_what_was_typed_is_there_after_another_page_or_language(way):
    app = asked()
    improved(app, r0={"points": "1.0", "cost": "100,-"})
    if way == "page":
        screens.page(app, "data")
        screens.page(app, "drivers")
    else:
        app.session_state["language"] = "nl"
        app.run()
    assert not app.exception
    assert next(iter(typed(app, "points").values())) == "1"
    assert next(iter(typed(app, "cost").values())) == "100"
    improved(app, r1={"points": "0,5", "cost": "60"})
    assert [one.replace(",", ".") for one in typed(app, "points").values()][:2] == ["1", "0.5"]


def typed(app, column):
    """The numbers that the table of improvements is understood as, by touchpoint, as the page writes them."""
    return cells.shown(app, column)


def test_what_was_typed_stays_with_its_touchpoint_when_the_order_changes():
    app = asked()
    names = numbers(app).index.tolist()
    improved(app, r1={"points": "1"})
    control(app, "left_out").set_value([names[0]]).run()
    assert typed(app, "points") == dict.fromkeys(names[1:], "") | {names[1]: "1"}
    control(app, "method").set_value("correlation").run()
    assert typed(app, "points")[names[1]] == "1"


def test_a_cell_shows_what_was_read_is_refused_by_row_and_asked_where_it_can_be_two():
    app = asked("nl-NL")
    first, second = numbers(app).index[:2]
    improved(app, r0={"points": "half", "cost": "€ 2,5 mln"}, r1={"points": "0.5", "cost": "1.234"})
    said = screens.read(app)
    assert f"<b>{first}, Punten +:</b> “half” is geen getal." in said
    assert f"<b>{second}, Kosten (€):</b> “1.234” kan twee getallen zijn." in said
    assert cells.fault(app, 0, "points").startswith("“half” is geen getal")
    assert (typed(app, "points")[first], typed(app, "points")[second]) == ("half", "0,5")
    assert (typed(app, "cost")[first], typed(app, "cost")[second]) == ("2.500.000", "1.234")
    next(one for one in app.button if one.label == "1,234").click().run()
    assert (typed(app, "cost")[second], cells.fault(app, 1, "cost")) == ("1,234", "")
    app.session_state["language"] = "en"
    app.run()
    assert (typed(app, "points")[first], typed(app, "cost")[first]) == ("half", "2,500,000")
    assert (typed(app, "points")[second], typed(app, "cost")[second]) == ("0.5", "1.234")


def test_a_number_of_the_file_is_known_however_it_is_written():
    table = "Touchpoint;Costs\nt1;1234\nt2;200\nt3;50\nt4;10\n"
    app = screens.loaded(survey(), "survey.csv", "nl-NL", on="data")
    app.file_uploader[0].upload("costs.csv", table.encode()).run()
    app = screens.page(app, "drivers")
    assert typed(app, "cost")["t1"] == "1.234"
    assert {cells.fault(app, row, "cost") for row in range(4)} == {""}
