"""Files that say what the labels of another tool mean: each mistake in one is named at its place, and all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsfacts.documents import loads
from newsfacts.errors import ReadError, UsageError
from newsfacts.formats import get_format
from newsfacts.formats.mapping import load_mapping, read_mapping

HEAD = "newsfacts-mapping: 1\n"


def mistakes(text: str) -> list[str]:
    with pytest.raises(ReadError) as refused:
        read_mapping(text)
    return [problem.message for problem in refused.value.findings]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("labels: {A: {kind: claim}}", "this mapping file does not say that it is of version 1"),
        ("newsfacts-mapping: 2", "this mapping file does not say that it is of version 1"),
        (f"{HEAD}labels: {{A: {{}}}}", "the label 'A' has no kind"),
        (f"{HEAD}labels: {{A: {{kind: clam}}}}", "no kind is named 'clam' (did you mean 'claim'?)"),
        (f"{HEAD}labels: {{A: {{kind: claim, fields: {{polarty: negative}}}}}}", "the kind claim has no field 'polarty' (did you mean 'polarity'?)"),
        (f"{HEAD}labels: {{A: {{kind: claim, fields: {{polarity: negativ}}}}}}", "polarity has no value 'negativ' (did you mean 'negative'?)"),
        (f"{HEAD}labels: {{A: {{kind: claim, fields: 3}}}}", "'fields' is a table of values"),
        (f"{HEAD}attributes: {{A: {{}}}}", "the attribute 'A' has no field"),
        (f"{HEAD}attributes: {{A: {{field: polarity, values: {{no: negativ}}}}}}", "polarity has no value 'negativ' (did you mean 'negative'?)"),
        (f"{HEAD}relations: {{A: {{}}}}", "the relation 'A' has no field"),
        (f"{HEAD}metadata: [a]", "'metadata' is a table of values"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_mapping_is_named(text: str, message: str) -> None:
    assert mistakes(text) == [message]


def test_all_mistakes_are_named_at_once() -> None:
    assert len(mistakes("labels: {A: {}}\nattributes: {B: {}}\nrelations: {C: {}}")) == 4


def test_what_is_left_out_on_purpose_is_not_a_mistake() -> None:
    found = read_mapping(f"{HEAD}labels: {{A: {{ignore: yes}}, B: {{kind: Own-Kind}}}}\nmetadata:\n")
    assert (found.labels["A"].ignore, found.labels["B"].kind, dict(found.metadata)) == (True, "Own-Kind", {})


def test_a_mapping_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"the mapping .*missing\.yaml cannot be read: "):
        load_mapping(str(tmp_path / "missing.yaml"))
    with pytest.raises(UsageError, match=r"no mapping is named 'polnaer' \(did you mean 'polnear'\?\)"):
        load_mapping("polnaer")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("german-quotations", "newsfacts cannot write german-quotations"),
        ("facts", "facts has no labels of its own, so it takes no mapping"),
    ],
)
def test_a_format_says_what_it_cannot_do(name: str, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        get_format(name).write(loads("[Rain]{.claim}."), "polnear" if name == "facts" else None)
    assert str(refused.value) == message


def test_text_is_not_bytes_and_a_file_of_one_document_has_one() -> None:
    with pytest.raises(UsageError, match="facts is text, not bytes"):
        get_format("facts").read(b"[Rain]{.claim}.")
    with pytest.raises(UsageError, match="a file of facts has one document"):
        get_format("facts").write_many([loads("a"), loads("b")])
