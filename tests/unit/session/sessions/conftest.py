"""What tests of sessions share."""

from tests.unit.session.whole_session import kept

__all__ = ["kept"]
