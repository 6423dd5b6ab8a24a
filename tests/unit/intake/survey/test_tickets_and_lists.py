"""Rows of tickets, rows of people times things, and cells that list what somebody met."""

import numpy as np
import pytest

from cx import intake
from cx.intake.words.headers import judges_all
from cx.records import Choices
from tests.made.intake_files import of_code, roles
from tests.made.surveys import book, ratings, rows_of

COUNT = 120
GROUPS = ("Prize", "Route", "Repair", "Permit")
PEOPLE = ("Ola", "Kim", "Per", "Liv", "Jon", "Eva", "Tor")


def tickets(*, owner="Rådgiver", group="Henvendelsestype", scores=("Poeng",)):
    values = ratings(COUNT, len(scores))
    columns = [
        [5_000 + at for at in range(COUNT)],
        [f"2026-03-{1 + at % 28:02d} {8 + at % 9:02d}:{at % 60:02d}" for at in range(COUNT)],
        [PEOPLE[at % 7] for at in range(COUNT)],
        [GROUPS[(at * 7) % 4] for at in range(COUNT)],
    ]
    return book(rows_of(["Saksnr", "Opprettet", owner, group, *scores], *columns, *values.T)), values


@pytest.mark.parametrize(
    ("owner", "group"),
    [
        ("Rådgiver", "Emne"),
        ("Obrađivač agent", "Kategorija"),
        ("พนักงาน", "หัวข้อ"),
        ("Behandler", "Årsak type"),
    ],
)
def test_a_ticket_is_about_its_group_never_about_who_handled_it(owner, group):
    workbook, values = tickets(owner=owner, group=group)
    found = intake.touchpoints(workbook)
    means = {
        name: values[[at for at in range(COUNT) if GROUPS[(at * 7) % 4] == name], 0].mean() for name in GROUPS
    }
    assert dict(zip(found.rows["touchpoint"], found.rows["satisfaction"], strict=True)) == pytest.approx(
        means
    )


def judged(*headers, group=True, seed=5):
    """Tickets without a date whose answers are all called judgements of everything."""
    values = ratings(COUNT, len(headers), seed=seed)
    sort = [GROUPS[(at * 7) % 4] for at in range(COUNT)]
    before = [[f"T-{700 + at}" for at in range(COUNT)], *([sort] if group else [])]
    return book(rows_of(["Ticket", *(["Category"] if group else []), *headers], *before, *values.T)), values


def test_judgements_of_everything_are_drawn_where_nothing_else_is_rated():
    workbook, values = judged("CSAT", "CES", group=False)
    found = intake.understand(workbook)
    assert {one.header: (one.role, one.reason) for one in found.columns if one.header != "Ticket"} == {
        "CSAT": ("rating", "survey_lone"),
        "CES": ("rating", "survey_lone"),
    }
    (told,) = of_code(found.findings, "lone_outcome")
    assert told.details["columns"] == "“CSAT”, “CES”"
    rows = intake.touchpoints(workbook).rows
    assert rows["satisfaction"].tolist()[0] == pytest.approx(values[:, 0].mean())


@pytest.mark.parametrize("column", [[at % 2 for at in range(COUNT)], [900.5 + at * 7 for at in range(COUNT)]])
def test_a_goal_in_money_or_in_yes_and_no_is_not_drawn(column):
    workbook = book(rows_of(["Ticket", "Churned" if 1 in column else "Revenue"], range(7, 7 + COUNT), column))
    found = intake.understand(workbook, Choices(shape="responses"))
    assert of_code(found.findings, "lone_outcome") == []
    assert len(of_code(found.findings, "survey_without_ratings")) == 1


def test_an_outcome_by_hand_stays_one():
    workbook, _ = judged("CSAT", "Speed", group=False)
    found = intake.understand(workbook, Choices(roles={"CSAT": "outcome", "Speed": "ignore"}))
    assert roles(found)["CSAT"] == "outcome"
    assert of_code(found.findings, "lone_outcome") == []


def test_tickets_without_a_date_can_be_read_by_their_group_with_each_judgement():
    workbook, values = judged("CSAT", "CES")
    (question,) = [one for one in intake.understand(workbook).questions if one.kind == "shape"]
    now, first, second = question.readings
    assert (now.chosen, first.chosen, second.chosen) == (True, False, False)
    for at, reading in enumerate((first, second)):
        rows = intake.touchpoints(workbook, reading.choices).rows
        means = [
            values[[i for i in range(COUNT) if GROUPS[(i * 7) % 4] == name], at].mean() for name in GROUPS
        ]
        assert dict(zip(rows["touchpoint"], rows["satisfaction"], strict=True)) == pytest.approx(
            dict(zip(GROUPS, means, strict=True))
        )


def test_of_two_groups_that_no_header_explains_the_other_is_offered():
    workbook, _ = tickets(owner="Foo", group="Bar")
    (asked,) = of_code(intake.understand(workbook).findings, "two_columns")
    assert (asked.column, asked.details["other"]) == ("Foo", "Bar")


def test_two_ratings_of_a_ticket_are_asked_about_with_three_readings():
    workbook, values = tickets(scores=("Tempo", "Høflighet"))
    seen = intake.understand(workbook)
    (question,) = [one for one in seen.questions if one.finding.code == "ticket_ratings_ambiguous"]
    first, *groups = question.readings
    assert (first.chosen, first.choices.shape) == (True, "responses")
    shown = [intake.preview(workbook, one.choices) for one in groups]
    first_group = [at for at in range(COUNT) if GROUPS[(at * 7) % 4] == "Prize"]
    assert [one.touchpoints for one in shown] == [4, 4]
    assert [one.rows[0].satisfaction for one in shown] == pytest.approx(
        values[first_group].mean(axis=0).tolist()
    )


def test_answers_of_people_about_things_are_known_by_how_rows_cross():
    values = ratings(30, 4)
    people = [f"Vastaaja {at}" for at in range(30) for _ in GROUPS]
    things = [name for _ in range(30) for name in GROUPS]
    found = intake.touchpoints(book(rows_of(["Kuka", "Mikä", "Arvo"], people, things, values.ravel())))
    assert found.rows["touchpoint"].tolist() == list(GROUPS)
    assert found.rows["satisfaction"].tolist() == pytest.approx(values.mean(axis=0).tolist())


@pytest.mark.parametrize("sign", ["; ", ", ", " | ", "、"])
def test_a_list_in_one_cell_says_who_met_what(sign):
    met = np.random.default_rng(2).random((COUNT, 4)) < 0.6
    met[~met.any(axis=1), 0] = True
    values = np.where(met, ratings(COUNT, 4), np.nan)
    values[np.flatnonzero(met[:, 1])[:5], 1] = np.nan  # met, and not rated
    lists = [sign.join(name for name, one in zip(GROUPS, row, strict=True) if one) for row in met]
    headers = ["Brukte du noe av dette?", *(f"Hvordan var {name}" for name in GROUPS)]
    workbook = book(rows_of(headers, lists, *values.T))
    found = intake.touchpoints(workbook)
    assert roles(intake.understand(workbook))[headers[0]] == "exposure"
    assert found.rows["volume"].tolist() == met.sum(axis=0).tolist()


@pytest.mark.parametrize(
    ("header", "part", "expected"),
    [
        ("Kui rahul olete üldiselt? Kokkuvõttes", "", False),
        ("Alt tatt i betraktning, hvor fornøyd er du med oss?", "", True),
        ("Satisfacció global amb el servei", "", True),
        ("Kepuasan secara keseluruhan", "", True),
        ("Overall satisfaction: parking", "parking", False),
        ("General practitioner", "", False),
    ],
)
def test_a_judgement_of_everything_is_known_by_how_its_header_is_built(header, part, expected):
    assert judges_all(header, part) is expected


@pytest.mark.parametrize("where", ["before", "behind"])
def test_who_the_respondent_is_stands_beside_the_ratings(where):
    random = np.random.default_rng(4)
    rated, traits = list(ratings(60, 6).T), [1 + random.permutation(60) % 5 for _ in range(3)]
    names, others = [f"thing{name}" for name in "abcdef"], [f"mark{name}" for name in "xyz"]
    headers = [*others, *names] if where == "before" else [*names, *others]
    columns = [*traits, *rated] if where == "before" else [*rated, *traits]
    found = intake.understand(book(rows_of(headers, *columns)))
    assert [roles(found)[name] for name in headers if name in names] == ["rating"] * 6
    assert [roles(found)[name] for name in others] == ["ignore"] * 3


def test_numbers_that_a_header_calls_no_answer_are_no_ratings():
    values = ratings(COUNT, 3)
    values[:20, 0], values[20:30, 1] = 0, 9
    said = "(1 = slecht, 5 = goed, 0 = niet gebruikt, 9 = weet niet)"
    headers = [f"{name} {said}" for name in GROUPS[:3]]
    found = intake.responses(book(rows_of(headers, *values.T)))
    means = [values[20:, 0].mean(), values[[*range(20), *range(30, COUNT)], 1].mean(), values[:, 2].mean()]
    points = intake.touchpoints(book(rows_of(headers, *values.T)))
    assert points.rows["satisfaction"].tolist() == pytest.approx(means)
    assert len(found.rows) == COUNT


@pytest.mark.parametrize(
    ("header", "ends"), [("Schulnote: {}", (1, 6, "lower")), ("{} – známka jako ve škole", (1, 5, "lower"))]
)
def test_school_grades_of_a_survey_run_downwards(header, ends):
    values = ratings(COUNT, 3)
    headers = [header.format(name) for name in GROUPS[:3]]
    scales = intake.understand(book(rows_of(headers, *values.T))).scales
    assert [(one.minimum, one.maximum, one.direction) for one in scales.values()] == [ends] * 3


def test_marks_from_four_to_ten_are_a_scale_of_their_own():
    values = ratings(COUNT, 3, high=7) + 3
    headers = [f"{name} (4–10)" for name in GROUPS[:3]]
    scales = intake.understand(book(rows_of(headers, *values.T))).scales
    assert [(one.minimum, one.maximum) for one in scales.values()] == [(4, 10)] * 3


def test_a_figure_for_each_period_is_no_answer_of_anybody():
    rows = [[f"{quarter}-{year}", f"M_{name}", 40 + (at * 7 + year) % 50] for year in range(2012, 2018)
            for quarter in ("Q2", "Q4") for at, name in enumerate("ABCDEFGHIJKLMNO")]  # fmt: skip
    found = intake.understand(book([["Period", "Code", "Score (%)"], *rows]))
    assert (found.shape, roles(found)["Period"]) == ("touchpoints", "period")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("How would you rate the overall state of the bridges?", False),
        ("How would you rate the bridges overall?", True),
        ("How satisfied are you, overall, with the harbour?", True),
        ("How would you rate the overall experience of the harbour?", True),
    ],
)
def test_overall_before_a_noun_is_about_what_is_named_behind_it(header, expected):
    assert judges_all(header) is expected


def test_numbers_of_people_that_end_below_a_hundred_are_no_answers():
    values = ratings(80, 3)
    rows = [[at + 1, name, values[at, place]] for at in range(80) for place, name in enumerate(GROUPS[:3])]
    found = intake.touchpoints(book([["Ark", "Spm", "Svar"], *rows]))
    assert dict(zip(found.rows["touchpoint"], found.rows["satisfaction"], strict=True)) == pytest.approx(
        dict(zip(GROUPS, values.mean(axis=0), strict=False))
    )
