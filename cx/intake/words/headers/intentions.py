"""Whether a header asks how likely somebody is to do something: to stay, to buy again, to recommend."""

from __future__ import annotations

import re

from cx.intake.words.headers.further import letters

_LIKELY = re.compile(
    r"\b(?:likel(?:y|ihood)|probab(?:le\b|ilit|ilidad)|intend\w*\b(?: to)|waarschijnlijk|wahrscheinlich|"
    r"prawdopodob|sannolik|sandsynlig|sannsynlig|todennakoi|pravdepodob|valoszinu|olasilik|olasilig|ihtimal|вероятн|"
    r"ймовірн|вірогідн|πιθανοτ|πιθανο|احتمال|סבירות|kha nang|kemungkinan|संभावना)|可能性|가능성"
)
"""Words for likelihood; who is willing or able may be somebody of the company, and that is rated."""


def intends(header: str) -> bool:
    """Return whether a header asks how likely somebody is to do something.

    Examples
    --------
    >>> intends("How likely are you to renew your contract?"), intends("How fast was the renewal?")
    (True, False)
    >>> intends("Hoe waarschijnlijk is het dat je klant blijft?"), intends("Willingness of staff to help")
    (True, False)
    """
    return bool(_LIKELY.search(letters(header)))
