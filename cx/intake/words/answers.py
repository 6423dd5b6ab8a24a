"""Answers in words become numbers: ``zeer ontevreden ... zeer tevreden``, ``Dis-agree (2)``, ``yes``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from cx.intake.words import answer_phrases as phrases
from cx.intake.words.answer_ladders import LADDERS, step_key
from cx.intake.words.comparable import folded, plain
from cx.intake.words.degrees import LONGEST_ANSWER, SHORT_ANSWER, Spoken, initialled, unipolar
from cx.intake.words.faces import drawn_faces, level_of
from cx.intake.words.graded_yes import graded_yes
from cx.intake.words.headers import letters
from cx.intake.words.languages import unanswered
from cx.intake.words.levels import halves, level
from cx.intake.words.nothing_met import denies_meeting
from cx.intake.words.numbered_answers import counted_alike, directed, lettered, numbered, without_number

_IN_BRACKETS = re.compile(r"[^\W\d_]\s*\(\s*([^\W\d_][^()]{0,60})\)\s*$")
"""What an answer says of itself at its end: ``Unfamiliar (N/A)``."""
YES_NO, BY_HAND, ENDS = "yes_no", "by_hand", "ends"
_KNOWN = [
    (
        family,
        {word: float(step) for step, said in enumerate(ladder, 1) for word in said},
        float(len(ladder)),
    )
    for family, ladder in LADDERS
]
_ON_LADDERS = {
    word: frozenset(at for at, (_, steps, _) in enumerate(_KNOWN) if word in steps)
    for _, known, _ in _KNOWN
    for word in known
}


def _plain(text: str) -> str:
    """The words of an answer: a survey has few short ones, in very many columns."""
    return _remembered(text) if len(text) <= SHORT_ANSWER else plain(text)


@lru_cache(maxsize=5_000)
def _remembered(text: str) -> str:
    return plain(text)


def _step(text: str) -> str:
    """The words of an answer in any alphabet."""
    return _plain(text) or step_key(text)


def code_kind(text: str) -> str | None:
    """Return whether a text is a code: ``not_met``, ``no_answer``, or ``None``.

    Examples
    --------
    >>> code_kind("N.v.t."), code_kind("weet niet"), code_kind("-"), code_kind("goed")
    ('not_met', 'no_answer', 'not_met', None)
    >>> code_kind("Unfamiliar (N/A)"), code_kind("good (as always)")
    ('not_met', None)
    >>> code_kind("n.v.t. / N/A"), code_kind("weet niet | don't know"), code_kind("N/A - did not use")
    ('not_met', 'no_answer', 'not_met')
    >>> code_kind("weet niet / n.v.t."), code_kind("I did not need this"), code_kind("I did not like this")
    ('no_answer', 'not_met', None)
    >>> code_kind("Затрудняюсь ответить"), code_kind("해당 없음"), code_kind("хорошо")
    ('no_answer', 'not_met', None)
    """
    if len(text) > LONGEST_ANSWER:
        return None
    if folded(text) in phrases.SIGNS:
        return "not_met"
    parts = halves(text)
    if len(parts) > 1:
        kinds = {code_kind(half) for half in parts}
        return kinds.pop() if len(kinds) == 1 else None if None in kinds else "no_answer"
    said, bracketed = _code_in_words(without_number(text)), _IN_BRACKETS.search(text)
    return code_kind(bracketed.group(1)) if bracketed and said is None else said


def _code_in_words(said: str) -> str | None:
    words = _plain(said)
    if words in phrases.NOT_MET or denies_meeting(words):
        return "not_met"
    if words in phrases.NO_ANSWER:
        return "no_answer"
    return None if said.isascii() else _in_other_alphabets().get(_letters(said))


@cache
def _in_other_alphabets() -> Mapping[str, str]:
    """Answers that rate nothing, in alphabets that are not Latin, to what they say."""
    listed = {"no_answer": unanswered.NO_ANSWER, "not_met": unanswered.NOT_MET}
    return {letters(one): kind for kind, told in listed.items() for one in told.split("|")}


@lru_cache(maxsize=5_000)
def _kept_letters(text: str) -> str:
    return letters(text)


def _letters(text: str) -> str:
    """The words of an answer in their own alphabet."""
    return _kept_letters(text) if len(text) <= SHORT_ANSWER else letters(text)


def spoken(columns: Sequence[Sequence[str]]) -> list[Spoken | None]:
    """Return for each column of texts the numbers they stand for; ``None`` where they are no scale.

    Parameters
    ----------
    columns
        Per column its different texts; numbers and codes left out. Columns with words of the same family
        are read on the same scale, so that an answer nobody gave in one column does not shorten its scale.

    Examples
    --------
    >>> spoken([["zeer tevreden", "ontevreden", "neutraal"], ["tevreden", "zeer ontevreden"]])[0].numbers
    {'zeer tevreden': 5.0, 'ontevreden': 2.0, 'neutraal': 3.0}
    """
    one_pole = unipolar(columns) if not (faces := _in_faces(columns)) else faces
    if any(one_pole):
        others = iter(spoken([texts for texts, scale in zip(columns, one_pole, strict=True) if not scale]))
        return [scale or next(others) for scale in one_pole]
    families = [_family(texts) for texts in columns]
    pooled: dict[str, set[int]] = {}
    for texts, family in zip(columns, families, strict=True):
        if family in phrases.POLES:
            pooled.setdefault(family, set()).update(level(text)[1] for text in texts)  # type: ignore[index]
    marked = directed([numbered(texts) for texts in columns])
    letters, ladders, yes = lettered(columns), _ladders(columns), graded_yes(columns)
    alike, initials = counted_alike(columns), initialled(columns)
    return [
        _apart(_polar(texts, family, pooled[family]), ladder)
        if family in phrases.POLES and len(pooled[family]) > 1
        else number or letter or initial or ladder or _yes_no(texts) or degree or counted
        for texts, family, number, letter, initial, ladder, degree, counted in zip(
            columns, families, marked, letters, initials, ladders, yes, alike, strict=True
        )
    ]


def _in_faces(columns: Sequence[Sequence[str]]) -> list[Spoken | None]:
    """Columns of faces, on one scale; empty where no column holds faces alone."""
    faced = [bool(texts) and all(level_of(text) is not None for text in texts) for texts in columns]
    held = [texts for texts, drawn in zip(columns, faced, strict=True) if drawn]
    numbers, high = drawn_faces(held)
    if not numbers:
        return []
    return [
        Spoken({text: numbers[text] for text in texts}, 1.0, high, "faces") if drawn else None
        for texts, drawn in zip(columns, faced, strict=True)
    ]


def _family(texts: Sequence[str]) -> str:
    """The family whose words all texts are; empty where there is none, or the texts carry numbers."""
    levels = [level(text) for text in texts]
    if not texts or None in levels or numbered(texts):
        return ""
    named = {one[0] for one in levels if one and one[0]}
    return named.pop() if len(named) == 1 else ""


def _ladders(columns: Sequence[Sequence[str]]) -> list[Spoken | None]:
    """Columns on the steps of ladders; those that share an answer climb the same one, where one has all."""
    alone = [_ladder(texts) for texts in columns]
    joined: list[set[str]] = []
    for texts, scale in zip(columns, alone, strict=True):
        if scale:
            held = {_step(text) for text in texts}
            near = next((one for one in joined if one & held), None)
            if near is None:
                joined.append(held)
            else:
                near |= held
    shared = {word: ladder for held in joined if (ladder := _ladder(sorted(held))) for word in held}
    return [
        _on_ladder(texts, shared.get(_step(texts[0]))) or scale if scale else None
        for texts, scale in zip(columns, alone, strict=True)
    ]


def _on_ladder(texts: Sequence[str], ladder: Spoken | None) -> Spoken | None:
    """Texts on the steps that a ladder gives their words; ``None`` where it lacks one."""
    words = {text: _step(text) for text in texts}
    if ladder is None or not set(words.values()) <= set(ladder.numbers):
        return None
    return replace(ladder, numbers={text: ladder.numbers[word] for text, word in words.items()})


def _ladder(texts: Sequence[str]) -> Spoken | None:
    """Steps of the first ladder that tells all answers apart; in two languages, of the first that has all."""
    words = {text: _step(text) for text in texts}
    if len(texts) < 2 or not all(word in _ON_LADDERS for word in words.values()):  # noqa: PLR2004 - one is no ladder
        return None
    fitting = [known for known in _KNOWN if all(word in known[1] for word in words.values())]
    apart = [one for one in fitting if len({one[1][word] for word in words.values()}) == len(texts)]
    for family, steps, high in [*apart, *fitting][:1]:
        return Spoken({text: steps[word] for text, word in words.items()}, 1.0, high, family)
    return None


def ladders_of(text: str) -> frozenset[int]:
    """Return which ladders have a text as a step.

    Examples
    --------
    >>> ladders_of("blue"), ladders_of("never") == ladders_of("nooit")
    (frozenset(), True)
    """
    return _ON_LADDERS.get(_step(text), frozenset()) if len(text) <= LONGEST_ANSWER else frozenset()


def _yes_no(texts: Sequence[str]) -> Spoken | None:
    words = {text: _plain(text) for text in texts}
    if not texts or not all(word in phrases.YES | phrases.NO for word in words.values()):
        return None
    return Spoken({text: float(word in phrases.YES) for text, word in words.items()}, 0.0, 1.0, YES_NO)


def _apart(polar: Spoken, ladder: Spoken | None) -> Spoken:
    """The steps of a ladder, where it alone tells all answers apart: ``mostly`` and ``somewhat``."""
    if ladder is None or len(set(polar.numbers.values())) == len(polar.numbers):
        return polar
    return ladder if len(set(ladder.numbers.values())) == len(ladder.numbers) else polar


def _polar(texts: Sequence[str], family: str, seen: set[int]) -> Spoken:
    """Numbers from 1 up, over both ends of every strength that was seen.

    Where both ends have several strengths, and equally many, they are the steps: ``niet zo belangrijk`` is
    one step from ``onbelangrijk``, as ``heel belangrijk`` from ``belangrijk``.
    """
    bad, good = {-one for one in seen if one < 0}, {one for one in seen if one > 0}
    strengths = {abs(one) for one in seen if one}
    paired = len(bad) == len(good) > 1 and bad != good
    both = seen if paired else {*strengths, *(-one for one in strengths), *({0} & seen)}
    steps = {one: float(step) for step, one in enumerate(sorted(both), 1)}
    numbers = {text: steps[found[1]] for text in texts if (found := level(text))}
    return Spoken(numbers, 1.0, float(len(steps)), family)
