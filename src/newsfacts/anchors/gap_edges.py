"""What an ellipsis does to the words before and after it, where what it leaves out belongs to one of them.

The subject of a verb, what a relative pronoun or a pronoun refers to, the clause that a verb of speaking introduces, an exception, a
share: none of them is a word that turns a meaning, but without it what follows is about something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsfacts.anchors.lost_words import is_number_word, is_turn
from newsfacts.text.english import (
    CLAUSE_STARTS,
    DETERMINERS,
    EXCEPTIVES,
    FINITE,
    HAVE_AND_BE,
    LINKS,
    MODALS,
    OPINION_VERBS,
    POINTING,
    RELATIVES,
    SPEECH_VERBS,
    SUBJECTS,
    SUSPENDERS,
    UNIVERSALS,
    ends_in_abbreviation,
)

__all__ = ["is_apart", "lost_at_edges"]

MIN_SENTENCE = 4
"""How many words a sentence has at least that says something of its own, and is no answer to what comes before it."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s|\Z|[\"”’')])[^.!?]*)*[.!?]*[\"”’')]*")
_ENDS_SENTENCE = re.compile(r"[.!?:][\"”’')\]]*\s*\Z")
_BEGINS_SENTENCE_END = re.compile(r"\s*[\"”’')]*[.!?](?=\s|\Z|[\"”’')])")
_INNER_END = re.compile(r"[.!?][\"”’')\]]*(?=\s)")
_CONJUNCT = re.compile(r",?\s*and (?P<verb>[\w'’]+)")
_NEW_CLAUSE = re.compile(rf",\s+(?:{'|'.join(CLAUSE_STARTS)})\b|[.!?;](?=\s)")
_JOINED = re.compile(r"\b(?:and|but|or|that|while|because) (?:that )?(?P<subject>\w[^,.;:!?]*) \w+\Z")
_ALL_BUT = re.compile(r"\b(?:all|anything|nothing|none) but\b")
_SHARE = re.compile(r"(?:out of|of|in) (?:the |all |our |their |its )?(?P<number>[\w,.-]*\w)")
_SMALL_SHARE = re.compile(r"(?:\A|(?<!\ba )\b)(?:little|few|less|fewer)\Z")
_SUSPENDED = re.compile(rf"\b(?:{'|'.join(SUSPENDERS)})\Z")
_EXCEPTED = re.compile(rf"(?:{'|'.join(EXCEPTIVES)})\b")
_RELATIVE = re.compile(rf"(?:[\w-]+ of )?(?:\w+ )?(?:{'|'.join(RELATIVES)})\b")
_TO = re.compile(r"\w[\w'’-]* to\Z")
_NEAR_UNIVERSAL = 4
_NOT_BARE_VERBS = DETERMINERS | {
    "my",
    "your",
    "his",
    "her",
    "its",
    "our",
    "their",
    "me",
    "him",
    "us",
    "them",
    "you",
    "it",
}
_REFERS_BACK = frozenset({
    "that", "this", "it", "so", "these", "those", "such", "which", "same", "true", "untrue", "false", "wrong", "right", "otherwise",
    "opposite", "contrary", "joke", "joking", "lie", "lied", "nonsense", "mistaken", "mistake", "mean", "meant", "either", "neither", "too",
})  # fmt: skip
_COMMENTS = frozenset({
    "but", "however", "yet", "still", "though", "although", "not", "never", "nor", "neither", "none", "hardly", "only", "except",
    "unless", "or", "perhaps", "maybe", "possibly", "probably", "rather", "instead", "then", "even", "no",
})  # fmt: skip
# Forms that are nouns as often as verbs are left out.
_REPORTING = (SPEECH_VERBS | OPINION_VERBS | {"that", "whether"}) - {
    "according", "went", "began", "read", "reads", "doubt", "doubts", "states", "claim", "claims", "report", "reports", "notes", "note",
    "remark", "remarks", "hope", "hopes", "fear", "fears", "comment", "comments", "post", "posts", "answer", "answers", "promise",
    "promises", "joke", "jokes", "continue", "continues", "continued", "rumours", "suspect", "suspects", "reply", "guesses",
}  # fmt: skip
_ASKING = frozenset({"who", "whom", "whose", "what", "which", "where", "when", "why", "how"})
_OTHER_SUBJECTS = frozenset({"but", "so", "because", "while", "although", "though", "since", "whereas"})


def lost_at_edges(before: str, gap: str, after: str) -> tuple[str, str] | None:
    """The words of a gap that the words before or after it need, and why; None where there are none."""
    plain = _plain(gap)
    words, earlier, later = _words(plain), _words(_plain(before)), _words(_plain(after))
    asked = _asked(before, gap)
    if asked is not None or not words or not earlier or not later:
        return asked
    return (
        _halves(before, gap, after)
        or _lost_with_words_before(before, gap, plain, later)
        or _lost_with_words_after(words, plain, later)
        or _lost_subject(words, plain, before, later)
        or _lost_antecedent(before, gap, plain, after)
    )


def is_apart(before: str, gap: str, after: str) -> bool:
    """Whether a gap is made of whole sentences, none of which is about what the sentences next to it say.

    The first may be the end of a sentence that "and" joins to the words before it.
    """
    rest, after = gap.strip(), after.lstrip()
    if not _ends_sentence(before):
        end = _BEGINS_SENTENCE_END.match(rest)
        conjunct = _CONJUNCT.match(rest)
        first = _SENTENCE.match(rest)
        if end is not None:
            rest = rest[end.end() :]
        elif conjunct is not None and first is not None and _begins_predicate(conjunct["verb"].lower()):
            if not _REFERS_BACK.isdisjoint(_words(_plain(first[0]))):
                return False
            rest = rest[first.end() :]
        else:
            return False
    if not after[:1].isupper() or (rest and not _ends_sentence(rest)):
        return False
    return all(_is_of_its_own(sentence[0]) for sentence in _SENTENCE.finditer(rest) if sentence[0].strip())


def _begins_predicate(word: str) -> bool:
    return word in SUBJECTS or word in FINITE or word.replace("’", "'").endswith("n't")


def _is_of_its_own(sentence: str) -> bool:
    """Whether a sentence does not look back at the one before it."""
    words = _words(_plain(sentence))
    if len(words) < MIN_SENTENCE or not _REFERS_BACK.isdisjoint(words):
        return False
    if words[0] == "no":
        return words[1] == "one"
    return words[0] not in _COMMENTS


def _lost_with_words_before(before: str, gap: str, plain: str, later: Sequence[str]) -> tuple[str, str] | None:
    """What the words before the gap go on with: an exception, the whole of a share, or what someone is said to say."""
    earlier = _words(_plain(before))
    follows = before.rstrip()[-1:].isalnum()
    excepted = _EXCEPTED.match(plain)
    if excepted is not None and follows and not UNIVERSALS.isdisjoint(earlier[-_NEAR_UNIVERSAL:]):
        return excepted[0], "after which there is an exception"
    share = _SHARE.match(plain)
    if share is not None and follows and is_number_word(earlier[-1]) and is_number_word(share["number"]):
        return share[0], "without which the number is of something else"
    if follows and earlier[-1] in _REPORTING and later[0] not in CLAUSE_STARTS and _has_clause(plain):
        return gap, f"which is what {earlier[-1]!r} introduces"
    return None


def _asked(before: str, gap: str) -> tuple[str, str] | None:
    """The mark of a question that has the order of words of a statement, and is quoted as one."""
    if gap.lstrip()[:1] != "?":
        return None
    asked = _plain(before)
    ends = [found.end() for found in _INNER_END.finditer(asked)]
    first = _WORD.search(asked, ends[-1] if ends else 0)
    is_marked = first is None or first[0] in MODALS | HAVE_AND_BE | _ASKING or first[0].endswith("n't")
    return None if is_marked else ("?", "which asks what comes before it")


def _ends_sentence(words: str) -> bool:
    found = _ENDS_SENTENCE.search(words)
    return found is not None and not (words[found.start()] == "." and ends_in_abbreviation(words[: found.start() + 1]))


def _halves(before: str, gap: str, after: str) -> tuple[str, str] | None:
    """The start of a sentence whose end follows the gap, where what comes before the gap is the start of another one."""
    if _ends_sentence(before) or _BEGINS_SENTENCE_END.match(gap) or not after.lstrip()[:1].islower():
        return None
    ends = [found.end() for found in _INNER_END.finditer(gap) if not ends_in_abbreviation(gap[: found.start() + 1])]
    last = gap[ends[-1] :].strip() if ends else ""
    return (
        (last, "with which the sentence begins that goes on here")
        if _WORD.search(last) and last[0] not in "\"“‘'«"
        else None
    )


_LOST_WITH_WORDS_AFTER = (
    (_ALL_BUT, "which makes less of what follows"),
    (_SMALL_SHARE, "which makes less of what follows"),
    (_SUSPENDED, "after which nothing is said to be so"),
)


def _lost_with_words_after(words: Sequence[str], plain: str, later: Sequence[str]) -> tuple[str, str] | None:
    """What the gap ends with, and the words after it depend on."""
    for pattern, reason in _LOST_WITH_WORDS_AFTER:
        lost = pattern.search(plain)
        if lost is not None:
            return lost[0], reason
    infinitive = _TO.search(plain)
    if infinitive is not None and later[0] not in _NOT_BARE_VERBS and not is_number_word(later[0]):
        return infinitive[0], "after which nothing is said to be so"
    return None


def _lost_subject(words: Sequence[str], plain: str, before: str, later: Sequence[str]) -> tuple[str, str] | None:
    """The subject of a verb that the words after the gap begin with."""
    joined = _JOINED.search(plain)
    if joined is not None and words[-1] in FINITE | MODALS and _words(_plain(before))[-1] in FINITE | MODALS:
        return joined["subject"], f"which is the subject of {words[-1]!r}"
    if later[0] not in FINITE | MODALS or not plain[-1:].isalnum() or words[0] in RELATIVES or words[0] == "that":
        return None
    starts = [number for number, word in enumerate(words[:-1]) if word in SPEECH_VERBS or word in _OTHER_SUBJECTS]
    if not starts or words[-1] in SPEECH_VERBS or words[-1] in LINKS:
        return None
    return " ".join(words[starts[-1] + 1 :]), f"which is the subject of {later[0]!r}"


def _lost_antecedent(before: str, gap: str, plain: str, after: str) -> tuple[str, str] | None:
    """What a pronoun at the start of the words after the gap refers to."""
    if _words(_plain(after))[0] == "of" and _has_clause(plain):
        return gap, "which has the noun that 'of' belongs to"
    relative = _RELATIVE.match(_plain(after))
    if relative is not None:
        is_apposition = (before.rstrip()[-1:] == "," or plain[:1] == ",") and plain[-1:] == ","
        first = _words(plain)[0]
        if not is_apposition or first in LINKS or first in CLAUSE_STARTS or _has_clause(plain):
            return gap, f"which {relative[0]!r} refers to"
        return None
    first = _first_word(after)
    if first not in POINTING or not _ends_sentence(gap):
        return None
    start = _BEGINS_SENTENCE_END.match(gap)
    inside = gap[start.end() :] if start is not None else gap
    listed = [found[0].strip() for found in _SENTENCE.finditer(inside)]
    if start is None and not _ends_sentence(before):
        listed = listed[1:]  # the end of the sentence before the gap
    named = [sentence for sentence in listed if sentence[:1].isupper() and _first_word(sentence) not in SUBJECTS]
    return (named[-1], f"which {first!r} may refer to") if named else None


def _has_clause(plain: str) -> bool:
    """Whether words have a subject with its verb, or the start of another clause."""
    words = _words(plain)
    return any(word in FINITE or word in SUBJECTS or is_turn(word) for word in words) or bool(_NEW_CLAUSE.search(plain))


def _first_word(sentence: str) -> str:
    """The first word in small letters, without the verb that may be joined to it: "it" of "It's"."""
    return _words(_plain(sentence))[0].split("'")[0]


def _words(plain: str) -> list[str]:
    return _WORD.findall(plain)


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())
