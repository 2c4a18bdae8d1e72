"""Attributions of headlines, whose grammar is their own: “Bridge ‘will open in May’, says mayor”, “No new taxes: minister”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsfacts.drafting.speaker_phrases import NamedSpeaker, SpeakerKind, is_mentioned, speaker_kind
from newsfacts.drafting.tokens import Sentence, Token, TokenizedText
from newsfacts.drafting.word_classes import word_set
from newsfacts.text.spans import Span
from newsfacts.values.level import Level

__all__ = ["headlines"]

MAX_WORDS = 30
"""How many words and marks a headline has at most."""

MAX_TAIL = 7
"""How many words the speaker at the end of a headline has at most, with the verb."""

MIN_CONTENT = 3
"""How many words a headline has at least before the speaker."""

_VERBS = word_set(
    "says say said claims claim warns warn admits admit insists insist suggests suggest reveals reveal finds find shows show argues argue "
    "believes believe thinks think fears fear predicts predict estimates estimate tells confirms confirm announces announce "
    "concludes conclude reports report alleges allege vows vow pledges pledge promises promise declares declare indicates indicate"
)
_NO_NOUNS = word_set("be have do modal not subj obj who which that wh if sub but to past , ; : - ( ) . ? Q")

_PARTICIPLES = frozenset({"ed", "part", "ing"})


def headlines(read: TokenizedText) -> Iterator[NamedSpeaker]:
    """The speakers at the end of headlines: of paragraphs that are one short sentence without a full stop."""
    for sentence in _headlines(read):
        tokens = sentence.tokens
        at = _joint(tokens)
        if at < MIN_CONTENT or not 0 < len(tokens) - at - 1 <= MAX_TAIL:
            continue
        found = _by_verb(tokens, at) if tokens[at].kind == "," else _by_sign(read, sentence, at)
        if found is not None:
            yield found


def _headlines(read: TokenizedText) -> Iterator[Sentence]:
    outer = [sentence for sentence in read.sentences if not sentence.depth]
    for index, sentence in enumerate(outer):
        is_alone = (index == 0 or outer[index - 1].paragraph != sentence.paragraph) and (
            index + 1 == len(outer) or outer[index + 1].paragraph != sentence.paragraph
        )
        last = sentence.tokens[-1]
        if is_alone and len(sentence.tokens) <= MAX_WORDS and not last.depth and last.text[-1].isalnum():
            yield sentence


def _joint(tokens: Sequence[Token]) -> int:
    """The last comma, colon or dash outside quotations; -1 without one."""
    return next(
        (at for at in range(len(tokens) - 1, -1, -1) if tokens[at].kind in {",", ":", "-"} and not tokens[at].depth), -1
    )


def _by_verb(tokens: Sequence[Token], at: int) -> NamedSpeaker | None:
    """A verb of speech right after the comma, or at the end, and a noun phrase."""
    tail = tokens[at + 1 :]
    if tail[0].lower in _VERBS:
        cue, source = tail[0], tail[1:]
    elif tail[-1].lower in _VERBS:
        cue, source = tail[-1], tail[:-1]
    else:
        return None
    if not source or source[-1].kind in _PARTICIPLES or any(token.kind in _NO_NOUNS or token.depth for token in source):
        return None
    return _made(tokens[:at], source, cue, Level.SURE)


def _by_sign(read: TokenizedText, sentence: Sentence, at: int) -> NamedSpeaker | None:
    """A role, or a person of whom the text speaks, after a colon or a dash."""
    tokens = sentence.tokens
    source = tokens[at + 1 :]
    kind = speaker_kind(source)
    is_name = kind is SpeakerKind.NAME and is_mentioned(read, sentence.paragraph, source[-1])
    if sentence.paragraph or not (kind is SpeakerKind.ROLE or is_name) or speaker_kind(tokens[:at]) is SpeakerKind.NAME:
        return None
    return _made(tokens[:at], source, tokens[at], Level.LIKELY)


def _made(content: Sequence[Token], source: Sequence[Token], cue: Token, level: Level) -> NamedSpeaker:
    return NamedSpeaker(
        Span(source[0].start, source[-1].end),
        Span(cue.start, cue.end),
        (Span(content[0].start, content[-1].end),),
        level,
        overrides=True,
    )
