"""Drivers of a large plain file by its sums: what reading it cell by cell gives, findings and all.

Each case is made so that something of it shows in some rows only; where rows have to be seen, nothing is
given and the file is read cell by cell.

Long are further files of
``tests/unit/cli/test_large_drivers.py::test_the_engine_gives_what_the_small_way_gives``.
"""

import json

import numpy as np
import pytest

from cx.cli import parsed
from cx.cli.commands import result_of
from cx.cli.large import answers as large
from cx.cli.output import drivers_as_json, dumped
from cx.intake.large import whole_file

pytestmark = pytest.mark.long
ROWS = 600
NAMES = ("Invoice", "App", "Call", "Shop", "Letter", "Website")


def lines_of(seed, rows=ROWS, sign=",", mark="."):
    """Return lines of answers of people to six questions, with blanks, and how likely they recommend."""
    chance = np.random.default_rng(seed)
    mood = chance.normal(size=rows)
    columns = [[f"R{n:06}" for n in range(rows)]]
    for place in range(len(NAMES)):
        rating = np.clip(np.round(7 + mood + 1.5 * chance.normal(size=rows)), 1, 10).astype(int).astype(str)
        columns.append(np.where(chance.random(rows) < 0.08 * (place % 3), "", rating).tolist())
    score = np.clip(np.round(2 * (7 + mood + 1.2 * chance.normal(size=rows))) / 2, 0, 10)
    columns.append([f"{one:g}".replace(".", mark) for one in score])
    return [sign.join(["Respondent", *NAMES, "NPS"]), *map(sign.join, zip(*columns, strict=True))]


@pytest.fixture(autouse=True)
def nothing_is_small(monkeypatch):
    monkeypatch.setenv("CX_LIMIT_SECONDS", "120")  # on a busy machine the first file waits for libraries
    monkeypatch.setattr(large, "LARGE", 0)
    monkeypatch.setattr(whole_file, "_FEWEST_ROWS", 100)


def by_sums(path, *options):
    """Return what the sums give as JSON; ``None`` where the rows are to be seen."""
    found = large.added_up(parsed(["drivers", str(path), "--outcome", "NPS", *options]), "en")
    return None if found is None else json.loads(dumped(drivers_as_json(found, "en")))


def by_rows(path, monkeypatch, *options):
    with monkeypatch.context() as here:
        here.setattr(large, "LARGE", 1 << 60)
        return json.loads(
            result_of(parsed(["drivers", str(path), "--outcome", "NPS", "--json", *options]), "en")
        )


def written(folder, lines, encoding="utf-8"):
    path = folder / "answers.csv"
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return path


def assert_same(found, small):
    assert found["findings"] == small["findings"]
    for field in ("outcome", "direction", "method", "n"):
        assert found[field] == small[field]
    for one, other in zip(found["drivers"], small["drivers"], strict=True):
        for field, value in other.items():
            assert one[field] == (
                pytest.approx(value, rel=1e-7, abs=1e-9) if isinstance(value, float) else value
            )


def straight(lines):
    """Give some people one rating all along."""
    return [*lines[:5], *(f"S{n},{r},{r},{r},{r},{r},{r},8" for n, r in enumerate([7, 9, 9])), *lines[5:]]


def lacking(lines):
    """Leave out the outcome of some."""
    return [
        lines[0],
        *(line if n % 90 else line.rpartition(",")[0] + "," for n, line in enumerate(lines[1:])),
    ]


def copied(lines):
    """Put some people in a second time under other names."""
    return [*lines, *(f"Q{n},{lines[30 + n].partition(',')[2]}" for n in range(60))]


def from_one_source(lines):
    """Add a column that says the same of everybody."""
    return [lines[0] + ",Source", *(f"{one},web" for one in lines[1:])]


def in_groups(lines):
    """Add columns that say of which region somebody is, and of which quarter his answers are."""
    more = (f"{('North', 'South', 'West')[n % 3]},Q{1 + n % 4} 2026" for n in range(len(lines)))
    return [
        lines[0] + ",Region,Quarter",
        *(f"{one},{said}" for one, said in zip(lines[1:], more, strict=False)),
    ]


@pytest.mark.parametrize("changed", [list, straight, lacking, copied, from_one_source, in_groups])
def test_sums_say_what_rows_say(tmp_path, monkeypatch, changed):
    path = written(tmp_path, changed(lines_of(3)))
    assert_same(by_sums(path), by_rows(path, monkeypatch))


def test_the_part_has_what_few_rows_hold(tmp_path, monkeypatch):
    lines = lines_of(4, rows=4_000)
    beyond = "R9999999,1,1,0,3,2,2,0"
    path = written(tmp_path, [*lines[:3_000], beyond, *lines[3_000:]])
    for name, size in (("_HEAD", 6_000), ("_TAIL", 500), ("_PIECE", 300)):
        monkeypatch.setattr(f"cx.intake.large.part.{name}", size)
    seen = large.study_of(parsed(["drivers", str(path), "--outcome", "NPS"])).with_ends
    assert seen.part.moments.rows < 1_500
    assert min(seen.part.moments.histograms[2].values) == 0.0
    assert_same(by_sums(path), by_rows(path, monkeypatch))


@pytest.mark.parametrize(
    "changed",
    [
        lambda lines: [lines[0] + ",Weight", *(f"{one},{1 + n % 3}" for n, one in enumerate(lines[1:]))],
        lambda lines: [lines[0] + ",Team", *(f"{one},Team {n % 12}" for n, one in enumerate(lines[1:]))],
        lambda lines: [lines[0] + ",Day", *(f"{one},2026-1-{1 + n % 28}" for n, one in enumerate(lines[1:]))],
        lambda lines: [*lines, *lines[20:30]],
        lambda lines: [*lines[:300], "R77,99,7,8,6,7,7,8", *lines[300:]],
        lambda lines: [*lines[:300], "R77,x,7,8,6,7,7,8", *lines[300:]],
        lambda lines: [*lines[:300], "R77,,,,,,,8", *lines[300:]],
        lambda lines: [*lines[:300], "R77,7,7,8,6,7,7,8,and more", *lines[300:]],
        lambda lines: [*lines[:300], lines[0], *lines[300:]],
    ],
    ids=["weight", "teams", "day", "pasted", "code", "word", "silent", "beside", "header"],
)  # fmt: skip
def test_what_sums_cannot_say_is_read_cell_by_cell(tmp_path, changed):
    lines = changed(lines_of(5))
    path = written(tmp_path, lines)
    some = [line for line in lines if not line.startswith("R77")]
    with pytest.MonkeyPatch.context() as here:  # the part shows nothing of it
        here.setattr("cx.intake.part_of_files", lambda _paths, _lines=None: ("\n".join(some) + "\n").encode())
        assert by_sums(path) is None


def test_some_of_the_people_and_small_files_are_read_cell_by_cell(tmp_path, monkeypatch):
    path = written(tmp_path, lines_of(6))
    assert by_sums(path, "--segment", "Region=N") is None
    monkeypatch.setattr(large, "LARGE", path.stat().st_size + 1)
    assert by_sums(path) is None


@pytest.mark.parametrize(
    ("sign", "mark", "encoding"), [(";", ",", "utf-8-sig"), ("\t", ".", "utf-16"), (";", ",", "cp1252")]
)
def test_files_as_programs_write_them(tmp_path, monkeypatch, sign, mark, encoding):
    lines = [one.replace("Invoice", "Façade") for one in lines_of(7, sign=sign, mark=mark)]
    path = written(tmp_path, lines, encoding)
    assert_same(by_sums(path), by_rows(path, monkeypatch))
