"""Drafts under any content: what is sealed comes back to the same file only, and damage is said."""

import contextlib

from hypothesis import given
from hypothesis import strategies as st

from cx.errors import CxError
from cx.session.drafts import record, sealing
from tests.unit.session.drafts.draft_cases import draft

CONTENT = st.binary(max_size=40)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(TEXT, CONTENT, CONTENT)
def test_a_seal_opens_with_the_same_content_and_with_no_other(text, content, other):
    seal = sealing.sealed(text, sealing.key_of(content))
    assert sealing.opened(seal, sealing.key_of(content)) == text
    if other != content:
        with contextlib.suppress(ValueError):
            sealing.opened(seal, sealing.key_of(other))
            raise AssertionError


@given(TEXT, CONTENT, st.integers(min_value=0), st.binary(min_size=1, max_size=3))
def test_a_damaged_seal_never_gives_another_text(text, content, place, put):
    key = sealing.key_of(content)
    seal = sealing.sealed(text, key)
    at = place % len(seal)
    damaged = seal[:at] + put.hex() + seal[at + 1 :]
    with contextlib.suppress(ValueError):
        assert sealing.opened(damaged, key) == text


CUT = st.tuples(
    st.integers(min_value=0),
    st.integers(min_value=0, max_value=9),
    st.sampled_from(["", "9", '"', "null", "[]", "{}", "-1", "\\ud800"]),
)
"""Where something is taken out of a document, how much, and what stands there then."""


@given(st.lists(CUT, min_size=1, max_size=3))
def test_a_damaged_draft_is_read_or_refused_with_words(cuts):
    whole = record.written(draft(files=(record.DraftFile("a.csv", "file", 3, "ab", "c2VhbA=="),)))
    signs = list(whole)
    for place, length, put in cuts:
        at = place % len(signs)
        signs[at : at + length] = put
    with contextlib.suppress(CxError):
        record.read("".join(signs))
