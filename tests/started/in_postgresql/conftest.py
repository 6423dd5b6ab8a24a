"""Tests of tests/unit/session once more, with a PostgreSQL server in place of a file."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture
def store_address(emptied_database) -> str:
    """The address of an empty store on the server."""
    return emptied_database.address()


def pytest_collection_modifyitems(items):
    """Leave out what looks into no store, and cases in which the store has no part."""
    items[:] = [item for item in items if HERE not in item.path.parents or _is_about_the_server(item)]


def _is_about_the_server(item):
    return "store_address" in item.fixturenames and not item.get_closest_marker("before_the_store")
