"""A store with one session in it, for tests of voting."""

import pytest
import sqlalchemy as sql

from cx.errors import VoteRefused
from cx.session.store import database, schema
from cx.session.voting import rounds

THREE = (("a", "Invoice"), ("b", "Claims"), ("c", "App"))
MOMENT = "2026-10-05T09:00:00.000000+00:00"


@pytest.fixture
def kept(store_address):
    """The store, closed again afterwards."""
    found = opened_at(store_address)
    yield found
    found.close()


def opened(folder, session="s"):
    return opened_at(f"sqlite:///{folder / 'store.db'}", session)


def opened_at(address, session="s"):
    kept = database.open_store(address)
    row = {
        "id": session,
        "name": "Q4",
        "created": MOMENT,
        "changed": MOMENT,
        "revision": 1,
        "archived": False,
        "document": "{}",
    }
    # Columns that the table of sessions gained since are left to their defaults.
    with kept.begin() as connection:
        connection.execute(sql.insert(schema.sessions).values(**row))
    return kept


def asked(kept, kind="points", touchpoints=THREE, **more):
    return rounds.open_round(kept, "s", kind, touchpoints, **more)


def refused(key, call, *arguments, **more):
    """Expect that a call is refused for that reason; return what was said."""
    with pytest.raises(VoteRefused) as caught:
        call(*arguments, **more)
    assert caught.value.key == key
    return caught.value
