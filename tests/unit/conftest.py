"""What the tests of units share."""

import pytest

from tests.forked_readers import readers_forked

__all__ = ["readers_forked"]


@pytest.fixture(scope="session")
def stats():
    """What SciPy says of the same figures; it takes a second to import, in each worker that asks."""
    from scipy import stats

    return stats
