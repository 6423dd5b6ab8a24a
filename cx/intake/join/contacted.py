"""What a log of contacts says, put beside the touchpoints of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cx.intake.join.called import also
from cx.intake.words import join_key
from cx.records.file import Contacted, Touchpoints


def with_contacts(touchpoints: Touchpoints, found: Mapping[str, Contacted]) -> Touchpoints:
    """Return the table with what logs say about its touchpoints, joined by every name that these have."""
    own = {join_key(str(name)): str(name) for name in touchpoints.rows["touchpoint"]}
    names = {**also(touchpoints), **own}
    known = {names[key]: one for name, one in found.items() if (key := join_key(name)) in names}
    return replace(touchpoints, contacted=known) if known else touchpoints
