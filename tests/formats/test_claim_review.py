"""ClaimReview: from JSON-LD and from pages to a claim and a verdict, and back."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from tests.formats.corpora import CORPORA, files
from tests.formats.kit import read_anything

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Plan, check
from newsfacts.documents import dump, loads, read_file
from newsfacts.findings import Severity
from newsfacts.formats import detect, get_format
from newsfacts.model import Claim, Document, SourceMedium
from newsfacts.testing import texts

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://desk.example/review/1",
    "datePublished": "2024-07-05",
    "claimReviewed": "Rents fell by half.",
    "author": {"@type": "Organization", "name": "The Desk", "url": "https://desk.example/"},
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": "1",
        "worstRating": 1,
        "bestRating": 5,
        "alternateName": "False",
    },
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Ana Weiss", "jobTitle": "mayor"},
        "datePublished": "2024-07-01",
        "appearance": [{"@type": "CreativeWork", "url": "https://paper.example/speech"}, "https://tv.example/7"],
    },
}


def read(folder: Path, data: Any) -> list[Document]:
    path = folder / "review.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return list(read_file(path, format="claimreview"))


def losses(document: Document) -> list[str]:
    assert document.layout is not None
    return [loss.what for loss in document.layout.losses]


def test_a_review_is_a_claim_and_a_verdict(tmp_path: Path) -> None:
    [document] = read(tmp_path, REVIEW)
    assert document.text == "Rents fell by half.\nFalse"
    [claim], [verdict] = document.claims, document.verdicts
    assert (claim.text, [one.name for one in claim.by], str(claim.said)) == (
        "Rents fell by half.",
        ["Ana Weiss"],
        "2024-07-01",
    )
    assert claim.appearance == ("https://paper.example/speech", "https://tv.example/7")
    assert (verdict.words, verdict.of, *map(str, (verdict.rating, verdict.worst, verdict.best))) == (
        "False",
        claim,
        "1",
        "1",
        "5",
    )
    assert (verdict.by[0].name, str(verdict.date), verdict.url) == (
        "The Desk",
        "2024-07-05",
        "https://desk.example/review/1",
    )
    assert losses(document) == ["jobTitle of Person"]
    assert document.problems == ()


def test_rules_of_reviews_point_into_the_file(tmp_path: Path) -> None:
    [document] = read(tmp_path, REVIEW | {"reviewRating": {**REVIEW["reviewRating"], "ratingValue": 9}})
    findings = check(document, Plan.of(Configuration(profile="claimreview"))).findings
    [found] = [each for each in findings if each.code == "C05"]
    assert found.message == "the rating 9 of “False” lies outside the scale from 1 to 5"
    assert found.words is not None
    assert json.loads(found.words)["ratingValue"] == 9


@pytest.mark.parametrize(
    "data",
    [
        [REVIEW],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "x"}, REVIEW]},
        {"@context": "https://schema.org", "@type": "NewsArticle", "review": REVIEW},
        '<html><head><script type="application/ld+json">'
        + json.dumps(REVIEW)
        + "</script></head><body>Rents</body></html>",
    ],
    ids=["list", "graph", "nested", "page"],
)
def test_a_review_is_found_wherever_it_is(tmp_path: Path, data: Any) -> None:
    [document] = read(tmp_path, data)
    assert [one.text for one in document.annotations] == ["Rents fell by half.", "False"]


def test_a_media_review_is_about_the_claim_that_the_media_make(tmp_path: Path) -> None:
    review = {
        "@context": "https://schema.org", "@type": "MediaReview", "mediaAuthenticityCategory": "DecontextualizedContent",
        "itemReviewed": {
            "@type": "MediaReviewItem", "creator": {"@type": "Person", "name": "someone"},
            "interpretedAsClaim": {"@type": "Claim", "description": "The flood was in May."},
            "mediaItemAppearance": [{"@type": "ImageObjectSnapshot", "contentUrl": "https://pic.example/1"}, {"description": "a post"}],
        },
    }  # fmt: skip
    [document] = read(tmp_path, review)
    [claim] = document.claims
    assert (claim.text, claim.appearance, claim.by[0].name) == (
        "The flood was in May.",
        ("https://pic.example/1",),
        "someone",
    )
    assert document.verdicts[0].words == "DecontextualizedContent"
    assert losses(document) == ["an appearance without an address"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"@context": "https://schema.org", "@type": "Recipe"}, "this file has no ClaimReview, MediaReview or Claim"),
        ({**REVIEW, "claimReviewed": ""}, "this review does not say which claim it is about"),
    ],
)
def test_what_is_not_a_review_is_an_error(tmp_path: Path, data: Any, message: str) -> None:
    found = [
        each.message
        for document in read(tmp_path, data)
        for each in document.problems
        if each.severity is Severity.ERROR
    ]
    assert message in found


def test_a_verdict_is_written_as_a_review_and_read_back(tmp_path: Path) -> None:
    document = loads(
        "---\nnewsfacts: 1\noutlet: The Desk\nurl: https://desk.example/1\nentities: {weiss: {name: Ana Weiss, kind: person}}\n---\n"
        "[Rents fell by half]{.claim #c by=weiss said=2024-07-01}, she said. That is [false]{.verdict of=c rating=1 worst=1 best=5 date=2024-07-05}."
    )
    path = tmp_path / "out.json"
    dump(document, path, format="claimreview")
    data = json.loads(path.read_text(encoding="utf-8"))
    assert data == {
        "@context": "https://schema.org", "@type": "ClaimReview", "url": "https://desk.example/1", "datePublished": "2024-07-05",
        "claimReviewed": "Rents fell by half", "author": {"@type": "Organization", "name": "The Desk"},
        "reviewRating": {"@type": "Rating", "ratingValue": 1, "bestRating": 5, "worstRating": 1, "alternateName": "false"},
        "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Ana Weiss"}, "datePublished": "2024-07-01"},
    }  # fmt: skip
    [again] = read_file(path, format="claimreview")
    [claim], [verdict] = again.claims, again.verdicts
    assert (claim.text, claim.by[0].name, str(claim.said)) == ("Rents fell by half", "Ana Weiss", "2024-07-01")
    assert [*map(str, (verdict.words, verdict.rating, verdict.best, verdict.date))] == ["false", "1", "5", "2024-07-05"]


CITED: list[Any] = [
    "https://stat.example/rents",
    {"@type": "CreativeWork", "name": "Rents of 2024", "url": "https://town.example/rents", "datePublished": "2024-07-02", "text": "They rose."},
    {"@type": "VideoObject", "url": "https://tv.example/8", "archivedAt": "https://perma.cc/AB12-CD34"},
]  # fmt: skip


def test_what_a_review_cites_is_its_evidence(tmp_path: Path) -> None:
    work = {**CITED[1], "publisher": {"@type": "Organization", "name": "Town"}}
    [document] = read(
        tmp_path,
        REVIEW
        | {"reviewBody": "They rose.", "citation": [CITED[0], work, CITED[2], "Weiss, p. 3", {"@type": "WebPage"}]},
    )
    [verdict] = document.verdicts
    assert (verdict.evidence, verdict.justification) == (("https://stat.example/rents",), "They rose.")
    rents, video, page = document.evidence_of(verdict)
    assert (rents.source, rents.url, str(rents.published), rents.answer) == (
        "Rents of 2024", "https://town.example/rents", "2024-07-02", "They rose.",
    )  # fmt: skip
    assert (video.medium, video.archived) == (SourceMedium.VIDEO, "https://perma.cc/AB12-CD34")
    assert (page.source, page.url) == ("Weiss, p. 3", None)
    assert losses(document) == ["jobTitle of Person", "publisher of CreativeWork", "a citation that says nothing"]
    assert document.problems == ()


def test_evidence_is_written_as_citations(tmp_path: Path) -> None:
    [document] = read(tmp_path, REVIEW | {"reviewBody": "They rose.", "citation": CITED})
    document = document.edit(document.verdicts[0], evidence="https://stat.example/rents e1")
    document = document.edit(document.evidence[0], question="Did they?")
    path = tmp_path / "out.json"
    dump(document, path, format="claimreview")
    data = json.loads(path.read_text(encoding="utf-8"))
    assert (data["reviewBody"], data["citation"]) == ("They rose.", CITED)
    assert [(loss.field, loss.words) for loss in get_format("claimreview").losses(document)] == [
        ("evidence", "e1"), ("question", "Did they?"), ("text", ""),
    ]  # fmt: skip


def test_a_file_is_recognized_by_its_types() -> None:
    assert detect(json.dumps(REVIEW), "x.json").name == "claimreview"


@settings(max_examples=40, deadline=None)
@given(texts())
def test_whatever_a_file_has_is_read(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read_anything(text, Path(folder, "x.json"), "claimreview")
        read_anything(f'<script type="application/ld+json">{text}', Path(folder, "x.html"), "claimreview")


@pytest.mark.skipif(
    not CORPORA, reason="NEWSFACTS_CORPORA names a folder with corpora, which are not part of the project"
)
def test_the_examples_of_the_vocabulary_are_read() -> None:
    found = [
        document
        for path in files("schemaorg_claimreview/data/*.txt")
        for document in read_file(path, format="claimreview")
    ]
    assert len(found) >= 2
    for document in found:
        assert [each.message for each in document.problems if each.severity is Severity.ERROR] == []
        assert all(isinstance(verdict.of, Claim) for verdict in document.verdicts)


def test_what_a_review_has_no_place_for_is_named() -> None:
    document = loads(
        "---\nnewsfacts: 1\n---\n\n[Rents fell]{.claim #a}. [It rained]{.claim #b}. "
        '[Mostly false]{.verdict of=a note="seen twice"}. {% a remark %}'
    )
    found = get_format("claimreview").losses(document)
    assert [(loss.what, loss.words) for loss in found][:3] == [
        ("the claim, which no verdict rates", "It rained"),
        ("the field note", ""),
        ("the text, apart from the claims and the ratings", ""),
    ]
    assert found[0].id == "b"
    assert found[0].place is not None
    assert found[0].place.words == "It rained"
