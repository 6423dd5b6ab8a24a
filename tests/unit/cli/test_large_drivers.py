"""Drivers of a file beyond the limit: added up by the engine, they are those of the small way."""

import json
from itertools import pairwise

import numpy as np
import pytest

from cx import intake
from cx.cli import commands, large, parsed
from cx.errors import ArgumentError, TableError

NAMES = ("Invoice", "App", "Call, or chat")
ROWS = 1_200


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """A file of answers whose last rows hold what its first do not."""
    chance = np.random.default_rng(8)
    mood = chance.normal(size=ROWS)
    columns = [[f"R{n % 900}" for n in range(ROWS)]]
    for place in range(len(NAMES)):
        rating = np.clip(np.round(3 + mood + chance.normal(size=ROWS)), 1, 5).astype(int).astype(str)
        columns.append(np.where(chance.random(ROWS) < 0.1 * place, "", rating).tolist())
    outcome = np.clip(np.round(7 + mood + chance.normal(size=ROWS)), 0, 10).astype(int).astype(str)
    columns.append(np.where(chance.random(ROWS) < 0.03, "", outcome).tolist())
    lines = [",".join(["Respondent", *(f'"{name}"' for name in NAMES), "NPS"])]
    lines += [",".join(row) for row in zip(*columns, strict=True)]
    path = tmp_path_factory.mktemp("large") / "answers.csv"
    path.write_text("\n".join(dict.fromkeys(lines)) + "\n", encoding="utf-8")  # nobody stands twice alike
    return path


def drivers(path, *options):
    arguments = parsed(["drivers", str(path), "--outcome", "NPS", "--json", *options])
    return json.loads(commands.result_of(arguments, "en"))


@pytest.fixture
def limited(monkeypatch):
    """Every file is beyond the limit for one that is read cell by cell; the part itself is not."""
    monkeypatch.setattr(large, "is_large", lambda _arguments: True)


@pytest.mark.usefixtures("limited")
def test_the_engine_gives_what_the_small_way_gives(answers, monkeypatch):
    found = drivers(answers)
    monkeypatch.setattr(large, "is_large", lambda _arguments: False)
    small = drivers(answers)
    assert (found["n"], found["outcome"], found["direction"]) == (small["n"], "NPS", "higher")
    for one, other in zip(found["drivers"], small["drivers"], strict=True):
        for field, value in other.items():
            assert one[field] == (
                value if isinstance(value, str | None) else pytest.approx(value, rel=1e-9)
            ), field
    codes = {one["code"] for one in found["findings"]}
    assert "large_file_added_up" in codes
    lost = [one["message"] for one in found["findings"] if one["code"] == "rows_without_outcome"]
    assert lost == [one["message"] for one in small["findings"] if one["code"] == "rows_without_outcome"]


@pytest.mark.usefixtures("limited")
def test_cells_that_the_part_never_showed_are_counted(answers, tmp_path, monkeypatch):
    path = tmp_path / "late.csv"
    text = answers.read_text(encoding="utf-8")
    path.write_text(text + "R9,7,2,3,5\nR9,x,2.5,3,5\n" + text.partition("\n")[2], encoding="utf-8")
    monkeypatch.setattr(intake, "part_of_files", lambda _paths, _lines=None: text.encode())
    found = drivers(path)
    told = {
        one["column"]: one["message"] for one in found["findings"] if one["code"] == "large_cells_left_out"
    }
    assert {name: message.split()[0] for name, message in told.items()} == {"Invoice": "2", "App": "1"}


@pytest.mark.usefixtures("limited")
def test_some_respondents_alone(answers, tmp_path, monkeypatch):
    head, *rows = answers.read_text(encoding="utf-8").splitlines()
    groups, times = ("Business", "home "), ("2026-Q1", "2026-Q2")
    lines = [f"{row},{groups[at % 2]},{times[at // 7 % 2]}" for at, row in enumerate(rows)]
    path = tmp_path / "grouped.csv"
    path.write_text("\n".join([f"{head},Segment,Period", *lines]), encoding="utf-8")
    asked = ["--segment", "segment=Business"], ["--segment", "Segment=home", "--period", "2026-Q2"]
    found = [drivers(path, *options) for options in asked]
    monkeypatch.setattr(large, "is_large", lambda _arguments: False)
    for one, other in zip(found, (drivers(path, *options) for options in asked), strict=True):
        assert one["n"] == other["n"] < len(rows)
        for key in ("name", "share", "low", "high", "effect"):
            assert [a[key] for a in one["drivers"]] == pytest.approx([b[key] for b in other["drivers"]])


@pytest.mark.usefixtures("limited")
def test_parts_and_tables_that_are_no_plain_rows_are_refused_with_words(answers, tmp_path):
    with pytest.raises(ArgumentError) as raised:
        drivers(answers, "--segment", "Invoice=11")
    assert raised.value.key == "argument_segment_value"
    weighted = tmp_path / "weighted.csv"
    first, _, rest = answers.read_text(encoding="utf-8").partition("\n")
    lines = [f"{line},{1 + place % 3}" for place, line in enumerate(rest.splitlines())]
    weighted.write_text("\n".join([f"{first},Weight", *lines]), encoding="utf-8")
    with pytest.raises(TableError) as refused:
        drivers(weighted, "--role", "weight=Weight")
    assert refused.value.key == "large_not_plain"


def test_a_part_has_whole_lines_from_all_over_the_file(tmp_path):
    path = tmp_path / "lines.csv"
    lines = [f"{n:07d},x" for n in range(400_000)]
    path.write_text("n,text\n" + "\n".join(lines) + "\n", encoding="utf-8")
    part = intake.part_of(path).decode().splitlines()
    assert part[0] == "n,text"
    assert set(part[1:]) <= set(lines)
    assert part[1:] == sorted(set(part[1:]))
    assert (part[1], part[-1]) == (lines[0], lines[-1])
    numbers = [int(line[:7]) for line in part[1:]]
    assert max(b - a for a, b in pairwise(numbers)) < 400_000 / 90


@pytest.mark.usefixtures("limited")
def test_a_yes_or_no_outcome_is_a_share_on_both_ways(answers, tmp_path, monkeypatch):
    path = tmp_path / "churn.csv"
    first, *rest = answers.read_text(encoding="utf-8").splitlines()
    cut = [line.rpartition(",") for line in rest if not line.endswith(",")]
    lines = [first.replace("NPS", "Churned"), *(f"{a},{'yes' if int(b) < 4 else 'no'}" for a, _, b in cut)]
    path.write_text("\n".join(dict.fromkeys(lines)), encoding="utf-8")

    def churn():
        arguments = parsed(["drivers", str(path), "--outcome", "Churned", "--json"])
        return json.loads(commands.result_of(arguments, "en"))

    found = churn()
    monkeypatch.setattr(large, "is_large", lambda _arguments: False)
    small = churn()
    assert (found["n"], found["direction"]) == (small["n"], "lower")
    assert found["r2"] == pytest.approx(small["r2"], rel=1e-9)
    few = [
        [one["message"] for one in way["findings"] if one["code"] == "few_events"] for way in (found, small)
    ]
    assert few[0] == few[1]


@pytest.mark.parametrize("text", ["a,b\n1,2\n3,4", "a,b\n1,2\n3,4\n", "a,b\n"])
def test_the_part_of_a_small_file_is_the_file(tmp_path, text):
    path = tmp_path / "small.csv"
    path.write_text(text, encoding="utf-8")
    assert intake.part_of(path).decode() == text
