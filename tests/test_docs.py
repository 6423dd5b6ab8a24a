"""The documentation says what is true: commands run, files exist, findings are explained, examples hold."""

import doctest
import importlib
import re
import subprocess
import sys
import tomllib
from typing import get_args

import pytest

from cx import __main__ as cx_command
from cx.intake.opening import Limits
from cx.records.file import QuestionKind
from launch import locks
from pages.parts.upload import boxes
from tests.catalogue import words
from tests.source import ROOT, modules

README = ROOT / "README.md"
DOCUMENTS = sorted(
    [README, ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "data").rglob("*.md")]
)
FENCE = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)[^)]*\)|<img[^>]*src=\"([^\"]+)\"")
CODE_OF_FINDING = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)
FILE = re.compile(r"[\w./-]+(/|\.(py|md|toml|txt|po|xlsx|csv|svg|png|css))|\.ci/run")
FIRST_SCREEN = 40


def text_of(path):
    return path.read_text(encoding="utf-8")


def commands(path):
    """The lines inside the fences of a document."""
    return [line.strip() for block in FENCE.findall(text_of(path)) for line in block.splitlines()]


# --- README ---


def test_the_readme_begins_with_one_sentence_a_picture_and_two_commands():
    first = text_of(README).splitlines()[:FIRST_SCREEN]
    fences = [line for line in first if line.startswith("python3 ")]
    assert first[0].startswith("# ")
    assert first[2].count(". ") == 0
    assert first[2].endswith(".")
    assert [command.split("#")[0].strip() for command in fences] == ["python3 run.py", "python3 run.py test"]
    assert any("docs/images/matrix.png" in line for line in first)
    assert "stays on this machine" in " ".join(first)


@pytest.mark.parametrize("command", ["", "sbom", "advisories"])
def test_the_options_that_the_documents_show_are_there(command):
    lines = [
        line
        for path in DOCUMENTS
        for line in [*commands(path), *CODE.findall(text_of(path))]
        if "run.py" in line
    ]
    asked = [re.match(r"(?:python3 )?run\.py(?: (?P<command>[a-z]+)\b)?", line) for line in lines]
    shown = {
        option
        for line, match in zip(lines, asked, strict=True)
        if match and (match["command"] or "") == command
        for option in re.findall(r"--[\w-]+", line)
    }
    known = subprocess.run(
        [sys.executable, "run.py", *command.split(), "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown - set(re.findall(r"--[\w-]+", known.stdout)) == set()
    assert {"": "--room", "sbom": "--with", "advisories": "--at"}[command] in shown


def test_every_command_of_cx_that_the_documents_show_is_there():
    shown = {
        command
        for path in DOCUMENTS
        for line in commands(path)
        for command in re.findall(r"python3? -m cx (\w+)", line)
    }
    unknown = [command for command in sorted(shown) if told_about(command) != 0]
    assert shown and told_about("unheard-of") != 0
    assert unknown == []


def told_about(command):
    """The code with which the help of a command ends."""
    try:
        return cx_command.main([command, "--help"])
    except SystemExit as ended:
        return ended.code


# --- files ---


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_document_names_only_files_that_exist(path):
    places = [place for pair in LINK.findall(text_of(path)) for place in pair if place]
    linked = [place for place in places if "://" not in place and not (path.parent / place).exists()]
    named = [name for name in CODE.findall(text_of(path)) if is_ours(name) and not exists(name, path)]
    assert (linked, named) == ([], [])


def is_ours(name):
    """Whether a name in code style means a file or folder of the project."""
    return bool(FILE.fullmatch(name)) and not name.startswith(("/", "../", "~"))


def exists(name, document):
    if name.startswith(".venv"):  # made by run.py
        return True
    if any((folder / name).exists() for folder in (ROOT, document.parent, ROOT / "cx")):
        return True
    inside = (document.parent, ROOT / "cx", ROOT / "pages", ROOT / "tests")
    return "/" not in name.rstrip("/") and any(found for folder in inside for found in folder.rglob(name))


# --- how a file is read ---


def test_the_page_about_files_says_the_limits_and_every_ending_that_can_be_loaded():
    page = text_of(ROOT / "docs" / "intake.md")
    formats = page.split("## Formats")[1].split("## ")[0]
    assert [line for line in Limits().sentences("en") if f"- {line}" not in page.splitlines()] == []
    assert set(re.findall(r"\.(\w+)", " ".join(re.findall(r"\(([^)]*)\):", formats)))) == set(boxes.KINDS)


def test_the_page_about_files_has_every_question_with_options_that_are_there(capsys):
    page = text_of(ROOT / "docs" / "intake.md")
    rows = re.findall(r"^\| ([^|]+\?) \| [^|]+ \| ([^|]+) \|$", page, re.MULTILINE)
    asked = {words("en")[f"questions.{kind}"][0] for kind in get_args(QuestionKind)}
    assert {question for question, _ in rows} == asked
    assert told_about("inspect") == 0
    known = set(re.findall(r"--[\w-]+", capsys.readouterr().out))
    assert set(re.findall(r"--[a-z][\w-]*", page)) - known == set()


# --- findings, changes, examples ---


def test_every_finding_is_explained_and_every_explained_one_exists():
    used = {key.removeprefix("finding.") for key in words("en") if key.startswith("finding.")}
    explained = CODE_OF_FINDING.findall(text_of(ROOT / "docs" / "findings.md"))
    assert sorted(explained) == sorted(used)


def test_the_changelog_begins_with_this_version():
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    newest = re.search(r"^## (.+)$", text_of(ROOT / "CHANGELOG.md"), re.MULTILINE).group(1)
    assert re.fullmatch(rf"{re.escape(project['version'])} \((unreleased|\d{{4}}-\d{{2}}-\d{{2}})\)", newest)


LIBRARY = [module for module in modules("cx") if not module.name.endswith("__main__.py")]
EXAMPLES = [module.dotted for module in LIBRARY if any(">>> " in line for line in module.lines)]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_hold(name):
    module = importlib.import_module(name)
    tried = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert (tried.failed, tried.attempted > 0) == (0, True)


def test_every_module_of_the_library_can_be_imported():
    assert [importlib.import_module(one.dotted).__name__ for one in LIBRARY] == [
        one.dotted for one in LIBRARY
    ]


# --- the locks ---


def pins(name):
    """The pins of a lock: package and marker to version."""
    return {(pin.name, pin.marker): pin.version for pin in locks.read(ROOT / name)}


def added(extra, run):
    """What an extra installs beside what the program runs with."""
    return {name for name, _ in pins(locks.EXTRAS[extra]).keys() - run.keys()}


def test_the_locks_pin_every_line_and_do_not_contradict_each_other():
    run, tests = pins("requirements.txt"), pins("requirements-test.txt")
    for name in locks.EXTRAS.values():
        more = pins(name)
        assert {key: more[key] for key in run} == run
        assert {key: more[key] for key in tests.keys() & more.keys()} == {
            key: tests[key] for key in tests.keys() & more.keys()
        }
    assert added("postgres", run) == {"pg8000", "scramp", "asn1crypto"}
    assert added("warehouse", run) >= {"ibis-framework", "psycopg", "psycopg-binary", "sqlglot"}
    assert {key: (run[key], tests[key]) for key in run.keys() & tests.keys() if run[key] != tests[key]} == {}
    twice = {name for name, _ in run} & {name for name, _ in tests}
    assert {key for key in tests if key[0] in twice} <= run.keys()


def test_every_library_of_the_project_is_in_a_lock():
    settings = tomllib.loads(text_of(ROOT / "pyproject.toml"))
    asked = [*settings["project"]["dependencies"], *settings["dependency-groups"]["test"]]
    names = {re.match(r"[\w-]+", requirement).group().lower() for requirement in asked}
    assert (
        names - {name for lock in ("requirements.txt", "requirements-test.txt") for name, _ in pins(lock)}
        == set()
    )


def test_nothing_names_a_place_to_download_from():
    option = r"^\s*-(?!-hash=sha256:[0-9a-f]{64}( \\)?$)"
    found = {
        name
        for name in (locks.RUN, locks.TEST, *locks.EXTRAS.values(), "pyproject.toml")
        if re.search(rf"https?://|{option}|\bindex\b", text_of(ROOT / name), re.MULTILINE)
    }
    assert found == set()
