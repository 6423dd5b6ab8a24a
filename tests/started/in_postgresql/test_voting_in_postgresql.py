"""Voting, kept in PostgreSQL."""

from tests.unit.session.voting.test_voting import *  # noqa: F403 - the same tests
