"""A log too large for the small way gives what the small way gives: figures, names and findings."""

import pandas as pd
import pytest

from cx import intake
from cx.errors import TableError
from cx.intake.events.at_size import glance, large
from cx.journeys import Options, calendar, journeys
from tests.unit.journeys.test_against_pandas import made

ROLES = [(None, "Sequence", "order")]


@pytest.fixture(autouse=True)
def nothing_is_small(monkeypatch):
    monkeypatch.setattr(glance, "LARGE", 0)


def files(folder, lines, ending="csv"):
    """Write a file for each list of lines, and return their paths."""
    paths = []
    for number, part in enumerate(lines):
        paths.append(folder / f"{number}.{ending}")
        paths[-1].write_text("\n".join(part) + "\n", encoding="utf-8")
    return paths


def both(paths, options=None, **said):
    """Return the same figures of the small way and of the large one."""
    choices = intake.EventChoices(**said)
    small = intake.events([intake.read(path.read_bytes(), path.name) for path in paths], choices)
    found = intake.large_log(paths, choices)
    return journeys(small, options), journeys(found, options)


def lines_of(frame, delimiter, form):
    columns = ["Customer id", "Contact moment", "Timestamp", *(["Sequence"] if "order" in frame else [])]
    found = []
    for _, part in frame.groupby("file"):
        rows = [delimiter.join(columns)]
        for row in part.itertuples():
            cells = [
                "" if pd.isna(row.case) else row.case,
                "" if pd.isna(row.touchpoint) else f'"{row.touchpoint}"',
            ]
            cells.append("" if pd.isna(row.at) else row.at.strftime(form))
            rows.append(delimiter.join([*cells, *([str(row.order)] if "order" in part else [])]))
        found.append(rows)
    return found


@pytest.mark.parametrize(
    ("seed", "kind", "form", "options"),
    [
        (21, {"ties": True, "blanks": True}, "%Y-%m-%d %H:%M:%S", Options(gap=1)),
        (22, {"order": True, "files": 2}, "%Y-%m-%dT%H:%M:%S.25+02:00", Options(top=5)),
        (23, {"blanks": True}, "%d-%m-%Y %H:%M:%S", Options(period_a="2026-01", period_b="2026-02")),
        (24, {"ties": True}, "%Y-%m-%d", None),
        (25, {"files": 2}, "%m/%d/%Y %I:%M:%S %p", Options(gap=1)),
        (
            26,
            {"blanks": True},
            "%a %d %b %Y, %H:%M:%S.5+0200",
            Options(period_a="2026-01", period_b="2026-02"),
        ),
        (27, {"blanks": True}, "%s", None),
        (28, {}, "%d.%m.%Y", Options(gap=2)),
    ],
)
def test_both_ways_agree(tmp_path, seed, kind, form, options):
    frame = made(seed, **kind)
    frame.loc[frame.index[3], "touchpoint"] = "#N/A"
    paths = files(tmp_path, lines_of(frame, ";", form))
    small, found = both(paths, options, roles=ROLES if "order" in kind else [])
    assert told(found) == told(small)
    assert {name: value for name, value in vars(found).items() if name != "findings"} == {
        name: value for name, value in vars(small).items() if name != "findings"
    }


def told(found):
    return [(one.severity, one.code, one.column, one.row, dict(one.details)) for one in found.findings]


def test_outcomes_and_periods_agree(tmp_path):
    header = "customer,contact moment,date,period,churned"
    rows = [
        f"{n},{name},2026-0{1 + n % 3}-{day:02},{('second', 'first')[n % 2]},{'no' if n % 5 else 'yes'}"
        for n in range(120)
        for day, name in enumerate(["Bill", "Call", "Mail"][n % 2 : 2 + n % 2], start=1)
    ]
    small, found = both(files(tmp_path, [[header, *rows]]), Options(period_a="first", period_b="second"))
    assert small.drop_off != ()
    assert small.differences != ()
    assert (found.outcomes, found.drop_off, found.differences) == (
        small.outcomes,
        small.drop_off,
        small.differences,
    )


def test_parquet_agrees_with_text(tmp_path):
    frame = pd.DataFrame(
        {
            "customer_id": [7.0, 7.0, 12.0],
            "event": ["a", "b", "a"],
            "timestamp": pd.to_datetime(
                ["2026-01-01 10:00:00.0", "2026-01-01 10:00:01.5", "2026-01-02 09:00:00.0"]
            ),
        }
    )
    frame.to_parquet(tmp_path / "0.parquet")
    small, found = both([tmp_path / "0.parquet"])
    assert [(one.path, one.cases) for one in found.variants] == [(("a",), 1), (("a", "b"), 1)]
    assert (found.edges, found.variants) == (small.edges, small.variants)


def test_days_in_odd_forms_are_few_however_many_times_there_are(tmp_path, monkeypatch):
    monkeypatch.setattr(large, "MOST_TEXTS", 20)
    times = [f"{1 + n % 9:02}-02-2026 {n % 24:02}:{n % 60:02}:{n % 59:02}" for n in range(200)]
    lines = [
        "customer,touchpoint,time,day",
        *(f"{n % 7},{'ab'[n % 2]},{time},x" for n, time in enumerate(times)),
    ]
    small, found = both(files(tmp_path, [lines]))
    assert (found.cases, found.events, found.edges) == (7, 200, small.edges)
    lines[2:] = [line.replace("-02-2026", f"-02-{1990 + n}") for n, line in enumerate(lines[2:30])]
    assert intake.large_log(files(tmp_path, [lines]), intake.EventChoices()) is None


@pytest.mark.parametrize(
    "lines",
    [
        ["customer,date,time,touchpoint", "1,2026-01-01,10:00,a", "1,2026-01-01,11:00,b"],
        ["case id,activity,time,lifecycle", "1,a,2026-01-01 10:00,start", "1,a,2026-01-01 11:00,complete"],
    ],
)  # fmt: skip
def test_what_needs_rows_beside_one_another_is_read_cell_by_cell(tmp_path, lines):
    assert intake.large_log(files(tmp_path, [lines]), intake.EventChoices()) is None


def test_the_nearest_zone_is_found_cell_by_cell(tmp_path):
    lines = ["customer,date,touchpoint", "1,2026-01-01T10:00+01:00,a", "1,2026-07-01T11:00+02:00,b"]
    assert intake.large_log(files(tmp_path, [lines]), intake.EventChoices()).facts.touchpoints == ("a", "b")
    lines.append("2,2026-07-01T09:00,a")
    assert intake.large_log(files(tmp_path, [lines]), intake.EventChoices()) is None


def test_too_many_names_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(large, "MOST_TEXTS", 2)
    lines = ["customer,touchpoint,date", *(f"1,{name},2026-01-01" for name in "abc")]
    with pytest.raises(TableError) as raised:
        intake.large_log(files(tmp_path, [lines]), intake.EventChoices())
    assert (raised.value.key, raised.value.values["n"]) == ("touchpoints_too_many", 3)


PARTS = [
    [
        "Customer;Time;Touchpoint",
        "c1;2026-01-05 10:00;App",
        "c2;2026-01-06 10:00;Call",
        "c2;2026-01-07 09:00;App",
    ],
    ["Time;Customer;Touchpoint", "2026-02-05 10:00;c1;Call", "2026-03-05 10:00;c3;App"],
]


def test_files_of_one_table_are_read_whatever_the_order_of_their_columns(tmp_path):
    paths = files(tmp_path, PARTS)
    said = []
    watch = intake.Watch(said.append)
    log = intake.large_log(paths, intake.EventChoices(), one_table=True, watch=watch)
    small = intake.events([intake.read(path.read_bytes(), path.name) for path in paths])
    assert journeys(log).as_json("en") == journeys(small).as_json("en")
    assert calendar(log) == calendar(small) == ("2026-01", "2026-02", "2026-03")
    assert calendar(log, least=2) == ()
    assert said == ["columns", "counting"]


@pytest.mark.parametrize(
    ("header", "key", "column"),
    [
        ("Time;Customer", "columns_lacking", "Touchpoint"),
        ("Time;Customer;Touchpoint;Tone", "columns_further", "Tone"),
    ],
)
def test_files_with_other_columns_are_no_parts_of_one_table(tmp_path, header, key, column):
    first, (_, *rows) = PARTS
    width = header.count(";") + 1
    cells = [";".join([*row.split(";"), "x"][:width]) for row in rows]
    with pytest.raises(TableError) as raised:
        intake.large_log(files(tmp_path, [first, [header, *cells]]), intake.EventChoices(), one_table=True)
    assert (raised.value.key, raised.value.values["column"]) == (key, column)
    assert raised.value.values["file"] == "1.csv"


def test_who_gives_up_while_a_log_is_read_ends_it(tmp_path):
    def stop(_stage):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        intake.large_log(files(tmp_path, PARTS), intake.EventChoices(), watch=intake.Watch(beat=stop))
