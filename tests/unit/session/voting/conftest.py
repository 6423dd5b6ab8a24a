"""What tests of voting share."""

from tests.unit.session.voting_store import kept

__all__ = ["kept"]
