"""AVeriTeC, FEVER and LIAR: rated claims with their evidence, and back."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.counting import is_linear
from tests.formats.kit import data_of, differences, read_anything

import newsfacts
from newsfacts.building.builder import build
from newsfacts.cli import main
from newsfacts.documents import dump, read_file
from newsfacts.formats import detect, get_format
from newsfacts.formats.claim_cases import cases_of
from newsfacts.formats.fever import page_name, page_title
from newsfacts.formats.liar import quoted, unquoted
from newsfacts.formats.mapping import load_mapping
from newsfacts.model import AnswerType, Document, SourceMedium
from newsfacts.testing import documents, texts

RENTS: dict[str, Any] = {
    "claim": "Rents fell by half.",
    "required_reannotation": False,
    "label": "Refuted",
    "justification": "They rose.",
    "claim_date": "1-9-2020",
    "speaker": "Ana Weiss",
    "original_claim_url": "https://web.archive.org/web/20200902/https://social.example/1",
    "fact_checking_article": "https://web.archive.org/web/20201103/https://desk.example/rents",
    "reporting_source": "Radio",
    "location_ISO_code": None,
    "claim_types": ["Numerical Claim", "Causal Claim"],
    "cached_original_claim_url": "https://web.archive.org/web/20200902/https://social.example/1",
    "fact_checking_strategies": ["Written Evidence"],
    "questions": [
        {
            "question": "How did rents change?",
            "answers": [
                {
                    "answer": "They rose by 3 %.",
                    "answer_type": "Extractive",
                    "source_medium": "Web text",
                    "source_url": "https://stat.example/rents",
                    "cached_source_url": "https://web.archive.org/web/20230324/https://stat.example/rents",
                },
                {
                    "answer": "Yes",
                    "answer_type": "Boolean",
                    "source_medium": "Web table",
                    "source_url": "https://web.archive.org/web/2020/https://town.example/t",
                    "cached_source_url": "https://web.archive.org/web/2020/https://town.example/t",
                    "boolean_explanation": "The table has them.",
                },
            ],
        },
        {
            "question": "Why?",
            "answers": [
                {
                    "answer": "No answer could be found.",
                    "answer_type": "Unanswerable",
                    "source_medium": "",
                    "source_url": "",
                }
            ],
        },
        {"question": "Since when?", "answers": []},
    ],
}
FILM = (
    '{"id": 137334, "verifiable": "VERIFIABLE", "label": "SUPPORTS", "claim": "The film is from 1997.", "evidence": '
    '[[[289914, 283015, "Soup_-LRB-film-RRB-", 0]], [[291259, 284217, "Port-COLON-_a_play", 4], [291259, 284217, "Quay", 12]]]}\n'
)
TALL = (
    '{"id": 5, "verifiable": "NOT VERIFIABLE", "label": "NOT ENOUGH INFO", "claim": "She is tall.", '
    '"evidence": [[[191656, null, null, null], [191657, null, null, null]]]}\n'
)
MAILER = (
    "2635.json\tfalse\tRents fell by half.\thousing,economy\tana-weiss\tMayor\tTexas\tnone\t0\t1\t0\t0\t0\ta mailer"
)
REFUSAL = '11.json\thalf-true\t"Says ""no"" to it."\tprices\tport-desk\t\t\tnone\t0\t1\t0\t0\t0\t"a talk on ""Quay"""'


def read(folder: Path, text: str, format: str, mapping: str | None = None) -> list[Document]:
    path = folder / "claims.txt"
    path.write_text(text, encoding="utf-8", newline="")
    return list(read_file(path, format=format, mapping=mapping))


def problems(found: list[Document]) -> list[tuple[str, str, str]]:
    return [
        (each.code, str(each.place and each.place.position), each.message) for one in found for each in one.problems
    ]


def written(found: list[Document], format: str, folder: Path) -> str:
    return get_format(format).write_many(found)


# -- AVeriTeC ----------------------------------------------------------------------------------------------------------


def test_each_answer_of_averitec_is_a_piece_of_evidence(tmp_path: Path) -> None:
    [document] = read(tmp_path, json.dumps([RENTS]), "averitec")
    [claim], [verdict] = document.claims, document.verdicts
    assert (document.text, claim.text, claim.by[0].name, str(claim.said)) == (
        "Rents fell by half.", "Rents fell by half.", "Ana Weiss", "2020-09-01",
    )  # fmt: skip
    assert (verdict.of, verdict.words, verdict.justification) == (claim, "Refuted", "They rose.")
    assert verdict.url == "https://web.archive.org/web/20201103/https://desk.example/rents"
    change, table, why, since = document.evidence_of(verdict)
    assert (change.question, change.answer, change.type, change.medium) == (
        "How did rents change?", "They rose by 3 %.", AnswerType.EXTRACTIVE, SourceMedium.TEXT,
    )  # fmt: skip
    assert (change.url, change.original_url) == ("https://stat.example/rents", "https://stat.example/rents")
    assert change.archived == "https://web.archive.org/web/20230324/https://stat.example/rents"
    assert (table.question, table.original_url, table.archived) == (
        "How did rents change?",
        "https://town.example/t",
        None,
    )
    assert (table.type, table.explanation) == (AnswerType.BOOLEAN, "The table has them.")
    assert (why.type, why.url, why.medium) == (AnswerType.UNANSWERABLE, None, None)
    assert (since.question, since.answer, since.type) == ("Since when?", None, None)
    assert claim.extra["claim_types"] == ["Numerical Claim", "Causal Claim"]
    assert verdict.extra["fact_checking_strategies"] == "Written Evidence" or verdict.extra[
        "fact_checking_strategies"
    ] == ["Written Evidence"]
    assert document.problems == ()
    assert document.layout is not None
    assert document.layout.losses == ()


def test_averitec_is_written_as_it_was(tmp_path: Path) -> None:
    second = RENTS | {"claim": "She is tall.", "claim_date": None, "speaker": None, "questions": [], "claim_types": []}
    found = read(tmp_path, json.dumps([RENTS, second]), "averitec")
    assert json.loads(written(found, "averitec", tmp_path)) == [RENTS, second]


def test_a_claim_without_a_label_has_no_verdict(tmp_path: Path) -> None:
    [document] = read(tmp_path, json.dumps([{"claim": "She is tall.", "questions": [], "speaker": ""}]), "averitec")
    assert [one.KIND for one in document.annotations] == ["claim"]
    assert json.loads(written([document], "averitec", tmp_path))[0]["label"] is None


def test_what_is_not_meant_as_an_address_names_the_source(tmp_path: Path) -> None:
    answer = {"answer": "So.", "answer_type": "Extractive", "source_medium": "Metadata", "source_url": "Metadata"}
    text = json.dumps(
        [RENTS | {"questions": [{"question": "Why?", "answers": [answer | {"cached_source_url": "Metadata"}]}]}]
    )
    [document] = read(tmp_path, text, "averitec")
    [piece] = document.evidence
    assert (piece.source, piece.url, piece.archived, piece.medium) == ("Metadata", None, None, SourceMedium.METADATA)
    assert document.problems == ()
    assert json.loads(written([document], "averitec", tmp_path))[0]["questions"][0]["answers"] == [answer]
    broken = read(tmp_path, text.replace('"source_url": "Metadata"', '"source_url": "www.example.org/a"'), "averitec")
    assert [code for code, _, _ in problems(broken)] == ["S18", "S18"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"label": "Refutted"}, ("S13", "1:", "'Refutted' is not a label of averitec (did you mean 'Refuted'?)")),
        ({"claim": ""}, ("S04", "1:", "this record has no claim")),
        ({"claim_date": "31-13-2020"}, ("S18", "1:", "2020-13-31")),
        ({"questions": "none"}, ("S17", "1:", "a question is a table in a list")),
        ({"questions": ["Why?"]}, ("S17", "1:", "a question is a table in a list")),
        ({"questions": [{"question": "Why?", "answers": ["So."]}]}, ("S17", "1:", "an answer is a table in a list")),
        ({"original_claim_url": "a post"}, ("S18", "1:", "'a post' is not an address such as https://example.org/")),
        ({"questions": [{"question": "Why?", "answers": [{"answer": "So.", "answer_type": "Guess"}]}]}, ("S13", "1:", "'Guess' is not one of")),
    ],
)  # fmt: skip
def test_what_is_wrong_in_averitec_is_found_at_its_place(
    tmp_path: Path, change: dict[str, Any], expected: tuple[str, str, str]
) -> None:
    [(code, place, message)] = problems(read(tmp_path, json.dumps([RENTS | change]), "averitec"))
    assert code == expected[0]
    assert place.startswith(expected[1])
    assert expected[2] in message


# -- FEVER -------------------------------------------------------------------------------------------------------------


def test_sets_of_fever_are_kept_apart(tmp_path: Path) -> None:
    film, tall = read(tmp_path, FILM + TALL, "fever")
    assert [(one.source, one.at, one.set) for one in film.evidence] == [
        ("Soup (film)", "sentence 0", "283015"), ("Port: a play", "sentence 4", "284217"), ("Quay", "sentence 12", "284217"),
    ]  # fmt: skip
    assert (film.verdicts[0].words, tall.verdicts[0].words) == ("Supported", "Not Enough Evidence")
    assert tall.evidence == ()
    assert film.problems == tall.problems == ()
    assert written([film, tall], "fever", tmp_path) == FILM + TALL


def test_two_sets_of_one_number_stay_two(tmp_path: Path) -> None:
    text = '{"id": 1, "verifiable": "VERIFIABLE", "label": "REFUTES", "claim": "It is.", "evidence": [[[1, 2, "Quay", 0]], [[1, 2, "Quay", 1]], [[3, 4, "Quay", 2], [3, 5, "Port", 0]]]}\n'
    [document] = read(tmp_path, text, "fever")
    assert len({one.set for one in document.evidence}) == 3
    assert written([document], "fever", tmp_path) == text


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"SUPPORTS"', '"SUPPORT"', "'SUPPORT' is not a label of fever (did you mean 'SUPPORTS'?)"),
        ('"VERIFIABLE"', '"NOT VERIFIABLE"', "'SUPPORTS' goes with 'VERIFIABLE', not with 'NOT VERIFIABLE'"),
        ("12]", "-1]", "a sentence of the evidence is [annotation id, evidence id, page, sentence], the last a number from 0"),
        ('"Quay", 12', '"Quay"', "a sentence of the evidence is [annotation id, evidence id, page, sentence], the last a number from 0"),
        ("[[289914", "[289914", "this is not JSON"),
        ('"evidence": [', '"evidence": [7, ', "evidence is a list of sets, each a list of [annotation id, evidence id, page, sentence]"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_fever_is_found(tmp_path: Path, old: str, new: str, expected: str) -> None:
    [(_, place, message)] = problems(read(tmp_path, TALL + FILM.replace(old, new), "fever"))
    assert place.startswith("2:")
    assert message.startswith(expected)


def test_labels_in_other_letters_are_the_same_labels(tmp_path: Path) -> None:
    [document] = read(tmp_path, FILM.replace("SUPPORTS", "supports"), "fever")
    assert (document.verdicts[0].words, document.problems) == ("Supported", ())


@given(st.text(alphabet="aB _-():[]{}LRSBCOLN", max_size=30))
def test_a_title_whose_name_can_be_read_again_is_read_again(title: str) -> None:
    name = page_name(title)
    assert set(name).isdisjoint(" ()[]{}:")
    if page_title(name) == title:
        assert page_name(page_title(name)) == name


# -- LIAR --------------------------------------------------------------------------------------------------------------


def test_a_row_of_liar_is_a_statement_rated_on_a_scale(tmp_path: Path) -> None:
    mailer, refusal = read(tmp_path, f"{MAILER}\n{REFUSAL}\r\n", "liar")
    [claim], [verdict] = mailer.claims, mailer.verdicts
    assert (claim.text, claim.by[0].name, claim.by[0].roles[0].title) == ("Rents fell by half.", "ana-weiss", "Mayor")
    assert {key: claim.extra[key] for key in ("record", "subject", "state_info", "false_counts", "context")} == {
        "record": "2635.json", "subject": ["housing", "economy"], "state_info": "Texas", "false_counts": "1", "context": "a mailer",
    }  # fmt: skip
    assert (verdict.words, *map(str, (verdict.rating, verdict.worst, verdict.best))) == ("False", "2", "1", "6")
    assert (refusal.text, refusal.claims[0].extra["context"]) == ('Says "no" to it.', 'a talk on "Quay"')
    assert mailer.problems == refusal.problems == ()
    assert written([mailer], "liar", tmp_path) == f"{MAILER}\n"


def test_liar_plus_has_a_number_and_a_justification(tmp_path: Path) -> None:
    numbered = f"0\t{MAILER}\tThey rose.\n1\t{REFUSAL}\t\n"
    found = read(tmp_path, numbered, "liar")
    assert [verdict.justification for one in found for verdict in one.verdicts] == ["They rose.", None]
    assert written(found, "liar", tmp_path) == numbered.replace('"Says ""no"" to it."', 'Says "no" to it.').replace('"a talk on ""Quay"""', 'a talk on "Quay"')  # fmt: skip
    [plain] = read(tmp_path, f"{MAILER}\tThey rose.\n", "liar")
    assert (plain.verdicts[0].justification, plain.claims[0].extra.get("row")) == ("They rose.", None)


def test_the_names_of_the_columns_are_no_statement(tmp_path: Path) -> None:
    header = "id\tlabel\tstatement\tsubject\tspeaker\tjob\tstate\tparty\ta\tb\tc\td\te\tcontext\n"
    first, second = read(tmp_path, header + MAILER, "liar")
    assert first.annotations == ()
    assert first.layout is not None
    assert [loss.what for loss in first.layout.losses] == ["the names of the columns"]
    assert second.text == "Rents fell by half."


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            MAILER.rpartition("\t")[0],
            ("S17", "3:1", "row 3 has 13 fields, and a row of LIAR has 14, with a justification 15"),
        ),
        (
            MAILER.replace("\tfalse\t", "\tflase\t"),
            ("S13", "3:11", "'flase' is not a label of liar (did you mean 'false'?)"),
        ),
        (
            MAILER.replace("\t1\t", "\tone\t"),
            ("S18", "3:82", "row 3, column false_counts: 'one' is not a whole number"),
        ),
        (MAILER.replace("Rents fell by half.", ""), ("S04", "3:17", "this record has no claim")),
    ],
)
def test_what_is_wrong_in_liar_is_found_by_row_and_column(
    tmp_path: Path, row: str, expected: tuple[str, str, str]
) -> None:
    assert problems(read(tmp_path, f"{REFUSAL}\n\n{row}\n", "liar")) == [expected]


@given(st.text(alphabet='a" ', max_size=12))
def test_a_field_with_quotation_marks_is_read_again_as_written(text: str) -> None:
    assert unquoted(quoted(text)) == text


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ('"I am not a crook."', '"I am not a crook."'),
        ('"He said ""no"" twice."', 'He said "no" twice.'),
        ('"The word ""Denali"" is for ""high"" or ""tall.', '"The word ""Denali"" is for ""high"" or ""tall.'),
        ('"no" and "yes"', '"no" and "yes"'),
        ('"', '"'),
        ('""', '""'),
    ],
)
def test_only_what_a_spreadsheet_quoted_is_unquoted(field: str, text: str) -> None:
    assert unquoted(field) == text


# -- All three ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "format"),
    [
        ("a.json", json.dumps([RENTS]), "averitec"),
        ("a.json", json.dumps(RENTS), "averitec"),
        ("a.jsonl", FILM, "fever"),
        ("a.jsonl", TALL + FILM, "fever"),
        ("a.tsv", MAILER, "liar"),
        ("a.tsv", f"0\t{REFUSAL}\tThey rose.", "liar"),
    ],
)
def test_each_is_recognized_by_its_content(name: str, text: str, format: str) -> None:
    assert detect(text, name).name == format


def test_fever_becomes_averitec_with_the_losses_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "a.jsonl", tmp_path / "a.json"
    source.write_text(FILM, encoding="utf-8")
    assert main(["convert", str(source), str(target), "--to", "averitec"]) == 0
    [record] = json.loads(target.read_text(encoding="utf-8"))
    assert (record["claim"], record["label"], record["record"]) == ("The film is from 1997.", "Supported", "137334")
    said = capsys.readouterr()
    assert [one["answers"][0]["source_url"] for one in record["questions"]] == ["Soup (film)"]
    assert "the field at: sentence 0" in said.out + said.err


def test_a_label_that_the_corpus_does_not_have_is_a_loss(tmp_path: Path) -> None:
    document = (
        newsfacts.loads("[It rained]{.claim #k}. [Half true]{.verdict of=k rating=3 by=ann}.", schema=None)
        if False
        else newsfacts.loads(
            "---\nnewsfacts: 1\nannotations:\n- {kind: verdict, of: k, label: Half true, justification: It drizzled.}\n---\n\n[It rained.]{.claim #k}"
        )
    )
    lost = get_format("averitec").losses(document)
    assert [(loss.what, loss.words) for loss in lost] == [("the field label", "Half true")]
    assert json.loads(get_format("averitec").write(document))[0]["label"] is None
    assert get_format("liar").losses(document) == ()
    assert get_format("liar").write(document).split("\t")[1] == "half-true"


def test_a_mapping_of_your_own_says_what_labels_mean(tmp_path: Path) -> None:
    mapping = tmp_path / "ours.yaml"
    mapping.write_text(
        "newsfacts-mapping: 1\nlabels:\n  flase: {kind: verdict, fields: {label: Wrong, rating: 1, worst: 1, best: 2}}\n",
        encoding="utf-8",
    )
    [document] = read(tmp_path, MAILER.replace("\tfalse\t", "\tflase\t"), "liar", str(mapping))
    assert (document.verdicts[0].words, str(document.verdicts[0].rating), document.problems) == ("Wrong", "1", ())
    assert get_format("liar").write(document, str(mapping)).split("\t")[1] == "flase"


def test_an_article_is_written_as_its_rated_claims() -> None:
    document = newsfacts.loads(
        "---\nnewsfacts: 1\nurl: https://desk.example/1\nentities: {ann: {name: Ann, aliases: [Annie]}, bo: {name: Bo}}\n---\n\n"
        "[[Ann]{.source ref=ann} [said]{.cue} [rents fell]{.claim #k}]{.attribution said=2020-09-01}. [Faux]{.verdict of=k date=2025}. [It rained]{.claim}."
    )
    [record] = json.loads(get_format("averitec").write(document))
    assert (record["claim"], record["label"], record["speaker"]) == ("rents fell", None, "Ann")
    assert (record["claim_date"], record["fact_checking_article"]) == ("1-9-2020", "https://desk.example/1")
    assert {loss.what for loss in get_format("averitec").losses(document)} == {
        "aliases of the entity ann", "the attribution, for which a record has no place", "the claim, for which a record has no place",
        "the cue, for which a record has no place", "the entity bo", "the field date", "the field label", "the source, for which a record has no place",
        "the text, apart from the claims", "the place of the verdict in the text",
    }  # fmt: skip


def many_sets(size: int) -> str:
    sets = [[[number, number + 9000, "Quay", number]] for number in range(size)]
    return json.dumps({"id": 1, "label": "SUPPORTS", "claim": "It is.", "evidence": sets})


def many_questions(size: int) -> str:
    questions = [{"question": f"Why {number}?", "answers": [{"answer": "So."}]} for number in range(size)]
    return json.dumps([RENTS | {"questions": questions}])


def many_lines(size: int) -> str:
    return f"{MAILER}\n\n\n" * size


@pytest.mark.parametrize(("format", "make"), [("fever", many_sets), ("averitec", many_questions), ("liar", many_lines)])
def test_work_grows_with_the_file_and_no_faster(format: str, make: Callable[[int], str]) -> None:
    def there_and_back(text: str) -> None:
        found = [newsfacts.parse(text, format=format).document] if format != "liar" else list(_documents(text))
        get_format(format).write_many(found)
        for document in found:
            get_format(format).losses(document)

    assert is_linear(there_and_back, make, 6)


def _documents(text: str) -> Iterator[Document]:
    for raw in get_format("liar").read(text):
        yield build(raw)


@pytest.mark.parametrize("format", ["jsonl", "doccano", "prodigy", "fever", "liar"])
def test_a_line_of_white_space_takes_time_in_proportion(format: str) -> None:
    assert is_linear(lambda text: list(get_format(format).read(text)), lambda size: "\t" * size, 100)


def test_verdicts_on_one_claim_are_written_in_linear_time() -> None:
    def document(size: int) -> Document:
        verdicts = "".join(f"- {{kind: verdict, id: v{number}, of: k, label: Refuted}}\n" for number in range(size))
        return newsfacts.loads(f"---\nnewsfacts: 1\nannotations:\n{verdicts}---\n\n[It rained]{{.claim #k}}.")

    assert is_linear(lambda document: get_format("averitec").write(document), document, 12)


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("averitec", '[{"claim": "a", "questions": ' + "[" * 5000 + "]" * 5000 + "}]"),
        ("averitec", '[{"claim": "a", "claim_date": ' + "9" * 50_000 + "}]"),
        ("fever", '{"id": 1, "claim": "a", "label": "SUPPORTS", "evidence": ' + "[" * 5000 + "]" * 5000 + "}"),
        ("fever", '{"id": 1, "claim": "a", "label": "SUPPORTS", "evidence": [[[1, 2, "b", ' + "9" * 50_000 + "]]]}"),
        ("liar", "\t" * 50_000),
        ("liar", MAILER.replace("a mailer", '"' * 50_001)),
    ],
    ids=["deep-averitec", "long-number", "deep-fever", "long-sentence", "tabs", "quotation-marks"],
)
def test_a_hostile_file_is_refused_or_read_within_bounds(tmp_path: Path, format: str, text: str) -> None:
    for document in read(tmp_path, text, format):
        get_format(format).write(document)


# -- Laws --------------------------------------------------------------------------------------------------------------

words = texts(max_size=30).map(lambda text: text if text.strip() else f"{text}x")
line_words = words.map(lambda text: re.sub("[\t\n\r]", "/", text))
addresses = st.sampled_from(
    ["https://a.example/1", "https://web.archive.org/web/2020/https://a.example/1", "https://perma.cc/AB12-CD34"]
)


def optional(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


def labelled(format: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.sampled_from([dict(rule.fields) for rule in load_mapping(format).labels.values()])


@st.composite
def rated(draw: st.DrawFn, format: str) -> Document:
    """A document that a record of a format has a place for, with one thing or the other that it has none for."""
    some = line_words if format == "liar" else words
    claim = draw(
        {
            "averitec": optional(said=st.sampled_from(["2020-09-01", "2020-09", "2020?"]), first_appearance=addresses, reporting_source=some, note=some, polarity=st.just("negative")),
            "fever": optional(record=st.sampled_from(["7", "x"]), subject=some, note=some),
            "liar": optional(record=some, subject=st.lists(st.sampled_from(["a", "b c"]), min_size=1), context=some, note=some, false_counts=st.just("3")),
        }[format]
    )  # fmt: skip
    text = draw(some)
    has_speaker = format != "fever" and draw(st.booleans())
    annotations = [
        {
            "kind": "claim",
            "id": "claim",
            "spans": [[0, len(text)]],
            "words": text,
            **claim,
            **({"by": ["speaker"]} if has_speaker else {}),
        }
    ]
    verdict = draw(st.none() | labelled(format))
    if verdict is not None:
        more = {"fever": optional(note=some)}.get(format, optional(justification=some, note=some, date=st.just("2021")))
        annotations.append({"kind": "verdict", "id": "verdict", "of": "claim", **verdict, **draw(more)})
    piece = {
        "averitec": optional(
            question=st.sampled_from(["Why?", "When?"]), answer=some, type=st.sampled_from([str(one.value) for one in AnswerType]),
            medium=st.sampled_from([str(one.value) for one in SourceMedium]), url=addresses, explanation=some, at=some, source=st.sampled_from(["Metadata", "Port: a play", "a.org"]), extra_key=some,
        ),
        "fever": st.fixed_dictionaries(
            {"source": st.sampled_from(["Quay", "Soup (film)", "Port: a"])}, optional={"at": st.sampled_from(["sentence 0", "sentence 12", "page 2"]), "answer": some},
        ),
        "liar": optional(answer=some),
    }[format]  # fmt: skip
    sets = draw(st.lists(st.sampled_from([None, "1", "b", "22"]), max_size=4).map(lambda names: sorted(names, key=str)))
    for name in sets:
        in_set = {"set": name} if name is not None and format == "fever" else {}
        annotations.append(
            {"kind": "evidence", "of": "verdict" if verdict is not None else "claim", **draw(piece), **in_set}
        )
    head = {"entities": {"speaker": {"name": draw(some)}}} if has_speaker else {}
    is_foreign = any(
        key in one
        for one in annotations
        for key in ("record", "subject", "reporting_source", "context", "false_counts", "extra_key")
    )
    data = {
        "newsfacts": 1,
        "text": text,
        **({"foreign": True} if is_foreign else {}),
        **head,
        "annotations": annotations,
    }
    return newsfacts.loads(json.dumps(data), format="json")


@pytest.mark.parametrize("format", ["averitec", "fever", "liar"])
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_rated_claim_comes_back_less_what_is_reported(format: str, data: st.DataObject) -> None:
    document = data.draw(rated(format))
    with tempfile.TemporaryDirectory() as folder:
        assert differences(document, format, Path(folder, "x.txt")) == []


@pytest.mark.parametrize("format", ["averitec", "fever", "liar"])
@settings(max_examples=15, deadline=None)
@given(document=documents())
def test_whatever_a_document_has_its_claims_are_written(format: str, document: Document) -> None:
    cases = cases_of(document)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.txt")
        dump(document, path, format=format)
        found = list(read_file(path, format=format)) if cases else []
    lost = {loss.number for loss in get_format(format).losses(document) if loss.field is None}
    assert lost.isdisjoint(document.index(case.claim) for case in cases)
    claims = [" ".join(case.claim.text.split()) for case in cases if case.claim.text.strip()]
    assert [" ".join(one.text.split()) for one in found if one.text] == claims


@pytest.mark.parametrize("format", ["averitec", "fever", "liar"])
@settings(max_examples=25, deadline=None)
@given(text=texts() | st.recursive(st.none() | st.integers() | texts(max_size=8), lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(
    ["claim", "label", "questions", "answers", "answer", "evidence", "id", "verifiable", "question", "note", "kind", "of"]), inner, max_size=5), max_leaves=30).map(json.dumps))  # fmt: skip
def test_whatever_a_file_has_is_read(format: str, text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for document in read_anything(text, Path(folder, "x.txt"), format):
            data_of(document)
