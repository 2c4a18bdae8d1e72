"""Packages whose names are loaded when they are first used."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

PACKAGES = (
    "newsfacts",
    *(f"newsfacts.{name}" for name in ("anchors", "grounding", "rules", "sources", "strict_yaml", "values")),
)


@pytest.mark.parametrize("package", PACKAGES)
def test_every_name_that_a_package_offers_can_be_used(package: str) -> None:
    module = importlib.import_module(package)
    names = vars(module).get("__all__", vars(module)["_HOMES"])
    assert [name for name in names if not hasattr(module, name)] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_a_name_that_a_package_does_not_have_is_an_error_as_everywhere(package: str) -> None:
    with pytest.raises(AttributeError, match=f"^module '{package}' has no attribute 'nothing'$"):
        _ = importlib.import_module(package).nothing


def test_a_function_that_is_called_as_its_module_is_the_function() -> None:
    program = "import newsfacts.grounding as g; print(callable(g.ground)); import newsfacts.grounding.run; print(callable(g.ground))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "True\nTrue\n"
