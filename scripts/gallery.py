"""The gallery of findings in the documentation: what the check says, with help and fix, for each rule that runs by default.

A hook of mkdocs, so that the page is never stale: nothing of it is kept in the repository. Everything on it is what the check
says about the rules' own examples. Run by itself with `--check`, it makes the page and says how many findings are on it.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.files import check_files
from newsfacts.findings import Finding
from newsfacts.formats import get_format
from newsfacts.reports.text_report import render_finding
from newsfacts.rules import FAMILIES, Example, Rule, all_rules
from newsfacts.rules.rule import GroundingRule

PAGE = "gallery.md"
WIDTH = 100

INTRODUCTION = """\
# A gallery of findings

What the check says, with help and fix, for each rule that runs by default or in `newsfacts ground`. Each text is an example of the
rule itself, and each report is what `newsfacts check` prints about it. The code leads to the rule; the search of this site finds
headings and messages.
"""


def page() -> str:
    """The whole page. Raises `AssertionError` where an example is not found."""
    parts = [INTRODUCTION]
    rules = [rule for rule in all_rules().values() if rule.default or isinstance(rule, GroundingRule)]
    for letter, (_, about) in FAMILIES.items():
        chosen = [rule for rule in rules if rule.family() == letter]
        if chosen:
            parts.append(f"## {about[:1].upper()}{about[1:]}\n")
            parts += [entry(rule) for rule in chosen]
    return "\n".join(parts)


def entry(rule: Rule) -> str:
    """What there is about one rule."""
    lines = [f"### {rule.name.replace('-', ' ').capitalize().replace('yaml', 'YAML')} ({rule.code})", ""]
    lines += [f"{summary(rule)} [{rule.code}](rules/{rule.code}.md)", ""]
    example = shortest(rule)
    lines += block("facts" if example.format == "facts" else "text", example.text)
    for name, text in example.files.items():
        lines += [f"with `{name}`:", "", *block("text", text)]
    if isinstance(rule, GroundingRule):
        lines += block("text", f"{rule.severity} {rule.code} “{example.at}”: {example.message}")
        return "\n".join(lines)
    found = finding(rule, example)
    lines += block("text", render_finding(found, width=WIDTH))
    if example.fixed is not None and found.fix is not None:
        lines += [f"Fixed ({found.fix.applicability}):", "", *block("facts", example.fixed)]
    return "\n".join(lines)


def summary(rule: Rule) -> str:
    """What must hold, on one line."""
    return " ".join(rule.sections()[""].split())


def shortest(rule: Rule) -> Example:
    """The shortest example that a plain file can show; with a fix, where the rule has one."""
    plain = [
        example for example in rule.INVALID
        if not example.options and example.text.isprintable() | ("\n" in example.text) and encodable(example.text)
    ]  # fmt: skip
    return min(plain or rule.INVALID, key=lambda example: (example.fixed is None, len(example.text)))


def encodable(text: str) -> bool:
    """Whether a text is one that a UTF-8 file can have."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def finding(rule: Rule, example: Example) -> Finding:
    """What the check of a folder says about an example, with paths as a reader would see them."""
    with tempfile.TemporaryDirectory() as folder:
        name = f"story{get_format(example.format).endings[0]}"
        for path, text in {**example.files, name: example.text}.items():
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode("utf-8", "surrogateescape"))
        settings = Configuration(select=(rule.code, *example.beside), options={rule.code: example.options})
        found = [
            one for file in check_files([folder], settings) for one in file.result.findings if one.code == rule.code
        ]
        assert found, f"{rule.code}: its example is not found"
        return next(relative(found, example, folder))


def relative(found: list[Finding], example: Example, folder: str) -> Iterator[Finding]:
    """The finding of the example, and its places without the folder."""
    import attrs

    def near(place: Any) -> Any:
        if place is None or place.path is None:
            return place
        return attrs.evolve(place, path=place.path.removeprefix(folder).lstrip("/"))

    for one in found:
        if one.message == example.message:
            labels = tuple(attrs.evolve(label, place=near(label.place)) for label in one.labels)
            yield one.evolve(place=near(one.place), labels=labels)
    raise AssertionError(f"{found[0].code}: none has the message of the example")


def block(language: str, text: str) -> list[str]:
    """A fenced block, whatever is in the text."""
    fence = "~~~~" if "```" in text else "```"
    return [f"{fence}{language}", text.rstrip("\n"), fence, ""]


def on_files(files: Any, config: Any) -> Any:
    """Called by mkdocs when it has collected the files."""
    from mkdocs.structure.files import File

    files.append(File.generated(config, PAGE, content=page()))
    return files


if __name__ == "__main__":
    made = page()
    if "--check" not in sys.argv:
        print(made)
    print(f"{made.count(chr(10) + '### ')} findings", file=sys.stderr)
