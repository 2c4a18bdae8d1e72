"""What installed packages bring: it is used, and what is wrong with it is said with the package's name."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from newsfacts import plugins
from newsfacts.errors import UsageError
from newsfacts.model import Count
from newsfacts.rules import all_rules, get_rule, installed_rules
from newsfacts.schema.file import installed_schema

MODULE = """
import attrs
import newsfacts
from newsfacts.findings import Severity
from newsfacts.rules import Rule


@attrs.frozen(kw_only=True)
class Votes(newsfacts.Count):
    KIND = "votes"


class Good(Rule):
    code = "XY1"
    name = "good"
    severity = Severity.INFO


class Taken(Good):
    code = "N01"


class Short(Good):
    code = "Y1"


KINDS = (Votes,)
CLASHING = (Votes, type("Other", (Votes,), {}))
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on the path with a package `votes_package`, whose entry points a test writes."""
    (tmp_path / "votes_package.py").write_text(MODULE, encoding="utf-8")
    (tmp_path / "votes.schema.yaml").write_text(
        "newsfacts-schema: 1\nkinds: {ballot: {parent: count}}\n", encoding="utf-8"
    )
    information = tmp_path / "votes-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: votes\nVersion: 1.0\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    forget()
    yield tmp_path
    sys.modules.pop("votes_package", None)
    forget()


def forget() -> None:
    for cached in (plugins.plugins, installed_schema, installed_rules, all_rules, get_rule):
        cached.cache_clear()


def offer(folder: Path, group: str, value: str) -> None:
    (folder / "votes-1.0.dist-info" / "entry_points.txt").write_text(
        f"[newsfacts.{group}]\nvotes = {value}\n", encoding="utf-8"
    )


def test_kinds_of_a_package_are_known(package: Path) -> None:
    offer(package, "schemas", "votes_package:KINDS")
    kind = installed_schema()["votes"]
    assert (kind.parent, issubclass(kind.cls, Count)) == ("count", True)


def test_a_schema_file_of_a_package_is_read(package: Path) -> None:
    with (package / "votes_package.py").open("a", encoding="utf-8") as file:
        file.write("import pathlib\nFILE = pathlib.Path(__file__).parent / 'votes.schema.yaml'\n")
    offer(package, "schemas", "votes_package:FILE")
    assert installed_schema()["ballot"].parent == "count"


def test_rules_of_a_package_are_known_last(package: Path) -> None:
    offer(package, "rules", "votes_package:Good")
    assert list(all_rules())[-1] == "XY1"
    assert get_rule("XY1").name == "good"


@pytest.mark.parametrize(
    ("group", "value", "message"),
    [
        ("rules", "votes_package:Taken", "the rules votes of the package votes use the code N01, which is already taken"),
        ("rules", "votes_package:Short", "the rules votes of the package votes use the code Y1; their codes begin with two to eight capitals"),
        ("rules", "votes_package:Votes", "the rules votes of the package votes are not rules: <class 'votes_package.Votes'>"),
        ("rules", "votes_package:Absent", "the rules votes of the package votes cannot be loaded: AttributeError: module 'votes_package' has no attribute 'Absent'"),
        ("schemas", "absent_package:KINDS", "the schemas votes of the package votes cannot be loaded: ModuleNotFoundError: No module named 'absent_package'"),
        ("schemas", "votes_package:CLASHING", "the schema votes of the package votes cannot be used: Other needs a name for annotated text: set KIND, such as KIND = 'other'"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_names_the_package(package: Path, group: str, value: str, message: str) -> None:
    offer(package, group, value)
    with pytest.raises(UsageError) as refused:
        installed_rules() if group == "rules" else installed_schema()
    assert str(refused.value) == message


def test_nothing_is_offered_by_default() -> None:
    forget()
    assert attrs.asdict(plugins.Plugin("a", 1)) == {"where": "a", "value": 1}
    assert plugins.plugins("nothing-of-this-name") == ()
