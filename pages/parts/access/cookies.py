"""The cookies that a browser sends, each read for itself.

All programs of a machine share them, whatever their port: one that another program set may be anything, and
hides none of ours behind it, as it would from a reader of the standard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.requests import cookie_parser

if TYPE_CHECKING:
    from starlette.types import Scope


def sent(scope: Scope) -> dict[str, str]:
    """Return the cookies of a request by their names, as ``st.context.cookies`` has them on a page."""
    lines = (value.decode("latin-1") for key, value in scope["headers"] if key == b"cookie")
    return cookie_parser("; ".join(lines))
