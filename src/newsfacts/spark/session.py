"""Starting a Spark session for a command, and saying in a sentence why it cannot be started."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsfacts.errors import UsageError
from newsfacts.immutable import FrozenDict

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

__all__ = ["DEFAULT_MASTER", "first_line", "load_pyspark", "session", "start_session"]

DEFAULT_MASTER = "local[*]"
"""Every processor of this machine."""

LOCAL_SETTINGS: Mapping[str, str] = FrozenDict({
    "spark.sql.shuffle.partitions": "4",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
})  # fmt: skip
"""For masters on this machine, where the work is done by Python: Java starts sooner and leaves it more processors and memory."""


def load_pyspark() -> None:
    """Import PySpark. Raises `UsageError` that says what to install, where PySpark or Java is missing."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of pandas, which is not used
            import pyspark.sql  # noqa: F401 - only to know that it is there
    except ImportError:
        raise UsageError(
            "the engine spark needs PySpark, which is not installed: pip install 'newsfacts[spark]'"
        ) from None
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java") if not home else os.path.join(home, "bin", "java")
    if not java or not os.path.exists(java):
        raise UsageError("the engine spark needs Java 17 or newer: install a headless JRE, or set JAVA_HOME")


def start_session(master: str = DEFAULT_MASTER, *, options: Mapping[str, str] | None = None) -> SparkSession:
    """A session at a master: `local[4]`, `spark://host:7077`, `yarn`, `k8s://...`. `options` are Spark's own settings.

    Workers that start on this machine use the Python and the newsfacts of this process. Raises `UsageError` where PySpark or
    Java is missing, or no session can be started.
    """
    load_pyspark()
    warnings.filterwarnings("ignore", message="PySpark does not yet fully support pandas")  # which is not used
    from pyspark.sql import SparkSession

    source = os.fspath(Path(__file__).parent.parent.parent)
    builder: Any = SparkSession.builder
    builder = builder.appName("newsfacts").master(master)
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.execution.arrow.pyspark.enabled": "true",
        "spark.sql.session.timeZone": "UTC",
        "spark.python.authenticate.socketTimeout": "120s",  # 15 s are too short where processors are busy
        "spark.executorEnv.PYTHONPATH": os.pathsep.join([source, os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep),
        **(options or {}),
    }
    if master.startswith("local"):
        settings = {**LOCAL_SETTINGS, **settings}
        os.environ["PYSPARK_PYTHON"] = sys.executable
        settings.setdefault("spark.driver.bindAddress", "127.0.0.1")
        settings.setdefault("spark.driver.host", "127.0.0.1")
    for name, value in settings.items():
        builder = builder.config(name, value)
    try:
        found: SparkSession = builder.getOrCreate()
    except Exception as error:  # Java and its gateway have classes of their own for everything that can go wrong
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise UsageError(f"no Spark session could be started at {master}: {reason}") from None
    found.sparkContext.setLogLevel("ERROR")
    return found


@contextlib.contextmanager
def session(master: str) -> Iterator[SparkSession]:
    """A session that is stopped at the end."""
    started = start_session(master)
    try:
        yield started
    finally:
        started.stop()


def first_line(error: BaseException) -> str:
    """What an error of Spark says, without the trace of Java."""
    lines = [line for line in str(error).splitlines() if line.strip()]
    return lines[0] if lines else type(error).__name__
