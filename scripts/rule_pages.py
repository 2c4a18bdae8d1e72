"""The pages of the documentation that are made from the rules: one for each, and a table of all.

A hook of mkdocs, so that the pages are never stale: nothing of them is kept in the repository. Run by itself with
`--check`, it makes them all and says how many there are.
"""

from __future__ import annotations

import sys
from typing import Any

from newsfacts.rules import FAMILIES, Rule, all_rules
from newsfacts.rules.rule import HEADINGS, GroundingRule


def pages() -> dict[str, str]:
    """Every page by its path in the documentation."""
    rules = all_rules()
    found = {f"rules/{code}.md": rule_page(rule) for code, rule in rules.items()}
    lines = ["# Rules", "", f"{len(rules)} rules in {len(FAMILIES)} families. A rule reads well after “allow”.", ""]
    for letter, (_, about) in FAMILIES.items():
        lines += [
            f"## {letter}: {about}",
            "",
            "| code | name | severity | runs | fix | what must hold |",
            "|---|---|---|---|---|---|",
        ]
        for code, rule in rules.items():
            if code[0] == letter:
                runs = (
                    "in `newsfacts ground`"
                    if isinstance(rule, GroundingRule)
                    else "always"
                    if rule.default
                    else "in " + ", ".join(rule.profiles)
                    if rule.profiles
                    else "when selected"
                )
                summary = rule.sections()[""].replace("|", "\\|").replace("\n", " ")
                lines.append(
                    f"| [{code}]({code}.md) | {rule.name} | {rule.severity} | {runs} | {rule.fix_class or 'none'} | {summary} |"
                )
        lines.append("")
    found["rules/index.md"] = "\n".join(lines)
    return found


def rule_page(rule: Rule) -> str:
    """The page of one rule."""
    sections = rule.sections()
    lines = [f"# {rule.code} {rule.name}", "", sections[""], ""]
    runs = (
        "reported by `newsfacts ground`"
        if isinstance(rule, GroundingRule)
        else "runs unless a profile switches it off"
        if rule.default
        else f"runs in the profiles {', '.join(rule.profiles) or 'that select it'}"
    )
    lines += [f"*{rule.severity}; {runs}; `newsfacts explain {rule.code}` prints this page.*", ""]
    for heading in HEADINGS:
        if heading == "Instead":
            lines += ["## Examples", "", *examples(rule)]
        if heading == "Fix" and rule.OPTIONS:
            lines += ["## Options", "", "| option | default | |", "|---|---|---|"]
            lines += [
                f"| `{name}` | `{option.default!r}` | {option.doc} |" for name, option in rule.OPTIONS.items()
            ] + [""]
        lines += [f"## {heading}", "", sections[heading], ""]
    return "\n".join(lines)


def examples(rule: Rule) -> list[str]:
    """The rule's own examples, with what the check says about them."""
    lines: list[str] = []
    for title, chosen in (("Found", rule.INVALID), ("Not found", rule.VALID)):
        for example in chosen:
            lines += [f"{title}:", "", "```text", example.text.rstrip("\n"), "```", ""]
            lines += [f"    {path}:\n{indented(text)}" for path, text in example.files.items() if isinstance(text, str)]
            if example.message is not None:
                lines += [f"> `{rule.code}` at `{example.at}`: {example.message}", ""]
    return lines


def indented(text: str) -> str:
    return "\n".join(f"        {line}" for line in text.splitlines()) + "\n"


def on_files(files: Any, config: Any) -> Any:
    """Called by mkdocs when it has collected the files."""
    from mkdocs.structure.files import File

    for path, content in pages().items():
        files.append(File.generated(config, path, content=content))
    return files


if __name__ == "__main__":
    made = pages()
    if "--check" not in sys.argv:
        for path, content in made.items():
            print(f"<!-- {path} -->\n{content}")
    print(f"{len(made)} pages", file=sys.stderr)
