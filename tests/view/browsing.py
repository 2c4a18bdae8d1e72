"""What the tests in a browser share. `NEWSFACTS_BROWSER` names a Chromium (`.ci/run` installs one); without it they are skipped.

A page does what it does a moment later than the test: it is waited for with `shows`, never looked at once.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page
    from playwright.sync_api._generated import LocatorAssertions  # it is not exported

__all__ = ["AXE", "BROWSER", "PATIENCE", "in_a_browser", "settled", "shows", "with_axe"]

BROWSER = os.environ.get("NEWSFACTS_BROWSER")
AXE = os.environ.get("NEWSFACTS_AXE")

PATIENCE = 60_000
"""Milliseconds until something that does not happen is given up: many times what a loaded machine needs."""

in_a_browser = pytest.mark.skipif(
    BROWSER is None, reason="NEWSFACTS_BROWSER names a Chromium; none comes with the project"
)
with_axe = pytest.mark.skipif(
    AXE is None, reason="NEWSFACTS_AXE names axe.min.js of axe-core, which is not part of the project"
)


def shows(found: Locator) -> LocatorAssertions:
    """What must become true of an element, sooner or later."""
    from playwright.sync_api import expect

    expect.set_options(timeout=PATIENCE)
    return expect(found)


def settled(page: Page, words: str) -> None:
    """Wait for words on a page that is loaded again, and until its script has run: only then does it hear keys and clicks."""
    page.get_by_text(words).wait_for()
    page.wait_for_load_state()
