"""From one state to the next: what a person sets, edits, undoes and resets.

Long are further names of ``test_what_people_typed_is_shown_as_typed``.
"""

import json
import re

import pytest
from streamlit.testing.v1 import AppTest

from cx import text
from tests.app import screens, sheet
from tests.project import tiers

OFF = (False,)
NO_IMPACT = "Touchpoint;Satisfaction (1-10);Volume\nInvoice;6,0;1000\nApp;8,0;3000\nCall;5,5;500\n"
PERIODS = (
    "Touchpoint;Satisfaction (1-10);Impact;Period;Segment\n"
    "Invoice;6,0;8;2026 Q1;Home\nInvoice;6,5;8;2026 Q2;Home\nInvoice;7,0;8;2026 Q2;Business\n"
    "App;8,0;2;2026 Q1;Home\nApp;8,5;2;2026 Q2;Home\nApp;9,0;2;2026 Q2;Business\n"
)


def control(app, name):
    return app.get_by_key(f"control_{app.session_state['language']}_{name}")


def crosshair(app):
    """Rule and lines, as the footnote of the chart has them."""
    return re.search(r"crosshair: (.*?),", screens.footnote(app)).group(1)


def test_a_clear_upload_leads_to_the_matrix_and_a_question_leads_to_the_data():
    assert screens.title(screens.uploaded()) == "One touchpoint holds 40% of the impact and scores below 7.0"
    assert screens.title(screens.uploaded(NO_IMPACT)) == text.say("data.title", "en")


def test_another_scale_changes_the_axis():
    app = screens.loaded(on="data")
    assert control(app, "scale_0").value == "1-10"
    control(app, "scale_0").set_value("0-100").run()
    assert "scale 0 to 100" in screens.read(app)
    texts = [
        words
        for trace in screens.chart(screens.page(app, "matrix"))["data"]
        for words in trace.get("text", ())
    ]
    assert "Satisfaction (0–100)" in texts


def test_a_scale_of_ones_own_can_be_set_and_turned():
    app = screens.loaded(on="data")
    control(app, "scale_0").set_value("own").run()
    control(app, "maximum_0").set_value("12,0").run()
    control(app, "direction_0").set_value("lower").run()
    assert "scale 1 to 12" in screens.read(app)
    screens.page(app, "matrix")
    assert screens.title(app) == "One touchpoint holds 45% of the impact and scores below 6.0"


def test_a_role_can_be_changed_and_the_change_undone():
    app = screens.loaded(on="data")
    sheet.take_role(app, "C", "ignore")
    assert text.say("ways.title", "en") in screens.read(app)
    app.get_by_key("undo").click().run()
    assert sheet.role(app, "C") == "impact"
    assert text.say("ways.title", "en") not in screens.read(app)


def test_the_crosshair_rule_can_be_changed_undone_redone_and_reset():
    app = screens.loaded()
    assert crosshair(app) == "mean (satisfaction 7.0"
    control(app, "rule").set_value("fixed").run()
    control(app, "line_satisfaction").set_value("5,5").run()
    assert crosshair(app) == "set by hand (satisfaction 5.5"
    app.get_by_key("undo").click().run()
    assert crosshair(app) == "set by hand (satisfaction 7.0"
    app.get_by_key("undo").click().run()
    assert crosshair(app) == "mean (satisfaction 7.0"
    assert control(app, "rule").value == "mean"
    app.get_by_key("redo").click().run()
    assert control(app, "rule").value == "fixed"
    assert app.get_by_key("redo").disabled is False
    app.get_by_key("reset_en").click("view").run()
    assert crosshair(app) == "mean (satisfaction 7.0"


def test_a_filter_leaves_the_crosshair_unless_freezing_is_off():
    app = screens.loaded()
    control(app, "journeys").set_value(["Using"]).run()
    assert len(screens.bubbles(app)) == 2
    assert crosshair(app) == "mean (satisfaction 7.0"
    control(app, "freeze").set_value(*OFF).run()
    assert crosshair(app) == "mean (satisfaction 6.5"


def test_the_latest_period_is_shown_and_another_can_be_chosen():
    app = screens.loaded(PERIODS)
    assert "2026 Q2" in screens.read(app)
    assert control(app, "period").value == "2026 Q2"
    control(app, "period").set_value("2026 Q1").run()
    assert "· 2026 Q1 ·" in screens.read(app)


def test_one_bubble_per_segment():
    app = screens.loaded(PERIODS)
    assert len(screens.bubbles(app)) == 2
    control(app, "unit").set_value("segment").run()
    assert len(screens.bubbles(app)) == 4


def test_names_on_the_chart_can_be_switched_off():
    app = screens.loaded()
    control(app, "labels").set_value(*OFF).run()
    words = [one for trace in screens.chart(app)["data"] for one in trace.get("text", ())]
    assert not [one for one in words if "Invoice" in one]


def test_choosing_a_touchpoint_opens_its_card_and_closing_takes_it_away():
    app = screens.loaded()
    box = control(app, "touchpoint")
    assert box.options == ["Invoice", "Call", "App", "Letter"]
    box.set_value(screens.bubbles(app)["Invoice"]).run()
    words = screens.read(app)
    assert "<td>6.00<br><span class='cx-foot'>1.00 below the line</span></td>" in words
    assert text.say("advice.fix_first.high", "en") in words
    app.get_by_key("close_card").click().run()
    assert "below the line" not in screens.read(app)
    assert control(app, "touchpoint").value is None


def test_a_cell_typed_in_the_table_changes_the_matrix_and_can_be_reset():
    app = screens.loaded(on="data")
    sheet.typed(app, B2="9", A4="Telephone")
    assert "Telephone" in screens.tables(screens.page(app, "priorities"))[0].value["touchpoint"].tolist()
    screens.page(app, "matrix")
    assert crosshair(app) == "mean (satisfaction 7.8"
    app.get_by_key("undo").click().run()
    assert crosshair(app) == "mean (satisfaction 7.0"


def test_edits_add_up_over_pages_and_languages():
    app = screens.loaded(on="data")
    sheet.typed(app, B2="9")
    screens.page(app, "method")
    screens.page(app, "data")
    assert sheet.column(app, "B") == ["9", "8,0", "5,0", "9,0"]
    sheet.typed(app, B3="9,5")
    app.get_by_key("language").set_value("nl").run()
    assert sheet.column(app, "B") == ["9", "9,5", "5,0", "9,0"]


def test_a_short_table_has_blank_rows_to_type_on():
    app = screens.loaded(on="data")
    assert sheet.given(app)["rows"] == 23
    assert sheet.column(app, "B") == ["6,0", "8,0", "5,0", "9,0"]
    sheet.typed(app, A7="Visit", B7="7", C7="4")
    screens.page(app, "matrix")
    assert "Visit" in screens.bubbles(app)


def test_a_row_can_be_added_and_taken_away():
    app = screens.loaded(on="data")
    sheet.typed(app, A6="Visit", B6="7", C6="4", **{f"{letter}5": "" for letter in "ABCDEF"})
    screens.page(app, "matrix")
    assert sorted(screens.bubbles(app)) == ["App", "Call", "Invoice", "Visit"]


def test_a_mended_cell_takes_its_finding_away():
    app = screens.loaded(screens.SMALL.replace("App;8,0", "App;n.v.t."), on="data")
    assert "B3" in screens.read(app)
    sheet.typed(app, B3="8")
    assert "B3" not in screens.read(app)


def test_the_impact_column_is_added_where_there_is_none():
    app = screens.loaded(NO_IMPACT)
    screens.button(app, "ways.type.button").click().run()
    sheet.typed(app, D2="5", D3="1", D4="2")
    assert text.say("ways.title", "en") not in screens.read(app)
    assert "impact" in screens.title(screens.page(app, "matrix"))


def test_a_file_with_the_impact_is_joined_by_name():
    app = screens.loaded(NO_IMPACT)
    app.file_uploader[0].upload("impact.csv", b"Touchpoint;Impact\ninvoice;5\nAPP;1\nCall;2\n").run()
    assert not app.exception
    assert screens.title(app).startswith("One touchpoint holds 62% of the impact")


def test_impact_can_be_composed_of_two_columns():
    app = screens.loaded(screens.SMALL, on="data")
    control(app, "impact_0").set_value(["Impact", "Volume"]).run()
    assert control(app, "weight_0_1").value == "1"
    control(app, "weight_0_1").set_value("0").run()
    assert (
        screens.title(screens.page(app, "matrix"))
        == "One touchpoint holds 40% of the impact and scores below 7.0"
    )


def test_the_target_and_the_terms_change_the_order():
    app = screens.loaded(on="priorities")
    assert screens.tables(app)[0].value["touchpoint"].tolist() == ["Invoice", "Call", "App", "Letter"]
    control(app, "term_impact").set_value(*OFF).run()
    assert screens.tables(app)[0].value["touchpoint"].tolist()[0] == "Invoice"
    control(app, "term_volume").set_value(*OFF).run()
    assert screens.tables(app)[0].value["touchpoint"].tolist()[0] == "Call"
    control(app, "target").set_value("10").run()
    assert screens.tables(app)[0].value["gap_term"].round(2).tolist()[:2] == [55.56, 44.44]


def test_strategies_can_be_reworded_in_one_language():
    app = screens.loaded()
    app.session_state["reword_fix_first"] = True
    app.run()
    control(app, "strategy_en_fix_first_name").set_value("Repair <b>now</b>").run()
    assert "Repair &lt;b&gt;now&lt;/b&gt;" in screens.read(app)
    app.get_by_key("undo").click().run()
    assert "Repair" not in screens.read(app)


@pytest.mark.parametrize(
    "name",
    tiers.first(
        ["<img src=x onerror=alert(1)>", ":red[loud]"], "[x](javascript:alert(1))", "$x^2$", "`code` *b*"
    ),
)
def test_what_people_typed_is_shown_as_typed(name):
    table = screens.SMALL.replace("Invoice", name)
    app = screens.loaded(table)
    assert not [one.value for one in app.markdown if name in one.value]
    assert not [one.body for one in app.html if "<img" in one.body]
    assert "<img" not in json.dumps(screens.chart(app)["data"])
    for other in ("data", "priorities"):
        assert not screens.page(app, other).exception


def test_the_scale_of_a_scored_impact_sets_its_midpoint():
    app = screens.loaded(on="data")
    assert control(app, "impact_scale_0").value == "none"
    control(app, "impact_scale_0").set_value("0-10").run()
    screens.page(app, "matrix")
    control(app, "rule").set_value("midpoint").run()
    assert "(satisfaction 5.5, impact 5.0)" in screens.footnote(app)


def test_rows_are_counted_also_where_files_are_joined():
    app = screens.loaded(screens.SMALL.replace("App;8,0", "App;n.v.t.").replace("Letter;9,0", "Letter;"))
    assert "2 touchpoints go into the matrix. 2 rows were set aside" in screens.read(
        screens.page(app, "data")
    )
    app = screens.loaded(NO_IMPACT)
    app.file_uploader[0].upload("impact.csv", b"Touchpoint;Impact\ninvoice;5\nAPP;1\nOther;2\n").run()
    words = screens.read(screens.page(app, "data"))
    assert "3 touchpoints go into the matrix. Something was left out" in words
    assert "“Other” in row 4 of impact.csv matches no touchpoint" in words


def test_filters_that_leave_nothing_say_so_and_can_be_reset():
    app = screens.loaded()
    control(app, "journeys").set_value(["Paying"]).run()
    control(app, "channels").set_value(["App"]).run()
    assert screens.title(app) == text.say("headline.empty", "en")
    assert not app.exception
    assert not screens.page(app, "priorities").exception
    app.get_by_key("reset_en").click("view").run()
    assert len(screens.tables(app)[0].value) == 4


def test_the_table_of_priorities_shows_the_terms_of_the_score():
    table = screens.tables(screens.loaded(on="priorities"))[0].value
    assert table["rank"].tolist() == [1, 2, 3, 4]
    assert table["impact_term"].tolist() == [40, 10, 45, 5]
    assert table["gap_term"].round(2).tolist() == [11.11, 22.22, 0, 0]
    assert table["priority"].tolist() == [80, 20, 0, 0]
    assert table["cumulative"].tolist() == [80, 100, 100, 100]


COMPOSED = (
    "Touchpoint;Satisfaction (1-10);Churn;NPS effect;Volume\n"
    "Invoice;6,1;-0,2;3;1000\nApp;8;-0,1;4;200000\nCall;5;-0,4;6;3000\nLetter;9;-0,1;1;500\n"
)


def test_a_weight_leaves_the_direction_that_was_found():
    app = screens.loaded(COMPOSED, on="data")
    assert [control(app, f"way_0_{place}").value for place in (0, 1)] == ["lower", "higher"]
    control(app, "weight_0_1").set_value("3,0").run()
    assert [control(app, f"way_0_{place}").value for place in (0, 1)] == ["lower", "higher"]
    assert not app.error
    assert "impact" in screens.title(screens.page(app, "matrix"))


def test_a_column_added_to_the_impact_gets_the_direction_of_its_numbers():
    app = screens.loaded(COMPOSED, on="data")
    control(app, "impact_0").set_value(["NPS effect"]).run()
    control(app, "impact_0").set_value(["NPS effect", "Churn"]).run()
    assert [control(app, f"way_0_{place}").value for place in (0, 1)] == ["higher", "lower"]
    assert not app.error


@pytest.mark.parametrize("content", ["Touchpoint;Colour\nA;red\nB;blue\n", "hello\nworld\n"])
def test_a_file_without_a_matrix_leaves_the_one_that_is_loaded(content):
    app = screens.loaded()
    before = screens.title(app)
    app.switch_page("app.py").run()
    app.file_uploader[0].upload("other.csv", content.encode()).run()
    assert text.say("upload.kept", "en") in app.error[0].value
    assert screens.title(screens.page(app, "matrix")) == before


def test_a_file_that_was_held_back_can_be_opened_to_set_its_columns():
    app = screens.loaded()
    app.switch_page("app.py").run()
    app.file_uploader[0].upload("other.csv", b"Touchpoint;Mark\nA;red\nB;blue\n").run()
    screens.button(app, "upload.all_the_same").click().run()
    assert screens.title(app) == text.say("data.title", "en")
    assert "other.csv" in screens.read(app)
    screens.page(app, "matrix")
    assert screens.title(app) == text.say("failure.title", "en")
    app.get_by_key("undo").click().run()
    assert screens.title(app).startswith("One touchpoint holds 40%")


def test_words_that_no_option_has_are_not_taken_over():
    def script():
        import streamlit as st

        from pages.parts.shell import state

        taken = []
        tied = state.control("unit", "touchpoint", taken.append, ("touchpoint", "channel"))
        for sent in ("Contactmoment", ["channel", "Kanaal"], "channel"):
            st.session_state[tied["key"]] = sent
            tied["on_change"]()
        st.markdown(repr(taken))

    assert AppTest.from_function(script).run().markdown[0].value == "['channel']"
