"""Files with one row a customer beside a log: what came of each, and no touchpoints."""

import json

import pytest

from cx import intake, journeys
from cx.__main__ import main
from tests.unit.journeys.conftest import engine_at_hand

__all__ = ["engine_at_hand"]
LOG = "customer,time,touchpoint\n" + "\n".join(
    f"K{who},2026-0{1 + place}-{who:02} 10:00,{name}"
    for who in range(1, 25)
    for place, name in enumerate(("Bill", "Call", "Bill") if who % 2 else ("Bill", "App"))
)
PEOPLE = "customer,since,product,churned\n" + "\n".join(
    f"K{who},2019-01-{who:02},{('Gas', 'Power', 'Both')[who % 3]},{'yes' if who % 4 == 1 else 'no'}"
    for who in range(1, 25)
)
TABLE = "touchpoint,satisfaction,impact\nBill,6.1,8\nCall,5.2,9\nApp,7.9,3\n"


@pytest.fixture
def files(tmp_path):
    made = {"log.csv": LOG, "people.csv": PEOPLE, "table.csv": TABLE}
    for name, text in made.items():
        (tmp_path / name).write_text(text)
    return {name: str(tmp_path / name) for name in made}


def books(*names):
    texts = {"log.csv": LOG, "people.csv": PEOPLE, "table.csv": TABLE}
    return [intake.read(texts[name].encode(), name) for name in names]


def test_a_file_of_customers_with_a_date_holds_no_contacts():
    found = intake.events(books("log.csv", "people.csv"))
    assert (found.facts.touchpoints, found.facts.outcome) == (("App", "Bill", "Call"), "churned")
    assert [(one.touchpoint, one.cases) for one in journeys.journeys(found).drop_off] == [("Bill", 6)]


def test_a_matrix_does_without_it_and_says_so():
    table = intake.together(books("table.csv", "log.csv", "people.csv"))
    assert sorted(set(table.rows["touchpoint"])) == ["App", "Bill", "Call"]
    assert [one.details for one in table.findings if one.code == "outcomes_of_customers"] == [
        {"file": "people.csv"}
    ]
    events = intake.contact_events(books("table.csv", "log.csv", "people.csv"), table)
    assert events.facts.outcome == "churned"


def test_customers_of_another_log_are_none_of_its():
    people = intake.read(PEOPLE.replace("K", "other ").encode(), "people.csv")
    assert intake.outcome_books([*books("log.csv"), people], ["log.csv"]) == []


@pytest.mark.parametrize("beside", [("log.csv", "people.csv"), ("table.csv", "log.csv", "people.csv")])
def test_files_with_paths_take_it_too(beside, files, tmp_path, capsys):
    given = [files[name] for name in beside]
    assert main(["journeys", *given, "-o", str(tmp_path / "out.xlsx"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["drop_off"][0]["touchpoint"] == "Bill"


def test_a_deck_of_a_log_and_its_customers_tells_the_paths(files, tmp_path):
    out = tmp_path / "out.pptx"
    assert main(["deck", files["log.csv"], files["people.csv"], "--outcome", "churned", "-o", str(out)]) == 0
    assert out.read_bytes().startswith(b"PK")


def test_where_everyone_meets_one_touchpoint_there_are_volumes_and_no_steps():
    lines = [f"K{who},2026-03-0{at},{('Shop', 'App')[who % 2]}" for who in range(9) for at in range(1, 4)]
    found = intake.events([intake.read("\n".join(["client,when,what happened", *lines]).encode(), "a.csv")])
    told = journeys.journeys(found)
    assert [(one.name, one.events, one.cases) for one in told.touchpoints] == [
        ("Shop", 15, 5),
        ("App", 12, 4),
    ]
    assert "paths_without_steps" in [one.code for one in told.findings]
    usual = journeys.journeys(intake.events(books("log.csv")))
    assert "paths_without_steps" not in [one.code for one in usual.findings]
