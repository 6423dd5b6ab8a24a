"""Invitations, kept in PostgreSQL.

Long: in every run the same is tried in a file, by
``tests/unit/session/voting/test_invitations.py::test_each_opens_one_ballot_and_there_is_no_code``
and the tests beside it; sessions and votes are tried in PostgreSQL as well.
"""

import pytest

from tests.unit.session.voting.test_invitations import *  # noqa: F403 - the same tests
from tests.unit.session.voting_store import kept  # noqa: F401 - as its conftest does

pytestmark = pytest.mark.long
