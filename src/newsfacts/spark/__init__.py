"""Checks on a cluster: PySpark distributes the work, the functions that do it are those of one machine. Needs the extra `spark`.

`read_documents`, `check`, `facts` and `check_across` take and give Spark DataFrames. `check_files` checks files as
`newsfacts.check_files` does, with the same results in the same order, and is what `newsfacts check --engine spark` runs.
newsfacts must be installed on the workers.
"""

from __future__ import annotations

from newsfacts.lazy import Loader, lazy_names

TYPE_CHECKING = False

if TYPE_CHECKING:
    from newsfacts.spark.engine import check_files as check_files
    from newsfacts.spark.frames import check as check
    from newsfacts.spark.frames import check_across as check_across
    from newsfacts.spark.frames import facts as facts
    from newsfacts.spark.frames import read_documents as read_documents
    from newsfacts.spark.session import start_session as start_session

__all__ = ["check", "check_across", "check_files", "facts", "read_documents", "start_session"]

_HOMES = {
    "check": "frames", "check_across": "frames", "check_files": "engine", "facts": "frames", "read_documents": "frames",
    "start_session": "session",
}  # fmt: skip

__getattr__: Loader = lazy_names(__name__, _HOMES)
