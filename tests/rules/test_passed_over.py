"""A rule is not run on a document that has nothing that it looks at: then it has nothing to say either."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import check
from newsfacts.checking.plan import Part, Plan
from newsfacts.documents import parse
from newsfacts.formats import get_format
from newsfacts.model import Claim, Document
from newsfacts.rules import Context, Rule, all_entries, all_rules

EVERYTHING = Plan.of(Configuration(select=("ALL",)))


def example_documents() -> Iterator[Document]:
    """The documents of the examples of all rules, and two that have hardly anything."""
    yield Document()
    yield Document(text="“We agree, she said. It was 1.5 per cent\r\non Monday.")
    for rule in all_rules().values():
        for example in (*rule.VALID, *rule.INVALID):
            if not any("\udc80" <= sign <= "\udcff" for sign in example.text):
                path = f"example{get_format(example.format).endings[0]}"
                yield parse(example.text, path=path, format=example.format).document


def rules_run(document: Document, part: Part) -> Iterator[Rule]:
    """The rules of a part, and of those within it whose needs a document has."""
    yield from part.rules
    for inner in part.inner:
        if document.derived(inner.need):
            yield from rules_run(document, inner)


def test_a_rule_that_is_passed_over_has_nothing_to_say() -> None:
    wrong = []
    for document in example_documents():
        schedule = EVERYTHING.schedule(document)
        run = {rule.code for part in (schedule.part, schedule.english) for rule in rules_run(document, part)}
        for entry in EVERYTHING.entries:
            if entry.code not in run and list(entry.rule.check(document, EVERYTHING.context)):
                wrong.append(f"{entry.code}: {document.text!r}")
    assert wrong == []


def test_the_table_knows_every_rule_in_its_order() -> None:
    assert [(entry.code, entry.name, entry.rule) for entry in all_entries().values()] == [
        (code, rule.name, rule) for code, rule in all_rules().items()
    ]


class Every(Rule):
    """Finds something in every document that it is asked about."""

    code, name = "XY1", "every"
    severity = next(iter(all_rules().values())).severity
    looks_at = (Claim,)

    def check(self, document: Document, context: Context) -> Iterator[object]:  # type: ignore[override]  # as a test may
        yield self.finding(document, None, "it was asked")


def has_title(document: Document) -> bool:
    return document.title is not None


class EveryWithTitle(Every):
    """Of documents with a title."""

    needs = (has_title,)


class EveryWithout(Every):
    """Also of documents without claims."""

    without_annotations = True


def asked(rule: Rule, text: str) -> tuple[bool, int, int]:
    """Whether a rule finds something, how many annotations it looked at, and how many of these held."""
    result = check(parse(text).document, Plan.of_rules([rule], EVERYTHING.context))
    return bool(result.findings), result.checked.comparisons, result.checked.held


def test_a_rule_is_asked_about_documents_with_the_kinds_that_it_looks_at() -> None:
    assert asked(Every(), "Taxes will rise.") == (False, 0, 0)
    assert asked(Every(), "[Taxes will rise]{.claim}, [they rose]{.claim}.") == (True, 2, 1)
    assert asked(EveryWithout(), "Taxes will rise.") == (True, 0, 0)


def test_what_a_rule_needs_besides_decides_whether_it_is_asked_and_everything_counts_as_looked_at() -> None:
    text = "[Taxes will rise]{.claim}."
    assert asked(EveryWithTitle(), text) == (False, 1, 1)
    assert asked(EveryWithTitle(), f"---\nnewsfacts: 1\ntitle: Taxes\n---\n\n{text}") == (True, 1, 0)


def test_a_check_of_plain_text_imports_no_rule_about_annotations() -> None:
    script = (
        "import sys, newsfacts; newsfacts.check(newsfacts.loads('Nothing is annotated here.'));"
        "print([name for name in sys.modules if name.startswith(('newsfacts.rules.counts.', 'newsfacts.rules.dates.'))])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "[]\n"
