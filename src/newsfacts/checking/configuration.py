"""What a project asks of a check. `newsfacts.checking.configuration_file` reads it from pyproject.toml or newsfacts.toml."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from newsfacts.checking.selectors import code_of, family_of, matches, may_be_declared, unknown_rule
from newsfacts.errors import ReadError, UsageError
from newsfacts.files import read_bytes
from newsfacts.findings import READER_CODES, ReaderCode, Severity
from newsfacts.immutable import FrozenDict, frozen
from newsfacts.rules import Rule, RuleEntry, all_entries
from newsfacts.rules.profiles import PROFILES, Profile
from newsfacts.schema.installed import installed_schema
from newsfacts.schema.kinds import Schema
from newsfacts.schema.vocabularies import schema_path
from newsfacts.text.source import decode
from newsfacts.text.suggestions import suggestion

if TYPE_CHECKING:
    from newsfacts.schema.declared_checks import DeclaredCheck
    from newsfacts.values.policy import Policy

__all__ = ["MAX_SIZE", "Configuration", "project_checks"]

_WHOLE_FILE = frozenset({ReaderCode.UNSUPPORTED_VERSION, ReaderCode.CHANGED_TEXT, ReaderCode.BROKEN_YAML})
"""Problems that may leave a document without its annotations: a run of other rules must not be silent about them."""

MAX_SIZE = 1024 * 1024
"""How many bytes a configuration or a policy file may have."""


@frozen(kw_only=True)
class Configuration:
    """What is checked and how. `root` is the folder that paths in it start from.

    `select`, `extend_select`, `ignore`, and the keys of `severity` and `options`, name rules by code (N02), by name
    (lost-hedge) or, except in `options`, by family (N) or all of them (ALL).
    """

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
    mapping: str | None = None
    fail_on: Severity = Severity.WARNING
    root: Path | None = None
    path: Path | None = None

    @staticmethod
    def discover(start: str | os.PathLike[str] = ".") -> Configuration:
        """The nearest configuration from a file or folder upwards, or the defaults. Raises `UsageError` as `read` does."""
        from newsfacts.checking.configuration_file import discover

        return discover(Path(start))

    @staticmethod
    def read(path: str | os.PathLike[str]) -> Configuration:
        """The configuration of a file. Raises `UsageError`, with the line and the nearest key, where it has a mistake."""
        from newsfacts.checking.configuration_file import read_configuration

        return read_configuration(Path(path))

    # -- Which rules
    def canonical(self) -> Configuration:
        """The same configuration, with every rule named by its code.

        Raises `UsageError` for a word that names no rule. One that may be the code of a check in the schema file of a
        single document is left as it is.
        """
        self.profile_settings()
        return attrs.evolve(
            self,
            select=self._codes(self.select),
            extend_select=self._codes(self.extend_select),
            ignore=self._codes(self.ignore),
            severity=FrozenDict(zip(self._codes(self.severity), self.severity.values(), strict=True)),
            options=FrozenDict(zip(self._codes(self.options), self.options.values(), strict=True)),
        )

    def _codes(self, words: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._code(word) for word in words)

    def _code(self, word: str) -> str:
        found = code_of(word)
        if found is not None:
            return found
        checks = self.declared_checks()
        found = code_of(word, checks)
        if found is None and not may_be_declared(word):
            raise unknown_rule(word, checks)
        return found or word.upper()

    def unknown(self, checks: Iterable[DeclaredCheck] = ()) -> tuple[str, ...]:
        """The words that name no built-in or installed rule, and no check of the configured schemas or of `checks`."""
        words = dict.fromkeys((*self.select, *self.extend_select, *self.ignore, *self.severity, *self.options))
        left = [word for word in words if code_of(word) is None]
        declared = (*self.declared_checks(), *checks) if left else ()
        return tuple(word for word in left if code_of(word, declared) is None)

    def profile_settings(self) -> Profile:
        """The profile. Raises `UsageError`, with the nearest name, where there is none of that name."""
        try:
            return PROFILES[self.profile]
        except KeyError:
            raise UsageError(f"no profile is named {self.profile!r}{suggestion(self.profile, PROFILES)}") from None

    def rules(self) -> tuple[Rule, ...]:
        """The rules that run, in the order of the table; checks that schema files declare are not among them."""
        return tuple(entry.rule for entry in self.rule_entries())

    def rule_entries(self) -> tuple[RuleEntry, ...]:
        """The entries of the rules that run, in the same order: no rule of the table is imported."""
        settings = self.canonical()
        entries = all_entries().values()
        chosen = [entry for entry in entries if settings._chooses(entry)]
        added = [entry for entry in entries if matches(entry.code, settings.extend_select)]
        found = {entry.code: entry for entry in (*chosen, *added)}
        return tuple(entry for code, entry in found.items() if not matches(code, settings.ignore))

    def _chooses(self, rule: RuleEntry) -> bool:
        if self.select:
            return matches(rule.code, self.select)
        profile = self.profile_settings()
        wanted = rule.default or self.profile in rule.profiles or matches(rule.code, profile.on)
        return wanted and not matches(rule.code, profile.off) and rule.severity.rank >= profile.least.rank

    def reports(self, code: str) -> bool:
        """Whether findings of readers, and of checks that schema files declare, with this code are reported."""
        if code == ReaderCode.UNREADABLE_FILE:
            return True
        if matches(code, self.ignore):
            return False
        if code in _WHOLE_FILE and not matches(code, self.profile_settings().off):
            return True
        if self.select or matches(code, self.extend_select):
            return matches(code, (*self.select, *self.extend_select))
        profile = self.profile_settings()
        severity = READER_CODES[code].severity if code in READER_CODES else Severity.ERROR
        return severity.rank >= profile.least.rank and not matches(code, profile.off)

    def severity_of(self, code: str) -> Severity | None:
        """A severity that the configuration or its profile sets for a code, its family, or all rules."""
        for table in (self.severity, self.profile_settings().severity):
            found = table.get(code) or table.get(family_of(code)) or table.get("ALL")
            if found is not None:
                return found
        return None

    def rule_options(self) -> Mapping[str, Mapping[str, Any]]:
        """Options by code: the profile's, and over them the configuration's."""
        merged = {code: dict(options) for code, options in self.profile_settings().options.items()}
        for code, options in self.options.items():
            merged.setdefault(code, {}).update(options)
        return merged

    # -- What documents are read with
    def value_policy(self) -> Policy:
        """How numbers are read. Raises `UsageError` where there is no such policy or its file cannot be used."""
        from newsfacts.values.policy import Policy

        wanted = self.policy or self.profile_settings().policy
        if not wanted.endswith((".yaml", ".yml")):
            return Policy.profile(wanted)
        try:
            text = decode(read_bytes((self.root or Path()) / wanted, limit=MAX_SIZE)).text
        except OSError as error:
            raise UsageError(f"the policy {wanted} cannot be read: {error.strerror}") from None
        except ReadError as error:
            raise UsageError(f"the policy {wanted} cannot be read: {error.message}") from None
        try:
            return Policy.from_yaml(text)
        except UsageError as error:
            raise UsageError(f"the policy {wanted} cannot be used: {error}") from None

    def document_schema(self, base: Schema | None = None) -> Schema:
        """The kinds that documents may have: those of `base`, or else the built-in and installed ones, and the configured ones.

        Raises `UsageError` with the first mistake of a schema file.
        """
        if not self.schema:
            return base or installed_schema()
        from newsfacts.schema.file import with_schema_files

        root = self.root or Path()
        return with_schema_files(base or installed_schema(), [schema_path(name, root) for name in self.schema])

    def declared_checks(self) -> tuple[DeclaredCheck, ...]:
        """The checks of installed and configured schemas."""
        return tuple(self.document_schema().checks)


def project_checks(root: Path) -> Iterator[DeclaredCheck]:
    """The checks of every schema file in a project, and of the vocabularies, which single documents may name."""
    from newsfacts.checking.find_files import find_files, is_schema
    from newsfacts.schema.file import load_schema
    from newsfacts.schema.vocabularies import vocabularies

    files = [file.path for file in find_files([os.fspath(root)]) if is_schema(file.path)]
    paths: list[str | Path] = [*vocabularies().values(), *files]
    for path in paths:
        try:
            yield from load_schema(path, installed_schema()).schema.checks
        except OSError:
            continue
