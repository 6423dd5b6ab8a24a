"""What the tests of the project share: packages that look installed."""

from importlib.metadata import Distribution
from pathlib import Path

import pytest

from tests.forked_readers import readers_forked

__all__ = ["readers_forked"]


@pytest.fixture
def package():
    """Write the metadata of a package below a folder, and return it as installed.

    It takes the folder, name and version, further lines of the metadata, and files of its licence by name.
    """
    return _written


def _written(place: Path, name: str, version: str, *fields: str, **texts: str) -> Distribution:
    folder = place / f"{name.replace('-', '_')}-{version}.dist-info"
    (folder / "licenses").mkdir(parents=True)
    files = [f"License-File: {file}" for file in texts]
    lines = ["Metadata-Version: 2.4", f"Name: {name}", f"Version: {version}", *fields, *files]
    (folder / "METADATA").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for file, text in texts.items():
        (folder / "licenses" / file).write_text(text, encoding="utf-8")
    return Distribution.at(folder)
