"""New words in the look that people gave the old ones."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from ..signs.fingerprint import look_of
from ..signs.names import A, hashed, local


def dressed(new: Any, old: Any, written: Sequence[str]) -> None:
    """Give the paragraphs of a new text the looks of an old one, in place.

    Parameters
    ----------
    written
        How each paragraph of the old text was written, as fingerprints: a new paragraph gets the look that
        people gave to one that was written like it.
    """
    said = [one for one in old.iter(f"{A}p") if _has_words(one)]
    looks: dict[str, Any] = {}
    for was, paragraph in zip(written, said, strict=False):
        looks.setdefault(was, paragraph)
    body, own = old.find(f"{A}bodyPr"), new.find(f"{A}bodyPr")
    if body is not None and own is not None:
        new.replace(own, deepcopy(body))
    own_looks = iter(look_of(new))
    for paragraph in [one for one in new.iter(f"{A}p") if _has_words(one)]:
        like = looks.get(hashed(next(own_looks, None)))
        if like is not None:
            _wear(paragraph, like)


def look_carried(new: Any, old: Any) -> None:
    """Give all words of a new text the look of the first words of an old one, in place."""
    first = next((one for one in old.iter(f"{A}p") if _has_words(one)), None)
    for paragraph in new.iter(f"{A}p") if first is not None else ():
        _wear(paragraph, first)


def _has_words(paragraph: Any) -> bool:
    return any(local(child) in ("r", "fld") for child in paragraph)


def _wear(paragraph: Any, like: Any) -> None:
    about = like.find(f"{A}pPr")
    if about is not None:
        own = paragraph.find(f"{A}pPr")
        if own is not None:
            paragraph.remove(own)
        paragraph.insert(0, deepcopy(about))
    runs = [one for one in like if local(one) in ("r", "fld")]
    look = runs[0].find(f"{A}rPr") if runs else None
    for run in [one for one in paragraph if local(one) in ("r", "fld")]:
        own = run.find(f"{A}rPr")
        if own is not None:
            run.remove(own)
        if look is not None:
            run.insert(0, deepcopy(look))
