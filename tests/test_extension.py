"""The example of a package that extends newsfacts, without installing it; `.ci/run` installs it and runs its own tests."""

from __future__ import annotations

import importlib
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.running import newsfacts
from tests.test_plugins import forget

from newsfacts import formats
from newsfacts.checking.find_files import find_files
from newsfacts.rules import all_rules
from newsfacts.testing import wrong_examples

PACKAGE = Path(__file__).parent.parent / "examples" / "extension"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The package as an installer would leave it: its source on the path, and its entry points next to it."""
    project = tomllib.loads((PACKAGE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = []
    for group, entries in project["entry-points"].items():
        lines += [f"[{group}]", *(f"{name} = {value}" for name, value in entries.items())]
    information = tmp_path / "newsfacts_parliament-0.1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: 0.1.0\n", encoding="utf-8"
    )
    (information / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.syspath_prepend(str(PACKAGE / "src"))
    forget()
    formats.installed_formats.cache_clear()
    yield
    for name in [name for name in sys.modules if name.startswith("newsfacts_parliament")]:
        del sys.modules[name]
    forget()
    formats.installed_formats.cache_clear()


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("code", ["PARL1", "PARL2"])
def test_the_examples_of_its_rules_are_right(code: str) -> None:
    kinds = importlib.import_module("newsfacts_parliament.kinds")
    schema = importlib.import_module("newsfacts").Schema.core().extend(*kinds.KINDS)
    assert wrong_examples(all_rules()[code], schema) == []


@pytest.mark.usefixtures("installed")
def test_wrong_examples_are_told() -> None:
    """Without the kind of the package its rules find nothing, which its examples deny."""
    assert wrong_examples(all_rules()["PARL1"]) == [
        f"PARL1: of {example.text!r} it says [], and not [({example.at!r}, {example.message!r})]"
        for example in all_rules()["PARL1"].INVALID
    ]


@pytest.mark.usefixtures("installed")
def test_the_command_line_uses_the_package(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.facts"
    path.write_text("It was [carried by 31 to 48]{.division ayes=31 noes=48 carried=yes}.", encoding="utf-8")
    outcome = newsfacts(capsys, "check", "--no-config", "--format", "concise", path)
    assert outcome.out.splitlines()[0] == f"{path}:1:9: error PARL1 31 ayes and 48 noes do not carry a motion"
    assert outcome.status == 1
    minutes = tmp_path / "b.minutes"
    minutes.write_text("THE SPEAKER: Order.\n", encoding="utf-8")
    converted = newsfacts(capsys, "convert", minutes, "--to", "facts")
    assert converted.out.endswith("[[THE SPEAKER]{.source}: [Order.]{.quote}]{.attribution}\n")


def test_without_the_package_nothing_of_it_is_known() -> None:
    forget()
    assert "PARL1" not in all_rules()


def test_a_check_of_all_examples_passes_it_over() -> None:
    assert list(find_files([str(PACKAGE)])) == []
