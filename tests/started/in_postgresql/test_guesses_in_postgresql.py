"""Guesses of codes, kept in PostgreSQL."""

from tests.unit.session.voting.test_guesses import *  # noqa: F403 - the same tests
