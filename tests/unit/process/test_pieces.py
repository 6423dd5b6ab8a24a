"""Texts are gone through in pieces of bounded length, whole and in their order."""

import itertools

import pytest

from cx import intake
from cx.process import in_pieces


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["", ""],
        ["a" * 600_000],
        ["a" * 600_000, "b", "c" * 600_000],
        [str(number) for number in range(25_000)],
        ["x" * 5_900] * 301,
    ],
)
def test_pieces_hold_all_in_order_and_few_signs(texts):
    pieces = [list(piece) for piece in in_pieces(texts)]
    assert list(itertools.chain(*pieces)) == texts
    assert all(len(piece) <= 10_000 for piece in pieces)
    assert all(len(piece) == 1 or sum(map(len, piece)) <= 500_000 for piece in pieces)


def test_long_notes_of_many_rows_stay_with_their_touchpoints():
    rows = [f"Step {row};{row % 9 + 1};{row % 7 + 1};{'note ' * 900}{row}" for row in range(300)]
    content = "\n".join(["Touchpoint;Satisfaction (1-10);Impact;Notes", *rows]).encode()
    found = intake.touchpoints(intake.read(content, "notes.csv")).rows
    assert list(found["note"].str.split().str[-1]) == [name.split()[-1] for name in found["touchpoint"]]
    assert set(found["note"].str.len()) == {4_501, 4_502, 4_503}
