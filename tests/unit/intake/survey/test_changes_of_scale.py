"""A scale that changes midway is told, an order of the rows is not.

Long are further rows of ``test_rows_in_the_order_of_an_answer_change_no_scale``.
"""

import numpy as np
import pytest

from cx import intake
from tests.made.intake_files import of_code
from tests.made.surveys import book, rows_of
from tests.project import tiers

HEADERS = ["Invoice", "Call", "Visit", "App", "Overall satisfaction"]
CHANGES = (
    *("scale_widens", "scale_narrows", "scale_changed_ambiguous"),
    *("outcome_scale_changed", "outcome_scale_differs"),
)


def survey(seed, rows, top=10):
    """Return (rows, 5) answers with one mood, the last the outcome."""
    random = np.random.default_rng(seed)
    middle, spread = (7.0, 1.7) if top == 10 else (3.9, 0.9)
    mood = random.normal(size=(rows, 1))
    answers = middle + spread * (0.75 * mood + 0.66 * random.normal(size=(rows, 5)))
    return np.clip(np.rint(answers), 1, top)


def told(answers, **more):
    found = intake.understand(book(rows_of([*HEADERS, *more], *answers.T, *more.values()))).findings
    return [
        (finding.code, finding.column, finding.details["at"])
        for code in CHANGES
        for finding in of_code(found, code)
    ]


@pytest.mark.parametrize("rows", tiers.first([120], 400))
@pytest.mark.parametrize("way", [1, -1])
@pytest.mark.parametrize("by", ["outcome", "mean", "first"])
def test_rows_in_the_order_of_an_answer_change_no_scale(rows, way, by):
    for seed in range(3):
        answers = survey(seed, rows)
        key = {"outcome": answers[:, 4], "mean": answers.mean(axis=1), "first": answers[:, 0]}[by]
        assert told(answers[np.argsort(way * key, kind="stable")]) == []


@pytest.mark.parametrize("outcomes_only", [True, False])
def test_an_outcome_whose_scale_changes_is_told_with_its_row(outcomes_only):
    answers = survey(3, 300)
    answers[:120, 4] = survey(4, 120, 5)[:, 4]
    if not outcomes_only:
        answers[:120] = survey(5, 120, 5)
    found = told(answers)
    first = int(np.argmax(answers[:, 4] > 5)) + 2
    assert ("outcome_scale_changed", "Overall satisfaction", str(first)) in found
    assert [column for _, column, _ in found][:-1] == ([] if outcomes_only else HEADERS[:4])


def test_an_outcome_on_one_scale_is_not():
    assert told(survey(6, 300)) == []


@pytest.mark.parametrize("sorted_by", [None, 0, 4])
def test_an_outcome_whose_scale_changes_from_a_period_on_is_told_in_any_order_of_the_rows(sorted_by):
    answers = survey(3, 300)
    answers[:150, 4] = survey(4, 150, 5)[:, 4]
    order = np.random.default_rng(1).permutation(300)
    if sorted_by is not None:
        order = np.argsort(answers[:, sorted_by], kind="stable")
    periods = np.repeat(["wave 9", "wave 10"], 150)[order]
    assert told(answers[order], Period=periods) == [
        ("outcome_scale_differs", "Overall satisfaction", "wave 10")
    ]
    assert told(survey(3, 300)[order], Period=periods) == []


def test_the_days_of_the_answers_tell_it_as_well():
    answers = survey(3, 300)
    answers[:150, 4] = survey(4, 150, 5)[:, 4]
    days = np.datetime_as_string(np.datetime64("2025-01-01") + np.arange(300))
    order = np.random.default_rng(2).permutation(300)
    ((code, _, at),) = told(answers[order], Date=days[order])
    first = int(np.argmax(answers[:, 4] > 5))
    assert (code, at) == ("outcome_scale_differs", days[first])


def test_few_answers_tell_it_where_nothing_else_changes():
    seen = []
    for seed in range(8):
        answers = survey(seed, 30)
        for key in (answers.mean(axis=1), answers[:, 0]):
            assert told(answers[np.argsort(key, kind="stable")]) == []
        answers[:15, 4] = survey(seed + 100, 15, 5)[:, 4]
        seen += [code for code, *_ in told(answers)]
    assert set(seen) == {"outcome_scale_changed"}
    assert len(seen) >= 5


def test_files_that_ask_it_on_two_scales_are_told():
    answers, names = survey(3, 300), []
    answers[:150, 4] = survey(4, 150, 5)[:, 4]
    parts = [
        book(rows_of(HEADERS, *part.T), name) for part, name in ((answers[:150], "a"), (answers[150:], "b"))
    ]
    for parts_of_it in (parts, [parts[1], parts[1]]):
        table = intake.together(parts_of_it)
        names.append(
            [(f.details["low"], f.details["high"]) for f in of_code(table.findings, "outcome_scale_files")]
        )
    assert names == [[(5.0, 10.0)], []]
