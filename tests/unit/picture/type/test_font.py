import pytest
from fontTools.ttLib import TTFont

from cx.picture.type.font import Font, arial, source_sans, source_sans_file
from cx.picture.type.truetype import face

SANS = source_sans()


@pytest.mark.parametrize("weight", ["regular", "semibold"])
def test_widths_are_those_in_the_font_file(weight):
    font = TTFont(source_sans_file(weight))
    widths = font["hmtx"].metrics
    expected = {chr(point): widths[name][0] / 1000 for point, name in font.getBestCmap().items()}
    assert dict(face(source_sans_file(weight)).advances) == pytest.approx(expected)


def test_a_line_is_the_sum_of_its_characters():
    # A 544, p 555, p 555 thousandths of an em in the font's own table
    assert SANS.width("App", 10) == pytest.approx(16.54)
    assert SANS.width("App", 20) == pytest.approx(33.08)


def test_scripts_that_the_font_lacks_are_measured_elsewhere():
    assert SANS.width("漢字", 10) == 20.0  # an em each
    assert SANS.width("ب", 10) == pytest.approx(9.414, abs=1e-3)  # DejaVu Sans: 1928 of 2048
    assert SANS.width("e\N{COMBINING ACUTE ACCENT}", 10) == SANS.width("e", 10)


def test_lines_break_between_words_and_in_words_that_are_too_long():
    assert SANS.wrapped("Telefonisch contact klantenservice", 100, 10) == (
        "Telefonisch contact",
        "klantenservice",
    )
    assert SANS.wrapped("Jaarafrekening", 30, 10) == ("Jaara", "freke", "ning")
    assert SANS.wrapped("Mijn-omgeving", 50, 10) == ("Mijn-", "omgeving")


def test_balanced_lines_never_break_a_word():
    assert SANS.balanced("Kosten van dit contactmoment minimaliseren", 2, 10) == (
        "Kosten van dit contactmoment",
        "minimaliseren",
    )
    assert SANS.balanced("Jaarafrekening", 3, 10) == ("Jaarafrekening",)


def test_fitted_text_shrinks_first_and_is_shortened_last():
    assert SANS.fitted("Factuur", 100, 10) == (("Factuur",), 10)
    lines, size = SANS.fitted("Factuur", 28, 10)
    assert lines == ("Factuur",) and 7 <= size < 10
    lines, size = SANS.fitted("Jaarafrekening en eindafrekening", 50, 10)
    assert size == 7 and lines[0].endswith("…")
    assert SANS.width(lines[0], size) <= 50


def test_arial_has_the_widths_of_liberation_sans_and_five_percent():
    # A is 667 and a space 278 thousandths of an em in Arial
    assert arial().width("A A", 10) == pytest.approx((0.667 * 2 + 0.278) * 10 * 1.05)
    assert arial().width("A", 10, "semibold") == pytest.approx(0.722 * 10 * 1.05)


def test_a_shortened_line_is_the_longest_that_has_room():
    texts = ("Contact with the service desk", "e\N{COMBINING ACUTE ACCENT}" * 40, "ab  " * 30, "漢字" * 20)
    for text in texts:
        for width in (3.0, 20.0, 55.5, 90.0):
            found = SANS.shortened(text, width, 10)
            ends = [end for end in range(len(text)) if SANS.width(text[:end].rstrip() + "…", 10) <= width]
            assert found == (text[: max(ends, default=0)].rstrip() + "…")


@pytest.mark.parametrize("sign", ["\x85", "\x1c", "\x1f", "\u2028"])
def test_words_without_a_shape_stand_on_one_line(sign):
    for font in (arial(), source_sans()):
        assert font.balanced(f"\x01{sign}\x02", 1, 12) == ("\x01 \x02",)


@pytest.mark.parametrize("sign", ["x", "x ", "x\u0301", "-y"])
def test_of_a_text_of_any_length_only_what_is_shown_is_put_on_lines(monkeypatch, sign):
    measured = []
    monkeypatch.setattr(Font, "width", counted(Font.width, measured))
    short, long = (SANS.fitted(sign * times, 80, 10, lines=2) for times in (3_000, 30_000))
    assert short == long and len(long[0]) <= 2
    assert sum(measured) < 20 * 33_000  # a few times the whole, never sign by sign


def counted(width, measured):
    """A measure of widths that notes how long what it measures is."""
    return lambda font, text, *given: measured.append(len(text)) or width(font, text, *given)
