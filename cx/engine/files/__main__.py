"""Started by path: ``python -I -S __main__.py FOLDER ...``; the folders hold DuckDB's package."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

NAME = "cx_engine"


def _load() -> None:
    """Make this folder importable as a package of its own, without the rest of ``cx``."""
    folder = Path(__file__).resolve().parent
    spec = spec_from_file_location(NAME, folder / "__init__.py", submodule_search_locations=[str(folder)])
    if spec is None or spec.loader is None:
        raise ImportError(NAME)
    package = module_from_spec(spec)
    sys.modules[NAME] = package
    spec.loader.exec_module(package)


if __name__ == "__main__":
    sys.path.extend(sys.argv[1:])
    _load()
    import_module(f"{NAME}.process").main()
