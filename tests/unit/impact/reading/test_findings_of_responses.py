"""Traps of real survey files, planted one at a time: each has its finding."""

import numpy as np
import pandas as pd
import pytest

from cx import impact
from cx.records import Responses, Scale
from tests.made.responses import journey, names

COLUMNS = names(journey())


def found(table, outcome="outcome", drivers=COLUMNS, **options):
    return impact.drivers(table, outcome, drivers, draws=0, **options).findings


def of(findings, code):
    return [finding for finding in findings if finding.code == code]


def clean(rows=400, touchpoints=5):
    return journey(rows, touchpoints, missing=0.0)


def test_clean_responses_raise_no_warning():
    table = journey(rows=1_000, touchpoints=6)
    findings = found(table, drivers=names(table), scales=Scale(1, 10), outcome_direction="higher")
    assert [f.code for f in findings if f.severity != "info"] == []


def test_columns_that_only_look_like_ratings_are_set_aside():
    table = clean().assign(
        id=np.arange(400) + 7_000,
        Age=np.random.default_rng(1).integers(18, 90, 400),
        Minutes=np.random.default_rng(2).integers(0, 500, 400),
        Segment=1 + np.arange(400) % 3,
        Overall=5 + np.arange(400) % 4,
        Name="x",
    )
    result = impact.drivers(table.drop(columns="w"), "outcome", draws=0)
    assert [d.name for d in result.drivers] == ["t1", "t2", "t3", "t4", "t5"]
    aside = {f.column: f.code for f in result.findings if f.severity == "error"}
    assert aside == {
        "id": "identifier",
        "Age": "not_a_touchpoint",
        "Minutes": "not_a_rating",
        "Segment": "not_a_touchpoint",
        "Overall": "second_outcome",
    }


def test_a_weight_is_named_not_used():
    table = clean().rename(columns={"w": "Weight"})
    assert [f.column for f in of(impact.drivers(table, "outcome", draws=0).findings, "weight_unused")] == [
        "Weight"
    ]


def test_a_sibling_of_the_outcome_is_a_second_outcome():
    table = clean(touchpoints=8).rename(columns={"outcome": "SAT1"}).assign(SAT2=lambda t: t["SAT1"].round())
    result = impact.drivers(table.drop(columns="w"), "SAT1", draws=0)
    assert [f.column for f in of(result.findings, "second_outcome")] == ["SAT2"]
    kept = found(table, "SAT1", [*COLUMNS, "SAT2", "t5", "t6", "t7", "t8"])
    assert [f.column for f in of(kept, "second_outcome_kept")] == ["SAT2"]


def test_rows_without_outcome_are_counted():
    table = clean()
    table.loc[:6, "outcome"] = np.nan
    assert [f.details["n"] for f in of(found(table), "rows_without_outcome")] == [7]


def test_a_touchpoint_that_nobody_met_is_left_out():
    table = clean().assign(t9=np.nan)
    result = impact.drivers(table, "outcome", [*COLUMNS, "t9"], draws=0)
    assert result.driver("t9") is None
    assert [(f.severity, f.column) for f in of(result.findings, "nobody_met")] == [("error", "t9")]


def test_ratings_without_spread():
    table = clean().assign(t1=7)
    result = impact.drivers(table, "outcome", COLUMNS, draws=0)
    driver = result.driver("t1")
    assert (driver.impact, driver.effect, driver.satisfaction) == (0.0, None, 7.0)
    assert [f.column for f in of(result.findings, "no_spread")] == ["t1"]


def test_few_that_met():
    table = clean()
    table.loc[8:, "t3"] = np.nan
    result = impact.drivers(table, "outcome", COLUMNS, draws=0)
    assert [f.details["n"] for f in of(result.findings, "few_met")] == [8]
    assert result.driver("t3").exposure_effect is None


def test_nearly_the_outcome():
    table = clean()
    table["t2"] = (table["outcome"] + np.random.default_rng(2).normal(0, 0.4, 400)).round(1)
    assert [f.column for f in of(found(table), "nearly_the_outcome")] == ["t2"]


def test_a_touchpoint_whose_exposure_tells_the_outcome():
    table = clean().drop(columns="outcome")
    churned = np.random.default_rng(3).random(400) < 0.4
    table["Churned"] = np.where(churned, "yes", "no")
    table.loc[~churned, "t4"] = np.nan
    findings = found(table, "Churned")
    assert "t4" in [f.column for f in of(findings, "nearly_the_outcome")]
    assert [(f.column, f.details["percent"]) for f in of(findings, "not_met_tells_outcome")] == [("t4", 0.0)]


def test_a_touchpoint_that_tells_the_outcome_off_the_line():
    table = clean()
    table["outcome"] = (table["t1"] - 7) ** 2 + np.random.default_rng(4).normal(0, 0.2, 400)
    assert "t1" in [f.column for f in of(found(table), "tells_outcome_alone")]


def test_the_average_of_the_others():
    table = clean().assign(t9=lambda t: t[COLUMNS].mean(axis=1).round(2))
    assert "t9" in [f.column for f in of(found(table, drivers=[*COLUMNS, "t9"]), "average_of_others")]


def test_an_outcome_that_is_the_average():
    table = clean().assign(outcome=lambda t: t[COLUMNS].mean(axis=1).round(2))
    assert [f.details["r"] for f in of(found(table), "outcome_is_average")] == [1.0]


def test_copies_are_counted_unless_another_column_tells_them_apart():
    table = clean(touchpoints=6)
    copied = pd.concat([table, table.iloc[:9]])
    assert [f.details["n"] for f in of(found(copied, drivers=names(table)), "copied_rows")] == [9]
    numbered = copied.assign(id=np.arange(len(copied)))
    assert [f.details["n"] for f in of(found(numbered, drivers=names(table)), "copied_rows")] == [9]
    told_apart = copied.assign(city=np.arange(len(copied)) % 199)
    assert of(found(told_apart, drivers=names(table)), "copied_rows") == []
    assert of(found(table, drivers=names(table)), "copied_rows") == []


def test_straight_liners_are_counted_and_can_be_left_out():
    table = clean()
    straight = int((table[COLUMNS].nunique(axis=1) == 1).sum())
    table.loc[table.index[:30], COLUMNS] = 8
    planted = int((table[COLUMNS].nunique(axis=1) == 1).sum())
    assert planted >= 30 > straight
    assert [f.details["n"] for f in of(found(table), "straight_liners")] == [planted]
    rest = impact.drivers(table, "outcome", COLUMNS, draws=0, leave_out_straight_liners=True)
    assert rest.n == 400 - planted
    assert [f.details["n"] for f in of(rest.findings, "straight_liners_left_out")] == [planted]


def test_straight_lines_are_those_within_a_question():
    random = np.random.default_rng(8)
    table = pd.DataFrame(random.integers(1, 6, (300, 5)), columns=[f"Q1_{j}" for j in range(5)])
    table = table.join(pd.DataFrame(random.integers(1, 11, (300, 5)), columns=[f"Q2_{j}" for j in range(5)]))
    table["outcome"] = table["Q1_0"] + random.normal(size=300)
    table.loc[:1, [f"Q1_{j}" for j in range(5)]] = [[1, 2, 3, 4, 5]] * 2  # a line in one question only
    table.loc[:1, [f"Q2_{j}" for j in range(5)]] = 7
    first, second = list(table.columns[:5]), list(table.columns[5:10])
    scales = {name: Scale(1, 5) for name in first} | {name: Scale(1, 10) for name in second}
    lines = (table[first].nunique(axis=1) == 1) | (table[second].nunique(axis=1) == 1)
    result = impact.drivers(table, "outcome", [*first, *second], scales=scales, draws=0)
    assert [f.details["n"] for f in of(result.findings, "straight_liners")] == [int(lines.sum())]
    known = Responses(table, (*first, *second), ("outcome",), scales=scales, batteries=(tuple(first),))
    assert [
        f.details["n"] for f in of(impact.drivers(known, "outcome", draws=0).findings, "straight_liners")
    ] == [int(lines.sum())]


def test_collinear_touchpoints_are_named_with_their_partner():
    table = clean()
    table["t4"] = table["t1"] + np.random.default_rng(5).normal(0, 0.2, 400).round(2)
    named = [(f.details["touchpoint"], f.details["other"]) for f in of(found(table), "collinear")]
    assert named == [("t1", "t4")]


def test_touchpoints_met_by_the_same_customers():
    table = journey()
    table.loc[table["t1"].isna(), "t2"] = np.nan
    table.loc[table["t1"].notna() & table["t2"].isna(), "t2"] = 7
    findings = found(table)
    assert [(f.details["touchpoint"], f.details["other"]) for f in of(findings, "inseparable_exposure")] == [
        ("t1", "t2")
    ]
    assert impact.drivers(table, "outcome", COLUMNS, draws=0).driver("t1").exposure_effect is None


def test_a_small_base_for_so_many_columns():
    findings = found(journey(rows=45, missing=0.3))
    assert [(f.details["n"], f.details["needed"]) for f in of(findings, "few_rows")] == [(45, 80)]


def test_ratings_that_look_turned():
    table = clean()
    table[COLUMNS] = 11 - table[COLUMNS]
    assert [f.details["n"] for f in of(found(table), "ratings_look_turned")] == [4]
    turned = found(table, scales=Scale(1, 10, "lower"))
    assert of(turned, "ratings_look_turned") == [] and len(of(turned, "rating_turned")) == 4


@pytest.mark.parametrize(("code", "share"), [(99, 0.05), (-99, 0.05), (11, 0.05)])
def test_codes_that_lie_apart_are_left_out_and_named(code, share):
    table = clean()
    table.loc[np.random.default_rng(6).random(400) < share, "t2"] = code
    n = int((table["t2"] == code).sum())
    findings = found(table)
    named = [(f.column, f.value, f.details["n"]) for f in of(findings, "rating_out_of_scale")]
    assert named == [("t2", str(code), n)]


def test_a_zero_below_one_is_suspected_by_its_outcome():
    random = np.random.default_rng(7)
    ratings = random.integers(1, 6, (600, 4)).astype(float)
    outcome = ratings.sum(axis=1) + random.normal(size=600)
    ratings[random.random(600) < 0.1, 0] = 0
    table = pd.DataFrame(ratings, columns=COLUMNS).assign(outcome=outcome.round(1))
    seen = of(found(table), "possible_code")
    assert [(f.column, f.value, f.details["n"]) for f in seen] == [
        ("t1", "0", int((ratings[:, 0] == 0).sum()))
    ]
    assert seen[0].details["outcome"] > seen[0].details["near_outcome"] + 1


def test_zero_as_the_lowest_answer_is_not_suspected():
    random = np.random.default_rng(8)
    ratings = random.integers(0, 6, (600, 4)).astype(float)
    table = pd.DataFrame(ratings, columns=COLUMNS).assign(
        outcome=ratings.sum(axis=1) + random.normal(size=600)
    )
    assert of(found(table), "possible_code") == []


def test_blanks_beside_a_code_are_asked_about():
    table = clean()
    table.loc[:4, "t1"] = 0
    table.loc[5:9, "t1"] = np.nan
    findings = found(table, missing={"t1": [0]})
    assert [f.details["n"] for f in of(findings, "blanks_beside_code")] == [5]
    answered = found(table, missing={"t1": [0]}, blanks={"t1": "no_answer"})
    assert of(answered, "blanks_beside_code") == []
    assert [f.details["n"] for f in of(answered, "met_not_rated")] == [5]


def test_text_among_the_ratings_is_counted():
    table = clean().astype({"t1": object})
    table.loc[:2, "t1"] = "weet niet"
    table.loc[3, "t1"] = "7,5"
    findings = found(table)
    assert [(f.details["n"], f.value) for f in of(findings, "rating_unreadable")] == [(3, "weet niet")]
    assert impact.drivers(table, "outcome", COLUMNS, draws=0).driver("t1").n == 397


def test_unusable_weights_are_counted():
    table = clean()
    table.loc[:2, "w"] = [-1, np.nan, 0]
    result = impact.drivers(table, "outcome", COLUMNS, weight="w", draws=0)
    assert result.n == 397
    assert [f.details["n"] for f in of(result.findings, "weight_unusable")] == [2]


def test_every_finding_has_words_in_both_languages():
    table = clean().assign(id=np.arange(400) + 7_000)
    table.loc[:20, "t2"] = 99
    for finding in impact.drivers(table, "outcome", draws=0).findings:
        assert "{" not in finding.message("en") + finding.message("nl")


def test_ratings_missing_in_one_block_are_named_together():
    table = journey(rows=600, touchpoints=6, missing=0.0)
    table.loc[::8, ["t3", "t4", "t5"]] = np.nan
    (block,) = of(found(table, drivers=names(table)), "missing_in_blocks")
    assert block.details == {"touchpoints": "t3, t4, t5", "n": 75, "percent": 12.5}
    apart = journey(rows=600, touchpoints=6, missing=0.4)
    assert of(found(apart, drivers=names(apart)), "missing_in_blocks") == []


def test_uneven_weights_are_counted_as_what_they_are_worth():
    table = clean()
    table["w"] = np.where(np.arange(400) % 4 == 0, 10.0, 0.5)
    (said,) = of(found(table, weight="w"), "uneven_weights")
    assert said.details == {"n": 400, "effective": round((1000 + 150) ** 2 / (100 * 100 + 300 * 0.25))}
    assert of(found(table.assign(w=1.0), weight="w"), "uneven_weights") == []


def test_names_that_are_codes():
    table = clean(touchpoints=4).rename(
        columns={"t1": "PERQ1", "t2": "IMAG3", "t3": "Q12_1", "t4": "Helpdesk"}
    )
    (said,) = of(found(table, drivers=["PERQ1", "IMAG3", "Q12_1", "Helpdesk"]), "names_are_codes")
    assert said.details == {"n": 3, "example": "PERQ1"}


def test_wide_intervals_are_said_where_they_hide_the_order():
    few, many = journey(80, 5, missing=0.0), journey(4_000, 5, missing=0.0)
    wide = impact.drivers(few, "outcome", names(few), draws=100).findings
    close = impact.drivers(many, "outcome", names(many), draws=100).findings
    assert (len(of(wide, "wide_intervals")), of(close, "wide_intervals")) == (1, [])
