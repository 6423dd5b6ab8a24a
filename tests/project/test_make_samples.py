"""The sample data: what they hold, that both languages agree, and that the responses fit the table.

Long is the check on the command line, which ``test_committed_files_are_what_the_script_makes`` makes as well.
"""

import csv
import importlib
import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import openpyxl
import pandas as pd
import pytest
from numpy.typing import NDArray

DATA = Path(__file__).resolve().parents[2] / "data"
KEY = ["Touchpoint", "Channel", "Segment", "Period"]
NUMBERS = ["Satisfaction (1-10)", "Impact on NPS", "Volume", "n", "Sd", "Cost per contact"]
SATISFACTION, IMPACT = NUMBERS[:2]
SMALL_BASE = 30


@pytest.fixture(scope="module")
def maker() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(DATA))
        yield importlib.import_module("make_samples")


def sheet(name: str) -> pd.DataFrame:
    with (DATA / name).open("rb") as file:
        header, *rows = openpyxl.load_workbook(file).worksheets[0].values
    return pd.DataFrame(rows, columns=list(header))


def bubbles(rows: pd.DataFrame) -> pd.DataFrame:
    """Satisfaction (weighted by n), impact (weighted by volume), volume and n of each touchpoint."""
    groups = rows.assign(
        satisfaction=rows[SATISFACTION] * rows["n"], impact=rows[IMPACT] * rows["Volume"]
    ).groupby("Touchpoint", sort=False)
    sums = groups[["satisfaction", "impact", "Volume", "n"]].sum()
    return sums.assign(satisfaction=sums["satisfaction"] / sums["n"], impact=sums["impact"] / sums["Volume"])


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return sheet("energy-touchpoints-en.xlsx")


@pytest.fixture(scope="module")
def latest(table: pd.DataFrame) -> pd.DataFrame:
    return table[table["Period"] == "Q3 2026"]


@pytest.fixture(scope="module")
def answers() -> pd.DataFrame:
    return pd.read_csv(DATA / "energy-responses-en.csv")


@pytest.fixture(scope="module")
def made(maker: ModuleType) -> dict[str, bytes]:
    return maker.files()


@pytest.fixture
def made_once(maker: ModuleType, made: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script with the files that it has made already: a second making gives the same bytes."""
    monkeypatch.setattr(maker, "files", lambda: made)
    return maker


def test_committed_files_are_what_the_script_makes(made_once: ModuleType) -> None:
    assert made_once.stale(DATA) == []


def test_every_run_makes_the_same_bytes(maker: ModuleType, made: dict[str, bytes]) -> None:
    assert maker.files() == made


def test_check_names_a_missing_a_changed_and_no_repacked_file(
    made_once: ModuleType, made: dict[str, bytes], tmp_path: Path
) -> None:
    for name, content in made.items():
        (tmp_path / name).write_bytes(content)
    book = openpyxl.load_workbook(tmp_path / "energy-touchpoints-en.xlsx")
    book.save(tmp_path / "energy-touchpoints-en.xlsx")
    assert made_once.stale(tmp_path) == []
    book["Touchpoints"]["F2"] = 1.0
    book.save(tmp_path / "energy-touchpoints-en.xlsx")
    (tmp_path / "energie-antwoorden-nl.csv").unlink()
    assert made_once.stale(tmp_path) == ["energy-touchpoints-en.xlsx", "energie-antwoorden-nl.csv"]


@pytest.mark.long
def test_check_on_the_command_line_exits_with_0() -> None:
    done = subprocess.run(
        [sys.executable, str(DATA / "make_samples.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("column", "count"), [("Touchpoint", 24), ("Journey", 5), ("Channel", 4), ("Period", 2), ("Segment", 2)]
)
def test_the_table_has_this_many(table: pd.DataFrame, column: str, count: int) -> None:
    assert table[column].nunique() == count


def test_every_touchpoint_is_in_both_periods_and_one_journey(table: pd.DataFrame) -> None:
    groups = table.groupby("Touchpoint")
    assert set(groups["Period"].nunique()) == {2}
    assert set(groups["Journey"].nunique()) == {1}
    assert set(groups["Owner"].nunique()) == {1}


def test_the_table_is_clean(table: pd.DataFrame) -> None:
    assert table.shape == (132, 12)
    assert not table.isna().any(axis=None)
    assert not table.duplicated(KEY).any()
    assert table[SATISFACTION].between(1, 10).all()
    assert (table[["Sd", "n", IMPACT, "Cost per contact"]] > 0).all(axis=None)
    assert table["Touchpoint"].str.len().max() <= 32


def test_volumes_run_from_400_to_two_million(table: pd.DataFrame, latest: pd.DataFrame) -> None:
    assert (table["Volume"].min(), table["Volume"].max()) == (400, 2_000_000)
    totals = bubbles(latest)["Volume"]
    assert (totals.min(), totals.max()) == (400, 2_000_000)


def test_two_touchpoints_have_a_small_base(latest: pd.DataFrame) -> None:
    small = bubbles(latest).query("n < @SMALL_BASE")
    assert small["n"].to_dict() == {"Heat pump advice at home": 27, "Bereavement desk": 24}


def test_the_mean_crosshair_fills_all_quadrants(latest: pd.DataFrame) -> None:
    points = bubbles(latest)
    lines = points[points["n"] >= SMALL_BASE][["satisfaction", "impact"]].mean()
    high = (points[["satisfaction", "impact"]] >= lines).value_counts()
    assert high.to_dict() == {(False, True): 5, (True, True): 6, (True, False): 8, (False, False): 5}


def test_dutch_and_english_tables_hold_the_same_numbers(table: pd.DataFrame) -> None:
    dutch = sheet("energie-contactmomenten-nl.xlsx").set_axis(table.columns, axis="columns")
    pd.testing.assert_frame_equal(dutch[NUMBERS], table[NUMBERS])
    for column in (*KEY, "Journey", "Owner"):
        pairs = set(zip(table[column], dutch[column], strict=True))
        assert len(pairs) == table[column].nunique() == dutch[column].nunique()


def test_the_dutch_table_has_dutch_headers() -> None:
    assert list(sheet("energie-contactmomenten-nl.xlsx").columns) == [
        "Contactmoment", "Klantreis", "Kanaal", "Segment", "Periode", "Tevredenheid (1-10)", "Impact op NPS",
        "Volume", "n", "Sd", "Kosten per contact", "Eigenaar",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["energy-touchpoints-en.xlsx", "energie-contactmomenten-nl.xlsx"])
def test_the_second_sheet_explains_every_column(name: str) -> None:
    about = openpyxl.load_workbook(DATA / name).worksheets[1]
    explained = [first for first, second in about.iter_rows(values_only=True) if second is not None]
    assert explained[1:] == list(sheet(name).columns)


def test_dutch_and_english_responses_hold_the_same_answers() -> None:
    english = list(csv.reader(io.StringIO((DATA / "energy-responses-en.csv").read_text("utf-8"))))
    dutch = csv.reader(io.StringIO((DATA / "energie-antwoorden-nl.csv").read_text("utf-8")), delimiter=";")
    words = {"Particulier": "Consumers", "Zakelijk": "Small business", "ja": "yes", "nee": "no"}
    header, *rows = dutch
    assert len(header) == len(english[0]) == 31
    assert [[words.get(cell, cell.replace(",", ".")) for cell in row] for row in rows] == english[1:]


def test_the_responses_are_complete_but_for_what_was_not_met(
    answers: pd.DataFrame, latest: pd.DataFrame
) -> None:
    names = list(bubbles(latest).index)
    ratings = answers[names]
    assert answers["Respondent"].nunique() == len(answers) == 4_000
    assert list(answers.columns[3:27]) == names
    assert not answers.drop(columns=names).isna().any(axis=None)
    assert ratings.stack().dropna().isin(range(1, 11)).all()
    assert ratings.notna().sum(axis=1).min() == 3
    met = ratings.notna().mean()
    assert (met.min(), round(met.max(), 2)) == (0.05, 0.88)
    assert not answers.drop(columns="Respondent").duplicated().any()


def test_outcomes_and_weight(answers: pd.DataFrame) -> None:
    for column in ("Overall satisfaction (0-10)", "Would recommend (NPS, 0-10)"):
        assert set(answers[column]) <= set(range(11))
    assert 0.10 < (answers["Churned"] == "yes").mean() < 0.15
    assert answers.groupby("Segment")["Weight"].unique().map(list).to_dict() == {
        "Consumers": [1.17],
        "Small business": [0.48],
    }


def test_mean_ratings_fit_the_table(answers: pd.DataFrame, latest: pd.DataFrame) -> None:
    for segment in ("Consumers", "Small business"):
        given = bubbles(latest[latest["Segment"] == segment])["satisfaction"]
        rated = answers.loc[answers["Segment"] == segment, list(given.index)].mean()
        np.testing.assert_allclose(rated, given, atol=0.05)


def test_only_consumers_met_what_only_consumers_can_meet(answers: pd.DataFrame) -> None:
    business = answers[answers["Segment"] == "Small business"]
    assert business[["Usage in the app", "Bereavement desk"]].count().to_dict() == {
        "Usage in the app": 0,
        "Bereavement desk": 0,
    }


def relative_weights(ratings: pd.DataFrame, outcome: pd.Series) -> NDArray[np.float64]:
    """Johnson's relative weight of each touchpoint, entered as met and as rating among those who met it."""
    met = ratings.notna().to_numpy(dtype=float)
    added = (ratings - ratings.mean()).fillna(0).to_numpy()
    r = np.corrcoef(np.column_stack([met, added, outcome]), rowvar=False)
    values, vectors = np.linalg.eigh(r[:-1, :-1])
    root = vectors @ np.diag(np.sqrt(values)) @ vectors.T
    weights = root**2 @ np.linalg.solve(root, r[:-1, -1]) ** 2
    sums: NDArray[np.float64] = weights.reshape(2, -1).sum(axis=0)
    return sums


def test_derived_impact_resembles_the_given_impact(answers: pd.DataFrame, latest: pd.DataFrame) -> None:
    impact = bubbles(latest)["impact"]
    ratings = answers[list(impact.index)]
    for outcome in ("Would recommend (NPS, 0-10)", "Overall satisfaction (0-10)"):
        derived = relative_weights(ratings, answers[outcome])
        assert 0.35 < derived.sum() < 0.60
        assert np.corrcoef(derived, impact)[0, 1] > 0.9
