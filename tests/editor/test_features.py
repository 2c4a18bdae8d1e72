"""What the features of the language server give for a place in a file. `|` marks the place in the texts of these tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsfacts.editor.actions import Action, actions
from newsfacts.editor.analysis import Analysis
from newsfacts.editor.completion import completions
from newsfacts.editor.folding import folds
from newsfacts.editor.formatting import formatted
from newsfacts.editor.hover import hover
from newsfacts.editor.inlay import inlays
from newsfacts.editor.lens import lenses
from newsfacts.editor.navigation import definitions, references, rename
from newsfacts.editor.project import Project
from newsfacts.editor.symbols import symbols
from newsfacts.errors import NewsfactsError
from newsfacts.reviewing.written import TextEdit
from newsfacts.text.spans import Span

HEAD = """\
---
newsfacts: 1
published: 2024-07-04
entities:
  ilves: {name: Ruth Ilves, kind: person}
measures:
  hurt: {label: people hurt, unit: person, kind: tally}
events:
  storm: {label: the storm, time: 2024-07-02}
---
"""


def analysed(marked: str, path: Path | str = "/nowhere/story.facts") -> tuple[Analysis, int]:
    """A text without its `|`, and where that was."""
    return Project().analyse(marked.replace("|", "", 1), str(path)), marked.find("|")


def labels(marked: str, path: Path | str = "/nowhere/story.facts") -> list[str]:
    analysis, offset = analysed(marked, path)
    return [each.label for each in completions(analysis, offset)]


def applied(text: str, edits: tuple[TextEdit, ...] | list[TextEdit]) -> str:
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


# -- Completion


def test_kinds_are_completed_after_a_dot() -> None:
    assert {".claim", ".count", ".quote", ".time"} <= set(labels(HEAD + "[x]{.|}"))


def test_keys_of_the_kind_are_completed_that_are_not_written_yet() -> None:
    found = labels(HEAD + "[12 people]{.count value=12 |}")
    assert {"of", "as_of", "scope", "draft", "updates"} <= set(found)
    assert not {"value", "certainty", ".claim"} & set(found)


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("{.claim certainty=|}", {"certain", "probable", "possible", "uncertain"}),
        ("{.claim checkable=|}", {"yes", "no"}),
        ("{.claim by=|}", {"ilves"}),
        ('{.claim by="ilves |"}', {"ilves"}),
        ("{.count of=|}", {"hurt"}),
        ("{.time of=s|}", {"storm"}),
        ("{ref=|}", {"ilves"}),
        ("{.claim draft=|}", {"sure", "likely", "guess"}),
        ("{.claim rebuts=|}", {"first", "two"}),
        ("{.verdict of=|", {"first"}),
    ],
)
def test_values_and_ids_are_completed(block: str, expected: set[str]) -> None:
    assert set(labels(HEAD + "[It rained]{.claim #first}. [Two came]{.count #two}. [x]" + block)) == expected


@pytest.mark.parametrize("text", ["It rained| here", "[It|]{.claim}", "[It]{.claim}| x", "[It]{.claim #|}", "{x |}"])
def test_the_text_of_an_article_is_not_completed(text: str) -> None:
    assert labels(text) == []


def test_ids_of_a_shared_factbook_are_completed(tmp_path: Path) -> None:
    (tmp_path / "desk.factbook.yaml").write_text("entities:\n  oja: {name: Mart Oja}\n", encoding="utf-8")
    path = tmp_path / "story.facts"
    assert labels("---\nnewsfacts: 1\nuse: [desk.factbook.yaml]\n---\n[Oja]{ref=|}", path) == ["oja"]
    assert labels("---\nuse: [|]\n---\n", path) == ["desk.factbook.yaml"]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("---\npub|\n---\n", "a.facts", {"published", "entities", "use"}),
        ("---\nentities:\n  oja: {na|}\n---\n", "a.facts", {"name", "kind", "aliases"}),
        ("---\nentities:\n  oja: {name: Oja, kind: |}\n---\n", "a.facts", {"person", "place"}),
        ("measures:\n  hurt:\n    ki|", "a.factbook.yaml", {"kind", "unit", "whole"}),
        ("measures:\n  hurt:\n    kind: |", "a.factbook.yaml", {"tally", "share"}),
        ("measures:\n  hurt: {unit: person}\nknown:\n- {of: |", "a.factbook.yaml", set()),
        ("ent|", "a.factbook.yaml", {"entities", "known"}),
        ("newsfacts-schema: 1\nkinds:\n  vote:\n    par|", "a.schema.yaml", {"parent", "fields"}),
        ("newsfacts-schema: 1\nkinds:\n  vote:\n    parent: |", "a.schema.yaml", {"count", "claim"}),
        (
            "newsfacts-schema: 1\nkinds:\n  vote:\n    fields:\n      side: {type: |}",
            "a.schema.yaml",
            {"choice", "date"},
        ),
    ],
)
def test_keys_and_values_of_yaml_are_completed(text: str, name: str, expected: set[str]) -> None:
    assert expected <= set(labels(text, f"/nowhere/{name}"))


# -- Hover, outline, folding, inlay hints


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[fifty-|two]{.count}", "count: fifty-two\n= 52"),
        ("[Tues|day]{.time}", "time: Tuesday\n= 2024-07-02"),
        ("[Ilves]{ref=il|ves}", "entity ilves: Ruth Ilves\nkind: person"),
        ("[9 people]{.count of=hu|rt}", "measure hurt: people hurt\nunit: person\nkind: tally"),
        ("[It rained]{.claim cert|ainty=certain}", "certainty: certain, probable, possible or uncertain"),
        ("[It rained]{.cl|aim}", ".claim: What a text states to be so"),
    ],
)
def test_hover_says_what_is_there(text: str, expected: str) -> None:
    found = hover(*analysed(HEAD + text))
    assert found is not None
    assert "\n".join(found.lines).startswith(expected)


def test_there_is_nothing_to_say_about_plain_text() -> None:
    assert hover(*analysed(HEAD + "It |rained.")) is None


def test_the_outline_has_annotations_by_nesting() -> None:
    analysis, _ = analysed(HEAD + "[[Ilves]{.source} [said]{.cue} [[9 people]{.count #n} fell]{.claim}]{.attribution}.")
    found = {each.name: each for each in symbols(analysis)}
    assert [each.name for each in found["entities"].children] == ["ilves"]
    (attribution,) = (each for name, each in found.items() if name.startswith("attribution"))
    assert [each.name for each in attribution.children] == ["source: Ilves", "cue: said", "claim: 9 people fell"]
    assert [(each.name, each.detail) for each in attribution.children[2].children] == [
        ("count: 9 people", "#n = 9 people")
    ]


def test_the_head_and_its_tables_can_be_folded() -> None:
    analysis, _ = analysed(HEAD + "It rained.")
    lines = [
        (analysis.source.position(each.start).line, analysis.source.position(each.end).line) for each in folds(analysis)
    ]
    assert lines == [(1, 10), (4, 5), (6, 7), (8, 9)]


def test_inlay_hints_show_what_words_are_read_as() -> None:
    text = HEAD + "[Tuesday]{.time} [fifty-two]{.count} [12]{.count} [many]{.count value=40}"
    analysis, _ = analysed(text)
    found = inlays(analysis, Span(0, len(text)))
    assert [(text[: each.offset].rpartition("[")[2], each.words) for each in found] == [
        ("Tuesday", "= 2024-07-02"),
        ("fifty-two", "= 52"),
    ]


# -- Definitions, references, rename


@pytest.fixture
def desk(tmp_path: Path) -> Project:
    (tmp_path / "desk.factbook.yaml").write_text(
        "entities:\n  oja: {name: Mart Oja}\nmeasures:\n  fines: {label: fines, whole: all}\n  all: {label: all fines}\n",
        encoding="utf-8",
    )
    head = "---\nnewsfacts: 1\nuse: [desk.factbook.yaml]\n---\n"
    (tmp_path / "a.facts").write_text(head + "[Oja]{ref=oja} paid [3 fines]{.count of=fines}. 😀 oja", encoding="utf-8")
    (tmp_path / "b.facts").write_text(head + '[Oja and Oja]{ref="oja oja"} left.', encoding="utf-8")
    own = "---\nnewsfacts: 1\nentities: {oja: {name: Another Oja}}\n---\n[Oja]{ref=oja}"
    (tmp_path / "own.facts").write_text(own, encoding="utf-8")
    return Project((str(tmp_path),))


def read(path: str) -> str | None:
    file = Path(path)
    return file.read_text(encoding="utf-8") if file.is_file() else None


def at(project: Project, name: str, words: str) -> tuple[Analysis, int]:
    path = Path(project.folders[0], name)
    text = path.read_text(encoding="utf-8")
    return project.analyse(text, str(path)), text.index(words) + len(words)


def test_an_id_leads_to_its_definition_in_the_factbook(desk: Project) -> None:
    (found,) = definitions(*at(desk, "a.facts", "ref=o"), desk, read)
    assert (Path(found.path).name, found.source.slice(found.span.start, found.span.end)) == (
        "desk.factbook.yaml",
        "oja",
    )
    (own,) = definitions(*at(desk, "own.facts", "ref=o"), desk, read)
    assert Path(own.path).name == "own.facts"


def test_references_are_found_in_all_files_that_share_the_factbook(desk: Project) -> None:
    found = references(*at(desk, "desk.factbook.yaml", "  oj"), desk, read)
    assert [Path(each.path).name for each in found] == ["desk.factbook.yaml", "a.facts", "b.facts", "b.facts"]
    inside = references(*at(desk, "desk.factbook.yaml", "whole: al"), desk, read)
    assert len(inside) == 2


def test_renaming_changes_the_factbook_and_every_document_that_uses_it(desk: Project) -> None:
    found = rename(*at(desk, "b.facts", 'ref="oja o'), "mart-oja", desk, read)
    texts = {Path(each.path).name: applied(each.source.string, each.edits) for each in found}
    assert set(texts) == {"desk.factbook.yaml", "a.facts", "b.facts"}
    assert "  mart-oja: {name: Mart Oja}" in texts["desk.factbook.yaml"]
    assert texts["a.facts"].endswith("[Oja]{ref=mart-oja} paid [3 fines]{.count of=fines}. 😀 oja")
    assert texts["b.facts"].endswith('{ref="mart-oja mart-oja"} left.')


@pytest.mark.parametrize("new", ["fines", "two words", "", "#x", 'a"b'])
def test_an_id_that_is_taken_or_cannot_be_written_is_refused(new: str, desk: Project) -> None:
    with pytest.raises(NewsfactsError):
        rename(*at(desk, "a.facts", "ref=o"), new, desk, read)


def test_a_shared_id_is_not_renamed_where_its_users_cannot_be_found(desk: Project) -> None:
    place = at(desk, "a.facts", "ref=o")
    for project in (Project(), Project((str(Path(desk.folders[0], "below")),))):
        with pytest.raises(NewsfactsError, match=r"open the folder of desk\.factbook\.yaml"):
            rename(*place, "mart", project, read)


def test_ids_of_annotations_are_renamed_in_their_file() -> None:
    text = HEAD + "[It rained]{.claim #a|} but [it did not]{.claim #b rebuts=a}. [No]{.verdict of=a by=ilves}"
    analysis, offset = analysed(text)
    (found,) = rename(analysis, offset, "rain", Project(), read)
    assert applied(analysis.text, found.edits).endswith(
        "[It rained]{.claim #rain} but [it did not]{.claim #b rebuts=rain}. [No]{.verdict of=rain by=ilves}"
    )


# -- Formatting


def test_attribute_blocks_are_formatted() -> None:
    analysis, _ = analysed(HEAD + '[It rained]{  by="ilves"   .claim\n  #a note="two words" }. [x]{ref=ilves}')
    assert applied(analysis.text, formatted(analysis)) == (
        HEAD + '[It rained]{.claim #a by=ilves note="two words"}. [x]{ref=ilves}'
    )
    assert formatted(analysed(HEAD + "[It rained]{.claim #a by=ilves}. [a]{b}")[0]) == []


# -- Actions


def chosen(marked: str, title: str) -> tuple[Analysis, Action]:
    analysis, offset = analysed(marked)
    found = [each for each in actions(analysis, Span(offset, offset)) if each.title.startswith(title)]
    assert found, [each.title for each in actions(analysis, Span(offset, offset))]
    return analysis, found[0]


DRAFT = (
    HEAD
    + "[[Il|ves]{.source draft=sure} [said]{.cue draft=sure} [it rained]{.claim draft=likely}]{.attribution draft=sure}."
)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Accept this source (sure)", DRAFT.replace("{.source draft=sure}", "{.source}")),
        ("Accept all sure proposals (3)", DRAFT.replace(" draft=sure", "")),
        ("Accept it as an addressee", DRAFT.replace("{.source draft=sure}", "{.addressee}")),
        ("Reject this source", DRAFT.replace("[Il|ves]{.source draft=sure}", "Ilves")),
    ],
)
def test_proposals_are_accepted_changed_and_rejected(title: str, expected: str) -> None:
    analysis, action = chosen(DRAFT, title)
    assert applied(analysis.text, action.edits) == expected.replace("|", "")


def test_an_attribution_is_rejected_with_its_parts() -> None:
    marked = DRAFT.replace("|", "").replace("{.attribution", "{|.attribution")
    analysis, action = chosen(marked, "Reject this attribution (sure) and the 3 inside it")
    assert applied(analysis.text, action.edits) == HEAD + "Ilves said it rained."


def test_a_proposal_that_is_referred_to_is_not_rejected() -> None:
    text = HEAD + "[It |rained]{.claim #a draft=sure}. [It did not]{.claim rebuts=a}."
    assert chosen(text, "Reject this claim")[1].refusal == "#a is referred to by a claim: change that first"


def test_unsafe_fixes_say_so_and_safe_ones_are_preferred() -> None:
    analysis, offset = analysed(HEAD + "[9 people]{.count va|lue=8}")
    found = [each for each in actions(analysis, Span(offset, offset)) if each.fixes is not None]
    assert found
    assert all(each.is_safe != each.title.endswith("(unsafe: read the result)") for each in found)


def test_lenses_count_findings_and_proposals() -> None:
    titles = [each.title for each in lenses(analysed(DRAFT)[0])]
    assert titles[1:] == ["4 proposals left", "accept the 3 that are sure"]
    assert [each.title for each in lenses(analysed("It rained.")[0])] == ["no findings"]
