"""The parser of PyYAML in pure Python, refusing the escapes that libyaml refuses."""

from __future__ import annotations

from typing import Any

import yaml
from yaml.scanner import ScannerError

__all__ = ["PythonParser"]


class PythonParser(yaml.SafeLoader):
    """Lone surrogates and numbers beyond Unicode, such as `"\\ud800"`, are errors, not characters or exceptions."""

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> list[str]:
        try:
            chunks: list[str] = super().scan_flow_scalar_non_spaces(double, start_mark)
        except (ValueError, OverflowError):
            raise ScannerError(None, start_mark, "an escape is not a character", self.get_mark()) from None
        if any("\ud800" <= character <= "\udfff" for chunk in chunks for character in chunk):
            raise ScannerError(None, start_mark, "an escape is not a character", self.get_mark())
        return chunks
