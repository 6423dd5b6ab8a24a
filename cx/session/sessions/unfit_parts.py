"""What is wrong with a part of a document: where it stands, what was found there, and what is expected."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Final, Literal, Self

from cx.errors import UnfitField

Expected = Literal[
    "known",
    "date",
    "field",
    "form",
    "list",
    "moment",
    "number",
    "object",
    "once",
    "range",
    "short",
    "text",
    "truth",
    "value",
    "whole",
    "word",
    "words",
]
"""Its words stand in ``cx/text`` under ``expected.<name>``."""
_LONGEST: Final = 40
_SECRETS: Final = ("webhook",)


class Unfit(ValueError):
    """A part of a document that a record cannot have.

    Parameters
    ----------
    expected
        What should stand there.
    found
        What stands there.
    **bounds
        What the words about ``expected`` need.
    """

    def __init__(self, expected: Expected, found: object = None, **bounds: object) -> None:
        super().__init__(expected)
        self.expected = expected
        self.found = found
        self.bounds = bounds
        self.path: tuple[str, ...] = ()

    def told(self, file: str) -> UnfitField:
        """Return the error that says so of a file."""
        secret = any(step in _SECRETS for step in self.path)
        values = {"field": ".".join(self.path), "found": "…" if secret else _brief(self.found)}
        return UnfitField("session_field", file=file, expected=self.expected, **values, **self.bounds)


def inside(step: object = "") -> _Inside:
    """Let what is wrong within say that it stands below this step."""
    return _Inside(step)


class _Inside(AbstractContextManager["_Inside"]):
    """A step on the way to a part; whoever goes through many parts says at which one it is: ``at.step``.

    A class, not a generator: a session is read and looked at in thousands of steps.
    """

    __slots__ = ("step",)

    def __init__(self, step: object) -> None:
        self.step = step

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Unfit):
            error.path = (str(self.step), *error.path)
        elif isinstance(error, (ValueError, OverflowError)):
            unfit = Unfit("value")
            unfit.path = (str(self.step),)
            raise unfit from error


def _brief(found: object) -> str:
    """What was found, as short as a message can show it; of what holds others only what it is."""
    if found is None or isinstance(found, (str, bool, int, float)):
        try:
            text = json.dumps(found, ensure_ascii=False)
        except ValueError:  # a whole number of thousands of digits
            return "…"
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    if isinstance(found, dict) and len(found) == 1 and isinstance(next(iter(found.values())), str):
        return _brief(next(iter(found.values())))
    return "{…}" if isinstance(found, dict) else "[…]"
