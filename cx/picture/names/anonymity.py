"""A matrix whose touchpoints are numbered instead of named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cx import text
from cx.records import Bubble, Claims, Companions, Matrix, Source
from cx.text import Language


def anonymised(matrix: Matrix, lang: Language, roster: Sequence[str] = ()) -> Matrix:
    """Return the matrix with "Touchpoint 1", "Touchpoint 2" ... for names, and nothing that tells the names.

    Parameters
    ----------
    roster
        The names of every touchpoint of the file, in a fixed order: a touchpoint then keeps its number when
        the view is filtered. Names that it lacks follow; empty: the order of the matrix.

    Notes
    -----
    Owners, notes, the places in the file and the findings are left out, and so are the headers of the
    sources' columns: where each touchpoint has a column, they are its names. What a person wrote (title,
    footnote, strategies) stays as written, and so do journeys, channels and segments. Ids stay: they come
    from the names, but do not show them.
    """
    numbers = _numbers(matrix, roster)
    bubbles = tuple(_unnamed(bubble, numbers, lang) for bubble in matrix.bubbles)
    labels = {old.label: new.label for old, new in zip(matrix.bubbles, bubbles, strict=True)}
    return replace(
        matrix,
        bubbles=bubbles,
        claims=_claims(matrix.claims, labels),
        sources=tuple(_without_columns(source) for source in matrix.sources),
        findings=(),
    )


def names_hidden(
    matrix: Matrix, names: Mapping[str, str], every: Sequence[str], lang: Language, roster: Sequence[str] = ()
) -> Mapping[str, str]:
    """Return what the touchpoints of paths are called where the matrix is drawn without names.

    Parameters
    ----------
    names
        A touchpoint of the paths to what the matrix calls it: it has its number there.
    every
        All touchpoints of the paths; those that the matrix has not follow in this order.
    roster
        As in :func:`anonymised`.
    """
    numbers = _numbers(matrix, [*roster, *(bubble.name for bubble in matrix.bubbles), *names.values()])
    further = [name for name in every if name not in names]
    found = {name: numbers[called] for name, called in names.items()}
    found |= {name: number for number, name in enumerate(further, start=len(numbers) + 1)}
    return {name: text.say("picture.anonymous", lang, number=str(number)) for name, number in found.items()}


def companions_anonymised(beside: Companions, matrix: Matrix, lang: Language) -> Companions:
    """Return what is drawn beside the matrix without names, numbered as the matrix is."""
    beside = replace(beside, wished=tuple(replace(one, name="") for one in beside.wished))
    if beside.ghost is None:
        return beside
    roster = tuple(_numbers(matrix, beside.roster))
    return replace(beside, ghost=anonymised(beside.ghost, lang, roster), roster=roster)


def _numbers(matrix: Matrix, roster: Sequence[str]) -> dict[str, int]:
    order = dict.fromkeys([*roster, *(bubble.name for bubble in matrix.bubbles)])
    return {name: number for number, name in enumerate(order, start=1)}


def _unnamed(bubble: Bubble, numbers: Mapping[str, int], lang: Language) -> Bubble:
    name = text.say("picture.anonymous", lang, number=str(numbers[bubble.name]))
    plain = replace(bubble, name=name, owner="", note="", rows=())
    return plain if bubble.claim is None else replace(plain, claim=replace(bubble.claim, name=plain.label))


def _claims(claims: Claims, labels: Mapping[str, str]) -> Claims:
    headline = replace(claims.headline, names=tuple(labels.get(name, "") for name in claims.headline.names))
    each = tuple(replace(one, name=labels.get(one.name, "")) for one in claims.touchpoints)
    return replace(claims, headline=headline, touchpoints=each)


def _without_columns(source: Source) -> Source:
    return replace(source, roles={}, scales={}, missing_codes={}, text_scales={}, findings=())
