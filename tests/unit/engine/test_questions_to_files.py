"""Questions to files: their encodings, their folders, what comes back."""

from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest

from cx.engine import Costs, Source, asked, files_of, quoted
from cx.engine.files import message, process, recoded_text, session
from cx.errors import LimitExceeded, UnreadableFile

SMALL = Costs(memory_bytes=400_000_000, threads=1)


def written(folder, name, content):
    path = folder / name
    path.write_bytes(content)
    return str(path)


def within(tables, *queries, made=()):
    """What a question answers, asked in this process."""
    head = {
        "memory_bytes": 300_000_000,
        "threads": 1,
        "cells": 10_000,
        "tables": [source.asked(name) for name, source in tables.items()],
        "made": list(made),
        "queries": list(queries),
    }
    head["tables"] = recoded_text.tables(head["tables"])
    return [list(zip(*columns, strict=True)) for _names, columns in session.answers(head)]


def test_a_question_is_answered_by_a_process_of_its_own(tmp_path):
    path = written(tmp_path, "a.csv", b'name;"App ""x"""\nInvoice;7\n"a;b";8\nInvoice;\n')
    source = Source((path,), "delimited", ("name", 'App "x"'), delimiter=";")
    before, app = {one.pid for one in psutil.Process().children()}, quoted('App "x"')
    found = asked(
        {"t": source},
        [
            f"SELECT name, count(*), sum(TRY_CAST({app} AS DECIMAL(38,0))) FROM t GROUP BY 1 ORDER BY 1",
            "SELECT many, 1.5 AS half, DATE '2026-03-01' AS day, NULL AS none FROM k",
        ],
        made={"k": "SELECT 100000000000000000000 AS many"},
        costs=SMALL,
    )
    assert found[0].rows() == [("Invoice", 2, 7), ("a;b", 1, 8)]
    assert found[1].rows() == [(10**20, 1.5, "2026-03-01", None)]
    assert {one.pid for one in psutil.Process().children()} <= before


def test_a_question_that_nobody_waits_for_is_ended():
    class LeftError(Exception):
        pass

    def left(stage):
        if stage == "working":
            raise LeftError

    endless = "SELECT count(*) FROM range(100000000000) AS a(i) WHERE i % 7 = hash(i)"
    before = {one.pid for one in psutil.Process().children()}
    with pytest.raises(LeftError):
        asked({}, [endless], name="a table", costs=SMALL, beat=left)
    assert {one.pid for one in psutil.Process().children()} <= before


def test_time_ends_in_one_message():
    endless = "SELECT count(*) FROM range(100000000000) AS a(i) WHERE i % 7 = hash(i)"
    with pytest.raises(LimitExceeded) as raised:
        asked({}, [endless], name="a table", costs=Costs(400_000_000, seconds=0.5, threads=1))
    assert (raised.value.key, raised.value.values["file"]) == ("limit_time", "a table")


def test_two_questions_at_once_do_not_mix():
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda n: asked({}, [f"SELECT {n} AS n"], costs=SMALL)[0].rows(), [1, 2])
    assert list(found) == [[(1,)], [(2,)]]


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "cp1252",
        "mac_roman",
        "cp850",
        "koi8_r",
        "cp1250",
        "shift_jis",
        "utf-32",
    ],
)
def test_signs_beyond_ascii_are_what_the_encoding_says(tmp_path, encoding):
    signs = {"koi8_r": "Счёт", "cp1250": "Účet Řízení", "shift_jis": "請求書", "utf-32": "é–ü’"}.get(
        encoding, "é–ü’" if encoding in ("utf-8", "cp1252", "utf-16") else "éüÄ"
    )
    path = written(tmp_path, "a.csv", f"name\n{signs}\nb\n".encode(encoding))
    source = Source((path,), "delimited", ("name",), encoding=encoding)
    assert within({"t": source}, "SELECT name FROM t") == [[(signs,), ("b",)]]


def test_without_files_in_memory_other_encodings_are_refused_with_words(tmp_path, monkeypatch):
    monkeypatch.delattr("os.memfd_create")
    source = Source((written(tmp_path, "a.csv", b"name"),), "delimited", ("name",), encoding="cp1252")
    head = {"tables": [source.asked("t")]}
    [*_, text] = process.answer(head, hold=False)
    assert text == b'{"refused": "engine_encoding", "values": {"encoding": "cp1252"}}'


def test_rows_that_are_short_or_quoted_over_lines_keep_every_cell(tmp_path):
    path = written(tmp_path, "a.csv", b'a,b,c\r\n1\r\n"x\r\ny","say ""hi""",3\r\n\r\n4,5,6')
    source = Source((path,), "delimited", ("a", "b", "c"))
    rows = within({"t": source}, "SELECT a, b, c FROM t")[0]
    assert [row for row in rows if row != (None, None, None)] == [
        ("1", None, None),
        ("x\r\ny", 'say "hi"', "3"),
        ("4", "5", "6"),
    ]


def test_a_folder_or_pattern_is_one_table_in_order_of_names(tmp_path):
    for month, cell in (("02", b"2"), ("01", b"1")):
        written(tmp_path, f"m{month}.csv", b"a\n" + cell + b"\n")
    written(tmp_path, "notes.md", b"x")
    found = files_of(tmp_path, ("csv",))
    assert found == files_of(tmp_path / "m*.csv", ("csv",))
    source = Source(tuple(map(str, found)), "delimited", ("a",))
    assert within({"t": source}, "SELECT a FROM t") == [[("1",), ("2",)]]


def test_a_table_of_a_database_is_read_and_the_database_stays_as_it_is(tmp_path):
    import duckdb

    path = str(tmp_path / "a.duckdb")
    with duckdb.connect(path) as connection:
        elsewhere = written(tmp_path, "x.txt", b"no")
        connection.execute('CREATE SCHEMA s; CREATE TABLE s."my t" AS SELECT 7 AS a')
        connection.execute(f"CREATE VIEW s.out AS SELECT * FROM read_text('{elsewhere}')")
    assert within({"t": Source((path,), "duckdb", ("s", "my t"))}, "SELECT a FROM t") == [[(7,)]]
    with pytest.raises(session.Refused) as raised:
        within({"t": Source((path,), "duckdb", ("s", "out"))}, "SELECT * FROM t")
    assert raised.value.key == "engine_closed"


def test_parquet_is_read_as_it_is_typed(tmp_path):
    import pyarrow as pa
    from pyarrow import parquet

    path = str(tmp_path / "a.parquet")
    parquet.write_table(pa.table({"a": [1, None, 3], "b": ["x", "y", None]}), path)
    assert within({"t": Source((path,), "parquet")}, "SELECT sum(a), count(b) FROM t") == [[(4, 2)]]


def test_a_file_that_is_none_ends_in_one_message(tmp_path):
    path = written(tmp_path, "a.parquet", b"PAR1 no PAR1")
    with pytest.raises(UnreadableFile) as raised:
        asked({"t": Source((path,), "parquet")}, ["SELECT count(*) FROM t"], costs=SMALL)
    assert raised.value.values["file"] == "a.parquet"


@pytest.mark.parametrize("cells", [[], [1, -(2**63)], [2**63], [0.5, 2.0], ["a", None], [True, 1], [1, 2.5]])
def test_cells_come_out_of_a_message_as_they_went_in(cells):
    about, blobs = message.column(cells)
    content = memoryview(b"".join(blobs))
    found = message.cells_of(about, message.cut(content, about["sizes"]))
    assert list(zip(map(type, found), found, strict=True)) == list(zip(map(type, cells), cells, strict=True))


def test_a_message_that_is_cut_off_is_none():
    whole = b"".join(message.packed({"a": 1}))
    for end in range(len(whole)):
        with pytest.raises(ValueError, match=r".+"):
            message.unpacked(whole[:end])
