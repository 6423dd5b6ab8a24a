"""Grades with halves or tenths: a survey by what its columns share, and not rows of one rating each."""

import numpy as np
import pytest

from cx import intake

PLACES = ("Noord", "Zuid", "Randstad")
CASES = [f"Hoe tevreden ben je met {thing}?" for thing in ("de site", "de levering", "de factuur", "de app")]


def survey(step, *, people=True, outcome=True, rows=90):
    """Respondents of three regions who give grades to four things, some of them not met."""
    random = np.random.default_rng(5)
    head = [*(["Respondentnummer", "Ingevuld op"] if people else []), "Regio", *CASES]
    lines = [";".join(head + ["Zou je ons aanbevelen? (0-10)"] * outcome)]
    for place in range(rows):
        mood = random.normal(7, 1.2)
        given = np.clip(np.round((mood + random.normal(0, 0.8, 4)) / step) * step, 1, 10)
        cells = [f"{one:.1f}".replace(".", ",") if random.random() < 0.8 else "n.v.t." for one in given]
        who = [str(1000 + place), f"{1 + place % 28:02d}-10-2026"] if people else []
        likely = [str(int(np.clip(round(mood), 0, 10)))] * outcome
        lines.append(";".join([*who, PLACES[place % 3], *cells, *likely]))
    return "\n".join(lines)


def understood(content):
    return intake.understand(intake.read(content.encode(), "own.csv"))


@pytest.mark.parametrize("step", [0.5, 0.1])
@pytest.mark.parametrize("fields", [{}, {"people": False}, {"outcome": False}], ids=str)
def test_grades_in_parts_are_answers_of_one_respondent(step, fields):
    found = understood(survey(step, **fields))
    assert found.shape == "responses"
    assert [one.header for one in found.columns_of("rating")] == CASES


def test_times_beside_one_rating_are_no_grades():
    random = np.random.default_rng(6)
    lines = ["Ticket;Created;Category;First answer;Solved;CSAT (1-5)"]
    for place in range(120):
        first = random.uniform(0.2, 4)
        rated = int(np.clip(round(5 - first + random.normal(0, 1)), 1, 5))
        times = f"{first:.1f};{first + random.uniform(0.5, 5):.1f};{rated}"
        about = ("Invoice", "Delivery", "Login", "Claim")[place % 4]
        lines.append(f"T{place};2026-10-{1 + place % 28:02d};{about};{times}")
    found = understood("\n".join(lines))
    assert found.shape == "ratings"
    assert [one.header for one in found.columns_of("touchpoint")] == ["Category"]
