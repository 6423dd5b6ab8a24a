"""Customers and repeat contacts beside a matrix: from a log that is given with its table."""

import json

import pytest

from cx.__main__ import main
from tests.unit.journeys.conftest import engine_at_hand

__all__ = ["engine_at_hand"]
TABLE = """Touchpoint,Satisfaction (1-10),Impact on NPS (1-5),n
Bill,6.1,4.2,120
Call,7.4,3.1,90
App,8.0,2.2,200
"""


@pytest.fixture
def found(tmp_path, capsys):
    """30 customers call, 12 again exactly a week later, 3 a second too late; 2 are called a day later."""
    rows = [f"K{1000 + who},2026-03-02 10:00:00,CALL,inbound" for who in range(30)]
    rows += [f"K{1000 + who},2026-03-09 10:00:00,Call,inbound" for who in range(12)]
    rows += [f"K{1000 + who},2026-03-09 10:00:01,Call,inbound" for who in range(12, 15)]
    rows += [f"K{1000 + who},2026-03-03 10:00:00,Call,outbound" for who in range(15, 17)]
    rows += ["K1000,2026-04-20 10:00:00,Bill,inbound"]
    log, table = tmp_path / "log.csv", tmp_path / "table.csv"
    log.write_text("\n".join(["Customer,Time,Touchpoint,Direction", *rows]), encoding="utf-8")
    table.write_text(TABLE, encoding="utf-8")
    assert main(["matrix", str(table), str(log), "--json"]) == 0
    touchpoints = json.loads(capsys.readouterr().out)["touchpoints"]
    return {one["name"]: {key: one.get(key) for key in ("volume", *KEYS)} for one in touchpoints}


KEYS = ("customers", "repeat_contacts")


def test_back_within_a_week_counts_to_the_second_and_by_the_customer_alone(found):
    """12 of 47 contacts."""
    assert found["Call"] == {"volume": 47, "customers": 30, "repeat_contacts": 12 / 47}


def test_few_are_not_told_and_a_touchpoint_without_contacts_has_none(found):
    assert found["Bill"] == {"volume": 1, "customers": None, "repeat_contacts": None}
    assert found["App"] == {"volume": None, "customers": None, "repeat_contacts": None}
