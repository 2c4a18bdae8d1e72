"""The rules of this family: code and module. Codes are never used twice."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

RULES: Mapping[str, str] = MappingProxyType({
})  # fmt: skip
