"""Nothing is shared between people: modules hold no state."""

import ast

from tests.source import Module, program

CONTAINERS = {
    "list",
    "dict",
    "set",
    "bytearray",
    "defaultdict",
    "deque",
    "Counter",
    "OrderedDict",
    "WeakKeyDictionary",
}
CHANGES = {
    *("append", "extend", "insert", "add", "update", "setdefault", "pop", "popitem", "remove", "discard"),
    *("clear", "sort", "reverse", "appendleft"),
}


def test_no_state_lives_in_a_module():
    assert [found for module in program() for found in module_state(module)] == []


def module_state(module: Module):
    """Module-level containers that start empty, are named like a variable or are changed; ``global``."""
    names = dict(module_containers(module))
    yield from (f"{module.at(node)}: {name}" for name, node in names.items() if fills_later(name, node))
    for node in module.walk():
        if isinstance(node, ast.Global) or changed_name(node) in names:
            yield f"{module.at(node)}: {ast.unparse(node)}"


def module_containers(module):
    for node in module.tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and is_container(node.value):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from ((target.id, node) for target in targets if isinstance(target, ast.Name))


def is_container(value):
    displays = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
    called = isinstance(value, ast.Call) and ast.unparse(value.func).split(".")[-1] in CONTAINERS
    return isinstance(value, displays) or called


def fills_later(name, node):
    empty = not any(isinstance(inner, ast.Constant | ast.Name) for inner in ast.walk(node.value))
    return (empty or name != name.upper()) and name != "__all__"


def changed_name(node):
    """The name whose contents a node changes."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGES:
        return getattr(node.func.value, "id", None)
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
        return getattr(node.value, "id", None)
    return None
