"""Texts piece by piece: nobody else's work goes on while one call goes through many signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cx.process.budget import steps

_TEXTS, _SIGNS = 10_000, 500_000
"""So many texts, and so many signs, are gone through in one go within some hundredths of a second."""


def in_pieces(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the texts in their order, in pieces of bounded length; between two the budget is asked.

    Parameters
    ----------
    texts
        The texts of a column; one that is longer than a piece comes alone.

    Examples
    --------
    >>> [len(piece) for piece in in_pieces(["a" * 300_000, "b" * 300_000, "c"])]
    [1, 2]
    """
    return steps(
        piece
        for start in range(0, len(texts), _TEXTS)
        for piece in _of_few_signs(texts[start : start + _TEXTS])
    )


def _of_few_signs(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Halves of halves, until each has few signs."""
    if len(texts) == 1 or sum(map(len, texts)) <= _SIGNS:
        yield texts
        return
    half = len(texts) // 2
    yield from _of_few_signs(texts[:half])
    yield from _of_few_signs(texts[half:])
