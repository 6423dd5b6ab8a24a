"""Tables in a database: PostgreSQL and DuckDB answer with the same bits, and what goes wrong is a message.

Long are further roles of ``test_paths_have_the_same_bits``.
"""

import duckdb
import numpy as np
import pandas as pd
import psycopg
import pytest

from cx import engine, intake
from cx.cli import arguments, paths
from cx.engine import Measure
from cx.engine.queries.contacts import again
from cx.errors import ArgumentError, LimitExceeded, RoleMissing, UnreadableFile
from cx.journeys import Options, journeys
from tests.project import tiers

NAMES = np.array(["Invoice", 'Call "us"', "App é", "moving", "Mail", "%s"])
MAKE = (
    "CREATE TABLE crm.contacts (customer_id text, touchpoint text, event_time timestamp, seq integer,"
    ' churned text, "Score 1" integer, half numeric(3, 1), nps integer)'
)
ALL = Options(gap=3, anchor="Mail", funnel=("Mail", "moving"), top=5, period_a="2026-01", period_b="2026-03")


def contacts(rows=700, cases=90):
    """Events with ties, blanks, repeats, an outcome, and ratings beside them."""
    chance = np.random.default_rng(5)
    who = chance.integers(0, cases, rows)
    hours = chance.integers(0, 100 * 24, rows)
    frame = pd.DataFrame(
        {
            "customer_id": [f"K{n:03}" for n in who],
            "touchpoint": NAMES[chance.integers(0, len(NAMES), rows)],
            "event_time": [str(pd.Timestamp("2026-01-01") + pd.Timedelta(hours=int(n))) for n in hours],
            "seq": chance.integers(0, 9, rows),
            "churned": np.where(chance.integers(0, 2, cases) > 0, "yes", "no")[who],
            "Score 1": chance.integers(1, 6, rows),
            "half": chance.integers(2, 11, rows) / 2,
            "nps": chance.integers(0, 11, rows),
        }
    )
    lines = [tuple(row) for row in frame.astype(object).itertuples(index=False)]
    lines[3] = (None, *lines[3][1:])
    lines[4] = (lines[4][0], " ", *lines[4][2:])
    lines[5] = (*lines[5][:2], None, *lines[5][3:])
    lines[9] = lines[10]
    return [(*line[:5], None if n % 7 == 1 else line[5], *line[6:]) for n, line in enumerate(lines)]


@pytest.fixture(scope="module")
def filled(postgresql_server, tmp_path_factory):
    """The same table in PostgreSQL and in a file of DuckDB's: their addresses."""
    lines, file = contacts(), tmp_path_factory.mktemp("log") / "log.duckdb"
    with psycopg.connect(postgresql_server.address(), autocommit=True) as first:
        first.execute("DROP DATABASE IF EXISTS english WITH (FORCE)")  # workers come back to a module
        # a database that sorts as English does: signs and capitals do not come before letters
        first.execute("CREATE DATABASE english TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'")
    address = postgresql_server.address("english")
    with psycopg.connect(address) as there:
        there.execute("CREATE SCHEMA crm")
        there.execute(MAKE)
        there.execute("CREATE SEQUENCE crm.written")
        with there.cursor().copy("COPY crm.contacts FROM STDIN") as copy:
            for line in lines:
                copy.write_row(line)
    with duckdb.connect(str(file)) as here:
        here.execute("CREATE SCHEMA crm")
        here.execute(MAKE)
        here.executemany("INSERT INTO crm.contacts VALUES (?, ?, ?, ?, ?, ?, ?, ?)", lines)
    return f"{address}::crm.contacts", f"duckdb://{file}::crm.contacts"


def log_of(address, **said):
    return intake.table_log(engine.address_in(address), intake.EventChoices(**said))


@pytest.mark.parametrize(
    "said",
    tiers.first(
        [{"within": [("CHURNED", "Yes")]}], {}, {"roles": [(None, "seq", "order")]}, {"outcome": "nps"}
    ),
)
def test_paths_have_the_same_bits(filled, said):
    there, here = (log_of(address, **said) for address in filled)
    assert there.facts.touchpoints == here.facts.touchpoints == tuple(sorted(NAMES.tolist()))
    assert [(one.code, one.details.get("n")) for one in there.facts.findings] == [
        (one.code, one.details.get("n")) for one in here.facts.findings
    ]
    for options in (Options(), ALL):
        a, b = journeys(there, options).as_json("en"), journeys(here, options).as_json("en")
        assert {**a, "findings": []} == {**b, "findings": []}


def test_repeat_contacts_are_the_same_in_both(filled):
    """Asked as it stands, of the rows as they lie: of those at one instant none is the later one."""
    rows = (
        "(SELECT CAST(substr(customer_id, 2) AS bigint) AS c, length(touchpoint) AS p,"
        " CAST(CAST(event_time AS date) - DATE '2026-01-01' AS bigint) * 86400000000 AS t, 1 AS inward"
        " FROM crm.contacts WHERE customer_id IS NOT NULL AND event_time IS NOT NULL)"
    )
    with psycopg.connect(filled[0].partition("::")[0]) as there:
        told = there.execute(again(rows)).fetchall()
    with duckdb.connect(filled[1].partition("::")[0].removeprefix("duckdb://")) as here:
        assert told == here.execute(again(rows)).fetchall()
    assert 0 < sum(row[2] for row in told) < sum(row[1] for row in told)


def test_what_is_left_out_is_counted(filled):
    codes = {one.code: one.details["n"] for one in log_of(filled[0]).facts.findings}
    assert {code: codes[code] for code in codes if code.startswith("event")} == {
        "event_without_case": 1,
        "event_without_time": 1,
        "event_without_touchpoint": 1,
        "events_repeated": 1,
    }


def test_sums_of_answers_have_the_same_bits(filled):
    ratings = [Measure("Score 1", typed=True), Measure("half", 2, typed=True, decimals=True)]
    there, here = (
        engine.group_sums(
            engine.address_in(address),
            Measure("nps", typed=True),
            ratings,
            identity="customer_id",
            ends=[(2, 4), (4, 8)],
        )
        for address in filled
    )
    assert there == here
    assert there.rows == 700
    assert sum(table[0][2] for table in there.products) == 600  # of 700 every seventh did not rate it


def test_few_customers_stay_in_the_database(filled, capsys):
    found = arguments.parser("en").parse_args(["journeys", filled[0], "--json"])
    _, told = paths.result_of(found, None)
    assert [one.path for one in told.variants] == [None]
    assert told.variants[0].cases == told.cases
    assert {one.cases for one in told.touchpoints if one.cases is not None} - set(range(10)) != set()
    assert "only sums leave it" in capsys.readouterr().err
    every = journeys(log_of(filled[0]), Options(least=1))
    few = journeys(log_of(filled[0]), Options(least=25))
    kept = [one for one in every.edges if one.cases >= 25]
    assert [one for one in few.edges if one.start is not None] == kept
    assert few.edges[-1].events == sum(one.events for one in every.edges if one.cases < 25)


@pytest.mark.parametrize(
    ("change", "error", "key"),
    [
        (("crm.contacts", "crm.contact"), UnreadableFile, "warehouse_table"),
        (("cx@", "nobody@"), UnreadableFile, "warehouse_login"),
        (("/english::", "/nowhere::"), UnreadableFile, "warehouse_login"),
        (("::crm.contacts", "::information_schema.tables"), RoleMissing, "no_events"),
        (("cx@", "cx:secret@"), ArgumentError, "address_password"),
        (("postgresql:", "mysql:"), ArgumentError, "warehouse_unknown"),
        (("::", "?sslkey=x::"), ArgumentError, "address_setting"),
    ],
)
def test_what_goes_wrong_is_a_message(filled, change, error, key):
    with pytest.raises(error) as raised:
        log_of(filled[0].replace(*change))
    assert raised.value.key == key
    assert "secret" not in f"{raised.value.message('en')} {raised.value.message('nl')}"


def test_a_slow_database_is_not_waited_for_and_can_be_stopped(filled):
    address = engine.address_in(filled[0])
    slow = ["SELECT count(*) AS n FROM generate_series(1, 300000000)"]
    with pytest.raises(LimitExceeded) as raised:
        engine.asked({"t": address}, slow, costs=engine.Costs(warehouse_seconds=0.2))
    assert raised.value.key == "warehouse_time"

    def stop(_stage):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        engine.asked({"t": address}, slow, costs=engine.Costs(warehouse_seconds=60), beat=stop)


def test_nothing_is_written(filled):
    address = engine.address_in(filled[0])
    for query in ("DROP TABLE crm.contacts", "SELECT 1 AS n; SELECT 2 AS n", "COPY crm.contacts TO STDOUT"):
        with pytest.raises(ArgumentError):
            engine.asked({"t": address}, [query])
    with pytest.raises(UnreadableFile) as raised:
        engine.asked({"t": address}, ["SELECT nextval('crm.written') AS n"])
    assert raised.value.values["reason"] == "ReadOnlySqlTransaction 25006"
