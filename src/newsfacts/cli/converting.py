"""What `newsfacts convert` does: which files are read, where their documents are written, and what is lost."""

from __future__ import annotations

import argparse
import glob
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.find_files import find_files, is_factbook, is_hidden, is_schema
from newsfacts.cli.output import check_target, write_out
from newsfacts.cli.reading import is_unreadable as has_no_content
from newsfacts.cli.reading import report_problems
from newsfacts.cli.standard_input import read_stdin
from newsfacts.documents import dumps, files_of, parse, read_file, relocated
from newsfacts.errors import UsageError
from newsfacts.files import read_bytes, write_atomically
from newsfacts.findings import Severity
from newsfacts.formats import FORMATS, Format, detect, format_of_path, get_format
from newsfacts.formats.mapping import LabelMapping, load_mapping
from newsfacts.formats.metadata_table import MetadataTable, load_metadata
from newsfacts.immutable import define, frozen
from newsfacts.model import Document
from newsfacts.raw import Loss
from newsfacts.reports.run import plural
from newsfacts.text.source import Place, SourceText

__all__ = ["Conversion", "Plan", "conversions_of", "is_unreadable", "plan_of", "write_all"]

STDIN = "<stdin>"

_HEAD = re.compile(r"---[ \t]*\n(?:(?!---|\.\.\.).*\n)*")
_COMMENT_LINE = re.compile(r"^[ \t]*#.*", re.MULTILINE)
_PATTERN = re.compile(r"[*?\[]")


@frozen
class _Input:
    """A file to read, and its name without ending where it is written to a folder."""

    path: str
    name: str


@frozen(kw_only=True)
class Plan:
    """What a command asks for. `destination` is a file, a folder where `is_folder`, or None for standard output."""

    inputs: tuple[_Input, ...]
    source: Format | None
    target: Format
    destination: str | None
    is_folder: bool
    mapping: LabelMapping | None
    metadata: MetadataTable | None
    force: bool


@define
class Conversion:
    """A document that was read, with everything that is lost when it is written, and the path where it goes."""

    document: Document
    target: str | None
    losses: tuple[tuple[str, Loss], ...] = ()


def plan_of(arguments: argparse.Namespace) -> Plan:
    """What the words of the command line ask for. Raises `UsageError` where they do not fit together."""
    paths: list[str] = arguments.paths
    sources, destination = (paths[:-1], paths[-1]) if len(paths) > 1 else (paths, None)
    destination = destination if destination != "-" else None
    source = get_format(arguments.source_format) if arguments.source_format else None
    target = target_format(arguments.target_format, destination)
    is_folder = destination is not None and is_a_folder(destination, sources, target)
    inputs = tuple(inputs_of(sources, source, destination if is_folder else None))
    mapping = load_mapping(arguments.mapping) if arguments.mapping else None
    if mapping is not None and not (target.maps or (source or FORMATS["brat"]).maps):
        raise UsageError(f"{target.name} has no labels of its own, so it takes no mapping")
    return Plan(
        inputs=inputs,
        source=source,
        target=target,
        destination=destination,
        is_folder=is_folder,
        mapping=mapping,
        metadata=load_metadata(arguments.metadata, mapping) if arguments.metadata else None,
        force=arguments.force,
    )


def target_format(name: str | None, destination: str | None) -> Format:
    """The format to write."""
    if name is not None:
        found = get_format(name)
    elif destination is None:
        raise UsageError("say the format with --to, or name a file to write")
    else:
        fitting = format_of_path(destination)
        if fitting is None:
            raise UsageError(f"{destination}: no format is known for this ending; say it with --to")
        found = fitting
    if not found.writes:
        raise UsageError(f"newsfacts cannot write {found.name}")
    return found


def is_a_folder(destination: str, sources: Sequence[str], target: Format) -> bool:
    """Whether documents are written into a folder, with their names kept."""
    if os.path.isdir(destination) or destination.endswith(("/", os.sep)):
        return True
    several = len(sources) > 1 or any(os.path.isdir(path) or is_pattern(path) for path in sources)
    if not several or destination.endswith((*target.endings, *target.shared_endings)):
        return False
    return not os.path.exists(destination)


def is_pattern(path: str) -> bool:
    """Whether a path is a pattern for several."""
    return _PATTERN.search(path) is not None and not os.path.exists(path)


def inputs_of(sources: Iterable[str], source: Format | None, output: str | None) -> Iterator[_Input]:
    """Every file to read, those of a folder with their paths in it."""
    for path in sources:
        if path == "-":
            yield _Input(path, "stdin")
        elif os.path.isdir(path):
            for name in files_in(path, source, output):
                yield _Input(name, without_ending(os.path.relpath(name, path), source))
        elif is_pattern(path):
            found = sorted(name for name in glob.glob(path, recursive=True) if os.path.isfile(name))
            if not found:
                raise UsageError(f"{path}: no file fits this pattern")
            yield from (_Input(name, without_ending(os.path.basename(name), source)) for name in found)
        else:
            yield _Input(path, without_ending(os.path.basename(path), source))


def files_in(folder: str, source: Format | None, output: str | None) -> Iterator[str]:
    """The documents of a folder: those of one format, or those whose ending or content is that of one."""
    kept = os.path.realpath(output) if output is not None else None
    if source is None:
        named = {found.path for found in find_files([folder]) if not (is_factbook(found.path) or is_schema(found.path))}
    else:
        named = set()
    endings = (*source.endings, *source.shared_endings) if source else tuple(shared_endings())
    for directory, subfolders, names in os.walk(folder):
        subfolders[:] = [
            name for name in sorted(subfolders) if not is_hidden(name) and os.path.realpath(os.path.join(directory, name)) != kept
        ]  # fmt: skip
        for name in sorted(names):
            path = os.path.normpath(os.path.join(directory, name))
            if path in named or (name.lower().endswith(endings) and not is_hidden(name) and is_wanted(path, source)):
                yield path


def shared_endings() -> set[str]:
    """The endings that several formats have."""
    return {ending for format in FORMATS.values() if format.reads for ending in format.shared_endings}


def is_wanted(path: str, source: Format | None) -> bool:
    """Whether a file of a folder is a document: of the format that is asked for, or of one that its content shows."""
    if source is not None:
        return True
    if format_of_path(path) is not None:
        return False  # of a format whose files are named, and this one has been left out
    try:
        detect(read_bytes(path).decode("utf-8", "replace"), path)
    except (UsageError, OSError):
        return False
    return True


def without_ending(name: str, source: Format | None) -> str:
    """The name of a file without the ending of its format."""
    known = [source] if source else list(FORMATS.values())
    endings = sorted(
        (ending for each in known for ending in (*each.endings, *each.shared_endings)), key=len, reverse=True
    )
    for ending in endings:
        if name.lower().endswith(ending) and len(name) > len(ending):
            return name[: -len(ending)]
    return os.path.splitext(name)[0]


def conversions_of(plan: Plan) -> Iterator[Conversion]:
    """Every document, with where it is written and what is lost. Raises `UsageError` where nothing may be written."""
    for one in plan.inputs:
        documents = list(documents_of(one.path, plan))
        if not documents:
            raise UsageError(f"{one.path} contains no document")
        for number, document in enumerate(documents, 1):
            report_problems(document)
            conversion = Conversion(document, target_path(plan, one.name, number if len(documents) > 1 else None))
            if not is_unreadable(conversion):
                conversion.losses = tuple(losses_of(document, plan))
                refuse(document, one.path, plan, conversion)
            yield conversion


def documents_of(path: str, plan: Plan) -> Iterator[Document]:
    """The documents of a file, or of standard input, with the kinds of its project."""
    schema = Configuration.discover(Path.cwd() if path == "-" else path).document_schema()
    source = plan.source
    mapping = mapping_of(source or (format_of_path(path) if path != "-" else None), plan)
    if path == "-":
        text = read_stdin()
        source = source or guess_of(text)
        yield parse(text, path=STDIN, format=source.name, schema=schema, mapping=mapping_of(source, plan)).document
        return
    name = source.name if source is not None else None
    yield from read_file(path, format=name, schema=schema, mapping=mapping, metadata=plan.metadata)


def guess_of(text: str) -> Format:
    """The format of standard input: annotated text, unless it is clearly another one."""
    try:
        return detect(text)
    except UsageError:
        return get_format("facts")


def mapping_of(format: Format | None, plan: Plan) -> LabelMapping | None:
    """The mapping for a format that takes one. For a file that is recognized by its content, every format that does."""
    return plan.mapping if format is None or format.maps else None


def target_path(plan: Plan, name: str, number: int | None) -> str | None:
    """Where a document is written."""
    if not plan.is_folder:
        return plan.destination
    assert plan.destination is not None
    return os.path.join(
        plan.destination,
        f"{name}{f'-{number}' if number else ''}{(plan.target.endings or plan.target.shared_endings)[0]}",
    )


def losses_of(document: Document, plan: Plan) -> Iterator[tuple[str, Loss]]:
    """What a document loses, each with the name of the format that has no place for it."""
    layout = document.layout
    if layout is not None and layout.format == plan.target.name and plan.target.rewrites:
        return
    if layout is not None:
        yield from ((layout.format, loss) for loss in layout.losses)
        yield from ((plan.target.name, loss) for loss in lost_yaml_comments(document))
    target = plan.target
    yield from ((target.name, loss) for loss in target.losses(document, mapping_of(target, plan)))


def lost_yaml_comments(document: Document) -> Iterator[Loss]:
    """The comments in the YAML of a file, which its document does not have."""
    layout = document.layout
    if layout is None or layout.format not in ("facts", "yaml"):
        return
    head = _HEAD.match(layout.source) if layout.format == "facts" else None
    end = head.end() if head is not None else len(layout.source) if layout.format == "yaml" else 0
    source = SourceText(layout.source)
    for found in _COMMENT_LINE.finditer(layout.source, 0, end):
        yield Loss(
            what="a comment", words=found[0].strip(), place=Place(document.path, source, found.start(), found.end())
        )


def refuse(document: Document, path: str, plan: Plan, conversion: Conversion) -> None:
    """Raise `UsageError` where a document has errors, or comments that would be lost, and `--force` is not given."""
    if plan.force:
        return
    errors = sum(problem.severity is Severity.ERROR for problem in document.problems)
    if errors:
        raise UsageError(f"{path} has {plural(errors, 'error')}, so nothing is written; --force writes what was read")
    comments = sum(loss.what == "a comment" for _, loss in conversion.losses)
    if comments:
        raise UsageError(
            f"{path} has {plural(comments, 'comment')} that {plan.target.name} cannot hold, so nothing is written; --force writes without"
        )


def is_unreadable(conversion: Conversion) -> bool:
    """Whether a file could not be read at all."""
    return has_no_content(conversion.document.problems)


def write_all(plan: Plan, conversions: Sequence[Conversion]) -> None:
    """Write every document. Raises `UsageError` before anything is written where a file is in the way."""
    if plan.is_folder:
        for path, content in checked_files(plan, conversions):
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            write_atomically(path, content)
        return
    documents = [conversion.document for conversion in conversions]
    if len(documents) > 1 and not plan.target.collects:
        what = f"{len(documents):,} documents cannot be one file of {plan.target.name}"
        raise UsageError(f"{what}: name a folder to write to, or a file such as all.facts.jsonl")
    if len(documents) == 1 and plan.destination is not None:
        for path, content in checked_files(plan, conversions):
            write_atomically(path, content)
    elif documents:
        if plan.destination is not None:
            documents = [relocated(document, plan.destination) for document in documents]
        write_out(text_of(documents, plan), plan.destination, force=plan.force)


def text_of(documents: Sequence[Document], plan: Plan) -> str:
    """The text of the one file that is written."""
    target, mapping = plan.target, mapping_of(plan.target, plan)
    if len(documents) > 1:
        return target.write_many(documents, mapping)
    if plan.destination is None and target.has_several_files:
        raise UsageError(f"a document in {target.name} is several files: name the one to write")
    return dumps(documents[0], format=target.name, mapping=mapping)


def checked_files(plan: Plan, conversions: Sequence[Conversion]) -> list[tuple[str, str | bytes]]:
    """The files to write, by path, none of which is there yet unless `--force` is given."""
    found: dict[str, str | bytes] = {}
    mapping = mapping_of(plan.target, plan)
    for conversion in conversions:
        assert conversion.target is not None
        for path, content in files_of(conversion.document, conversion.target, plan.target, mapping=mapping).items():
            shared = plan.target.is_shared_file(path)
            if shared and (path in found or os.path.exists(path)):
                continue
            if path in found and found[path] != content:
                raise UsageError(f"two documents would be written to {path}: give one of their files another name")
            if not shared:
                check_target(path, force=plan.force)
                if os.path.exists(path) and not plan.force and os.path.isfile(path):
                    raise UsageError(f"{path} exists; --force overwrites it")
            found[path] = content
    return list(found.items())
