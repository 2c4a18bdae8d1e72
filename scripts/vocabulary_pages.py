"""The part of docs/vocabularies.md that is made from the vocabularies; with `--check` it says whether it is fresh."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from made_part import keep_fresh

from newsfacts import strict_yaml
from newsfacts.schema.file import load_schema
from newsfacts.schema.kinds import Schema
from newsfacts.schema.vocabularies import vocabularies


def sections() -> Iterator[str]:
    """Each vocabulary: its kinds with their fields, its checks, and where its example is."""
    for name, path in vocabularies().items():
        head = strict_yaml.to_python(strict_yaml.read_yaml(path.read_text(encoding="utf-8")).node)
        schema = load_schema(path).schema
        yield f"\n## {name.replace('-', ' ').capitalize()}\n\n`schema: [newsfacts:{name}]`: {head['doc']}\n"
        for kind in schema:
            if kind.name in Schema.core():
                continue
            parent = f", a {kind.parent}" if kind.parent else ""
            yield f"\n### `.{kind.name}`{parent}\n\n{kind.doc[:1].upper()}{kind.doc[1:]}.\n\n"
            yield "| field | what may be written | |\n|---|---|---|\n"
            inherited = Schema.core()[kind.parent].fields if kind.parent else {"note": None, "lost": None}
            for key, field in kind.fields.items():
                if key not in inherited:
                    needed = "required; " if field.required else ""
                    yield f"| `{key}` | {needed}{field.describe()}{' (several)' if field.many else ''} | {field.doc} |\n"
        yield "\n| code | name | severity | on | why |\n|---|---|---|---|---|\n"
        for check in schema.checks:
            yield f"| {check.code} | {check.name} | {check.severity} | `.{check.on}` | {check.doc} |\n"
        yield f"\nAn example with one mistake: `examples/vocabularies/{name}.facts`.\n"


if __name__ == "__main__":
    sys.exit(keep_fresh("docs/vocabularies.md", "scripts/vocabulary_pages.py", __doc__, sections()))
