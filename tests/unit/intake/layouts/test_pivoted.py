"""A file with one value a row: a measure of a touchpoint, or an answer of a respondent, becomes a column."""

import numpy as np
import pytest

from cx import intake
from tests.made.intake_files import csv, of_code, points, table

MEASURES = {"Website": (7.4, 120, 1200), "Phone": (6.8, 90, 3400), "Counter": (8.0, 130, 800)}
ASKED = ["How was the order?", "How was the fitter?", "How was the bill?", "Would you recommend us? (0-10)"]


def answers():
    """Return the answers of 40 people to four questions, and the three columns of ratings."""
    chance = np.random.default_rng(4)
    mood = chance.normal(size=40)
    rated = np.clip(np.rint(3.3 + mood[:, None] + chance.normal(size=(40, 3)) / 2), 1, 5).astype(int)
    said = np.clip(np.rint(2 * rated.mean(axis=1) + chance.normal(size=40)), 0, 10).astype(int)
    rows = [["person", "question", "answer"]]
    for at in range(40):
        rows += [
            [f"P{at:02d}", name, int(value)]
            for name, value in zip(ASKED, [*rated[at], said[at]], strict=True)
        ]
        rows.append([f"P{at:02d}", "How did you find us?", ["A friend", "An advert"][at % 2]])
    return rows, rated


def test_a_row_for_each_measure_of_a_touchpoint():
    lines = [
        f"{name},{what},{value}"
        for name, own in MEASURES.items()
        for what, value in zip(["Satisfaction (1-10)", "Responses", "Contacts"], own, strict=True)
    ]
    found = intake.touchpoints(csv("\n".join(["Touchpoint,Metric,Value", *lines])))
    assert found.rows["touchpoint"].tolist() == list(MEASURES)
    assert found.rows[["satisfaction", "n", "volume"]].to_numpy().tolist() == [
        list(own) for own in MEASURES.values()
    ]
    assert of_code(found.findings, "pivoted")[0].details["n"] == 3
    assert found.cells["", 5, "n"] == "C6"


def test_a_row_for_each_answer_of_a_respondent():
    rows, rated = answers()
    seen = intake.understand(table(rows))
    assert seen.shape == "responses"
    roles = {one.header: one.role for one in seen.columns}
    assert [roles[name] for name in ASKED] == ["rating", "rating", "rating", "outcome"]
    assert {roles["question"], roles["answer"], roles["How did you find us?"]} == {"ignore"}
    found = points(rows)
    assert sorted(found.rows["satisfaction"].tolist()) == pytest.approx(sorted(rated.mean(axis=0).tolist()))


def test_answers_on_one_scale_stay_as_they_lie():
    rows, _ = answers()
    same = [row for row in rows if row[1] in ("question", *ASKED[:3])]
    assert of_code(intake.understand(table(same)).findings, "pivoted") == []
