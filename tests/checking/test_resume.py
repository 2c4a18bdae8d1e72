"""A run that is interrupted goes on: nothing is checked twice, nothing that has changed is taken for granted."""

from __future__ import annotations

import io
import os
import pickle
import sqlite3
import zlib
from pathlib import Path

import attrs
import pytest

from newsfacts.checking import stored_results
from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Plan
from newsfacts.checking.files import check_files
from newsfacts.checking.one_file import FileChecker, FileResult
from newsfacts.checking.run_state import RunState, settings_of
from newsfacts.checking.stored_results import packed, unpacked
from newsfacts.errors import UsageError
from newsfacts.findings import Severity
from newsfacts.schema.kinds import Schema

EXAMPLES = Path(__file__).parents[2] / "examples"
BOOK = "newsfacts: 1\nmeasures: {dead: {label: people killed at Orsk, unit: person}}\n"
LONG_AGO, FAR_AHEAD = 1_600_000_000, 4_000_000_000
"""Times at which a file was settled, and will not yet be settled, however long a test takes."""


def settled(path: Path, text: str, at: int = LONG_AGO) -> Path:
    """A file that was written some time ago."""
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at, at))
    return path


def article(count: str, use: str = "a") -> str:
    return (
        f"---\nnewsfacts: 1\ntitle: Flood\npublished: 2025-10-11\nuse: [{use}.factbook.yaml]\n---\n\n"
        f"The flood killed [{count}]{{.count of=dead as_of=2025-10-11 value=12}}.\n"
    )


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Six articles, four of which use one factbook and two another; the last contradicts the others."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for book in ("a", "b"):
        settled(folder / f"{book}.factbook.yaml", BOOK)
    for number in range(6):
        count = "13 people" if number == 5 else "12 people"
        settled(folder / f"{number}.facts", article(count, "b" if number > 3 else "a"))
    return folder


def run(folder: Path, state: RunState | Path | None = None, jobs: int = 1, **settings: str) -> list[FileResult]:
    return list(check_files([folder], Configuration(**settings), jobs=jobs, resume=state))  # type: ignore[arg-type] # all texts


def interrupted(folder: Path, state: Path, after: int, jobs: int = 1) -> None:
    """A run whose reader has enough after some files."""
    results = check_files([folder], Configuration(), jobs=jobs, resume=state)
    for _ in range(after):
        next(results)
    results.close()  # type: ignore[attr-defined] # it is a generator


@pytest.mark.parametrize(("after", "jobs"), [(1, 1), (4, 1), (8, 1), (4, 2)])
def test_a_run_that_goes_on_finds_the_same_and_checks_nothing_twice(
    corpus: Path, tmp_path: Path, jobs: int, after: int
) -> None:
    interrupted(corpus, tmp_path / "state", after, jobs)
    state = RunState(tmp_path / "state")
    assert run(corpus, state, jobs) == run(corpus)
    assert (state.found, state.changed) == (after, 0)
    again = RunState(tmp_path / "state")
    assert run(corpus, again) == run(corpus)
    assert again.found == 8


def test_what_was_found_is_not_checked_again(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = run(corpus)
    run(corpus, tmp_path / "state")

    def refuse(*_: object) -> None:
        raise AssertionError("it was checked before")

    monkeypatch.setattr(FileChecker, "steps", refuse)
    assert run(corpus, tmp_path / "state") == whole


def test_a_document_that_changed_is_checked_again(corpus: Path, tmp_path: Path) -> None:
    run(corpus, tmp_path / "state")
    settled(corpus / "2.facts", article("15 people"))  # as long, and as old, as before
    state = RunState(tmp_path / "state")
    assert run(corpus, state) == run(corpus)
    assert (state.found, state.changed) == (7, 1)


@pytest.mark.parametrize("change", ["written", "deleted"])
def test_documents_whose_factbook_changed_are_checked_again(corpus: Path, tmp_path: Path, change: str) -> None:
    run(corpus, tmp_path / "state")
    if change == "written":
        settled(corpus / "b.factbook.yaml", BOOK.replace("dead", "hurt"))
    else:
        (corpus / "b.factbook.yaml").unlink()
    state = RunState(tmp_path / "state")
    assert run(corpus, state) == run(corpus)
    assert state.changed == (3 if change == "written" else 2)


def test_documents_are_checked_again_when_a_factbook_that_they_missed_is_there(corpus: Path, tmp_path: Path) -> None:
    settled(corpus / "6.facts", article("12 people", "missing"))
    run(corpus, tmp_path / "state")
    settled(corpus / "missing.factbook.yaml", BOOK)
    state = RunState(tmp_path / "state")
    assert run(corpus, state) == run(corpus)
    assert state.changed == 1


def test_a_document_is_checked_again_when_the_source_of_its_quote_changed(tmp_path: Path) -> None:
    settled(tmp_path / "speech.txt", "We will build the bridge.")
    quoted = "[“We will build the bridge,”]{.quote source_text=speech.txt} [she]{.source} said."
    settled(tmp_path / "a.facts", quoted)
    state = tmp_path / "state"
    (first,) = (file for file in run(tmp_path, state) if file.path.endswith("a.facts"))
    settled(tmp_path / "speech.txt", "We will not build a bridge.")
    (second,) = (file for file in run(tmp_path, state) if file.path.endswith("a.facts"))
    assert "Q01" not in {finding.code for finding in first.findings}
    assert "Q01" in {finding.code for finding in second.findings}


def test_a_file_that_was_just_written_is_checked_again(corpus: Path, tmp_path: Path) -> None:
    """A later change may leave it with the same size and times."""
    settled(corpus / "3.facts", article("12 people"), at=FAR_AHEAD)
    run(corpus, tmp_path / "state")
    state = RunState(tmp_path / "state")
    run(corpus, state)
    assert state.found == 7


def test_a_run_of_one_file_goes_on_with_others_to_compare_it_with(corpus: Path, tmp_path: Path) -> None:
    list(check_files([corpus / "5.facts"], Configuration(), resume=tmp_path / "state"))
    state = RunState(tmp_path / "state")
    assert list(check_files([corpus / "0.facts", corpus / "5.facts"], Configuration(), resume=state)) == list(
        check_files([corpus / "0.facts", corpus / "5.facts"], Configuration())
    )
    assert state.found == 1


def test_a_state_of_other_settings_is_refused_and_left_as_it_is(corpus: Path, tmp_path: Path) -> None:
    path = tmp_path / "state"
    run(corpus, path)
    before = path.read_bytes()
    with pytest.raises(UsageError, match=r"state is of a run with another configuration: delete it to begin again"):
        run(corpus, path, profile="newsroom")
    with pytest.raises(UsageError, match="another format"):
        check_files([corpus], Configuration(), format="facts", resume=path)
    assert path.read_bytes() == before


def test_a_state_is_refused_when_a_file_of_the_configuration_changed(corpus: Path, tmp_path: Path) -> None:
    policy = tmp_path / "policy.yaml"
    policy.write_text("billion: short\n", encoding="utf-8")
    run(corpus, tmp_path / "state", policy=str(policy))
    policy.write_text("billion: long\n", encoding="utf-8")
    with pytest.raises(UsageError, match="another configuration"):
        run(corpus, tmp_path / "state", policy=str(policy))


@pytest.mark.parametrize(
    "content", [b"not a database, but a text that somebody wrote and wants to keep", b"SQLite format 3\0"]
)
def test_another_file_is_not_taken_for_a_state(corpus: Path, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "state"
    path.write_bytes(content)
    with pytest.raises(UsageError, match="state"):
        run(corpus, path)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_not_taken_for_a_state(corpus: Path, tmp_path: Path) -> None:
    path = tmp_path / "state"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE theirs (word TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(UsageError, match="is not the state of a run, so it is left as it is"):
        run(corpus, path)
    assert path.read_bytes() == before


def test_folders_pipes_and_the_documents_themselves_cannot_be_a_state(corpus: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (corpus, tmp_path / "pipe"):
        with pytest.raises(UsageError, match="is not a regular file"):
            run(corpus, path)
    with pytest.raises(UsageError, match="is one of the files to check"):
        run(corpus, corpus / "3.facts")
    with pytest.raises(UsageError, match="unable to open"):
        run(corpus, tmp_path / "no folder" / "state")


def test_two_runs_cannot_use_one_state(corpus: Path, tmp_path: Path) -> None:
    first = check_files([corpus], Configuration(), resume=tmp_path / "state")
    next(first)
    with pytest.raises(UsageError, match="is in use by another run"):
        run(corpus, tmp_path / "state")
    assert len(list(first)) == len(run(corpus)) - 1


def test_objects_of_python_cannot_be_compared_with_those_of_the_run_before(corpus: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be resumed"):
        check_files([corpus], Configuration(), schema=Schema.core(), resume=tmp_path / "state")


def test_a_damaged_result_is_checked_again(corpus: Path, tmp_path: Path) -> None:
    path = tmp_path / "state"
    run(corpus, path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE results SET result = substr(result, 1, 40) WHERE path LIKE '%1.facts'")
    connection.close()
    assert run(corpus, path) == run(corpus)


class Harm:
    """Whoever reads this pickle with the usual reader makes a file."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (self.path,)


def test_a_state_from_somebody_else_cannot_run_anything(tmp_path: Path) -> None:
    data = zlib.compress(pickle.dumps(Harm(str(tmp_path / "harm"))))
    assert unpacked(data) is None
    assert not (tmp_path / "harm").exists()


@pytest.mark.parametrize("named", ["Severity\nS'mro'", "Finding\nS'__init__'"])
def test_a_state_names_members_of_enums_and_no_other_attributes(named: str) -> None:
    """Python 3.11.2 pickles a member as `getattr` of its class."""
    load = stored_results._Unpickler  # what `unpacked` reads with, which says why it refuses something
    member = b"cbuiltins\ngetattr\n(cnewsfacts.findings\nSeverity\nS'ERROR'\ntR."
    assert load(io.BytesIO(member)).load() is Severity.ERROR
    with pytest.raises(pickle.UnpicklingError, match="is not a member of an enum"):
        load(io.BytesIO(f"cbuiltins\ngetattr\n(cnewsfacts.findings\n{named}\ntR.".encode())).load()


def test_a_few_bytes_of_a_state_cannot_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsfacts.checking.stored_results.MAX_RESULT", 50_000)
    checked = FileChecker.of(Configuration()).check_file(str(EXAMPLES / "summit" / "summit.facts"))
    assert unpacked(packed(checked)) == checked
    facts = tuple(attrs.evolve(checked.facts[0], path=f"{n:0>100}") for n in range(1_000))
    many = attrs.evolve(checked, facts=facts)
    assert unpacked(packed(many)) is None


def test_every_result_of_the_examples_is_read_back_as_it_was() -> None:
    checker = attrs.evolve(FileChecker.of(Configuration(profile="strict")), notices_files=True)
    paths = [str(path) for path in sorted(EXAMPLES.rglob("*")) if path.is_file()]
    for path in paths:
        checked = checker.check_file(path)
        again = unpacked(packed(checked))
        assert again == attrs.evolve(checked, looked_at=None)
        assert again is not None
        assert list(map(str, again.result.findings)) == list(map(str, checked.result.findings))


def test_a_state_is_not_used_with_another_mapping_of_labels(tmp_path: Path) -> None:
    mapping = tmp_path / "labels.yaml"
    found = []
    for text in ("a", "b"):
        mapping.write_text(text, encoding="utf-8")
        for name in (None, "labels.yaml", "prodigy"):
            plan = Plan.of(Configuration(mapping=name, root=tmp_path))
            found.append(settings_of(plan, None)["configuration"])
    assert len(set(found)) == 4  # none, a file with this text, a file with that one, and one that newsfacts has
