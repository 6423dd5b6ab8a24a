"""Guesses of codes, kept in PostgreSQL.

Long: in every run the same is tried in a file, by
``tests/unit/session/voting/test_guesses.py::test_thirty_wrong_codes_are_free_and_then_each_waits_longer``
and the tests beside it; sessions and votes are tried in PostgreSQL as well.
"""

import pytest

from tests.unit.session.voting.test_guesses import *  # noqa: F403 - the same tests

pytestmark = pytest.mark.long
