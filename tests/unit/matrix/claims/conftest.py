"""Drivers of the answers of this room, computed once."""

import pytest

from tests.unit.matrix.claims.answered import noise, result, turned


@pytest.fixture(scope="session")
def of_noise():
    return result(noise)


@pytest.fixture(scope="session")
def of_turned():
    return result(turned)
