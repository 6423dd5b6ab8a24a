"""The licence of an installed package, as it says itself, with the place where it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

_SPELLED = {
    "MIT": ("mit", "mit license", "the mit license"),
    "BSD-2-Clause": ("bsd-2-clause",),
    "BSD-3-Clause": ("bsd-3-clause", "bsd 3-clause license", "3-clause bsd license", "bsd 3-clause"),
    "Apache-2.0": ("apache-2.0", "apache 2.0", "apache license 2.0", "apache license version 2.0"),
    "MPL-2.0": ("mpl-2.0", "mozilla public license 2.0 (mpl 2.0)", "mozilla public license version 2.0"),
    "PSF-2.0": ("psf-2.0",),
    "OFL-1.1": ("sil ofl 1.1", "ofl-1.1", "sil open font license 1.1 (ofl-1.1)"),
}
"""Identifiers of SPDX, and how packages spell them that know none."""
_IDENTIFIERS = {spelling: name for name, spellings in _SPELLED.items() for spelling in spellings}
_CLASSIFIER = re.compile(r"License :: (?:OSI Approved :: )?(?P<name>.+)")
_EXPRESSION = re.compile(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*")
_LONGEST_NAME = 60
"""A field that is longer holds the licence itself."""


@dataclass(frozen=True)
class Licence:
    """What a package may be used under."""

    words: str
    """An expression of SPDX, as ``MIT OR Apache-2.0``; else the name that the package gives."""
    spdx: bool
    evidence: str
    """Where that stands: ``License-Expression``, ``License``, ``Classifier`` or the name of a file."""


def installed(folder: Path) -> dict[str, Distribution]:
    """Return what is installed in an environment, by the names that locks write.

    Parameters
    ----------
    folder
        The environment, ``.venv``.
    """
    places = [*sorted(folder.glob("lib/python*/site-packages")), folder / "Lib" / "site-packages"]
    found = distributions(path=[str(place) for place in places if place.is_dir()])
    return {lock_name(one.metadata["Name"]): one for one in found}


def lock_name(name: str) -> str:
    """Return a package's name as locks write it.

    Examples
    --------
    >>> lock_name("et_XML.file")
    'et-xml-file'
    """
    return re.sub(r"[-_.]+", "-", name).lower()


def of(package: Distribution) -> Licence | None:
    """Return the licence that a package declares; None where it says none that can be read.

    Parameters
    ----------
    package
        An installed package.

    Notes
    -----
    The most exact statement counts: the expression; a known spelling in the old field, or the heading of a
    whole licence in it; a classifier; the heading of a file of the licence; at last whatever name is given.
    Several classifiers are a choice, as those who set them mean it.
    """
    return next(_statements(package), None)


def _statements(package: Distribution) -> Iterator[Licence]:
    metadata = package.metadata
    expression = (metadata["License-Expression"] or "").strip()
    if _EXPRESSION.fullmatch(expression):
        yield Licence(expression, spdx=True, evidence="License-Expression")
    field = (metadata["License"] or "").strip()
    yield from _known(field, "License")
    yield from _known(_heading(field), "License")
    yield from _classified(metadata.get_all("Classifier") or [])
    for name, text in _texts(package):
        yield from _known(_heading(text), name)
    if 0 < len(field) <= _LONGEST_NAME and field.isprintable():
        yield Licence(field, spdx=False, evidence="License")


def _known(words: str, evidence: str) -> Iterator[Licence]:
    name = _IDENTIFIERS.get(re.sub(r"[\s,]+", " ", words).strip().lower())
    if name is not None:
        yield Licence(name, spdx=True, evidence=evidence)


def _classified(classifiers: list[str]) -> Iterator[Licence]:
    names = [match["name"] for one in classifiers if (match := _CLASSIFIER.fullmatch(one))]
    names = [_IDENTIFIERS.get(name.lower(), name) for name in names if name != "OSI Approved"]
    if names:
        known = all(name in _SPELLED for name in names)
        yield Licence(" OR ".join(names), spdx=known, evidence="Classifier")


def _heading(text: str) -> str:
    """What a licence calls itself: its first line, with the version where that stands on the second."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if lines[:1] and len(lines) > 1 and lines[1].lower().startswith("version 2.0"):
        return f"{lines[0]} version 2.0"
    return lines[0] if lines else ""


def _texts(package: Distribution) -> Iterator[tuple[str, str]]:
    for name in package.metadata.get_all("License-File") or []:
        for place in (f"licenses/{name}", name):
            if text := package.read_text(place):
                yield name, text
                break
