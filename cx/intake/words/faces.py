"""Answers drawn as faces, hands or lights: ``😡 🙁 😐 🙂 😀`` become 1 to 5, as ``--`` to ``++``."""

from __future__ import annotations

from collections.abc import Collection, Sequence

_FACES = (
    "😡🤬😠😭😤💀",
    "🙁☹😞😟😕😢😔😦😒😣😖😩😫👎🔴",
    "😐😑😶🫤🟡🟠",
    "🙂😊☺👍🟢🙃😌",
    "😀😃😄😁😍🤩😆🥰😎🥳🤗",
)
"""From the worst to the best."""
_STRONGER = {**dict.fromkeys("😡🤬💀", -0.5), **dict.fromkeys("😍🤩🥰🥳", 0.5)}
"""Signs at the ends that say more than the others there, where both stand in one file."""
_TYPED = (
    (":-((", ":((", ":'(", ":'-(", ">:(", ">:-(", "--", "- -"),
    (":-(", ":(", "=(", ":-[", "-", "−", "–"),
    (":-|", ":|", ":-/", ":/", "=|", "o", "+/-", "+-", "±", "-/+"),
    (":-)", ":)", "=)", ":-]", "+"),
    (":-))", ":))", ":-D", ":D", "=D", "++", "+ +"),
)
"""The same as they are typed."""
_OF_TYPED = {sign: level for level, signs in enumerate(_TYPED) for sign in signs}
_GRADES = frozenset({"--", "- -", "-", "−", "–", "o", "+/-", "+-", "±", "-/+", "+", "++", "+ +"})
_FEWEST_GRADES = 3
_BESIDE = frozenset("\ufe0f\ufe0e\u200d\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
"""What only changes how a sign is drawn."""
_ALL = frozenset(sign for signs in _FACES for sign in signs)
_FEWEST = 2
_LONGEST = 20
"""One face with all that can stand beside it is no longer than that."""


def drawn_faces(columns: Sequence[Sequence[str]]) -> tuple[dict[str, float], float]:
    """Return the texts of all columns that are one face as steps from 1 up, and how many steps there are.

    Parameters
    ----------
    columns
        Per column its different texts. What no column holds makes no step, so that three faces are three
        steps; two signs of one step are told apart by nobody, and there are no steps then.

    Examples
    --------
    >>> drawn_faces([["🙂", "🙁"], ["😐"]])
    ({'🙂': 3.0, '🙁': 1.0, '😐': 2.0}, 3.0)
    >>> drawn_faces([["🙂", "goed"]])[1], drawn_faces([["😠", "😐", "😃", "🤩"]])[0]["🤩"]
    (0.0, 4.0)
    """
    plain = {text: level for texts in columns for text in texts if (level := level_of(text)) is not None}
    found: dict[str, float] = {**plain}
    if len({_bare(text) for text in found}) > len(set(found.values())):
        found = {text: level + _STRONGER.get(_bare(text), 0.0) for text, level in plain.items()}
    levels = sorted(set(found.values()))
    if len(levels) < _FEWEST or len({_bare(text) for text in found}) > len(levels):
        return {}, 0.0
    steps = {level: float(step) for step, level in enumerate(levels, 1)}
    return {text: steps[level] for text, level in found.items()}, float(len(levels))


def level_of(text: str) -> int | None:
    """Return how good a face is, 0 for the worst; ``None`` where the text is no face.

    Examples
    --------
    >>> level_of("😡"), level_of("☹️"), level_of(" 😀 "), level_of(":-|"), level_of("Factuur")
    (0, 1, 4, 2, None)
    """
    sign = _bare(text)
    if len(sign) != 1 or sign not in _ALL:
        return _OF_TYPED.get(sign)
    return next(level for level, signs in enumerate(_FACES) if sign in signs)


def are_grades(texts: Collection[str]) -> bool:
    """Return whether texts are grades of plus and minus: a minus alone is a blank.

    Examples
    --------
    >>> are_grades(["++", "+", "o", "-"]), are_grades(["-", "+"]), are_grades(["-", "fine", "+", "++"])
    (True, False, False)
    """
    signs = {_bare(text) for text in texts}
    both = (
        any("+" in sign and "-" not in sign for sign in signs)
        and len(signs & {"-", "−", "–", "--", "- -"}) > 0
    )
    return both and len(signs) >= _FEWEST_GRADES and signs <= _GRADES


def _bare(text: str) -> str:
    return "".join(sign for sign in text.strip()[:_LONGEST] if sign not in _BESIDE)
