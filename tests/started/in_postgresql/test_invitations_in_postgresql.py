"""Invitations, kept in PostgreSQL."""

from tests.unit.session.voting.test_invitations import *  # noqa: F403 - the same tests
from tests.unit.session.voting_store import kept  # noqa: F401 - as its conftest does
