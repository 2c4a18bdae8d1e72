"""Writes the published JSON Schemas from the types; with `--check` it says which of them are not fresh."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from newsfacts.drafting.prompt import ANSWER_SCHEMA
from newsfacts.json_schemas import ALL, as_json, file_name
from newsfacts.tables.json_schema import rows_schema

ROOT = Path(__file__).parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 where a schema is not fresh")
    arguments = parser.parse_args()
    stale = 0
    schemas = {name: make() for name, make in ALL.items()} | {"answer": dict(ANSWER_SCHEMA), "rows": rows_schema()}
    for name, schema in schemas.items():
        path = ROOT / "schemas" / file_name(name)
        text = as_json(schema)
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if arguments.check:
            print(f"schemas/{path.name} is not fresh: run python scripts/json_schemas.py", file=sys.stderr)
            stale += 1
        else:
            path.write_text(text, encoding="utf-8")
            print(f"schemas/{path.name} written")
    return int(stale > 0)


if __name__ == "__main__":
    sys.exit(main())
