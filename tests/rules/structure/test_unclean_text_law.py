"""S12 finds every text that is not in composed form, although it does not look closely at most texts."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import check
from newsfacts.model import Document

ONLY_S12 = Configuration(select=("S12",))
LETTERS = st.text("aeoAZ é“”’—\u0301\u0308\u030c\u2000\u212b\u0416\uac00\u1100\u1161", max_size=12)


@given(LETTERS)
def test_a_text_that_is_not_composed_is_found_whatever_is_around_it(text: str) -> None:
    found = [finding.code for finding in check(Document(text=text), ONLY_S12).findings]
    assert found == ([] if unicodedata.normalize("NFC", text) == text else ["S12"])
