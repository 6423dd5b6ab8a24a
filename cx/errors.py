"""What stops the work: one tree of errors, chosen by what the user must do.

::

    CxError
    +-- FileError              choose another file, or save it anew
    |   +-- UnreadableFile     it is not what its name says, damaged, empty, or no spreadsheet
    |   |   +-- UnfitField     a field of a session holds what no session has
    |   +-- ProtectedFile      it needs a password
    |   +-- LimitExceeded      it is too large, or takes too long to open
    +-- TableError             say which sheet, column or scale is meant
    |   +-- RoleMissing        a required column was not found
    |   +-- NothingUsable      the table has no row that can be used
    |   +-- ImpactRefused      impact columns that cannot be composed
    +-- ArgumentError          call again with another argument
    +-- DeliveryError          an export could not be made
    +-- VoteRefused            look at the round again: a vote or a code that cannot be taken
    +-- SessionError           look at the session anew
        +-- StoreRefused       start a newer version, or name another place to keep sessions
        |   +-- StoreFailed    mend what is named (room on the disk, a lock, a backup); it is tried again
        +-- SessionGone        somebody deleted it: restore it, or begin another one
        +-- SessionDamaged     export what can be read of it, restore a backup, or delete it
        +-- SessionLocked      unlock it before data, crosshair or strategies are changed
        +-- Conflict           somebody else changed it: choose what stands

Each carries its parts, so that screens translate them and tests assert on them. The words stand in
``cx/text`` under ``error.<key>`` (what is wrong and where) and ``error.<key>.todo`` (what to do next).
"""

from __future__ import annotations

from cx import text
from cx.text import Language


class CxError(Exception):
    """Something that stops the work.

    Parameters
    ----------
    key
        The last part of the message's key in ``cx/text``.
    **values
        What the message's placeholders stand for (``sheet``, ``cell``, ``column``, ``expected`` ...).
    """

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def what(self, lang: Language) -> str:
        """Return what is wrong, and where."""
        return text.say(f"error.{self.key}", lang, **self.values)

    def todo(self, lang: Language) -> str:
        """Return what to do next."""
        return text.say(f"error.{self.key}.todo", lang, **self.values)

    def message(self, lang: Language) -> str:
        """Return the whole message: what, where, and what to do."""
        return f"{self.what(lang)} {self.todo(lang)}"

    def __str__(self) -> str:
        """Return the message in English, as a notebook shows it."""
        return self.message("en") if text.has(f"error.{self.key}", "en") else self.key


class FileError(CxError):
    """A file that cannot be used."""

    advice: str | None = None
    """Whose ``error.<key>.todo`` says what to do, where that depends on what the file was meant for."""

    def todo(self, lang: Language) -> str:
        """Return what to do next."""
        return text.say(f"error.{self.advice or self.key}.todo", lang, **self.values)


class UnreadableFile(FileError):
    """A file that is not what its name says, is damaged or empty, or holds no table."""


class UnfitField(UnreadableFile):
    """A field of a session that holds what no session has; ``expected`` names the words for what it may."""

    def what(self, lang: Language) -> str:
        """Return which field it is, what was found there, and what is expected."""
        expected = text.say(f"expected.{self.values['expected']}", lang, **self.values)
        return text.say(f"error.{self.key}", lang, **{**self.values, "expected": expected})


class ProtectedFile(FileError):
    """A file that needs a password, or another one."""


class LimitExceeded(FileError):
    """A file beyond a stated limit of size, memory, time or cells."""


class TableError(CxError):
    """A table that was read and cannot be understood as it is."""


class RoleMissing(TableError):
    """A required column was not found."""


class NothingUsable(TableError):
    """No row of the table can be used."""


class ImpactRefused(TableError):
    """Impact columns that cannot be composed into one impact."""


class ArgumentError(CxError):
    """An argument that cannot be used."""


class DeliveryError(CxError):
    """An export that could not be made."""


class VoteRefused(CxError):
    """A vote or a code that cannot be taken."""


class SessionError(CxError):
    """A session that cannot be read or changed as asked."""


class StoreRefused(SessionError):
    """The place where sessions are kept cannot be used by this version, or not at all."""


class StoreFailed(StoreRefused):
    """The database did not do what it was asked: full, locked, damaged, away; nothing was written."""


class SessionGone(SessionError):
    """There is no such session any more."""


class SessionDamaged(SessionError):
    """A session that is there, and of which a part cannot be read."""


class SessionLocked(SessionError):
    """Data, crosshair and strategies of the session are frozen."""


class Conflict(SessionError):
    """Somebody else changed the session since it was read."""
