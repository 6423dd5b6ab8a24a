"""What the properties share."""

from tests.forked_readers import readers_forked

__all__ = ["readers_forked"]
