"""What tests of voting share."""

import pytest

from tests.unit.session.voting_store import opened_at


@pytest.fixture
def kept(store_address):
    found = opened_at(store_address)
    yield found
    found.close()
