"""Phrases that name a speaker where no verb says so: before a colon, or after a dash."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsfacts.drafting.tokens import Token, TokenizedText
from newsfacts.drafting.word_classes import word_set
from newsfacts.enums import WordEnum
from newsfacts.text.spans import Span
from newsfacts.values.level import Level

__all__ = ["NamedSpeaker", "SpeakerKind", "is_mentioned", "phrase_before", "speaker_kind", "without_time"]


@attrs.frozen
class NamedSpeaker:
    """A speaker, the sign that is the cue, and what is said; half-open, in code points of the text.

    With `leads`, a paragraph begins with the speaker, so that the words after the cue are a sentence of their own. With
    `overrides`, what the weights read of the same words is dropped.
    """

    source: Span
    cue: Span
    contents: tuple[Span, ...]
    level: Level
    leads: bool = False
    overrides: bool = False


class SpeakerKind(WordEnum):
    """What a phrase names: a turn of a conversation, someone by name, someone by role, or anything else."""

    TURN = "turn"
    NAME = "name"
    ROLE = "role"
    PHRASE = "phrase"


MAX_NAME = 8
"""How many words a name has at most, with titles."""

MAX_PHRASE = 10
"""How many words a phrase has at most that is not a name."""

_TURNS = word_set("q a question answer interviewer moderator host presenter interviewee")
_ROLES = word_set(
    "poll polls survey surveys report reports study studies source sources police officials official minister ministers "
    "mayor spokesman spokeswoman spokesperson expert experts analyst analysts scientist scientists researchers lawyer "
    "lawyers lawyers' prosecutor prosecutors judge court union unions campaign government ministry council watchdog "
    "regulator aide aides critics opposition president governor premier chancellor secretary senator mp mps ceo chief boss coach "
    "manager captain doctors doctor witness witnesses residents neighbours neighbors family families auditor auditors "
    "economist economists pm company statement group agency army military charity commissioner ombudsman inquiry inquest "
    "paper letter filing records documents"
)
_NO_SPEAKERS = word_set(
    "latest look watch listen video photo photos picture pictures pictured image images graphic caption breaking exclusive "
    "revealed wow boom busted bombshell update updated updates correction corrections clarification note notes editor editors "
    "byline notice contributing contributor contributors twitter facebook instagram email e-mail tel telephone phone fax web website "
    "contact address name age date time place venue where when what who why how which tickets price prices cost "
    "related more read also see here opinion analysis review reviews preview live blog liveblog recap explainer factbox fact facts "
    "key points summary conclusion background context verdict rating result results score scores final goals goal "
    "scorers substitutes subs referee attendance lineup weather forecast tip tips step part chapter day week year warning "
    "reason reasons example examples questions problem solution step option options caveat "
    "spoiler winner winners loser losers total credit credits copyright topics tags filed published posted written edited "
    "reporting leaked just headline title subject re dear ps p.s morning daily weekly history timeline quiz poem recipe "
    "obituary profile portrait editorial feature letters diary column podcast gallery song album film movie book novel play show series episode track exhibition page table figure fig line section item number round "
    "act scene verse psalm phase room lot ingredients serves today yesterday tomorrow tonight"
)
"""Words before a colon that announce something else than speech."""

_SMALL = word_set("of the and for de da di del van von der den ter bin ibn al el la le du st. st 's & in at")
_VERBS = word_set("be have do modal ed past part not subj pron obj who which that wh if sub but to as")
_TIME_WORDS = word_set("in on at day num by via from during after before adv")


def speaker_kind(words: Sequence[Token]) -> SpeakerKind | None:
    """What a phrase names as a speaker; None where it names none."""
    bare = _bare(words)
    words = bare[: without_time(bare)]
    if not words or len(words) > MAX_PHRASE or any(token.kind in _VERBS for token in bare[len(words) :]):
        return None
    lower = [token.lower for token in words]
    if len(words) == 1 and lower[0] in _TURNS:
        return SpeakerKind.TURN
    if words[0].kind in {"num", "day"} or not _NO_SPEAKERS.isdisjoint(lower):
        return None
    if len(words) <= MAX_NAME and _is_name(words):
        return SpeakerKind.ROLE if lower[-1] in _ROLES else SpeakerKind.NAME
    if any(token.kind in _VERBS for token in words) or words[-1].kind in {"ly", "adv", "ing", "day", "num", "det", ","}:
        return None
    return SpeakerKind.ROLE if len(words) <= 3 and lower[-1] in _ROLES else SpeakerKind.PHRASE


def _bare(words: Sequence[Token]) -> list[Token]:
    """The words without what is in parentheses."""
    kept, depth = [], 0
    for token in words:
        if token.kind == "(":
            depth += 1
        elif token.kind == ")":
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(token)
    return kept


def _is_name(words: Sequence[Token]) -> bool:
    """Whether all words but small ones are capitalized."""
    first = words[1:] if words[0].lower == "the" else words
    if not first or not _is_capital(first[0]):
        return False
    if words[-1].kind == "num" and words[-1].text.isdigit():
        words = words[:-1]  # Speaker 2
    return all(_is_capital(token) or token.lower in _SMALL or token.kind == "title" for token in words)


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper() and token.kind not in {"subj", "pron", "poss", "wh", "who", "day"}


def phrase_before(tokens: Sequence[Token]) -> int:
    """The first token of the phrase at the end of `tokens`: after the last verb, preposition but "of", or mark."""
    start = len(tokens)
    while start > 0 and not _is_boundary(tokens[start - 1]) and len(tokens) - start < MAX_PHRASE:
        start -= 1
    return start


def _is_boundary(token: Token) -> bool:
    return token.kind in _BOUNDARY or token.depth > 0


_BOUNDARY = _VERBS | word_set(", ; : - . ? ! ( ) / in for with by from about prep after mark ly adv ing Q")


def without_time(words: Sequence[Token]) -> int:
    """How many of the words after a dash name the signer: without "on Tuesday", "July 5, 2016", or "in an interview"."""
    end, depth = len(words), 0
    for index, token in enumerate(words):
        depth += (token.kind == "(") - (token.kind == ")")
        if depth or not index:
            continue
        following = words[index + 1] if index + 1 < len(words) else None
        if token.kind == "day" or (token.kind == "," and following is not None and _begins_time(following)):
            end = index - (words[index - 1].kind in _BEFORE_DAY)
            break
    return max(1, end) if words else 0


_BEFORE_DAY = frozenset({"in", "after", "from"})


def is_mentioned(read: TokenizedText, paragraph: int, word: Token) -> bool:
    """Whether a word of a name occurs in the paragraphs after the one it is in."""
    start = read.paragraphs[paragraph][1]
    return word.lower in read.text[start : start + LOOKED_AT].lower()


LOOKED_AT = 20_000
"""How many characters of the text after a headline are searched for the name in it."""


def _begins_time(token: Token) -> bool:
    return token.kind in _TIME_WORDS or token.kind in {"ing", "ed", "past"}
