"""Which column of a log is what: logs of several trades and languages, by names and by cells alone."""

import itertools
import math

import duckdb
import numpy as np
import pytest

from cx import engine, intake
from cx.errors import RoleMissing
from cx.intake.events.cell_profile import bits_of

STEPS = ("Intake", "Blood test", "X-ray", "Surgery", "Discharge")
MOMENT = "2026-03-{day:02} {hour:02}:{minute:02}"


def rows(pattern, cases=12, each=5, names=STEPS):
    """Return lines in which ``{case}``, ``{step}``, ``{time}`` and counts stand for what they say."""
    count = itertools.count(1)
    found = []
    for case in range(1, cases + 1):
        for place in range(each):
            time = MOMENT.format(day=case, hour=9 + place, minute=(7 * case) % 60)
            end = MOMENT.format(day=case, hour=9 + place, minute=59)
            step = names[(case * place + place) % len(names)]
            values = {
                "case": case,
                "place": place + 1,
                "step": step,
                "time": time,
                "end": end,
                "n": next(count),
            }
            found.append(pattern.format(**values, pair=(case + 1) // 2, odd=case % 2))
    return found


LOGS = {
    "hospital": (
        "Patient ID;Birth date;Department;Activity;Start time;End time",
        "P{case:03};19{case:02}-01-01;Dept {odd};{step};{time};{end}",
        {"respondent": "Patient ID", "touchpoint": "Activity", "time": "Start time", "end": "End time"},
    ),
    "loans": (
        "case:concept:name,case:REG_DATE,case:AMOUNT_REQ,concept:name,org:resource,time:timestamp",
        "1736{case:02},2026-01-{case:02}T08:00:00+01:00,{case}000,{step},112{odd},2026-03-02T{place:02}:00:00.123+01:00",
        {"case": "case:concept:name", "touchpoint": "concept:name", "time": "time:timestamp"},
    ),
    "web shop": (
        "event_time,event_type,product_id,category_code,price,user_id,user_session",
        "{time}:00 UTC,{step},55{n:04},cat.{odd},{n}.95,512{pair:03},aa{case:02}-bb",
        {"respondent": "user_id", "touchpoint": "event_type", "time": "event_time"},
    ),
    "call centre": (
        "Call ID,Customer number,Date,Time,Reason for contact,Channel,Direction,Handle time,Agent",
        "C{n:05},00{pair:04},{time:.10},{time:.16},{step},Phone,inbound,{n},Agent {odd}",
        {"respondent": "Customer number", "touchpoint": "Reason for contact", "channel": "Channel",
         "direction": "Direction", "duration": "Handle time"},
    ),
    "Dutch": (
        "Klantnummer;Datum en tijd;Contactmoment;Kanaal;Richting;Opgezegd",
        "{pair:06};{time};{step};Telefoon;ingaand;{odd}",
        {"respondent": "Klantnummer", "touchpoint": "Contactmoment", "time": "Datum en tijd",
         "channel": "Kanaal", "direction": "Richting"},
    ),
    "German": (
        "Vorgangsnummer;Zeitpunkt;Aktivität;Reihenfolge",
        "V{case:03};{time};{step};{place}",
        {"case": "Vorgangsnummer", "touchpoint": "Aktivität", "time": "Zeitpunkt", "order": "Reihenfolge"},
    ),
    "by cells alone": (
        "a,b,c,d",
        "k{case:04},{step},{time},{odd}",
        {"case": "a", "touchpoint": "b", "time": "c"},
    ),
}  # fmt: skip


def events(header, lines, choices=None):
    return intake.events([intake.read("\n".join([header, *lines]).encode(), "log.csv")], choices)


@pytest.mark.parametrize("name", LOGS)
def test_the_columns_of_a_log_are_found(name):
    header, pattern, wanted = LOGS[name]
    found = events(header, rows(pattern))
    roles = {role: column for column, role in found.facts.roles["log.csv"].items() if role != "ignore"}
    assert {role: roles.get(role) for role in wanted} == wanted
    assert found.count == 60
    assert found.facts.touchpoints == tuple(sorted(STEPS))
    assert found.facts.unit == ("customer" if "respondent" in wanted else "case")


@pytest.mark.parametrize("group", ["x", "Department"])
def test_of_two_columns_that_read_alike_what_tells_the_next_is_the_touchpoint(group, tmp_path):
    path, draw = ["Intake, desk 1", "Blood test", "Scan 3B", "Talk", "Home"], np.random.default_rng(3)
    lines = [
        f'P{case};{draw.choice(list("abc"))};2026-03-{case:02} {9 + place}:00;"{name}"'
        for case in range(1, 29)
        for place, name in enumerate(path)
    ]
    header = f"patient;{group};time;procedure"
    assert events(header, lines).facts.touchpoints == tuple(sorted(path))
    table = tmp_path / "log.duckdb"
    with duckdb.connect(str(table)) as made:
        (tmp_path / "log.csv").write_text("\n".join([header, *lines]))
        made.execute(f"CREATE TABLE log AS FROM read_csv('{tmp_path / 'log.csv'}')")
    asked = intake.table_log(engine.address_in(f"duckdb://{table}::log"), intake.EventChoices())
    assert asked.facts.touchpoints == tuple(sorted(path))


@pytest.mark.parametrize(
    ("pairs", "bits"),
    [((50, 0, 0, 50), 1 - 1 / (200 * math.log(2))), ((25, 25, 25, 25), 0.0), ((40, 10, 10, 40), 0.271)],
)
def test_bits_by_hand(pairs, bits):
    told = [sum(n * math.log(n) for n in counts if n) for counts in (pairs, (50, 50), (50, 50))]
    assert bits_of(100, tuple(told), (2, 2)) == pytest.approx(bits, abs=1e-3)


def test_a_day_and_a_time_of_the_day_are_put_together():
    found = events("customer,date,time,touchpoint", ["1,2026-03-01,9:30,Call", "1,2026-03-01,08:15:30,Mail"])
    assert [one // 1_000_000 % 86_400 for one in found.at.tolist()] == [34_200, 29_730]
    assert found.day_only is None


def test_what_is_left_out_is_counted_by_reason():
    lines = ["1,2026-03-01,Call", ",2026-03-01,Call", "2,soon,Call", "2,2026-03-01, ", "NA,2026-03-02,None"]
    found = events("customer,date,touchpoint", lines)
    left = {
        one.code: (one.details["n"], one.cell, one.value)
        for one in found.facts.findings
        if one.severity == "error"
    }
    assert left == {
        "event_without_case": (1, "A3", None),
        "event_without_time": (1, "B4", "soon"),
        "event_without_touchpoint": (1, "C5", None),
    }
    assert (found.count, found.cases, found.facts.touchpoints) == (2, 2, ("Call", "None"))


def test_identifiers_count_as_they_stand():
    lines = [
        f"{one},2026-03-0{at + 1},Call" for at, one in enumerate(["007", "7", "a", "A", "9007199254740993"])
    ]
    assert events("customer,date,touchpoint", lines).cases == 5


def test_spellings_are_one_under_the_commonest():
    names = ["call  us", "Call us", "CALL US", "Call us", "Mail", "mail"]
    found = events("customer,date,touchpoint", [f"1,2026-03-0{at + 1},{one}" for at, one in enumerate(names)])
    assert found.facts.touchpoints == ("Call us", "Mail")


@pytest.mark.parametrize(
    ("texts", "seconds"),
    [
        (["2026-03-01T10:00:00+02:00", "2026-03-01T10:00:00Z"], 7_200),
        (["2026-03-01 10:00:00.25", "2026-03-01 10:00:01.75"], 1.5),
        (["1-3-2026 10:00", "2-3-2026 10:01"], 86_460),
        (["03/01/2026 01:00 PM", "03/31/2026 01:00 PM"], 30 * 86_400),
        (["1767225600", "1767225700"], 100),
        (["1767225600000", "1767225600500"], 0.5),
    ],
)
def test_times_are_read_as_they_are_written(texts, seconds):
    found = events("customer,timestamp,touchpoint", [f"1,{one},Call" for one in texts])
    assert (found.at[1] - found.at[0]) / 1_000_000 == seconds


def test_times_without_a_zone_are_read_in_that_of_the_others():
    summer = [f"1,2026-07-0{day} 10:00:00+02:00,Call" for day in range(1, 4)]
    winter = [f"1,2026-12-0{day} 10:00:00+01:00,Call" for day in range(1, 4)]
    web = ["1,2026-07-02 10:00:00,Web", "1,2026-12-02 10:00:00,Web"]
    header = "customer,timestamp,touchpoint"
    books = [
        intake.read("\n".join([header, *lines]).encode(), name)
        for lines, name in ((summer + winter, "calls.csv"), (web, "web.csv"))
    ]
    found = intake.events(books)
    assert [one // 3_600_000_000 % 24 for one in found.at.tolist()] == [8, 8, 8, 9, 9, 9, 8, 9]
    assert [(one.code, one.details) for one in found.facts.findings if one.code == "zone_assumed"] == [
        ("zone_assumed", {"file": "web.csv", "n": 2})
    ]


def test_a_role_is_said_for_all_files_or_for_one():
    header = "customer,when,then,touchpoint"
    books = [
        intake.read(f"{header}\n1,2026-03-01,2026-04-01,Call".encode(), name) for name in ("a.csv", "b.csv")
    ]
    said = [(None, "then", "time"), ("b.csv", "when", "time")]
    found = intake.events(books, intake.EventChoices(roles=said))
    days = [one // 86_400_000_000 for one in found.at.tolist()]
    assert [found.facts.roles[name]["then"] for name in ("a.csv", "b.csv")] == ["time", "ignore"]
    assert days[0] - days[1] == 31


def test_a_file_of_outcomes_is_joined():
    log = intake.read(
        b"customer,date,touchpoint\n1,2026-03-01,Call\n2,2026-03-01,Call\n3,2026-03-01,Mail", "log.csv"
    )
    gone = intake.read(b"customer,churned\n1,yes\n2,no\n4,yes", "churn.csv")
    found = intake.events([log, gone])
    assert (found.outcome[:2].tolist(), found.facts.left, found.facts.outcome) == (
        [1.0, 0.0],
        True,
        "churned",
    )


def test_a_table_without_events_says_what_is_lacking():
    with pytest.raises(RoleMissing) as raised:
        events("name,score", ["Bill,7", "Call,8"])
    assert (raised.value.key, raised.value.values["lacking_role"]) == ("no_events", "touchpoint")
