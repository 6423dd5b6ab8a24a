"""Colours for light and dark, and Streamlit's own words: the tables that the browser gets."""

import re
from itertools import product
from pathlib import Path

import pytest
import streamlit

from cx import text
from cx.picture.colour import contrast
from cx.picture.colour.palette import QUADRANT_SHADES
from pages.parts.dress import library_words, shades
from tests.source import ROOT

SHEETS = sorted((ROOT / "pages").rglob("*.css"))
TEXTS = ("#1f2933", "#52606d", "#005a8e", "#a64700", "#93386b")
GROUNDS = ("#ffffff", "#fafbfb", "#f8f9fa", "#f3f4f5")
AA = 4.5


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_every_colour_of_a_style_sheet_has_one_for_the_dark_page(path):
    before, after = path.read_text(encoding="utf-8"), shades.sheet(path)
    named = set(re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*;)", before))
    assert named <= shades.DARK.keys()
    assert after.count("light-dark(") == len(re.findall(r"#[0-9a-f]{6}\b(?=[^{}]*[;])", before))


@pytest.mark.parametrize(("words", "ground"), [*product(TEXTS, GROUNDS)])
def test_text_reads_on_the_light_and_on_the_dark_page(words, ground):
    assert contrast(words, ground) >= AA
    assert contrast(shades.DARK[words], shades.DARK[ground]) >= AA


@pytest.mark.parametrize("quadrant", QUADRANT_SHADES)
def test_the_name_of_a_strategy_reads_on_the_dark_page(quadrant):
    colour = QUADRANT_SHADES[quadrant].text
    shown = re.search(r", (#\w{6})\)", shades.of_text(colour)).group(1)
    assert contrast(shown, shades.DARK["#ffffff"]) >= AA


def test_a_declaration_keeps_its_light_colour_where_a_browser_knows_no_other():
    both = "a {\n  border: 1px solid #E4E7EB; border: 1px solid light-dark(#E4E7EB, #3a434d);\n}"
    assert shades.in_both("a {\n  border: 1px solid #E4E7EB;\n}") == both
    assert shades.in_both("a { color: red; }") == "a { color: red; }"


def test_the_themes_of_the_pages_have_the_same_colours():
    config = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8").lower()
    light, dark = config.split("[theme.light]")[1].split("[theme.dark]")
    for name, colour in re.findall(r'(\w+) = "(#[0-9a-f]{6})"', light):
        assert f'{name} = "{shades.DARK[colour]}"' in dark


# --- Streamlit's words ---


def bundle():
    """All scripts of Streamlit as one text."""
    scripts = (Path(streamlit.__file__).parent / "static" / "static" / "js").glob("*.js")
    return "\n".join(path.read_text(encoding="utf-8") for path in scripts)


MADE_UP = ("enter_", "ctrl_", "cmd_", "one_result", "results", "of_results", "one_of_one", "most", "most_one")
"""Put together of parts: how it is done stands in the browser's test."""


def test_streamlit_says_these_words_in_this_version():
    said = bundle()
    names = [name for found in library_words.PLACES.values() for name in found]
    whole = [name for name in names if not name.startswith(MADE_UP)]
    missing = [
        name
        for name in whole
        for part in re.split(r"\{\w+\}", library_words.template(name, "en"))
        if part.strip() and part not in said
    ]
    assert missing == []
    assert len(set(names)) == len(names)


def test_a_page_in_one_language_takes_back_the_words_of_the_other():
    dutch, english = library_words.words("nl"), library_words.words("en")
    assert sorted((place, to, said) for place, said, to in dutch) == sorted(map(tuple, english))
    holes = [re.findall(r"\{\w+\}", words) for _, *pair in dutch for words in pair]
    assert holes[::2] == holes[1::2]


def test_a_page_that_broke_says_so_to_who_reads_it():
    for lang, other in (("en", "nl"), ("nl", "en")):
        ours = text.say("failure.broken", lang)
        assert "Streamlit" not in ours
        said = {words for _, words, to in library_words.of_a_broken_page(lang) if to == ours}
        assert said == {library_words.BROKEN, text.say("failure.broken", other)}


def test_no_word_of_streamlit_is_left_in_english():
    same = [
        name
        for found in library_words.PLACES.values()
        for name in found
        if text.say(f"streamlit.{name}", "en", what="", found="")
        == text.say(f"streamlit.{name}", "nl", what="", found="")
    ]
    assert same == []
