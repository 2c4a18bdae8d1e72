"""Files, markup and references: traps, and which of two rules speaks of a defect."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Plan, check
from newsfacts.documents import dumps, parse, read_file
from newsfacts.findings import Severity
from newsfacts.strict_yaml import taken_otherwise

STRUCTURE = Plan.of(Configuration(select=("S",)))


def said(text: str, format: str = "facts") -> list[tuple[str, str]]:
    return [(f.code, f.message) for f in check(parse(text, format=format).document, STRUCTURE).findings]


# YAML 1.1: the types bool, int (base 8 and 60) and its underscores, at yaml.org/type.
@pytest.mark.parametrize(
    ("raw", "meaning"),
    [
        ("no", "false"), ("Yes", "true"), ("ON", "true"), ("off", "false"), ("10:30", "the number 630"), ("-1:01", "the number -61"),
        ("1:02:03", "the number 3723"), ("007", "the number 7"), ("0755", "the number 493"), ("1_000", "the number 1000"),
        ("nO", None), ("now", None), ("10:75", None), ("08", None), ("0", None), ("00", "the number 0"), ("2024-07-04", None), ("40", None),
        ("+", None), ("", None), ("4 July", None), ("5:0", "the number 300"),
    ],
)  # fmt: skip
def test_what_yaml_1_1_makes_of_plain_words(raw: str, meaning: str | None) -> None:
    assert taken_otherwise(raw) == meaning


def test_what_newsfacts_writes_is_never_ambiguous() -> None:
    head = '---\nnewsfacts: 1\nlanguage: "no"\nentities: {"no": {name: "0755", aliases: ["10:30"]}}\n---\n\n'
    document = parse(head + "[Oslo]{ref=no}").document
    for format in ("facts", "yaml", "json"):
        assert said(dumps(document, format=format), format) == []


def test_a_remark_on_a_factbook_is_no_problem_of_those_who_use_it(tmp_path: Path) -> None:
    (tmp_path / "world.factbook.yaml").write_text("entities: {no: {name: Norway}}\n", encoding="utf-8")
    path = tmp_path / "a.facts"
    path.write_text("---\nuse: [world.factbook.yaml]\n---\n\n[Oslo]{ref=no}", encoding="utf-8")
    (document,) = read_file(path)
    assert check(document, STRUCTURE).findings == ()


def test_scripts_that_are_not_written_in_composed_form_are_only_remarked_upon() -> None:
    # U+0958 DEVANAGARI LETTER QA is excluded from composition: NFC writes it as two characters.
    (finding,) = check(parse("\u0958\u093e\u0928\u0942\u0928").document, STRUCTURE).findings
    assert (finding.code, finding.severity) == ("S12", Severity.INFO)
    assert finding.message == "the text is not in composed form (NFC): “\u0958” has another form"


def test_stray_characters_are_named_once() -> None:
    assert said("A\x00B\x00C") == [
        ("S12", "the text has 2 stray characters, the first of them U+0000 (control character)")
    ]
    assert said("A\ufffdB") == [("S12", "the text has the stray character U+FFFD (replacement character)")]


def test_a_wrong_sum_is_found_once_in_either_form() -> None:
    message = "the text is not the one that was annotated: its SHA-256 differs"
    assert said("---\nsha256: abc\n---\n\nText.") == [("S11", message)]
    assert said('{"newsfacts": 1, "text": "Text.", "sha256": "abc"}', "json") == [("S11", message)]


def test_a_definition_that_only_another_unused_one_names_counts_as_used() -> None:
    head = "---\nmeasures:\n  dead: {label: dead}\n  women: {label: women, whole: dead}\n---\n\n"
    assert said(head + "Nobody died.") == [("S23", "nothing in this document refers to the measure “women”")]


def test_a_key_of_the_front_matter_is_not_looked_for_in_the_text() -> None:
    (finding,) = check(
        parse("---\nentities:\n  mayor: {name: Sala}\n---\n\nNote mayor: gone.").document, STRUCTURE
    ).findings
    assert finding.place is not None
    assert (finding.words, finding.place.position.line) == ("mayor", 3)


def test_blocks_with_repeated_items_are_left_to_the_reader() -> None:
    assert [code for code, _ in said("[A]{.claim .quote #a}")] == ["S15"]
