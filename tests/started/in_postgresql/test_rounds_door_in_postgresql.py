"""The door of a round, kept in PostgreSQL.

Long: in every run the same is tried in a file, by
``tests/unit/session/voting/test_rounds_door.py::test_a_new_code_stops_the_old_one_and_the_old_invitation_and_those_inside_stay``
and the tests beside it; sessions and votes are tried in PostgreSQL as well.
"""

import pytest

from tests.unit.session.voting.test_rounds_door import *  # noqa: F403 - the same tests
from tests.unit.session.voting_store import kept  # noqa: F401 - as its conftest does

pytestmark = pytest.mark.long
