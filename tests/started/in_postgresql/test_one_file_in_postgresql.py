"""Sessions as files, kept in PostgreSQL.

Long: in every run the same is tried in a file, by
``tests/unit/session/sessions/test_one_file.py::test_a_session_moves_as_one_file_with_history_and_votes``
and the tests beside it; sessions and votes are tried in PostgreSQL as well.
"""

import pytest

from tests.unit.session.sessions.test_one_file import *  # noqa: F403 - the same tests
from tests.unit.session.whole_session import kept  # noqa: F401 - as its conftest does

pytestmark = pytest.mark.long
