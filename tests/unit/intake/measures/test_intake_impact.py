"""Impact that the file gives: none, one column, or several that are composed."""

import math

import pytest

from cx.errors import ArgumentError, ImpactRefused
from cx.records import Choices, ImpactPart, Scale, impact_part_column
from tests.made.intake_files import of_code, places, points, roles, understood

HEADER = ["Touchpoint", "CSAT (1-5)"]


def test_one_column_is_used_as_it_is():
    found = points([[*HEADER, "Impact on churn"], ["A", 4, 0.4], ["B", 3, -0.1]])
    assert (found.impact_kind, found.impact_parts, found.goal) == ("given", (), "Impact on churn")
    assert list(found.rows["impact"]) == [0.4, -0.1]
    assert found.impact_scale is None


def test_the_scale_of_a_given_impact_is_read_where_it_is_stated():
    found = points([[*HEADER, "Impact (1-5)"], ["A", 4, 4.5], ["B", 3, 7]])
    assert found.impact_scale == Scale(1, 5)
    assert places(found.findings) == [("error", "impact_out_of_scale", "C3")]
    assert found.goal == "Impact"


def test_the_scale_of_impact_is_the_headers_and_never_guessed():
    rows = [["A", 4, 5], ["B", 3, 2], ["C", 3, 1]]
    assert points([[*HEADER, "Impact"], *rows]).impact_scale is None
    assert points([[*HEADER, "Impact (1-5)"], *rows]).impact_scale == Scale(1, 5)


def test_stated_importance_is_not_impact():
    understanding = understood([[*HEADER, "Belang"], ["A", 4, 5], ["B", 3, 2]])
    assert roles(understanding)["Belang"] == "importance"
    found = points([[*HEADER, "Importance"], ["A", 4, 5], ["B", 3, 2]])
    assert found.impact_kind == "none"
    assert list(found.rows["importance"]) == [5.0, 2.0]


def test_several_columns_are_proposed_as_parts_with_equal_weights():
    found = points([[*HEADER, "Impact on churn", "Impact on NPS"], ["A", 4, -0.2, 10], ["B", 3, -0.1, 4]])
    assert found.impact_kind == "composed"
    assert found.impact_parts == (
        ImpactPart("Impact on churn", 1.0, "lower"),
        ImpactPart("Impact on NPS", 1.0, "higher"),
    )
    assert list(found.rows[impact_part_column(0)]) == [-0.2, -0.1]
    assert list(found.rows[impact_part_column(1)]) == [10.0, 4.0]
    assert found.rows["impact"].isna().all()
    assert found.goal == "Impact on churn, Impact on NPS"
    (told,) = of_code(found.findings, "impact_composed")
    assert (told.severity, told.details["columns"]) == ("warning", "Impact on churn, Impact on NPS")
    (turned,) = of_code(found.findings, "impact_turned")
    assert (turned.severity, turned.details["columns"]) == ("warning", "Impact on churn")


def test_parts_that_all_count_upwards_are_not_said_to_be_turned():
    found = points([[*HEADER, "Impact on revenue", "Impact on NPS"], ["A", 4, 0.2, 10], ["B", 3, 0.1, 4]])
    assert len(of_code(found.findings, "impact_composed")) == 1
    assert of_code(found.findings, "impact_turned") == []


def test_bare_goals_beside_satisfaction_are_parts_and_told():
    found = points([[*HEADER, "Churn", "Omzet", "NPS"], ["A", 4, -0.2, 10, 3], ["B", 3, -0.1, 4, 2]])
    assert [part.column for part in found.impact_parts] == ["Churn", "Omzet", "NPS"]
    assert [f.column for f in of_code(found.findings, "impact_by_name")] == ["Churn", "Omzet", "NPS"]


def test_a_named_impact_leaves_bare_goals_aside():
    found = points([[*HEADER, "Impact", "NPS"], ["A", 4, 0.2, 30], ["B", 3, 0.1, 10]])
    assert found.impact_kind == "given"
    assert (
        roles(understood([[*HEADER, "Impact", "NPS"], ["A", 4, 0.2, 30], ["B", 3, 0.1, 10]]))["NPS"]
        == "ignore"
    )


def test_parts_chosen_by_hand_keep_weight_and_direction():
    parts = (ImpactPart("Churn", 0.4, "lower"), ImpactPart("D", 0.6))
    found = points(
        [[*HEADER, "Churn", "Revenue"], ["A", 4, -0.2, 10], ["B", 3, -0.1, 4]], Choices(impact_parts=parts)
    )
    assert found.impact_parts == (ImpactPart("Churn", 0.4, "lower"), ImpactPart("Revenue", 0.6, "higher"))
    assert of_code(found.findings, "impact_composed") == []


def test_one_part_chosen_by_hand_is_a_given_impact():
    rows = [[*HEADER, "Churn", "Impact"], ["A", 4, -0.2, 10], ["B", 3, -0.1, 4]]
    found = points(rows, Choices(impact_parts=(ImpactPart("Churn", 1.0, "lower"),)))
    assert (found.impact_kind, found.impact_parts) == ("given", ())
    assert list(found.rows["impact"]) == [0.2, 0.1]
    assert found.cells[("Sheet1", 2, "impact")] == "C2"


def test_a_wrong_sign_is_refused_with_its_cell():
    rows = [[*HEADER, "Impact on churn", "Impact on NPS"], ["A", 4, 0.2, 10], ["B", 3, -0.1, 4]]
    with pytest.raises(ImpactRefused) as raised:
        points(rows)
    assert (raised.value.values["cell"], raised.value.values["cells"]) == ("C3", "C3 (-0.1)")
    findings = understood(rows).findings
    assert ("error", "impact_sign", "C3") in places(findings)
    assert "C3 (-0.1)" in findings[0].message("en")


def test_an_unknown_part_is_refused():
    with pytest.raises(ArgumentError) as raised:
        points([[*HEADER, "Impact"], ["A", 4, 1]], Choices(impact_parts=(ImpactPart("Winst"),)))
    assert raised.value.key == "column_unknown"


def test_an_impact_column_without_numbers_is_no_impact():
    found = points([[*HEADER, "Impact"], ["A", 4, None], ["B", 3, None]], Choices(roles={"Impact": "impact"}))
    assert found.impact_kind == "none"
    assert [(f.code, f.column) for f in found.findings] == [("empty_column", "Impact")]


def test_a_blank_part_is_told():
    found = points([[*HEADER, "Impact on churn", "Impact on NPS"], ["A", 4, 0.2, 10], ["B", 3, None, 4]])
    assert ("error", "blank_impact", "C3") in places(found.findings)
    assert math.isnan(found.rows[impact_part_column(0)][1])
