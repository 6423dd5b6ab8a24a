"""Per cents and shares of 1 in one column are put on one scale, and asked."""

import pytest

from cx import intake
from cx.records import Choices
from tests.made.intake_files import of_code, points, table

ROWS = [["Punto", "Satisfechos %"], ["Caja", 71.5], ["Web", 0.66], ["Carta", 59], ["Bar", 48.5]]


def test_a_share_among_per_cents_is_asked_with_what_each_reading_gives():
    book = table(ROWS)
    seen = intake.understand(book, Choices(roles={"Punto": "touchpoint", "Satisfechos %": "satisfaction"}))
    question = next(one for one in seen.questions if one.kind == "shares")
    assert [reading.chosen for reading in question.readings] == [True, False]
    given = [
        intake.touchpoints(book, reading.choices).rows["satisfaction"].tolist()
        for reading in question.readings
    ]
    assert given[0] == [71.5, 66.0, 59.0, 48.5]
    assert given[1][0::2] == [71.5, 59.0] and given[1][1] != given[1][1]
    assert [one.details["cells"] for one in of_code(seen.findings, "shares_mixed_ambiguous")] == ["B3"]


@pytest.mark.parametrize("cells", [["86%", "0.5%", "62%"], [86, 1, 62], [0.86, 0.7, 0.62], [86, 0, 62]])
def test_what_is_no_mixture_is_not_asked(cells):
    rows = [["Touchpoint", "CSAT %"], *([f"T{at}", cell] for at, cell in enumerate(cells))]
    assert not of_code(points(rows).findings, "shares_mixed_ambiguous")
