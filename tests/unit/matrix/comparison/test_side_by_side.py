"""Methods, segments and stated importance side by side, and how certain quadrants are."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from cx import impact
from cx.errors import TableError
from cx.matrix import build
from cx.matrix.comparison import methods, segments, stated
from cx.matrix.telling import chance_table
from cx.records import AxisDraws, Filters, Responses, Settings
from tests.made.responses import journey, names
from tests.made.tables import row, touchpoints


@pytest.fixture(scope="module")
def result():
    table = journey(rows=300, touchpoints=4)
    return impact.drivers(table, "outcome", names(table), draws=0)


# --- methods ---


def test_a_method_is_compared_with_the_one_that_is_drawn(result):
    shares = {
        "shapley": (0.4, 0.3, 0.2, 0.1),
        "johnson": (0.4, 0.3, 0.2, 0.1),
        "correlation": (0.4, 0.2, 0.3, 0.1),
    }
    found = methods.compared(impact.touchpoints(result), replace(result, shares=shares))
    assert found.others == ("johnson", "correlation")
    assert (found.same("johnson"), found.same("correlation"), found.agreed) == (4, 2, 2)
    assert found.differing("correlation") == ("t2", "t3")
    words = methods.comparison_words(found, "en")
    assert words[0] == "By every method 2 of 4 touchpoints (50%) lie in the same quadrant."
    assert words[2].endswith("Elsewhere: t2, t3.")
    rows = methods.table(found, Settings(), "nl").set_index("touchpoint")
    assert rows["same"].to_dict() == {"t1": True, "t2": False, "t3": False, "t4": True}
    assert rows["correlation share"].to_dict() == {"t1": 0.4, "t2": 0.2, "t3": 0.3, "t4": 0.1}


def test_the_drawn_quadrants_are_those_of_the_matrix(result):
    table = impact.touchpoints(result)
    found = methods.compared(table, result, Settings(crosshair_rule="median"))
    drawn = {b.name: b.quadrant for b in build(table, Settings(crosshair_rule="median")).bubbles}
    assert dict(zip(found.names, found.quadrants["shapley"], strict=True)) == drawn


# --- segments ---


def in_segments():
    return touchpoints(
        [
            row("A", 5.0, 4, segment="Home", n=50, sd=1.5, volume=10),
            row("A", 9.0, 4, segment="Work", n=50, sd=1.5, volume=10),
            row("B", 8.0, 1, segment="Home", n=50, sd=1.5, volume=10),
            row("B", 8.5, 1, segment="Work", n=50, sd=1.5, volume=10),
            row("C", 6.0, 4, segment="Work", n=10, volume=10),
        ]
    )


def test_a_touchpoint_that_changes_quadrant_between_segments_is_named():
    found = segments.of_table(in_segments())
    lines = {matrix.crosshair.satisfaction for matrix in found.matrices.values()}
    assert lines == {build(in_segments()).crosshair.satisfaction}
    assert found.moving == ("A",)
    (told,) = segments.findings_of_segments(found)
    assert told.details == {"touchpoint": "A", "groups": "Home / Work"}
    words = segments.segment_words(found, Settings(), "en")
    assert words[0] == "1 of 3 touchpoints changes quadrant between segments."
    assert (
        words[1]
        == "A: Fix first for Home (100% certain); Let more people experience it for Work (100% certain)."
    )


def test_the_finding_belongs_to_the_matrix_of_all_segments():
    table = in_segments()
    whole = segments.with_findings(build(table), table)
    assert [f.details["touchpoint"] for f in whole.findings if f.code == "quadrant_changes"] == ["A"]
    one = Settings(filters=Filters(segments=("Home",)))
    assert segments.with_findings(build(table, one), table) == build(table, one)


def test_the_table_has_a_column_per_segment_and_those_that_move_first():
    rows = segments.table(segments.of_table(in_segments()), Settings(), "en")
    assert rows["touchpoint"].tolist() == ["A", "B", "C"]
    assert rows["moves"].tolist() == [True, False, False]
    assert rows["satisfaction 1"].tolist() == [9.0, 8.5, 6.0]
    assert rows["quadrant 0"].tolist()[2] == ""
    assert rows["certainty 0"].isna().tolist() == [False, False, True]


def test_one_segment_or_too_many_are_not_compared():
    rows = [row("A", 5.0, 4, segment=f"s{j}") for j in range(13)]
    assert segments.of_table(touchpoints(rows)) is None
    assert segments.of_table(touchpoints(rows[:1])) is None


def test_each_segment_of_respondents_has_a_model_of_its_own():
    table = journey(rows=300, touchpoints=3)
    table["Segment"] = ["a", "b", "b"] * 100
    table.loc[0, "Segment"] = "tiny"
    drivers = tuple(names(table))
    responses = Responses(table, drivers, ("outcome",), segments=("Segment",))

    def derive(part):
        return impact.drivers(part, "outcome", draws=0)

    found, failed = impact.by_segment(responses, "Segment", derive)
    assert {value: one.n for value, one in found.items()} == {"a": 99, "b": 200}
    assert (type(failed["tiny"]), failed["tiny"].key) == (TableError, "outcome_no_spread")
    whole = impact.touchpoints(derive(responses))
    parts = {value: impact.touchpoints(one) for value, one in found.items()}
    drawn = segments.of_parts("Segment", parts, whole)
    line = build(whole).crosshair
    lines = {(one.crosshair.satisfaction, one.crosshair.impact) for one in drawn.matrices.values()}
    assert lines == {(line.satisfaction, line.impact)}


# --- stated importance ---


def test_stated_and_derived_are_compared_by_rank():
    table = touchpoints(
        [
            row("A", 7, 0.5, importance=2),
            row("B", 7, 0.3, importance=5),
            row("C", 7, 0.15, importance=7),
            row("D", 7, 0.05, importance=9),
        ]
    )
    found = stated.against_derived(table)
    assert found.names == ("A", "B", "C", "D")
    assert found.stated_ranks == (4, 3, 2, 1)
    assert found.correlation == pytest.approx(-1)
    assert (found.hidden, found.overstated) == (("A",), ("D",))
    words = stated.stated_words(found, "en")
    assert "different orders (rank correlation −1.00)" in words[0]
    assert words[1:] == (
        "Matters more than customers say: A.",
        "Called important, but moves the outcome little: D.",
    )


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("none", "Uit deze gegevens blijkt niet wat de uitkomst beweegt"),
        ("unclear", "Deze gegevens laten geen verschil"),
    ],
)
def test_impact_that_is_not_shown_is_compared_with_nothing(claim, words):
    rows = [
        row(name, 7.0, share, importance=said)
        for name, share, said in zip("abc", (0.6, 0.3, 0.1), (1, 5, 9), strict=True)
    ]
    table = touchpoints(rows, impact_kind="derived", impact_claim=claim)
    found = stated.against_derived(table)
    assert (found.hidden, found.overstated) == ((), ())
    (said,) = stated.stated_words(found, "nl")
    assert said.startswith(words)


def test_what_differs_is_named_where_the_draws_bear_it_out():
    names, shares = tuple("abcdef"), np.array([0.3, 0.25, 0.2, 0.15, 0.06, 0.04])
    rows = [
        row(name, 7.0, share, importance=said)
        for name, share, said in zip(names, shares, range(6), strict=True)
    ]
    table = touchpoints(rows, impact_kind="derived", impact_claim="shown")
    steady = AxisDraws(names, np.full((40, 6), 7.0), np.tile(shares, (40, 1)))
    turning = AxisDraws(names, np.full((40, 6), 7.0), np.array([np.roll(shares, at % 6) for at in range(40)]))
    told = stated.against_derived(replace(table, draws=steady))
    assert (told.hidden, told.overstated) == (("a", "b"), ("f", "e"))
    doubted = stated.against_derived(replace(table, draws=turning))
    assert (doubted.hidden, doubted.overstated) == ((), ())
    assert stated.against_derived(table).hidden == ()


def test_ties_share_the_mean_of_their_ranks():
    table = touchpoints(
        [row("A", 7, 3, importance=5), row("B", 7, 2, importance=5), row("C", 7, 1, importance=1)]
    )
    found = stated.against_derived(table)
    assert found.stated_ranks == (1.5, 1.5, 3)
    assert found.correlation == pytest.approx(0.8660254)


def test_all_the_same_importance_has_no_order():
    table = touchpoints([row(name, 7, j, importance=5) for j, name in enumerate("ABC")])
    found = stated.against_derived(table)
    assert found.correlation is None
    assert len(stated.stated_words(found, "nl")) == 1


def test_fewer_than_three_with_both_are_not_compared():
    table = touchpoints([row("A", 7, 1, importance=5), row("B", 7, 2, importance=4), row("C", 7, 3)])
    assert stated.against_derived(table) is None


# --- certainty ---


def test_the_table_of_certainty_has_every_quadrant_and_the_least_certain_first():
    satisfaction = np.array([[6.0, 8.0], [6.0, 6.8], [6.0, 8.0], [7.5, 8.0]])
    shares = np.array([[0.6, 0.4], [0.61, 0.39], [0.6, 0.4], [0.59, 0.41]])
    table = touchpoints(
        [row("A", 6.0, 0.6), row("B", 8.0, 0.4)],
        impact_kind="derived",
        draws=AxisDraws(("A", "B"), satisfaction, shares),
    )
    matrix = build(table, Settings(crosshair_rule="fixed", fixed=(7.0, 0.5)))
    rows = chance_table.table(matrix, "en").set_index("touchpoint")
    assert rows["certainty"].to_dict() == {"A": 0.75, "B": 0.75}
    assert rows["borderline"].all()
    assert rows.loc["A", "expand_reach"] == 0.25
    assert rows.loc["B", "simplify"] == 0.25
    assert "axis" not in rows
    assert chance_table.words(matrix, "en") == "2 of 2 touchpoints are borderline."


def test_certainty_of_one_axis_says_so():
    table = touchpoints([row("A", 6.0, 1, n=100, sd=1.0), row("B", 8.0, 2, n=100, sd=1.0)])
    rows = chance_table.table(build(table), "nl")
    assert rows["axis"].tolist() == ["Tevredenheid", "Tevredenheid"]


def test_drivers_that_only_letter_case_tells_apart_keep_a_bubble_and_a_certainty_each():
    table = journey(rows=200, touchpoints=3).rename(columns={"t1": "App", "t2": "APP"})
    result = impact.drivers(table, "outcome", ["App", "APP", "t3"], draws=200)
    matrix = build(impact.touchpoints(result))
    assert [bubble.name for bubble in matrix.bubbles] == ["App", "APP (2)", "t3"]
    assert all(bubble.certainty == bubble.probabilities[bubble.quadrant] for bubble in matrix.bubbles)
    assert pd.Series([bubble.impact for bubble in matrix.bubbles]).sum() == pytest.approx(1)
