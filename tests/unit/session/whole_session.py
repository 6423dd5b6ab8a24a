"""A session with something in every field, and what is the same as it."""

import datetime as dt

from cx.records import Filters, Lock, Settings
from cx.session.sessions import document
from cx.session.sessions import stored as sessions
from tests.made import sessions as samples

replace = sessions.replace


def beside_a_file(*cases):
    """Each case with a file, and the first with PostgreSQL too: what it is about happens before the store."""
    return [("sqlite", case) for case in cases] + [("postgresql", cases[0])]


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
