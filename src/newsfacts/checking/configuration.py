"""What a project asks of a check: `[tool.newsfacts]` in pyproject.toml, or newsfacts.toml, and the command line.

[tool.newsfacts]
profile = "newsroom"
select = ["N", "D", "Q01"]
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
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from newsfacts.errors import ReadError, UsageError
from newsfacts.files import read_bytes
from newsfacts.findings import READER_CODES, Severity
from newsfacts.immutable import FrozenDict
from newsfacts.rules import FAMILIES, Rule, all_rules, rule_modules
from newsfacts.rules.profiles import PROFILES, Profile
from newsfacts.schema.file import installed_schema, with_schema_files
from newsfacts.schema.kinds import Schema, suggestion
from newsfacts.schema.vocabularies import schema_path
from newsfacts.text.source import decode

if TYPE_CHECKING:
    from newsfacts.values.policy import Policy

__all__ = ["Configuration", "discover", "read_configuration"]

_OF_A_SCHEMA = re.compile(r"[A-Z]{2,8}[0-9]{0,4}\Z")  # codes of checks that schema files declare

MAX_SIZE = 1024 * 1024
"""How many bytes a configuration or a policy file may have."""

FILE_NAMES = ("newsfacts.toml", "pyproject.toml")

_LISTS = ("select", "ignore", "extend-select", "schema", "factbook", "exclude")
_EXAMPLES = {"schema": "desk.schema.yaml", "factbook": "world.factbook.yaml", "exclude": "archive/*"}
_KEYS = frozenset({*_LISTS, "profile", "severity", "policy", "options", "baseline", "fail-on"})


@attrs.frozen(kw_only=True)
class Configuration:
    """One complete answer to what is checked and how. `root` is the folder that paths in it start from."""

    profile: str = "default"
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = attrs.field(default=FrozenDict({}), hash=False)
    options: Mapping[str, Mapping[str, Any]] = attrs.field(default=FrozenDict({}), hash=False)
    policy: str | None = None
    schema: tuple[str, ...] = ()
    factbook: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    baseline: str | None = None
    fail_on: Severity = Severity.WARNING
    root: Path | None = None
    path: Path | None = None

    def profile_settings(self) -> Profile:
        """The profile. Raises `UsageError` where there is none of that name."""
        try:
            return PROFILES[self.profile]
        except KeyError:
            raise UsageError(f"no profile is named {self.profile!r}{suggestion(self.profile, PROFILES)}") from None

    def rules(self) -> tuple[Rule, ...]:
        """The rules that run, in the order of the table."""
        profile = self.profile_settings()
        if self.select:
            check_selectors(self.select)
            chosen = [rule for rule in all_rules().values() if matches(rule.code, self.select)]
        else:
            chosen = [
                rule
                for rule in all_rules().values()
                if (rule.default or self.profile in rule.profiles or matches(rule.code, profile.on))
                and not matches(rule.code, profile.off)
                and rule.severity.rank >= profile.least.rank
            ]
        check_selectors((*self.extend_select, *self.ignore))
        extended = [
            rule for rule in all_rules().values() if matches(rule.code, self.extend_select) and rule not in chosen
        ]
        return tuple(rule for rule in (*chosen, *extended) if not matches(rule.code, self.ignore))

    def reports(self, code: str) -> bool:
        """Whether findings of readers with this code are reported."""
        if matches(code, self.ignore):
            return False
        if self.select or matches(code, self.extend_select):
            return matches(code, (*self.select, *self.extend_select))
        profile = self.profile_settings()
        severity = READER_CODES[code].severity if code in READER_CODES else Severity.ERROR
        return severity.rank >= profile.least.rank and not matches(code, profile.off)

    def severity_of(self, code: str) -> Severity | None:
        """A severity that the configuration or its profile sets for a code or its family."""
        for table in (self.severity, self.profile_settings().severity):
            found = table.get(code) or table.get(code[0])
            if found is not None:
                return found
        return None

    def value_policy(self) -> Policy:
        """How numbers are taken."""
        from newsfacts.values.policy import Policy

        wanted = self.policy or self.profile_settings().policy
        if wanted.endswith((".yaml", ".yml")):
            path = (self.root or Path()) / wanted
            try:
                return Policy.from_yaml(decode(read_bytes(path, limit=MAX_SIZE)).text)
            except OSError as error:
                raise UsageError(f"the policy {wanted} cannot be read: {error.strerror}") from None
            except ReadError as error:
                raise UsageError(f"the policy {wanted} cannot be read: {error.message}") from None
        return Policy.profile(wanted)

    def document_schema(self) -> Schema:
        """The kinds that documents may have: built-in, of installed packages, and of the configured schema files."""
        root = self.root or Path()
        return with_schema_files(installed_schema(), [schema_path(name, root) for name in self.schema])

    def rule_options(self) -> Mapping[str, Mapping[str, Any]]:
        """Options by code: the profile's, and over them the configuration's."""
        merged = {code: dict(options) for code, options in self.profile_settings().options.items()}
        for code, options in self.options.items():
            merged.setdefault(code, {}).update(options)
        return merged


def matches(code: str, selectors: Iterable[str]) -> bool:
    """Whether a code is named by one of the selectors: a code (N14), a family (N), or ALL."""
    return any(selector == "ALL" or code.startswith(selector) for selector in selectors)


def check_selectors(selectors: Iterable[str]) -> None:
    """Raise `UsageError` for a selector that names nothing."""
    known = rule_modules()
    for selector in selectors:
        if not selector:
            raise UsageError("an empty code names no rule")
        if (
            selector != "ALL"
            and not _OF_A_SCHEMA.match(selector)
            and not any(code.startswith(selector) for code in (*known, *FAMILIES))
        ):
            raise UsageError(f"no rule or family has the code {selector!r}{suggestion(selector, [*known, *FAMILIES])}")


def discover(start: Path) -> Configuration:
    """The nearest configuration from a folder upwards, or the defaults."""
    folder = start if start.is_dir() else start.parent
    folder = folder.resolve()
    for candidate in (folder, *folder.parents):
        for name in FILE_NAMES:
            path = candidate / name
            if os.path.isfile(path) and (name == "newsfacts.toml" or names_newsfacts(path)):
                return read_configuration(path)
    return Configuration()


def names_newsfacts(path: Path) -> bool:
    """Whether a pyproject.toml has a table for newsfacts; one that cannot be opened has none."""
    try:
        return (
            re.search(
                rb"^[ \t]*\[[ \t]*tool\s*(\.\s*newsfacts\b|\]\s*newsfacts\b)",
                read_bytes(path, limit=MAX_SIZE),
                re.MULTILINE,
            )
            is not None
        )
    except OSError:
        return False


def read_configuration(path: Path) -> Configuration:
    """Read newsfacts.toml, or the table of pyproject.toml. Raises `UsageError` naming file, line and nearest key."""
    import tomllib

    try:
        text = decode(read_bytes(path, limit=MAX_SIZE)).text
        table = tomllib.loads(text)
    except OSError as error:
        raise UsageError(f"the configuration {path} cannot be read: {error.strerror}") from None
    except ReadError as error:
        raise UsageError(f"{path}: {error.message}") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"{path} is not TOML: {error}") from None
    if path.name == "pyproject.toml":
        tool = table.get("tool", {})
        table = tool.get("newsfacts", {}) if isinstance(tool, dict) else {}
        if not isinstance(table, dict):
            raise UsageError(f"{path}: [tool.newsfacts] is a table of settings")
    return attrs.evolve(_Table(table, text, path).read(), root=path.parent, path=path)


@attrs.frozen
class _Table:
    table: Mapping[str, Any]
    text: str
    path: Path

    def fail(self, key: str, message: str) -> UsageError:
        found = re.search(rf"^[ \t]*(?:[\w-]+\.)*{re.escape(key)}\b", self.text, re.MULTILINE)
        line = self.text.count("\n", 0, found.end()) + 1 if found else 1
        return UsageError(f"{self.path}:{line}: {message}")

    def read(self) -> Configuration:
        values: dict[str, Any] = {}
        for key, value in self.table.items():
            if key == "tool" and self.path.name != "pyproject.toml":
                raise self.fail(
                    key, f"in {self.path.name} the settings stand by themselves: leave [tool.newsfacts] out"
                )
            if key not in _KEYS:
                raise self.fail(key, f"newsfacts has no setting {key!r}{suggestion(key, _KEYS)}")
            if key in _LISTS:
                if not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
                    raise self.fail(key, f'{key} is a list of texts, such as {key} = ["{_EXAMPLES.get(key, "N")}"]')
                values[key.replace("-", "_")] = tuple(value)
            elif key == "severity":
                values[key] = {code: self.one_severity(code, word) for code, word in self.mapping(key, value).items()}
            elif key == "fail-on":
                values["fail_on"] = self.one_severity(key, value)
            elif key == "options":
                values[key] = self.options(value)
            elif not isinstance(value, str):
                raise self.fail(
                    key, f'{key} is a text, such as {key} = "{"strict" if key != "baseline" else "baseline.json"}"'
                )
            else:
                values[key] = value
        if values.get("profile", "default") not in PROFILES:
            wrong = values["profile"]
            raise self.fail("profile", f"no profile is named {wrong!r}{suggestion(wrong, PROFILES)}")
        for key in ("select", "ignore", "extend_select", "severity", "options"):
            try:
                check_selectors(values.get(key, ()))
            except UsageError as error:
                raise self.fail(key.replace("_", "-"), str(error)) from None
        return Configuration(**values)

    def mapping(self, key: str, value: Any) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self.fail(key, f"{key} is a table from codes to settings")
        return value

    def one_severity(self, key: str, word: Any) -> Severity:
        try:
            return Severity(word)
        except ValueError:
            raise self.fail(key, f"a severity is error, warning or info, not {word!r}") from None

    def options(self, value: Any) -> Mapping[str, Mapping[str, Any]]:
        known = all_rules()
        for code, settings in self.mapping("options", value).items():
            if code not in known:
                raise self.fail(code, f"no rule has the code {code!r}{suggestion(code, known)}")
            if not isinstance(settings, dict):
                raise self.fail(code, f"the options of {code} are a table, such as [options.{code}]")
            for name, setting in settings.items():
                option = known[code].OPTIONS.get(name)
                if option is None:
                    raise self.fail(name, f"{code} has no option {name!r}{suggestion(name, known[code].OPTIONS)}")
                if type(setting) is not (list if isinstance(option.default, tuple) else type(option.default)):
                    raise self.fail(name, f"the option {name} of {code} is like {option.default!r}, not {setting!r}")
        return {
            code: {name: tuple(setting) if isinstance(setting, list) else setting for name, setting in settings.items()}
            for code, settings in value.items()
        }
