"""The same questions put to DuckDB here and to a database elsewhere: equal bits, and what they take.

    python benchmarks/warehouses.py --postgresql                       200,000 events and answers
    python benchmarks/warehouses.py --postgresql --events 10000000
    python benchmarks/warehouses.py --spark                            needs Java 17 and pyspark (0.5 GB)

PostgreSQL is a server of the benchmark's own, Spark runs in local mode in this process. Both are asked
through ``cx.engine`` as any address; what they answer has to equal what DuckDB answers from a file.
``engine.py --spark`` is the same.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import duckdb  # noqa: E402 - the benchmark makes its own file

from cx import engine, intake  # noqa: E402 - the project is found by the line above
from cx.engine import Measure  # noqa: E402
from cx.journeys import Options, journeys  # noqa: E402
from launch import postgresql  # noqa: E402

QUESTIONS = 14
HOUR = 3_600.0
LOG = """
    SELECT 'K' || lpad(CAST(n * 7919 % {cases} AS VARCHAR), 8, '0') AS customer_id,
        'Step ' || lpad(CAST((n * 31 + n // 17 * 13 + n % 11 * (n // 5)) % 14 AS VARCHAR), 2, '0')
            AS touchpoint,
        TIMESTAMP '2026-01-01' + CAST(n * 104729 % 10368000 AS INTEGER) * INTERVAL 1 SECOND AS event_time
    FROM range({events}) AS numbers(n)
"""
ANSWERS = """
    SELECT 'R' || lpad(CAST(n AS VARCHAR), 8, '0') AS respondent, {ratings},
        CAST((n * 7 + n // 3) % 11 AS INTEGER) AS nps
    FROM range({rows}) AS numbers(n)
"""
RATING = "CAST(CASE WHEN (n + {j}) % 13 = 0 THEN NULL ELSE (n * {k} + n // {j}) % 11 END AS INTEGER) AS x{j}"


def filled(path: Path, rows: int) -> None:
    """Make both tables in a file of DuckDB's."""
    ratings = ", ".join(RATING.format(j=j, k=2 * j + 3) for j in range(1, QUESTIONS + 1))
    with duckdb.connect(str(path)) as made:
        made.execute(f"CREATE TABLE contacts AS {LOG.format(cases=max(1, rows // 9), events=rows)}")
        made.execute(f"CREATE TABLE answers AS {ANSWERS.format(ratings=ratings, rows=rows)}")


def sums(address: str) -> object:
    """All sums of the answers."""
    ratings = [Measure(f"x{j}", typed=True) for j in range(1, QUESTIONS + 1)]
    table, outcome = engine.address_in(f"{address}::answers"), Measure("nps", typed=True)
    costs = engine.Costs(seconds=HOUR, warehouse_seconds=HOUR)
    return engine.group_sums(table, outcome, ratings, identity="respondent", costs=costs)  # type: ignore[arg-type]


def paths(address: str) -> object:
    """The figures of all paths, without what names the place."""
    table = engine.address_in(f"{address}::contacts")
    log = intake.table_log(table, intake.EventChoices())  # type: ignore[arg-type]
    options = Options(top=100, gap=30, anchor="Step 03", funnel=("Step 01", "Step 03"))
    return {**journeys(log, options).as_json("en"), "findings": []}


def compared(here: str, there: str, name: str) -> bool:
    """Print what both take for each question; return whether they answer the same."""
    same = True
    for told, work in (("437 sums and more", sums), ("all figures of paths", paths)):
        found = [timed(work, place) for place in (here, there)]
        same &= found[0][1] == found[1][1]
        equal = "the same" if found[0][1] == found[1][1] else "NOT THE SAME"
        print(f"{told}: DuckDB {found[0][0]:.1f} s, {name} {found[1][0]:.1f} s, {equal}", flush=True)
    return same


def timed(work: Callable[[str], object], place: str) -> tuple[float, object]:
    """Return the seconds by the clock, and what came of it."""
    began = time.perf_counter()
    found = work(place)
    return time.perf_counter() - began, found


def in_postgresql(path: Path) -> bool:
    """Copy the tables into a server of our own and compare."""
    programs = postgresql.found()
    if programs is None:
        print(postgresql.NONE)
        return False
    with (
        postgresql.started(programs, durable=False) as server,
        duckdb.connect(str(path), read_only=True) as made,
    ):
        os.environ["PGPASSWORD"] = server.password
        import psycopg

        with psycopg.connect(server.address()) as there, tempfile.TemporaryDirectory() as folder:
            for table in ("contacts", "answers"):
                columns = made.execute(f"DESCRIBE {table}").fetchall()
                kinds = ", ".join(
                    f"{name} {'text' if kind == 'VARCHAR' else kind}" for name, kind, *_ in columns
                )
                there.execute(f"CREATE TABLE {table} ({kinds})")
                copied = Path(folder) / "copied.csv"
                made.execute(f"COPY {table} TO '{copied}' (HEADER false)")
                with (
                    copied.open("rb") as file,
                    there.cursor().copy(f"COPY {table} FROM STDIN (FORMAT csv)") as copy,
                ):
                    while piece := file.read(1_000_000):
                        copy.write(piece)
        made.close()
        return compared(f"duckdb://{path}", server.address(), "PostgreSQL")


def in_spark(path: Path) -> bool:
    """Show the tables to Spark in local mode and compare."""
    try:
        subprocess.run([shutil.which("java") or "java", "-version"], check=True, capture_output=True)
        from pyspark.sql import SparkSession  # type: ignore[import-not-found,unused-ignore]
    except (OSError, subprocess.CalledProcessError, ImportError) as error:
        print(f"Spark needs Java 17 and pyspark: {error}")
        return False
    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    session.conf.set("spark.sql.shuffle.partitions", "4")
    with duckdb.connect(str(path), read_only=True) as made:
        for table in ("contacts", "answers"):
            kept = path.with_name(f"{table}.parquet")
            made.execute(f"COPY {table} TO '{kept}' (FORMAT parquet)")
            session.read.parquet(str(kept)).createOrReplaceTempView(table)
    return compared(f"duckdb://{path}", "pyspark://local", "Spark")


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print, and return 1 where the answers differ or nothing could be asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postgresql", action="store_true")
    parser.add_argument("--spark", action="store_true")
    parser.add_argument("--events", type=int, default=200_000)
    asked_for = parser.parse_args(argv)
    same = True
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tables.duckdb"
        filled(path, asked_for.events)
        if asked_for.postgresql or not asked_for.spark:
            same &= in_postgresql(path)
        if asked_for.spark:
            same &= in_spark(path)
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
