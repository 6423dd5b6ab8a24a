"""The outcome: labels, direction, and what cannot be used."""

import numpy as np
import pandas as pd
import pytest

from cx import impact
from cx.errors import ArgumentError, NothingUsable, TableError
from tests.made.responses import journey, names

COLUMNS = names(journey())


def churning():
    table = journey()
    return table.assign(Churned=np.where(table.pop("outcome") < 6.5, "yes", "no"))


def codes(result):
    return [finding.code for finding in result.findings]


def test_labels_become_a_share_and_churn_is_bad():
    table = churning()
    result = impact.drivers(table, "Churned", COLUMNS, draws=0)
    assert (result.positive, result.direction) == ("yes", "lower")
    assert result.outcome_mean == pytest.approx((table["Churned"] == "yes").mean())
    assert {"outcome_binary", "outcome_positive", "outcome_lower"} <= set(codes(result))
    driver = result.driver("t1")
    assert driver.effect < 0 and driver.sign == 1


def test_the_other_label_turns_effects_and_direction_turns_signs():
    table = churning()
    yes = impact.drivers(table, "Churned", COLUMNS, draws=0)
    no = impact.drivers(table, "Churned", COLUMNS, positive="No", outcome_direction="higher", draws=0)
    assert no.positive == "no" and "outcome_positive" not in codes(no)
    for one, other in zip(yes.drivers, no.drivers, strict=True):
        assert (one.effect, one.sign) == (pytest.approx(-other.effect), other.sign)
        assert one.impact == pytest.approx(other.impact)


@pytest.mark.parametrize(
    ("labels", "positive"),
    [
        (("nee", "ja"), "ja"),
        (("neutral or dissatisfied", "satisfied"), "satisfied"),
        (("stayed", "cancelled"), "cancelled"),
        (("False", "True"), "True"),
    ],
)
def test_the_likely_label_is_proposed(labels, positive):
    table = journey().assign(answer=lambda t: np.where(t["outcome"] < 7, *labels))
    assert impact.drivers(table, "answer", COLUMNS, draws=0).positive == positive


def test_numbers_0_and_1_are_a_share_too():
    table = journey().assign(left=lambda t: (t["outcome"] < 7).astype(int))
    result = impact.drivers(table, "left", COLUMNS, draws=0)
    assert (result.positive, result.direction) == (None, "lower")
    assert "outcome_binary" in codes(result)


def test_effort_is_asked_not_guessed():
    table = journey().rename(columns={"outcome": "Customer effort"})
    assert "outcome_effort" in codes(impact.drivers(table, "Customer effort", COLUMNS, draws=0))
    said = impact.drivers(table, "Customer effort", COLUMNS, outcome_direction="lower", draws=0)
    assert said.direction == "lower" and "outcome_effort" not in codes(said)


def test_a_decimal_comma_is_read():
    table = journey()
    text = table.assign(outcome=table["outcome"].astype(str).str.replace(".", ","))
    assert impact.drivers(text, "outcome", COLUMNS, draws=0).r2 == pytest.approx(
        impact.drivers(table, "outcome", COLUMNS, draws=0).r2
    )


@pytest.mark.parametrize(
    ("change", "error", "key"),
    [
        (lambda t: t.drop(columns="outcome"), TableError, "outcome_missing"),
        (lambda t: t.assign(outcome=5), TableError, "outcome_no_spread"),
        (lambda t: t.assign(outcome=np.nan), NothingUsable, "outcome_blank"),
        (lambda t: t.assign(outcome=["a", "b", "c", "d"] * 100), TableError, "outcome_labels"),
        (lambda t: t.iloc[:5], NothingUsable, "too_few_rows"),
        (lambda t: t.drop(columns="t2"), TableError, "driver_missing"),
        (lambda t: t.assign(**dict.fromkeys(COLUMNS, np.nan)), NothingUsable, "no_ratings"),
        (lambda t: pd.concat([t, t[["t1"]]], axis=1), TableError, "driver_twice"),
    ],
)
def test_what_cannot_be_used(change, error, key):
    with pytest.raises(error) as caught:
        impact.drivers(change(journey(missing=0.0).head(400)), "outcome", COLUMNS, draws=0)
    assert caught.value.key == key
    assert "{" not in caught.value.message("en") + caught.value.message("nl")


def test_a_label_that_is_not_there():
    with pytest.raises(ArgumentError) as caught:
        impact.drivers(churning(), "Churned", COLUMNS, positive="maybe", draws=0)
    assert (caught.value.key, caught.value.values["labels"]) == ("positive_unknown", "no, yes")


def test_no_column_rates_a_touchpoint():
    with pytest.raises(NothingUsable) as caught:
        impact.drivers(pd.DataFrame({"name": list("abcd"), "outcome": [1, 2, 3, 4]}), "outcome", draws=0)
    assert caught.value.key == "no_drivers"


@pytest.mark.parametrize(
    ("name", "labels", "positive", "direction"),
    [
        ("Churned", ("no", "yes"), None, "lower"),
        ("Churned", ("no", "yes"), "no", "higher"),
        ("Status", ("stayed", "left"), None, "lower"),
        ("Status", ("stayed", "left"), "stayed", "higher"),
        ("Aanbevolen", ("ja", "nee"), "nee", "lower"),
        ("Verdict", ("satisfied", "neutral or dissatisfied"), "neutral or dissatisfied", "lower"),
        ("Verdict", ("satisfied", "neutral or dissatisfied"), None, "higher"),
    ],
)
def test_the_label_that_counts_decides_which_way_is_good(name, labels, positive, direction):
    table = journey()
    good = table.pop("outcome") > 6.5
    table[name] = np.where(good, *labels)
    result = impact.drivers(table, name, COLUMNS, positive=positive, draws=0)
    assert result.direction == direction
    assert result.driver("t1").sign == 1
    said = next(f for f in result.findings if f.code == "outcome_binary")
    assert said.details["percent"] == round(100 * result.outcome_mean, 1)


def coded(code, every=10):
    table = journey()
    table["outcome"] = np.clip(np.rint(table["outcome"]), 0, 10)
    clean = impact.drivers(
        table.iloc[[i for i in range(len(table)) if i % every]], "outcome", COLUMNS, draws=0
    )
    table.loc[::every, "outcome"] = code
    return table, clean


@pytest.mark.parametrize("code", [99, 11, -1, 999])
def test_a_code_in_the_outcome_is_no_answer(code):
    table, clean = coded(code)
    result = impact.drivers(table, "outcome", COLUMNS, draws=0)
    said = next(finding for finding in result.findings if finding.code == "outcome_code")
    assert (said.value, said.details) == (str(code), {"n": 40})
    assert (result.n, result.r2) == (360, pytest.approx(clean.r2, abs=1e-12))


def test_a_person_says_what_is_a_code_in_the_outcome():
    table, _ = coded(3)
    table.loc[table["outcome"].eq(3) & (table.index % 10 != 0), "outcome"] = 4
    kept = impact.drivers(table, "outcome", COLUMNS, draws=0)
    told = impact.drivers(table, "outcome", COLUMNS, missing={"outcome": ["3"]}, draws=0)
    assert (kept.n, told.n, "outcome_code" in codes(told)) == (400, 360, False)
    table, _ = coded(99)
    assert impact.drivers(table, "outcome", COLUMNS, missing={"outcome": ()}, draws=0).n == 400


def test_labels_differ_in_more_than_letter_case():
    table = churning()
    plain = impact.drivers(table, "Churned", COLUMNS, draws=0)
    table["Churned"] = [text.upper() + " " if i % 7 == 0 else text for i, text in enumerate(table["Churned"])]
    table.loc[::50, "Churned"] = "Unknown"
    result = impact.drivers(table, "Churned", COLUMNS, draws=0)
    assert (result.positive, result.n, plain.positive) == ("yes", 392, "yes")


def test_numbers_are_labels_too():
    table = churning()
    table["Churned"] = np.where(table["Churned"] == "yes", 1.0, 2.0)
    table.loc[0, "Churned"] = np.nan
    said = impact.drivers(table, "Churned", COLUMNS, draws=0)
    assert "outcome_coded" in codes(said)
    named = impact.drivers(table, "Churned", COLUMNS, positive="1", draws=0)
    assert (named.positive, named.direction, named.driver("t1").sign) == ("1", "lower", 1)
