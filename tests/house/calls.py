"""What functions of the policy come to by calling, read from the source: the events they write, the rules they ask."""

import ast
from functools import cache

from tests.house.trees import files, module, tree

Function = tuple[str, ast.FunctionDef]


@cache
def functions() -> dict[str, Function]:
    """Every function of the policy at the top of its module, by its full name."""
    return {
        f"{module(path)}.{node.name}": (module(path), node)
        for path in files("policy/**/*.py")
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef)
    }


@cache
def known_as(place: str) -> dict[str, str]:
    """What a module calls the modules and functions it imports from the policy, and what they are."""
    path = next(path for path in files("policy/**/*.py") if module(path) == place)
    return {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("policy")
        for alias in node.names
    }


def reached(name: str) -> dict[str, Function]:
    """The functions of the policy that a function comes to by calling them, itself among them."""
    found: dict[str, Function] = {}
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one in functions() and one not in found:
            found[one] = functions()[one]
            place, node = found[one]
            for part in ast.walk(ast.Module(node.body, [])):
                if isinstance(part, ast.Name):
                    waiting += [f"{place}.{part.id}", known_as(place).get(part.id, "")]
                elif isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name):
                    waiting.append(f"{known_as(place).get(part.value.id, '')}.{part.attr}")
    return found
