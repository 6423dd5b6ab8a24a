"""What a deck tells, in which order, and whether its pictures are numbered: chosen beside the files."""

from streamlit.testing.v1 import AppTest


def chosen(lang, of_matrix):
    import streamlit as st

    from pages.parts.take_away import deck_options

    found = deck_options.draw(("matrix", "actions", "method"), lang, of_matrix=of_matrix)
    st.text(" ".join(found.topics or ("none",)))
    st.text(str(found.numbered))


def opened(lang="en", *, of_matrix=True):
    return AppTest.from_function(chosen, args=(lang, of_matrix), default_timeout=300).run()


def told(app):
    assert not app.exception
    return [one.value for one in app.text]


def test_everything_is_told_at_first_in_the_program_s_order():
    assert told(opened()) == ["matrix actions method", "False"]


def test_a_chapter_taken_out_and_added_again_comes_last():
    app = opened("nl")
    (chapters,) = app.multiselect
    chapters.set_value(["method", "matrix"])
    app.toggle[0].set_value(True)
    assert told(app.run()) == ["method matrix", "True"]


def test_without_any_chapter_it_is_said_what_the_deck_is():
    app = opened()
    app.multiselect[0].set_value([])
    assert told(app.run())[0] == "none"
    assert "Nothing is chosen: the deck shows the matrix alone." in [one.value for one in app.caption]


def test_paths_alone_have_no_picture_to_number():
    app = opened(of_matrix=False)
    assert (told(app)[1], len(app.toggle)) == ("False", 0)
