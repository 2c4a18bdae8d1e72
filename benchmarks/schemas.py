"""How much longer it takes to load a document whose kind comes from a schema file than one with a built-in kind.

    python benchmarks/schemas.py

Both documents have the same text with the same attributes; one names its kind `.count`, the other `.toll`, a child of it
that a schema file defines and the document names. Figures are the best of many runs, taken by turns. Also prints how
often the schema file was read.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from _command_line import parser_of

from newsfacts.documents import load
from newsfacts.schema import file as schema_file

SCHEMA = """\
newsfacts-schema: 1
kinds:
  toll:
    parent: count
    fields:
      harm: {choices: [killed, injured]}
      women: {type: integer}
      event: {type: event}
checks:
- {code: TOLL1, on: toll, at-most: {field: women, of: value}}
- {code: TOLL2, on: toll, requires: {field: women, needs: [harm]}}
"""
FRONT = """\
---
newsfacts: 1
measures: {{dead: {{label: people killed, unit: person}}}}
{extra}---

"""
SENTENCE = (
    "The slide killed [at least {n} people]{{.{kind} #c{n} of=dead scope=Tolvara}} in the upper part of the valley.\n\n"
)
RUNS = 40


def document(kind: str, annotations: int, extra: str = "") -> str:
    """A document with this many annotations of a kind."""
    return FRONT.format(extra=extra) + "".join(SENTENCE.format(n=n, kind=kind) for n in range(annotations))


def best_by_turns(paths: list[Path]) -> list[float]:
    """Seconds that it takes to load each file, in the fastest of some runs."""
    fastest = [float("inf")] * len(paths)
    for _ in range(RUNS):
        for number, path in enumerate(paths):
            began = time.perf_counter()
            load(path)
            fastest[number] = min(fastest[number], time.perf_counter() - began)
    return fastest


def main() -> None:
    parser_of(__doc__).parse_args()
    reads = 0
    read = schema_file.read_schema

    def counted(*arguments: object) -> schema_file.LoadedSchema:
        nonlocal reads
        reads += 1
        return read(*arguments)  # type: ignore[arg-type]

    schema_file.read_schema = counted  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "toll.schema.yaml").write_text(SCHEMA, encoding="utf-8")
        for annotations in (10, 100, 1000):
            built_in, from_yaml = Path(folder, "built-in.facts"), Path(folder, "from-yaml.facts")
            built_in.write_text(document("count", annotations), encoding="utf-8")
            from_yaml.write_text(document("toll", annotations, "schema: [toll.schema.yaml]\n"), encoding="utf-8")
            one, other = best_by_turns([built_in, from_yaml])
            print(
                f"{annotations:>5} annotations: built-in kind {one * 1000:7.3f} ms, "
                f"kind of a schema file {other * 1000:7.3f} ms, {other / one:.2f} times"
            )
    print(f"the schema file was read {reads} time{'s' if reads != 1 else ''} for {3 * RUNS} documents that name it")


if __name__ == "__main__":
    main()
