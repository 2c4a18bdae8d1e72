"""S12: characters that have no business in a text, mixed line ends, a byte order mark."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document
from newsfacts.patterns import lazy_pattern
from newsfacts.rules.marked import signs
from newsfacts.rules.rule import Context, Example, Examples, ReaderRule
from newsfacts.text.spans import Span

_COMPOSED = frozenset(map(chr, (*b"\"'", *range(0xA0, 0x300), *range(0x2010, 0x2028), 0x20AC)))
"""Letters with marks, dashes, quotation marks: in composed form with any others of these around them, and not stray."""
_STRAY_BYTES = bytes(code for code in (*range(32), 127) if code not in b"\t\n\r") + b"\xc2\xed\xef"
"""Control characters, and the bytes that other stray characters begin with in UTF-8, as some honest ones do."""
_STRAY = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffd\ufffe\uffff\ud800-\udfff]")
_LINE_END = lazy_pattern("\r\n?|\n")
_LINE_END_NAMES = {"\r\n": "CR LF", "\n": "LF", "\r": "CR"}


class UncleanText(ReaderRule):
    """A text has only characters that can be read, with one kind of line end, and its file has no byte order mark.

    What it checks:
        The text has no control characters (NUL and the like, nor those that remain of quotation marks when
        Windows-1252 is read as Latin-1), no replacement characters, no byte order mark within it, and no halves of
        characters. All its lines end in the same way. That it is in composed form (NFC), with é as one character and
        not as e and an accent, is only remarked upon: some scripts are honestly written otherwise.

    Why:
        Such characters are invisible, yet they count in every offset and stop words from being found. Programs that
        convert line ends or compose letters on the way shift every span after the first of them.

    Instead:
        Clean the text before it is annotated. Afterwards each change moves offsets, and stand-off spans must move too.

    Fix:
        None: a fix never changes the text that was published.
    """

    code = "S12"
    name = "unclean-text"
    severity = Severity.WARNING
    VALID: Examples = (
        Example("A café opened.\r\nNobody came.\r\n"),
        Example("Tabs\tand\u00a0spaces, “marks” and emoji \U0001f600 are text."),
    )
    INVALID: Examples = (
        Example(
            "\ufeffA café opened.",
            at="",
            message="this file begins with a byte order mark, which is not part of its text",
        ),
        Example(
            "A \x93caf\xe9\x94 opened.",
            at="\x93",
            message="the text has 2 stray characters, the first of them U+0093 (control character)",
        ),
        Example(
            "One.\r\nTwo.\r\nThree.\n",
            at="\n",
            message="the line ends are mixed: 2 CR LF and 1 LF",
        ),
        Example(
            "A cafe\u0301 opened.",
            at="e\u0301",
            message="the text is not in composed form (NFC): “e\u0301” is 2 characters and could be 1",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        text = document.text
        others = signs(document)
        is_plain = _COMPOSED.issuperset(others)
        if not is_plain and may_be_stray(others):
            stray = _STRAY.search(text)
            if stray is not None:
                yield self.stray(document, stray.start())
        if "\r" in text:
            yield from self.line_ends(document)
        if not is_plain and not unicodedata.is_normalized("NFC", text):
            yield from self.decomposed(document)

    def stray(self, document: Document, start: int) -> Finding:
        number = sum(1 for _ in _STRAY.finditer(document.text))
        character = document.text[start]
        name = f"U+{ord(character):04X} ({named(character)})"
        message = f"the text has {number:,} stray characters, the first of them {name}"
        if number == 1:
            message = f"the text has the stray character {name}"
        help = "clean the text before it is annotated, or get it again in the right encoding"
        return self.finding(document, Span(start, start + 1), message, help=help)

    def line_ends(self, document: Document) -> Iterator[Finding]:
        counts: dict[str, int] = {}
        first: dict[str, int] = {}
        for found in _LINE_END.finditer(document.text):
            counts[found[0]] = counts.get(found[0], 0) + 1
            first.setdefault(found[0], found.start())
        if len(counts) < 2:
            return
        rare = min(counts, key=lambda end: (counts[end], first[end]))
        by_number = sorted(counts, key=lambda end: (-counts[end], first[end]))
        shown = " and ".join(f"{counts[end]:,} {_LINE_END_NAMES[end]}" for end in by_number)
        yield self.finding(
            document,
            Span(first[rare], first[rare] + len(rare)),
            f"the line ends are mixed: {shown}",
            help="save the text with one kind of line end before it is annotated",
        )

    def decomposed(self, document: Document) -> Iterator[Finding]:
        text = document.text
        composed = unicodedata.normalize("NFC", text)
        start = next((n for n, (a, b) in enumerate(zip(text, composed, strict=False)) if a != b), len(composed))
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        words = text[start:end]
        now, then = len(words), len(unicodedata.normalize("NFC", words))
        how = f"is {now} characters and could be {then}" if then < now else "has another form"
        yield self.finding(
            document,
            Span(start, end),
            f"the text is not in composed form (NFC): “{words}” {how}",
            help="compose the text before it is annotated, where its language is written so",
            severity=Severity.INFO,
        )


def may_be_stray(characters: str) -> bool:
    """Whether one of these characters may be stray, seen faster than by the pattern for them in a text of another script."""
    encoded = characters.encode(errors="surrogatepass")
    return len(encoded.translate(None, _STRAY_BYTES)) != len(encoded)


def named(character: str) -> str:
    """What a stray character is."""
    if character == "\ufffd":
        return "replacement character"
    if character == "\ufeff":
        return "byte order mark"
    return {"Cs": "half a character", "Cn": "no character"}.get(unicodedata.category(character), "control character")
