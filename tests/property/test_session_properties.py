"""Any session comes back from its document, its file and its workbook as it was.

Long are further numbers of ``test_a_number_of_any_size_comes_back_from_document_and_workbook``.
"""

import datetime as dt
import io
import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from cx import intake, matrix
from cx.deliver.workbook.session import session_workbook
from cx.intake.saved import workbook as layout
from cx.records import QUADRANTS, Decision, Filters, Lock, Settings
from cx.records.lenses import ASSESSED, Assessment, LensSettings, Wished
from cx.session.sessions import codec, document
from tests.made import sessions as samples
from tests.project import tiers

FEW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)
NUMBERS = st.one_of(st.none(), st.floats(allow_nan=True, allow_infinity=True))
MOMENTS = st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2100, 1, 1), timezones=st.just(dt.UTC))
DECISIONS = st.builds(
    Decision,
    touchpoint=st.sampled_from(["a", "b", "c"]),
    name=TEXTS,
    strategy=st.sampled_from(QUADRANTS),
    moment=MOMENTS,
    advice=st.one_of(st.none(), st.sampled_from(QUADRANTS)),
    reason=TEXTS,
    owner=TEXTS,
    due=st.one_of(st.none(), st.dates()),
    mission=TEXTS,
    measure=st.sampled_from(["satisfaction", "volume", "own"]),
    kpi=TEXTS,
    current=NUMBERS,
    target=NUMBERS,
    latest=NUMBERS,
    notes=TEXTS,
    who=TEXTS,
)
ASSESSMENTS = st.builds(
    Assessment,
    touchpoint=st.sampled_from(["a", "b", "c"]),
    name=TEXTS,
    asked=st.sampled_from(ASSESSED),
    value=st.floats(-1e15, 1e15),
    moment=MOMENTS,
    who=TEXTS,
    way=st.sampled_from(["hand", "room"]),
    sd=st.one_of(st.none(), st.floats(0, 1e15)),
    n=st.one_of(st.none(), st.integers(0, 2_000_000_000)),
    evidence=TEXTS,
)


WISHES = st.builds(Wished, name=TEXTS, satisfaction=st.floats(-1e6, 1e6), impact=st.floats(-1e6, 1e6))


@st.composite
def sessions(draw):
    table = samples.table(derived=draw(st.booleans()), notes=draw(st.tuples(*[TEXTS] * 4)))
    scores = draw(st.lists(st.floats(1, 10), min_size=4, max_size=4))
    rows = table.rows.assign(satisfaction=scores, volume=draw(st.lists(st.floats(0), min_size=4, max_size=4)))
    chosen = draw(st.lists(DECISIONS, max_size=3, unique_by=lambda one: one.touchpoint))
    return samples.session(
        touchpoints=replace(table, rows=rows),
        name=draw(TEXTS) or "x",
        notes=draw(TEXTS),
        decisions=tuple(chosen),
        assessments=tuple(draw(st.lists(ASSESSMENTS, max_size=3, unique_by=lambda one: one.key))),
        lens_settings=LensSettings(
            draw(st.integers(1, 3650)), draw(TEXTS), draw(TEXTS), tuple(draw(st.lists(WISHES, max_size=2)))
        ),
        settings=Settings(
            filters=Filters(journeys=tuple(draw(st.lists(TEXTS, max_size=2)))),
            strategies={("en", "simplify"): (draw(TEXTS), draw(TEXTS))},
        ),
        locked=draw(st.one_of(st.none(), st.builds(Lock, moment=MOMENTS, who=TEXTS))),
    )


@FEW
@given(sessions())
def test_a_document_loses_nothing(session):
    text = document.written(session)
    found = document.session_of(text)
    assert document.written(found) == text
    assert found.settings == session.settings
    assert np.array_equal(found.touchpoints.rows["volume"], session.touchpoints.rows["volume"])


EXTREME = [
    *(1.797e308, -1.7976931348623157e308, 1e300, 2.2250738585072014e-308, 1e-310, 5e-324, -5e-324, 1e-13),
    *(0.0, -0.0, 0.1 + 0.2, 2.0**53 + 2, 1e22, 123456789012345.67, float("nan"), float("inf"), float("-inf")),
]


def extreme(number):
    """A session in which every number of a person or of the data is the same one."""
    table = samples.table()
    rows = table.rows.assign(volume=[number, 1.0, 2.0, 3.0], cost=[1.0, 2.0, number, -number])
    decided = samples.decision("a", current=number, target=-number, latest=number)
    return samples.session(touchpoints=replace(table, rows=rows), decisions=(decided,))


@pytest.mark.parametrize(
    "number", tiers.first(EXTREME[::4], *(one for at, one in enumerate(EXTREME) if at % 4))
)
@pytest.mark.parametrize("again", [False, True])
def test_a_number_of_any_size_comes_back_from_document_and_workbook(number, again):
    session = extreme(number)
    text = document.written(session, history=[], rounds=[])
    assert document.written(document.session_of(text), history=[], rounds=[]) == text
    drawn = matrix.build(samples.table(), Settings())
    content = session_workbook(session, drawn, [], document=text, lang="en")
    if again:
        saved = io.BytesIO()
        load_workbook(io.BytesIO(content)).save(saved)
        content = saved.getvalue()
    found = layout.document_of(intake.read(content, "session.xlsx"))
    assert json.dumps(json.loads(found)) == json.dumps(json.loads(text))


@settings(FEW, max_examples=8)
@given(sessions(), st.sampled_from(["en", "nl"]))
@example(extreme(1.797e308), "en")
def test_a_workbook_loses_nothing(session, lang):
    drawn = matrix.build(samples.table(), Settings())
    text = document.written(session, history=[], rounds=[])
    content = session_workbook(session, drawn, [], document=text, lang=lang)
    book = intake.read(content, "session.xlsx")
    assert json.loads(layout.document_of(book)) == json.loads(text)


@FEW
@given(st.recursive(st.one_of(st.none(), st.booleans(), st.floats(), TEXTS), st.lists))
def test_whatever_a_finding_carries_comes_back(value):
    data = json.loads(json.dumps(codec.plain(value)))
    assert json.dumps(codec.plain(codec.value(data, object))) == json.dumps(data)
