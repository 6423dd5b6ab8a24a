"""The database: where it lies, how it is opened, its tables and their versions."""

from cx.session.store.confirmation_table import confirmations
from cx.session.store.database import Store
from cx.session.store.guess_table import guesses
from cx.session.store.schema import ballots, invitations, rounds, versions

__all__ = ["Store", "ballots", "confirmations", "guesses", "invitations", "rounds", "versions"]
