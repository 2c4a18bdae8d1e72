"""Running tests for mutants: fast, in copies of a process that has imported everything, and thoroughly, in a new one.

The fast way replaces the code of one function. Only those tests run that call it, the quick ones first. A mutant that is not inside
one function, or whose function no test calls, is imported anew, and all tests of its module run.
"""

from __future__ import annotations

import functools
import gc
import importlib
import importlib.machinery
import importlib.util
import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from importlib.abc import MetaPathFinder
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType

import attrs
import pytest

from mutation.mutants import Mutant
from mutation.processes import FAILED, forked, silence

TIMES_AS_LONG, SECONDS_MORE = 4, 10
"""A mutant is noticed when its tests take this many times the processor time that they take without it, and so much more."""
LONGEST = 3600
"""Seconds for all mutants of a module together, on the clock and of the processor."""
OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", "-p", "no:xdist")


class TestsDoNotRun(Exception):
    """Without any mutant, the tests fail or cannot be collected."""


class Settings:
    """A plugin for pytest: properties look at the same few examples each time, and do not shrink what they find."""

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self) -> None:
        import hypothesis  # not before pytest starts, which rewrites its assertions

        hypothesis.settings.register_profile(
            "mutation",
            max_examples=15,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
            suppress_health_check=list(hypothesis.HealthCheck),
        )
        hypothesis.settings.load_profile("mutation")


def noticed_fast(mutants: Sequence[Mutant], tests: Sequence[str]) -> dict[int, bool]:
    """By the numbers of those mutants whose function is called by tests: whether one of them notices the code that replaces its own.

    Raises:
        TestsDoNotRun: without any mutant, the tests fail.
    """
    reading, writing = os.pipe()

    def serve() -> int:
        silence()
        return int(pytest.main([*tests, *OPTIONS], plugins=[Settings(), _Copies(mutants, writing)]))

    forked(serve, LONGEST, LONGEST)
    os.close(writing)
    with open(reading, encoding="utf-8") as lines:  # a few bytes for each mutant, which a pipe has room for
        found = [json.loads(line) for line in lines]
    if not found or found[0] != "passed":
        raise TestsDoNotRun
    return dict(found[1:])


def noticed_anew(mutant: Mutant, tests: Sequence[str], seconds: float) -> bool:
    """Whether the tests notice a mutant that is imported in the place of its module.

    Raises:
        TestsDoNotRun: pytest finds no tests.
    """

    def run() -> int:
        silence()
        sys.meta_path.insert(0, _Altered(mutant.name, mutant.path, mutant.source))
        try:
            importlib.import_module(mutant.name)
        except Exception:
            return FAILED
        return int(pytest.main([*tests, *OPTIONS], plugins=[Settings()]))

    status = forked(run, seconds)
    if status in (pytest.ExitCode.USAGE_ERROR, pytest.ExitCode.NO_TESTS_COLLECTED):
        raise TestsDoNotRun
    return status != pytest.ExitCode.OK


@attrs.frozen
class _Altered(MetaPathFinder):
    """Imports one module from other source text than that of its file."""

    name: str
    path: Path
    source: str

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self.name:
            return None
        loader = _Loader(fullname, str(self.path))
        loader.source = self.source
        return importlib.util.spec_from_file_location(fullname, self.path, loader=loader)


class _Loader(importlib.machinery.SourceFileLoader):
    source = ""

    def get_code(self, fullname: str) -> CodeType:
        code = compile(self.source, self.path, "exec", dont_inherit=True)
        assert isinstance(code, CodeType)
        return code


class _Copies:
    """A plugin for pytest that runs the collected tests in copies of its process, one for each mutant."""

    def __init__(self, mutants: Sequence[Mutant], answers: int) -> None:
        self.mutants, self.answers = mutants, answers

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        path = str(self.mutants[0].path)
        calls = self._calls(session, path)
        if calls is None:
            self._say("failed")
            return True
        self._say("passed")
        functions = {item.__code__.co_qualname: item for item in gc.get_objects() if _is_from(item, path)}
        for number, mutant in enumerate(self.mutants):
            function = functions.get(mutant.function)
            tests = sorted((seconds, test) for test, seconds in calls[mutant.function].items())
            if function is not None and tests:
                self._say((number, self._is_noticed(session, mutant, function, tests)))
        return True

    def _is_noticed(
        self, session: pytest.Session, mutant: Mutant, function: FunctionType, tests: Sequence[tuple[float, int]]
    ) -> bool:
        def run() -> int:
            assert mutant.code is not None
            function.__code__ = mutant.code
            return _first_failure(session, [session.items[number] for _, number in tests])

        seconds = sum(seconds for seconds, _ in tests) * TIMES_AS_LONG + SECONDS_MORE
        return forked(run, seconds) != 0

    def _calls(self, session: pytest.Session, path: str) -> Mapping[str, Mapping[int, float]] | None:
        """For each function of the module, the numbers of the tests that call it and their seconds; None where one fails."""
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            status = FAILED
            try:
                status = _record(session, path, writing)
            finally:
                os._exit(status)
        os.close(writing)
        found: dict[str, dict[int, float]] = defaultdict(dict)
        with open(reading, encoding="utf-8") as lines:
            for line in lines:
                number, seconds, names = json.loads(line)
                for name in names:
                    found[name][number] = seconds
        _, status = os.waitpid(child, 0)
        return found if status == 0 else None

    def _say(self, answer: object) -> None:
        os.write(self.answers, json.dumps(answer).encode() + b"\n")


def _is_from(item: object, path: str) -> bool:
    return type(item) is FunctionType and item.__code__.co_filename == path


def _record(session: pytest.Session, path: str, writing: int) -> int:
    names: set[str] = set()

    def called(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_filename == path:
            names.add(frame.f_code.co_qualname.partition(".<locals>")[0])

    caches = [item for item in gc.get_objects() if isinstance(item, functools._lru_cache_wrapper)]
    caches = [
        item
        for item in caches
        if item.__module__.startswith("newsfacts.") and (item.cache_parameters()["maxsize"] or 0) > 1
    ]
    for number, item in enumerate(session.items):
        for (
            cache
        ) in caches:  # or a test would not be seen to call what an earlier one has called with the same arguments
            cache.cache_clear()
        names.clear()
        started = time.process_time()
        sys.setprofile(called)
        status = _first_failure(session, [item])
        sys.setprofile(None)
        if status:
            return status
        line = json.dumps([number, time.process_time() - started, sorted(names)])
        os.write(writing, line.encode() + b"\n")
    return 0


def _first_failure(session: pytest.Session, items: Sequence[pytest.Item]) -> int:
    for number, item in enumerate(items):
        following = items[number + 1] if number + 1 < len(items) else None
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return FAILED
    return 0
