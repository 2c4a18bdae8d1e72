"""The files around the code agree with each other: dependencies and constraints, versions, hooks, workflows, addresses."""

from __future__ import annotations

import importlib
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.version import Version

import newsfacts
from newsfacts.cli import COMMANDS

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
EXTRAS = PROJECT["project"]["optional-dependencies"]
ADDRESS = PROJECT["project"]["urls"]["Source"]


def environment(python: str) -> dict[str, str]:
    full = f"{python}.9"
    return {"python_version": python, "python_full_version": full, "sys_platform": "linux", "extra": ""}


def applies(requirement: Requirement, python: str) -> bool:
    return requirement.marker is None or requirement.marker.evaluate(environment(python))


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(file: str, python: str) -> dict[str, Version]:
    """The version of each package that a constraints file allows on this Python."""
    lines = (ROOT / "constraints" / file).read_text(encoding="utf-8").splitlines()
    requirements = [Requirement(line) for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"==[^,*]+", str(requirement.specifier)) for requirement in requirements)
    return {
        canonical(requirement.name): Version(str(requirement.specifier)[2:])
        for requirement in requirements
        if applies(requirement, python)
    }


def required(*extras: str) -> list[Requirement]:
    """What the package, some of its extras and its build need."""
    lines = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
    lines += [line for extra in extras for line in EXTRAS[extra]]
    return [requirement for requirement in map(Requirement, lines) if requirement.name != "newsfacts"]


def lowest(requirements: list[Requirement], name: str) -> Version:
    """The lowest version that all bounds of one package allow."""
    bounds = [
        Version(specifier.version)
        for requirement in requirements
        if canonical(requirement.name) == name
        for specifier in requirement.specifier
        if specifier.operator == ">="
    ]
    return max(bounds)


@pytest.mark.parametrize("python", PYTHONS)
def test_the_oldest_versions_that_are_allowed_are_those_that_are_tested(python: str) -> None:
    requirements = [requirement for requirement in required("test") if applies(requirement, python)]
    pinned = pins("oldest.txt", python)
    names = {canonical(requirement.name) for requirement in requirements}
    assert {name: pinned[name] for name in names} == {name: lowest(requirements, name) for name in names}


def test_what_a_release_is_made_with_has_the_versions_that_were_tested_and_a_hash_each() -> None:
    def pinned(file: str) -> list[str]:
        lines = (ROOT / "constraints" / file).read_text(encoding="utf-8").replace("\\\n", "").splitlines()
        return [line for line in lines if not line.startswith("#")]

    a_hash = re.compile(r" +--hash=sha256:[0-9a-f]{64}")
    made_with = pinned("hashes.txt")
    assert made_with
    assert [line for line in made_with if not a_hash.search(line) or "--" in a_hash.sub("", line)] == []
    versions = {a_hash.sub("", line).partition(";")[0].strip() for line in made_with}
    assert versions - {line.partition(";")[0].strip() for line in pinned("newest.txt")} == set()


@pytest.mark.parametrize("python", PYTHONS)
def test_the_newest_versions_are_pinned_and_allowed(python: str) -> None:
    requirements = [requirement for requirement in required(*EXTRAS) if applies(requirement, python)]
    pinned = pins("newest.txt", python)
    wrong = [str(each) for each in requirements if not each.specifier.contains(pinned[canonical(each.name)])]
    assert wrong == []


@pytest.mark.parametrize(
    ("python", "version"), [("3.11", "6.0.1"), ("3.12", "6.0.1"), ("3.13", "6.0.2"), ("3.14", "6.0.3")]
)
def test_pyyaml_is_not_older_than_its_first_release_for_a_python(python: str, version: str) -> None:
    """https://pypi.org/project/PyYAML/#history: earlier releases have no wheels for it and do not build."""
    requirements = [requirement for requirement in required() if applies(requirement, python)]
    assert lowest(requirements, "pyyaml") == Version(version)


def test_the_same_pythons_are_declared_and_tested() -> None:
    minor = re.compile(r"Programming Language :: Python :: (3\.\d+)")
    classifiers = PROJECT["project"]["classifiers"]
    assert tuple(found[1] for each in classifiers if (found := minor.fullmatch(each))) == PYTHONS
    assert PROJECT["project"]["requires-python"] == f">={PYTHONS[0]}"
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8"))
    matrix = workflow["jobs"]["tests"]["strategy"]["matrix"]
    assert tuple(matrix["python"]) == PYTHONS
    assert set(matrix["dependencies"]) == {"oldest", "newest"}
    listed = re.search(r"^PYTHONS = \[(.*)\]$", (ROOT / "noxfile.py").read_text(encoding="utf-8"), re.MULTILINE)
    assert listed is not None
    assert tuple(re.findall(r'"([^"]+)"', listed[1])) == PYTHONS


def test_the_version_has_one_place() -> None:
    assert "version" in PROJECT["project"]["dynamic"]
    assert PROJECT["tool"]["hatch"]["version"]["path"] == "src/newsfacts/__init__.py"
    assert str(Version(newsfacts.__version__)) == newsfacts.__version__


def test_the_changelog_begins_with_what_is_not_released() -> None:
    headings = re.findall(r"^## (.*)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == "Unreleased"


def test_hooks_run_the_versions_that_are_pinned() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    pinned = pins("newest.txt", PYTHONS[0])
    tools = [
        Requirement(line)
        for repository in config["repos"]
        for hook in repository["hooks"]
        for line in hook.get("additional_dependencies", ())
    ]
    assert {tool.name for tool in tools} == {"ruff", "typos"}
    assert [str(tool) for tool in tools] == [f"{tool.name}=={pinned[tool.name]}" for tool in tools]


def test_both_hooks_for_other_projects_check_the_files_of_newsfacts() -> None:
    by_file, everything = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (by_file["id"], everything["id"]) == ("newsfacts", "newsfacts-all")
    assert everything["pass_filenames"] is False
    matching = re.compile(by_file["files"])
    for name in ("a.facts", "b.facts.yaml", "c.facts.yml", "d.facts.json", "e.facts.jsonl", "world.factbook.yaml"):
        assert matching.search(name), name
    assert not matching.search("article.md")
    assert re.search(everything["files"], "newsfacts.toml"), "settings decide what is found"


def test_one_address_throughout() -> None:
    owner = ADDRESS.removeprefix("https://github.com/")
    assert re.fullmatch(r"[\w-]+/newsfacts", owner)
    hosted = [path for path in ROOT.glob(".github/**/*.*") if path.suffix != ".pyc"]
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *hosted, ROOT / "pyproject.toml"]
    for page in pages:
        text = page.read_text(encoding="utf-8")
        found = re.findall(r"(?:github(?:usercontent)?\.com/|uses: )([\w-]+/newsfacts)\b", text)
        assert set(found) <= {owner}, page


def test_links_of_the_readme_work_on_a_package_index() -> None:
    """What is shown there is the README with links that lead to the released files, since it has no folder of its own."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    relative = re.findall(r"\]\((?!https?:)([^)]+)\)", text)
    assert relative
    for rule in PROJECT["tool"]["hatch"]["metadata"]["hooks"]["fancy-pypi-readme"]["substitutions"]:
        text = re.sub(rule["pattern"], rule["replacement"], text)
    assert re.findall(r"\]\((?!https?:)([^)]+)\)", text) == []
    for target in relative:
        home = "https://raw.githubusercontent.com/" if target.endswith((".svg", ".png")) else "https://github.com/"
        assert re.search(rf"\({home}[\w-]+/newsfacts/(?:blob/)?v\$HFPR_VERSION/{re.escape(target)}\)", text), target


def test_the_manual_page_is_installed_and_has_every_command() -> None:
    installed = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert installed == {"man/newsfacts.1": "share/man/man1/newsfacts.1"}
    page = (ROOT / "man" / "newsfacts.1").read_text(encoding="utf-8")
    assert re.findall(r"^\.SS newsfacts (.*)$", page, re.MULTILINE) == list(COMMANDS)
    assert [line for line in page.splitlines() if line.startswith("'")] == []
    assert not re.search(r"\\[^-e&f\"[]", page), "a backslash that roff would read"


def test_who_lacks_hypothesis_reads_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, "newsfacts.testing", raising=False)
    with pytest.raises(ModuleNotFoundError) as caught:
        importlib.import_module("newsfacts.testing")
    assert str(caught.value) == "newsfacts.testing needs Hypothesis: pip install 'newsfacts[testing]'"
    assert "testing" in EXTRAS
