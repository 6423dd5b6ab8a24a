"""Columns that only look like ratings are set aside with the reason; scales per column."""

import numpy as np
import pytest

from cx import intake
from cx.records import Choices, Scale
from tests.made.intake_files import of_code, roles
from tests.made.surveys import book, codes, ratings, rows_of

HEADERS = ["Invoice", "Call", "Visit", "App"]


def seen(headers, *columns, choices=None):
    return intake.understand(book(rows_of(headers, *columns)), choices)


def with_column(name, values, count=200):
    return seen([*HEADERS, name], *ratings(count, 4).T, values)


def reason(understanding, header):
    column = next(column for column in understanding.columns if column.header == header)
    return column.role, column.reason


@pytest.mark.parametrize(
    ("name", "values", "role", "why"),
    [
        ("No", np.arange(200) + 1, "ignore", "survey_index"),
        ("Ticket id", np.random.default_rng(1).permutation(9000)[:200], "respondent", "survey_id"),
        ("Age", np.arange(200) % 60 + 18, "ignore", "survey_trait"),
        ("Gender", np.arange(200) % 2 + 1, "ignore", "survey_trait"),
        ("Number of visits", np.arange(200) % 6, "ignore", "survey_count"),
        ("Spend", np.arange(200) * 7.5, "ignore", "survey_off_scale"),
        ("Branch name", ["North", "South"] * 100, "ignore", "survey_trait"),
        ("Used app before", [0, 1] * 100, "ignore", "survey_yes_no"),
        ("Version", [3] * 200, "ignore", "survey_constant"),
        ("Overall satisfaction", np.arange(200) % 5 + 1, "outcome", "survey_outcome"),
        ("Would recommend (NPS)", np.arange(200) % 11, "outcome", "survey_outcome"),
        ("Opgezegd", ["ja", "nee"] * 100, "outcome", "survey_outcome"),
    ],
)
def test_what_is_no_rating_is_set_aside(name, values, role, why):
    understanding = with_column(name, values)
    assert reason(understanding, name) == (role, why)
    assert [header for header, role in roles(understanding).items() if role == "rating"] == HEADERS
    assert all(column.why(lang) for column in understanding.columns for lang in ("en", "nl"))


def test_the_average_of_the_others_is_no_rating():
    columns = ratings(200, 4).T
    for name, values in (("Quality", np.mean(columns, axis=0)), ("Index", np.sum(columns[:2], axis=0) / 2)):
        understanding = seen([*HEADERS, name], *columns, values)
        assert reason(understanding, name) == ("ignore", "survey_average")


def test_the_average_is_found_where_not_everybody_met_everything():
    columns = [values.copy() for values in ratings(300, 4).T]
    for place, values in enumerate(columns):
        values[place::5] = np.nan
    understanding = seen([*HEADERS, "Mean score"], *columns, np.round(np.nanmean(columns, axis=0), 1))
    assert reason(understanding, "Mean score") == ("ignore", "survey_average")


def test_a_copy_names_its_original():
    columns = ratings(200, 4).T
    understanding = seen([*HEADERS, "Phone"], *columns, columns[1])
    column = understanding.columns[-1]
    assert (column.reason, column.values["other"]) == ("survey_copy", "Call")


def test_a_person_decides():
    choices = Choices(roles={"Gender": "rating", "App": "ignore"})
    understanding = seen([*HEADERS, "Gender"], *ratings(200, 4).T, np.arange(200) % 4 + 1, choices=choices)
    assert roles(understanding) == {
        "Invoice": "rating", "Call": "rating", "Visit": "rating", "App": "ignore", "Gender": "rating",
    }  # fmt: skip


def test_a_totals_row_below_is_no_respondent():
    columns = [[*values, values.mean()] for values in ratings(60, 3).T]
    names = [f"R{place}" for place in range(60)]
    for last in ("Average", None):
        understanding = seen(["Respondent", *HEADERS[:3]], [*names, last], *columns)
        assert understanding.row_count == 60
        assert [finding.row for finding in of_code(understanding.findings, "total_respondent")] == [62]


# --- scales ---


def test_a_column_on_another_scale_is_told_and_moved_to_the_common_one():
    columns = [*ratings(200, 3, 10).T, ratings(200, 1, 5).T[0]]
    workbook = book(rows_of(HEADERS, *columns))
    told = of_code(intake.understand(workbook).findings, "scales_disagree")
    assert [(f.column, f.details["low"], f.details["high"], f.details["other_high"]) for f in told] == [
        ("App", 1.0, 5.0, 10.0)
    ]
    rows = intake.touchpoints(workbook).rows
    assert rows["satisfaction"].iloc[3] == pytest.approx((columns[3].mean() - 1) / 4 * 9 + 1)
    assert intake.touchpoints(workbook).scale == Scale(1, 10)


def test_a_poor_touchpoint_on_the_common_scale_stays_on_it():
    columns = [*ratings(200, 3, 10).T, np.clip(np.rint(np.random.default_rng(5).normal(3, 1.5, 200)), 1, 10)]
    assert of_code(seen(HEADERS, *columns).findings, "scales_disagree") == []


@pytest.mark.parametrize(("first", "second"), [(5, 10), (10, 5)])
def test_a_scale_that_changes_midway_is_told_with_its_row(first, second):
    columns = [
        np.concatenate([a, b])
        for a, b in zip(ratings(100, 3, first).T, ratings(100, 3, second).T, strict=True)
    ]
    told = of_code(seen(HEADERS[:3], *columns).findings, "scale_changed_ambiguous")
    assert [finding.column for finding in told] == HEADERS[:3]
    rows = [int(finding.details["at"]) for finding in told]
    assert all(102 <= row <= 112 if first < second else 92 <= row <= 101 for row in rows)
    assert len(set(rows)) == 1


def test_answers_in_decimals_fit_two_scales():
    columns = np.clip(ratings(100, 4, 9).T + np.random.default_rng(2).random((4, 100)).round(1), 1, 10)
    told = of_code(seen(HEADERS, *columns).findings, "ratings_on_ambiguous")[0]
    assert (told.severity, told.details["low"], told.details["other_low"]) == ("warning", 1.0, 0.0)


def test_complaints_count_the_other_way_round_and_are_asked():
    random = np.random.default_rng(3)
    headers = [f"Complaint {name}" for name in HEADERS]
    columns = (random.random((4, 200)) < 0.2).astype(float)
    workbook = book(rows_of(headers, *columns))
    assert codes(intake.understand(workbook).findings).count("direction_lower_ambiguous") == 1
    rows = intake.touchpoints(workbook).rows
    assert rows["satisfaction"].tolist() == pytest.approx([1 - values.mean() for values in columns])


def test_sliders_from_zero_to_a_hundred():
    columns = np.clip(
        np.rint(ratings(200, 4).T * 18 + np.random.default_rng(6).normal(0, 6, (4, 200))), 0, 100
    )
    understanding = seen([*HEADERS, "Age"], *columns, np.arange(200) % 60 + 18)
    assert {(scale.minimum, scale.maximum) for scale in understanding.scales.values()} == {(0, 100)}
    assert reason(understanding, "Age") == ("ignore", "survey_trait")


def test_headers_state_the_scale():
    understanding = seen([f"{name} (1-7)" for name in HEADERS], *ratings(200, 4, 5).T)
    assert {(scale.minimum, scale.maximum) for scale in understanding.scales.values()} == {(1, 7)}
    assert "ratings_on" not in codes(understanding.findings)


def test_days_of_interviews_are_no_periods_and_waves_are():
    columns = ratings(120, 4).T
    days = [f"2026-03-{1 + at // 12:02d}" for at in range(120)]
    waves = [f"2026-{(1, 4, 7)[at // 40]:02d}-15" for at in range(120)]
    for dates, role in ((days, "time"), (waves, "period")):
        found = seen(["Date", *HEADERS], dates, *columns)
        assert found.columns[0].role == role


def test_rows_of_numbers_alone_are_respondents_however_few():
    for count in (1, 2):
        found = seen(HEADERS, *np.arange(4, 8)[:, None].repeat(count, axis=1) - np.arange(count))
        assert found.shape == "responses"


def test_a_number_of_each_row_is_one_in_any_order():
    numbers = np.random.default_rng(3).permutation(np.arange(1000, 1120))
    cells = [f"R_{at * 37:05d}" for at in range(120)]
    headers = ["Respondent", "ResponseId", *HEADERS]
    columns = ratings(120, 4).T
    shuffled, sorted_ = (seen(headers, one, cells, *columns) for one in (numbers, np.sort(numbers)))
    assert [one.role for one in shuffled.columns] == [one.role for one in sorted_.columns]
