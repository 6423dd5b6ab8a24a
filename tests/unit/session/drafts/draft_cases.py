"""A draft as tests need one."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

from cx import intake
from cx.records import Touchpoints
from cx.session.drafts import record

NOW = dt.datetime(2026, 11, 30, 9, 0, tzinfo=dt.UTC)
_TABLE = "Touchpoint;Satisfaction (1-10);Impact\nInvoice;6;8\nApp;8;9\n"


def draft(id_: str = "one", **fields: Any) -> record.Draft:
    """A draft of two touchpoints."""
    return record.Draft(id_, NOW, touchpoints=_table(), **fields)


@cache
def _table() -> Touchpoints:
    return intake.touchpoints(intake.read(_TABLE.encode(), "scores.csv"))
