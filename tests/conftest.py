"""What holds for all tests: profiles of Hypothesis (a modest one for everyday runs, `ci` for a thorough one, `small` for
further Pythons), and nothing stays behind."""

from __future__ import annotations

import os
import signal
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

IN_CI = bool(os.environ.get("CI"))  # where the same commit must give the same answer; searching goes on everywhere else
QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large]

settings.register_profile("default", max_examples=20, deadline=None, derandomize=IN_CI, suppress_health_check=QUIET)
settings.register_profile("ci", max_examples=300, deadline=None, suppress_health_check=QUIET)
settings.register_profile("small", max_examples=10, deadline=None, derandomize=IN_CI, suppress_health_check=QUIET)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """The command line, called in this process, sets a handler for SIGTERM; it must not stay when a test is over."""
    before = signal.getsignal(signal.SIGTERM)
    try:
        return (yield)
    finally:
        if signal.getsignal(signal.SIGTERM) is not before:
            signal.signal(signal.SIGTERM, before)
