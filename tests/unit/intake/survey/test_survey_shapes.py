"""Responses, ratings and contacts become touchpoints; several files are joined by name."""

import math

import numpy as np
import pandas as pd
import pytest

from cx import impact, intake, matrix
from cx.errors import ArgumentError, NothingUsable, TableError
from cx.records import Choices, Scale
from tests.made.intake_files import of_code, table
from tests.made.surveys import book, codes, ratings, rows_of

HEADERS = ["Invoice", "Call", "Visit"]


def indexed(touchpoints):
    return touchpoints.rows.set_index("touchpoint")


def test_mean_base_spread_and_exposure_of_a_small_survey():
    answers = [[5, 4, None]] * 10 + [[3, None, 2]] * 10
    rows = indexed(
        intake.touchpoints(
            book(rows_of(HEADERS, *zip(*answers, strict=True))), Choices(scale=Scale(1, 5), shape="responses")
        )
    )
    assert rows.loc["Invoice", ["satisfaction", "n", "volume"]].tolist() == [4.0, 20.0, 20.0]
    assert rows.loc["Invoice", "sd"] == pytest.approx(math.sqrt(20 / 19))
    assert rows["volume"].tolist() == [20.0, 10.0, 10.0]


def test_shares_of_the_best_two_and_nps():
    values = [1, 2, 3, 4, 5] * 6
    columns = [values, values, [5] * 29 + [4]]
    top = intake.touchpoints(
        book(rows_of(HEADERS, *columns)),
        Choices(score="top2", missing_codes=(), scale=Scale(1, 5), shape="responses"),
    )
    assert top.rows["satisfaction"].tolist() == [40.0, 40.0, 100.0]
    assert (top.scale.minimum, top.scale.maximum, top.scale.kind) == (0, 100, "percent")
    tens = [0, 6, 7, 8, 9, 10] * 5
    nps = intake.touchpoints(
        book(rows_of(HEADERS, tens, tens, tens[::-1])),
        Choices(score="nps", scale=Scale(0, 10), shape="responses"),
    )
    assert nps.rows["satisfaction"].tolist() == [0.0, 0.0, 0.0]
    assert nps.scale.kind == "nps"


def test_a_score_that_no_column_allows_is_refused():
    with pytest.raises(NothingUsable) as raised:
        intake.touchpoints(book(rows_of(HEADERS, *ratings(60, 3).T)), Choices(score="nps"))
    assert raised.value.key == "no_nps"


def weighted():
    random = np.random.default_rng(4)
    columns = ratings(200, 3).T
    segment = np.where(random.random(200) < 0.3, "B2B", "B2C")
    weight = np.where(segment == "B2B", 0.4, 1.7)
    period = np.where(np.arange(200) < 100, "Q1 2026", "Q2 2026")
    rows = rows_of([*HEADERS, "Segment", "Period", "Weight"], *columns, segment, period, weight)
    return book(rows), columns, segment, period, weight


def test_segments_periods_and_weights():
    workbook, columns, segment, period, weight = weighted()
    found = intake.touchpoints(workbook)
    assert found.periods == ("Q1 2026", "Q2 2026")
    one = found.rows[
        (found.rows["touchpoint"] == "Call")
        & (found.rows["segment"] == "B2B")
        & (found.rows["period"] == "Q2 2026")
    ]
    there = (segment == "B2B") & (period == "Q2 2026")
    assert one["satisfaction"].item() == pytest.approx(columns[1][there].mean())
    assert (one["n"].item(), one["weight"].item()) == (there.sum(), pytest.approx(weight[there].sum()))


def test_a_bubble_over_segments_keeps_the_weights():
    workbook, columns, _, period, weight = weighted()
    bubbles = {bubble.name: bubble for bubble in matrix.build(intake.touchpoints(workbook)).bubbles}
    there = period == "Q2 2026"
    assert bubbles["Visit"].satisfaction == pytest.approx(
        np.average(columns[2][there], weights=weight[there])
    )
    assert (bubbles["Visit"].n, bubbles["Visit"].volume) == (100, 100)


def long(columns, headers=HEADERS):
    rows = [["Respondent", "Touchpoint", "Rating"]]
    for person in range(len(columns[0])):
        rows += [
            [f"R{person}", name, values[person]]
            for name, values in zip(headers, columns, strict=True)
            if not np.isnan(values[person])
        ]
    return book(rows)


def test_ratings_one_a_row_come_to_the_same_as_responses():
    columns = [values.copy() for values in ratings(120, 3).T]
    columns[1][1::4] = np.nan
    wide = indexed(intake.touchpoints(book(rows_of(HEADERS, *columns))))
    seen = intake.understand(long(columns))
    rows = indexed(intake.touchpoints(long(columns)))
    assert seen.shape == "ratings"
    assert [column.role for column in seen.columns] == ["respondent", "touchpoint", "rating"]
    for name in ("satisfaction", "n", "sd", "volume"):
        assert rows.loc[HEADERS, name].tolist() == pytest.approx(wide.loc[HEADERS, name].tolist())


def test_codes_among_ratings_one_a_row():
    columns = [values.copy() for values in ratings(120, 3).T]
    columns[0][:12] = 99
    rows = indexed(intake.touchpoints(long(columns)))
    assert (rows.loc["Invoice", "n"], rows.loc["Invoice", "volume"]) == (108, 108)
    assert rows.loc["Invoice", "satisfaction"] == pytest.approx(columns[0][12:].mean())


# --- responses, for what is derived ---


def test_responses_carry_roles_scales_and_clean_ratings():
    columns = [list(values) for values in ratings(120, 3).T]
    columns[0][:10], columns[1][:5] = [99] * 10, ["weet niet"] * 5
    overall = np.clip(np.rint(np.mean(ratings(120, 3), axis=1)), 1, 5)
    people = [f"R{place}" for place in range(120)]
    found = intake.responses(book(rows_of(["Respondent", *HEADERS, "Overall"], people, *columns, overall)))
    assert (found.drivers, found.outcomes, found.respondent) == (tuple(HEADERS), ("Overall",), "Respondent")
    assert int(found.rows["Invoice"].isna().sum()) == 10
    assert (found.rows["Call"] == -9999).sum() == 5
    assert found.no_answer["Call"] == ("-9999",)
    result = impact.drivers(found, "Overall", draws=0)
    rows = intake.touchpoints(
        book(rows_of(["Respondent", *HEADERS, "Overall"], people, *columns, overall))
    ).rows
    assert [driver.satisfaction for driver in result.drivers] == pytest.approx(rows["satisfaction"].tolist())
    assert [driver.n for driver in result.drivers] == rows["n"].tolist()


def test_ratings_one_a_row_become_one_row_a_respondent():
    columns = [values.copy() for values in ratings(120, 3).T]
    columns[1][1::4] = np.nan
    found = intake.responses(long(columns))
    assert found.drivers == tuple(HEADERS)
    for name, values in zip(HEADERS, columns, strict=True):
        np.testing.assert_array_equal(found.rows[name].to_numpy(), values)


def test_a_table_of_touchpoints_holds_no_respondents():
    with pytest.raises(TableError) as raised:
        intake.responses(table([["Touchpoint", "Satisfaction"], ["Invoice", 7], ["Call", 6]]))
    assert raised.value.key == "no_respondents"


# --- contacts ---


def contacts():
    rows = [["Customer id", "Time", "Touchpoint"]]
    for place in range(90):
        month = 1 + place % 6
        rows.append(
            [f"C{place % 20}", f"2026-0{month}-03 10:00:00", ["Invoice", "Call", "Website visit"][place % 3]]
        )
    return book(rows, "contacts.xlsx"), pd.DataFrame(rows[1:], columns=rows[0])


def test_contacts_give_volume_and_different_customers_per_period():
    workbook, frame = contacts()
    found = intake.touchpoints(workbook, partial=True)
    frame["period"] = np.where(frame["Time"].str[6] <= "3", "Q1 2026", "Q2 2026")
    expected = frame.groupby(["Touchpoint", "period"])["Customer id"].agg(["size", "nunique"])
    rows = found.rows.set_index(["touchpoint", "period"]).sort_index()
    assert rows["volume"].tolist() == expected["size"].tolist()
    assert rows["customers"].tolist() == expected["nunique"].tolist()
    told = of_code(found.findings, "contacts_read")[0]
    assert (told.details["n"], told.details["customers"], told.details["touchpoints"]) == (90, 20, 3)


def test_contacts_alone_make_no_matrix():
    with pytest.raises(TableError) as raised:
        intake.touchpoints(contacts()[0])
    assert raised.value.key == "shape_contacts"


# --- joins ---

SCORES = [["Touchpoint", "Satisfaction"], ["INVOICE:", 7], ["call", 6], ["Web-site visit", 5], ["Letter", 8]]


def joined(matches=None):
    scores = intake.touchpoints(table(SCORES))
    return intake.combined([scores, intake.touchpoints(contacts()[0], partial=True)], matches)


def test_names_are_joined_without_regard_to_signs_and_letter_case():
    found = joined()
    assert found.rows["volume"].tolist()[:2] == [30.0, 30.0]
    assert np.isnan(found.rows["volume"].iloc[2])


def test_what_looks_alike_is_proposed_and_not_joined():
    found = joined()
    told = of_code(found.findings, "join_proposed")
    assert [(f.value, f.details["other"], f.severity) for f in told] == [
        ("Website visit", "Web-site visit", "warning")
    ]
    assert told[0].details["score"] > 85
    assert [f.value for f in of_code(found.findings, "join_unmatched")] == ["Website visit"]
    assert [f.value for f in of_code(found.findings, "join_missing")] == ["Web-site visit", "Letter"]


def test_a_confirmed_match_is_joined():
    found = joined({"website visit": "Web-site visit"})
    assert found.rows["volume"].tolist()[:3] == [30.0, 30.0, 30.0]
    assert "join_proposed" not in codes(found.findings)
    assert [f.value for f in of_code(joined({"Nowhere": "Letter"}).findings, "join_unknown")] == ["Nowhere"]


def test_real_volumes_take_the_place_of_exposure():
    survey = intake.touchpoints(book(rows_of(["Invoice", "Call", "Letter"], *ratings(60, 3).T)))
    found = intake.combined([survey, intake.touchpoints(contacts()[0], partial=True)])
    assert found.rows["volume"].tolist() == [30.0, 30.0, 60.0]
    assert found.rows["n"].tolist() == [60.0, 60.0, 60.0]


def test_two_sheets_of_one_workbook():
    workbook = table(SCORES, Volumes=[["Touchpoint", "Volume"], ["Invoice", 900], ["Call", 100]])
    parts = [
        intake.touchpoints(workbook, Choices(sheet=name), partial=True) for name in ("Sheet1", "Volumes")
    ]
    assert intake.combined(parts).rows["volume"].tolist()[:2] == [900.0, 100.0]


def test_a_column_that_is_not_there_is_refused_by_name():
    with pytest.raises(ArgumentError):
        intake.responses(contacts()[0], Choices(roles={"Nothing": "rating"}))


def asked(text):
    found = intake.understand(intake.read(text.encode(), "small.csv"))
    return found.shape, [one.kind for one in found.questions], [one.role for one in found.columns]


MARKS = [1 + row * 7 % 5 for row in range(40)]


@pytest.mark.parametrize(
    ("text", "shape", "roles"),
    [
        ("How satisfied are you?\n" + "\n".join(map(str, MARKS)), "responses", ["rating"]),
        (
            "id,rating\n" + "\n".join(f"{row},{mark}" for row, mark in enumerate(MARKS)),
            "responses",
            ["ignore", "rating"],
        ),
        ("Score\n7\n8\n6\n9\n", "responses", ["rating"]),
        (
            "Touchpoint,Satisfaction,Volume\nInvoice,7.1,200\n",
            "touchpoints",
            ["touchpoint", "satisfaction", "volume"],
        ),
    ],
    ids=["one column", "a number and a rating", "four numbers", "one row"],
)
def test_what_can_be_one_thing_only_is_not_asked(text, shape, roles):
    """Rows that no column can name are nobody's touchpoints."""
    assert asked(text) == (shape, [], roles)
