"""The program's own source, parsed once, for tests that read it."""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Module:
    """One file of the program."""

    path: Path

    @property
    def name(self) -> str:
        """Its path inside the project, ``cx/matrix/build.py``."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def dotted(self) -> str:
        """Its name for an import, ``cx.matrix.build``."""
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def package(self) -> str:
        """The package that its relative imports start from."""
        return self.dotted if self.path.name == "__init__.py" else self.dotted.rpartition(".")[0]

    @cached_property
    def lines(self) -> list[str]:
        """Its lines."""
        return self.path.read_text(encoding="utf-8").splitlines()

    @cached_property
    def tree(self) -> ast.Module:
        """What it says; every node knows the one around it as ``parent``."""
        return self.nodes[0]

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of it but those that only say how a name is used, found once for many tests."""
        with _kept_for_good():
            nodes: list[ast.AST] = [ast.parse("\n".join(self.lines), filename=self.name)]
            for node in nodes:
                for name in node._fields:
                    inner = getattr(node, name, None)
                    for child in inner if type(inner) is list else (inner,):
                        if isinstance(child, ast.AST) and name != "ctx":
                            child.parent = node
                            nodes.append(child)
            return tuple(nodes)

    def walk(self) -> Iterator[ast.AST]:
        """Every node of it."""
        return iter(self.nodes)

    @cached_property
    def imported(self) -> tuple[tuple[ast.stmt, str, bool], ...]:
        """What it imports: the statement, a full name, and whether that waits until something is called."""
        return tuple(
            (node, name, _later(node))
            for node in self.nodes
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in _imported(node, self)
        )

    def at(self, node: ast.AST) -> str:
        """Where a node stands, for a message."""
        return f"{self.name}:{node.lineno}"


@contextmanager
def _kept_for_good() -> Iterator[None]:
    """Set what is read aside: the collector would go through its nodes again and again, and find nothing."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if searched:
            gc.enable()


@cache
def modules(*places: str) -> tuple[Module, ...]:
    """The modules at the places of the project (files, or folders with all below)."""
    paths = [path for place in places for path in _files(ROOT / place)]
    return tuple(_read_once(path) for path in sorted(paths))


@cache
def _read_once(path: Path) -> Module:
    """One module a file, however many ask for it."""
    return Module(path)


def _files(place: Path) -> list[Path]:
    return list(place.rglob("*.py")) if place.is_dir() else [place] if place.is_file() else []


def program() -> tuple[Module, ...]:
    """Everything that runs as the program."""
    return modules("cx", "pages", "serving", "app.py")


def screens() -> tuple[Module, ...]:
    """Everything that draws with Streamlit."""
    return modules("pages", "app.py")


def parents(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes around a node, from the nearest."""
    while node := getattr(node, "parent", None):
        yield node


def functions(module: Module) -> Iterator[ast.FunctionDef]:
    """Every function and method of a module."""
    return (node for node in module.walk() if isinstance(node, FUNCTIONS))


def body_lines(function: ast.FunctionDef) -> int:
    """The lines of a function's body, without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def docstrings(tree: ast.AST) -> set[int]:
    """The identities of constants that only document: they stand alone as a statement."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def is_text(node: ast.AST) -> bool:
    """Whether a node is a literal text."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def imports(module: Module, *, at_start: bool = False) -> Iterator[tuple[ast.stmt, str]]:
    """What a module imports, as full names.

    Parameters
    ----------
    at_start
        Only what is imported when the module is: not inside functions, not for the type checker alone.
    """
    return ((node, name) for node, name, later in module.imported if not (at_start and later))


def _imported(node: ast.Import | ast.ImportFrom, module: Module) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    base = node.module or ""
    if node.level:
        package = module.package.split(".")
        base = ".".join([*package[: len(package) - node.level + 1], *([node.module] if node.module else [])])
    return [f"{base}.{alias.name}" for alias in node.names]


def _later(node: ast.AST) -> bool:
    return any(
        isinstance(parent, FUNCTIONS) or (isinstance(parent, ast.If) and _is_type_checking(parent.test))
        for parent in parents(node)
    )


def _is_type_checking(test: ast.expr) -> bool:
    return ast.unparse(test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}
