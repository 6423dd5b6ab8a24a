"""Answers in which somebody says that they met nothing: ``I did not need this``, ``niet nodig gehad``."""

from __future__ import annotations

import re

_MOST_WORDS = 9
_DENIALS = (
    (
        r"not|never|no|didn t|haven t|don t|wasn t|hadn t|couldn t",
        (
            r"use[ds]?|using|need(?:ed)?|visit(?:ed)?|contact(?:ed)?|receive[d]?|tr(?:y|ied)|experienced?|"
            r"encounter(?:ed)?|order(?:ed)?|attend(?:ed)?|applicable|required"
        ),
    ),
    (
        r"niet|geen|nooit",
        r"nodig|gebruikt?|bezocht|ontvangen|meegemaakt|ervaren|aangevraagd|gesproken",
    ),
    (
        r"nicht|nie|noch nie|kein\w*",
        r"benotigt|benutzt|genutzt|gebraucht|besucht|erhalten|erlebt|kontaktiert",
    ),
    (r"pas|jamais|rien", r"utilise\w*|besoin|visite\w*|recu\w*|contacte\w*|essaye\w*"),
    (r"no|nunca", r"use|usado|utilice|utilizado|necesit\w+|visit[eo]\w*|recib\w+|contact\w+"),
)
"""Per language the words that deny, and those for what was not done: in an answer they follow them."""
_SAID = tuple(re.compile(rf"\b(?:{deny})\b.*?\b(?:{meet})\b") for deny, meet in _DENIALS)


def denies_meeting(words: str) -> bool:
    """Return whether an answer says that what it is about was not met, in its writer's own words.

    Parameters
    ----------
    words
        The answer as :func:`cx.intake.words.comparable.plain` writes it.

    Examples
    --------
    >>> [denies_meeting(one) for one in ("i did not need this", "heb ik niet gebruikt", "nicht zufrieden")]
    [True, True, False]
    """
    return words.count(" ") < _MOST_WORDS and any(said.search(words) for said in _SAID)
