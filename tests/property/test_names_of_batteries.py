"""Names within a battery: what was put into one question comes out of it, whatever stands around it."""

from hypothesis import given
from hypothesis import strategies as st

from cx.intake.words import join_key
from cx.intake.words.names import names_of
from cx.intake.words.names.small_words import is_small

WORD = st.text(st.characters(categories=["Ll"]), min_size=2, max_size=8).filter(
    lambda word: not is_small(word) and len(join_key(word)) > 1
)
NAME = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
STEM = st.lists(WORD, min_size=3, max_size=6).map(" ".join)
HEADERS = st.lists(st.text(max_size=40), max_size=8)


@given(HEADERS)
def test_no_name_is_lost_and_no_two_become_one(headers):
    names = names_of(headers)
    assert len(names) == len(headers)
    assert all(name.strip() for name, header in zip(names, headers, strict=True) if header.strip())
    assert len({join_key(name) for name in names}) >= len({join_key(header) for header in headers})


@given(HEADERS, st.randoms(use_true_random=False))
def test_the_order_of_columns_changes_no_name(headers, chance):
    order = list(range(len(headers)))
    chance.shuffle(order)
    named = names_of([headers[place] for place in order])
    assert named == tuple(names_of(headers)[place] for place in order)


@given(
    STEM,
    st.lists(
        NAME, min_size=2, max_size=6, unique_by=lambda name: (join_key(name.split()[0]), join_key(name))
    ),
)
def test_what_a_question_is_about_comes_out_of_it(stem, names):
    firsts, lasts = ({join_key(name.split()[end]) for name in names} for end in (0, -1))
    if len(firsts) < len(names) or len(lasts) < len(names):
        return
    assert names_of([f"{stem}: [{name}]" for name in names]) == tuple(names)
    assert names_of([f"{name} ({stem})" for name in names]) == tuple(names)
