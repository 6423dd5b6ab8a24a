"""Which findings are about one file: its own, and what was seen when it was put beside the others."""

from __future__ import annotations

from cx.errors import CxError
from cx.records import Finding, Touchpoints
from cx.records.understanding import Understanding
from pages.shell import cached, state


def findings(position: int, usable: Touchpoints | None, refusal: CxError | None) -> tuple[Finding, ...]:
    """Return the findings about one file; what the page says above as the reason for no result is not repeated.

    Parameters
    ----------
    position
        The file's position.
    usable
        What all files give together; ``None`` where they give nothing.
    refusal
        Why they do not.
    """
    seen = cached.understanding(state.current().files[position])
    own = tuple(one for one in seen.findings if refusal is None or one.code != refusal.key)
    return (*own, *together(seen, usable))


def together(seen: Understanding, usable: Touchpoints | None) -> tuple[Finding, ...]:
    """Return what was seen when files were put together and is about one of them, or about none."""
    files = state.current().files
    if usable is None or len(files) == 1:
        return ()
    known = {repr(one) for file in files for one in cached.understanding(file).findings}
    joint = (one for one in usable.findings if repr(one) not in known)
    return tuple(one for one in joint if one.details.get("file", seen.file) == seen.file)
