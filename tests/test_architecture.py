"""The map of the house: which rooms there are, who may import whom, and how full a room may be.

``HOUSE`` is the one table of it. Each line names a folder and what lies in it, lowest first: a module imports
only from what stands to the left of its own place, wherever two ways part. Names between two ``<`` lie beside
one another and do not know each other. What a folder without a line holds is free inside, but never a circle.
"""

import ast
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.source import ROOT, imports, modules, program, screens

MOST_FILES = 18
"""Modules that a folder may hold, its ``__init__`` included."""

HOUSE = {
    "cx": (
        "text < errors < records < statistics < process < engine < intake impact journeys lenses"
        " < large_answers < matrix"
        " < picture < deliver session < cli < __main__"
    ),
    "cx/records": (
        "bounds finite_json < finding < scale < claims precision < evidence < logo quadrant < file"
        " < journeys lenses < drivers < matrix < session < comparison"
    ),
    "cx/engine": "files < queries < addresses allowances columns held_table < warehouse < *",
    "cx/intake": (
        "reader < opening < saved < words < cells < sheet < layouts < findings < columns < measures < survey"
        " < tables < lenses < join < events < * < large by_counts"
    ),
    "cx/intake/events": "* < at_size",
    "cx/intake/layouts": "figures made_columns < recommending < counts < *",
    "cx/intake/reader": "pipe < container < flaws < formats < marking < signs < deck < refresh < *",
    "cx/intake/words": "languages comparable < headers < names < *",
    "cx/intake/survey": "answers < evidence < times < met < kinds < people < clusters < *",
    "cx/intake/survey/answers": "texts < *",
    "cx/impact": "sums < model < reading < claims < * < telling",
    "cx/matrix": (
        "lines < rows < certainty < strategy < claims < build < material < comparison < telling < method"
    ),
    "cx/matrix/telling": "lenses < *",
    "cx/picture": (
        "record < colour < type < axes < bubbles < around < plot < marks < names < render < charts"
        " < journey lenses < *"
    ),
    "cx/picture/names": "together < *",
    "cx/picture/journey": "placing < *",
    "cx/deliver": "ground < told < remembered < chart < pages < deck < refresh < report < workbook < lists",
    "cx/deliver/told": "method_text < journeys < *",
    "cx/deliver/chart": "layout < elements < axes < live < *",
    "cx/cli": "* < large journeys refresh < commands",
    "cx/session": "own_files < place < store < outwards < sessions < drafts < voting < alerts < *",
    "cx/session/drafts": "place < sealing record < keeping < writer",
    "pages": "parts < *",
    "pages/parts/matrix": "card zoom < on_chart < *",
    "pages/parts": (
        "access < dress < tables < shell < computed < open_session < drafts < upload < machine < around"
        " < side_by_side < take_away projector"
        " < start data matrix drivers journeys lenses priorities compare room vote decisions sessions method"
    ),
}
"""Folder to what it holds, lowest first; ``*`` are the modules that stand in the folder itself."""

RANK = {
    folder: {name: step for step, names in enumerate(line.split("<")) for name in names.split()}
    for folder, line in HOUSE.items()
}
HEAVY = ("scipy", "matplotlib", "pptx", "xlsxwriter", "openpyxl")
PLACES = ("cx", "pages", "app.py")


def the_map():
    """Return the map in words, for the message of a test that fails."""
    return "\n\nThe map (tests/test_architecture.py), lowest first:\n" + "\n".join(
        f"  {folder}: {line}" for folder, line in HOUSE.items()
    )


@cache
def place(name):
    """Return the path of a module of ours that a dotted name lies in, as parts; none for other names."""
    parts = tuple(name.split("."))
    while parts and parts not in known():
        parts = parts[:-1]
    return parts


@cache
def known():
    return {tuple(module.dotted.split(".")): module for module in modules(*PLACES)}


def goes_up(importer, imported):
    """Return the folder in which an import runs back up, or nothing.

    Parameters
    ----------
    importer, imported
        Two modules, as parts of their names.
    """
    shared = next(
        (i for i, (a, b) in enumerate(zip(importer, imported, strict=False)) if a != b),
        min(len(importer), len(imported)),
    )
    folder = "/".join(importer[:shared])
    if folder not in RANK or shared in {len(importer), len(imported)}:
        return None
    here, there = step(folder, importer[shared]), step(folder, imported[shared])
    free = here == there == RANK[folder].get("*")
    return None if None not in (here, there) and (there < here or free) else folder


@cache
def step(folder, name):
    """Return at which step of its folder a module or a room stands; none where the map does not name it."""
    alone = (ROOT / folder / f"{name}.py").exists()
    return RANK[folder].get(name, RANK[folder].get("*") if alone else None)


# --- who may import whom ---


def test_imports_run_downwards_only():
    wrong = [
        f"{module.at(node)}: {name} runs back up in {folder}"
        for module in modules(*PLACES)
        for node, name in imports(module)
        if (folder := goes_up(tuple(module.dotted.split(".")), place(name)))
    ]
    assert not wrong, "\n".join(wrong) + the_map()


def test_no_module_imports_in_a_circle():
    graph = {
        parts: {found for _node, name in imports(module) if (found := place(name)) and found != parts}
        for parts, module in known().items()
        if module.path.name != "__init__.py"
    }
    assert not (circles := sorted(circle_in(graph))), "\n".join(circles) + the_map()


def circle_in(graph):
    """Yield each way that comes back to where it began, once."""
    done, way = set(), []

    def follow(node):
        if node in way:
            yield " -> ".join(".".join(step) for step in [*way[way.index(node) :], node])
        elif node not in done and node in graph:
            way.append(node)
            for following in sorted(graph[node]):
                yield from follow(following)
            way.pop()
            done.add(node)

    for node in sorted(graph):
        yield from follow(node)


@pytest.mark.parametrize(
    ("importer", "imported", "folder"),
    [
        ("cx.matrix.build", "cx.records.scale", None),
        ("cx.records.scale", "cx.matrix.build", "cx"),
        ("cx.deliver.deck", "cx.session.store.database", "cx"),
        ("cx.intake.digest", "cx.impact.model.joint", "cx"),
        ("cx.__main__", "cx.deliver", None),
        ("cx.unheard.of", "cx.records", "cx"),
    ],
)
def test_the_rule_itself(importer, imported, folder):
    assert goes_up(tuple(importer.split(".")), tuple(imported.split("."))) == folder


def test_a_circle_is_found():
    graph = {("a",): {("b",)}, ("b",): {("c",)}, ("c",): {("b",)}}
    assert list(circle_in(graph)) == ["b -> c -> b"]


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


# --- every room on the map, and none too full ---


def folders(*places):
    """Return each folder with modules, and the names of what lies in it."""
    inside = {}
    for module in modules(*places):
        path = module.path.relative_to(ROOT)
        inside.setdefault(path.parent.as_posix(), set()).add(path.name)
        for parent in list(path.parents)[1:-1]:
            inside.setdefault(parent.as_posix(), set())
    return inside


def test_every_room_is_on_the_map():
    inside = folders("cx", "pages/parts")
    missing = []
    for folder, order in RANK.items():
        here = {name.removesuffix(".py") for name in inside[folder]} - {"__init__"}
        here |= {Path(other).name for other in inside if Path(other).parent.as_posix() == folder}
        named = order.keys() - {"*"}
        missing += [f"{folder}: {name}" for name in sorted(here ^ named) if step(folder, name) is None]
        missing += [f"{folder}: {name} is not there" for name in sorted(named - here)]
    split = {Path(folder).parent.as_posix() for folder in inside} & inside.keys()
    missing += [f"{folder} has rooms and no line" for folder in sorted(split - RANK.keys())]
    assert not missing, "\n".join(missing) + the_map()


def test_no_room_is_too_full():
    full = [
        f"{folder}: {len(names)} files, {MOST_FILES} at most"
        for folder, names in folders("cx", "pages", "launch", "tests", "benchmarks", "data").items()
        if len(names) > MOST_FILES
    ]
    assert not full, "\n".join(full) + the_map()


def test_every_room_says_what_it_holds_and_hands_on_what_others_use():
    rooms = [module for module in modules("cx", "pages") if module.path.name == "__init__.py"]
    silent = [module.name for module in rooms if not ast.get_docstring(module.tree)]
    without = [
        f for f in folders("cx", "pages/parts") if f != "pages" and not (ROOT / f / "__init__.py").exists()
    ]
    front = [module for module in rooms if module.dotted.startswith("cx.") and "reader" not in module.name]
    shut = list(past_the_doors({room.dotted: room for room in front}))
    assert silent + without + shut == []


def past_the_doors(rooms):
    """Yield what modules outside a room import by name from inside it, and the room does not hand on."""
    handed = {dotted: handed_on(room) for dotted, room in rooms.items()}
    for module in modules(*PLACES):
        for node, name in imports(module):
            holder, _, wanted = name.rpartition(".")
            room = holder.rpartition(".")[0]
            held_by = known().get(tuple(holder.split(".")))
            of_a_module = held_by is not None and held_by.path.name != "__init__.py"
            outside = not f"{module.dotted}.".startswith(f"{room}.")
            if room in rooms and outside and of_a_module and wanted not in handed[room]:
                yield f"{module.at(node)}: {name} is not handed on by {rooms[room].name}"


def handed_on(room):
    """Return the names that a room's front module holds by import."""
    return {alias.asname or alias.name for node in room.walk() for alias in getattr(node, "names", ())}


def test_what_is_taken_past_a_door_is_found():
    hands_on_nothing = modules("cx/text/__init__.py")[0]
    found = list(past_the_doors({"cx.records": hands_on_nothing}))
    assert any(": cx.records.scale." in one for one in found)
    assert [one for one in found if one.startswith("cx/records/")] == []


def test_tests_of_the_library_lie_as_it_lies():
    """Whoever knows where something is done knows where it is tested."""
    found = [
        one.removeprefix("tests/unit/") for one in folders("tests/unit") if one.startswith("tests/unit/")
    ]
    assert [one for one in found if not (ROOT / "cx" / one).is_dir()] == []


# --- start-up is part of the feel ---


def test_modules_of_tests_have_a_name_each():
    """Most of their folders are no packages: pytest takes a second module of the same name for the first."""
    found = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name, often in found.items() if often > 1] == []


def test_heavy_libraries_are_imported_where_they_are_used():
    wrong = [
        f"{module.at(node)}: {name}"
        for module in program()
        for node, name in imports(module, at_start=True)
        if name.split(".")[0] in HEAVY
    ]
    assert wrong == []


def test_the_first_page_loads_no_heavy_library():
    start = sorted(
        {name for module in screens() for _node, name in imports(module) if name.startswith("cx.")}
    )
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
