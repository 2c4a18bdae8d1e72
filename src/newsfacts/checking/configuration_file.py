"""Reads a configuration: `[tool.newsfacts]` in pyproject.toml, or the same settings without that heading in newsfacts.toml.

[tool.newsfacts]
profile = "newsroom"
select = ["N", "D", "altered-quote"]
ignore = ["S14"]
severity = { N21 = "warning" }
policy = "strict"                 # or the path of a policy file
schema = ["casualties.schema.yaml"]
factbook = ["world.factbook.yaml"]
exclude = ["archive/*"]
options.A12.units = "sentence"
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from newsfacts.checking.configuration import MAX_SIZE, Configuration, project_checks
from newsfacts.checking.selectors import code_of, unknown_rule
from newsfacts.errors import ReadError, UsageError
from newsfacts.files import read_bytes
from newsfacts.findings import Severity
from newsfacts.immutable import FrozenDict, frozen
from newsfacts.rules import Rule, all_entries, get_rule
from newsfacts.rules.profiles import PROFILES
from newsfacts.text.source import decode
from newsfacts.text.suggestions import suggestion

if TYPE_CHECKING:
    from newsfacts.checking.toml_keys import KeyLines
    from newsfacts.schema.declared_checks import DeclaredCheck

__all__ = ["FILE_NAMES", "discover", "read_configuration"]

FILE_NAMES = ("newsfacts.toml", "pyproject.toml")
"""The files that may have a configuration, the first one preferred."""

_HAS_TABLE = re.compile(rb"^[ \t]*\[[ \t]*tool\s*(\.\s*newsfacts\b|\]\s*newsfacts\b)", re.MULTILINE)

_TEXTS = MappingProxyType(
    {"profile": "strict", "policy": "strict", "baseline": "baseline.json", "mapping": "labels.yaml"}
)
_LISTS = MappingProxyType({
    "select": "N", "ignore": "N", "extend-select": "N", "schema": "desk.schema.yaml", "factbook": "world.factbook.yaml",
    "exclude": "archive/*",
})  # fmt: skip
"""The settings by what they take, each with an example."""

_KEYS = frozenset({*_TEXTS, *_LISTS, "severity", "options", "fail-on"})


def discover(start: Path) -> Configuration:
    """The nearest configuration from a file or folder upwards, or the defaults. Raises `UsageError` as reading it does."""
    folder = start if start.is_dir() else start.parent
    folder = folder.resolve()
    for candidate in (folder, *folder.parents):
        for name in FILE_NAMES:
            path = candidate / name
            if os.path.isfile(path) and (name == "newsfacts.toml" or has_table(path)):
                return read_configuration(path)
    return Configuration()


def has_table(path: Path) -> bool:
    """Whether a pyproject.toml has a table for newsfacts; one that cannot be opened has none."""
    try:
        return _HAS_TABLE.search(read_bytes(path, limit=MAX_SIZE)) is not None
    except OSError:
        return False


def read_configuration(path: Path) -> Configuration:
    """Read newsfacts.toml, or the table of pyproject.toml. Raises `UsageError` naming file, line and nearest key."""
    from newsfacts.checking.toml_keys import key_lines  # only where there is a configuration

    try:
        text = decode(read_bytes(path, limit=MAX_SIZE)).text
    except OSError as error:
        raise UsageError(f"the configuration {path} cannot be read: {error.strerror}") from None
    except ReadError as error:
        raise UsageError(f"{path}: {error.message}") from None
    try:
        lines = key_lines(text)
    except UsageError as error:
        raise UsageError(f"{path}:{error}") from None
    table = parsed(text, path)
    within: tuple[str, ...] = ()
    if path.name == "pyproject.toml":
        within = ("tool", "newsfacts")
        tool = table.get("tool", {})
        table = tool.get("newsfacts", {}) if isinstance(tool, dict) else {}
        if not isinstance(table, dict):
            raise UsageError(f"{path}:{lines.line(within)}: [tool.newsfacts] is a table of settings")
    return _Table(table, lines, path, within).read()


def parsed(text: str, path: Path) -> dict[str, Any]:
    """A text in TOML as a table. Raises `UsageError`."""
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path} is not TOML: {error}") from None
    except RecursionError:
        raise UsageError(f"{path} cannot be read: its lists and tables are nested too deep") from None
    except ValueError:  # the one other reason: Python reads no more digits than this in one go
        raise UsageError(f"{path} cannot be read: an integer has more than 4,300 digits") from None


@frozen
class _Table:
    """The settings of a file, and what is needed to say where a wrong one is."""

    table: Mapping[str, Any]
    lines: KeyLines
    path: Path
    within: tuple[str, ...]

    def fail(self, message: str, *key: str, word: str | None = None) -> UsageError:
        return UsageError(f"{self.path}:{self.lines.line((*self.within, *key), word)}: {message}")

    def read(self) -> Configuration:
        values = {key.replace("-", "_"): self.setting(key, value) for key, value in self.table.items()}
        configuration = Configuration(**values, root=self.path.parent, path=self.path)
        if configuration.unknown():
            checks = (*configuration.declared_checks(), *project_checks(self.path.parent))
            for key in ("select", "ignore", "extend-select"):
                for word in values.get(key.replace("-", "_"), ()):
                    self.check_word(word, checks, key)
            for word in values.get("severity", ()):
                self.check_word(word, checks, "severity", word)
        return configuration

    def setting(self, key: str, value: Any) -> Any:
        """The value of one setting, as `Configuration` has it."""
        if key == "tool" and not self.within:
            raise self.fail(f"in {self.path.name} the settings need no heading: leave [tool.newsfacts] out", key)
        if key not in _KEYS:
            raise self.fail(f"newsfacts has no setting {key!r}{suggestion(key, _KEYS)}", key)
        if key in _LISTS:
            if not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
                raise self.fail(f'{key} is a list of texts, such as {key} = ["{_LISTS[key]}"]', key)
            return tuple(value)
        if key == "severity":
            table = self.mapping(value, key)
            return FrozenDict({code: self.severity(word, key, code) for code, word in table.items()})
        if key == "fail-on":
            return self.severity(value, key)
        if key == "options":
            return self.options(value)
        if not isinstance(value, str):
            raise self.fail(f'{key} is a text, such as {key} = "{_TEXTS[key]}"', key)
        if key == "profile" and value not in PROFILES:
            raise self.fail(f"no profile is named {value!r}{suggestion(value, PROFILES)}", key)
        return value

    def check_word(self, word: str, checks: Sequence[DeclaredCheck], *key: str) -> None:
        """Raise `UsageError`, with the line, for a word that names no rule and no check of the project's schema files."""
        if code_of(word, checks) is None:
            raise self.fail(str(unknown_rule(word, checks)), *key, word=word)

    def mapping(self, value: Any, *key: str) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self.fail(f"{key[-1]} is a table from codes to settings", *key)
        return value

    def severity(self, word: Any, *key: str) -> Severity:
        try:
            return Severity(word)
        except ValueError:
            raise self.fail(f"a severity is error, warning or info, not {short(word)}", *key) from None

    def options(self, value: Any) -> Mapping[str, Mapping[str, Any]]:
        """The options of single rules, by code or name."""
        found: dict[str, Mapping[str, Any]] = {}
        for name, settings in self.mapping(value, "options").items():
            code = code_of(name)
            rule = get_rule(code) if code in all_entries() else None
            if rule is None:
                known = [*all_entries(), *(entry.name for entry in all_entries().values())]
                raise self.fail(f"no rule has the code {name!r}{suggestion(name, known)}", "options", name)
            if not isinstance(settings, dict):
                raise self.fail(f"the options of {name} are a table, such as [options.{name}]", "options", name)
            found[name] = FrozenDict({key: self.option(rule, name, key, setting) for key, setting in settings.items()})
        return FrozenDict(found)

    def option(self, rule: Rule, name: str, key: str, setting: Any) -> Any:
        """The value of one option: of the type of its default."""
        option = rule.OPTIONS.get(key)
        if option is None:
            raise self.fail(f"{name} has no option {key!r}{suggestion(key, rule.OPTIONS)}", "options", name, key)
        is_list = isinstance(option.default, tuple | list)
        items = setting if is_list and isinstance(setting, list) else [setting]
        default = (option.default or ("",))[0] if is_list else option.default
        if isinstance(setting, list) is not is_list or any(type(item) is not type(default) for item in items):
            message = f"the option {key} of {name} is like {option.default!r}, not {short(setting)}"
            raise self.fail(message, "options", name, key)
        return tuple(setting) if isinstance(setting, list) else setting


def short(value: Any, limit: int = 60) -> str:
    """A value as it is written, cut down: a message repeats no value of any length."""
    shown: Callable[[Any], str] = repr
    try:
        words = shown(value)
    except ValueError:  # an integer of more digits than Python writes
        words = "an integer of very many digits"
    return words if len(words) <= limit else f"{words[: limit - 1]}…"
