"""What rates nothing is said once a reason, with all of its columns."""

import numpy as np

from cx.intake.findings import Noticed
from cx.intake.survey.answers import answered
from cx.intake.survey.columns_aside import notice_aside
from cx.intake.survey.kinds import Kinds
from tests.made.surveys import ENDLESS, ratings, table_with_roles

ROWS = 20


def said(headers, reasons, columns=None):
    columns = ratings(ROWS, len(headers)).T if columns is None else columns
    table, roles = table_with_roles(headers, *columns)
    kinds = Kinds(answered(table, roles, budget=ENDLESS), ROWS)
    for place, reason in enumerate(reasons):
        kinds.give(place, "ignore" if reason != "survey_rating" else "rating", 1.0, reason)
    noticed = Noticed(table)
    notice_aside(noticed, kinds)
    return [(one.severity, one.code, one.details["n"], one.details["columns"]) for one in noticed.all()]


def test_columns_of_one_reason_stand_in_one_finding():
    found = said(
        ["Shop", "Age", "Gender", "Visits", "Region"],
        ["survey_rating", "survey_trait", "survey_trait", "survey_count", "survey_trait"],
    )
    assert found == [
        ("info", "aside_trait", 3, "“Age”, “Gender”, “Region”"),
        ("info", "aside_count", 1, "“Visits”"),
    ]


def test_ratings_and_reasons_that_need_no_word_are_not_said():
    assert said(["Shop", "Name", "Ticket"], ["survey_rating", "survey_text", "survey_id"]) == []


def test_a_column_without_an_answer_is_said_only_where_all_its_cells_are_alike():
    texts = [["only words here"] * ROWS, ["only words here"] * ROWS, np.arange(ROWS) % 5 + 1]
    found = said(["Kind", "Version", "Shop"], ["survey_trait", "survey_constant", "survey_rating"], texts)
    assert found == [("info", "aside_constant", 1, "“Version”")]


def test_many_columns_are_counted_and_the_first_forty_named():
    headers = [f"Trait {at}" for at in range(45)]
    ((_, code, n, columns),) = said(headers, ["survey_trait"] * 45)
    assert (code, n) == ("aside_trait", 45)
    assert columns == ", ".join([*(f"“Trait {at}”" for at in range(40)), "…"])
