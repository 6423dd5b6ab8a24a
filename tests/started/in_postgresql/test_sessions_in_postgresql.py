"""Sessions, kept in PostgreSQL."""

from tests.unit.session.sessions.test_sessions import *  # noqa: F403 - the same tests
from tests.unit.session.whole_session import kept  # noqa: F401 - as its conftest does
