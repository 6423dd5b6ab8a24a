"""Several files as one table."""

import random

import pytest

from cx import intake
from cx.errors import ArgumentError, RoleMissing, TableError
from cx.intake import combined, several_files, together, touchpoint_table, touchpoints
from cx.intake.join import side_by_side
from cx.intake.join.matching import alike, join_key
from cx.records import Choices
from tests.made.intake_files import csv, of_code


def file(text, name):
    return intake.read(text.encode(), name)


SCORES = "Touchpoint;CSAT (1-5)\nInvoice;4\nCall;3\n"


def test_files_with_periods_stand_below_each_other():
    first = file("Touchpoint;Period;CSAT (1-5)\nInvoice;Q2 2026;4\n", "a.csv")
    second = file("Touchpoint;Period;CSAT (1-5)\nInvoice;Q1 2026;3\n", "b.csv")
    found = together([first, second])
    assert list(found.rows["satisfaction"]) == [4.0, 3.0]
    assert found.periods == ("Q1 2026", "Q2 2026")
    assert [source.file for source in found.sources] == ["a.csv", "b.csv"]
    assert list(found.rows["file"]) == ["a.csv", "b.csv"]


def test_the_same_touchpoints_without_periods_take_the_file_names():
    found = together([file(SCORES, "2025.csv"), file(SCORES.replace("4", "5"), "2026.csv")])
    assert found.periods == ("2025", "2026")
    assert list(found.rows["period"]) == ["2025", "2025", "2026", "2026"]
    assert len(of_code(found.findings, "period_from_file")) == 1


def test_a_row_that_another_file_has_counts_once():
    other = "Touchpoint;CSAT (1-5)\ninvoice;1\nVisit;5\nApp;2\n"
    found = together([file(SCORES, "a.csv"), file(other, "b.csv")])
    assert list(found.rows["touchpoint"]) == ["Invoice", "Call", "Visit", "App"]
    (finding,) = of_code(found.findings, "duplicate_across")
    assert (finding.cell, finding.details["first"], finding.details["first_file"]) == ("A2", "2", "a.csv")


def test_volumes_are_joined_by_name():
    volumes = file("Touchpoint;Volume\n call ;900\nINVOICE;1200\nLetter;5\n", "ops.csv")
    found = together([file(SCORES, "survey.csv"), volumes])
    assert list(found.rows["volume"]) == [1200.0, 900.0]
    (unmatched,) = of_code(found.findings, "join_unmatched")
    assert (unmatched.severity, unmatched.value, unmatched.cell) == ("error", "Letter", "A4")


def test_a_touchpoint_without_a_partner_is_told():
    found = together([file(SCORES, "survey.csv"), file("Touchpoint;Volume\nCall;900\n", "ops.csv")])
    (missing,) = of_code(found.findings, "join_missing")
    assert (missing.value, missing.severity) == ("Invoice", "warning")
    assert found.rows["volume"].isna().tolist() == [True, False]


def test_volumes_of_several_rows_add_up_and_are_divided_by_answers():
    scores = "Touchpoint;Segment;CSAT (1-5);n\nCall;Home;4;30\nCall;Business;3;10\n"
    volumes = "Touchpoint;Channel;Volume\nCall;Phone;100\nCall;Chat;300\n"
    found = together([file(scores, "survey.csv"), file(volumes, "ops.csv")])
    assert list(found.rows["volume"]) == [300.0, 100.0]
    assert len(of_code(found.findings, "join_split")) == 1


def test_volumes_per_segment_go_to_their_segment():
    scores = "Touchpoint;Segment;CSAT (1-5)\nCall;Home;4\nCall;Business;3\n"
    volumes = "Touchpoint;Segment;Volume\nCall;business;7\nCall;home;9\n"
    assert list(together([file(scores, "a.csv"), file(volumes, "b.csv")]).rows["volume"]) == [9.0, 7.0]


def test_impact_from_a_second_file():
    impact = file("Touchpoint;Impact on NPS\nInvoice;0,3\nCall;0,1\n", "model.csv")
    found = together([file(SCORES, "survey.csv"), impact])
    assert (found.impact_kind, found.goal) == ("given", "Impact on NPS")
    assert list(found.rows["impact"]) == [0.3, 0.1]


def test_scales_that_differ_are_refused():
    other = "Touchpoint;CSAT (1-10)\nVisit;8\n"
    with pytest.raises(TableError) as raised:
        together([file(SCORES, "a.csv"), file(other, "b.csv")])
    assert (raised.value.key, raised.value.values["other_high"]) == ("scales_differ", 10.0)


def test_no_satisfaction_anywhere_is_refused():
    volumes = file("Touchpoint;Volume\nCall;900\n", "ops.csv")
    with pytest.raises(RoleMissing) as raised:
        together([volumes, volumes])
    assert raised.value.key == "no_satisfaction_anywhere"


def test_a_choice_may_name_a_column_of_one_file():
    volumes = file("Touchpoint;Keer\nCall;900\nInvoice;10\n", "ops.csv")
    found = together([file(SCORES, "survey.csv"), volumes], Choices(roles={"Keer": "volume"}))
    assert list(found.rows["volume"]) == [10.0, 900.0]
    with pytest.raises(ArgumentError):
        together([file(SCORES, "survey.csv"), volumes], Choices(roles={"Nergens": "volume"}))


def test_a_single_table_is_returned_as_it_is():
    one = touchpoints(csv(SCORES))
    assert combined([one]) is one


def test_rows_with_and_without_a_place_are_counted():
    books = [file("Touchpoint;CSAT (1-5)\nInvoice;4\nCall;?\nTotal;4\n", "a.csv")]
    found = combined([touchpoints(book) for book in books])
    counted = intake.counts(found, [(book, intake.understand(book)) for book in books])
    assert (counted.used, counted.aside) == (1, 2)


def test_rows_find_each_other_by_name_and_by_every_detail_that_is_asked_for():
    """As going through all pairs finds them: a blank detail fits any, on either side."""
    chance = random.Random(4)  # noqa: S311 - no secret

    def table(score):
        lines = ["Touchpoint;Segment;Channel;Period;" + score]
        for _ in range(60):
            choice = [chance.choice(texts) for texts in (("Call", "Bill"), ("", "Home", "Work"), ("", "App"))]
            lines.append(";".join([*choice, chance.choice(("", "Q1 2026", "Q2 2026")), "4"]))
        return touchpoints(file("\n".join(lines), "t.csv"), partial=True).rows

    ours, theirs = table("CSAT (1-5)"), table("Volume")

    def fits(place, other):
        one = ours.iloc[place]
        return join_key(one["touchpoint"]) == join_key(other["touchpoint"]) and all(
            not other[key] or one[key] in ("", other[key]) for key in side_by_side.DETAILS
        )

    wanted = [[at for at in range(len(ours)) if fits(at, other)] for _, other in theirs.iterrows()]
    assert side_by_side._matches(ours, theirs) == wanted
    assert sum(map(len, wanted)) > 200


def test_very_many_rows_that_nothing_tells_apart_are_refused_in_words(monkeypatch):
    monkeypatch.setattr(side_by_side, "_MOST_MATCHES", 100)
    scores = "Touchpoint;Segment;Channel;CSAT (1-5)\n" + "".join(f"Call;s{at};;4\n" for at in range(11))
    volumes = "Touchpoint;Channel;Volume\n" + "".join(f"Call;c{at};900\n" for at in range(10))
    assert len(together([file(scores, "a.csv"), file(volumes[: -len("Call;c9;900\n")], "b.csv")]).rows) == 11
    with pytest.raises(TableError) as raised:
        together([file(scores, "a.csv"), file(volumes, "b.csv")])
    assert (raised.value.key, raised.value.values) == (
        "join_beyond_reason",
        {"touchpoint": "Call", "limit": 100},
    )
    assert "“Call”" in raised.value.message("en")
    assert "“Call”" in raised.value.message("nl")


def test_more_touchpoints_than_a_matrix_can_hold_are_refused_in_words(monkeypatch):
    monkeypatch.setattr(touchpoint_table, "MOST_TOUCHPOINTS", 3)
    first, second = "Touchpoint;CSAT (1-5)\na;1\nb;2\nc;3\n", "Touchpoint;CSAT (1-5)\nd;4\ne;5\n"
    assert len(touchpoints(file(first, "a.csv")).rows) == 3
    for files in ([file(first + "d;4\n", "a.csv")], [file(first, "a.csv"), file(second, "b.csv")]):
        with pytest.raises(TableError) as raised:
            several_files.together(files)
        assert raised.value.key == "limit_touchpoints"
        assert raised.value.values["limit"] == 3
        assert raised.value.values["file"] in raised.value.message("nl")
        assert raised.value.values["file"] in raised.value.message("en")


@pytest.mark.parametrize("header", ["Segment", "Channel", "Journey"])
def test_more_groups_than_a_matrix_can_tell_apart_are_refused_in_words(monkeypatch, header):
    monkeypatch.setattr(touchpoint_table, "MOST_TOUCHPOINTS", 3)
    lines = [f"{name};{group};{score}" for name, group, score in zip("aabb", "pqrs", "1234", strict=True)]
    head = f"Touchpoint;{header};CSAT (1-5)"
    told = Choices(roles={"Touchpoint": "touchpoint", header: header.lower()})
    assert len(touchpoints(file("\n".join([head, *lines[:3]]), "a.csv"), told).rows) == 3
    with pytest.raises(TableError) as raised:
        touchpoints(file("\n".join([head, *lines]), "a.csv"), told)
    assert (raised.value.key, raised.value.values) == (
        "limit_values",
        {"file": "a.csv", "column": header, "count": 4, "limit": 3},
    )
    assert f"“{header}” in a.csv" in raised.value.message("en")
    assert f"“{header}” in a.csv" in raised.value.message("nl")


def test_long_names_are_compared_by_their_start():
    start = "abcdefghij " * 20
    (match,) = alike([start + "x" * 3_000], [start + "y" * 3_000], {})
    assert match.score == 100.0
