"""What tests of sessions share."""

import pytest

from tests.made import sessions as samples


@pytest.fixture
def kept(store_address):
    opened = samples.opened_at(store_address)
    yield opened
    opened.close()
