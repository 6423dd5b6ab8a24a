"""What the tests of the server share."""

from tests.forked_readers import readers_forked

__all__ = ["readers_forked"]
