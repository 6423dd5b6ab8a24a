"""The table of the addresses that a person has confirmed: beside the sessions, and in none of them."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sql

from cx.session.store.schema import metadata

confirmations: Final = sql.Table(
    "confirmations",
    metadata,
    sql.Column("id", sql.Integer, primary_key=True),
    sql.Column(
        "session_id", sql.String(32), sql.ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False
    ),
    sql.Column("address", sql.String(64), nullable=False),
    sql.Column("machine", sql.String(64), nullable=False),
    sql.Column("host", sql.Text, nullable=False),
    sql.Column("moment", sql.String(32), nullable=False),
    sql.Column("who", sql.Text, nullable=False),
)
"""``address`` is a digest, and so is ``machine``: a store that is taken elsewhere confirms nothing there."""
