"""Hypothesis profiles: a modest one for everyday runs, `ci` for a thorough one, `small` for further Pythons."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

IN_CI = bool(os.environ.get("CI"))  # where the same commit must give the same answer; searching goes on everywhere else
QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large]

settings.register_profile("default", max_examples=20, deadline=None, derandomize=IN_CI, suppress_health_check=QUIET)
settings.register_profile("ci", max_examples=300, deadline=None, suppress_health_check=QUIET)
settings.register_profile("small", max_examples=10, deadline=None, derandomize=IN_CI, suppress_health_check=QUIET)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
