"""Changes to the content of a document: a bracket moved, a word, a number, a date or an attribute altered, a part lost."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable

from tests.injection.passages import WEEKDAYS
from tests.injection.planting import CHANGES, PAIRS, Change, Dice, Passage

from newsfacts.documents import dumps
from newsfacts.model import Annotation, Attribution, Claim, Count, Document, Listing, Mention, Quote, Time, Unreadable
from newsfacts.values.quantities.quantity import Comparator, QuantityKind
from newsfacts.values.times.times import TimeInterval


def change(code: str) -> Callable[[Change], Change]:
    """Enter a way of breaking a rule."""

    def enter(make: Change) -> Change:
        CHANGES.setdefault(code, []).append(make)
        return make

    return enter


class Written:
    """An annotation as it stands in annotated text: `[words]{block}`."""

    def __init__(self, document: Document, annotation: Annotation) -> None:
        raw = document.raw(annotation)
        assert raw is not None
        assert document.origin is not None
        self.file = document.origin.source.string
        self.start = raw.start - 1
        self.inner = self.file[raw.start : raw.end]
        self.block_start = raw.end + 1
        self.end = raw.end + len(re.match(r'\]\{(?:[^"}]|"[^"]*")*\}', self.file[raw.end :])[0])  # type: ignore[index]
        self.block = self.file[self.block_start : self.end]

    def replaced(self, words: str) -> str:
        """The file with something else in its place."""
        return f"{self.file[: self.start]}{words}{self.file[self.end :]}"

    def with_attribute(self, attribute: str) -> str:
        """The file with one attribute more."""
        return self.replaced(f"[{self.inner}]{self.block[:-1]} ⟦{attribute}⟧}}")


def pick(dice: Dice, document: Document, annotations: Iterable[Annotation]) -> Written | None:
    """One of the annotations, in one piece and written in the body."""
    fit = [one for one in annotations if len(one.spans) == 1 and is_written(document, one)]
    return Written(document, dice.choice(fit)) if fit else None


def is_written(document: Document, annotation: Annotation) -> bool:
    raw = document.raw(annotation)
    assert raw is not None
    assert document.origin is not None
    file = document.origin.source.string
    return file[raw.start - 1 : raw.start] == "[" and file[raw.end : raw.end + 2] == "]{"


# -- Structure and anchoring -------------------------------------------------------------------------------------------


@change("S10")
def version_of_tomorrow(dice: Dice, document: Document) -> str | None:
    file = document.origin.source.string if document.origin else ""
    return (
        file.replace("newsfacts: 1\n", f"newsfacts: ⟦{dice.randrange(2, 9)}⟧\n", 1)
        if "newsfacts: 1\n" in file
        else None
    )


@change("S06")
def name_mistyped(dice: Dice, document: Document) -> str | None:
    mentions = [m for m in document.mentions if m.ref and type(m) is Mention]
    found = pick(dice, document, mentions)
    return None if found is None else found.replaced(f"[{found.inner}]{{⟦ref=nobody{dice.number()}⟧}}")


@change("S16")
def kind_mistyped(dice: Dice, document: Document) -> str | None:
    found = pick(dice, document, [c for c in document.claims if c.id is None and is_free(document, c)])
    return None if found is None else found.replaced(f"⟦[{found.inner}]{found.block.replace('.claim', '.cliam')}⟧")


@change("S15")
def bracket_lost(dice: Dice, document: Document) -> str | None:
    free = [m for m in document.mentions if type(m) is Mention and not m.id and not list(document.ancestors(m))]
    found = pick(dice, document, free)
    return None if found is None else found.replaced(f"{found.inner}⟦]{found.block}⟧")


@change("S08")
def source_left_over(dice: Dice, document: Document) -> str | None:
    found = pick(dice, document, [m for m in document.mentions if type(m) is Mention and is_free(document, m)])
    return None if found is None else found.replaced(f"⟦[{found.inner}]{{.source {found.block[1:]}⟧")


@change("A05")
def bracket_inside_a_word(dice: Dice, document: Document) -> str | None:
    fit = [a for a in document if a.spans and re.search(r"[a-z]{3}$", a.text) and type(a) in (Claim, Mention)]
    found = pick(dice, document, fit)
    if found is None or not found.inner[-2:].isalpha() or not found.inner[-2:].islower():
        return None
    return found.replaced(f"⟦[{found.inner[:-1]}]{found.block}⟧{found.inner[-1]}")


@change("A07")
def bracket_after_a_space(dice: Dice, document: Document) -> str | None:
    fit = [
        a
        for a in document
        if a.spans and document.text[a.span.end : a.span.end + 1] == " " and not isinstance(a, Count)
    ]
    found = pick(dice, document, fit)
    if found is None or found.file[found.end] != " ":
        return None
    return found.replaced(f"⟦[{found.inner} ]{found.block}⟧").replace("⟧ ", "⟧", 1)


@change("P04")
def annotation_made_twice(dice: Dice, document: Document) -> str | None:
    found = pick(dice, document, [m for m in document.mentions if type(m) is Mention and not m.id])
    return None if found is None else found.replaced(f"⟦[[{found.inner}]{found.block}]{found.block}⟧")


def is_free(document: Document, annotation: Annotation) -> bool:
    """Whether it is outside every attribution and listing."""
    return not any(isinstance(outer, Attribution | Listing) for outer in document.ancestors(annotation))


# -- The same document as data -----------------------------------------------------------------------------------------


def data_with(document: Document, alter: Callable[[list[dict[str, object]], dict[str, object]], bool]) -> str | None:
    data = json.loads(dumps(document, format="json"))
    if not alter([a for a in data["annotations"] if len(a.get("spans", ())) == 1], data):
        return None
    return json.dumps(data, ensure_ascii=False).replace('"⟦#', "⟦").replace('#⟧"', "⟧")


@change("A01")
def span_beyond_the_end(dice: Dice, document: Document) -> str | None:
    def alter(annotations: list[dict[str, object]], data: dict[str, object]) -> bool:
        listed = [listing.span for listing in document.listings]
        fit = [a for a in annotations if "id" not in a and a.get("kind") == "mention"]
        fit = [a for a in fit if not any(span.start <= a["spans"][0][0] < span.end for span in listed)]  # type: ignore[index]
        if fit:
            length = len(document.text)
            dice.choice(fit)["spans"] = [f"⟦#[{length - 3}, {length + dice.randrange(1, 99)}]#⟧"]
        return bool(fit)

    return data_with(document, alter)


@change("A03")
def other_words_stored(dice: Dice, document: Document) -> str | None:
    def alter(annotations: list[dict[str, object]], data: dict[str, object]) -> bool:
        fit = [a for a in annotations if "words" in a]
        if fit:
            dice.choice(fit)["words"] = f"⟦zebras in {dice.town()}⟧"
        return bool(fit)

    return data_with(document, alter)


@change("A11")
def words_stored_loosely(dice: Dice, document: Document) -> str | None:
    def alter(annotations: list[dict[str, object]], data: dict[str, object]) -> bool:
        fit = [a for a in annotations if "words" in a and "“" in str(a["words"]) and "”" in str(a["words"])]
        if fit:
            one = dice.choice(fit)
            one["words"] = "⟦" + str(one["words"]).replace("“", "«").replace("”", "»") + "⟧"
        return bool(fit)

    return data_with(document, alter)


@change("A04")
def offsets_in_bytes(dice: Dice, document: Document) -> str | None:
    def alter(annotations: list[dict[str, object]], data: dict[str, object]) -> bool:
        def moved(offset: int) -> int:
            return len(document.text[:offset].encode("utf-8"))

        if document.text.isascii() or not all("words" in a for a in annotations if a["spans"]):
            return False
        for one in data["annotations"]:  # type: ignore[attr-defined]
            one["spans"] = [[moved(start), moved(end)] for start, end in one.get("spans", ())]
        return True

    written = data_with(document, alter)
    return None if written is None else f"{{⟦{written[1:-1]}⟧}}"


# -- Attributions and quotes -------------------------------------------------------------------------------------------


@change("T01")
def content_lost(dice: Dice, document: Document) -> str | None:
    fit = []
    for attribution in document.attributions:
        raw = document.raw(attribution)
        if len(attribution.contents) == 1 and raw is not None and "content" not in raw.attributes:
            content = attribution.contents[0]
            if (
                content.id is None
                and isinstance(content, Quote | Claim)
                and ".attribution" not in content_of(document, content)
            ):
                fit.append(content)
    found = pick(dice, document, fit)
    return None if found is None else found.replaced(f"⟦{found.inner}⟧")


def content_of(document: Document, annotation: Annotation) -> str:
    """What is written between the brackets of an annotation, markup and all."""
    raw = document.raw(annotation)
    assert raw is not None
    assert document.origin is not None
    return document.origin.source.string[raw.start : raw.end]


@change("T02")
def cue_lost(dice: Dice, document: Document) -> str | None:
    fit = [
        a.cues[0]
        for a in document.attributions
        if len(a.cues) == 1 and a.source and not a.cues[0].id and not a.source[0].id
    ]
    found = pick(dice, document, fit)
    return None if found is None else around_attribution(document, found, found.inner)


@change("T19")
def source_lost(dice: Dice, document: Document) -> str | None:
    fit = [
        a.source[0]
        for a in document.attributions
        if len(a.source) == 1 and a.source[0].id is None and all(isinstance(c, Claim) and not c.by for c in a.contents)
    ]
    found = pick(dice, document, fit)
    return None if found is None else around_attribution(document, found, found.inner)


def around_attribution(document: Document, role: Written, words: str) -> str:
    """The file with a role replaced, and the marks around the attribution that it was in."""
    holder = [a for a in document.attributions if is_written(document, a)]
    outer = [w for w in (Written(document, a) for a in holder) if w.start < role.start and role.end < w.end]
    innermost = max(outer, key=lambda written: written.start)
    file = role.file
    return (
        f"{file[: innermost.start]}⟦{file[innermost.start : role.start]}{words}{file[role.end : innermost.end]}⟧"
        f"{file[innermost.end :]}"
    )


@change("T20")
def speaker_changed(dice: Dice, document: Document) -> str | None:
    fit = []
    for attribution in document.attributions:
        named = {entity.id for source in attribution.source for entity in source.entities}
        fit += [c for c in attribution.contents if isinstance(c, Quote) and len(c.by) == 1 and named == {c.by[0].id}]
    found = pick(dice, document, fit)
    others = [id for id, entity in document.factbook.entities.items() if entity.kind.value == "person"]
    if found is None or len(others) < 2:
        return None
    here = re.search(r"by=([\w-]+)", found.block)
    assert here is not None
    other = dice.choice([id for id in others if id != here[1]])
    return found.replaced(f"[{found.inner}]{found.block.replace(here[0], f'⟦by={other}⟧')}")


@change("Q08")
def closing_mark_lost(dice: Dice, document: Document) -> str | None:
    fit = []
    for quote in document.quotes:
        next_paragraph = document.text[quote.span.end :].partition("\n\n")[2]
        if quote.text.startswith("“") and quote.text.endswith("”") and not next_paragraph.startswith("“"):
            fit.append(quote)  # where the next paragraph opens with a mark, the quotation may well go on there
    found = pick(dice, document, fit)
    return None if found is None else found.replaced(f"⟦[{found.inner[:-1]}]{found.block}⟧")


@change("Q09")
def closing_mark_of_another_sort(dice: Dice, document: Document) -> str | None:
    found = pick(dice, document, [q for q in document.quotes if q.text.startswith("“") and q.text.endswith("”")])
    return None if found is None else found.replaced(f'[{found.inner[:-1]}⟦"⟧]{found.block}')


@change("Q12")
def bracket_before_the_closing_mark(dice: Dice, document: Document) -> str | None:
    found = pick(dice, document, [q for q in document.quotes if q.text.startswith("“") and q.text.endswith("”")])
    return None if found is None else found.replaced(f"⟦[{found.inner[:-1]}]{found.block}⟧”")


@change("Q01")
def word_of_a_quote_changed(dice: Dice, document: Document) -> str | None:
    fit = [q for q in document.quotes if q.source_text and len(q.text.split()) > 4]
    found = pick(dice, document, fit)
    if found is None:
        return None
    places = [
        m
        for m in re.finditer(r"(?<![\w\[{#=.-])[a-z]{4,}(?![\w\]}=-])", found.inner)
        if "{" not in found.inner[: m.start()]
    ]
    if not places:
        return None
    word = dice.choice(places)
    return found.replaced(f"⟦[{found.inner[: word.start()]}zebras{found.inner[word.end() :]}]{found.block}⟧")


@change("D10")
def said_too_late(dice: Dice, document: Document) -> str | None:
    found = pick(dice, document, [q for q in document.quotes if q.said is not None])
    if found is None:
        return None
    return found.replaced(
        f"⟦[{found.inner}]{re.sub(r'said=[0-9-]+', f'said={dice.randrange(2041, 2090)}', found.block)}⟧"
    )


# -- Numbers and dates -------------------------------------------------------------------------------------------------


def plain_counts(document: Document, *, hedged: bool = False) -> list[Count]:
    """Counts of whole numbers without `value=`, with a hedge or without."""
    found = []
    for count in document.counts:
        raw, value = document.raw(count), count.value
        if raw is None or "value" in raw.attributes or value is None or isinstance(value, Unreadable):
            continue
        is_whole = value.kind is QuantityKind.NUMBER and value.stated is not None and value.stated == int(value.stated)
        if is_whole and value.low is None and (value.comparator is not Comparator.PLAIN) == hedged:
            found.append(count)
    return found


@change("N01")
def another_value(dice: Dice, document: Document) -> str | None:
    found = pick(dice, document, plain_counts(document))
    return None if found is None else found.with_attribute(f"value={dice.number(70_001, 90_000)}")


@change("N02")
def hedge_lost(dice: Dice, document: Document) -> str | None:
    counts = plain_counts(document, hedged=True)
    if not counts:
        return None
    count = dice.choice(counts)
    assert count.value is not None
    assert not isinstance(count.value, Unreadable)
    found = pick(dice, document, [count])
    return None if found is None else found.with_attribute(f"value={count.value.stated}")


@change("N03")
def hedge_added(dice: Dice, document: Document) -> str | None:
    counts = plain_counts(document)
    if not counts:
        return None
    count = dice.choice(counts)
    assert count.value is not None
    assert not isinstance(count.value, Unreadable)
    found = pick(dice, document, [count])
    return None if found is None else found.with_attribute(f'value="~{count.value.stated}"')


@change("N23")
def count_without_a_number(dice: Dice, document: Document) -> str | None:
    found = pick(
        dice, document, [c for c in plain_counts(document) if not isinstance(c.of, Listing) and "[" not in c.text]
    )
    return None if found is None else found.replaced(f"⟦[the whole lot of them]{found.block}⟧")


@change("N25")
def known_otherwise(dice: Dice, document: Document) -> str | None:
    fit = [k for k in document.factbook.known if isinstance(getattr(k.of, "unit", None), str)]
    counts = [c for c in plain_counts(document, hedged=True) if any(c.of is k.of for k in fit)]
    found = pick(dice, document, counts)
    if found is None:
        return None
    return found.replaced(f"⟦[exactly {dice.number(13, 30)} times]{found.block}⟧")


def dated(document: Document) -> list[Time]:
    """Times without `value=` that name a weekday and a day."""
    pattern = re.compile(rf"(?:{'|'.join(WEEKDAYS)}), ")
    return [t for t in document.times if isinstance(t.value, TimeInterval) and pattern.match(t.text)]


@change("D02")
def weekday_changed(dice: Dice, document: Document) -> str | None:
    found = pick(dice, document, dated(document))
    if found is None:
        return None
    here, rest = found.inner.split(", ", 1)
    return found.replaced(f"⟦[{dice.choice([d for d in WEEKDAYS if d != here])}, {rest}]{found.block}⟧")


@change("D04")
def date_declared_otherwise(dice: Dice, document: Document) -> str | None:
    fit = [
        t for t in document.times
        if isinstance(t.value, TimeInterval) and t.of is None and "day" not in t.text and "value" not in (document.raw(t) or t).attributes  # type: ignore[union-attr]
    ]  # fmt: skip
    found = pick(dice, document, fit)
    return None if found is None else found.with_attribute(f"value={dt.date(1951, 3, dice.randrange(1, 29))}")


@change("D16")
def year_of_an_event_changed(dice: Dice, document: Document) -> str | None:
    fit = [
        t for t in document.times
        if t.of is not None and t.of.time is not None and re.search(r"\b(?:19|20)\d\d$", t.text) and not re.match("[A-Z][a-z]+day", t.text)
    ]  # fmt: skip
    found = pick(dice, document, fit)
    if found is None:
        return None
    return found.replaced(f"⟦[{found.inner[:-4]}{dice.randrange(1961, 1990)}]{found.block}⟧")


@change("D01")
def day_that_is_not(dice: Dice, document: Document) -> str | None:
    fit = [
        t for t in document.times if re.search(r"\b\d{1,2} (?:April|May|June|October) \d{4}$", t.text) and t.of is None
    ]
    found = pick(dice, document, fit)
    return None if found is None else found.replaced(f"⟦[31 June {found.inner[-4:]}]{found.block}⟧")


@change("C05")
def rating_off_the_scale(dice: Dice, document: Document) -> str | None:
    found = pick(dice, document, [v for v in document.verdicts if v.rating is not None])
    if found is None:
        return None
    return found.replaced(
        f"⟦[{found.inner}]{re.sub(r'rating=[0-9]+', f'rating={dice.randrange(6, 99)}', found.block)}⟧"
    )


@change("C07")
def rating_turned_round(dice: Dice, document: Document) -> str | None:
    found = pick(dice, document, [v for v in document.verdicts if v.rating is not None and v.text in ("True", "False")])
    if found is None:
        return None
    other = 1 if found.inner == "True" else 5
    return found.replaced(f"⟦[{found.inner}]{re.sub(r'rating=[0-9]+', f'rating={other}', found.block)}⟧")


@change("C03")
def evidence_lost(dice: Dice, document: Document) -> str | None:
    supported = {r.target for r in document.relations}
    found = pick(dice, document, [v for v in document.verdicts if v.evidence and v.of not in supported])
    if found is None:
        return None
    block = re.sub(r' evidence="[^"]*"', "", found.block)
    return found.replaced(f"⟦[{found.inner}]{block}⟧")


# -- Two documents -----------------------------------------------------------------------------------------------------


def pair(code: str) -> Callable[[Callable[[Dice], tuple[Passage, Passage]]], Callable[[Dice], tuple[Passage, Passage]]]:
    """Enter a way of breaking a rule with two documents; the finding may be in either."""

    def enter(make: Callable[[Dice], tuple[Passage, Passage]]) -> Callable[[Dice], tuple[Passage, Passage]]:
        PAIRS.setdefault(code, []).append(make)
        return make

    return enter


SPOKEN = "The {0} of {1} will be mended before winter comes to the coast"
SPEAKER = "{{name: {0}, kind: person}}"


def spoken(words: str, name: str, *, id: str = "zs", said: str = "") -> Passage:
    return Passage(
        text=f"⟦[“{words},”]{{.quote by={id}{said}}}⟧ said [{name}]{{ref={id}}}.",
        front={"entities": {id: SPEAKER.format(name)}},
    )


@pair("X01")
def quoted_in_other_words(dice: Dice) -> tuple[Passage, Passage]:
    things, town, name = dice.things(), dice.town(), dice.person()
    said = SPOKEN.format(things, town)
    return spoken(said, name), spoken(said.replace("before winter comes", "when winter comes"), name)


@pair("X02")
def quoted_of_another(dice: Dice) -> tuple[Passage, Passage]:
    said = SPOKEN.format(dice.things(), dice.town())
    one, other = dice.people()
    return spoken(said, one, id="za"), spoken(said, other, id="zb")


@pair("X03")
def quoted_from_another_day(dice: Dice) -> tuple[Passage, Passage]:
    said, name = SPOKEN.format(dice.things(), dice.town()), dice.person()
    return (
        spoken(said, name, said=f" said=1995-03-{dice.randrange(10, 20)}"),
        spoken(said, name, said=f" said=1995-05-{dice.randrange(10, 20)}"),
    )


def counted(number: int, entry: str, day: str) -> Passage:
    return Passage(
        text=f"The water took ⟦[{number} houses]{{.count of=zh as_of={day}}}⟧.", front={"measures": {"zh": entry}}
    )


@pair("X04")
def counted_otherwise(dice: Dice) -> tuple[Passage, Passage]:
    entry = "{label: houses lost in the great flood, unit: house, kind: state}"
    number, day = dice.number(), f"1995-03-{dice.randrange(10, 20)}"
    return counted(number, entry, day), counted(number + dice.randrange(20, 30), entry, day)


@pair("X05")
def tally_that_falls(dice: Dice) -> tuple[Passage, Passage]:
    entry = "{label: houses lost in the great flood, unit: house, kind: tally}"
    number = dice.number()
    return counted(number, entry, "1995-03-20"), counted(number + dice.randrange(20, 30), entry, "1995-03-10")


@pair("X12")
def one_id_for_two(dice: Dice) -> tuple[Passage, Passage]:
    one, other = (
        Passage(text=f"⟦[{name}]{{ref=zs}}⟧ spoke.", front={"entities": {"zs": SPEAKER.format(name)}})
        for name in dice.people()
    )
    return one, other


@pair("X13")
def one_event_on_two_days(dice: Dice) -> tuple[Passage, Passage]:
    front = {"events": {"ze": "{label: breach of the old dam}"}}
    return (
        Passage(text=f"The dam broke ⟦[on {dice.randrange(13, 20)} May 1995]{{.time of=ze}}⟧.", front=front),
        Passage(text=f"The dam broke ⟦[on {dice.randrange(21, 30)} May 1995]{{.time of=ze}}⟧.", front=front),
    )
