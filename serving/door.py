"""The door of the server: it opens for visitors, and then for what they bring, and stays open."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

PATIENCE = 10.0
"""Seconds after which somebody is let in, whatever is not loaded yet."""


class Door:
    """Lets connections and uploads wait until the server is ready for them; all else passes."""

    def __init__(self, app: ASGIApp, visitors: asyncio.Event, uploads: asyncio.Event) -> None:
        """Stand before an app until the events are set: one for connections, one for files."""
        self._app = app
        self._visitors = visitors
        self._uploads = uploads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on, at once or when the time has come."""
        opened = self._awaited(scope)
        if opened is not None and not opened.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(opened.wait(), PATIENCE)
        await self._app(scope, receive, send)

    def _awaited(self, scope: Scope) -> asyncio.Event | None:
        if scope["type"] == "websocket":
            return self._visitors
        return self._uploads if scope["type"] == "http" and scope["method"] == "PUT" else None
