"""Every word that a person reads lives in cx/text."""

import ast
import re

import pytest

from tests.source import ROOT, Module, docstrings, is_text, parents, program, screens

# Modules whose words are not shown; each with its reason.
NO_MESSAGES = {
    "cx/intake/words/headers/phrases.py": "words that users' own files use, to be recognised",
    "cx/intake/words/headers/further.py": "words that users' own files use, to be recognised",
    "cx/intake/words/headers/measures_abroad.py": "words that users' own files use, to be recognised",
    "cx/intake/words/headers/altogether.py": "words that users' own files use, to be recognised",
    "cx/intake/words/headers/lenses.py": "words that users' own files use, to be recognised",
    "cx/intake/words/headers/tickets.py": "words that users' own files use, to be recognised",
    "cx/intake/words/row_phrases.py": "words of rows in users' own files that are no touchpoints",
    "cx/intake/words/answer_ladders.py": "answers in words in users' own files, to be recognised",
    "cx/intake/words/answer_phrases.py": "answers and codes in words in users' own files, to be recognised",
    "cx/intake/words/names/small_words.py": "small words of users' own questions, to be recognised",
    "cx/intake/words/languages/ladders.py": "words of answers in further languages, to be recognised",
    "cx/intake/words/languages/further.py": "words of answers in further languages, to be recognised",
    "cx/intake/cells/periods.py": "words for parts of the year in users' own files",
    "cx/intake/words/zeros.py": "words for zeros in users' own files",
    "cx/intake/words/clock.py": "names of the days of the week in users' own files",
    "cx/intake/words/months.py": "names of months in users' own files",
    "cx/intake/events/words.py": "headers and values of users' own files",
    "cx/engine/queries/dialects.py": "queries, which are for an engine",
    "cx/engine/queries/logs.py": "queries, which are for an engine",
    "cx/engine/queries/path_figures.py": "queries, which are for an engine",
    "cx/engine/queries/path_outcomes.py": "queries, which are for an engine",
    "cx/engine/queries/paths.py": "queries, which are for an engine",
    "cx/matrix/method/sources.py": "papers and books, which are called the same in every language",
    "pages/parts/shell/keys.py": "names of places in the session's state",
}
# Literals that are no message; each with its reason.
NO_WORDS = {
    '"Source Sans", "Source Sans Pro", sans-serif': "the names of fonts",
    "-//CX impact matrix//Missions//EN": "the name of the program in a calendar file",
    "Application Support": "the name of a folder on macOS",
    "DejaVu Sans": "the name of a font",
    "Liberation Sans": "the name of a font",
    "PowerPoint Document": "the name of a part inside an old .ppt file",
    "Source Sans": "the name of a font",
    "Source Sans 3": "the name of a font",
    "Source Sans Pro": "the name of a font",
    "Title Only": "the name of a layout in a PowerPoint template",
    "Title Slide": "the name of a layout in a PowerPoint template",
    "Title and Content": "the name of a layout in a PowerPoint template",
    "impact part": "begins the name of a column inside a frame",
    "net promoter": "words that users' own files use",
}
TWO_WORDS = re.compile(r"[^\W\d_]{2,}[,;:]? +[^\W\d_]{2,}")
LETTER = re.compile(r"[^\W\d_]")
# Text with these is for a machine: markup, styles, patterns, queries, code.
MACHINE = re.compile(
    r"[<>\\=|^]|://|;$|^(top|middle|bottom) (left|center|right)$|\.\*"
    r"|\b(SELECT|FROM|CREATE|ATTACH|WHERE|CASE|CAST|AS|NOT|NULL|END|BY|UNION)\b"
)
SHOWN_BY = {
    *("title", "header", "subheader", "write", "markdown", "caption", "text", "metric", "info", "warning"),
    *(
        "error",
        "success",
        "toast",
        "button",
        "download_button",
        "link_button",
        "page_link",
        "selectbox",
        "radio",
    ),
    *(
        "multiselect",
        "checkbox",
        "toggle",
        "slider",
        "number_input",
        "text_input",
        "text_area",
        "file_uploader",
    ),
    *("expander", "popover", "tabs", "segmented_control", "pills", "spinner", "status", "progress", "dialog"),
    *("form_submit_button", "date_input", "time_input", "color_picker", "select_slider", "feedback", "badge"),
}
SHOWN_AS = {"label", "help", "placeholder", "page_title", "title", "caption", "text", "alt", "body", "value"}


def test_every_word_lives_in_the_catalogue():
    code = [module for module in program() if module.name not in NO_MESSAGES]
    assert [found for module in code for found in loose_words(module)] == []


def test_no_screen_shows_a_literal():
    assert [found for module in screens() for found in shown_literals(module)] == []


def loose_words(module):
    """Literals of two words or more that are neither documentation nor for a machine."""
    ignored = docstrings(module.tree)
    texts = (node for node in module.walk() if is_text(node) and id(node) not in ignored)
    for node in texts:
        loose = TWO_WORDS.search(node.value) and not MACHINE.search(node.value)
        if loose and node.value.strip() not in NO_WORDS and not for_programmers(node):
            yield f"{module.at(node)}: {node.value!r}"


def for_programmers(node):
    """Whether a literal is the message of a built-in error, which no person is meant to see."""
    raised = next((parent for parent in parents(node) if isinstance(parent, ast.Raise | ast.stmt)), None)
    if not isinstance(raised, ast.Raise) or not isinstance(raised.exc, ast.Call):
        return False
    return ast.unparse(raised.exc.func) in {
        "ValueError",
        "TypeError",
        "RuntimeError",
        "KeyError",
        "AssertionError",
    }


def shown_literals(module):
    for node in module.walk():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SHOWN_BY:
            shown = [*node.args[:1], *(word.value for word in node.keywords if word.arg in SHOWN_AS)]
            yield from (
                f"{module.at(inner)}: {inner.value!r}"
                for given in shown
                for inner in literals(given)
                if has_words(inner.value)
            )


def literals(node):
    """The literals that a shown expression is made of, not those inside calls or subscripts within it."""
    if is_text(node):
        yield node
    elif isinstance(node, ast.JoinedStr | ast.BinOp | ast.IfExp | ast.List | ast.Tuple):
        yield from (inner for child in ast.iter_child_nodes(node) for inner in literals(child))


def has_words(text):
    plain = re.sub(r":material/\w+:|:[a-z]+(?=\[)|\bpages/\w+\.py\b|\bapp\.py\b", "", text)
    return bool(LETTER.search(plain)) and not MACHINE.search(plain)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("st.button('Show the matrix')", 1),
        ("st.button(text.say('show', lang), help='Why')", 1),
        ("st.metric(f'{n} rows', n)", 1),
        ("st.button(say('show', lang), key='show')", 0),
        ("st.markdown(f'**{name}**')", 0),
        (
            "st.page_link('pages/matrix.py', label=say('page.matrix', lang), icon=':material/scatter_plot:')",
            0,
        ),
    ],
)
def test_what_counts_as_a_shown_literal(code, found, tmp_path, monkeypatch):
    monkeypatch.setattr("tests.source.ROOT", tmp_path)
    (tmp_path / "page.py").write_text(code, encoding="utf-8")
    assert len(list(shown_literals(Module(tmp_path / "page.py")))) == found


def test_no_exception_outlives_its_literal():
    here = {node.value.strip() for module in program() for node in module.walk() if is_text(node)}
    assert NO_WORDS.keys() - here == set()
    assert [name for name in NO_MESSAGES if not (ROOT / name).exists()] == []
