"""The annotation guide: every example says what it is said to say, and those that are wrong are found.

An example has the annotated text, what a program gets from it and, where it is wrong, what the check says; between them is a
line with only a dot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsfacts.building.factbook import read_factbook
from newsfacts.checking.document import check
from newsfacts.documents import parse
from newsfacts.model import Annotation, Attribution, Claim, Count, Document, Entity, Factbook, Mention, Quote, Time
from newsfacts.rules import all_rules
from newsfacts.values.times.times import UnresolvedTime

PAGE = (Path(__file__).parent.parent / "docs" / "guide.md").read_text(encoding="utf-8")
DECISIONS = [
    (decision.partition("\n")[0], re.findall(r"^```facts-example\n(.*?)^```$", decision, re.MULTILINE | re.DOTALL))
    for decision in re.split(r"^### ", PAGE, flags=re.MULTILINE)[1:]
]
EXAMPLES = [pytest.param(example, id=f"{title}-{n}") for title, found in DECISIONS for n, example in enumerate(found)]


@pytest.fixture(scope="module")
def factbook() -> Factbook:
    found = re.search(r'^```yaml title="guide.factbook.yaml"\n(.*?)^```$', PAGE, re.MULTILINE | re.DOTALL)
    assert found is not None
    loaded = read_factbook(found[1])
    assert loaded.findings == ()
    return loaded.factbook


def summary(document: Document) -> list[str]:
    """What the guide shows of a document: who says what, and what else is marked."""
    contents = {id(content) for attribution in document.attributions for content in attribution.contents}
    roles = {id(one) for a in document.attributions for one in (*a.source, *a.addressee, *a.medium)}
    lines: list[str] = []
    for annotation in document.annotations:
        if id(annotation) not in roles:
            lines += line_of(annotation, is_content=id(annotation) in contents)
    return lines


def line_of(annotation: Annotation, *, is_content: bool) -> Iterator[str]:
    words = quoted(annotation.text)
    if isinstance(annotation, Attribution):
        who = " and ".join(f"{quoted(one.text)}{meant(one)}" for one in annotation.source) or f"({annotation.voice})"
        cue = "" if annotation.cue is None else annotation.cue.text
        parts = [who, cue, " + ".join(quoted(content.text) for content in annotation.contents)]
        parts += [f"to {quoted(one.text)}" for one in annotation.addressee]
        parts += [f"in {quoted(one.text)}" for one in annotation.medium]
        yield " | ".join(parts)
    elif isinstance(annotation, Claim):
        said = [str(one) for one in (annotation.polarity, annotation.certainty, annotation.type) if one is not None]
        said = [one for one in said if one != "positive"]
        said += [f"by {name(entity)}" for entity in annotation.by]
        if said or not is_content:
            yield f"claim {words}{': ' if said else ''}{', '.join(said)}"
    elif isinstance(annotation, Quote) and not is_content:
        yield f"quote {words}"
    elif isinstance(annotation, Count):
        of = "" if annotation.of is None else f", of {getattr(annotation.of, 'label', '')}"
        yield f"count {words} = {annotation.value}{of}"
    elif isinstance(annotation, Time):
        yield f"time {words} = {'?' if isinstance(annotation.value, UnresolvedTime) else annotation.value}"
    elif isinstance(annotation, Mention) and annotation.entities:
        yield f"{words} is {', '.join(map(name, annotation.entities))}"


def quoted(words: str) -> str:
    return words if words.startswith("“") else f"“{words}”"


def meant(mention: Mention) -> str:
    return f" ({', '.join(map(name, mention.entities))})" if mention.entities else ""


def name(entity: Entity) -> str:
    return entity.name or entity.description or entity.id


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_says_what_the_guide_says(example: str, factbook: Factbook) -> None:
    annotated, shown, *found = re.split(r"^\.\n", example, flags=re.MULTILINE)
    document = parse(annotated.removesuffix("\n"), factbook=factbook).document
    assert summary(document) == shown.splitlines()
    findings = [f"{finding.severity} {finding.code}: {finding.message}" for finding in check(document).findings]
    assert findings == "".join(found).splitlines()


@pytest.mark.parametrize(("title", "examples"), DECISIONS)
def test_every_decision_has_two_examples(title: str, examples: list[str]) -> None:
    assert len(examples) == 2, title


def test_the_rules_and_clauses_that_the_guide_names_exist() -> None:
    profiles = (Path(__file__).parent.parent / "docs" / "profiles.md").read_text(encoding="utf-8")
    clauses = set(re.findall(r"^\| ([PJ]\d+) \|", profiles, re.MULTILINE))
    assert set(re.findall(r"\b([A-Z]\d{1,2})\b", PAGE)) <= {*all_rules(), *clauses}
