"""The keys that the script in benchmarks/ counts, on corrections counted by hand."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parent.parent.parent / "benchmarks" / "keystrokes.py"


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(SCRIPT.parent))
        return runpy.run_path(str(SCRIPT))


@pytest.mark.parametrize(
    ("draft", "final", "expected"),
    [
        # all right: one key for the attribution and what is in it
        (
            "[[Ann]{.source draft=sure} [said]{.cue draft=sure} [it rained]{.claim draft=sure}]{.attribution draft=sure}.",
            "[[Ann]{.source} [said]{.cue} [it rained]{.claim}]{.attribution}.",
            {"accept": 1},
        ),
        # all wrong: one key too
        (
            "[[Ann]{.source draft=sure} [said]{.cue draft=sure} [it rained]{.claim draft=sure}]{.attribution draft=sure}.",
            "Ann said it rained.",
            {"reject": 1},
        ),
        # the source is wrong, the end of the claim is moved: attribution, cue and claim are accepted one by one
        (
            "[[Ann]{.source draft=sure} [said]{.cue draft=sure} [it rained here]{.claim draft=sure}]{.attribution draft=sure}.",
            "[Ann [said]{.cue} [it rained]{.claim} here]{.attribution}.",
            {"accept": 3, "reject": 1, "edges": 4},
        ),
        ("[It rained]{.claim draft=sure}.", "[It rained]{.quote}.", {"kind": 1}),
        ("[Ann]{.mention draft=sure}.", "[Ann]{.mention note=who}.", {"accept": 1, "attributes": len(" note=who")}),
        ("It rained.", "[It rained]{.claim}.", {"missing": len("[]{.claim}")}),
    ],
)
def test_keys_are_counted_as_said(
    script: dict[str, Any], tmp_path: Path, draft: str, final: str, expected: dict[str, int]
) -> None:
    old, new = tmp_path / "draft.facts", tmp_path / "final.facts"
    old.write_text(draft, encoding="utf-8")
    new.write_text(final, encoding="utf-8")
    [(_, nothing, keys)] = script["rows"]([str(old), str(new)])
    counted = {
        name: getattr(keys, name) for name in ("accept", "reject", "kind", "edges", "attributes", "missing", "head")
    }
    assert {name: number for name, number in counted.items() if number} == expected
    assert keys.all == sum(expected.values())
    assert nothing == len(final) - len(final.translate(str.maketrans("", "", "[]"))) + sum(
        len(part.partition("}")[0]) + 2 for part in final.split("{")[1:]
    )
