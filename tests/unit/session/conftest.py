"""What tests of what is kept share."""

import pytest


@pytest.fixture
def store_address(tmp_path) -> str:
    """The address of an empty store in a file; tests/started/in_postgresql has another."""
    return f"sqlite:///{(tmp_path / 'store.db').as_posix()}"
