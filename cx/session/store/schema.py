"""The tables of the store, and the number of their version.

Only types and constraints that SQLite and PostgreSQL both know. Moments in time are text in UTC, ISO 8601, so
that they order as they read; documents are JSON in text.
"""

from __future__ import annotations

from typing import Final

import sqlalchemy as sql

VERSION: Final = 3
"""Raised with each change of the tables; how an older store is brought up to it stands in ``upgrades``."""

metadata: Final = sql.MetaData()

versions = sql.Table("schema_version", metadata, sql.Column("number", sql.Integer, primary_key=True))

options = sql.Table(
    "options",
    metadata,
    sql.Column("name", sql.String(32), primary_key=True),
    sql.Column("value", sql.Text, nullable=False),
)
"""What is set for the store as a whole; since version 2."""

sessions = sql.Table(
    "sessions",
    metadata,
    sql.Column("id", sql.String(32), primary_key=True),
    sql.Column("name", sql.Text, nullable=False),
    sql.Column("created", sql.String(32), nullable=False),
    sql.Column("changed", sql.String(32), nullable=False),
    sql.Column("revision", sql.Integer, nullable=False),
    sql.Column("archived", sql.Boolean, nullable=False),
    sql.Column("deleted", sql.String(32)),
    sql.Column("document", sql.Text, nullable=False),
    sql.Column("summary", sql.Text, nullable=False, server_default="{}"),
)
"""``summary`` (since version 2): what the list of sessions shows, so that it reads no whole documents."""

changes = sql.Table(
    "changes",
    metadata,
    sql.Column("id", sql.Integer, primary_key=True),
    sql.Column(
        "session_id", sql.String(32), sql.ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False
    ),
    sql.Column("revision", sql.Integer, nullable=False),
    sql.Column("moment", sql.String(32), nullable=False),
    sql.Column("who", sql.Text, nullable=False),
    sql.Column("what", sql.Text, nullable=False),
)

rounds = sql.Table(
    "rounds",
    metadata,
    sql.Column("id", sql.String(32), primary_key=True),
    sql.Column(
        "session_id", sql.String(32), sql.ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False
    ),
    sql.Column("code", sql.String(8), unique=True),
    sql.Column("kind", sql.String(16), nullable=False),
    sql.Column("state", sql.String(16), nullable=False),
    sql.Column("opened", sql.String(32), nullable=False),
    sql.Column("closed", sql.String(32)),
    sql.Column("expires", sql.String(32), nullable=False),
    sql.Column("question", sql.Text, nullable=False),
    sql.Column("door", sql.String(16), nullable=False, server_default="open"),
    sql.Column("coded", sql.String(32)),
)
"""``door`` and ``coded`` (when the code was renewed): since version 3."""

ballots = sql.Table(
    "ballots",
    metadata,
    sql.Column("id", sql.Integer, primary_key=True),
    sql.Column("round_id", sql.String(32), sql.ForeignKey("rounds.id", ondelete="CASCADE"), nullable=False),
    sql.Column("token_hash", sql.String(64), nullable=False),
    sql.Column("name", sql.Text, nullable=False),
    sql.Column("choices", sql.Text, nullable=False),
    sql.Column("created", sql.String(32), nullable=False),
    sql.Column("changed", sql.String(32), nullable=False),
    sql.Column("receipt", sql.String(8), nullable=False, server_default=""),
    sql.UniqueConstraint("round_id", "token_hash"),
)
"""``receipt`` (since version 3): made of the token, which is not kept, and of the choices."""

invitations = sql.Table(
    "invitations",
    metadata,
    sql.Column("id", sql.Integer, primary_key=True),
    sql.Column("round_id", sql.String(32), sql.ForeignKey("rounds.id", ondelete="CASCADE"), nullable=False),
    sql.Column("digest", sql.String(64), nullable=False, index=True),
    sql.Column("used", sql.Boolean, nullable=False),
    sql.UniqueConstraint("round_id", "digest"),
)
"""Personal invitations, since version 3; that one was used, and not which ballot it opened."""
