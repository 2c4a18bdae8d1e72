"""Reads every file of a folder of corpora, and writes the table of docs/formats.md: what is read, refused and lost, and how fast.

    python benchmarks/formats.py CORPORA              the table, a line for each folder and format
    python benchmarks/formats.py CORPORA --refused    with every file that is not read, and why
    python benchmarks/formats.py CORPORA --brat       brat files with newsfacts, mendelai-brat-parser and pybrat, in one run

The corpora are other people's and not part of the project. Packages to compare with are skipped where they are not installed.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import importlib.util
import io
import shutil
import tempfile
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
from _command_line import existing_folder, parser_of

from newsfacts.documents import read_file
from newsfacts.errors import NewsfactsError
from newsfacts.files import read_bytes
from newsfacts.findings import Severity
from newsfacts.formats import FORMATS, format_of_path
from newsfacts.formats.brat import text_path
from newsfacts.text.source import decode

ROUNDS = 9


@attrs.define
class Row:
    """What became of the files of one folder in one format."""

    files: int = 0
    documents: int = 0
    annotations: int = 0
    errors: int = 0
    losses: int = 0
    seconds: float = 0.0
    refused: list[str] = attrs.field(factory=list)


def candidates(folder: Path) -> Iterator[Path]:
    """The files that may be annotations: those with an ending of a format, its own or one that it shares."""
    endings = tuple(ending for each in FORMATS.values() for ending in (*each.endings, *each.shared_endings))
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name.lower().endswith(endings) and not path.name.startswith("."):
            yield path


def read(path: Path, rows: dict[tuple[str, str], Row], corpus: str) -> None:
    """Read one file, and count what it has."""
    started = time.process_time()
    known = format_of_path(str(path))
    name = known.name if known is not None else "not recognized"
    try:
        documents = list(read_file(path))
    except NewsfactsError as error:
        row = rows.setdefault((corpus, name), Row())
        row.files += 1
        row.refused.append(f"{path.name}: {str(error).removeprefix(f'{path}: ')}")
        return
    seconds = time.process_time() - started
    layouts = [document.layout for document in documents if document.layout is not None]
    row = rows.setdefault((corpus, layouts[0].format if layouts else name), Row())
    row.files += 1
    row.seconds += seconds
    row.documents += len(documents)
    row.annotations += sum(len(document.annotations) for document in documents)
    problems = [each for document in documents for each in document.problems if each.severity is Severity.ERROR]
    row.errors += len(problems)
    row.losses += sum(len(layout.losses) for layout in layouts)
    row.refused += [f"{each.path and Path(each.path).name}:{each.position}: {each.message}" for each in problems[:1]]


def table(corpora: Path, *, shows_refused: bool) -> None:
    """Print the table."""
    rows: dict[tuple[str, str], Row] = {}
    for folder in sorted(path for path in corpora.iterdir() if path.is_dir()):
        for path in candidates(folder):
            read(path, rows, folder.name)
    print("| corpus | format | files | documents | annotations | files with an error | losses | files a second |")
    print("|---|---|---|---|---|---|---|---|")
    for (corpus, format), row in sorted(rows.items()):
        speed = f"{row.files / row.seconds:,.0f}" if row.seconds else "-"
        print(
            f"| {corpus} | {format} | {row.files} | {row.documents} | {row.annotations:,} | {len(row.refused)} | {row.losses:,} | {speed} |"
        )
    if shows_refused:
        for (corpus, format), row in sorted(rows.items()):
            for reason in row.refused:
                print(f"{corpus} ({format}): {reason}")
    total = Counter(files=0, annotations=0)
    for row in rows.values():
        total.update(files=row.files, annotations=row.annotations)
    print(f"\n{total['files']:,} files, {total['annotations']:,} annotations")


def brat_readers() -> dict[str, Callable[[Path], object]]:
    """What reads a folder of brat files, by name; packages that are not installed are left out."""

    def each(read_one: Callable[[Path], object]) -> Callable[[Path], object]:
        return lambda folder: deque(
            map(read_one, sorted(folder.glob("*.ann"))), maxlen=0
        )  # one is gone before the next

    brat = FORMATS["brat"]
    found: dict[str, Callable[[Path], object]] = {
        "newsfacts, checked documents": each(lambda path: list(read_file(path))),
        "newsfacts, what is written": each(lambda path: list(brat.read(decode(read_bytes(path)).text, str(path)))),
    }
    if importlib.util.find_spec("brat_parser") is not None:
        package = importlib.import_module("brat_parser")
        found["mendelai-brat-parser"] = each(lambda path: package.get_entities_relations_attributes_groups(str(path)))
    if importlib.util.find_spec("pybrat") is not None:
        pybrat = importlib.import_module("pybrat.parser")
        found["pybrat"] = lambda folder: pybrat.BratParser(error="ignore").parse(str(folder))
    return found


def quietly(reader: Callable[[Path], object], folder: Path) -> float:
    """The seconds of processor time that a reader takes for a folder, without what it prints, and without the garbage of others."""
    gc.collect()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        started = time.process_time()
        reader(folder)
        return time.process_time() - started


def copied(paths: list[Path], folder: Path) -> Path:
    """A folder with these brat files, each next to its text."""
    folder.mkdir()
    for number, path in enumerate(paths):
        shutil.copyfile(path, folder / f"{number:04}.ann")
        shutil.copyfile(text_path(path), folder / f"{number:04}.txt")
    return folder


def is_read(reader: Callable[[Path], object], path: Path, folder: Path) -> bool:
    """Whether a reader reads one file; whatever it raises, it does not."""
    try:
        quietly(reader, copied([path], folder))
    except Exception:
        return False
    return True


def compare_brat(corpora: Path) -> None:
    """Print how long each reader takes for the same brat files: all of them, and those that each reader can read.

    The readers take turns, so that what else the machine does slows all of them down.
    """
    paths = [path for path in candidates(corpora) if path.suffix == ".ann" and text_path(path).is_file()]
    readers = brat_readers()
    with tempfile.TemporaryDirectory() as temporary:
        top = Path(temporary)
        everyone = [
            path
            for number, path in enumerate(paths)
            if all(is_read(reader, path, top / f"{number}-{name}") for name, reader in readers.items())
        ]
        for title, chosen in (("all files", paths), ("files that each of them reads", everyone)):
            folder = copied(chosen, top / title)
            print(f"{title}: {len(chosen)} with their texts, processor time, the best of {ROUNDS} rounds")
            best: dict[str, float] = {}
            for _ in range(ROUNDS):
                for name, reader in readers.items():
                    try:
                        best[name] = min(best.get(name, float("inf")), quietly(reader, folder))
                    except Exception as error:  # whatever a package raises, it did not read the files
                        best.setdefault(f"{name} fails: {type(error).__name__}", 0.0)
            for name, seconds in best.items():
                print(f"    {name:50} {f'{len(chosen) / seconds:7,.0f} files a second' if seconds else ''}")


def main() -> int:
    parser = parser_of(__doc__)
    parser.add_argument("corpora", type=existing_folder, help="the folder of corpora")
    parser.add_argument("--refused", action="store_true", help="list the files that are refused")
    parser.add_argument("--brat", action="store_true", help="compare the two readers of brat and nothing else")
    arguments = parser.parse_args()
    if arguments.brat:
        compare_brat(arguments.corpora)
    else:
        table(arguments.corpora, shows_refused=arguments.refused)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
