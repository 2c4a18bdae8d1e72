"""What the square brackets of a quotation do to the words of its source: add to them, restore them, or replace them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsfacts.anchors.lost_words import added_in_brackets
from newsfacts.anchors.normalize import fold, folded_words
from newsfacts.anchors.pieces import Piece
from newsfacts.anchors.results import Gap, Insertion, Refusal
from newsfacts.text.english import (
    ARTICLES,
    CLAUSE_STARTS,
    CONDITIONS,
    EXPLAINED,
    FINITE,
    LINKS,
    REFERRING,
    STRONG_WORDS,
    TURNS,
    ends_in_abbreviation,
)
from newsfacts.text.spans import Span

__all__ = ["added_by_brackets", "replaced_at_edges", "words_replaced"]

_BEFORE_CLAUSES = frozenset(".!?:;…\"“”‘’'«»(")
_BRACKETS = " []\"'"
_SIC = ("sic",)
_NEAR = 80
_FIRST_PART = re.compile(r"[^\s.,!?:;…\"”’'»)]\S*")
_LAST_PART = re.compile(r"\S+\Z")
_OPENED = re.compile(r"\A\s+[\"'](?=\w)")  # after white space a straight mark opens
_NEXT_WORD = re.compile(r"\s+\w+")
_LAST_WORD = re.compile(r"\w+(?:['’]\w+)*\Z")


def added_by_brackets(insertions: Sequence[Insertion]) -> Iterator[Gap]:
    """The brackets that add a word which turns the meaning."""
    for insertion in insertions:
        added = added_in_brackets(insertion.words)
        first = insertion.words.split()[:1]
        if added is None and first and first[0].lower() in STRONG_WORDS:
            added = (first[0], "which says more")
        if added is not None:
            where = Span(insertion.place, insertion.place)
            yield Gap(where, "", Refusal.INSERTION, f"the brackets add {added[0]!r}, {added[1]}")


def words_replaced(between: Span, text: str, insertions: tuple[str, ...]) -> Gap | None:
    """The words of the source in place of which brackets have others; None where they have the same words, or none are there."""
    is_replaced = between.length and not _is_restored(between.slice(text), insertions)
    return _replacement(between, text) if is_replaced else None


def replaced_at_edges(
    fragments: Sequence[Span], pieces: Sequence[Piece], after_all: tuple[str, ...], text: str
) -> Iterator[Gap]:
    """Words that brackets at the start or the end of a quotation replace, as far as can be seen.

    Nothing is replaced at the edge of a clause, nor where brackets at the end explain a pronoun before them.
    """
    first, last = pieces[0], pieces[-1]
    if first.insertions != _SIC and not first.elides:
        yield from _replaced_before(fragments[0].start, first.insertions, text)
    if after_all and after_all != _SIC and not last.is_cut:
        yield from _replaced_after(fragments[-1], after_all, text)


def _replaced_before(start: int, insertions: Sequence[str], text: str) -> Iterator[Gap]:
    """The words before a quotation that brackets at its start replace."""
    before = text[max(0, start - _NEAR) : start]
    is_far = before[len(before.rstrip()) :].count("\n") > 1
    for words in reversed(insertions):
        before = before.rstrip()
        found = None if is_far or _ends_clause(before) else _LAST_PART.search(before)
        if found is None or _has_own_brackets(before, words):
            break
        if not _is_restored(found[0], (words,)):
            place = text.rindex(found[0], 0, start)
            yield _replacement(Span(place, place + len(found[0])), text)
            break
        before = before[: found.start()]


def _replaced_after(last: Span, after_all: tuple[str, ...], text: str) -> Iterator[Gap]:
    """The word after a quotation that brackets at its end replace."""
    following = text[last.end : last.end + _NEAR]
    found = _FIRST_PART.match(_OPENED.sub("", following).lstrip())
    is_far = following[: len(following) - len(following.lstrip())].count("\n") > 1
    explained = _LAST_WORD.search(last.slice(text))
    if explained is not None and _is_explained(explained[0].lower(), following):
        return
    if _has_own_brackets(following, after_all[0]):
        return
    if found is not None and not is_far and not _is_restored(found[0], after_all[:1]):
        place = text.index(found[0], last.end)
        yield _replacement(Span(place, place + len(found[0])), text)


def _is_restored(words: str, insertions: tuple[str, ...]) -> bool:
    """Whether the brackets have the very words that the source has there."""
    return folded_words(words).strip(_BRACKETS) == fold(" ".join(insertions)).string.strip()


def _has_own_brackets(text: str, words: str) -> bool:
    """Whether the source itself ends, or begins, with these words in brackets."""
    bare = fold(text).string.strip()
    bracketed = f"[{folded_words(words)}]"
    return bare.endswith(bracketed) or bare.startswith(bracketed)


def _replacement(between: Span, text: str) -> Gap:
    words = between.slice(text)
    return Gap(between, words, Refusal.REPLACEMENT, f"the brackets replace {words!r} without an ellipsis")


def _is_explained(word: str, following: str) -> bool:
    """Whether a bracket at the end explains the word before it: "them [the ministers]".

    After the subject of a clause it does. After a word that an object or a noun may follow, such as "them" or "this", it does
    unless one may follow it in the source.
    """
    if word in EXPLAINED:
        return True
    after = _NEXT_WORD.match(following)
    return word in REFERRING - ARTICLES and after is not None and _is_function_word(after[0].strip().lower())


def _is_function_word(word: str) -> bool:
    """Whether a word is not a noun, nor goes before one."""
    return (
        word in LINKS | FINITE | TURNS or word in CLAUSE_STARTS or word.endswith("ly") or bool(CONDITIONS.match(word))
    )


def _ends_clause(before: str) -> bool:
    """Whether a sentence, a line or an opening mark ends here, and not an abbreviation or a possessive."""
    if not before:
        return True
    if before[-1] == ".":
        return not ends_in_abbreviation(before)
    if before[-1] in "'’":
        return len(before) < 2 or not before[-2].isalnum()
    return before[-1] in _BEFORE_CLAUSES
