"""The kinds that are there without any schema file: the built-in ones, and those of installed packages."""

from __future__ import annotations

import functools
from pathlib import Path

from newsfacts.errors import SchemaError, UsageError
from newsfacts.plugins import plugins
from newsfacts.schema.kinds import Schema

__all__ = ["installed_schema"]


@functools.lru_cache(maxsize=1)
def installed_schema() -> Schema:
    """The built-in kinds, and those of installed packages. Raises `UsageError` where a package brings something else than a schema."""
    schema = Schema.core()
    for plugin in plugins("schemas"):
        if isinstance(plugin.value, tuple | list):
            try:
                schema = schema.extend(*plugin.value)
            except SchemaError as error:
                raise UsageError(f"the schema {plugin.where} cannot be used: {error}") from error
        else:
            from newsfacts.schema.file import with_schema_files  # few packages bring a file

            schema = with_schema_files(schema, [Path(str(plugin.value))])
    return schema
