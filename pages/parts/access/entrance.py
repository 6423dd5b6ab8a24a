"""What every request passes before the program sees it, in the order in which it does."""

from __future__ import annotations

from starlette.middleware import Middleware

from cx.session.drafts import place
from pages.parts.access.browser import Browser
from pages.parts.access.headers import Headers
from pages.parts.access.names import Names


def middleware(key: str) -> list[Middleware]:
    """Return what stands before the server, the outermost first.

    Parameters
    ----------
    key
        The key of a room, whose gate is the innermost; empty where none is open to the network.
    """
    return [Middleware(Headers), Middleware(Names), *_known(key), *_gate(key)]


def _known(key: str) -> list[Middleware]:
    """What tells browsers apart, where drafts are kept: in a room they are not."""
    return [] if key or not place.wanted() else [Middleware(Browser)]


def _gate(key: str) -> list[Middleware]:
    if not key:
        return []
    from pages.parts.access.gate import Gate  # only here: it loads the words that it refuses with

    return [Middleware(Gate, key=key)]
