"""Laws of fixing, over documents with several defects planted at random: what a fix must never touch, and when it ends.

Safe fixes leave every character of the text, and every number, name and quoted word that the annotations state; fixes
that a person asked for leave the text too. Fixing what was fixed changes nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.injection import changes, guidelines, passages  # noqa: F401 (entering the ways)
from tests.injection.planting import CHANGES, PASSAGES, Clean, Dice, clean_documents, gaps_of, with_passage

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import check
from newsfacts.checking.fixes import Fixed, Reread, fix_text, reread
from newsfacts.documents import parse
from newsfacts.findings import Applicability, Severity
from newsfacts.model import Count, Document, Listing, Quote, Time, Unreadable, Verdict
from newsfacts.rules import all_rules

EVERYTHING = Configuration(select=("ALL",))
"""All rules, for the more there are, the more fixes meet."""

FIXABLE = [code for code, rule in all_rules().items() if rule.fix_class is not None and {code} & {*PASSAGES, *CHANGES}]
SAFE = [code for code in FIXABLE if all_rules()[code].fix_class is Applicability.SAFE]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fixing")


def reader(path: str) -> Callable[[str], Reread]:
    def read(text: str) -> Reread:
        document = parse(text, path=path).document
        return reread([document], check(document, EVERYTHING).findings)

    return read


def with_defects(seed: int, codes: list[str], folder: Path) -> tuple[str, str]:
    """A document with paragraphs that are wrong in these ways, and its path."""
    dice = Dice(seed)
    documents = clean_documents(folder)
    clean = dice.choice([one for one in documents if " " not in one.name] if dice.random() < 0.5 else documents)
    text = clean.text
    for number, code in enumerate(codes):
        one = Clean(name=clean.name, text=text, gaps=gaps_of(parse(text).document))
        made = dice.choice(PASSAGES[code])(dice, one) if code in PASSAGES else None
        if made is None:
            continue
        text = with_passage(one, made, dice.choice(one.gaps)).replace("⟦", "").replace("⟧", "")
        text = re.sub(r"(?<=[#=])z(?=[\w]+)", f"y{number}", text) if not made.front else text
    return text, str(folder / f"{clean.name}.facts")


def facts(document: Document) -> Counter[str]:
    """Numbers, dates, names and quoted words, written without use of the code under test; twins count once."""
    stated: set[tuple[object, ...]] = set()
    for annotation in document:
        place = tuple((span.start, span.end) for span in annotation.spans)
        if isinstance(annotation, Count | Time):
            value = annotation.value
            said = value.raw if isinstance(value, Unreadable) else repr(value)
            stated.add((annotation.KIND, place, said))
        if isinstance(annotation, Verdict):
            stated.add(("verdict", place, annotation.rating, annotation.best, annotation.worst, annotation.label))
        if isinstance(annotation, Listing):
            stated.add(("listing", place, tuple(item.text for item in annotation.items)))
        if isinstance(annotation, Quote):
            stated.add(("quote", annotation.text.strip(" \u00a0“”"), annotation.by))
        for key in ("ref", "by"):
            for entity in getattr(annotation, key, ()):
                stated.add((key, annotation.text.strip(), entity.id, entity.names))
    return Counter(str(one) for one in stated)


def fixed(text: str, path: str, *, unsafe: bool = False) -> Fixed:
    return fix_text(text, path, reader(path), unsafe=unsafe)


@given(seed=st.integers(0, 2**32), codes=st.lists(st.sampled_from(SAFE), min_size=1, max_size=4))
def test_no_safe_fix_changes_the_text_a_number_a_name_or_a_quoted_word(
    seed: int, codes: list[str], folder: Path
) -> None:
    text, path = with_defects(seed, codes, folder)
    before = parse(text, path=path).document
    result = fixed(text, path)
    after = parse(result.text, path=path).document
    assert after.text == before.text
    assert facts(after) == facts(before)
    assert {finding.fix.applicability for finding in result.applied if finding.fix} <= {Applicability.SAFE}
    assert errors(after) <= errors(before)


@given(
    seed=st.integers(0, 2**32),
    codes=st.lists(st.sampled_from(FIXABLE), min_size=1, max_size=4),
    unsafe=st.booleans(),
)
def test_fixing_is_idempotent_and_leaves_the_text(seed: int, codes: list[str], unsafe: bool, folder: Path) -> None:
    text, path = with_defects(seed, codes, folder)
    once = fixed(text, path, unsafe=unsafe)
    again = fixed(once.text, path, unsafe=unsafe)
    assert again.text == once.text
    assert again.applied == ()
    assert parse(once.text, path=path).document.text == parse(text, path=path).document.text


@given(seed=st.integers(0, 2**32), code=st.sampled_from(SAFE))
def test_a_safe_fix_that_was_applied_leaves_nothing_to_complain_of(seed: int, code: str, folder: Path) -> None:
    text, path = with_defects(seed, [code], folder)
    result = fixed(text, path)
    left = {(f.code, f.message) for f in check(parse(result.text, path=path).document, EVERYTHING).findings}
    assert not {(f.code, f.message) for f in result.applied} & left


def test_defects_are_planted_and_mended(folder: Path) -> None:
    """The laws above would hold if nothing were ever fixed."""
    mended: Counter[str] = Counter()
    for code in FIXABLE:
        for seed in range(4):
            text, path = with_defects(seed, [code], folder)
            mended.update({finding.code for finding in fixed(text, path, unsafe=True).applied})
    assert {"A05", "A07", "A08", "C11", "D04", "D05", "N01", "N02", "N05", "N20", "P04", "Q12", "S02", "S14"} <= set(
        mended
    )


def errors(document: Document) -> int:
    return sum(problem.severity is Severity.ERROR for problem in document.problems)
