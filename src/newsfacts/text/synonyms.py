"""Words of other guidelines and tools for the kinds and fields of this notation, for “did you mean ...?”."""

from __future__ import annotations

from collections.abc import Container, Mapping

from newsfacts.immutable import FrozenDict

__all__ = ["field_meant", "kind_meant"]


def _by_word(table: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """The names that each word may mean, from the words of each name."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in table.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), name)
    return FrozenDict(found)


_KINDS = _by_word({
    "source": "speaker sayer attributor",
    "mention": "person people name entity organization organisation org company place location gpe per loc coreference",
    "addressee": "recipient audience listener interlocutor hearer",
    "medium": "channel outlet platform venue",
    "cue": "verb said reporting-verb trigger",
    "quote": "quotation direct-quote direct speech direct-speech",
    "claim": "statement assertion fact proposition",
    "attribution": "attribute quote-attribution reported-speech",
    "listing": "list enumeration",
    "item": "member element",
    "count": "number figure quantity amount statistic cardinal percent percentage money num",
    "time": "date datetime timex period duration day timespan",
    "aside": "caption boilerplate kicker",
    "verdict": "rating review judgement judgment fact-check",
    "evidence": "proof source question answer qa question-answer",
})  # fmt: skip

_FIELDS = _by_word({
    "by": "speaker source sayer who author claimant",
    "ref": "refers-to entity person name who",
    "of": "measure event claim about",
    "value": "number amount quantity normalized edtf timex date when",
    "as_of": "date when on time asof",
    "said": "date when on time",
    "date": "when on time rated",
    "lang": "language",
    "note": "comment remark",
    "form": "kind type style",
    "rating": "score value",
    "label": "rating-text text verdict",
    "evidence": "sources proof links",
    "url": "link href address source_url",
    "archived": "archive cached snapshot copy cached_source_url",
    "justification": "reason explanation rationale",
    "question": "query asked",
    "answer": "response reply passage sentence",
    "source": "speaker sayer who",
    "content": "quote claim statement",
    "cue": "verb said",
    "polarity": "negated negation",
    "certainty": "modality confidence",
})  # fmt: skip


def kind_meant(word: str, known: Container[str]) -> str | None:
    """The known kind that another word for it names; None where there is none."""
    return _meant(word, _KINDS, known)


def field_meant(word: str, known: Container[str]) -> str | None:
    """The known field that another word for it names; None where there is none."""
    return _meant(word, _FIELDS, known)


def _meant(word: str, table: Mapping[str, tuple[str, ...]], known: Container[str]) -> str | None:
    lower = word.lower()
    spelled = next((form for form in (lower, lower.replace("-", "_"), lower.replace("_", "-")) if form in known), None)
    if spelled is not None:
        return spelled
    return next((name for name in table.get(lower.replace("_", "-"), ()) if name in known), None)
