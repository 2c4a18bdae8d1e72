"""Schema files: what they define, every mistake with its place and the nearest name, and kinds that travel."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from tests.searching import examples

import newsfacts
from newsfacts.checking.document import check
from newsfacts.documents import dumps, loads, parse, read_file
from newsfacts.findings import Finding
from newsfacts.model import Certainty, Count, Document
from newsfacts.schema import file as schema_file
from newsfacts.schema.file import MAX_ANCESTORS, load_schema, read_schema
from newsfacts.schema.kinds import Schema
from newsfacts.schema.vocabularies import vocabularies
from newsfacts.testing import documents, texts

CASUALTIES = """\
newsfacts-schema: 1
kinds:
  casualties:
    parent: count
    doc: people killed or injured
    fields:
      harm: {choices: [killed, injured], required: yes}
      women: {type: integer, doc: how many of them are women}
      from: {type: date}
      sources: {type: url, many: yes}
      stage: {choices: [first, last], default: first}
      toll: {type: report}
  report:
    fields:
      confirmed: {type: yes-no, default: no}
checks:
- {code: CAS1, name: more-women, on: casualties, at-most: {field: women, of: value}, message: "{found} are more than “{words}”"}
"""
SCHEMA = read_schema(CASUALTIES).schema


def problems(text: str) -> list[tuple[str, str]]:
    """Place and message of every mistake, and that each is one of schemas."""
    found = read_schema(text).findings
    assert {finding.code for finding in found} <= {"S24"}
    return [(str(finding.position), finding.message) for finding in found]


def helps(text: str) -> list[str | None]:
    return [finding.help for finding in read_schema(text).findings]


def test_kinds_fields_and_checks_are_read() -> None:
    assert read_schema(CASUALTIES).findings == ()
    kind = SCHEMA["casualties"]
    assert (kind.parent, kind.doc) == ("count", "people killed or injured")
    assert [key for key in kind.fields if key not in Schema.core()["count"].fields] == [
        "harm", "women", "from", "sources", "stage", "toll",
    ]  # fmt: skip
    assert issubclass(kind.cls, Count)
    assert SCHEMA["report"].parent is None
    [declared] = SCHEMA.checks
    assert (declared.code, declared.what, declared.argument) == ("CAS1", "at-most", {"field": "women", "of": "value"})


def test_objects_have_the_fields() -> None:
    document = loads(
        "[12 people]{.casualties #a harm=killed women=5 from=2024-07-04 toll=r} [x]{.report #r}", schema=SCHEMA
    )
    found = document["a"]
    assert (found.harm, found.women, found.sources, found.stage) == ("killed", 5, (), "first")  # type: ignore[attr-defined]
    assert found.from_.isoformat() == "2024-07-04"  # type: ignore[attr-defined]
    assert found.toll is document["r"]  # type: ignore[attr-defined]
    assert found.toll.confirmed is False  # type: ignore[attr-defined]


def test_choices_of_the_parent_are_narrowed() -> None:
    text = "newsfacts-schema: 1\nkinds:\n  rumour:\n    parent: claim\n    fields:\n      certainty: {choices: [possible, uncertain]}\n"
    schema = read_schema(text).schema
    document = parse("[A]{.rumour certainty=possible} [B]{.rumour certainty=certain}", schema=schema).document
    assert document.annotations[0].certainty is Certainty.POSSIBLE  # type: ignore[attr-defined]
    assert [str(p.message) for p in document.problems] == ["'certain' is not one of possible, uncertain"]
    widened = text.replace("uncertain]", "vague]")
    assert problems(widened) == [("6:39", "'vague' is not a choice of 'certainty' in the parent")]


# -- Mistakes ----------------------------------------------------------------------------------------------------------

HEAD = "newsfacts-schema: 1\nkinds:\n  casualties:\n    parent: count\n    fields:\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("1:1", "a schema file is a table with kinds and checks")]),
        ("- 1", [("1:1", "a schema file is a table with kinds and checks")]),
        ("kinds: {}", [("1:1", "this schema file does not say that it is of version 1")]),
        ("newsfacts-schema: 2", [("1:19", "this schema file does not say that it is of version 1")]),
        ("newsfacts-schema: 1\nkind: {}", [("2:1", "a schema file has no 'kind' (did you mean 'kinds'?)")]),
        ("newsfacts-schema: 1\nkinds: [a]", [("2:8", "'kinds' is a table of names")]),
        ("newsfacts-schema: 1\nkinds: {a: b}", [("2:12", "the kind 'a' is not a table of fields")]),
        ("newsfacts-schema: 1\nkinds: {A b: {}}", [("2:14", "'A b' cannot be the name of a kind")]),
        ("newsfacts-schema: 1\nkinds: {a: {parnt: count}}", [("2:13", "the kind 'a' has no 'parnt' (did you mean 'parent'?)")]),
        ("newsfacts-schema: 1\nkinds: {a: {parent: cuont}}", [("2:21", "no kind is named 'cuont' (did you mean 'count'?)")]),
        ("newsfacts-schema: 1\nkinds: {a: {parent: [count]}}", [("2:21", "'parent' is a single value")]),
        ("newsfacts-schema: 1\nkinds: {count: {}}", [("2:16", "the kind 'count' is already defined, by newsfacts.model.Count")]),
        (
            "newsfacts-schema: 1\nkinds:\n  a: {parent: b}\n  b: {parent: a}\n",
            [("3:6", "the kinds a → b → a need each other")],
        ),
        ("newsfacts-schema: 1\nkinds:\n  a: {fields: {b: {type: a}}}\n", [("3:6", "the kinds a → a need each other")]),
        (HEAD + "      wife: {typ: text}\n", [("6:14", "the field 'wife' has no 'typ' (did you mean 'type'?)")]),
        (HEAD + "      wife: {type: txt}\n", [("6:20", "no type is named 'txt' (did you mean 'text'?)")]),
        (HEAD + "      wife: {type: choice}\n", [("6:13", "the field 'wife' has no choices")]),
        (HEAD + "      wife: {choices: killed}\n", [("6:23", "the field 'wife' has no choices")]),
        (HEAD + "      wife: {type: text, choices: [a]}\n", [("6:35", "the field 'wife' is text, so it has no choices")]),
        (HEAD + "      wife: {required: maybe}\n", [("6:24", "'required' is yes or no, not 'maybe'")]),
        (HEAD + "      9a: {}\n", [("6:7", "'9a' cannot be the name of a field")]),
        (HEAD + "      spans: {}\n", [("6:7", "'spans' is taken: every count has it already")]),
        (HEAD + "      read: {}\n", [("6:7", "'read' is taken: every count has it already")]),
        (HEAD + "      words: {}\n", [("6:7", "'words' is taken: every count has it already")]),
        (HEAD + "      a-b: {}\n      a_b: {}\n", [("7:7", "'a_b' and 'a-b' are too much alike for one kind")]),
        (HEAD + "      a: {type: integer, default: x}\n", [("6:35", "'x' cannot be the default of 'a'")]),
        (HEAD + "      a: {many: yes, default: x}\n", [("6:31", "the field 'a' has a list or a table for a default")]),
        (
            HEAD + "      a: {pattern: (a+)+}\n",
            [("6:20", "the pattern of 'a' is refused: it repeats a repetition, which can take exponential time")],
        ),
        (HEAD + "      a: {type: integer, pattern: a}\n", [("6:35", "the pattern of 'a' is never used: only text has one")]),
        (
            HEAD + "      scope: {type: integer}\n",
            [("4:5", "the field 'scope' of Casualties takes a whole number, but its parent Count takes text: a child may only narrow a field")],
        ),
    ],
)  # fmt: skip
def test_a_mistake_in_kinds_is_a_finding_at_its_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert problems(text) == expected


CHECK = "newsfacts-schema: 1\nkinds:\n  toll: {parent: count, fields: {women: {type: integer}, men: {type: integer}, sort: {choices: [a, b]}, who: {type: entity, many: yes}}}\nchecks:\n- "


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        ("text", [("5:3", "an entry of checks is a table")]),
        ("{}", [("5:3", "'nothing' cannot be the code of a check")]),
        ("{code: c1, on: toll, unique: [sort]}", [("5:10", "'c1' cannot be the code of a check")]),
        ("{code: N1, on: toll, unique: [sort]}", [("5:10", "'N1' cannot be the code of a check")]),
        ("{code: TO1, unique: [sort]}", [("5:3", "TO1 does not say what kind it is")]),
        ("{code: TO1, on: tol, unique: [sort]}", [("5:19", "no kind is named 'tol' (did you mean 'toll'?)")]),
        ("{code: TO1, on: toll}", [("5:3", "the check TO1 declares nothing")]),
        ("{code: TO1, on: toll, unique: [sort], inside: [quote]}", [("5:3", "the check TO1 declares unique and inside")]),
        ("{code: TO1, on: toll, uniqe: [sort]}", [("5:25", "a check has no 'uniqe' (did you mean 'unique'?)"), ("5:3", "the check TO1 declares nothing")]),
        ("{code: TO1, on: toll, unique: sort}", [("5:33", "unique of TO1 is a list")]),
        ("{code: TO1, on: toll, unique: [srt]}", [("5:34", "'srt' in unique of TO1 is no field of a toll (did you mean 'sort'?)")]),
        ("{code: TO1, on: toll, inside: [quot]}", [("5:34", "'quot' in inside of TO1 is no kind (did you mean 'quote'?)")]),
        ("{code: TO1, on: toll, at-most: 3}", [("5:34", "at-most of TO1 is a table")]),
        ("{code: TO1, on: toll, at-most: {field: women}}", [("5:34", "at-most of TO1 lacks 'of'")]),
        ("{code: TO1, on: toll, at-most: {field: women, of: mne}}", [("5:53", "'mne' is neither a number nor a field of a toll (did you mean 'men'?)")]),
        ("{code: TO1, on: toll, at-most: {field: womn, of: 3}}", [("5:42", "'womn' is no field of a toll (did you mean 'women'?)")]),
        ("{code: TO1, on: toll, at-most: {field: sort, of: 3}}", [("5:42", "field of TO1 needs a number or a date, and 'sort' is one of a, b")]),
        ("{code: TO1, on: toll, at-most: {field: who, of: 3}}", [("5:42", "field of TO1 needs a number or a date, and 'who' is a list")]),
        ("{code: TO1, on: toll, at-most: {field: women, off: 3, of: 3}}", [("5:49", "at-most of TO1 has no 'off' (did you mean 'of'?)")]),
        ("{code: TO1, on: toll, sum: {field: women}}", [("5:30", "sum of TO1 needs either 'at-most' or 'to'")]),
        ("{code: TO1, on: toll, sum: {field: women, to: many}}", [("5:49", "to of TO1 is a number, not 'many'")]),
        ("{code: TO1, on: toll, sum: {field: women, to: 1, slack: 1e9999999}}", [("5:59", "slack of TO1 is a number, not '1e9999999'")]),
        ("{code: TO1, on: toll, follows-from: {field: value}}", [("5:39", "follows-from of TO1 needs either 'sum' or 'difference'")]),
        ("{code: TO1, on: toll, follows-from: {field: value, sum: [men, sort]}}", [("5:65", "sum of TO1 needs a number or a date, and 'sort' is one of a, b")]),
        ("{code: TO1, on: toll, requires: {needs: [mn]}}", [("5:44", "'mn' in needs of TO1 is no field of a toll (did you mean 'men'?)")]),
        ("{code: TO1, on: toll, forbids: {field: sort}}", [("5:34", "forbids of TO1 lacks 'with'")]),
        ("{code: TO1, on: toll, when: [a], unique: [sort]}", [("5:31", "when of TO1 is a table of fields and values")]),
        ("{code: TO1, on: toll, when: {srt: a}, unique: [sort]}", [("5:32", "a toll has no field 'srt' (did you mean 'sort'?)")]),
        ("{code: TO1, on: toll, when: {scope: no}, unique: [sort]}", [("5:39", "scope is never no: it is text")]),
        ('{code: TO1, on: toll, when: {scope: "no"}, unique: [sort]}', []),
        ("{code: TO1, on: toll, when: {women: yes}, unique: [sort]}", [("5:39", "women is never yes: it is a whole number")]),
        ("{code: TO1, on: toll, when: {sort: c}, unique: [sort]}", [("5:38", "sort is never 'c'")]),
        ("{code: TO1, on: toll, unique: [sort], severity: fatal}", [("5:51", "a severity is error, warning or info, not 'fatal'")]),
        ("{code: TO1, on: toll, unique: [sort], name: Same Toll}", [("5:47", "'Same Toll' cannot be the name of a check")]),
        ('{code: TO1, on: toll, unique: [sort], message: "{fuond}"}', [("5:50", "the message of TO1 has no {fuond} to fill in (did you mean 'found'?)")]),
        ('{code: TO1, on: toll, unique: [sort], message: "{words.x}"}', [("5:50", "the message of TO1 has no {words.x} to fill in (did you mean 'words'?)")]),
        ('{code: TO1, on: toll, unique: [sort], message: "a { b"}', [("5:50", "the message of TO1 has a brace without its partner")]),
        ("{code: TO1, on: toll, unique: [sort]}\n- {code: TO1, on: toll, unique: [men]}", [("6:10", "the code 'TO1' is already taken")]),
    ],
)  # fmt: skip
def test_a_mistake_in_checks_is_a_finding_at_its_place(check: str, expected: list[tuple[str, str]]) -> None:
    assert problems(CHECK + check + "\n") == expected


def test_help_says_how_to_mend_it() -> None:
    assert helps("newsfacts-schema: 1\nkinds: {A b: {}}") == ["use small letters, digits and hyphens"]
    assert helps(CHECK + "{code: TO1, on: toll, sum: {field: women}}\n") == [
        "write it like sum: {field: value, within: poll, at-most: 100}"
    ]


def test_yaml_that_cannot_be_read_is_a_finding_too() -> None:
    assert "S17" in {finding.code for finding in read_schema("newsfacts-schema: 1\nkinds: {a: [}").findings}
    [found] = read_schema("newsfacts-schema: 1\nnewsfacts-schema: 1\n").findings
    assert found.code == "S01"


def test_what_is_right_is_used_beside_what_is_wrong() -> None:
    loaded = read_schema("newsfacts-schema: 1\nkinds: {good: {}, bad: {parent: nobody}}")
    assert "good" in loaded.schema
    assert "bad" not in loaded.schema


def test_a_long_chain_of_parents_is_refused_with_a_reason() -> None:
    lines = [f"  k{n}: {{parent: k{n + 1}}}" for n in range(2000)]
    found = problems("\n".join(["newsfacts-schema: 1", "kinds:", *lines, "  k2000: {}"]))
    assert found[0][1] == f"'k{MAX_ANCESTORS}' is the end of a chain of more than {MAX_ANCESTORS} kinds"


@given(texts(max_size=20) | st.lists(st.sampled_from(CASUALTIES.splitlines()), max_size=20).map("\n".join))
@examples(1.5)
def test_reading_never_raises(text: str) -> None:
    assert all(isinstance(finding, Finding) for finding in read_schema(text).findings)


# -- Files -------------------------------------------------------------------------------------------------------------


def test_a_document_names_its_schema(tmp_path: Path) -> None:
    (tmp_path / "toll.schema.yaml").write_text(CASUALTIES, encoding="utf-8")
    (tmp_path / "a.facts").write_text(
        "---\nnewsfacts: 1\nschema: [toll.schema.yaml]\n---\n\n[12 people]{.casualties harm=killed women=14} died.",
        encoding="utf-8",
    )
    [document] = read_file(tmp_path / "a.facts")
    assert document.problems == ()
    assert [(f.code, f.rule, f.message, f.words) for f in check(document).findings] == [
        ("CAS1", "more-women", "14 are more than “12 people”", "women=14")
    ]


def test_a_document_names_a_vocabulary() -> None:
    document = parse(
        "---\nnewsfacts: 1\nschema: [newsfacts:casualties]\n---\n\n[Two]{.casualties harm=killed} died."
    ).document
    assert document.problems == ()
    [found] = parse("---\nnewsfacts: 1\nschema: [newsfacts:casualtys]\n---\n\nText.").findings
    assert (found.code, found.message) == ("S24", "no vocabulary is named 'casualtys' (did you mean 'casualties'?)")
    assert found.help == f"the vocabularies are {', '.join(vocabularies())}"


def test_every_vocabulary_is_without_mistakes_and_all_fit_together() -> None:
    schema = Schema.core()
    for path in vocabularies().values():
        loaded = load_schema(path, schema)
        assert loaded.findings == ()
        schema = loaded.schema
    assert len(vocabularies()) == 6
    assert {check.what for check in schema.checks} == {
        "at-most", "at-least", "sum", "one-of", "requires", "forbids", "follows-from", "unique", "inside", "outside",
    }  # fmt: skip


def test_a_file_that_is_named_twice_defines_its_kinds_once(tmp_path: Path) -> None:
    path = tmp_path / "toll.schema.yaml"
    path.write_text(CASUALTIES, encoding="utf-8")
    once = load_schema(path)
    twice = load_schema(path, once.schema)
    assert twice.findings == ()
    assert twice.schema.kinds == once.schema.kinds
    assert twice.schema.checks == once.schema.checks


def test_a_file_is_read_once_per_process_until_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "toll.schema.yaml"
    path.write_text(CASUALTIES, encoding="utf-8")
    reads: list[str | None] = []
    read = schema_file.read_schema

    def counted(text: str, path: str | None = None, base: Schema | None = None) -> schema_file.LoadedSchema:
        reads.append(path)
        return read(text, path, base)

    monkeypatch.setattr(schema_file, "read_schema", counted)
    assert load_schema(path) is load_schema(path)
    assert len(reads) == 1
    path.write_text(CASUALTIES + "# changed\n", encoding="utf-8")
    load_schema(path)
    assert len(reads) == 2


def test_a_file_that_is_not_utf_8_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "toll.schema.yaml"
    path.write_bytes(b"newsfacts-schema: 1\ndoc: \xff\n")
    [found] = load_schema(path).findings
    assert found.code == "S20"


# -- The laws of the core hold -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("format", ["facts", "yaml", "json", "jsonl"])
@examples(0.5, suppress_health_check=list(HealthCheck))
@given(document=documents(SCHEMA))
def test_documents_with_kinds_from_yaml_read_back_equal(format: str, document: Document) -> None:
    assert loads(dumps(document, format=format), format=format, schema=SCHEMA) == document


@examples(0.5, suppress_health_check=list(HealthCheck))
@given(document=documents(SCHEMA))
def test_documents_with_kinds_from_yaml_can_be_pickled(document: Document) -> None:
    assert pickle.loads(pickle.dumps(document)) == document


def test_another_process_reads_what_was_pickled(tmp_path: Path) -> None:
    document = loads("[12 people]{.casualties #a harm=killed women=5} died.", schema=SCHEMA)
    (tmp_path / "document.pickle").write_bytes(pickle.dumps((document, SCHEMA)))
    program = (
        "import pickle, pathlib; document, schema = pickle.loads(pathlib.Path('document.pickle').read_bytes());"
        "print(document['a'].women, document['a'].KIND, type(document['a']) is schema['casualties'].cls)"
    )
    source = str(Path(newsfacts.__file__).parent.parent)
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": source},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == "5 casualties True\n"


@pytest.mark.parametrize("name", ["self", "class", "from", "none", "cls", "type", "repr"])
def test_a_field_may_have_any_name_of_small_letters(name: str) -> None:
    loaded = read_schema(f"newsfacts-schema: 1\nkinds:\n  thing:\n    fields:\n      {name}: {{}}\n")
    assert loaded.findings == ()
    text = f"[a]{{.thing {name}=x}}"
    document = loads(text, schema=loaded.schema)
    assert dumps(document) == text
