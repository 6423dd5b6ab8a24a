"""What pages and downloads import: read from their own code, so that no list has to be kept by hand."""

from __future__ import annotations

import contextlib
import dis
import importlib
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType

OWN = ("cx", "pages")
"""The packages of the program itself; what others import later is theirs."""
Import = tuple[str, tuple[str, ...]]
"""A module, and what is taken from it."""
Aside = Callable[[], object]
"""Called before each import."""
_CONSTANTS = ("LOAD_CONST", "LOAD_SMALL_INT")


def load_start(root: Path) -> None:
    """Import what the start page of a program's folder needs before it can be drawn."""
    load([root / "app.py"])


def rest(root: Path) -> list[Callable[[Aside], None]]:
    """Return what is to be loaded after that, in steps: for all pages, then for files and downloads.

    The second step imports what the functions of the program import when they are called, so it knows more
    after the first one. What cannot be imported here (it is for another system) is left to those who ask for
    it. A step takes what is called before each import; that may wait until a visitor has his page.
    """
    return [partial(load, sorted((root / "pages").glob("*.py"))), _load_later]


def _load_later(aside: Aside) -> None:
    seen: set[str] = set()
    while new := _own() - seen:
        seen |= new
        _get([one for name in sorted(new) for one in later(name)], aside)


def load(scripts: Iterable[Path], aside: Aside = int) -> None:
    """Import what scripts import, and what the functions in them would."""
    for script in scripts:
        code = compile(script.read_bytes(), str(script), "exec", dont_inherit=True)
        _get(imports(code), aside)


def imports(code: CodeType) -> Iterator[Import]:
    r"""Return what a piece of code imports, the functions in it included.

    What is named from where a module stands is left out: only the reader's process imports so.

    Examples
    --------
    >>> list(imports(compile("import a.b\ndef f():\n    from c import d, e", "here", "exec")))
    [('a.b', ()), ('c', ('d', 'e'))]
    """
    level, fetched = None, None
    for step in dis.get_instructions(code) if _any(code) else ():
        if step.opname == "IMPORT_NAME":
            if not level:
                yield str(step.argval), tuple(fetched or ())
        elif step.opname != "EXTENDED_ARG":
            level, fetched = fetched, step.argval if step.opname in _CONSTANTS else None
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from imports(inner)


def later(name: str) -> Iterator[Import]:
    """Return what the functions of a loaded module import when they are called."""
    loader = getattr(sys.modules[name], "__loader__", None)
    code = loader.get_code(name) if isinstance(loader, SourceFileLoader) else None
    for inner in code.co_consts if code else ():
        if isinstance(inner, CodeType):
            yield from imports(inner)


def _any(code: CodeType) -> bool:
    return dis.opmap["IMPORT_NAME"] in code.co_code[::2]


def _own() -> set[str]:
    return {name for name in list(sys.modules) if name.split(".")[0] in OWN}


def _get(wanted: Iterable[Import], aside: Aside) -> None:
    for name, taken in wanted:
        if name not in sys.modules:
            aside()
        with contextlib.suppress(ImportError):
            module = importlib.import_module(name)
            for part in taken:
                if not hasattr(module, part):
                    importlib.import_module(f"{name}.{part}")
