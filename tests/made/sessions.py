"""A small session, and a store that lies in a test's own folder."""

import datetime as dt

import numpy as np
import pandas as pd

from cx.records import (
    NUMBER_COLUMNS,
    TEXT_COLUMNS,
    AxisDraws,
    Decision,
    Estimate,
    Evidence,
    Finding,
    Scale,
    Settings,
    Source,
    Touchpoints,
)
from cx.session.sessions import stored
from cx.session.store import database

MORNING = dt.datetime(2026, 10, 5, 9, 0, tzinfo=dt.UTC)
NAMES = ("Invoice", "App", "Call", "Letter")


def table(*, derived=False, shape="touchpoints", findings=(), notes=("", "", "", "")):
    """Four touchpoints, one a quadrant: mean satisfaction 7, mean impact 5."""
    blank = dict.fromkeys(TEXT_COLUMNS, "") | dict.fromkeys(NUMBER_COLUMNS, np.nan)
    rows = pd.DataFrame([blank] * 4).assign(file="q3.xlsx", sheet="S", row=[2, 3, 4, 5])
    rows = rows.assign(touchpoint=NAMES, satisfaction=[6.0, 8.0, 5.0, 9.0], impact=[8.0, 9.0, 2.0, 1.0])
    rows = rows.assign(volume=[1000.0, 3000.0, 500.0, 200.0], note=list(notes))
    rows = rows.astype(dict.fromkeys((*TEXT_COLUMNS, "file", "sheet"), "str"))
    source = Source("q3.xlsx", (), shape, (1,), {"Touchpoint": "touchpoint"}, {"Score": Scale(1.0, 10.0)})
    draws = AxisDraws(NAMES, np.full((3, 4), 1 / 3), np.array([[0.1, np.nan, 0.2, 0.7]] * 3))
    evidence = {"App": Evidence(Estimate(0.1 + 0.2, None, 1.0), None, 1)}
    return Touchpoints(
        rows,
        Scale(1.0, 10.0),
        "given",
        sources=(source,),
        findings=tuple(findings),
        cells={("S", 2, "volume"): "D2"},
        draws=draws if derived else None,
        evidence=evidence if derived else {},
    )


def session(name="Energy Q3", **fields):
    return stored.replace(stored.new(name, table(), Settings(), now=MORNING), **fields)


def decision(touchpoint="id-invoice", name="Invoice", **fields):
    given = {"strategy": "fix_first", "moment": MORNING, "advice": "fix_first", **fields}
    return Decision(touchpoint, name, **given)


def opened(folder):
    """A store of its own; who opens it closes it."""
    return opened_at(f"sqlite:///{folder / 'sessions.sqlite'}")


def opened_at(address):
    """The store at an address; who opens it closes it."""
    return database.open_store(address)


def finding(**fields):
    return Finding("error", "out_of_scale", **fields)
