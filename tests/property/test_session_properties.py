"""Any session comes back from its document, its file and its workbook as it was."""

import datetime as dt
import json
from dataclasses import replace

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cx import intake, matrix
from cx.deliver.workbook.session import session_workbook
from cx.intake.saved import workbook as layout
from cx.records import QUADRANTS, Decision, Filters, Lock, Settings
from cx.session.sessions import codec, document
from tests.made import sessions as samples

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


@settings(FEW, max_examples=8)
@given(sessions(), st.sampled_from(["en", "nl"]))
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
