"""A bill of materials: every library that the program runs with, as CycloneDX 1.6 in JSON.

The same project with the same libraries gives the same bytes: no clock, no chance.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
import uuid
from collections.abc import Mapping, Sequence
from importlib.metadata import Distribution
from pathlib import Path
from urllib.parse import quote

from launch import licences
from launch.locks import Pin

_Part = dict[str, object]


def document(root: Path, pins: Sequence[Pin], installed: Mapping[str, Distribution]) -> str:
    """Return the bill of materials.

    Parameters
    ----------
    root
        The project's folder.
    pins
        The packages of the locks, each once.
    installed
        What is installed, by the names that locks write: where licences are looked for.

    Notes
    -----
    ``scope`` is ``optional`` where a package is locked for another system or Python than this one, and not
    installed here; its licence is that of the version that is, if any, and a property says so. ``hashes`` are
    those of all files of that version; one of them is installed.

    References
    ----------
    OWASP Foundation, CycloneDX 1.6 (ECMA-424).
    """
    program = _program(root)
    body: _Part = {
        "metadata": {
            "component": program,
            "tools": {"components": [{"type": "application", "name": "run.py sbom"}]},
        },
        "components": [_component(pin, installed.get(pin.name)) for pin in pins],
        "dependencies": _dependencies(program, pins),
    }
    head: _Part = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{_number(body)}",
        "version": 1,
    }
    return json.dumps({**head, **body}, indent=2, ensure_ascii=False) + "\n"


def _number(body: _Part) -> uuid.UUID:
    """A number of its own for every content, and the same for the same."""
    content = json.dumps(body, sort_keys=True).encode()
    return uuid.UUID(bytes=hashlib.sha256(content).digest()[:16], version=5)


def _program(root: Path) -> _Part:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name, version = str(project["name"]), str(project["version"])
    return {
        "type": "application",
        "bom-ref": f"{name}@{version}",
        "name": name,
        "version": version,
        "description": project["description"],
    }


def _component(pin: Pin, package: Distribution | None) -> _Part:
    here = package is not None and package.version == pin.version
    licence = None if package is None else licences.of(package)
    properties = _properties(pin, licence, None if here or package is None else package.version)
    return {
        "type": "library",
        "bom-ref": address(pin),
        "name": pin.name,
        "version": pin.version,
        "scope": "required" if here else "optional",
        "hashes": [{"alg": "SHA-256", "content": digest} for digest in sorted(pin.hashes)],
        **({} if licence is None else {"licenses": [_licence(licence)]}),
        "purl": address(pin),
        **({"properties": properties} if properties else {}),
    }


def address(pin: Pin) -> str:
    """Return a package's address in all bills of materials (a purl)."""
    return f"pkg:pypi/{pin.name}@{quote(pin.version, safe='')}"


def _properties(pin: Pin, licence: licences.Licence | None, elsewhere: str | None) -> list[dict[str, str]]:
    said = {
        "cx:marker": pin.marker,
        "cx:licence-evidence": "" if licence is None else licence.evidence,
        "cx:licence-of-version": "" if licence is None or elsewhere is None else elsewhere,
    }
    return [{"name": name, "value": value} for name, value in said.items() if value]


def _licence(licence: licences.Licence) -> _Part:
    declared = {"acknowledgement": "declared"}
    if not licence.spdx:
        return {"license": {"name": licence.words, **declared}}
    if " " in licence.words or licence.words.startswith("LicenseRef-"):
        return {"expression": licence.words, **declared}
    return {"license": {"id": licence.words, **declared}}


def _dependencies(program: _Part, pins: Sequence[Pin]) -> list[_Part]:
    """Who needs what, as the locks say; a name that is locked in two versions leads to both."""
    references = {str(program["name"]): [str(program["bom-ref"])]}
    for pin in pins:
        references.setdefault(pin.name, []).append(address(pin))
    needed: dict[str, list[str]] = {one: [] for several in references.values() for one in several}
    for pin in pins:
        for user in pin.wanted_by:
            for reference in references.get(user, []):
                needed[reference].append(address(pin))
    return [{"ref": user, "dependsOn": sorted(what)} for user, what in needed.items()]
