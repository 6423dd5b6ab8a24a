"""What went wrong in a database, as a message of ours: its own words may hold somebody's answers."""

from __future__ import annotations

from cx.engine.addresses import Address
from cx.errors import FileError, LimitExceeded, UnreadableFile

_BY_STATE = (
    ("57014", "warehouse_time"),
    ("57P", "warehouse_away"),
    ("08", "warehouse_away"),
    ("42501", "warehouse_right"),
    ("42P01", "warehouse_table"),
    ("3F000", "warehouse_table"),
    ("28", "warehouse_login"),
    ("3D000", "warehouse_database"),
    ("53", "warehouse_full"),
    ("54", "warehouse_full"),
)
"""Codes of SQLSTATE, or their first digits, which the standard gives to every database."""


def said(error: Exception, address: Address) -> FileError:
    """Return the error of ours that says what went wrong and what to do.

    Parameters
    ----------
    error
        What Ibis or the driver raised.
    address
        The database that was asked.
    """
    state = str(getattr(error, "sqlstate", "") or "")
    kind = type(error).__name__
    key = next((key for code, key in _BY_STATE if state.startswith(code)), "")
    if not key and kind == "TableNotFound":
        key = "warehouse_table"
    if not key and kind == "OperationalError":
        key = "warehouse_login" if _is_about_entry(error) else "warehouse_away"
    if not key:
        key = "warehouse_failed"
    raised = LimitExceeded if key in ("warehouse_time", "warehouse_full") else UnreadableFile
    return raised(key, file=address.shown, reason=f"{kind} {state}".strip())


def _is_about_entry(error: Exception) -> bool:
    """Whether a server was reached and asked who we are: without a session there is no SQLSTATE."""
    tried = getattr(error, "pgconn", None)
    return bool(tried is not None and (tried.needs_password or tried.used_password))
