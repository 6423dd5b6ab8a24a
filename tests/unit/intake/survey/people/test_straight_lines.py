"""One answer all along a battery is counted and said where moods alone do not explain so many."""

import numpy as np
import pytest

from cx import intake
from tests.made.intake_files import of_code
from tests.made.surveys import book, ratings, rows_of

COUNT = 400
NAMES = {
    "en": "How satisfied are you with: {}",
    "nl": "Hoe tevreden bent u over: {}",
    "fi": "Kuinka tyytyväinen olet: {}",
}
THINGS = ["A", "B", "C", "D", "E", "F", "G"]


def survey(values, names):
    return intake.understand(book(rows_of(names, *values.T)))


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize(("lines", "severity"), [(40, "warning"), (13, "info")])
def test_straight_lines_are_counted_and_nothing_is_removed(language, lines, severity):
    values = ratings(COUNT, 7, high=7, seed=4)
    own = int((values.min(axis=1) == values.max(axis=1)).sum())
    values[:lines] = (np.arange(lines) % 3 + 3)[:, None]
    alike = int((values.min(axis=1) == values.max(axis=1)).sum())
    found = survey(values, [NAMES[language].format(one) for one in THINGS])
    (finding,) = of_code(found.findings, "straight_lines")
    assert (finding.severity, finding.details["n"], finding.details["items"]) == (severity, alike, 7)
    assert finding.details["percent"] == round(100 * alike / COUNT, 1)
    assert lines <= alike <= lines + own
    assert found.row_count == COUNT


def test_each_battery_by_itself():
    values = np.hstack([ratings(COUNT, 6, high=7, seed=4), ratings(COUNT, 6, high=7, seed=5)])
    values[:24, :6] = 4
    values[24:40, 6:] = 5
    names = [f"Shop: {one}" for one in THINGS[:6]] + [f"Phone call: {one}" for one in THINGS[:6]]
    (finding,) = of_code(survey(values, names).findings, "straight_lines")
    lines = [part.min(axis=1) == part.max(axis=1) for part in (values[:, :6], values[:, 6:])]
    assert finding.details["n"] == int((lines[0] | lines[1]).sum())
    assert finding.details["items"] == 6


@pytest.mark.parametrize(("high", "columns"), [(3, 5), (5, 6), (7, 7), (10, 5)])
def test_moods_alone_are_no_straight_lines(high, columns):
    found = survey(ratings(COUNT, columns, high=high, seed=11), THINGS[:columns])
    assert not of_code(found.findings, "straight_lines")


def test_four_questions_are_too_few():
    values = ratings(COUNT, 4, high=7)
    values[:80] = 4
    assert not of_code(survey(values, THINGS[:4]).findings, "straight_lines")
