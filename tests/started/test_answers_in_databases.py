"""Answers in a database: PostgreSQL, DuckDB and a file of the same rows give the same results.

Long are further kinds of files of ``test_a_table_is_written_into_a_file``.
"""

import json
from contextlib import closing

import duckdb
import numpy as np
import psycopg
import pytest

from cx.__main__ import main
from cx.cli import parsed
from cx.cli.commands import result_of
from cx.errors import ArgumentError, CxError, TableError
from tests.project import tiers

COLUMNS = (
    '"Respondent" text, "Invoice" integer, "App" numeric(3, 1), "Call" text, "Shop met" boolean,'
    ' "Shop" smallint, "Letter" double precision, "Since" date, "Remark" text, "NPS" integer'
)
WORDS = ("Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied")
DRIVERS = ["--outcome", "NPS", "--drivers", "Invoice,App,Call,Shop,Letter"]


def people(rows=2_500):
    """Return rows of people's answers: whole numbers, halves, words, who met it, a day, a remark."""
    chance = np.random.default_rng(11)
    mood = chance.normal(size=rows)

    def rating(low, high, step=1):
        middle, width = (low + high) / 2, (high - low) / 5
        number = np.round((middle + width * (mood + chance.normal(size=rows))) / step) * step
        return np.clip(number, low, high)

    met, said = chance.random(rows) < 0.7, rating(1, 5).astype(int)
    columns = [
        [f"K{n:05}" for n in chance.permutation(rows)],
        [None if n % 11 == 3 else int(one) for n, one in enumerate(rating(1, 10))],
        [float(one) for one in rating(1, 10, 0.5)],
        [WORDS[one - 1] for one in said],
        [bool(one) for one in met],
        [int(one) if there else None for one, there in zip(rating(1, 10), met, strict=True)],
        [float(one) for one in rating(1, 10)],
        [f"2026-{1 + n % 6:02}-{1 + n % 28:02}" for n in range(rows)],
        [f"Call me, I am {n} of many" if n % 3 else None for n in range(rows)],
        [int(one) for one in rating(0, 10)],
    ]
    return list(zip(*columns, strict=True))


@pytest.fixture(scope="module")
def filled(postgresql_server, tmp_path_factory):
    """The same rows in PostgreSQL, in a file of DuckDB's, and as .csv: their addresses."""
    rows, folder = people(), tmp_path_factory.mktemp("answers")
    with closing(psycopg.connect(postgresql_server.address(), autocommit=True)) as first:
        first.execute("DROP DATABASE IF EXISTS survey WITH (FORCE)")  # workers come back to a module
        first.execute("CREATE DATABASE survey")
    address = postgresql_server.address("survey")
    with psycopg.connect(address) as there:
        there.execute(f"CREATE TABLE answers ({COLUMNS})")
        with there.cursor().copy("COPY answers FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    with duckdb.connect(str(folder / "answers.duckdb")) as here:
        here.execute(f"CREATE TABLE answers ({COLUMNS})")
        here.executemany(f"INSERT INTO answers VALUES ({', '.join('?' * len(rows[0]))})", rows)
        here.execute(f"COPY answers TO '{folder / 'answers.csv'}' (HEADER)")
    return {
        "postgresql": f"{address}::answers",
        "duckdb": f"duckdb://{folder / 'answers.duckdb'}::answers",
        "file": str(folder / "answers.csv"),
    }


def said(place, command="drivers", options=DRIVERS):
    return json.loads(result_of(parsed([command, place, *options, "--json"]), "en"))


def test_databases_and_a_file_give_the_same_drivers(filled):
    there, here, file = (said(filled[name]) for name in ("postgresql", "duckdb", "file"))
    assert there["drivers"] == said(filled["duckdb"], options=[*DRIVERS, "--least", "10"])["drivers"]
    assert [one["name"] for one in here["drivers"]] == [one["name"] for one in file["drivers"]]
    assert here["n"] == there["n"] == file["n"] == 2_500
    for one, other in zip(here["drivers"], file["drivers"], strict=True):
        assert {name: value for name, value in one.items() if isinstance(value, float)} == pytest.approx(
            {name: value for name, value in other.items() if isinstance(value, float)}, rel=1e-7, abs=1e-9
        )


def test_some_respondents_alone_are_the_same_in_databases_and_a_file(filled):
    part = [*DRIVERS, "--segment", "Shop met=true"]
    there, here, file = (said(filled[name], options=part) for name in ("postgresql", "duckdb", "file"))
    assert here["n"] == there["n"] == file["n"] < 2_500
    for one, other in zip(here["drivers"], file["drivers"], strict=True):
        assert (one["name"], one["share"]) == (other["name"], pytest.approx(other["share"], rel=1e-7))
    assert not [one for one in here["findings"] if one["code"] == "rows_without_outcome"]
    seen = said(filled["duckdb"], "matrix", part)
    assert "crosshair_frozen" in [one["code"] for one in seen["findings"]]


def test_a_table_is_understood_by_counts(filled):
    there, here, file = (said(place, "inspect", []) for place in filled.values())
    assert there["roles"] == here["roles"] == file["roles"]
    assert there["scales"] == here["scales"] == file["scales"]
    assert there["sheets"][0]["rows"] == 2_501
    assert there["findings"][0]["code"] == "table_by_counts"


def test_a_table_is_drawn(filled):
    there, here = (said(filled[name], "matrix", DRIVERS) for name in ("postgresql", "duckdb"))
    assert len(here["touchpoints"]) == 5
    assert here["settings"]["outcome"] == "NPS"
    assert [one["name"] for one in there["touchpoints"]] == [one["name"] for one in here["touchpoints"]]


@pytest.mark.parametrize(
    ("command", "name", "begins"),
    tiers.first(
        [("workbook", "out.xlsx", b"PK")],
        ("deck", "out.pptx", b"PK"),
        ("image", "out.png", b"\x89PNG"),
        rows=True,
    ),
)
def test_a_table_is_written_into_a_file(filled, command, name, begins, tmp_path):
    file = tmp_path / name
    assert main([command, filled["duckdb"], *DRIVERS, "-o", str(file)]) == 0
    assert file.read_bytes().startswith(begins)


def test_a_log_is_known_as_one_and_its_paths_are_written(tmp_path, capsys):
    place = tmp_path / "log.duckdb"
    with duckdb.connect(str(place)) as made:
        made.execute(
            "CREATE TABLE contacts AS SELECT 'K' || n % 400 AS visitor,"
            " TIMESTAMP '2026-01-01' + n * INTERVAL 1 HOUR AS seen_at,"
            " ['Home', 'Cart', 'Pay'][1 + CAST(n // 400 % 3 AS INTEGER)] AS page"
            " FROM range(2000) AS t(n)"
        )
    address, file = f"duckdb://{place}::contacts", tmp_path / "out.xlsx"
    seen = said(address, "inspect", [])
    assert (seen["shape"], seen["roles"]["touchpoint"]) == ("contacts", "page")
    assert [one["message"] for one in seen["findings"] if one["code"] == "paths_of_customer"] == [
        "2,000 events of 400 customers at 3 touchpoints; a path is all of a customer, by “visitor”."
    ]
    assert main(["workbook", address, "-o", str(file)]) == 0
    assert main(["matrix", address]) == 2
    assert "one row per contact" in capsys.readouterr().err


def test_no_row_leaves(filled, capsys, monkeypatch):
    seen = []
    from cx.engine.warehouse import asking

    plain = asking._answer
    monkeypatch.setattr(asking, "_answer", lambda *all: seen.append(plain(*all)) or seen[-1])
    assert main(["drivers", filled["postgresql"], *DRIVERS, "--json"]) == 0
    capsys.readouterr()
    cells = {cell for one in seen for column in one.cells for cell in column if isinstance(cell, str)}
    assert not [cell for cell in cells if "K0" in cell or "Call me" in cell or cell.count("-") == 2]
    counts = [one for one in seen if one.names == ("place", "cell", "n")]
    assert counts
    assert min(int(n) for one in counts for n in one["n"]) >= 10


@pytest.mark.parametrize(
    ("command", "place", "key"),
    [
        ("drivers", "{duckdb}x::answers", "place_missing"),
        ("drivers", "{duckdb}::nothing", "warehouse_table"),
    ],
)
def test_a_table_that_is_not_there_is_said(filled, command, place, key):
    given = place.format(duckdb=filled["duckdb"].rpartition("::")[0])
    with pytest.raises(CxError) as raised:
        result_of(parsed([command, given, *DRIVERS]), "en")
    assert raised.value.key == key


@pytest.mark.parametrize(
    ("options", "kind", "key"),
    [
        ([*DRIVERS, "--least", "9999"], ArgumentError, "address_few"),
        ([*DRIVERS, "--segment", "Shop met=perhaps"], ArgumentError, "argument_segment_value"),
        (["--outcome", "NPS", "--cluster", "Call"], TableError, "address_not_plain"),
    ],
)
def test_what_cannot_be_is_said(filled, options, kind, key):
    with pytest.raises(kind) as raised:
        said(filled["duckdb"], options=options)
    assert raised.value.key == key
