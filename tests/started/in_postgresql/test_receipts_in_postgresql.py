"""Receipts, kept in PostgreSQL."""

from tests.unit.session.voting.test_receipts import *  # noqa: F403 - the same tests
