"""What the tests that start whole programs share."""

from tests.forked_readers import readers_forked

__all__ = ["readers_forked"]
