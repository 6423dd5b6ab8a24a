"""What a log says about the contacts of each touchpoint of the matrix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cx.records.file import StandardMet, ThreeLevels


@dataclass(frozen=True)
class Contacts:
    """The contacts of one touchpoint; counts that too few customers stand behind are ``None``."""

    name: str
    contacts: int | None
    customers: int | None
    """Different cases that have it."""
    again: int | None
    """Contacts after which the same customer comes to it again by himself within seven days."""
    again_share: float | None
    """Of its contacts."""
    leads: str | None = None
    """The touchpoint from which most come to it directly."""
    leads_share: float | None = None
    """Of its contacts, those that come from there."""
    missed: int = 0
    """Cases without it."""
    leave: str | None = None
    """The touchpoint at which most cases without it end."""
    leave_share: float | None = None
    """Of the cases without it."""


@dataclass(frozen=True)
class LogContacts:
    """The contacts of all touchpoints of a log."""

    touchpoints: tuple[Contacts, ...]
    """Most contacts first."""
    not_followed: int
    """Contacts of the last seven days of the log, after which it ends before the time is up."""
    directed: bool
    """Whether the log says who began a contact; else every one counts as the customer's."""
    levels: Mapping[str, ThreeLevels] = field(default_factory=dict)
    """Touchpoint to how many of its contacts were negative, reactive and proactive (METHODS 12)."""
    overall: ThreeLevels | None = None
    """The same of all contacts."""
    standards: Mapping[str, StandardMet] = field(default_factory=dict)
    """Touchpoint to how many of its contacts met their standard, where the log says it."""
    months: Mapping[str, ThreeLevels] = field(default_factory=dict)
    """Month, as in ``2026-03``, to the levels of all contacts that began in it."""
