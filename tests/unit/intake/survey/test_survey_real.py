"""Surveys that people published, against facts computed from them apart from this program.

Long are further files of ``test_bases_and_means_are_those_of_the_facts`` and
``test_the_samples_against_pandas``.
"""

from functools import lru_cache

import pandas as pd
import pytest

from cx import intake
from cx.intake.opening import Limits
from cx.records import Choices
from tests.project import tiers
from tests.source import ROOT

FACTS = [
    "airline_passenger/test",
    "ecsi_mobi/mobi",
    "hbat_b2b/Factor-Hair-Revised",
    "shapka_drivers/example_03",
]


@lru_cache(maxsize=len(FACTS))
def file(path):
    """What a file holds; with it is kept what it was understood as, for the next test that asks."""
    return intake.read(path.read_bytes(), path.name, limits=Limits(seconds=600.0))  # a machine may be busy


@pytest.fixture(scope="module", autouse=True)
def forgotten():
    """Nothing of the files stays in memory for the tests that follow."""
    yield
    file.cache_clear()


def found_in(workbook, choices=None):
    rows = intake.touchpoints(workbook, choices).rows
    sums = (rows["satisfaction"] * rows["n"]).groupby(rows["touchpoint"]).sum()
    n = rows.groupby("touchpoint")["n"].sum()
    return pd.DataFrame({"n": n, "mean": sums / n})


@pytest.mark.parametrize("name", tiers.first(FACTS[1:3], FACTS[0], FACTS[3]))
def test_bases_and_means_are_those_of_the_facts(shared, name):
    facts = pd.read_csv(shared / "data" / f"{name}.facts.csv", index_col="touchpoint")
    choices = Choices(roles={"Weight": "ignore"} if "example_03" in name else {})
    found = found_in(file(shared / "data" / f"{name}.csv"), choices).loc[facts.index]
    assert found["n"].tolist() == facts["n_answered"].tolist()
    assert found["mean"].round(4).tolist() == pytest.approx(facts["mean"].tolist(), abs=1.01e-4)


def test_kept_codes_give_the_means_with_codes(shared):
    facts = pd.read_csv(shared / "data/airline_passenger/test.facts.csv", index_col="touchpoint")
    found = found_in(file(shared / "data/airline_passenger/test.csv"), Choices(missing_codes=()))
    expected = facts["mean_if_codes_kept"].tolist()
    assert found.loc[facts.index, "mean"].tolist() == pytest.approx(expected, abs=1.01e-4)


def test_the_codes_of_the_airline_survey_are_proposed_with_the_outcome(shared):
    facts = pd.read_csv(shared / "data/airline_passenger/test.facts.csv", index_col="touchpoint")
    seen = intake.understand(file(shared / "data/airline_passenger/test.csv"))
    coded = facts.index[facts["n_na_code"] > 0]
    assert seen.missing_codes == dict.fromkeys(coded, ("0",))
    told = {finding.column: finding for finding in seen.findings if finding.code.startswith("code_proposed")}
    wifi = told["Inflight wifi service"]
    assert (wifi.code, wifi.details["n"], wifi.details["witness"]) == (
        "code_proposed_outcome", 813, "satisfaction = satisfied",
    )  # fmt: skip
    assert wifi.details["group"] == pytest.approx(0.998, abs=0.001)
    assert [column.header for column in seen.columns_of("outcome")] == ["satisfaction"]


def test_complaints_are_turned(shared):
    facts = pd.read_csv(shared / "data/shapka_drivers/example_02.facts.csv", index_col="touchpoint")
    found = found_in(file(shared / "data/shapka_drivers/example_02.csv"))
    assert found.loc[facts.index, "mean"].tolist() == pytest.approx((1 - facts["mean"]).tolist(), abs=1.01e-4)


def test_decimal_commas_and_points_give_the_same(shared):
    one, other = (found_in(file(shared / "data/hbat_b2b" / name)) for name in ("HBAT.csv", "HBAT_data.csv"))
    pd.testing.assert_frame_equal(one, other)


def test_events_of_the_help_desk_are_counted(shared):
    facts = pd.read_csv(shared / "data/helpdesk_italy/volumes.facts.csv", index_col="Activity")
    rows = intake.touchpoints(file(shared / "data/helpdesk_italy/helpdesk.csv"), partial=True).rows
    by_name = rows.groupby("touchpoint")
    assert by_name["volume"].sum().loc[facts.index].tolist() == facts["events"].tolist()
    assert by_name["reached"].first().loc[facts.index].tolist() == facts["cases"].tolist()


# --- the samples that ship ---


@pytest.mark.parametrize(
    ("name", "separator", "decimal", "weight"),
    tiers.first(
        [("energie-antwoorden-nl.csv", ";", ",", "Weegfactor")],
        ("energy-responses-en.csv", ",", ".", "Weight"),
        rows=True,
    ),
)
def test_the_samples_against_pandas(name, separator, decimal, weight):
    frame = pd.read_csv(ROOT / "data" / name, sep=separator, decimal=decimal)
    rated = frame.columns[3:27]
    found = intake.touchpoints(file(ROOT / "data" / name))
    rows = found.rows
    assert list(dict.fromkeys(rows["touchpoint"])) == list(rated)
    overall = (rows["satisfaction"] * rows["weight"]).groupby(rows["touchpoint"]).sum()
    overall /= rows.groupby("touchpoint")["weight"].sum()
    for column in rated:
        known = frame[frame[column].notna()]
        expected = (known[column] * known[weight]).sum() / known[weight].sum()
        assert overall[column] == pytest.approx(expected)
    assert rows.groupby("touchpoint")["n"].sum()[rated].tolist() == frame[rated].notna().sum().tolist()
