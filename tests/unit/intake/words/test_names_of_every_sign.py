"""Every sign that there is, through what names are joined by.

Long, since there are many: ``test_letters_in_any_dress_join_the_plain_ones`` has a few.
"""

import sys
import unicodedata

import pytest

from cx.intake.words.comparable import _settled, join_key

_WITHOUT_MEANING = {"Cn", "Co", "Cs"}


def every_sign():
    return [chr(point) for point in range(sys.maxunicode + 1)]


@pytest.mark.long
def test_the_key_of_every_sign_is_its_own_key():
    """Each sign alone, and all of them inside words; what nobody has given a meaning to only in words."""
    signs = every_sign()
    alone = {join_key(sign) for sign in signs if unicodedata.category(sign) not in _WITHOUT_MEANING}
    words = (
        " ".join(f"x{sign}1" for sign in signs[start : start + 256]) for start in range(0, len(signs), 256)
    )
    assert [key for key in (*alone, *map(join_key, words)) if join_key(key) != key] == []


@pytest.mark.long
def test_nothing_that_a_sign_settles_to_changes_any_more():
    """Each sign by itself: so leaving some out, as a key does, cannot make new work for what stays."""
    settled = {sign for one in every_sign() for sign in _settled(one)}
    moving = [
        sign for sign in settled if sign.casefold() != sign or unicodedata.normalize("NFKD", sign) != sign
    ]
    assert moving == []


def test_letters_in_any_dress_join_the_plain_ones():
    wide = "\uff26\uff41\uff43\uff54\uff55\uff55\uff52"
    for dressed in (wide, "\U0001d405\U0001d41aCTUUR", "F\u00e4ctuu\u0154"):
        assert join_key(dressed) == "factuur"
    assert join_key("\U0001f130\U0001f13f\U0001f13f") == "app"
    assert join_key("\u03d2\u03f9") == join_key("\u03c5\u03c3") == "\u03c5\u03c3"
