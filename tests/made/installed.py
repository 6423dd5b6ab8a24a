"""Packages that look installed: a folder with their metadata."""

from importlib.metadata import Distribution
from pathlib import Path


def package(place: Path, name: str, version: str, *fields: str, **texts: str) -> Distribution:
    """Write the metadata of a package below a folder; return it as installed.

    Parameters
    ----------
    fields
        Lines of its metadata beside name and version.
    texts
        Files of its licence, by name.
    """
    folder = place / f"{name.replace('-', '_')}-{version}.dist-info"
    (folder / "licenses").mkdir(parents=True)
    files = [f"License-File: {file}" for file in texts]
    lines = ["Metadata-Version: 2.4", f"Name: {name}", f"Version: {version}", *fields, *files]
    (folder / "METADATA").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for file, text in texts.items():
        (folder / "licenses" / file).write_text(text, encoding="utf-8")
    return Distribution.at(folder)
