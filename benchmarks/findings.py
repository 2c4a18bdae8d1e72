"""Prints what the default rules about quotations and spans find in a corpus of attributions, for a person to judge.

NEWSFACTS_CORPORA=FOLDER PYTHONPATH=src python benchmarks/findings.py [CODE ...]

`NEWSFACTS_CORPORA` names a folder with JSON Lines: a `text` in each line, and `attributions` with lists of spans under
`source`, `cue` and `content`. With codes, every finding of these rules is printed with the words around it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from _command_line import folder_of_corpora, parser_of

import newsfacts
from newsfacts.text.quotation_marks import QuoteKind, infer_form

NEAR = 60


def rows(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.rglob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            yield from (row for line in lines if "attributions" in (row := json.loads(line)))


def document_of(row: dict[str, Any]) -> newsfacts.Document:
    """The attributions of one article as a stand-off document; spans that several share are one annotation."""
    text: str = row["text"]
    ids: dict[tuple[str, str], str] = {}
    annotations: list[dict[str, Any]] = []

    def role(kind: str, spans: list[list[int]]) -> str:
        key = (kind, json.dumps(spans))
        if key not in ids:
            ids[key] = f"a{len(ids)}"
            words = " ".join(text[start:end] for start, end in spans)
            if kind == "content":
                kind = "claim" if infer_form(words) is QuoteKind.INDIRECT else "quote"
            annotations.append({"kind": kind, "id": ids[key], "spans": spans})
        return ids[key]

    for attribution in row["attributions"]:
        roles = {name: [role(name, attribution[name])] for name in ("source", "cue", "content") if attribution[name]}
        spans = attribution["cue"] or attribution["content"]
        annotations.append({"kind": "attribution", "spans": spans, **roles})
    data = {"newsfacts": 1, "text": text, "annotations": annotations}
    return newsfacts.parse(json.dumps(data), format="json").document


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument("codes", nargs="*", metavar="CODE", help="a rule whose findings are printed")
    codes = parser.parse_args().codes
    folder = folder_of_corpora(parser)
    counted: Counter[str] = Counter()
    articles = 0
    for row in rows(folder):
        articles += 1
        document = document_of(row)
        for finding in newsfacts.check(document).findings:
            if finding.code[0] not in "AQ":
                continue
            counted[f"{finding.code} {finding.severity}"] += 1
            if finding.code in codes and finding.span is not None:
                start, end = finding.span.start, finding.span.end
                before, after = document.text[max(0, start - NEAR) : start], document.text[end : end + NEAR]
                shown = f"{before}[{document.text[start:end]}]{after}".replace("\n", " ")
                print(f"{row.get('id', articles)}:{start}: {finding.code} {finding.message}\n    {shown}")
    print(f"{articles} articles, {sum(counted.values())} findings")
    for name in sorted(counted):
        print(f"{counted[name]:6} {name}")


if __name__ == "__main__":
    main()
