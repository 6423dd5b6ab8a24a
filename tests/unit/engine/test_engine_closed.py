"""A question reaches the files that it names and nothing else, whatever its queries say."""

import duckdb
import pytest

from cx.engine import Source
from cx.engine.files import session


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("closed")
    (made / "a.csv").write_text("Invoice,App\n7,8\n6,\n")
    (made / "other.csv").write_text("secret\n1\n")
    return made


def head(folder, *queries, made=(), cells=1_000, memory=300_000_000):
    source = Source((str(folder / "a.csv"),), "delimited", ("Invoice", "App"))
    return {
        "memory_bytes": memory,
        "threads": 1,
        "cells": cells,
        "tables": [source.asked("t")],
        "made": list(made),
        "queries": list(queries),
    }


def refused(folder, query, **how):
    with pytest.raises(session.Refused) as raised:
        list(session.answers(head(folder, query, **how)))
    return raised.value.key


def test_a_select_is_answered_from_the_file(folder):
    [(names, columns)] = session.answers(head(folder, 'SELECT "Invoice", "App" FROM t'))
    assert (names, columns) == (["Invoice", "App"], [["7", "6"], ["8", None]])


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_csv('{0}/other.csv')",
        "SELECT * FROM read_text('{0}/other.csv')",
        "SELECT * FROM read_blob('/proc/self/environ')",
        "SELECT * FROM glob('{0}/*')",
        "SELECT * FROM sniff_csv('{0}/other.csv')",
        "SELECT * FROM parquet_metadata('{0}/other.csv')",
        "SELECT * FROM read_csv('{0}/*.csv')",
        "SELECT * FROM read_csv('{0}/a.csv/../other.csv')",
        "SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')",
        "SELECT * FROM duckdb_secrets()",
    ],
)
def test_other_files_and_addresses_are_out_of_reach(folder, query):
    assert refused(folder, query.format(folder)) == "engine_closed"


@pytest.mark.parametrize("query", ["SELECT * FROM '{0}/other.csv'", "SELECT getenv('HOME')"])
def test_a_path_is_no_table_and_the_environment_no_function(folder, query):
    assert refused(folder, query.format(folder)) in ("engine_failed", "engine_closed")


@pytest.mark.parametrize(
    "query",
    [
        "COPY t TO '{0}/b.csv'",
        "COPY (SELECT 1) TO '{0}/a.csv'",
        "ATTACH '{0}/b.db'",
        "ATTACH ':memory:' AS q",
        "INSTALL httpfs",
        "LOAD httpfs",
        "PRAGMA database_list",
        "CALL pragma_version()",
        "SET threads = 2",
        "SET enable_external_access = true",
        "RESET allowed_paths",
        "EXPORT DATABASE '{0}/q'",
        "CREATE TABLE x AS SELECT 1",
        "DROP VIEW t",
        "EXPLAIN ANALYZE SELECT 1",
        "CHECKPOINT",
        "SELECT 1; SELECT 2",
        "SELEKT 1",
        "",
    ],
)
@pytest.mark.parametrize("as_made", [False, True])
def test_whatever_is_no_single_select_is_refused_before_it_runs(folder, query, as_made):
    before = sorted(path.name for path in folder.iterdir())
    text = query.format(folder)
    how = {"made": [("m", text)]} if as_made else {}
    assert refused(folder, "SELECT 1" if as_made else text, **how) == "engine_no_select"
    assert sorted(path.name for path in folder.iterdir()) == before
    assert (folder / "a.csv").read_text() == "Invoice,App\n7,8\n6,\n"


def test_settings_stay_as_they_are_and_no_extension_is_loaded(folder):
    connection = session.opened(head(folder))
    wanted = {
        "enable_external_access": "false",
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "allow_community_extensions": "false",
        "lock_configuration": "true",
        "temp_directory": "",
        "max_temp_directory_size": "0 bytes",
        "threads": "1",
    }
    rows = connection.execute("SELECT name, value FROM duckdb_settings()").fetchall()
    assert {name: value for name, value in rows if name in wanted} == wanted
    statically = (
        "SELECT extension_name FROM duckdb_extensions() WHERE loaded AND install_mode <> 'STATICALLY_LINKED'"
    )
    with pytest.raises(Exception, match="Permission Error"):  # to list them it would look into a folder
        connection.execute(statically)
    for statement in ("SET memory_limit = '9GB'", "LOAD httpfs", "INSTALL httpfs"):
        with pytest.raises(Exception, match="Error"):
            connection.execute(statement)


def test_an_answer_of_too_many_cells_is_no_sum(folder):
    assert refused(folder, "SELECT * FROM range(2000)") == "engine_cells"


def test_memory_ends_in_a_message(folder):
    query = "SELECT count(DISTINCT hash(i)) FROM range(60000000) AS r(i)"
    assert refused(folder, query, memory=60_000_000) == "limit_memory"


def test_a_cell_that_does_not_fit_is_counted_and_stops_nothing(folder):
    app = 'TRY_CAST("App" AS INTEGER)'
    query = f"SELECT count(*) - count({app}) AS n, sum({app}) AS s FROM t"
    [(_names, columns)] = session.answers(head(folder, query))
    assert columns == [[1], [8]]


@pytest.fixture(scope="module")
def database(folder):
    """A database whose owner made views that look into other files."""
    path = folder / "mine.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute('CREATE TABLE "my ""answers" AS SELECT 7 AS invoice')
        connection.execute(f"CREATE VIEW outside AS SELECT * FROM read_csv('{folder}/other.csv')")
        connection.execute("CREATE VIEW machine AS SELECT * FROM read_text('/proc/self/environ')")
        connection.execute('CREATE VIEW inside AS SELECT invoice + 1 AS invoice FROM "my ""answers"')
    return path


def about(database, name, query):
    source = Source((str(database),), "duckdb", ("main", name))
    return {**head(database.parent, query), "tables": [source.asked("t")]}


@pytest.mark.parametrize("name", ["outside", "machine"])
def test_a_view_of_a_database_reaches_no_other_file(database, name):
    with pytest.raises(session.Refused) as raised:
        list(session.answers(about(database, name, "SELECT * FROM t")))
    assert raised.value.key == "engine_closed"


@pytest.mark.parametrize(("name", "answer"), [('my "answers', 7), ("inside", 8)])
def test_tables_and_views_of_a_database_are_read_and_never_written(database, name, answer):
    before = database.read_bytes()
    [(_names, columns)] = session.answers(about(database, name, "SELECT invoice FROM t"))
    assert columns == [[answer]]
    with pytest.raises(session.Refused) as raised:
        list(session.answers(about(database, name, "INSERT INTO t VALUES (1)")))
    assert raised.value.key == "engine_no_select"
    assert database.read_bytes() == before
    assert sorted(one.name for one in database.parent.glob("mine*")) == ["mine.duckdb"]
