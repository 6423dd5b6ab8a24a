"""``--meaning COLUMN:TEXT=NUMBER``: what answers in words stand for, said on the command line."""

import json

import numpy as np
import pytest

from cx.__main__ import main
from cx.cli.meanings import by_column, meaning
from cx.errors import ArgumentError

WORDS = ("zup", "zap", "zip")


@pytest.fixture
def survey(tmp_path):
    random = np.random.default_rng(3)
    mood = random.normal(size=120)
    lines = ["id,Desk: front,Till,Shelf"]
    for row in range(120):
        own = mood[row] + 0.6 * random.normal(size=3) + 0.5
        steps = np.digitize(own, [-0.5, 0.5])
        lines.append(",".join([str(row + 1), *(WORDS[step] for step in steps)]))
    path = tmp_path / "survey.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def scores(capsys, *arguments):
    assert main([*arguments, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    return {one["name"]: one["satisfaction"] for one in found["touchpoints"]}, found["findings"]


def meanings(column, numbers):
    return [part for word, number in numbers.items() for part in ("--meaning", f"{column}:{word}={number}")]


def test_every_column_that_holds_an_answer_is_read_so_and_nothing_is_asked(survey, capsys):
    proposed, findings = scores(capsys, "matrix", survey)
    assert [one["code"] for one in findings if one["code"].startswith("answer_")] == [
        "answer_order_ambiguous_usual"
    ]
    turned, findings = scores(capsys, "matrix", survey, *meanings("*", {"zup": 3, "zap": 2, "zip": 1}))
    assert turned == pytest.approx({name: 4 - score for name, score in proposed.items()})
    assert not any(one["code"].startswith("answer_") for one in findings)


def test_one_column_is_named_by_its_header_or_its_letter(survey, capsys):
    every = meanings("*", {"zup": 1, "zap": 2, "zip": 3})
    straight, _ = scores(capsys, "matrix", survey, *every)
    for column in ("Desk: front", "B"):
        own = meanings(column, {"zup": 3, "zap": 2, "zip": 1})
        found, _ = scores(capsys, "matrix", survey, *every, *own)
        assert found["Desk: front"] == pytest.approx(4 - straight["Desk: front"])
        assert found["Till"] == pytest.approx(straight["Till"])


def test_a_column_that_is_not_there_is_refused(survey, capsys):
    assert main(["matrix", survey, "--meaning", "Attic:zup=1", "--json"]) == 2
    assert "Attic" in capsys.readouterr().err


@pytest.mark.parametrize(
    "typed", ["", "zup=1", "Till:zup", "Till:=1", ":zup=1", "Till:zup=x", "Till:zup=nan"]
)
def test_what_cannot_be_read_is_refused(typed):
    with pytest.raises(ArgumentError):
        meaning(typed)


def test_the_last_colon_and_the_last_equals_sign_count():
    assert meaning("Q1: invoice: 1 = good = 5") == ("Q1: invoice", "1 = good", 5.0)
    assert by_column([("A", "x", 1.0), ("A", "y", 2.0), ("*", "x", 3.0)]) == {
        "A": {"x": 1.0, "y": 2.0}, "*": {"x": 3.0},
    }  # fmt: skip
