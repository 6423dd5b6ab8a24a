"""Whether files and databases of this machine may be chosen: only where nobody else reaches the server."""

from __future__ import annotations

from cx import errors
from pages.parts.access import facilitator


def is_ones_own() -> bool:
    """Return whether whoever looks at the page sits at this machine."""
    return not facilitator.open_to_others()


def check() -> None:
    """Refuse to open what lies on this machine where others reach the server, whatever a page asks for.

    Raises
    ------
    cx.errors.ArgumentError
        When others do.
    """
    if not is_ones_own():
        raise errors.ArgumentError("machine_closed")
