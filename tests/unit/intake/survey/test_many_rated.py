"""Ratings of very many touchpoints by very many respondents are refused in words before they take room."""

import pytest

from cx import errors, intake
from cx.records.file import Choices


def test_more_respondents_and_touchpoints_than_have_room_are_told_with_how_many_would_do():
    rows = "\n".join(f"person {n},step {n},{n % 10 + 1}" for n in range(4_500))
    book = intake.read(f"respondent,touchpoint,rating\n{rows}".encode(), "ratings.csv")
    roles = {"respondent": "respondent", "touchpoint": "touchpoint", "rating": "rating"}
    with pytest.raises(errors.TableError) as refused:
        intake.responses(book, Choices(shape="ratings", roles=roles))
    assert refused.value.key == "touchpoints_beyond_room"
    assert "4,500 respondents rate 4,500 different touchpoints" in str(refused.value)
    assert "at most 4,444" in refused.value.todo("en")
    assert "hoogstens 4.444" in refused.value.todo("nl")
