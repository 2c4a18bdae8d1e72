"""Which facts have to be compared one by one, as one SQL text that sqlite3, DuckDB and Spark all run.

A key can only be in conflict if the aggregates of its facts say so: `max(low) > min(high)` for numbers, `max(since) >= min(until)`
for dates, two different values for wordings. No aggregate needs more than one pass and a few values for each key, so parts of a
table can be aggregated by themselves first: however many facts one key has, they need not come together. What the corpus rules
find among the candidates is what they find among all facts.
"""

from __future__ import annotations

__all__ = ["COMPARED_KINDS", "candidates_sql"]

COMPARED_KINDS = ("count", "event", "quote", "quote-edge", "quote-run", "version", "entity", "name")
"""The kinds of facts that the built-in rules compare by key. Facts of any other kind are all candidates: they are few (what
factbooks define, each once), or of rules that somebody has added, and only these know what they compare."""

_SEVERAL = "min(document) < max(document)"

_CANDIDATES = f"""
SELECT kind, key FROM {{facts}} GROUP BY kind, key HAVING
(kind = 'count' AND max(low) > min(high) AND {_SEVERAL})
OR (kind = 'event' AND max(since) >= min(until) AND {_SEVERAL})
OR (kind = 'quote' AND min(CASE WHEN speaker <> '' THEN speaker END) < max(CASE WHEN speaker <> '' THEN speaker END))
OR (kind = 'quote' AND max(CASE WHEN dated THEN since END) >= min(CASE WHEN dated THEN until END) AND {_SEVERAL})
OR (kind IN ('quote-edge', 'quote-run', 'version') AND min(value) < max(value) AND {_SEVERAL})
OR (kind IN ('entity', 'name') AND min(value) < max(value))
OR kind NOT IN ({", ".join(f"'{kind}'" for kind in COMPARED_KINDS)})
UNION SELECT 'count' AS kind, key FROM {{facts}} WHERE kind = 'known'
UNION SELECT 'event' AS kind, key FROM {{facts}} WHERE kind = 'event-order'
UNION SELECT 'event' AS kind, value AS key FROM {{facts}} WHERE kind = 'event-order'
"""


def candidates_sql(facts: str = "facts") -> str:
    """The query: kind and key of every fact that has to be looked at. `facts` is the name of the table.

    It has the columns of `newsfacts.rules.corpus_rule.Fact` by the same names, but for `by`, a word of SQL, which is `speaker`;
    `document` is a number, and a fact that is kept `once` is in it once.
    """
    return _CANDIDATES.format(facts=facts)
