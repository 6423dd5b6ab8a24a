"""What the tests that start whole programs share."""

from tests.forked_readers import forking, readers_forked

__all__ = ["forking", "readers_forked"]
