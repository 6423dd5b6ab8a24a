"""Numbers typed as text: the decimal mark of a column, and what each text is worth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cx.intake.words import ZEROS
from cx.process import steps
from cx.records.file import DecimalMark

_TRIMMINGS = re.compile(
    r"[\s\u200b\u200e\u200f\u2060\ufeff\ufe0f]+|[€$£¥★⭐✭☆✩✰*†‡¹²³⁴⁵⁶⁷⁸⁹]"
    r"|[▲▼△▽▴▾↑↓↗↘↔⇧⇩⬆⬇🔺🔻🔼🔽▬⏶⏷]"
    r"|(?<![a-z])(?:euros?|eur|usd|gbp|chf|dkk|sek|nok|pln|kr\.?|fr\.)(?![a-z])",
    re.IGNORECASE,
)
_TIMES = re.compile(r"(?<=[0-9.,])([^\W\d_]{1,10})\.?$")
"""A word behind the digits, without a space any more."""
_NO_CENTS = re.compile(r"(?<=\d)[.,][-–—]{1,2}$")
_OUT_OF = re.compile(r"(?<=\d)/(?:10|100)$")
"""What a mark is out of; a shorter one, as in 4/7, may be a date."""
_BELOW_ZERO = re.compile(r"\(([\d.,']+)\)|([\d.,']*\d)-")
_SIGNS = str.maketrans(
    {
        "\N{MINUS SIGN}": "-",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{ARABIC DECIMAL SEPARATOR}": ",",
        "\N{ARABIC THOUSANDS SEPARATOR}": "'",
        "\N{FULLWIDTH FULL STOP}": ".",
        "\N{FULLWIDTH COMMA}": ",",
        "\N{ARABIC PERCENT SIGN}": "%",
        "\N{FULLWIDTH PERCENT SIGN}": "%",
    }
)
_PLAIN = re.compile(r"[+-]?(?:\d+|\d*[.,]\d+|\d+[.,])(?:e\d)?")
_COMMA = re.compile(r"[+-]?(?:(?:[1-9]\d{0,2}(?:[.']\d{3})+|\d+)(?:,\d*)?|,\d+)(?:[eE][+-]?\d{1,2})?")
_POINT = re.compile(
    r"[+-]?(?:(?:[1-9]\d{0,2}(?:[,']\d{3})+|[1-9]\d?(?:,\d\d)+,\d{3}|\d+)(?:\.\d*)?|\.\d+)"
    r"(?:[eE][+-]?\d{1,2})?"
)
_NO_NUMBER = re.compile(r"\s{0,9}[A-Za-z]{6}|\D{0,60}\Z")
"""More letters at the start than a currency has, or no digit."""
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
LONGEST = 60
"""No number has more signs than that, with its spaces, currency and per cent sign."""
_DIGITS = re.compile(r"-?[0-9]{1,15}(?:[.,][0-9]{1,15})?")
"""What most numbers look like: nothing about them has to be taken off."""
_ALL_DIGITS = re.compile(r"(?:-?[0-9]{1,15}(?:\.[0-9]{1,15})?\n)*+")
_AT_ONCE = 10_000
"""So many texts in one go: nobody else's work goes on meanwhile."""
_LITTLE = 400
"""Texts that are looked at by themselves before others are let by."""
_LIKE_THOUSANDS = re.compile(r"(?m)^-?[1-9][0-9]{0,2}\.[0-9]{3}$")
_WORDY = r"(?<![a-z])(?!(?:euros?|eur|usd|gbp|chf|dkk|sek|nok|pln|kr|fr|e)[0-9])[a-z]+[0-9]"
"""Letters right before a digit that are no currency and no exponent: no number has them."""
_IS_WORDY = re.compile(_WORDY, re.IGNORECASE)
_ALL_WORDY = re.compile(rf"(?:(?={_WORDY})[^\n]*+\n)*+", re.IGNORECASE)


@dataclass(frozen=True)
class Evidence:
    """What the texts of a column say about its decimal mark."""

    comma: int = 0
    """Texts that can only be read with a decimal comma."""
    point: int = 0
    either: int = 0
    """Texts such as ``1.234`` that both marks can read, as different numbers."""

    def __add__(self, other: Evidence) -> Evidence:
        """Return the evidence of both."""
        return Evidence(self.comma + other.comma, self.point + other.point, self.either + other.either)

    @property
    def mark(self) -> DecimalMark | None:
        """The mark that most texts ask for; ``None`` without evidence."""
        if self.comma == self.point:
            return None
        return "," if self.comma > self.point else "."


def bare(text: str) -> str:
    """Return the text without spaces, currency and per cent sign, and with the minus in front.

    A text that is longer than any number can be is nothing.

    Examples
    --------
    >>> bare(" € 1.234,50 "), bare("12 %"), bare("−3"), bare("(3,5)"), bare("3,5-"), bare("€ 12,-")
    ('1.234,50', '12', '-3', '-3,5', '-3,5', '12')
    >>> bare("%85,4"), bare("% 72")
    ('85,4', '72')
    >>> bare("7,4/10"), bare("6.2 / 10"), bare("4/7")
    ('7,4', '6.2', '4/7')
    >>> bare("€ 2,5 mln"), bare("12k"), bare("1.2M"), bare("3 Mio."), bare("5 m")
    ('2,5e6', '12e3', '1.2e6', '3e6', '5m')
    """
    if _DIGITS.fullmatch(text):
        return text
    if len(text) > LONGEST and len(text := text.strip()) > LONGEST:
        return ""
    found = _TRIMMINGS.sub("", text).translate(_SIGNS).removesuffix("%").removeprefix("%").removeprefix("'")
    found = _OUT_OF.sub("", found)
    if found[-1:].isalpha() or found.endswith("."):
        found = _TIMES.sub(_exponent, found)
    if found.endswith(("-", ")", "–", "—")):
        found = _NO_CENTS.sub("", found)
        below = _BELOW_ZERO.fullmatch(found)
        found = f"-{below.group(1) or below.group(2)}" if below else found
    return found


def _exponent(found: re.Match[str]) -> str:
    """The zeros that a word stands for; a small m is a metre or a minute, a capital one a million."""
    word = found.group(1)
    zeros = 6 if word == "M" else ZEROS.get(word.casefold())
    return f"e{zeros}" if zeros else found.group()


def plain_numbers(texts: Sequence[str]) -> list[float] | None:
    """Return what texts are worth that are all numbers as programs write them; ``None`` where one is not.

    All of them at once, since a wide file has millions: digits with at most one point among them, and none
    that could be read with thousands.

    Examples
    --------
    >>> plain_numbers(["7.4", "12", "-0.25"]), plain_numbers(["7,4"]), plain_numbers(["1.234"])
    ([7.4, 12.0, -0.25], None, None)
    """
    pieces = (texts[start : start + _AT_ONCE] for start in range(0, len(texts), _AT_ONCE))
    return list(map(float, texts)) if all(map(_are_plain, pieces)) else None


def _are_plain(texts: Sequence[str]) -> bool:
    if max(map(len, texts)) > LONGEST:
        return False
    lines = "\n".join(texts) + "\n"
    whole = lines.count("\n") == len(texts) and _ALL_DIGITS.fullmatch(lines) is not None
    return whole and not _LIKE_THOUSANDS.search(lines)


def may_be_numbers(texts: Sequence[str]) -> list[int]:
    """Return the places of texts that may hold a number; of a million customers' codes none does.

    The others read as nothing, with one decimal mark or the other, and tell nothing of it; what is longer
    than any number is not looked at.

    Examples
    --------
    >>> may_be_numbers(["R0000001", "7,4", "kr5", "e5", "n/a"])
    [1, 2, 3]
    >>> may_be_numbers(["Store 12", "remark 12", "fine", "euros 12"])
    [0, 3]
    """
    found: list[int] = []
    for start in steps(range(0, len(texts), _AT_ONCE)):
        piece = texts[start : start + _AT_ONCE]
        each = steps(enumerate(piece), _LITTLE)
        short = [at for at, text in each if len(text) <= LONGEST or len(text.strip()) <= LONGEST]
        if not _ALL_WORDY.fullmatch("\n".join([piece[at] for at in short]) + "\n"):
            found += [
                start + at
                for at in steps(short, _LITTLE)
                if not (_IS_WORDY.search(piece[at]) or _NO_NUMBER.match(piece[at]))
            ]
    return found


def evidence(texts: Iterable[str]) -> Evidence:
    """Return what the texts say about the decimal mark of their column.

    Examples
    --------
    >>> evidence(["7,4", "8,25", "1.234"])
    Evidence(comma=2, point=0, either=1)
    """
    return evidence_in(bare(text) for text in texts)


def evidence_in(bared: Iterable[str]) -> Evidence:
    """Return the same of texts that :func:`bare` gave."""
    found = [_says(text) for text in bared]
    return Evidence(found.count("comma"), found.count("point"), found.count("either"))


def _says(text: str) -> str:
    commas, points = text.count(","), text.count(".")
    if not (commas or points):
        return "nothing"
    if _THOUSANDS.fullmatch(text):
        return "either"
    reads = {"comma": bool(_COMMA.fullmatch(text)), "point": bool(_POINT.fullmatch(text))}
    if reads["comma"] == reads["point"]:
        return "nothing"
    return "comma" if reads["comma"] else "point"


def looks_numeric(text: str) -> bool:
    """Return whether a text is a number with one mark or the other.

    Examples
    --------
    >>> looks_numeric("7,4"), looks_numeric("12 %"), looks_numeric("Q3"), looks_numeric("-")
    (True, True, False, False)
    """
    stripped = bare(text)
    return bool(_COMMA.fullmatch(stripped) or _POINT.fullmatch(stripped))


def number_in(text: str, mark: DecimalMark) -> float | None:
    """Return what a text is worth with a decimal mark; ``None`` where it is no number.

    Examples
    --------
    >>> number_in("1.234,5", ","), number_in("1,234.5", "."), number_in("€ 3,50", ","), number_in("12 %", ",")
    (1234.5, 1234.5, 3.5, 12.0)
    >>> number_in("n.v.t.", ",") is None
    True
    """
    return worth_of(bare(text), mark)


def worth_of(stripped: str, mark: DecimalMark) -> float | None:
    """Return the same of a text that :func:`bare` gave."""
    if not (_COMMA if mark == "," else _POINT).fullmatch(stripped):
        return _other_mark(stripped, mark)
    thousands = "." if mark == "," else ","
    return float(stripped.replace(thousands, "").replace("'", "").replace(",", "."))


def _other_mark(text: str, mark: DecimalMark) -> float | None:
    """A number with the other mark, such as ``7.4`` among decimal commas, can mean one thing only."""
    if not _PLAIN.fullmatch(text) or _THOUSANDS.fullmatch(text):
        return None
    return float(text.replace("," if mark == "." else ".", "."))
