"""The rules that keep the program in the shape that docs/architecture.md describes."""

import ast
import re
import statistics
import subprocess
import sys

import pytest

from tests.source import (
    ROOT,
    Module,
    body_lines,
    docstrings,
    functions,
    imports,
    modules,
    parents,
    program,
    screens,
)

# A module imports from the layers before its own. Only the first layer's parts know one another.
LAYERS = (
    {"errors", "records", "text"},
    {"intake", "impact"},
    {"matrix"},
    {"picture"},
    {"deliver", "session"},
    {"cli", "__main__"},
)
RANK = {part: rank for rank, parts in enumerate(LAYERS) for part in parts}
HEAVY = ("scipy", "matplotlib", "pptx", "xlsxwriter", "openpyxl")
LONGEST_PAGE = 120
LONGEST_MODULE = 300
LONGEST_FUNCTION = 60
NINE_IN_TEN = 30
MEDIAN = 8


def part(dotted):
    """The part of cx that a dotted name lies in; none for ``cx`` itself and for other packages."""
    names = dotted.split(".")
    return names[1] if names[0] == "cx" and len(names) > 1 else None


# --- who may import whom ---


def test_every_part_of_cx_has_its_layer():
    assert {part(module.dotted) for module in modules("cx")} - {None} <= RANK.keys()


def test_imports_go_downwards_only():
    wrong = [
        f"{module.at(node)}: {part(module.dotted)} imports {name}"
        for module in modules("cx")
        for node, name in imports(module)
        if not may_import(part(module.dotted), part(name))
    ]
    assert wrong == []


def may_import(importer, imported):
    if importer is None or imported is None or imported in {importer, "__version__"}:
        return True
    lower = RANK[imported] < RANK[importer]
    beside = RANK[imported] == RANK[importer] and RANK[importer] in (0, RANK["__main__"])
    return lower or beside


@pytest.mark.parametrize(
    ("importer", "imported", "allowed"),
    [
        ("matrix", "records", True),
        ("records", "text", True),
        ("records", "matrix", False),
        ("deliver", "session", False),
        ("intake", "impact", False),
        ("__main__", "deliver", True),
    ],
)
def test_the_rule_itself(importer, imported, allowed):
    assert may_import(importer, imported) is allowed


def test_cx_knows_nothing_of_the_screen():
    outside = ("streamlit", "pages", "app")
    wrong = [
        f"{module.at(node)}: {name}"
        for module in modules("cx")
        for node, name in imports(module)
        if name.split(".")[0] in outside
    ]
    assert wrong == []


def test_run_py_needs_only_the_standard_library():
    own = {"launch", *sys.stdlib_module_names}
    wrong = [
        f"{module.at(node)}: {name}"
        for module in modules("run.py", "launch")
        for node, name in imports(module)
        if name.split(".")[0] not in own
    ]
    assert wrong == []


# --- start-up is part of the feel ---


def test_heavy_libraries_are_imported_where_they_are_used():
    wrong = [
        f"{module.at(node)}: {name}"
        for module in program()
        for node, name in imports(module, at_start=True)
        if name.split(".")[0] in HEAVY
    ]
    assert wrong == []


def test_the_first_page_loads_no_heavy_library():
    start = sorted({name for module in screens() for _node, name in imports(module) if part(name)})
    loading = "import importlib, sys\n" + "".join(f"load({name!r})\n" for name in start)
    script = (
        "def load(name):\n"
        "    try: importlib.import_module(name)\n"
        "    except ModuleNotFoundError: importlib.import_module(name.rpartition('.')[0])\n"
        f"{loading}print(sorted(set({HEAVY}) & sys.modules.keys()))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


# --- nothing is shared between people ---

CONTAINERS = {
    "list",
    "dict",
    "set",
    "bytearray",
    "defaultdict",
    "deque",
    "Counter",
    "OrderedDict",
    "WeakKeyDictionary",
}
CHANGES = {
    *("append", "extend", "insert", "add", "update", "setdefault", "pop", "popitem", "remove", "discard"),
    *("clear", "sort", "reverse", "appendleft"),
}


def test_no_state_lives_in_a_module():
    assert [found for module in program() for found in module_state(module)] == []


def module_state(module: Module):
    """Module-level containers that start empty, are named like a variable or are changed; ``global``."""
    names = dict(module_containers(module))
    yield from (f"{module.at(node)}: {name}" for name, node in names.items() if fills_later(name, node))
    for node in module.walk():
        if isinstance(node, ast.Global) or changed_name(node) in names:
            yield f"{module.at(node)}: {ast.unparse(node)}"


def module_containers(module):
    for node in module.tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and is_container(node.value):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from ((target.id, node) for target in targets if isinstance(target, ast.Name))


def is_container(value):
    displays = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
    called = isinstance(value, ast.Call) and ast.unparse(value.func).split(".")[-1] in CONTAINERS
    return isinstance(value, displays) or called


def fills_later(name, node):
    empty = not any(isinstance(inner, ast.Constant | ast.Name) for inner in ast.walk(node.value))
    return (empty or name != name.upper()) and name != "__all__"


def changed_name(node):
    """The name whose contents a node changes."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGES:
        return getattr(node.func.value, "id", None)
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
        return getattr(node.value, "id", None)
    return None


# --- size and names ---


def test_pages_are_short():
    pages = [module for module in screens() if not module.name.startswith("pages/shell/")]
    assert {module.name: len(module.lines) for module in pages if len(module.lines) > LONGEST_PAGE} == {}


def test_modules_are_short():
    everything = modules("cx", "pages/shell", "launch", "run.py")
    assert {
        module.name: len(module.lines) for module in everything if len(module.lines) > LONGEST_MODULE
    } == {}


def test_functions_are_short():
    lengths = {
        f"{module.at(function)} {function.name}": body_lines(function)
        for module in modules("cx", "pages", "app.py", "launch")
        for function in functions(module)
    }
    ordered = sorted(lengths.values())
    assert [name for name, lines in lengths.items() if lines > LONGEST_FUNCTION] == []
    assert ordered[int(len(ordered) * 0.9)] <= NINE_IN_TEN
    assert statistics.median(ordered) <= MEDIAN


def test_a_module_is_named_after_its_thing():
    vague = {"utils", "util", "helpers", "helper", "common", "misc", "shared"}
    everything = modules("cx", "pages", "app.py", "launch", "tests", "benchmarks", "data", "docs")
    named = {
        module.name
        for module in everything
        if vague & set(module.path.relative_to(ROOT).with_suffix("").parts)
    }
    assert named == set()


# --- pages draw what cx returns ---

ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.MatMult)
COMPUTING = {"numpy", "scipy", "math", "statistics", "decimal", "fractions"}
COMPUTED = {"sum", "round", "divmod", "pow"}
SUMMARIES = {
    *(
        "mean",
        "median",
        "std",
        "var",
        "quantile",
        "groupby",
        "cumsum",
        "rank",
        "corr",
        "describe",
        "pivot_table",
    ),
    *("agg", "aggregate", "rolling", "idxmax", "idxmin", "nlargest", "nsmallest", "value_counts"),
}


LAYOUT = "pages/shell/window.py"
"""The one place of the screens that calculates: how much room there is, in pixels."""


def test_pages_do_no_arithmetic():
    wrong = [
        f"{module.at(node)}: {ast.unparse(node)}"
        for module in screens()
        if not module.path.as_posix().endswith(LAYOUT)
        for node in module.walk()
        if computes(node, paths_of(module.tree))
    ]
    assert wrong == []


def computes(node, paths=frozenset({"Path"})):
    """Whether a node calculates: an operator on numbers, or a function that summarises."""
    if isinstance(node, ast.BinOp | ast.AugAssign):
        return isinstance(node.op, ARITHMETIC) and not (joins(node) or steps(node) or descends(node, paths))
    if isinstance(node, ast.Call):
        name = ast.unparse(node.func)
        return name in COMPUTED or (isinstance(node.func, ast.Attribute) and node.func.attr in SUMMARIES)
    return isinstance(node, ast.Import | ast.ImportFrom) and bool(COMPUTING & first_names(node))


def sides(node):
    return [node.left, node.right] if isinstance(node, ast.BinOp) else [node.value]


def steps(node):
    """Whether a counter goes one on, or one back."""
    return isinstance(node.op, ast.Add | ast.Sub) and any(
        isinstance(side, ast.Constant) and side.value == 1 for side in sides(node)
    )


def joins(node):
    """Whether a plus joins texts or sequences, or the results of two functions, which pages use for lists."""
    results = all(isinstance(side, ast.Call) for side in sides(node))
    return isinstance(node.op, ast.Add) and (results or any(is_joinable(side) for side in sides(node)))


def is_joinable(side):
    sequences = (ast.JoinedStr, ast.Tuple, ast.List, ast.ListComp)
    if isinstance(side, ast.Call):
        name = ast.unparse(side.func)
        return (
            name in {"tuple", "list", "str"} or name.startswith("text.") or name.endswith((".join", ".strip"))
        )
    if isinstance(side, ast.BinOp):
        return joins(side)
    return is_text(side) or isinstance(side, sequences)


def descends(node, paths):
    """Whether a slash goes down into a folder."""
    if not isinstance(node.op, ast.Div):
        return False
    return any(is_text(side) or paths & names_in(side) for side in sides(node))


def paths_of(tree):
    """The names that a module gives to folders and files."""
    paths = {"Path"}
    for node in tree.body:
        if isinstance(node, ast.Assign) and paths & names_in(node.value):
            paths |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return paths


def names_in(node):
    return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}


def first_names(node):
    names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
    return {name.split(".")[0] for name in names}


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("a - b", True),
        ("n + 1", False),
        ("n += 1", False),
        ("n + 2", True),
        ("n += step", True),
        ("width * 9 / 16", True),
        ("Path(__file__).parent / name", False),
        ("sum(x)", True),
        ("frame.groupby('a')", True),
        ("import numpy as np", True),
        ("name + '.xlsx'", False),
        ("(*a, b) + (c,)", False),
        ("a | b", False),
    ],
)
def test_what_counts_as_arithmetic(code, wrong):
    assert any(computes(node) for node in ast.walk(ast.parse(code))) is wrong


# --- every word lives in cx/text ---

# Modules whose words are not shown; each with its reason.
NO_MESSAGES = {
    "cx/intake/vocabulary.py": "words that users' own files use, to be recognised",
    "cx/intake/row_words.py": "words of rows that are no touchpoints in users' own files, to be recognised",
    "cx/intake/survey/ladders.py": "answers in words in users' own files, to be recognised",
    "cx/intake/survey/lexicon.py": "answers and codes in words in users' own files, to be recognised",
    "cx/intake/periods.py": "words for parts of the year in users' own files",
    "cx/intake/months.py": "names of months in users' own files",
    "cx/matrix/sources.py": "papers and books, which are called the same in every language",
    "pages/shell/keys.py": "names of places in the session's state",
}
# Literals that are no message; each with its reason.
NO_WORDS = {
    '"Source Sans", "Source Sans Pro", sans-serif': "the names of fonts",
    "-//CX impact matrix//Missions//EN": "the name of the program in a calendar file",
    "Application Support": "the name of a folder on macOS",
    "DejaVu Sans": "the name of a font",
    "PowerPoint Document": "the name of a part inside an old .ppt file",
    "Source Sans": "the name of a font",
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
MACHINE = re.compile(r"[<>\\=|^]|://|;$|^(top|middle|bottom) (left|center|right)$|\.\*")
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


def is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


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
