"""S20: a file that cannot be read at all."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class UnreadableFile(ReaderRule):
    """A file can be opened, and is text in UTF-8.

    What it checks:
        The file exists, may be read, is not larger than the limit, and is UTF-8 (or UTF-16 with its byte order mark).
        No other encoding is ever tried: it would be a guess.

    Why:
        A reader that guesses the encoding changes words without telling. One broken file must not end a run over
        thousands either, so it is a finding like any other.

    Instead:
        Save the file as UTF-8, or get it again where it was cut short.

    Fix:
        None: the encoding that was meant is not in the file.
    """

    code = "S20"
    name = "unreadable-file"
    severity = Severity.ERROR
    VALID: Examples = (
        Example("A café opened."),
        Example("\ufeffA café opened."),
    )
    INVALID: Examples = (
        Example(
            "A caf\udce9 opened.",
            at="",
            message="line 1, column 6: the byte 0xE9 is not UTF-8. In Windows-1252 it is é; if that fits, "
            "open the file as Windows-1252 and save it as UTF-8.",
        ),
        Example(
            "A café opened.\n\udce2\udc82",
            at="",
            message="line 2, column 1: the file ends in the middle of a character of UTF-8. It was probably cut short: "
            "get it again, or delete the last character and save it as UTF-8.",
        ),
    )
