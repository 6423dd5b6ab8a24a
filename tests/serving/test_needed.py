"""What is loaded before anybody needs it is what the program's own code asks for, and nothing else."""

import ast
import json
import subprocess
import sys

import pytest

from serving import needed
from tests.source import ROOT, imports, modules

ASIDE = ("cx.cli", "cx.__main__")
"""What the server never runs: the command line."""
LOADED = (
    "import json, sys\n"
    "from pathlib import Path\n"
    "from serving import needed\n"
    "asked = []\n"
    "needed.load_start(Path())\n"
    "start = sorted(sys.modules)\n"
    "for step in needed.rest(Path()):\n"
    "    step(lambda: asked.append(1))\n"
    "print(json.dumps({'start': start, 'all': sorted(sys.modules), 'asked': len(asked)}))\n"
)


@pytest.fixture(scope="module")
def loaded():
    """The modules of a fresh process after the start page, and after the rest."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def of_the_server(name):
    return not name.startswith(ASIDE)


def test_everything_that_a_function_of_a_loaded_module_imports_is_loaded(loaded):
    every = set(loaded["all"])
    own = [one for one in modules("cx", "pages") if one.dotted in every and of_the_server(one.dotted)]
    asked = {(one.at(node), name) for one in own for node, name in imports(one) if in_a_function(node)}
    missing = {(where, name) for where, name in asked if not {name, name.rpartition(".")[0]} & every}
    assert len(asked) > 100
    assert missing == set()


def in_a_function(node):
    while node := getattr(node, "parent", None):
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            return False
        if isinstance(node, ast.FunctionDef):
            return True
    return False


def test_the_libraries_of_every_download_are_loaded_and_the_command_line_is_not(loaded):
    every = set(loaded["all"])
    assert {"pptx", "xlsxwriter", "matplotlib.backends.backend_pdf", "scipy.special"} <= every
    assert [name for name in every if name.startswith(ASIDE)] == []


def test_the_start_page_waits_for_none_of_them(loaded):
    start = {name.split(".")[0] for name in loaded["start"]}
    assert {"scipy", "matplotlib", "pptx", "xlsxwriter"} & start == set()
    assert "pages.parts.start.page" in loaded["start"]


def test_each_import_of_the_rest_asks_before_it_takes_the_processor(loaded):
    assert loaded["asked"] >= 10


def test_what_is_not_there_is_left_to_those_who_ask_for_it(tmp_path):
    (tmp_path / "app.py").write_text(
        "import no_such_module\nfrom json import no_such_name\n", encoding="utf-8"
    )
    needed.load_start(tmp_path)
    assert "no_such_module" not in sys.modules


def test_imports_far_into_a_long_function_are_found():
    many = "\n".join(f"    a{number} = 'text {number}'" for number in range(400))
    code = compile(f"def f():\n{many}\n    from one.two import three, four\n    import five", "here", "exec")
    assert list(needed.imports(code)) == [("one.two", ("three", "four")), ("five", ())]
