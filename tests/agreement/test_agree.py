"""How far annotators agree: against published examples, an independent package, and by hand."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from tests.cli.running import newsfacts, write

from newsfacts.agreement.agree import agree
from newsfacts.agreement.coefficients import (
    alpha,
    cohen_kappa,
    expected_disagreement,
    fleiss_kappa,
    total,
    unit_differences,
)
from newsfacts.documents import loads
from newsfacts.errors import UsageError
from newsfacts.text.spans import Span


def units(*pairs: tuple[int, int]) -> list[Span]:
    """Units by start and length, in a text that begins at 150 as in the example."""
    return [Span(start - 150, start - 150 + length) for start, length in pairs]


C = [units((225, 70), (370, 30)), units((220, 80), (355, 20), (400, 20))]
K = [units((180, 60), (300, 50)), units((180, 60), (300, 50))]


def test_alpha_of_the_example_of_krippendorff_2004() -> None:
    """Two observers, 300 long: D_o 0.0144 and 0; D_e 0.0532 and 0.0490; alpha 0.7286, 1, and 0.8591 of both, from rounded figures."""
    # By hand: (225-220)² + (295-300)² = 50; 370-355 = 15 and 400-375 = 25: 225 + 625 = 850; 20² = 400. 2 · 1300 / (2 · 300²).
    assert total(unit_differences(C)) == 1300
    assert float(Fraction(1300, 300**2)) == pytest.approx(0.0144, abs=5e-5)
    assert total(unit_differences(K)) == 0
    expected = [expected_disagreement(each, 300) for each in (C, K)]
    assert [float(each) for each in expected] == pytest.approx([0.0532, 0.0490], abs=5e-5)
    assert float(alpha(1300, expected[0], 2, 300) or 0) == pytest.approx(0.7286, abs=5e-4)
    assert alpha(0, expected[1], 2, 300) == 1
    assert float(alpha(1300, sum(expected, Fraction(0)), 2, 300) or 0) == pytest.approx(0.8591, abs=5e-4)


def test_kappa_by_hand() -> None:
    """20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: observed 0.7, by chance 0.5 · 0.6 + 0.5 · 0.4 = 0.5."""
    table = {("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}
    assert cohen_kappa(table) == Fraction(2, 5)
    assert cohen_kappa({("yes", "yes"): 3}) is None
    assert cohen_kappa({}) is None


def test_fleiss_kappa_by_hand() -> None:
    """Three annotators, two items: aaa and aab. Observed (1 + 1/3) / 2 = 2/3, by chance (5/6)² + (1/6)² = 13/18."""
    assert fleiss_kappa({(("a", 3),): 1, (("a", 2), ("b", 1)): 1}) == Fraction(-1, 5)
    assert fleiss_kappa({(("a", 3),): 4}) is None
    assert fleiss_kappa({}) is None


def task(rated: Sequence[Sequence[int]]) -> Any:
    """The ratings of each item by each annotator, as NLTK takes them."""
    return AnnotationTask([(rater, item, label) for item, row in enumerate(rated) for rater, label in enumerate(row)])


RATINGS = st.integers(2, 4).flatmap(
    lambda raters: st.lists(st.lists(st.integers(0, 2), min_size=raters, max_size=raters), min_size=2, max_size=8)
)


@given(rated=RATINGS)
@settings(max_examples=40)
def test_fleiss_kappa_agrees_with_another_package(rated: list[list[int]]) -> None:
    """The package computes alpha for nominal labels: 1 - alpha is 1 - kappa times (nm - 1) / nm, for n items and m annotators."""
    kappa = fleiss_kappa(Counter(tuple(sorted(Counter(item).items())) for item in rated))
    if kappa is not None:
        size = len(rated) * len(rated[0])
        theirs = task(rated).alpha()
        assert float(1 - (1 - kappa) * Fraction(size - 1, size)) == pytest.approx(theirs)


@given(rated=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=2, max_size=12))
@settings(max_examples=25)
def test_cohen_kappa_agrees_with_another_package(rated: list[tuple[int, int]]) -> None:
    ours = cohen_kappa(Counter(rated))
    if ours is not None:
        assert float(ours) == pytest.approx(task(rated).kappa())


def figures(exact: Fraction | int, overlap: int) -> tuple[Fraction | None, Fraction | None]:
    return Fraction(exact), Fraction(overlap)


def versions(*texts: str) -> list[Any]:
    return [loads(text, path=f"{name}.facts") for name, text in zip(("ann", "ben", "cy"), texts, strict=False)]


def test_f1_of_spans_and_roles_by_hand() -> None:
    """Ann has 4 annotations, Ben 4; three are the same, and the claims overlap."""
    found = agree(
        versions(
            "[[Mayor Ann Weiss]{.source} [said]{.cue} that [12 ships sank]{.claim}]{.attribution}.",
            "[[Mayor Ann Weiss]{.source} [said]{.cue} [that 12 ships sank]{.claim}]{.attribution}.",
        )
    )
    assert found.names == ("ann", "ben")
    assert (found.overall.exact.value, found.overall.overlap.value) == figures(Fraction(6, 8), 1)
    assert {kind.kind: (kind.exact.value, kind.overlap.value) for kind in found.kinds} == {
        "attribution": figures(1, 1), "claim": figures(0, 1), "cue": figures(1, 1), "source": figures(1, 1),
    }  # fmt: skip
    assert {role.role: (role.exact.value, role.overlap.value) for role in found.roles} == {
        None: figures(Fraction(4, 6), 1), "content": figures(0, 1), "cue": figures(1, 1), "source": figures(1, 1),
    }  # fmt: skip
    assert [str(each) for each in found.disagreements] == [
        "other edges: claim “12 ships sank” in ann, “that 12 ships sank” in ben"
    ]


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        ("[12]{.count} ships.", "12 ships.", "missing in ben: count “12”"),
        ("12 ships.", "[12]{.count} ships.", "missing in ann: count “12”"),
        ("[12 ships]{.claim}.", "[12 ships]{.count}.", "other kind: “12 ships” is claim in ann, count in ben"),
        (
            "[12 ships]{.count} left.",
            "[12 ships]{.count value=13} left.",
            "other value: count “12 ships” is 12 ships in ann, 13 in ben",
        ),
        (
            "[Rents fell]{.claim}.",
            "[Rents fell]{.claim polarity=negative}.",
            "other polarity: claim “Rents fell” is nothing in ann, negative in ben",
        ),
    ],
)
def test_disagreements_are_said_with_their_words(one: str, other: str, message: str) -> None:
    found = agree(versions(one, other)).disagreements
    assert [str(each) for each in found] == [message]


def test_another_role_is_a_disagreement() -> None:
    found = agree(
        versions("[[Ann]{.source} [said]{.cue} so]{.attribution}.", "[Ann]{.source} [[said]{.cue} so]{.attribution}.")
    )
    assert "other role: source “Ann” is the source of “Ann said so” in ann, nothing in ben" in map(
        str, found.disagreements
    )


def test_three_annotators() -> None:
    found = agree(versions("[12]{.count} ships.", "[12]{.count} ships.", "12 ships."))
    # One of three pairs agrees: 2 of 2, 0 of 1, 0 of 1. Words: “12” is aab, “ships” and “.” are bbb.
    assert found.overall.exact.value == Fraction(2, 4)
    assert found.overall.kappa.value == fleiss_kappa({((False, 1), (True, 2)): 1, ((False, 3),): 2})


MANY = "One [2 ships]{.count} sank. Two [3 ships]{.count} sank. " * 4
OTHERS = "One [2]{.count} ships sank. Two [3 ships]{.count} sank. " * 4


def test_intervals_are_the_same_again_and_are_around_the_figure() -> None:
    one, again = (agree(versions(MANY, OTHERS), resamples=200, seed=7) for _ in range(2))
    assert one == again
    exact = one.overall.exact
    assert exact.value == Fraction(1, 2)
    assert exact.low is not None
    assert exact.high is not None
    assert 0 <= exact.low < exact.value < exact.high <= 1
    assert agree(versions("[2]{.count} x.", "[2]{.count} x.")).overall.exact.low is None


def test_the_same_work_agrees_wholly() -> None:
    found = agree(versions(MANY, MANY))
    assert [
        e.value for e in (found.overall.exact, found.overall.overlap, found.overall.alpha, found.overall.kappa)
    ] == [1] * 4
    assert found.disagreements == ()


def test_other_texts_are_refused_with_the_place() -> None:
    with pytest.raises(UsageError, match=r"ben\.facts:1:4: the texts differ from here"):
        agree(versions("12 ships.", "12 boats."))
    with pytest.raises(UsageError, match="at least two"):
        agree(versions("12 ships."))


def test_the_command_reports_and_fails_where_annotators_differ(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, a__facts="[12]{.count} ships.", b__facts="[12 ships]{.count}.")
    found = newsfacts(capsys, "agree", "a.facts", "b.facts")
    assert found.status == 1
    assert "a.facts:1:2: other edges: count “12” in a, “12 ships” in b" in found.out.splitlines()
    data = json.loads(newsfacts(capsys, "agree", "a.facts", "b.facts", "--json").out)
    assert data["kinds"][0]["overlap"] == {"value": 1.0, "low": None, "high": None}
    merged = newsfacts(capsys, "merge", "a.facts", "b.facts", "-o", "c.facts")
    assert (merged.status, merged.out) == (1, "0 agreed, 2 disputed, a has 1, b has 1\n")
    assert newsfacts(capsys, "merge", "c.facts", "--only", "a", "-o", "again.facts").status == 0
    assert (tmp_path / "again.facts").read_text(encoding="utf-8").endswith("[12]{.count} ships.")
    assert newsfacts(capsys, "agree", "a.facts", "again.facts").status == 0


def test_the_documentation_shows_what_the_command_prints(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (Path(__file__).parents[2] / "docs" / "agreement.md").read_text(encoding="utf-8")
    ann, ben = re.findall(r'^(?:ann|ben) = loads\("(.*)"\)$', page, re.MULTILINE)[:2]
    [shown] = re.findall(
        r"^```console\n\$ newsfacts agree ann\.facts ben\.facts\n(.*?)^```$", page, re.MULTILINE | re.DOTALL
    )
    monkeypatch.chdir(tmp_path)
    write(tmp_path, ann__facts=ann, ben__facts=ben)
    assert newsfacts(capsys, "agree", "ann.facts", "ben.facts").out == shown
