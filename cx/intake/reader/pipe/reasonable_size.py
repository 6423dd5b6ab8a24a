"""Whether data out of a document are of a size that records have, before anybody else holds them."""

from __future__ import annotations

_DEEPEST = 40


def is_reasonable(found: object, parts: int, fields: int | None = None) -> bool:
    """Return whether data as JSON has them are nested no deeper, and of no more parts, than records are.

    Parameters
    ----------
    parts
        The most values that may lie in it, at any depth.
    fields
        The most that one object may have; ``None``: as many as there may be parts.

    Examples
    --------
    >>> is_reasonable({"a": [1, 2]}, parts=3), is_reasonable({"a": [1, 2]}, parts=2)
    (True, False)
    """
    layer, count = [found], 0
    for _ in range(_DEEPEST):
        layer = [
            inner
            for one in layer
            if isinstance(one, (dict, list))
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        count += len(layer)
        if fields is not None and any(isinstance(one, dict) and len(one) > fields for one in layer):
            return False
        if not layer:
            return True
        if count > parts:
            return False
    return False
