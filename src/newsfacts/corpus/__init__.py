"""Many documents at once: each checked for itself, and all of them against each other, in constant memory.

    from newsfacts.corpus import check_corpus
    result = check_corpus(Path("articles").glob("*.facts"), jobs=4)

`check_files` yields the result of each file as it comes, for a report that streams. A caller with its own loop over
documents uses the two halves: `collect(document, plan)` reduces a document to small rows, in any process, and
`check_across(store, plan)` says what does not go together among all rows in a `FactStore`.
"""

from __future__ import annotations

from newsfacts.corpus.checking import CheckedFile, check_across, check_corpus, check_files, collect
from newsfacts.corpus.store import DocumentFacts, FactStore

__all__ = ["CheckedFile", "DocumentFacts", "FactStore", "check_across", "check_corpus", "check_files", "collect"]
