"""Survey files that people published, with the pitfalls that their notes name.

Long: every run has
``tests/unit/intake/survey/test_survey_real.py::test_bases_and_means_are_those_of_the_facts`` for two of these
files, and hand-made ones with the same pitfalls in
``tests/unit/impact/reading/test_findings_of_responses.py::test_columns_that_only_look_like_ratings_are_set_aside``.
"""

import pandas as pd
import pytest

from cx import impact

pytestmark = pytest.mark.long


def table(shared, name, **options):
    return pd.read_csv(shared / "data" / name, encoding="utf-8-sig", **options)


def columns_of(result, code):
    return [finding.column for finding in result.findings if finding.code == code]


def test_airline_zero_is_a_code_and_other_columns_are_no_ratings(shared):
    data = table(shared, "airline_passenger/test.csv")
    result = impact.drivers(data, "satisfaction", draws=0)
    ratings = list(data.columns[8:22])
    assert [driver.name for driver in result.drivers] == ratings
    assert columns_of(result, "identifier") == ["Unnamed: 0", "id"]
    assert columns_of(result, "not_a_touchpoint") == ["Age"]
    delays = ["Departure Delay in Minutes", "Arrival Delay in Minutes"]
    assert columns_of(result, "not_a_rating") == ["Flight Distance", *delays]
    facts = table(shared, "airline_passenger/test.facts.csv").set_index("touchpoint")["n_na_code"]
    codes = {f.column: f.details["n"] for f in result.findings if f.code == "possible_code"}
    assert codes == facts[facts > 0].to_dict()
    assert "Departure/Arrival time convenient" in columns_of(result, "negative_driver")
    assert result.positive == "satisfied"


def test_airline_without_the_code_has_the_means_of_the_notes(shared):
    data = table(shared, "airline_passenger/test.csv")
    ratings = list(data.columns[8:22])
    result = impact.drivers(data, "satisfaction", ratings, missing=dict.fromkeys(ratings, (0,)), draws=0)
    facts = table(shared, "airline_passenger/test.facts.csv").set_index("touchpoint")
    for driver in result.drivers:
        assert driver.n == facts.loc[driver.name, "n_answered"]
        assert driver.satisfaction == pytest.approx(facts.loc[driver.name, "mean"], abs=5e-5)
        assert driver.correlation == pytest.approx(facts.loc[driver.name, "r_outcome"], abs=5e-5)
    assert columns_of(result, "not_met_tells_outcome") == ["Inflight wifi service"]


def test_mobi_second_outcomes_are_set_aside(shared):
    result = impact.drivers(table(shared, "ecsi_mobi/mobi.csv"), "CUSA1", draws=0)
    assert columns_of(result, "second_outcome") == ["CUSA2", "CUSA3"]
    assert (result.n, len(result.drivers)) == (250, 21)
    facts = table(shared, "ecsi_mobi/mobi.facts.csv").set_index("touchpoint")
    assert result.driver("PERQ1").correlation == pytest.approx(facts.loc["PERQ1", "r_outcome"], abs=5e-5)
    wrong = next(f.details["touchpoints"] for f in result.findings if f.code == "negative_unclear")
    assert "PERQ3" in wrong


def test_hbat_has_few_rows_and_a_driver_that_points_the_wrong_way(shared):
    data = table(shared, "hbat_b2b/Factor-Hair-Revised.csv", sep=";")
    result = impact.drivers(data, "Satisfaction", draws=0)
    assert len(result.drivers) == 11
    assert [f.details["n"] for f in result.findings if f.code == "few_rows"] == [100]
    assert result.driver("price").sign == -1
    assert columns_of(result, "negative_driver") == ["Comunication"]


def test_hbat_with_decimal_commas_is_read(shared):
    data = table(shared, "hbat_b2b/HBAT.csv")
    result = impact.drivers(data, "X18", draws=0)
    assert [driver.name for driver in result.drivers] == [f"X{number}" for number in range(6, 18)]
    assert result.driver("X6").satisfaction == pytest.approx(7.81)


def test_shapka_ratings_weights_and_a_question_that_is_nearly_the_outcome(shared):
    data = table(shared, "shapka_drivers/example_03.csv")
    unweighted = impact.drivers(data, "Overall Satisfaction", draws=0)
    assert columns_of(unweighted, "weight_unused") == ["Weight"]
    result = impact.drivers(data, "Overall Satisfaction", weight="Weight", draws=0)
    assert columns_of(result, "nearly_the_outcome") == ["Attribute 00"]
    assert result.driver("Attribute 04").exposure == pytest.approx(0.865, abs=0.005)
    assert result.n_eff < result.n == 1_840


def test_shapka_complaints_look_turned_and_explain_too_little(shared):
    data = table(shared, "shapka_drivers/example_02.csv")
    result = impact.drivers(data, "Overall Satisfaction", draws=100)
    codes = {finding.code for finding in result.findings}
    assert {"ratings_look_turned", "explains_too_little", "negative_driver"} <= codes
    assert {driver.low for driver in result.drivers} == {None}
