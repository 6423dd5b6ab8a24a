"""Receipts, kept in PostgreSQL.

Long: in every run the same is tried in a file, by
``tests/unit/session/voting/test_receipts.py::test_a_receipt_follows_the_vote_and_another_token_makes_another_one``
and the tests beside it; sessions and votes are tried in PostgreSQL as well.
"""

import pytest

from tests.unit.session.voting.test_receipts import *  # noqa: F403 - the same tests

pytestmark = pytest.mark.long
