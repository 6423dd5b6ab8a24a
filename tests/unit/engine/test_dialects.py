"""Queries as other databases are told them, read again in their own dialect.

Long are further databases of ``test_every_query_reads_back_in_the_dialect``, and what is said of their
medians.
"""

import ibis.backends.sql.dialects  # noqa: F401 - sqlglot knows Ibis's own dialect of Spark then
import pytest
import sqlglot

from cx.engine import Measure, address_in
from cx.engine.queries import dialects, path_figures, path_outcomes, paths, products, rows_of, table_logs
from cx.engine.warehouse.statements import Question
from tests.project import tiers

ROLES = {
    "case": "who",
    "touchpoint": "what",
    "time": "at",
    "end": "until",
    "order": "nr",
    "period": "quarter",
    "outcome": "left",
}
OTHERS = [one for one in dialects.DIALECTS if one != "duckdb"]


def questions(dialect):
    """Every query about paths and sums, with what it is put to."""
    words = dialects.WORDS[dialect]
    log = table_logs.TableLog("log", ROLES, days=frozenset({"until"}), dialect=dialect)
    visit = words.number.format("CAST(c AS VARCHAR) || ',' || CAST(v AS VARCHAR)", 1)
    sides = (paths.Side(months=(24312, 24314)), paths.Side(group=1))
    how = paths.Ordering(order=True, days=True, gap=10**9, sides=sides, named=True, visit=visit)
    made = {
        "spellings": "SELECT * FROM (VALUES ('it''s', 0)) AS told(text, p)",
        "periods": "SELECT * FROM (VALUES ('Q1', 0)) AS told(text, g)",
        "answers": "SELECT * FROM (VALUES ('yes', 1.0)) AS told(text, y)",
        "names": "SELECT 0 AS p, 0 AS inside, 1 AS final",
        "outcomes": table_logs.outcomes(log),
        "events": table_logs.events(log),
        "steps": paths.steps(how),
    }
    figures = (path_figures.totals, path_figures.touchpoints, path_figures.cases, path_figures.lengths)
    sided = (path_figures.sided_edges, path_figures.sided_totals, path_figures.sided_middles)
    asked = [one() for one in (*figures, *sided)]
    asked += [
        path_figures.edges(10),
        path_figures.sided_times(10),
        path_figures.sided_spread(),
        path_figures.variants(words.path, 5, 10),
        path_figures.variant_counts(words.path, 10),
        path_figures.around(0, 3),
        path_figures.funnel([0, 1]),
        path_figures.positions(10),
        path_outcomes.sets(words.set),
        path_outcomes.sets_of_edges(words.set),
        path_outcomes.last_of_those_who_left(),
        table_logs.counted(log, "2026-12-01"),
        table_logs.changes(log, ["what", "left"], "who", "at", 1000),
        table_logs.rises(log, "nr", "who", "at", 1000),
        table_logs.leads(log, "nr", "who", "at", 1000),
        table_logs.sample(log, ["what"], 1000),
        table_logs.varying(log),
    ]
    question = Question({"log": address_in("postgresql://host/db::crm.log")}, made, dialect)
    rated = rows_of(
        "log", Measure("nps", typed=True), [Measure("a", 2, typed=True, decimals=True)], "who", numbered=False
    )
    sums = Question(question.tables, {"rated": rated}, dialect)
    return [*(question.statement(one) for one in asked), sums.statement(products("rated", 1))]


@pytest.mark.parametrize("dialect", tiers.first(OTHERS[-2:-1], *OTHERS[:-2], OTHERS[-1]))
def test_every_query_reads_back_in_the_dialect(dialect, caplog):
    found = questions(dialect)
    assert len(found) == 25
    for text in found:
        (again,) = sqlglot.parse(text, read=dialect)
        assert again.sql(dialect=dialect) == text
    assert caplog.messages == []  # what sqlglot has no words for it warns of


@pytest.mark.long
def test_medians_of_spark_are_exact():
    found = questions("pyspark")
    assert sum("PERCENTILE(" in text for text in found) == 5
    assert [text for text in found if "APPROX" in text] == []


@pytest.mark.long
def test_bigquery_is_said_to_have_no_exact_medians():
    assert [name for name, words in dialects.WORDS.items() if not words.exact] == ["bigquery"]
    medians = [text for text in questions("bigquery") if "WITHIN GROUP" in text]
    assert medians == []


def test_postgresql_orders_texts_by_code_point():
    question = Question({}, {}, "postgres")
    told = question.statement("SELECT n, name FROM log ORDER BY n DESC, name")
    assert told.endswith('ORDER BY n DESC NULLS LAST, name COLLATE "C"')
