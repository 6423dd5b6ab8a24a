"""The business goal in a few words: a header that is a question is quoted, and cut at a word."""

from __future__ import annotations

_LONGEST, _MOST_WORDS = 60, 6
_QUESTION = frozenset("?？؟¿՞")


def goal_words(goal: str) -> str:
    """Return a business goal as it stands inside a sentence.

    A short name stays as it is. A question, or a header as long as one, is put in quotation marks, and ends
    in an ellipsis behind the last word that has room.

    Examples
    --------
    >>> goal_words("Churn"), goal_words("NPS (0-10)")
    ('Churn', 'NPS (0-10)')
    >>> goal_words("Would you come back?")
    '“Would you come back?”'
    >>> goal_words("How likely is it that you would recommend us to a friend, a relative or a colleague?")
    '“How likely is it that you would recommend us to a friend, a …”'
    """
    plain = " ".join(goal.split())
    if len(plain) <= _LONGEST and len(plain.split()) <= _MOST_WORDS and _QUESTION.isdisjoint(plain):
        return plain
    return f"“{_cut(plain)}”"


def _cut(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    start = words[:_LONGEST]
    whole = start if words[_LONGEST] == " " else start.rpartition(" ")[0] or start
    return f"{whole.rstrip(' ,;:-–')} …"
