"""A session with something in every field, and what is the same as it."""

import datetime as dt

import pytest

from cx.records import Filters, Lock, Settings
from cx.session.sessions import document
from cx.session.sessions import stored as sessions
from tests.made import sessions as samples

replace = sessions.replace


def first_in_every_store(*cases):
    """Cases of which one is enough where another store is tried: what they are about happens before it."""
    return [cases[0], *(pytest.param(case, marks=pytest.mark.before_the_store) for case in cases[1:])]


@pytest.fixture
def kept(store_address):
    """The store, closed again afterwards."""
    opened = samples.opened_at(store_address)
    yield opened
    opened.close()


def whole(**fields):
    """A session with something in every field."""
    return replace(
        samples.session(),
        touchpoints=samples.table(derived=True),
        settings=Settings(
            crosshair_rule="fixed",
            fixed=(7.1, 0.1 + 0.2),
            filters=Filters(journeys=("Paying",)),
            strategies={("nl", "fix_first"): ("Nu", "Doen")},
        ),
        decisions=(samples.decision(due=dt.date(2026, 12, 1), target=1e12, notes="é \x07 =1+1"),),
        notes="two\nlines",
        targets={"id-app": 8.5},
        locked=Lock(samples.MORNING, "Anna"),
        **fields,
    )


def same(one, other):
    return document.written(one) == document.written(other)
