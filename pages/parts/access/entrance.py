"""What every request passes before the program sees it, in the order in which it does."""

from __future__ import annotations

from starlette.middleware import Middleware

from pages.parts.access.headers import Headers
from pages.parts.access.names import Names


def middleware(key: str) -> list[Middleware]:
    """Return what stands before the server, the outermost first.

    Parameters
    ----------
    key
        The key of a room, whose gate is the innermost; empty where none is open to the network.
    """
    return [Middleware(Headers), Middleware(Names), *_gate(key)]


def _gate(key: str) -> list[Middleware]:
    if not key:
        return []
    from pages.parts.access.gate import Gate  # only here: it loads the words that it refuses with

    return [Middleware(Gate, key=key)]
