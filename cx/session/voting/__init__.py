"""Rounds: opened, joined by a code, voted in, and what the ballots add up to."""

from cx.session.voting.taking_part import clean_name

__all__ = ["clean_name"]
