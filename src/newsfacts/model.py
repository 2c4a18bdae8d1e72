"""Every object that a news text's facts become. Read it from top to bottom: shared things, annotations, the document.

All classes are immutable. Objects refer to objects, never to bare ids, and the graph has no cycles: what annotations say
about each other (`rebuts`, `supports`, ...) lives in `Document.relations`. All offsets are code points, half-open.

A field made with `fact(...)` can be written in a file; `newsfacts.schema.kinds` reads its type from its annotation.
Fields made with plain `attrs.field` are filled in by the builder from what is inside an annotation.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar, Literal, NewType, Protocol, TypeVar

import attrs

from newsfacts.enums import WordEnum
from newsfacts.errors import NewsfactsError, UnreadableKind, UnreadableValue
from newsfacts.findings import Finding
from newsfacts.immutable import FrozenDict, frozen, maker
from newsfacts.raw import Comment, Layout, Origin, RawAnnotation
from newsfacts.text.archives import ArchivedCopy, archived_copy, original_address
from newsfacts.text.languages import likely_language
from newsfacts.text.nesting import parents
from newsfacts.text.quotation_marks import QuoteKind, infer_form
from newsfacts.text.source import Place, Position, SourceText
from newsfacts.text.spans import Span, SpanIndex, hull
from newsfacts.values.languages import is_english
from newsfacts.values.level import Level
from newsfacts.values.quantities.quantity import Quantity
from newsfacts.values.times.times import Duration, TimeInterval, TimeSet, UnresolvedTime

__all__ = [
    "Addressee", "Annotation", "AnswerType", "Aside", "Attribution", "Certainty", "Claim", "ClaimType", "Correction", "Count", "Cue",
    "Document", "Entity", "EntityKind", "Event", "Evidence", "Factbook", "Ignore", "Item", "Known", "Listing", "Measure", "MeasureKind",
    "Medium", "Mention", "Mode", "Polarity", "Quote", "QuoteKind", "Relation", "RelationKind", "Rendering", "Role", "Source", "SourceKind",
    "SourceMedium", "Terms", "Time", "TimeValue", "UnknownId", "UnknownKind", "Unreadable", "Url", "Verdict", "Voice", "fact",
]  # fmt: skip

A = TypeVar("A", bound="Annotation")
T = TypeVar("T")
N = TypeVar("N", bound="HasNeed")

Url = NewType("Url", str)
TimeValue = TimeInterval | Duration | TimeSet | UnresolvedTime


EMPTY: Mapping[str, Any] = FrozenDict()

SHOWN = 60
"""How many code points of a text the `repr` of an object shows."""


def fact(
    doc: str, *, key: str | None = None, default: Any = None, required: bool = False, pattern: str | None = None
) -> Any:
    """A field that can be written in a file, under its own name or under `key`; its type is its annotation.

    `required` fields may still be missing in an object: their absence is a finding, never a failure to read.
    `pattern` is a regular expression that a text value must match from start to end.
    """
    about = {"doc": doc, "key": key, "required": required, "pattern": pattern}
    return attrs.field(default=default, repr=False, metadata={"newsfacts": about})


def short(text: str) -> str:
    """A text for a `repr`: its first `SHOWN` code points."""
    return repr(text if len(text) <= SHOWN else text[: SHOWN - 1] + "…")


def number_of(items: Any) -> str:
    """Several objects for a `repr`: how many they are."""
    return f"<{len(items)}>"


def details(item: Any) -> str:
    """Every field of an object that is not at its default, a line each; `repr` shows only what distinguishes objects."""
    lines = [f"{type(item).__name__}:"]
    for field in attrs.fields(type(item)):
        value = getattr(item, field.alias) if field.init else None
        if value not in (None, (), "", EMPTY, field.default):
            lines.append(f"  {field.alias}: {value!r}")
    return "\n".join(lines)


class LikelyLanguage:
    """What a text that does not say it seems to be in, found out when it is first asked for: few documents need it."""

    __slots__ = ("found", "is_settled", "text", "words")

    def __init__(self, text: str) -> None:
        self.text: str = text
        self.found: str | None = None
        self.is_settled: bool = False
        self.words: str | None = None
        """The language that words are read in, once `is_settled`; None is English."""

    @property
    def tag(self) -> str:
        """The BCP 47 tag."""
        if self.found is None:
            self.found = likely_language(self.text)
        return self.found


def settled(language: str | LikelyLanguage | None) -> str | None:
    """The BCP 47 tag of the language that words are read in; None is English."""
    if not isinstance(language, LikelyLanguage):
        return language
    if not language.is_settled:
        language.words = None if is_english(language.tag) else language.tag
        language.is_settled = True
    return language.words


@frozen
class Unreadable:
    """A value that could not be read: kept as written in `raw`, with the reason. It round-trips, and is a finding."""

    raw: str
    reason: str
    kind: UnreadableKind = UnreadableKind.OTHER

    def __str__(self) -> str:
        return self.raw


class UnknownId(NewsfactsError, KeyError):
    """No annotation has this id."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


# -- What documents share ----------------------------------------------------------------------------------------------


class EntityKind(WordEnum):
    """What an entity is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"


@frozen(kw_only=True)
class Role:
    """A title that an entity holds, and from when until when."""

    title: str = fact("the title, as a text would print it", default="", required=True)
    since: TimeInterval | Unreadable | None = fact("when it began, in EDTF")
    until: TimeInterval | Unreadable | None = fact("when it ended, in EDTF")


@frozen(kw_only=True)
class Entity:
    """A person, organization, place or group. An unnamed one has `named=False` and a `description` instead of a name."""

    id: str
    given_name: str | None = fact("its name", key="name")
    kind: EntityKind = fact("person, organization, place, group or other", default=EntityKind.OTHER)
    named: bool = fact("no, where the text keeps the name back", default=True)
    description: str | None = fact("who it is, where there is no name")
    aliases: tuple[str, ...] = fact("other names by which texts call it", default=())
    roles: tuple[Role, ...] = fact("titles, each with since and until", default=())
    same_as: tuple[Url, ...] = fact("addresses of the same entity elsewhere", default=())
    born: TimeInterval | Unreadable | None = fact("date of birth, in EDTF")
    died: TimeInterval | Unreadable | None = fact("date of death, in EDTF")
    pronouns: tuple[str, ...] = fact("pronouns that refer to it, such as she or they", default=())
    extra: Mapping[str, Any] = attrs.field(default=EMPTY, hash=False, repr=False)

    @property
    def name(self) -> str:
        """The name; for an unnamed entity its description; else its id."""
        return self.given_name or self.description or self.id

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return ((self.given_name,) if self.given_name else ()) + self.aliases


class MeasureKind(WordEnum):
    """How values of a measure relate over time."""

    TALLY = "tally"
    STATE = "state"
    SHARE = "share"
    RATE = "rate"


@frozen(kw_only=True)
class Measure:
    """That which counts are counts *of*. A tally only grows; a share is part of a whole (0 to 100 %)."""

    id: str
    label: str | None = fact("what is counted, in words")
    unit: str | None = fact("what one of it is called: meeting, person, USD, %")
    kind: MeasureKind | None = fact("tally (only grows), state, share (of a whole) or rate")
    integer: bool = fact("yes, where only whole numbers are possible", default=False)
    negative: bool = fact("yes, where values below zero are possible", default=False)
    whole: Measure | None = fact("the measure that this one is a part of")
    complement: bool = fact("yes, where the parts named make up the whole", default=False)
    event: Event | None = fact("the event that is counted or measured")
    extra: Mapping[str, Any] = attrs.field(default=EMPTY, hash=False, repr=False)

    @property
    def name(self) -> str:
        """The label, or else the id."""
        return self.label or self.id


@frozen(kw_only=True)
class Event:
    """That which has a time."""

    id: str
    label: str | None = fact("what happened, in words")
    time: TimeInterval | Unreadable | None = fact("when, in EDTF")
    source: str | None = fact("where this is known from")
    after: tuple[Event, ...] = fact("events that ended before this one began", default=())
    before: tuple[Event, ...] = fact("events that began after this one ended", default=())
    during: tuple[Event, ...] = fact("events that this one lies within", default=())
    extra: Mapping[str, Any] = attrs.field(default=EMPTY, hash=False, repr=False)

    @property
    def name(self) -> str:
        """The label, or else the id."""
        return self.label or self.id


@frozen(kw_only=True)
class Known:
    """A value that is known from outside the text."""

    of: Measure | Event | None = fact("the measure or event", required=True)
    value: Quantity | TimeInterval | Unreadable | None = fact(
        "a quantity or, for an event, an EDTF date", required=True
    )
    as_of: TimeInterval | Unreadable | None = fact("when it was so, in EDTF")
    source: str | None = fact("where this is known from")


@frozen(kw_only=True)
class Factbook:
    """Entities, measures and events by id, and what is known of them."""

    entities: Mapping[str, Entity] = attrs.field(default=EMPTY, hash=False, repr=number_of)
    measures: Mapping[str, Measure] = attrs.field(default=EMPTY, hash=False, repr=number_of)
    events: Mapping[str, Event] = attrs.field(default=EMPTY, hash=False, repr=number_of)
    known: tuple[Known, ...] = attrs.field(default=(), repr=number_of)

    def __contains__(self, id: str) -> bool:
        return id in self.entities or id in self.measures or id in self.events


# -- Annotations -------------------------------------------------------------------------------------------------------


@frozen(kw_only=True)
class Annotation:
    """Words of the text and what they are. `spans` are its fragments in order; empty for one without a place."""

    KIND: ClassVar[str] = "annotation"
    RELATES: ClassVar[bool] = False  # whether `rebuts=`, `supports=`, ... may be written on this kind

    id: str | None = None
    spans: tuple[Span, ...] = ()
    text: str = attrs.field(default="", repr=short)
    note: str | None = fact("a remark for other annotators")
    lost: str | None = fact("its words, where the text no longer has them")
    draft: Level | None = fact(
        "how sure the program is that proposed it (sure, likely or guess), until a person agrees"
    )
    disputed: tuple[str, ...] = fact(
        "the annotators who have it, where others do not, until a person decides", default=()
    )
    extra: Mapping[str, Any] = attrs.field(default=EMPTY, hash=False, repr=False)

    def details(self) -> str:
        """Every field that is not at its default, a line each; `repr` shows only what distinguishes annotations."""
        return details(self)

    @property
    def span(self) -> Span:
        """From the start of the first fragment to the end of the last."""
        if not self.spans:
            raise NewsfactsError(f"this {self.KIND} has no place in the text")
        return self.spans[0] if len(self.spans) == 1 else hull(self.spans)


@frozen(kw_only=True)
class UnknownKind(Annotation):
    """An annotation whose kind the schema does not know. Its kind and attributes are kept as written."""

    KIND: ClassVar[str] = "unknown"

    written_kind: str = ""


@frozen(kw_only=True)
class Mention(Annotation):
    """Words that refer to one or more entities."""

    KIND: ClassVar[str] = "mention"

    ref: tuple[Entity, ...] = fact("the entities that the words refer to", default=())
    inner: tuple[Mention, ...] = attrs.field(default=(), repr=False)
    """The mentions inside these words."""
    heads: tuple[Mention, ...] = attrs.field(default=(), repr=False)
    """Those of them that name what these words refer to, and do not only describe it."""

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities of `ref`, or else of the mentions that are the head of these words, each once."""
        if self.ref:
            return self.ref
        return tuple({entity.id: entity for mention in self.heads for entity in mention.entities}.values())

    @property
    def name(self) -> str:
        """The names of the entities, or the words themselves where they refer to none."""
        return " and ".join(entity.name for entity in self.entities) or self.text


@frozen(kw_only=True)
class Source(Mention):
    """The words that name who says it."""

    KIND: ClassVar[str] = "source"


@frozen(kw_only=True)
class Addressee(Mention):
    """The words that name to whom it is said."""

    KIND: ClassVar[str] = "addressee"


@frozen(kw_only=True)
class Medium(Mention):
    """The words that name where or how it is said: in an interview, on television, in a statement."""

    KIND: ClassVar[str] = "medium"


@frozen(kw_only=True)
class Item(Mention):
    """One item of a listing."""

    KIND: ClassVar[str] = "item"


@frozen(kw_only=True)
class Cue(Annotation):
    """The words that say that something is said."""

    KIND: ClassVar[str] = "cue"


@frozen(kw_only=True)
class Quote(Annotation):
    """Words given as said, between quotation marks (direct) or partly so (mixed)."""

    KIND: ClassVar[str] = "quote"
    RELATES: ClassVar[bool] = True

    by: tuple[Entity, ...] = fact("who said it", default=())
    form: QuoteKind | None = fact("direct, mixed or indirect, where it is not what the quotation marks show")
    lang: str | None = fact("language of the words, as a BCP 47 tag")
    original: str | None = fact("the words in the language in which they were said")
    translated: bool = fact("yes, where the words are a translation", default=False)
    verbatim: bool = fact("yes, where the words are declared to be exactly what was said", default=False)
    said: TimeInterval | Unreadable | None = fact("when it was said, in EDTF")
    source_text: str | None = fact("path of the text in which the words must be found")

    @property
    def kind(self) -> QuoteKind:
        """The declared form, or else what the quotation marks show."""
        return self.form or infer_form(self.text)


class Polarity(WordEnum):
    """Whether a claim says that something is so, or that it is not."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Certainty(WordEnum):
    """How sure a claim is of itself."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNCERTAIN = "uncertain"


class ClaimType(WordEnum):
    """What kind of statement a claim is."""

    FACT = "fact"
    OPINION = "opinion"
    PREDICTION = "prediction"


@frozen(kw_only=True)
class Claim(Annotation):
    """What a text states to be so, in its own voice or as someone's."""

    KIND: ClassVar[str] = "claim"
    RELATES: ClassVar[bool] = True

    by: tuple[Entity, ...] = fact("whose claim it is, where no attribution says so", default=())
    polarity: Polarity = fact("positive or negative", default=Polarity.POSITIVE)
    certainty: Certainty | None = fact("certain, probable, possible or uncertain")
    type: ClaimType | None = fact("fact, opinion or prediction")
    checkable: bool | None = fact("whether it can be checked")
    said: TimeInterval | Unreadable | None = fact("when it was made, in EDTF")
    appearance: tuple[Url, ...] = fact("addresses where it was made", default=())
    first_appearance: Url | None = fact("address where it was made first")


class Terms(WordEnum):
    """On what terms a source spoke."""

    ON_RECORD = "on_record"
    BACKGROUND = "background"
    DEEP_BACKGROUND = "deep_background"
    OFF_RECORD = "off_record"


class Voice(WordEnum):
    """Whose voice an attribution without source words carries."""

    IMPLIED = "implied"
    AUTHOR = "author"


class Rendering(WordEnum):
    """How what is said is given: word for word, in a clause of the reporter, only as an act, or in the reporter's own voice."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    REPORTED = "reported"
    """Only that it was said, and perhaps about what: "she defended the plan"."""
    FREE_INDIRECT = "free_indirect"
    """Without a clause that introduces it, in the words of the speaker and the grammar of the reporter."""


class Mode(WordEnum):
    """What is rendered."""

    SPEECH = "speech"
    THOUGHT = "thought"
    WRITING = "writing"


class SourceKind(WordEnum):
    """What is known of an attribution's source. `MISSING` is the one that a check reports."""

    NAMED = "named"
    UNNAMED = "unnamed"
    UNRESOLVED = "unresolved"
    IMPLIED = "implied"
    AUTHOR = "author"
    MISSING = "missing"


@frozen(kw_only=True)
class Attribution(Annotation):
    """Who says it, the words that say so, and what is said: source, cue and content (PARC, PolNeAR)."""

    KIND: ClassVar[str] = "attribution"

    source: tuple[Source, ...] = fact("the source, where it is elsewhere", default=())
    cues: tuple[Cue, ...] = fact("the cue, where it is elsewhere", key="cue", default=())
    contents: tuple[Quote | Claim | Attribution, ...] = fact(
        "the content, where it is elsewhere", key="content", default=()
    )
    addressee: tuple[Addressee, ...] = fact("to whom it is said, where that is elsewhere", default=())
    medium: tuple[Medium, ...] = fact("where it is said, where that is elsewhere", default=())
    terms: Terms | None = fact("on_record, background, deep_background or off_record")
    reason: str | None = fact("why the source is not named")
    voice: Voice | None = fact("implied or author, where no words name a source")
    said: TimeInterval | Unreadable | None = fact("when it was said, in EDTF")
    rendering: tuple[Rendering, ...] = fact(
        "how it is given: direct, indirect, reported or free_indirect; several where it may be any of them", default=()
    )
    mode: tuple[Mode, ...] = fact(
        "what is rendered: speech, thought or writing; several where it may be any of them", default=()
    )
    nested: tuple[Attribution, ...] = attrs.field(default=(), repr=False)

    @property
    def cue(self) -> Cue | None:
        """The first cue."""
        return self.cues[0] if self.cues else None

    @property
    def content(self) -> Quote | Claim | Attribution | None:
        """The first content."""
        return self.contents[0] if self.contents else None

    @property
    def by(self) -> tuple[Entity, ...]:
        """The entities that the source words refer to, each once."""
        if len(self.source) == 1 and len(self.source[0].ref) == 1:
            return self.source[0].ref
        return tuple({entity.id: entity for source in self.source for entity in source.entities}.values())

    @property
    def source_kind(self) -> SourceKind:
        """What is known of the source."""
        if not self.source:
            return SourceKind(self.voice.value) if self.voice else SourceKind.MISSING
        entities = self.by
        if not entities:
            return SourceKind.UNRESOLVED
        return SourceKind.NAMED if all(entity.named for entity in entities) else SourceKind.UNNAMED


@frozen(kw_only=True)
class Listing(Annotation):
    """An enumeration and its items. `kinds` is what the items should be."""

    KIND: ClassVar[str] = "listing"

    kinds: EntityKind | None = fact("what the items are: person, place, ...", key="items")
    complete: bool = fact("no, where the text does not claim to name them all", default=True)
    items: tuple[Mention, ...] = attrs.field(default=(), repr=False)


@frozen(kw_only=True)
class Count(Annotation):
    """A number and what it counts."""

    KIND: ClassVar[str] = "count"
    RELATES: ClassVar[bool] = True

    of: Measure | Listing | None = fact("the measure it is a count of, or the listing whose items it counts")
    declared: Quantity | Unreadable | None = fact("the value, where the words do not say it", key="value")
    as_of: TimeInterval | Unreadable | None = fact("when it was so, in EDTF")
    scope: str | None = fact("of where or of whom, where one measure is counted for several")
    total: Count | None = fact("the count that this one is a part of")

    _language: str | LikelyLanguage | None = attrs.field(default=None, repr=False, eq=settled)

    @property
    def language(self) -> str | None:
        """What the words are read in: a BCP 47 tag; None is English."""
        return settled(self._language)

    @property
    def read(self) -> Quantity | Unreadable:
        """The value as its words say it."""
        return read_quantity_words(self.text, settled(self._language))

    @property
    def value(self) -> Quantity | Unreadable:
        """The declared value, or else the value of the words."""
        return self.declared if self.declared is not None else self.read


@frozen(kw_only=True)
class Time(Annotation):
    """A date or period phrase, read against `reference` and what its place in the text says; never against today.

    `reference` is the day on which the quote was said that it is in, where that is known, or else the day of
    publication; `antecedent` is the date named before it, where its words count from one ("that day"); `tense` is that
    of its verb, where it is in the future; `zone` is the document's time zone, for clock times that name none.
    """

    KIND: ClassVar[str] = "time"

    of: Event | None = fact("the event that happened then")
    declared: TimeValue | Unreadable | None = fact("the value in EDTF, where the words do not say it", key="value")
    reference: dt.date | None = attrs.field(default=None, repr=False)
    antecedent: TimeInterval | None = attrs.field(default=None, repr=False)
    tense: Literal["past", "future"] | None = attrs.field(default=None, repr=False)
    zone: str | None = attrs.field(default=None, repr=False)
    _language: str | LikelyLanguage | None = attrs.field(default=None, repr=False, eq=settled)

    @property
    def language(self) -> str | None:
        """What the words are read in: a BCP 47 tag; None is English."""
        return settled(self._language)

    @property
    def read(self) -> TimeValue | Unreadable:
        """The value as its words say it."""
        if self.antecedent is None and self.tense is None and self.zone is None:
            return read_time_words(self.text, self.reference, settled(self._language))
        from newsfacts.values.times.in_text import read_in_text

        try:
            return read_in_text(
                self.text, self.reference,
                language=self.language, tense=self.tense, antecedent=self.antecedent, zone=self.zone,
            )  # fmt: skip
        except UnreadableValue as unreadable:
            return Unreadable(self.text, unreadable.reason, unreadable.kind)

    @property
    def value(self) -> TimeValue | Unreadable:
        """The declared value, or else the value of the words."""
        return self.declared if self.declared is not None else self.read


@frozen(kw_only=True)
class Aside(Annotation):
    """Text that is not part of the report: kickers, captions, "Read more"."""

    KIND: ClassVar[str] = "aside"


@frozen(kw_only=True)
class Verdict(Annotation):
    """A reviewer's rating of a claim, as in ClaimReview."""

    KIND: ClassVar[str] = "verdict"
    RELATES: ClassVar[bool] = True

    of: Claim | Quote | None = fact("the claim that is rated", required=True)
    label: str | None = fact("the rating in words, where it is not the annotated words")
    rating: Decimal | Unreadable | None = fact("the rating as a number")
    best: Decimal | Unreadable | None = fact("the best number of the scale")
    worst: Decimal | Unreadable | None = fact("the worst number of the scale")
    by: tuple[Entity, ...] = fact("who rates", default=())
    date: TimeInterval | Unreadable | None = fact("when it was rated, in EDTF")
    justification: str | None = fact("why it is rated so, in sentences")
    evidence: tuple[str, ...] = fact("addresses or ids of the evidence", default=())
    url: Url | None = fact("address of the review")
    supersedes: Verdict | None = fact("the earlier verdict that this one replaces")

    @property
    def words(self) -> str:
        """The label, or else the annotated words."""
        return self.label or self.text


class AnswerType(WordEnum):
    """What kind of answer a question about a claim has."""

    EXTRACTIVE = "extractive"
    """In the words of the source."""
    ABSTRACTIVE = "abstractive"
    """In the words of who answers it."""
    BOOLEAN = "boolean"
    """Yes or no."""
    UNANSWERABLE = "unanswerable"
    """No answer was found."""


class SourceMedium(WordEnum):
    """What the source of a piece of evidence is."""

    TEXT = "text"
    PDF = "pdf"
    TABLE = "table"
    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"
    METADATA = "metadata"
    OTHER = "other"


@frozen(kw_only=True)
class Evidence(Annotation):
    """One thing that a verdict rests on: a question about the claim and its answer, or a passage, and where that is from.

    Pieces with the same `set` only count together; sets are alternatives, and a piece without one is a set of its own.
    """

    KIND: ClassVar[str] = "evidence"
    RELATES: ClassVar[bool] = True

    of: Verdict | Claim | Quote | None = fact(
        "the verdict that rests on it, or the claim that no one has rated yet", required=True
    )
    question: str | None = fact("what was asked about the claim")
    answer: str | None = fact("what the answer is, or what the source says, where it is not the annotated words")
    type: AnswerType | None = fact("extractive, abstractive, boolean or unanswerable")
    explanation: str | None = fact("why a boolean answer is yes or no")
    medium: SourceMedium | None = fact("text, pdf, table, image, video, audio, metadata or other")
    source: str | None = fact("what the source is called")
    at: str | None = fact("where in the source: a page, a sentence, a moment")
    url: Url | None = fact("address of the source, or of a copy of it in a web archive")
    archived: Url | None = fact("address of a copy of it in a web archive, where url is that of the source itself")
    published: TimeInterval | Unreadable | None = fact("when the source was published, in EDTF")
    seen: TimeInterval | Unreadable | None = fact("when the source was seen, in EDTF")
    set: str | None = fact("what it only counts together with: one name for all pieces of a set")

    @property
    def words(self) -> str:
        """The answer, or else the annotated words."""
        return self.answer or self.text

    @property
    def original_url(self) -> str | None:
        """The address of the source itself, where one is known: that of a copy, without the archive around it."""
        given = self.url or self.archived
        return original_address(given) if given is not None else None

    @property
    def archived_copy(self) -> ArchivedCopy | None:
        """What `archived`, or else `url`, says as an address in a web archive."""
        given = self.archived or self.url
        return archived_copy(given) if given is not None else None


# -- The document ------------------------------------------------------------------------------------------------------


class RelationKind(WordEnum):
    """What one annotation says about another."""

    REBUTS = "rebuts"
    SUPPORTS = "supports"
    REPEATS = "repeats"
    UPDATES = "updates"
    CORRECTS = "corrects"


@frozen
class Relation:
    """`source` rebuts, supports, repeats, updates or corrects `target`."""

    kind: RelationKind
    source: Annotation
    target: Annotation


@frozen(kw_only=True)
class Correction:
    """A correction note: when it was made, what was wrong, what is right, and where."""

    date: TimeInterval | Unreadable | None = fact("when the correction was made, in EDTF")
    was: str | None = fact("the words or the value that were wrong")
    now: str | None = fact("the words or the value that are right")
    where: str | None = fact("where in the text")


@frozen(kw_only=True)
class Ignore:
    """Findings of one rule that a document does not want to hear of, and why."""

    rule: str = fact("code of the rule, such as N21, or a family such as N", default="", required=True)
    reason: str = fact("why these findings do not matter here", default="", required=True)


class HasNeed(Protocol):
    """What is of use only for documents in which a function finds something (see `Document.finding_something`)."""

    @property
    def need(self) -> Callable[[Document], object]:
        """The function."""


@frozen(kw_only=True)
class Document:
    """One text, what is known about it, and its annotations in reading order (outer before inner)."""

    text: str = attrs.field(default="", repr=short)
    title: str | None = fact("headline")
    published: dt.date | None = fact("date or moment of publication")
    updated: dt.date | None = fact("date or moment of the last change")
    language: str | None = fact("language of the text, as a BCP 47 tag")
    outlet: str | None = fact("who published it")
    author: tuple[str, ...] = fact("who wrote it", default=())
    url: Url | None = fact("where it was published")
    timezone: str | None = fact("time zone of the clock times in the text, as an IANA name")
    guideline: str | None = fact("the annotation guideline and its version")
    annotator: tuple[str, ...] = fact("who annotated it", default=())
    created: dt.date | None = fact("when it was annotated")
    reviewed: dt.date | None = fact("when the annotation was reviewed")
    status: str | None = fact("state of the annotation work, such as draft or done")
    sha256: str | None = fact("SHA-256 of the text in UTF-8, in hexadecimal")
    foreign: bool = fact("yes, where kinds and fields of another project are kept without findings", default=False)
    use: tuple[str, ...] = fact("shared factbooks, as paths from this file", default=())
    schema: tuple[str, ...] = fact("schema files, as paths from this file", default=())
    corrections: tuple[Correction, ...] = fact("correction notes", default=())
    ignore: tuple[Ignore, ...] = fact("rules whose findings are ignored in this file, each with a reason", default=())
    own: Factbook = attrs.field(factory=Factbook, repr=False)
    factbook: Factbook = attrs.field(factory=Factbook, repr=False)
    annotations: tuple[Annotation, ...] = attrs.field(default=(), repr=number_of)
    relations: tuple[Relation, ...] = attrs.field(default=(), repr=False)
    extra: Mapping[str, Any] = attrs.field(default=EMPTY, hash=False, repr=False)
    path: str | None = attrs.field(default=None, eq=False)
    text_file: str | None = attrs.field(default=None, eq=False, repr=False)
    comments: tuple[Comment, ...] = attrs.field(default=(), eq=False, repr=False)
    problems: tuple[Finding, ...] = attrs.field(default=(), eq=False, repr=False)
    origin: Origin | None = attrs.field(default=None, eq=False, repr=False)
    layout: Layout | None = attrs.field(default=None, eq=False, repr=False)
    """The file that it was read from, which writing it in the same format keeps as it is but for what changed."""
    known_kinds: Any = attrs.field(default=None, eq=False, repr=False)
    """The `Schema` it was read with; None for the built-in kinds."""
    _derived: dict[Any, Any] = attrs.field(factory=dict, eq=False, repr=False, init=False)

    @staticmethod
    def of(parents: tuple[int, ...], reading: str | LikelyLanguage | None, /, **fields: Any) -> Document:
        """A document whose builder has already found what each annotation is nested in (see `parents`), and the language of its words."""
        document = _new_document(**fields)
        document._derived[_find_parents] = parents
        if isinstance(reading, LikelyLanguage):
            document._derived[_guess] = reading
        return document

    def __getstate__(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in attrs.fields(Document) if field.name != "_derived"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_derived", {})  # it has identities of objects, which differ in another process

    def derived(self, function: Callable[..., T], *arguments: Hashable) -> T:
        """`function(self, *arguments)`, worked out at the first call and kept with the document.

        The function must be defined at the top of a module: it is the key, and a lambda is a new one at each call.
        """
        key = (function, arguments) if arguments else function
        found: T | None = self._derived.get(key)
        if found is None:
            found = self._derived[key] = function(self, *arguments)
        return found

    def has_all(self, functions: Iterable[Callable[[Document], object]]) -> bool:
        """Whether each of these functions finds something (see `derived`); those after the first that does not are not called."""
        known = self._derived
        for function in functions:
            found = known.get(function)
            if found is None:
                found = known[function] = function(self)
            if not found:
                return False
        return True

    def finding_something(self, items: Iterable[N]) -> list[N]:
        """Those of some items whose `need`, a function of a document, finds something (see `derived`)."""
        known = self._derived
        chosen: list[N] = []
        for item in items:
            need = item.need
            found = known.get(need)
            if found is None:
                found = known[need] = need(self)
            if found:
                chosen.append(item)
        return chosen

    # -- by kind
    def of_kind(self, cls: type[A]) -> tuple[A, ...]:
        """The annotations of a class and its subclasses, in reading order."""
        wanted: Any = cls
        found: tuple[A, ...] | None = self._derived.get(wanted)  # every rule asks, so the key is as short as can be
        if found is None:
            found = self._derived[wanted] = _of_kind(self, wanted)
        return found

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Everything that refers to entities: plain mentions, sources, addressees, items."""
        return self.of_kind(Mention)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All quotes."""
        return self.of_kind(Quote)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims."""
        return self.of_kind(Claim)

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """All attributions, nested ones too."""
        return self.of_kind(Attribution)

    @property
    def counts(self) -> tuple[Count, ...]:
        """All counts."""
        return self.of_kind(Count)

    @property
    def times(self) -> tuple[Time, ...]:
        """All dates and periods."""
        return self.of_kind(Time)

    @property
    def listings(self) -> tuple[Listing, ...]:
        """All enumerations."""
        return self.of_kind(Listing)

    @property
    def asides(self) -> tuple[Aside, ...]:
        """All text that is not part of the report."""
        return self.of_kind(Aside)

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """All ratings of claims."""
        return self.of_kind(Verdict)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All questions with their answers and other sources that ratings rest on."""
        return self.of_kind(Evidence)

    def evidence_of(self, target: Verdict | Claim | Quote) -> tuple[Evidence, ...]:
        """The evidence of a verdict, or that of a claim that no verdict has yet."""
        return self.derived(_evidence_by_target).get(id(target), ())

    # -- by id and by place
    @property
    def entities(self) -> Mapping[str, Entity]:
        """The entities that the annotations can refer to, by id: the document's own and those of shared factbooks."""
        return self.factbook.entities

    @property
    def measures(self) -> Mapping[str, Measure]:
        """The measures that counts can be counts of, by id."""
        return self.factbook.measures

    @property
    def events(self) -> Mapping[str, Event]:
        """The events that times can be times of, by id."""
        return self.factbook.events

    def get(self, cls: type[A], id: str) -> A:
        """The annotation with this id, as what it is known to be: `doc.get(Count, "met").of`.

        Raises `UnknownId` (a KeyError) where no annotation of this class has the id.
        """
        found = self[id]
        if not isinstance(found, cls):
            raise UnknownId(f"{id!r} is a {found.KIND}, not a {cls.KIND}")
        return found

    def __getitem__(self, id: str) -> Annotation:
        """The annotation with this id; `UnknownId` (a KeyError) where there is none."""
        try:
            return self.derived(_by_id)[id]
        except KeyError:
            raise UnknownId(f"no annotation has the id {id!r}") from None

    def __iter__(self) -> Iterator[Annotation]:
        return iter(self.annotations)

    def index(self, annotation: Annotation) -> int:
        """Where an annotation *of this document* (the very object) is in reading order."""
        try:
            return self.derived(_numbers)[id(annotation)]
        except KeyError:
            raise NewsfactsError(f"this {annotation.KIND} is not an annotation of this document") from None

    @property
    def reading_language(self) -> str:
        """What its words are read in: `language`, or else what the most frequent short words of the text suggest."""
        return self.language or self.derived(_guess).tag

    def language_of(self, annotation: Annotation) -> str:
        """What the words of an annotation are read in: the `lang` of the innermost quote around it, or the document's."""
        quotes = (annotation, *self.ancestors(annotation))
        lang = next((quote.lang for quote in quotes if isinstance(quote, Quote) and quote.lang), None)
        return lang or self.reading_language

    @property
    def source_text(self) -> SourceText:
        """The text with its lines and offset conversions."""
        return self.derived(_source_text)

    def position(self, offset: int) -> Position:
        """Line and column, from 1, of an offset in the *text*."""
        return self.source_text.position(offset)

    @property
    def spans(self) -> SpanIndex[Annotation]:
        """Answers what covers, overlaps or lies within a range, in O(log n + k)."""
        return self.derived(_span_index)

    # -- by nesting
    def parent(self, annotation: Annotation) -> Annotation | None:
        """The innermost annotation that this one is inside."""
        number = self.parents[self.index(annotation)]
        return None if number < 0 else self.annotations[number]

    def ancestors(self, annotation: Annotation) -> Iterator[Annotation]:
        """What an annotation is inside, innermost first."""
        number = self.parents[self.index(annotation)]
        while number >= 0:
            yield self.annotations[number]
            number = self.parents[number]

    def inside(self, annotation: Annotation) -> Iterator[Annotation]:
        """What is inside an annotation at any depth, in reading order."""
        children = self.derived(_children)
        waiting = list(reversed(children.get(self.index(annotation), ())))
        while waiting:
            number = waiting.pop()
            yield self.annotations[number]
            waiting.extend(reversed(children.get(number, ())))

    @property
    def parents(self) -> tuple[int, ...]:
        """For each annotation the number of the innermost one that it is nested in; -1 for none."""
        return self.derived(_find_parents)

    def attribution_of(self, annotation: Annotation) -> Attribution | None:
        """The attribution that an annotation is the source, cue, addressee, medium or content of."""
        return self.derived(_attributions_by_role).get(id(annotation))

    def speakers(self, annotation: Quote | Claim) -> tuple[Entity, ...]:
        """Who said it: its `by`, or else the source of its attribution, or of what it is inside."""
        if annotation.by:
            return annotation.by
        for outer in (annotation, *self.ancestors(annotation)):
            if isinstance(outer, Quote | Claim):
                attribution = self.attribution_of(outer)
                found = outer.by or (attribution.by if attribution else ())
                if found:
                    return found
        return ()

    # -- places in the file
    def place(self, annotation: Annotation, key: str | None = None) -> Place | None:
        """Where an annotation, or one of its attributes, is in the file it was read from."""
        if self.origin is None:
            return (
                Place(self.path, self.source_text, annotation.span.start, annotation.span.end)
                if annotation.spans
                else None
            )
        return self.origin.annotation_place(self.index(annotation), key)

    def place_of(self, span: Span) -> Place:
        """Where a range of the text is in the file it was read from."""
        if self.origin is None:
            return Place(self.path, self.source_text, span.start, span.end)
        return self.origin.text_place(span, self.source_text)

    def has_attribute(self, annotation: Annotation, key: str) -> bool:
        """Whether an attribute of an annotation is written in the file."""
        return self.origin is not None and key in self.origin.as_written.written[self.index(annotation)].values

    def raw(self, annotation: Annotation) -> RawAnnotation | None:
        """The annotation as it was written, with the places of its attributes; None for one made in Python."""
        return self.origin.annotations[self.index(annotation)] if self.origin else None

    # -- made and changed in Python; the work is done in `newsfacts.editing`
    @classmethod
    def build(cls, text: str, *annotations: Annotation, **header: Any) -> Document:
        """A document of a text and annotations made in Python: `Document.build(text, Claim(spans=(Span(0, 5),)))`.

        The words of each annotation are those of the text at its spans (half-open, in code points). Roles follow from
        nesting, as in a file; the parts of an attribution may also be given as its fields, and what is referred to without an
        id is given one. `header` has the document's fields (`title=`, `published=`, ...), and `entities=`, `measures=`,
        `events=`, `known=` (objects), `relations=`, `factbook=` (shared) and `schema=` (a `Schema`). Entities, measures and
        events that annotations refer to need not be given.

        Raises `BuildError` for a span outside the text, an id used twice, or anything else that does not fit together.
        """
        from newsfacts.editing.operations import build_document

        return build_document(text, annotations, header)

    def annotate(
        self,
        kind: type[Annotation] | str,
        at: str | Span | Sequence[Span] | None,
        *,
        nth: int | None = None,
        prefix: str = "",
        suffix: str = "",
        id: str | None = None,
        **fields: Any,
    ) -> Document:
        """The document with one more annotation: `doc.annotate(Claim, "taxes will rise", nth=1, by="weiss")`.

        `at` are words of the text, a span, several spans, or None for an annotation without a place. Where the text has the
        words more than once, `nth` (from 1), `prefix` or `suffix` say which. Fields are objects, or text as a file would
        have it: `by=weiss_entity` or `by="weiss"`.

        Raises `BuildError` where the words have no place or several, and for fields that do not fit.
        """
        from newsfacts.editing.operations import annotate

        return annotate(self, kind, at, nth=nth, prefix=prefix, suffix=suffix, id=id, fields=fields)

    def edit(self, target: Annotation | str | None = None, **changes: Any) -> Document:
        """The document with other values in one annotation (or its id), or in its header where there is no target.

        `doc.edit("met", value="~40")`, `doc.edit(claim, spans=Span(4, 9), id="k2")`, `doc.edit(title="Floods")`. None takes a
        field out. All references follow, also to an annotation whose id or spans change. Raises `BuildError`.
        """
        from newsfacts.editing.operations import edit

        return edit(self, target, changes)

    def without(self, target: Annotation | str) -> Document:
        """The document without one annotation. Raises `BuildError` where another one refers to it."""
        from newsfacts.editing.operations import without

        return without(self, target)

    def dumps(self, *, format: str = "facts", keep_layout: bool = True) -> str:
        """This document as text in one of the formats; `newsfacts.dumps` of it."""
        from newsfacts.documents import dumps

        return dumps(self, format=format, keep_layout=keep_layout)

    def details(self) -> str:
        """Every field that is not at its default, a line each."""
        return details(self)

    def _repr_html_(self) -> str:
        """The document as a notebook shows it: `newsfacts view`, in a frame."""
        from newsfacts.view.notebook import document_in_notebook

        return document_in_notebook(self)


_new_document: Callable[..., Document] = maker(Document)


@functools.lru_cache(maxsize=1024)
def _subclasses(kinds: frozenset[Any]) -> dict[Any, tuple[Any, ...]]:
    """For each class that somebody has asked for, those of some classes that are it or its subclasses.

    All documents with annotations of the same classes have one table, to which `_of_kind` adds.
    """
    return {}


# -- Worked out once per document --------------------------------------------------------------------------------------


def _of_kind(document: Document, cls: Any) -> tuple[Any, ...]:
    known = document.derived(_known_subclasses)
    kinds = known.get(cls)
    if kinds is None:
        kinds = known[cls] = tuple([kind for kind in document.derived(classes_of) if issubclass(kind, cls)])
    if not kinds:
        return ()
    if len(kinds) == 1:  # by far the most frequent case
        return document.derived(by_class)[kinds[0]]
    return tuple([a for a in document.annotations if type(a) in kinds])


def _known_subclasses(document: Document) -> dict[Any, tuple[Any, ...]]:
    return _subclasses(document.derived(classes_of))


def classes_of(document: Document) -> frozenset[type[Annotation]]:
    """The classes of the annotations of a document."""
    return frozenset(document.derived(by_class))


def by_class(document: Document) -> dict[Any, tuple[Any, ...]]:
    """The annotations of each class itself, in reading order."""
    found: dict[Any, list[Any]] = {}
    for a in document.annotations:
        found.setdefault(type(a), []).append(a)
    return {cls: tuple(same) for cls, same in found.items()}


def _by_id(document: Document) -> dict[str, Annotation]:
    return {a.id: a for a in reversed(document.annotations) if a.id is not None}


def _numbers(document: Document) -> dict[int, int]:
    return {id(a): number for number, a in enumerate(document.annotations)}


def _guess(document: Document) -> LikelyLanguage:
    return LikelyLanguage(document.text)


def _source_text(document: Document) -> SourceText:
    return SourceText(document.text)


def _span_index(document: Document) -> SpanIndex[Annotation]:
    return SpanIndex((a.spans, a) for a in document.annotations if a.spans)


def _find_parents(document: Document) -> tuple[int, ...]:
    return parents([a.spans for a in document.annotations])


def _children(document: Document) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for number, parent in enumerate(document.parents):
        found.setdefault(parent, []).append(number)
    return found


def _evidence_by_target(document: Document) -> dict[int, tuple[Evidence, ...]]:
    found: dict[int, list[Evidence]] = {}
    for evidence in document.evidence:
        if evidence.of is not None:
            found.setdefault(id(evidence.of), []).append(evidence)
    return {target: tuple(pieces) for target, pieces in found.items()}


def _attributions_by_role(document: Document) -> dict[int, Attribution]:
    found: dict[int, Attribution] = {}
    for each in reversed(document.attributions):  # the first that has a role keeps it
        for roles in (each.source, each.cues, each.contents, each.addressee, each.medium):
            for role in roles:
                found[id(role)] = each
    return found


# -- Reading the words -------------------------------------------------------------------------------------------------


@functools.lru_cache(maxsize=8192)
def read_quantity_words(words: str, language: str | None = None) -> Quantity | Unreadable:
    """`parse_quantity`, with what cannot be read as an `Unreadable`. The same phrases recur all through a corpus."""
    from newsfacts.values.quantities.reading.phrase import parse_quantity

    try:
        return parse_quantity(words, language=language)
    except UnreadableValue as unreadable:
        return Unreadable(words, unreadable.reason, unreadable.kind)


@functools.lru_cache(maxsize=8192)
def read_time_words(words: str, reference: dt.date | None, language: str | None = None) -> TimeValue | Unreadable:
    """`parse_time`, with what cannot be read as an `Unreadable`; in other languages than English, only dates in digits."""
    from newsfacts.values.times.phrase import parse_time

    try:
        return parse_time(words, published=reference, language=language)
    except UnreadableValue as unreadable:
        return Unreadable(words, unreadable.reason, unreadable.kind)
