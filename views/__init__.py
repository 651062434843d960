"""HTTP in, HTML out: a folder a noun. Each module with pages has a `blueprint`, named after what they show."""

import importlib
import pkgutil

from flask import Blueprint


def blueprints() -> list[Blueprint]:
    """Every blueprint of the modules here, once each, in the order of the modules' names."""
    modules = [importlib.import_module(one.name) for one in pkgutil.walk_packages(__path__, f"{__name__}.")]
    return list(dict.fromkeys(one.blueprint for one in modules if hasattr(one, "blueprint")))
