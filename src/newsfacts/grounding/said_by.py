"""Whether a text gives a quotation to the one who says it in the source: both may name someone, describe him, or say "he"."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsfacts.grounding.attributions import Attributed, Attribution, Attributions
from newsfacts.grounding.offices import Described
from newsfacts.grounding.speakers import Speaker, speakers_differ
from newsfacts.text.spans import Span

__all__ = ["Claim", "Objection", "claim_at", "objection"]


@attrs.frozen
class Claim:
    """Who says a quotation according to the text: someone named, or an office. `offices` are those of the one named."""

    speaker: Speaker | None = None
    described: Described | None = None
    offices: frozenset[str] = frozenset()
    is_pronoun: bool = False
    """Whether the text says "he", and the speaker is the one who is probably meant."""
    is_next_to: bool = True
    """Whether the name or the office is right next to the quotation, so that the words are certainly said by someone."""


@attrs.frozen
class Objection:
    """What is wrong with a claim, as a sentence, and what to do about it; `is_sure` where the source has someone else."""

    why: str
    help: str
    is_sure: bool = False


def claim_at(attributions: Attributions, quote: Span) -> Claim | None:
    """Who says a quotation of the text; None where the text does not say, so that nothing can be compared."""
    found = attributions.claimed(quote)
    if found is None:
        return None
    if found.described is not None:
        return Claim(described=found.described)
    if found.speaker is None:
        return None
    is_next_to = not found.is_pronoun and not found.goes_on
    return Claim(found.speaker, None, attributions.offices.of(found.speaker), found.is_pronoun, is_next_to)


def objection(
    claim: Claim, said_by: Sequence[Attributed | None], source: Attributions, turns: Sequence[str]
) -> Objection | None:
    """What is wrong with the speaker of the text; None where the source may mean the same.

    `said_by` is who says the words at each of their places in the source, `turns` are their speakers in a transcript.
    """
    if turns:
        return _of_turns(claim, turns)
    found = [None if one is None else _objection(claim, one, source) for one in said_by]
    objections = [one for one in found if one is not None]
    if len(objections) < len(found) or not objections:
        return None
    unsure = next((one for one in objections if not one.is_sure), None)
    return unsure or objections[0]


def _of_turns(claim: Claim, turns: Sequence[str]) -> Objection | None:
    if not turns[0] and len(turns) == 1:
        why = "The source has these words, and does not say whose they are."
        return Objection(why, "Make sure who said the words.")
    other = Speaker(turns[0])
    if claim.speaker is None or len(turns) > 1 or not speakers_differ(claim.speaker, other):
        return None
    return _probably_other(claim.speaker, other) if claim.is_pronoun else _is_other(claim.speaker.name, other)


def _objection(claim: Claim, found: Attributed, source: Attributions) -> Objection | None:
    if claim.speaker is not None:
        return _to_named(claim, claim.speaker, found, source)
    assert claim.described is not None  # a claim without a name has an office
    return _to_described(claim.described, found, source)


def _to_named(claim: Claim, speaker: Speaker, found: Attributed, source: Attributions) -> Objection | None:
    """What speaks against someone whom the text names, or probably means by a pronoun."""
    if found.how is Attribution.DESCRIBED:
        return None if claim.is_pronoun else _to_office_holder(claim, speaker, found, source)
    if found.speaker is not None and not speakers_differ(speaker, found.speaker):
        return None
    if found.how is Attribution.NAMED and found.speaker is not None:
        return _probably_other(speaker, found.speaker) if claim.is_pronoun else _is_other(speaker.name, found.speaker)
    if claim.is_pronoun or (found.speaker is None and speaker.names & found.near):
        return None
    before = "" if found.speaker is None else f"; {found.speaker.name} is the speaker whom it names before"
    return Objection(
        f"The source has these words, and does not say by name whose they are{before}.", _make_sure(speaker.name)
    )


def _to_office_holder(claim: Claim, speaker: Speaker, found: Attributed, source: Attributions) -> Objection | None:
    """What speaks against someone whom the text names where the source has an office: "the mayor said"."""
    assert found.described is not None  # by an office
    office = found.described.office
    offices = claim.offices | source.offices.of(speaker)
    if office in offices:
        return None
    if found.speaker is None and not offices and speaker.names & found.near:
        return None
    other = found.speaker
    if other is not None and offices and speakers_differ(speaker, other):
        return _is_other(speaker.name, other, as_what=f", {found.described.words}")
    who = f"; it names {other.name} as {found.described.words}" if other is not None else ""
    why = f"The source has these words, and says that {found.described.words} said them{who}."
    return Objection(why, _make_sure(speaker.name))


def _to_described(described: Described, found: Attributed, source: Attributions) -> Objection | None:
    """What speaks against an office in the text: "the mayor said"."""
    if found.described is not None:
        if found.described.office == described.office:
            return None
        why = f"The source has these words, and says that {found.described.words} said them, not {described.words}."
        return Objection(why, _make_sure(described.words))
    if found.speaker is None or found.how not in (Attribution.NAMED, Attribution.LIKELY):
        return None
    offices = source.offices.of(found.speaker)
    if not offices or described.office in offices:
        return None
    if found.how is Attribution.NAMED and source.offices.another_has(described.office, found.speaker):
        return _is_other(described.words, found.speaker)
    why = f"The source has these words, and says that {found.speaker.name} said them; it does not call {found.speaker.name} {described.office}."
    return Objection(why, f"Make sure that {described.words} is {found.speaker.name}.")


def _is_other(claimed: str, other: Speaker, as_what: str = "") -> Objection:
    why = f"The source has these words, and they are said by {other.name}{as_what}, not by {claimed}."
    return Objection(why, f"Attribute the words to {other.name}.", is_sure=True)


def _probably_other(speaker: Speaker, other: Speaker) -> Objection:
    why = f"The source has these words, and they are said by {other.name}; the pronoun of the text seems to mean {speaker.name}."
    return Objection(why, f"Name the speaker: {other.name}.")


def _make_sure(name: str) -> str:
    return f"Make sure that the words are those of {name}."
