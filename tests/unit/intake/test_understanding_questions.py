"""What is asked with two readings, and what a person's answers change."""

import numpy as np
import pytest

from cx import intake
from cx.cli.arguments import choices_of, parsed
from cx.errors import ArgumentError
from cx.intake import mapping
from cx.records import Choices, NameMatch, Scale
from tests.made.intake_files import table
from tests.made.surveys import book, codes, ratings, with_code

NAMES = ["Invoice", "Call", "Visit", "App"]


def question(seen, kind):
    (found,) = [one for one in seen.questions if one.kind == kind]
    return found


def zero_somewhere():
    found = ratings(200, 4)
    for place in range(4):
        found[place::50, place] = 0
    return book([NAMES, *found.tolist()])


def test_a_code_that_nothing_tells_is_asked_once_and_either_answer_is_kept():
    workbook = zero_somewhere()
    (asked,) = [one for one in intake.understand(workbook).questions if one.kind == "code"]
    assert (asked.key, asked.columns) == ("code:A:0", tuple(NAMES))
    assert asked.finding.message("en").startswith(
        "“0” stands in 4 columns: “Invoice”, “Call”, “Visit”, “App”."
    )
    away, kept = asked.readings
    assert (away.choices.codes, kept.choices.codes) == (
        {name: {"0": "not_met"} for name in NAMES}, {name: {"0": "rating"} for name in NAMES},
    )  # fmt: skip
    for reading, n in ((away, 196), (kept, 200)):
        rows = intake.touchpoints(workbook, reading.choices).rows.set_index("touchpoint")
        assert rows["n"].tolist() == [n] * 4
        settled = intake.understand(workbook, reading.choices)
        assert [one for one in settled.questions if one.kind == "code"] == []
        assert [(one.meaning, one.by_hand, one.n) for one in settled.codes if one.column == "Invoice"] == [
            (reading.choices.codes["Invoice"]["0"], True, 4)
        ]


def test_a_code_settled_in_one_column_is_asked_for_the_others():
    found = intake.understand(zero_somewhere(), Choices(codes={"Invoice": {"0": "rating"}}))
    (asked,) = [one for one in found.questions if one.kind == "code"]
    assert (asked.key, asked.columns) == ("code:B:0", ("Call", "Visit", "App"))
    assert asked.readings[1].label("en") == "“0” is a rating, in 3 columns"
    assert dict(asked.readings[1].choices.codes) == {name: {"0": "rating"} for name in NAMES}


def test_two_codes_are_two_questions():
    found = ratings(200, 4)
    for place in range(4):
        found[place::50, place] = 0 if place < 2 else 6
    kinds = [one for one in intake.understand(book([NAMES, *found.tolist()])).questions if one.kind == "code"]
    assert len({one.key for one in kinds}) == len(kinds)
    assert all(len({name in ("Invoice", "Call") for name in one.columns}) == 1 for one in kinds)


def test_the_evidence_of_a_code_is_carried_along():
    found = ratings(200, 4)
    column = with_code(found[:, 0], 99, 10)
    seen = intake.understand(book([NAMES, *np.column_stack([column, found[:, 1:]]).tolist()]))
    (code,) = seen.codes
    assert (code.key, code.n, code.near, code.meaning) == ("code:A:99", 20, 5.0, "not_met")
    assert code.mean_without == pytest.approx(column[column != 99].mean())
    assert code.mean_with == pytest.approx(column.mean())
    assert code.why("en").startswith("“99” stands 20×, next to rating 5.")


def test_met_and_not_rated_counts_for_volume_alone():
    found = ratings(200, 4)
    column = with_code(found[:, 0], 99, 10)
    workbook = book([NAMES, *np.column_stack([column, found[:, 1:]]).tolist()])
    rows = intake.touchpoints(workbook, Choices(codes={"Invoice": {"99": "no_answer"}})).rows.set_index(
        "touchpoint"
    )
    assert (rows.loc["Invoice", "n"], rows.loc["Invoice", "volume"]) == (180, 200)


def test_numbers_that_a_person_calls_ratings_count_whatever_they_look_like():
    found = ratings(200, 4, 7)
    column = with_code(found[:, 0], 9, 10)
    workbook = book([NAMES, *np.column_stack([column, found[:, 1:]]).tolist()])
    rows = intake.touchpoints(workbook, Choices(missing_codes=())).rows.set_index("touchpoint")
    assert rows.loc["Invoice", "n"] == 200


def test_each_rating_column_has_a_scale_of_its_own_by_hand():
    workbook = book([NAMES, *ratings(100, 4).tolist()])
    seen = intake.understand(workbook, Choices(scales={"App": Scale(1, 7, "lower")}))
    assert (seen.scales["App"], seen.scales["Call"]) == (Scale(1, 7, "lower"), Scale(1, 5))


def test_the_numbers_of_answers_in_words_can_be_changed():
    words = np.array(["bad", "ok", "super"])
    found = ratings(90, 3, 3)
    rows = [
        ["resp", *NAMES[:3]],
        *([f"r{place}", *words[row.astype(int) - 1]] for place, row in enumerate(found)),
    ]
    by_hand = {name: {"bad": 1.0, "ok": 2.0, "super": 3.0} for name in NAMES[:3]}
    choices = Choices(shape="responses", text_scales=by_hand, roles=dict.fromkeys(NAMES[:3], "rating"))
    scores = intake.touchpoints(book(rows), choices).rows.set_index("touchpoint")["satisfaction"]
    assert scores.to_dict() == pytest.approx(dict(zip(NAMES, found.mean(axis=0), strict=False)))


TWO = [
    ["Touchpoint", "Satisfaction", "CSAT", "Volume"],
    *([name, 7, 3 + n / 4, 9] for n, name in enumerate(NAMES)),
]


def test_two_likely_columns_are_asked_with_a_preview_of_both():
    workbook = table(TWO)
    asked = question(intake.understand(workbook), "role")
    previews = [intake.preview(workbook, reading.choices) for reading in asked.readings]
    assert [reading.label("en") for reading in asked.readings] == ["“Satisfaction”", "“CSAT”"]
    assert [one.rows[0].satisfaction for one in previews] == [7, 3]
    assert (previews[0].touchpoints, previews[0].problem) == (4, None)


def test_readings_are_shown_by_the_touchpoints_on_which_they_part():
    columns = ratings(200, 9)
    columns[::70, 7] = 0
    workbook = book([[f"Step {at}" for at in range(9)], *columns.tolist()])
    asked = question(intake.understand(workbook), "code")
    whole = [intake.preview(workbook, reading.choices, 50) for reading in asked.readings]
    away, kept = intake.side_by_side(whole, 3)
    names = ["Step 0", "Step 1", "Step 7"]
    assert [[row.touchpoint for row in one.rows] for one in (away, kept)] == [names, names]
    assert (away.rows[2].n, kept.rows[2].n, away.touchpoints) == (197, 200, 9)


def test_readings_with_other_touchpoints_each_show_their_own():
    workbook = table(TWO, **{"2026": [["Touchpoint", "Satisfaction"], ["Invoice", 6.5], ["Shop", 5.1]]})
    first, other = (intake.preview(workbook, Choices(sheet=name), 50) for name in ("Sheet1", "2026"))
    shown = intake.side_by_side([first, other], 2)
    assert [[row.touchpoint for row in one.rows] for one in shown] == [NAMES[:2], ["Invoice", "Shop"]]


def test_a_preview_says_what_stands_in_the_way():
    found = intake.preview(table(TWO), Choices(roles={"Touchpoint": "ignore", "Satisfaction": "ignore"}))
    assert (found.rows, found.problem is None) == ((), False)


def test_two_sheets_that_both_could_be_meant_are_asked():
    rows = [["Touchpoint", "Satisfaction"], *([name, 6.5] for name in NAMES)]
    workbook = table(rows, name="2025", **{"2026": rows})
    asked = question(intake.understand(workbook), "sheet")
    assert [(reading.choices.sheet, reading.chosen) for reading in asked.readings] == [
        ("2025", True),
        ("2026", False),
    ]


SCORES = [["Touchpoint", "Satisfaction"], *([name, 6 + n / 2] for n, name in enumerate(NAMES))]
VOLUMES = [["Touchpoint", "Contacts"], ["Invoice", 900], ["call ", 400], ["Visits", 70], ["Moving", 12]]


def test_volumes_of_another_sheet_are_joined_where_the_names_fit():
    found = intake.touchpoints(table(SCORES, name="Survey", Operations=VOLUMES))
    assert found.rows.set_index("touchpoint")["volume"].fillna(-1).to_dict() == {
        "Invoice": 900, "Call": 400, "Visit": -1, "App": -1,
    }  # fmt: skip
    assert {"sheet_joined", "join_proposed", "join_unmatched", "join_missing"} <= set(codes(found.findings))


def test_no_other_sheet_is_joined_where_a_person_says_so():
    workbook = table(SCORES, name="Survey", Operations=VOLUMES)
    assert intake.touchpoints(workbook, Choices(also=())).rows["volume"].isna().all()
    assert intake.touchpoints(workbook, Choices(sheet="Survey")).rows["volume"].isna().all()
    named = intake.touchpoints(workbook, Choices(sheet="Survey", also=("Operations",)))
    assert named.rows["volume"].iloc[0] == 900


def parts():
    return [intake.touchpoints(table(SCORES)), intake.touchpoints(table(VOLUMES), partial=True)]


def test_names_that_look_alike_are_proposed_confirmed_or_refused():
    (open_join,) = intake.joins(parts())
    assert (open_join.exact, open_join.unmatched, open_join.missing) == (
        ("Invoice", "call"),
        ("Moving",),
        ("App",),
    )
    assert [(match.name, match.other) for match in open_join.proposed] == [("Visits", "Visit")]
    (confirmed,) = intake.joins(parts(), {"Visits": "Visit"})
    assert (confirmed.confirmed, confirmed.proposed) == ((NameMatch("Visits", "Visit", 100.0),), ())
    (refused,) = intake.joins(parts(), {"Visits": ""})
    assert (refused.proposed, refused.unmatched, refused.missing) == (
        (),
        ("Visits", "Moving"),
        ("Visit", "App"),
    )


def test_a_refused_match_is_not_proposed_again():
    assert "join_proposed" in codes(intake.combined(parts()).findings)
    found = intake.combined(parts(), {"Visits": ""})
    assert "join_proposed" not in codes(found.findings)
    assert "join_unknown" not in codes(found.findings)


def test_few_rows_of_ratings_and_many_repeats_are_asked():
    few = intake.understand(
        book([["ID", *NAMES], *([f"x{n}", *row] for n, row in enumerate(ratings(6, 4).tolist()))])
    )
    assert [reading.kind for reading in question(few, "shape").readings] == [
        "shape_touchpoints",
        "shape_responses",
    ]
    names = [NAMES[place % 4] if place % 2 else f"Step {place}" for place in range(40)]
    some = intake.understand(
        book([["Touchpoint", "Score"], *([name, 5 + n % 4] for n, name in enumerate(names))])
    )
    assert question(some, "shape").readings[1].choices.shape == "ratings"


def test_the_command_line_sets_direction_header_blanks_and_further_sheets():
    found = choices_of(
        parsed(["inspect", "f.xlsx", "--scale", "1..7:lower", "--header", "4..5", "--blanks", "no_answer",
                "--sheet", "A", "--sheet", "B", "--match", "Visits="])
    )  # fmt: skip
    assert (found.scale, found.header_rows, found.blanks) == (Scale(1, 7, "lower"), (4, 5), "no_answer")
    assert (found.sheet, found.also, found.matches) == ("A", ("B",), {"Visits": ""})
    assert choices_of(parsed(["inspect", "f.xlsx", "--direction", "lower"])).direction == "lower"
    assert choices_of(parsed(["inspect", "f.xlsx"])).also is None


@pytest.mark.parametrize("rows", ["0", "5..4", "x", "1..40"])
def test_the_command_line_refuses_header_rows_that_are_none(rows):
    with pytest.raises(ArgumentError):
        parsed(["inspect", "f.xlsx", "--header", rows])


def test_what_was_said_column_by_column_goes_through_a_mapping_file():
    workbook = zero_somewhere()
    choices = Choices(
        codes={"Invoice": {"0": "rating"}}, scales={"App": Scale(0, 5)}, direction="higher", also=()
    )
    content = mapping.mapping_of(choices, intake.understand(workbook, choices))
    assert mapping.fitting(content, workbook) == choices


def test_what_was_said_later_about_a_column_stands_beside_what_was_said_of_others():
    below = Choices(codes={"A": {"0": "rating"}}, scales={"A": Scale(1, 5)})
    found = mapping.overlaid(below, Choices(codes={"B": {"9": "not_met"}}))
    assert (set(found.codes), set(found.scales)) == ({"A", "B"}, {"A"})
