"""Evidence of a verdict as a record of its own: what it states about its source, and what the rules ask of it."""

from __future__ import annotations

import json

import pytest

import newsfacts
from newsfacts import AnswerType, Document, Evidence, SourceMedium
from newsfacts.checking.document import check

HEAD = "---\nnewsfacts: 1\nannotations:\n{}\n---\n\n[It rained]{{.claim #k}}. [False]{{.verdict #v of=k date=2025-05-02}}.\n"
RECORD = (
    "- {kind: evidence, of: v, question: Did it rain?, answer: 'No.', type: boolean, explanation: The gauge was empty, "
    "medium: table, source: Weather records, at: page 4, url: 'https://archive.ph/20250503120000/https://weather.example.org/may', "
    "published: 2025-05, seen: 2025-05-02, set: a}"
)


def found(*records: str, verdict: str | None = None) -> list[tuple[str, str]]:
    text = HEAD.format("\n".join(records))
    document = newsfacts.parse(text if verdict is None else text.replace("[False]", f"[{verdict}]")).document
    return [(one.code, one.message) for one in check(document).findings if one.code != "C02"]


def rained() -> Document:
    return newsfacts.loads(HEAD.format(RECORD))


def test_evidence_says_what_was_asked_and_where_the_answer_is_from() -> None:
    document = rained()
    [piece] = document.evidence
    assert document.evidence_of(document.verdicts[0]) == (piece,)
    assert document.evidence_of(document.claims[0]) == ()
    assert (piece.of, piece.type, piece.medium) == (document.verdicts[0], AnswerType.BOOLEAN, SourceMedium.TABLE)
    assert (piece.words, piece.original_url) == ("No.", "https://weather.example.org/may")
    assert piece.archived_copy is not None
    assert (piece.archived_copy.archive, str(piece.archived_copy.captured)) == ("archive.today", "2025-05-03")
    assert piece.url == "https://archive.ph/20250503120000/https://weather.example.org/may"


@pytest.mark.parametrize("format", ["facts", "yaml", "json", "jsonl"])
def test_evidence_comes_back_in_every_form_of_our_own(format: str) -> None:
    document = rained()
    again = newsfacts.loads(newsfacts.dumps(document, format=format, keep_layout=False), format=format)
    assert again.evidence == document.evidence


def test_evidence_is_a_row_with_its_claim_its_verdict_and_its_source() -> None:
    [row] = newsfacts.table(rained(), "evidence")
    assert {key: row[key] for key in ("label", "claim_words", "question", "answer", "url", "archive", "captured", "source_published_end")} == {
        "label": "False", "claim_words": "It rained", "question": "Did it rain?", "answer": "No.",
        "url": "https://weather.example.org/may", "archive": "archive.today", "captured": "2025-05-03", "source_published_end": "2025-06-01T00:00:00",
    }  # fmt: skip
    [verdict] = newsfacts.table(rained(), "verdicts")
    assert verdict["pieces"] == 1


def test_evidence_is_made_in_python() -> None:
    document = newsfacts.loads("[It rained]{.claim #k}. [False]{.verdict #v of=k}.")
    made = document.annotate(Evidence, None, of="v", question="Did it rain?", answer="No.", type="boolean")
    assert made.evidence_of(made.verdicts[0])[0].type is AnswerType.BOOLEAN
    assert json.loads(newsfacts.dumps(made, format="json"))["annotations"][-1] == {
        "kind": "evidence", "of": "v", "question": "Did it rain?", "answer": "No.", "type": "boolean",
    }  # fmt: skip


def test_complete_evidence_has_no_finding() -> None:
    assert found(RECORD) == []


@pytest.mark.parametrize(
    ("record", "codes"),
    [
        ("- {kind: evidence, of: v2, answer: No.}", ["C03", "S06"]),
        ("- {kind: evidence, answer: No.}", ["C03", "S04"]),
        ("- {kind: evidence, of: v, answer: No., url: the gauge}", ["S18"]),
        ("- {kind: evidence, of: v, answer: No., url: 'https://bit.ly/1'}", ["C12"]),
        ("- {kind: evidence, of: v, answer: No., url: 'https://a.example/1,https://b.example/2'}", ["C11"]),
        ("- {kind: evidence, of: v, answer: No., type: guess}", ["S13"]),
        ("- {kind: evidence, of: v, answer: No., medium: radio}", ["S13"]),
        ("- {kind: evidence, of: v, answer: No., published: 2025-06}", ["C23"]),
        ("- {kind: evidence, of: v, answer: No., published: 2025}", []),
        ("- {kind: evidence, of: v, question: Did it?}", ["C21"]),
        ("- {kind: evidence, of: v, question: Did it?, type: unanswerable}", ["C03"]),
        ("- {kind: evidence, of: v, question: Did it?, answer: No answer could be found., type: unanswerable}", ["C03"]),
        ("- {kind: evidence, of: k, answer: No.}", []),
    ],
)  # fmt: skip
def test_one_defect_of_evidence_is_one_finding(record: str, codes: list[str]) -> None:
    assert sorted(code for code, _ in found(record)) == codes


@pytest.mark.parametrize("label", ["Not enough evidence", "NOT ENOUGH INFO", "Unproven"])
def test_a_verdict_that_nothing_decides_needs_no_evidence(label: str) -> None:
    assert found("- {kind: evidence, of: v, question: Did it?, type: unanswerable}", verdict=label) == []


def test_the_same_passage_may_be_in_several_sets() -> None:
    first, second = (f"- {{kind: evidence, of: v, source: Rain, at: sentence 1, set: {name}}}" for name in "ab")
    assert found(first, second) == []
    assert [code for code, _ in found(first, first)] == ["C22"]
