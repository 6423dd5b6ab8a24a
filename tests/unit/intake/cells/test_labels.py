"""Names in a column: what is the same, and what is shown."""

import pytest

from cx import intake


@pytest.mark.parametrize("odd", ["\u202e", "\u202d", "\u2066", "\ufeff", "\u200b", "\u00ad", "\u200f"])
def test_a_sign_without_a_shape_is_no_part_of_a_name(odd):
    content = f"Touchpoint;Satisfaction (1-10);Impact\nInv{odd}oice;7;3\nClaims{odd};6;2\n".encode()
    table = intake.touchpoints(intake.read(content, "names.csv"))
    assert list(table.rows["touchpoint"]) == ["Invoice", "Claims"]


def test_joiners_that_shape_their_neighbours_stay():
    content = "Touchpoint;Satisfaction (1-10);Impact\nنامه\u200cها;7;3\nClaims;6;2\n".encode()
    table = intake.touchpoints(intake.read(content, "names.csv"))
    assert list(table.rows["touchpoint"]) == ["نامه\u200cها", "Claims"]
