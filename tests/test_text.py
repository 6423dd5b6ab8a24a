"""Every word that a person reads stands in both languages, and the code asks for words that are there."""

import ast
import re
from collections import Counter
from functools import cache

import pytest

from cx import text
from tests.catalogue import LANGUAGES, files, placeholders, words
from tests.source import is_text, modules, program

KEY_LINE = re.compile(r'^msgid "(.+)"$', re.MULTILINE)
POLITE = re.compile(r"\b(u|uw|uzelf)\b", re.IGNORECASE)
LONG_ENOUGH_TO_DIFFER = 4
ERRORS = {
    node.name
    for module in modules("cx/errors.py")
    for node in module.tree.body
    if isinstance(node, ast.ClassDef)
}
# What a finding's message may name besides its details.
PLACES = {"sheet", "cell", "column", "row", "value"}


# --- the files ---


def test_both_languages_have_the_same_files():
    assert [path.name for path in files("en")] == [path.name for path in files("nl")]


def test_both_languages_have_the_same_keys():
    assert words("en").keys() ^ words("nl").keys() == set()


def test_a_message_has_the_same_placeholders_in_both_languages():
    dutch = words("nl")
    wrong = [
        key
        for key, texts in words("en").items()
        if placeholders(texts) != placeholders(dutch.get(key, texts))
    ]
    assert wrong == []


def test_a_message_has_a_plural_in_both_languages_or_in_none():
    dutch = words("nl")
    wrong = [key for key, texts in words("en").items() if len(texts) != len(dutch.get(key, texts))]
    assert wrong == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_key_stands_once(lang):
    keys = Counter(key for path in files(lang) for key in KEY_LINE.findall(path.read_text(encoding="utf-8")))
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_message_is_empty(lang):
    assert [key for key, texts in words(lang).items() if not all(text.strip() for text in texts)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_message_shouts(lang):
    assert [key for key, texts in words(lang).items() if any("!" in text for text in texts)] == []


def test_dutch_says_je():
    assert [key for key, texts in words("nl").items() if any(map(POLITE.search, without_names(texts)))] == []


def without_names(texts):
    return [re.sub(r"\{[^}]*\}", "", text) for text in texts]


def test_a_sentence_is_translated():
    dutch = words("nl")
    same = [key for key, texts in words("en").items() if dutch.get(key) == texts and is_sentence(texts[0])]
    assert same == []


def is_sentence(text):
    return len(
        re.findall(r"[^\W\d_]{2,}", re.sub(r"\{[^}]*\}", "", text))
    ) >= LONG_ENOUGH_TO_DIFFER and text.endswith(".")


# --- the code asks for what is there ---


@cache
def calls():
    """Every call in the program, with its module and the name of what is called."""
    return [
        (module, node, last_name(node.func))
        for module in program()
        for node in module.walk()
        if isinstance(node, ast.Call)
    ]


def last_name(node):
    """The last part of the name of what is called."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ast.unparse(node).split(".")[-1]


def constants(node):
    """The literals that an expression may be; none where that cannot be seen."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*constants(node.body), *constants(node.orelse)]
    return []


def asked():
    """What the code asks for by name: where, the call, and the keys that must be there."""
    for module, node, name in calls():
        if name in {"say", "has"} and node.args:
            yield from ((module, node, (key,)) for key in constants(node.args[0]))
        elif name in ERRORS and node.args:
            keys = constants(node.args[0])
            yield from ((module, node, (f"error.{key}", f"error.{key}.todo")) for key in keys)
        elif name == "Finding":
            given = [*node.args[1:2], *(word.value for word in node.keywords if word.arg == "code")]
            yield from (
                (module, node, (f"finding.{code}",)) for code in constants(given[0] if given else None)
            )


def test_every_key_that_the_code_asks_for_is_there():
    missing = [
        f"{module.at(node)}: {key}"
        for module, node, keys in asked()
        for key in keys
        if key not in words("en")
    ]
    assert missing == []


def test_every_pattern_that_the_code_asks_for_fits_a_key():
    missing = [
        f"{module.at(node)}: {ast.unparse(node.args[0])}"
        for module, node, name in calls()
        if name in {"say", "has"} and node.args and isinstance(node.args[0], ast.JoinedStr)
        if not any(map(re.compile(pattern(node.args[0])).fullmatch, words("en")))
    ]
    assert missing == []


def test_the_code_gives_a_message_what_it_needs():
    lacking = [
        f"{module.at(node)}: {key} needs {', '.join(sorted(needed))}"
        for module, node, keys in asked()
        if (given := given_to(node)) is not None
        for key in keys
        if (needed := placeholders(words("en").get(key, ())) - given)
    ]
    assert lacking == []


def given_to(call):
    """The names that a call gives to its message; None where they cannot be seen."""
    if any(word.arg is None for word in call.keywords):
        return None
    if last_name(call.func) != "Finding":
        return {word.arg for word in call.keywords}
    details = next(
        (word.value for word in call.keywords if word.arg == "details"), ast.Dict(keys=[], values=[])
    )
    if not (isinstance(details, ast.Dict) and all(isinstance(key, ast.Constant) for key in details.keys)):
        return None
    return PLACES | {key.value for key in details.keys}


# --- what is there is asked for ---


def pattern(joined):
    """A pattern for what an f-string may become; its holes are groups."""
    parts = (re.escape(part.value) if isinstance(part, ast.Constant) else "(.+)" for part in joined.values)
    return "".join(parts)


@cache
def literals():
    return {node.value for module in program() for node in module.walk() if is_text(node)}


@cache
def patterns():
    """The patterns of all f-strings that hold at least a letter and a hole."""
    joined = (node for module in program() for node in module.walk() if isinstance(node, ast.JoinedStr))
    found = {
        pattern(node)
        for node in joined
        if any(is_text(part) and part.value.strip(". ") for part in node.values)
    }
    return [re.compile(shape) for shape in found if re.fullmatch(r"[\w.\\()+]*", shape)]


@cache
def names():
    """What may stand in a hole: literals, and the names of fields and functions."""
    fields = {
        node.target.id
        for module in program()
        for node in module.walk()
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }
    return literals() | fields


def is_used(key, depth=2):
    if key in names() or key.isdecimal():
        return True
    fitting = (shape.fullmatch(key) for shape in patterns()) if depth else ()
    return any(all(is_used(part, depth - 1) for part in match.groups()) for match in fitting if match)


def test_every_message_is_used():
    assert [key for key in words("en") if not is_used(key)] == []


@pytest.mark.parametrize(
    ("typed", "escaped"),
    [
        ("Satisfaction (1-10)", "Satisfaction (1-10)"),
        ("[x](javascript:alert)", r"\[x\](javascript\:alert)"),
        ("<img onerror=x>", r"\<img onerror=x\>"),
        (":red[z] $a$ *b* _c_ `d`", r"\:red\[z\] \$a\$ \*b\* \_c\_ \`d\`"),
        ("# head", r"\# head"),
        ("1. one", r"1\. one"),
        ("- a", r"\- a"),
        ("a -> b -- c", r"a \-\> b \-\- c"),
        ("line\nline", "line line"),
    ],
)
def test_markdown_shows_what_was_typed(typed, escaped):
    assert text.for_markdown(typed) == escaped
