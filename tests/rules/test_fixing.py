"""What fixes write."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from newsfacts.rules.fixing import in_quotation_marks


@given(st.text() | st.text(alphabet='\\"\n\t é\x7f\u2028'))
def test_a_value_is_written_as_a_string_of_json(words: str) -> None:
    assert json.loads(in_quotation_marks(words)) == words
    assert in_quotation_marks(words) == json.dumps(words, ensure_ascii=False)
