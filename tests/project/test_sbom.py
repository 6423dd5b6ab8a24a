"""The bill of materials: what CycloneDX 1.6 asks for, and all that the locks hold."""

import json
import os
import re
import sys
import uuid
from pathlib import Path

import pytest

from launch import command, licences, locks, sbom
from launch.environment import Environment
from launch.locks import Pin

PROJECT = '[project]\nname = "the-program"\nversion = "1.2.3"\ndescription = "What it does"\n'
A, B = "a" * 64, "b" * 64
PINS = (
    Pin("one", "1.0", "", (B, A), ("the-program",)),
    Pin("two", "2.0+local", "sys_platform == 'win32'", (A,), ("one", "elsewhere")),
    Pin("two", "3.0", "sys_platform != 'win32'", (B,), ("one", "the-program")),
)


@pytest.fixture
def small(tmp_path):
    (tmp_path / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    return tmp_path


def document(root, pins=PINS, installed=None):
    return json.loads(sbom.document(root, pins, installed or {}))


@pytest.fixture(scope="module")
def whole(root):
    """The bill of this very program."""
    return document(root, locks.named(root, tuple(locks.EXTRAS)), licences.installed(Path(sys.prefix)))


def test_the_head_is_that_of_the_format(whole):
    assert list(whole) == [
        *("$schema", "bomFormat", "specVersion", "serialNumber", "version"),
        *("metadata", "components", "dependencies"),
    ]
    assert (whole["bomFormat"], whole["specVersion"], whole["version"]) == ("CycloneDX", "1.6", 1)
    assert uuid.UUID(whole["serialNumber"].removeprefix("urn:uuid:")).version == 5
    program = whole["metadata"]["component"]
    assert (program["type"], program["name"], program["version"]) == (
        "application",
        "cx-impact-matrix",
        "0.1.0",
    )


def test_every_locked_package_is_in_it_with_all_its_hashes(whole, root):
    listed = {
        (one["name"], one["version"]): {part["content"] for part in one["hashes"]}
        for one in whole["components"]
    }
    pins = [pin for lock in (locks.RUN, *locks.EXTRAS.values()) for pin in locks.read(root / lock)]
    assert listed == {(pin.name, pin.version): set(pin.hashes) for pin in pins}


def test_every_part_has_what_the_format_asks_for(whole):
    for one in whole["components"]:
        assert one["type"] == "library"
        assert one["purl"] == one["bom-ref"] and re.fullmatch(r"pkg:pypi/[a-z0-9-]+@[\w.%-]+", one["purl"])
        assert one["scope"] in {"required", "optional"}
        assert {part["alg"] for part in one["hashes"]} == {"SHA-256"}
        contents = [part["content"] for part in one["hashes"]]
        assert contents == sorted(set(contents))
        (licence,) = one["licenses"]
        assert next(iter(licence)) in {"expression", "license"}
    assert len({one["bom-ref"] for one in whole["components"]}) == len(whole["components"])


def test_what_is_needed_by_whom_names_only_what_is_listed(whole):
    known = {one["bom-ref"] for one in whole["components"]} | {whole["metadata"]["component"]["bom-ref"]}
    assert {one["ref"] for one in whole["dependencies"]} == known
    needed = [name for one in whole["dependencies"] for name in one["dependsOn"]]
    assert set(needed) == known - {whole["metadata"]["component"]["bom-ref"]}
    assert all(len(set(one["dependsOn"])) == len(one["dependsOn"]) for one in whole["dependencies"])


def test_a_small_one_whole(small, package):
    two = package(small, "two", "3.0", "License-Expression: MIT OR Apache-2.0")
    one = package(small, "one", "1.0", "License: MIT")
    found = document(small, installed={"one": one, "two": two})
    assert found["components"] == [
        {
            "type": "library",
            "bom-ref": "pkg:pypi/one@1.0",
            "name": "one",
            "version": "1.0",
            "scope": "required",
            "hashes": [{"alg": "SHA-256", "content": A}, {"alg": "SHA-256", "content": B}],
            "licenses": [{"license": {"id": "MIT", "acknowledgement": "declared"}}],
            "purl": "pkg:pypi/one@1.0",
            "properties": [{"name": "cx:licence-evidence", "value": "License"}],
        },
        {
            "type": "library",
            "bom-ref": "pkg:pypi/two@2.0%2Blocal",
            "name": "two",
            "version": "2.0+local",
            "scope": "optional",
            "hashes": [{"alg": "SHA-256", "content": A}],
            "licenses": [{"expression": "MIT OR Apache-2.0", "acknowledgement": "declared"}],
            "purl": "pkg:pypi/two@2.0%2Blocal",
            "properties": [
                {"name": "cx:marker", "value": "sys_platform == 'win32'"},
                {"name": "cx:licence-evidence", "value": "License-Expression"},
                {"name": "cx:licence-of-version", "value": "3.0"},
            ],
        },
        {
            "type": "library",
            "bom-ref": "pkg:pypi/two@3.0",
            "name": "two",
            "version": "3.0",
            "scope": "required",
            "hashes": [{"alg": "SHA-256", "content": B}],
            "licenses": [{"expression": "MIT OR Apache-2.0", "acknowledgement": "declared"}],
            "purl": "pkg:pypi/two@3.0",
            "properties": [
                {"name": "cx:marker", "value": "sys_platform != 'win32'"},
                {"name": "cx:licence-evidence", "value": "License-Expression"},
            ],
        },
    ]
    assert found["dependencies"] == [
        {"ref": "the-program@1.2.3", "dependsOn": ["pkg:pypi/one@1.0", "pkg:pypi/two@3.0"]},
        {"ref": "pkg:pypi/one@1.0", "dependsOn": ["pkg:pypi/two@2.0%2Blocal", "pkg:pypi/two@3.0"]},
        {"ref": "pkg:pypi/two@2.0%2Blocal", "dependsOn": []},
        {"ref": "pkg:pypi/two@3.0", "dependsOn": []},
    ]


def test_what_is_not_installed_has_no_licence_and_is_optional(small):
    assert [(one["scope"], "licenses" in one) for one in document(small)["components"]] == [
        ("optional", False)
    ] * 3


@pytest.mark.parametrize(
    ("field", "kept"),
    [
        ("License: A house licence", {"license": {"name": "A house licence", "acknowledgement": "declared"}}),
        (
            "License-Expression: LicenseRef-Own",
            {"expression": "LicenseRef-Own", "acknowledgement": "declared"},
        ),
    ],
)
def test_a_licence_without_an_identifier_keeps_its_name(small, field, kept, package):
    one = package(small, "one", "1.0", field)
    assert document(small, PINS[:1], {"one": one})["components"][0]["licenses"] == [kept]


def test_the_same_gives_the_same_bytes_and_another_content_another_number(small):
    first = sbom.document(small, PINS, {})
    assert sbom.document(small, PINS, {}) == first
    numbers = {document(small, pins)["serialNumber"] for pins in (PINS, PINS[:2], PINS[:1])}
    assert len(numbers) == 3


# --- the command ---


@pytest.fixture
def prepared(monkeypatch):
    asked = []

    def prepare(_environment, *names):
        asked.append(names)
        os.write(1, b"Installing ...\n")  # as pip does

    monkeypatch.setattr(Environment, "prepare", prepare)
    return asked


def test_the_command_prints_the_bill_and_nothing_else(prepared, capfd):
    assert command.main(["sbom"]) == 0
    out, err = capfd.readouterr()
    assert json.loads(out)["bomFormat"] == "CycloneDX"
    assert "Installing" in err and prepared == [("requirements.txt",)]


def test_the_command_writes_a_file(prepared, tmp_path, capfd):
    assert command.main(["sbom", "-o", str(tmp_path / "bom.json"), "--with", "postgres"]) == 0
    names = {
        one["name"] for one in json.loads((tmp_path / "bom.json").read_text(encoding="utf-8"))["components"]
    }
    assert {"pg8000", "streamlit"} <= names
    assert prepared == [("requirements.txt", "requirements-postgres.txt")]
    assert capfd.readouterr().out.endswith("libraries.\n")


def test_a_place_that_cannot_be_written_is_said_so(prepared, tmp_path, capfd):
    assert command.main(["sbom", "-o", str(tmp_path / "nowhere" / "bom.json")]) == command.UNUSABLE
    assert "cannot be written" in capfd.readouterr().err
    assert len(prepared) == 1
