"""Why a file was not read."""

from __future__ import annotations


class Refused(Exception):
    """A file that is not read, with the message key and its values for the parent to say."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values
