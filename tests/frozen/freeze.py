"""Writes the frozen tables: how phrases are read today, and what checks find today.

python tests/frozen/freeze.py            rewrites the readings and the findings
python tests/frozen/freeze.py --check    prints the lines that differ; exit status 1 if there are any

`quantities.tsv` and `times.tsv` have one phrase per line. To add phrases, append lines that have only the first column
(in `times.tsv` the first two) and run the script. The tables say what *is* read, not what is right: a change is either
an intended correction, and is then looked at line by line, or a mistake.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import difflib
import json
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import newsfacts
from newsfacts.cli import main as newsfacts_command
from newsfacts.rules import all_rules
from newsfacts.rules.corpus_rule import CorpusRule

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
QUANTITIES, TIMES, FINDINGS = "quantities.tsv", "times.tsv", "findings.txt"

OPTIONS: Mapping[str, Callable[[str], Any]] = {
    "tense": str, "day_first": bool, "week_start": int, "hemisphere": str, "century_starts": int,
}  # fmt: skip
"""Options of `parse_time` that the second column of `times.tsv` may set after the day of publication."""

FENCED = re.compile(r"^```(facts-example|facts)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHARED_FILE = re.compile(r'^```yaml title="(.*?)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)


def stated(**parts: object) -> str:
    """The parts that say something, as `name=value`; True is the bare name."""
    shown = []
    for name, value in parts.items():
        if value is True:
            shown.append(name)
        elif value is not None and value is not False and value != () and value != "":
            shown.append(f"{name}={value}")
    return "; ".join(shown)


# ---- quantities


def quantity_reading(phrase: str) -> str:
    """What `parse_quantity` makes of a phrase: every field and both intervals, or the reason of the refusal."""
    try:
        found = newsfacts.parse_quantity(phrase)
    except newsfacts.UnreadableValue as refusal:
        return f"refused: {refusal.reason}"
    low, high = ("*" if end is None else str(end) for end in (found.low, found.high))
    details = stated(
        is_=str(found.comparator), kind=str(found.kind), stated=found.stated, ends=f"{low}..{high}", unit=found.unit,
        currency=found.currency, step=found.granularity, vague=found.vague, tone=found.tone and str(found.tone),
        change=None if str(found.change) == "none" else str(found.change), window=found.window, streak=found.streak,
        per=found.per, low_open=found.low_open, high_open=found.high_open, core=found.core(), outer=found.outer(),
    )  # fmt: skip
    return f"{found} | {details.replace('is_=', 'is=', 1)}"


# ---- times


def moment(value: Any, seconds: int | None) -> str:
    """One end of a period: a day, a day with a clock time, the seconds of a year that Python lacks, or * (open)."""
    if value is None:
        return "*" if seconds is None else f"{seconds}s"
    return str(value.isoformat().removesuffix("T00:00:00"))


def interval_reading(found: newsfacts.TimeInterval) -> str:
    text = str(found)
    core, outer = str(found.core), str(found.outer)
    details = stated(
        start=moment(found.start, found.lower), end=moment(found.end, found.upper), grain=str(found.grain),
        edtf=None if found.edtf == text else found.edtf, timex=None if found.timex == text else found.timex,
        approximate=found.approximate, uncertain=found.uncertain, mod=found.mod and str(found.mod),
        core=None if found.tiers is None else core, outer=None if found.tiers is None else outer,
        offset=found.offset, window=found.window and str(found.window), weekday=found.weekday,
        members=" + ".join(map(str, found.members)), one_of=found.one_of, or_=" | ".join(map(str, found.alternatives)),
        notes=" / ".join(found.notes),
    )  # fmt: skip
    return f"{text} | {details.replace('or_=', 'or=', 1)}"


def duration_reading(found: newsfacts.Duration) -> str:
    shortest, longest = found.bounds()
    details = stated(
        timex=found.timex, seconds=f"{exact(shortest)}..{'*' if longest is None else exact(longest)}",
        mod=found.mod and str(found.mod), vague=found.vague and str(found.vague), approximate=found.approximate,
    )  # fmt: skip
    return f"duration {found} | {details}"


def exact(number: int | Fraction) -> str:
    return str(number)


def time_reading(phrase: str, setting: str) -> str:
    """What `parse_time` makes of a phrase on a day of publication, which may be followed by options."""
    published, options = publication(setting)
    try:
        found: Any = newsfacts.parse_time(phrase, published=published, **options)
    except newsfacts.UnreadableValue as refusal:
        return f"refused: {refusal.reason}"
    if isinstance(found, newsfacts.TimeInterval):
        return interval_reading(found)
    if isinstance(found, newsfacts.Duration):
        return duration_reading(found)
    if not found.resolved:
        return f"unresolved: needs {found.needs}; timex={found.timex}"
    return f"set {found} | {stated(value=found.value, freq=found.freq, quant=found.quant, interval=found.interval)}"


def publication(setting: str) -> tuple[dt.date | None, dict[str, Any]]:
    """ "2024-07-04 tense=future": the day or moment of publication ("-" for none), and options."""
    day, *options = setting.split(" ")
    published = None if day == "-" else dt.datetime.fromisoformat(day) if "T" in day else dt.date.fromisoformat(day)
    pairs = (option.split("=", 1) for option in options)
    return published, {name: OPTIONS[name](value) for name, value in pairs}


# ---- findings


def documents() -> Iterator[tuple[str, bytes]]:
    """Every stored document and what it needs, by a path: examples, fixtures, and the fenced blocks of the docs."""
    for folder in ("examples", "tests/fixtures"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".facts", ".txt", ".yaml") and path.name != "inventory.yaml":
                yield path.relative_to(ROOT).as_posix(), path.read_bytes()
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        yield from fenced(page)


def fenced(page: Path) -> Iterator[tuple[str, bytes]]:
    """The annotated texts of a page, named by the heading above them and their number under it."""
    text = page.read_text(encoding="utf-8")
    numbers: dict[str, int] = {}
    for name, content in SHARED_FILE.findall(text):
        yield f"docs/{page.stem}/{name}", content.encode()
    for block in FENCED.finditer(text):
        heading = re.findall(r"^##* (.*)$", text[: block.start()], re.MULTILINE)[-1]
        slug = re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-")
        numbers[slug] = numbers.get(slug, 0) + 1
        body = block[2]
        if block[1] == "facts-example":
            body = visible(body.split("\n.\n")[0])
        yield f"docs/{page.stem}/{slug}-{numbers[slug]}.facts", body.encode("utf-8", "surrogateescape")


def visible(words: str) -> str:
    """The characters that the specification writes with signs."""
    words = words.replace("→", "\t").replace("␣", " ").replace("␍", "\r")
    return re.sub(r"⟨U\+([0-9A-F]{4,6})⟩", lambda found: chr(int(found[1], 16)), words)


def rule_examples(*, across: bool) -> Iterator[tuple[str, str, bytes]]:
    """The examples of rules and their files: the folder of the example, the name of the file, its bytes.

    Those of rules that look `across` documents are checked folder by folder, all others together.
    """
    for rule in all_rules().values():
        if isinstance(rule, CorpusRule) is not across:
            continue
        for kind, examples in (("valid", rule.VALID), ("invalid", rule.INVALID)):
            for number, example in enumerate(examples, 1):
                folder = f"rules/{rule.code}/{kind}-{number}"
                for name, text in example.files.items():
                    yield folder, name, text.encode("utf-8", "surrogateescape")
                ending = {"facts": "facts", "yaml": "facts.yaml", "json": "facts.json", "brat": "ann"}[example.format]
                yield folder, f"example.{ending}", example.text.encode("utf-8", "surrogateescape")
                if example.options:
                    settings = "\n".join(f"{name} = {toml(value)}" for name, value in example.options.items())
                    yield folder, "newsfacts.toml", f"[options.{rule.code}]\n{settings}\n".encode()


def toml(value: object) -> str:
    """An option as TOML writes it."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{json.dumps(key)} = {toml(item)}' for key, item in value.items())}}}"
    return json.dumps(list(value) if isinstance(value, tuple) else value)


def command(folder: str, *words: str) -> list[str]:
    """The lines that `newsfacts check` prints about a folder."""
    report = Path("report")
    report.unlink(missing_ok=True)
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
        newsfacts_command(["check", "--format", "concise", "--output", str(report), "--jobs", "1", *words, folder])
    return report.read_text(encoding="utf-8", errors="surrogateescape").splitlines()


def every(folder: str, *words: str) -> list[str]:
    """The findings in a folder with all rules."""
    return [f"  {line}" for line in command(folder, "--select", "ALL", *words)]


def marked(folder: str, *words: str) -> list[str]:
    """The findings in a folder with all rules; those that the default rules give too are marked with *."""
    usual = command(folder, *words)
    found = command(folder, "--select", "ALL", *words)
    alone = [f"- {line}" for line in usual if line not in found]
    return [f"{'*' if line in usual else ' '} {line}" for line in found] + alone


def findings() -> list[str]:
    """Every finding over examples, fixtures, the docs and, with all rules only, the examples of the rules."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        store(documents())
        stored = sorted(path.name for path in Path().iterdir())
        alone = ("--ignore", ",".join(rule.code for rule in all_rules().values() if isinstance(rule, CorpusRule)))
        lines: list[str] = []
        for name in stored:
            lines += marked(name, "--no-config", *(() if name == "examples" else alone))
        store((f"{where}/{name}", data) for where, name, data in rule_examples(across=False))
        for config in sorted(Path("rules").rglob("newsfacts.toml")):
            os.renames(config.parent, Path("configured", config.parent))
        lines += every("rules", "--no-config", *alone)
        for config in sorted(Path("configured").rglob("newsfacts.toml")):
            lines += every(config.parent.as_posix(), "--config", str(config), *alone)
        store((f"across/{where}/{name}", data) for where, name, data in rule_examples(across=True))
        for example in sorted(Path("across").glob("rules/*/*")):
            lines += every(example.as_posix(), "--no-config")
    return lines


def store(files: Iterable[tuple[str, bytes]]) -> None:
    """Write files below the current folder."""
    for name, data in files:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


# ---- tables


def quantity_lines() -> Iterator[str]:
    """The table of quantities, read again."""
    for line in table(QUANTITIES):
        phrase = line.split("\t")[0]
        yield f"{phrase}\t{quantity_reading(phrase)}"


def time_lines() -> Iterator[str]:
    """The table of times, read again."""
    for line in table(TIMES):
        phrase, setting, *_ = line.split("\t")
        yield f"{phrase}\t{setting}\t{time_reading(phrase, setting)}"


def table(name: str) -> list[str]:
    """The lines of a stored table."""
    path = HERE / name
    return path.read_text(encoding="utf-8").split("\n")[:-1] if path.exists() else []


MAKERS: Mapping[str, Callable[[], Iterable[str]]] = {
    QUANTITIES: quantity_lines, TIMES: time_lines, FINDINGS: findings,
}  # fmt: skip


def differences(name: str, now: list[str] | None = None) -> list[str]:
    """The lines of a table that are not what the library says now: `-` is frozen, `+` is new."""
    lines = difflib.unified_diff(table(name), list(MAKERS[name]()) if now is None else now, lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def main() -> int:
    """Write the tables or, with --check, say where they differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; print the lines that differ")
    parser.add_argument("tables", nargs="*", metavar="TABLE", help=f"all by default: {', '.join(MAKERS)}")
    arguments = parser.parse_args()
    differing = 0
    for name in arguments.tables or MAKERS:
        now = list(MAKERS[name]())
        changed = differences(name, now)
        differing += len(changed)
        print(*(f"{name}: {line}" for line in changed), sep="\n", end="\n" if changed else "")
        if changed and not arguments.check:
            (HERE / name).write_text("".join(f"{line}\n" for line in now), encoding="utf-8")
    return 1 if arguments.check and differing else 0


if __name__ == "__main__":
    sys.exit(main())
