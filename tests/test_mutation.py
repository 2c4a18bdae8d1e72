"""The tables of `mutation/` fit the code: modules, their tests, and the lines of the survivors that are listed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = tomllib.loads((ROOT / "mutation" / "modules.toml").read_text(encoding="utf-8"))["modules"]
SURVIVORS = tomllib.loads((ROOT / "mutation" / "survivors.toml").read_text(encoding="utf-8")).get("survivor", [])


def lines_of(module: str) -> str:
    source = (ROOT / "src" / "newsfacts" / f"{module}.py").read_text(encoding="utf-8")
    return "\n".join(line.strip() for line in source.splitlines())


@pytest.mark.parametrize("module", MODULES)
def test_a_core_module_and_its_tests_exist(module: str) -> None:
    assert lines_of(module)
    assert MODULES[module]
    assert [path for path in MODULES[module] if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("survivor", SURVIVORS, ids=lambda item: f"{item['module']}-{item['place']}")
def test_a_survivor_that_is_listed_is_one_of_the_code_as_it_is(survivor: dict[str, str]) -> None:
    assert set(survivor) == {"module", "place", "old", "new", "kind", "reason"}
    assert survivor["module"] in MODULES
    assert survivor["kind"] in {"equivalent", "accepted"}
    assert survivor["reason"]
    assert survivor["old"].strip() in lines_of(survivor["module"])
