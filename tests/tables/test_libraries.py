"""What docs/tables.md shows with other libraries runs, where they are installed."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parent.parent.parent / "docs" / "tables.md"
BLOCKS = {
    found[1]: found[2]
    for found in re.finditer(r"^```py\nimport (\w+)\n(.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S)
}
ARTICLE = """---
newsfacts: 1
measures: {dead: {label: people killed}, hurt: {label: people hurt}}
---
[12 people]{.count of=dead} died, [30]{.count of=hurt} were hurt. [40]{.count of=hurt}, says another.
"""


def test_the_page_shows_each_library() -> None:
    assert list(BLOCKS) == ["pandas", "polars", "duckdb", "pyarrow", "datasets"]


@pytest.mark.parametrize("library", BLOCKS)
def test_a_library_takes_a_table(library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if importlib.util.find_spec(library) is None:
        pytest.skip(f"{library} is not in the extra test; see pyproject.toml")
    (tmp_path / "articles").mkdir()
    (tmp_path / "newsfacts.toml").write_text("", encoding="utf-8")
    (tmp_path / "articles" / "a.facts").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "docs_tables"}
    exec(f"import newsfacts, {library}\n{BLOCKS[library]}\nshown = {SHOWN[library]}", names)
    assert names["shown"] == EXPECTED


EXPECTED = [("dead", 12.0), ("hurt", 40.0)]
SHOWN = {
    "pandas": "sorted(frame.groupby('measure').high.max().items())",
    "polars": "sorted(frame.group_by('measure').agg(polars.col('high').max()).rows())",
    "duckdb": "sorted(answer.fetchall())",
    "pyarrow": "sorted((row['measure'], row['high_max']) for row in stream.read_all().group_by('measure').aggregate([('high', 'max')]).to_pylist())",
    "datasets": "[(row['measure'], row['high']) for row in dataset if row['high'] != 30.0]",
}
"""The greatest number of each measure, by each library."""
