"""Notes: wherever they are pinned, pin and words stand inside the plot, and no name stands on them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cx.records import LONGEST_NOTE, PinnedNote
from tests.unit.picture.option_cases import drawn

WORDS = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=LONGEST_NOTE)
PLACES = st.tuples(st.floats(1.0, 10.0), st.floats(-2.0, 12.0), WORDS)


def apart(one, other, air=1e-6):
    return (
        one.right <= other.left + air
        or other.right <= one.left + air
        or one.bottom <= other.top + air
        or other.bottom <= one.top + air
    )


def within(box, plot, air=1e-6):
    return (
        plot.left - air <= box.left
        and box.right <= plot.right + air
        and plot.top - air <= box.top
        and box.bottom <= plot.bottom + air
    )


@settings(max_examples=24)
@given(st.lists(PLACES, min_size=1, max_size=4))
def test_notes_stay_inside_the_plot_and_names_off_them(places):
    notes = tuple(PinnedNote(str(number), words, x, y) for number, (x, y, words) in enumerate(places))
    picture = drawn(notes=notes)
    assert len(picture.notes) == len(notes)
    for placed in picture.notes:
        box = placed.inks[1].boxes[0]
        assert within(box, picture.plot)
        stuck = set(picture.overlaps)
        assert all(apart(one.block.box, box) for one in picture.labels if one.id not in stuck)
