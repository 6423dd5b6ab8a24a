"""The table behind voting that holds no vote: when codes were typed, so that guessing is slow."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sql

from cx.session.store.schema import metadata

guesses: Final = sql.Table(
    "guesses",
    metadata,
    sql.Column("id", sql.Integer, primary_key=True),
    sql.Column("turn", sql.Float, nullable=False),
    sql.Column("wrong", sql.Boolean, nullable=False),
)
"""``turn``: seconds since 1970, the moment at which the code is looked up; not who typed it, nor what."""
