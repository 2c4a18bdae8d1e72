"""`newsfacts convert` for whole corpora: folders, patterns, mappings, metadata, losses, and what is not overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.running import newsfacts

import newsfacts as library

TEXT = "The Post reports that taxes will rise.\n"
ANN = (
    "T1\tSource 0 8\tThe Post\nT2\tCue 9 16\treports\nT3\tContent 17 37\tthat taxes will rise\nT4\tAttribution 9 16\treports\n"
    "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"
)
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two annotators of one text, in PolNeAR's layout."""
    monkeypatch.chdir(tmp_path)
    for folder in ("corpus/attributions", "corpus/text"):
        Path(folder).mkdir(parents=True)
    Path("corpus/text/story.txt").write_text(TEXT, encoding="utf-8")
    for annotator in ("4b22", "4e07"):
        Path(f"corpus/attributions/story_{annotator}.ann").write_text(ANN, encoding="utf-8")
    return tmp_path


def test_a_folder_becomes_a_folder_with_annotators_apart(corpus: Path, capsys: Capture) -> None:
    assert newsfacts(capsys, "convert", "corpus", "out", "--to", "facts").status == 0
    names = sorted(path.relative_to(corpus / "out").as_posix() for path in (corpus / "out").rglob("*.facts"))
    assert names == ["attributions/story_4b22.facts", "attributions/story_4e07.facts"]
    document = library.load(f"out/{names[0]}")
    assert (document.text, document.attributions[0].source[0].text) == (TEXT, "The Post")
    assert newsfacts(capsys, "convert", "out", "back", "--to", "brat").status == 0
    again = library.load("back/attributions/story_4b22.ann")
    assert (corpus / "back" / "text" / "story_4b22.txt").read_text(encoding="utf-8") == TEXT
    assert again.attributions[0].text == document.attributions[0].text


def test_a_pattern_becomes_one_file_of_several_documents(corpus: Path, capsys: Capture) -> None:
    assert newsfacts(capsys, "convert", "corpus/attributions/*.ann", "all.facts.jsonl").status == 0
    assert [document.text for document in library.read_file("all.facts.jsonl")] == [TEXT, TEXT]
    assert newsfacts(capsys, "convert", "all.facts.jsonl", "apart/", "--to", "json").status == 0
    assert sorted(path.name for path in (corpus / "apart").iterdir()) == ["all-1.facts.json", "all-2.facts.json"]
    outcome = newsfacts(capsys, "convert", "all.facts.jsonl", "one.facts")
    assert (outcome.status, outcome.err) == (
        2, "newsfacts: 2 documents cannot be one file of facts: name a folder to write to, or a file such as all.facts.jsonl\n",
    )  # fmt: skip


def test_metadata_comes_from_a_table(corpus: Path, capsys: Capture) -> None:
    table = "filename\tpublisher\tpublication_date\tauthor\tlevel\nstory\tThe Post\t2016-09-12\tA. Weiss|B. Ng\t4\n"
    (corpus / "m.tsv").write_text(table, encoding="utf-8")
    assert (
        newsfacts(capsys, "convert", "corpus/attributions/story_4b22.ann", "a.facts", "--metadata", "m.tsv").status == 0
    )
    document = library.load("a.facts")
    assert (document.outlet, str(document.published), document.author) == (
        "The Post",
        "2016-09-12",
        ("A. Weiss", "B. Ng"),
    )
    (corpus / "m.tsv").write_text(table.replace("2016-09-12", "12-9-2016"), encoding="utf-8")
    outcome = newsfacts(capsys, "convert", "corpus/attributions/story_4b22.ann", "b.facts", "--metadata", "m.tsv")
    assert outcome.status == 2
    assert outcome.err.startswith("newsfacts: m.tsv, line 2: published cannot be read: ")


def test_losses_are_listed_and_strict_writes_nothing(corpus: Path, capsys: Capture) -> None:
    path = corpus / "corpus" / "attributions" / "story_4b22.ann"
    path.write_text(ANN + "N1\tReference T1 Wiki:42\tThe Post (paper)\n", encoding="utf-8")
    name = "corpus/attributions/story_4b22.ann"
    outcome = newsfacts(capsys, "convert", name, "a.facts", "--strict")
    assert (outcome.status, outcome.err.splitlines()) == (1, [
        f"newsfacts: brat: {name}:6:1: the title of a normalization of T1: The Post (paper)",
        "newsfacts: 1 thing would be lost, so nothing is written",
    ])  # fmt: skip
    assert not (corpus / "a.facts").exists()
    assert newsfacts(capsys, "convert", name, "a.facts").status == 0
    document = library.load("a.facts")
    assert (document.foreign, document.mentions[0].extra["Reference"]) == (True, "Wiki:42")


def test_a_mapping_of_ones_own_is_used_both_ways(corpus: Path, capsys: Capture) -> None:
    mapping = "newsfacts-mapping: 1\nlabels: {Quelle: {kind: source}}\n"
    (corpus / "m.yaml").write_text(mapping, encoding="utf-8")
    (corpus / "a.ann").write_text("T1\tQuelle 0 8\tThe Post\n", encoding="utf-8")
    (corpus / "a.txt").write_text(TEXT, encoding="utf-8")
    assert newsfacts(capsys, "convert", "a.ann", "a.w3c.json", "--mapping", "m.yaml").status == 0
    assert json.loads((corpus / "a.w3c.json").read_text())["first"]["items"][0]["body"]["value"] == "Quelle"
    assert newsfacts(capsys, "convert", "a.w3c.json", "a.facts", "--mapping", "m.yaml").status == 0
    assert library.load("a.facts").mentions[0].KIND == "source"
    (corpus / "m.yaml").write_text(mapping.replace("source", "suorce"), encoding="utf-8")
    outcome = newsfacts(capsys, "convert", "a.ann", "b.facts", "--mapping", "m.yaml")
    assert outcome.status == 2
    assert "m.yaml:2:25: error S24 no kind is named 'suorce' (did you mean 'source'?)" in outcome.err


def test_no_file_is_overwritten_unasked(corpus: Path, capsys: Capture) -> None:
    (corpus / "a.txt").write_text("precious", encoding="utf-8")
    outcome = newsfacts(capsys, "convert", "corpus/attributions/story_4b22.ann", "a.ann")
    assert newsfacts(capsys, "convert", "corpus/attributions/story_4b22.ann", "story.facts").status == 0
    outcome = newsfacts(capsys, "convert", "story.facts", "a.ann")
    assert (outcome.status, outcome.err) == (2, "newsfacts: a.txt exists; --force overwrites it\n")
    assert (corpus / "a.txt").read_text(encoding="utf-8") == "precious"


def test_check_finds_what_is_wrong_in_the_file_of_another_tool(corpus: Path, capsys: Capture) -> None:
    data = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/a",
        "type": "Annotation",
        "target": 9,
    }
    (corpus / "a.json").write_text(json.dumps(data), encoding="utf-8")
    outcome = newsfacts(capsys, "check", "--no-config", "--format", "concise", "a.json")
    assert outcome.status == 1
    assert outcome.out.startswith("a.json:1:")
    assert "S15 a target without properties is an address" in outcome.out


def test_check_uses_the_mapping_of_the_configuration_and_of_the_command_line(corpus: Path, capsys: Capture) -> None:
    (corpus / "m.yaml").write_text(
        "newsfacts-mapping: 1\nlabels: {Quelle: {kind: source}, Aussage: {kind: attribution}}\n", encoding="utf-8"
    )
    (corpus / "a.ann").write_text("T1\tQuelle 0 8\tThe Post\nT2\tAussage 0 16\tThe Post reports\n", encoding="utf-8")
    (corpus / "a.txt").write_text(TEXT, encoding="utf-8")
    (corpus / "b.facts").write_text("Rain.\n", encoding="utf-8")
    words = ("check", "--select", "T", "--format", "concise", "a.ann", "b.facts")
    without = newsfacts(capsys, *words)
    assert without.out.count("a.ann") == 0
    found = newsfacts(capsys, *words, "--mapping", "m.yaml")
    assert "a.ann:2:17: error T01 this attribution says who speaks, but not what is said" in found.out
    (corpus / "newsfacts.toml").write_text('mapping = "m.yaml"\n', encoding="utf-8")
    assert newsfacts(capsys, *words).out == found.out
    (corpus / "newsfacts.toml").write_text('mapping = "polnaer"\n', encoding="utf-8")
    assert newsfacts(capsys, *words).err.startswith(
        "newsfacts: no mapping is named 'polnaer' (did you mean 'polnear'?)"
    )
