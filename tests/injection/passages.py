"""Paragraphs with one thing wrong in them, for each rule that a paragraph can break. Names and numbers are drawn."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from tests.injection.planting import PASSAGES, Clean, Dice, Paragraph, Passage

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SPACES = " \u00a0"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def passage(code: str) -> Callable[[Paragraph], Paragraph]:
    """Enter a way of breaking a rule."""

    def enter(make: Paragraph) -> Paragraph:
        PASSAGES.setdefault(code, []).append(make)
        return make

    return enter


def words(code: str, make: Callable[[Dice], str]) -> None:
    """Enter a way that needs nothing of the document."""
    PASSAGES.setdefault(code, []).append(lambda dice, clean: Passage(text=make(dice)))


def person(dice: Dice, key: str = "z1") -> tuple[str, dict[str, dict[str, str]]]:
    """A person, and the front matter for it."""
    name = dice.person()
    return name, {"entities": {key: f"{{name: {name}, kind: person}}"}}


def measure(entry: str, key: str = "zm") -> dict[str, dict[str, str]]:
    return {"measures": {key: f"{{{entry}}}"}}


def day(dice: Dice) -> dt.date:
    """A day long before any of the documents was published."""
    return dt.date(1990, 1, 13) + dt.timedelta(days=dice.randrange(3000))


def spelled(date: dt.date) -> str:
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def numbered(date: dt.date) -> dt.date:
    """The date moved to a day whose number cannot be that of a month."""
    return date.replace(day=13 + date.day % 15)


# -- S: structure ------------------------------------------------------------------------------------------------------


@passage("S01")
def key_twice(dice: Dice, clean: Clean) -> Passage:
    one, other = dice.people()
    return Passage(
        text=f"[{one}]{{ref=z1}} went home.",
        front={"entities": {"z1": f"{{name: {one}, kind: person, ⟦name⟧: {other}}}"}},
    )


words("S03", lambda d: f"[Rents fell in {d.town()}]{{.claim ⟦certanty=possible⟧}}.")


@passage("S03")
def unknown_key(dice: Dice, clean: Clean) -> Passage:
    return Passage(text="It rained.", top=(f"⟦{dice.choice(('publised', 'titel', 'langage'))}⟧: 2024-07-04",))


words(
    "S04", lambda d: f'[Rents fell in {d.town()}]{{.claim}} is [⟦false⟧]{{.verdict evidence="https://example.org/a"}}.'
)
words("S05", lambda d: f"[Rents fell]{{.claim #z{(n := d.number())}}} and [wages rose]{{.claim ⟦#z{n}⟧}}.")
words("S27", lambda d: f"[⟦{d.person()[:3]}\u200b{d.person()[3:]}⟧]{{.mention}} went home.")
words("S06", lambda d: f"[{d.person()}]{{⟦ref=nobody-{d.number()}⟧}} went home.")
words("S06", lambda d: f"[Rents fell]{{.claim ⟦{d.choice(('rebuts', 'supports', 'repeats'))}=none-{d.number()}⟧}}.")
words("S06", lambda d: f"[{d.number()} {d.things()}]{{.count ⟦of=nothing⟧}} were seen.")
words(
    "S07",
    lambda d: (
        f"[{d.number()} {d.things()}]{{.count #zn}}: [[she]{{.source}} [said]{{.cue}}]{{.attribution ⟦content=zn⟧}}."
    ),
)


@passage("S07")
def measure_that_is_a_person(dice: Dice, clean: Clean) -> Passage:
    name, front = person(dice)
    return Passage(text=f"[{dice.number()} {dice.things()}]{{.count ⟦of=z1⟧}} came to [{name}]{{ref=z1}}.", front=front)


words("S08", lambda d: f"⟦[The baker of {d.town()}]{{.source}}⟧ slept late.")
words("S08", lambda d: f"It was ⟦[{d.choice(('said', 'whispered'))}]{{.cue}}⟧ in {d.town()}.")
words("S09", lambda d: f"[{(n := d.number())} men]{{.count #zm ⟦total=za}} among [{n} people]{{.count #za total=zm⟧}}.")


@passage("S11")
def other_text(dice: Dice, clean: Clean) -> Passage:
    return Passage(text="It rained.", top=(f"sha256: ⟦{dice.getrandbits(256):064x}⟧",))


words("S12", lambda d: f"The ⟦\x93⟧old mill of {d.town()} is open.")
words("S13", lambda d: f"[Rents did not fall]{{.claim ⟦polarity={d.choice(('negativ', 'minus', 'no'))}⟧}}.")
words("S13", lambda d: f"[Rents fell in {d.town()}]{{.claim ⟦type=fackt⟧}}.")


@passage("S13")
def kind_not_in_list(dice: Dice, clean: Clean) -> Passage:
    town = dice.town()
    return Passage(text=f"[{town}]{{ref=z1}} slept.", front={"entities": {"z1": f"{{name: {town}, kind: ⟦city⟧}}"}})


words("S15", lambda d: f"The [baker of {d.town()}]⟦{{.source ref⟧}} slept late.")
words("S15", lambda d: f"The baker of {d.town()}⟦]{{.source}}⟧ slept late.")
words("S15", lambda d: f"The ⟦[⟧baker of [{d.town()}]{{.aside}} slept late.")
words("S26", lambda d: f"The [baker of {d.town()}] ⟦{{.source}}⟧ slept late.")
words("S26", lambda d: f"The [baker of {d.town()}]⟦(.source)⟧ slept late.")
words("S26", lambda d: f"The baker of {d.town()}⟦{{.source}}⟧ slept late.")
words("S16", lambda d: f"⟦[Rents fell in {d.town()}]{{.{d.choice(('clam', 'clame', 'assertion'))}}}⟧.")


@passage("S17")
def list_for_a_table(dice: Dice, clean: Clean) -> Passage | None:
    return None if clean.states("entities") else Passage(text="It rained.", top=("entities: ⟦[mayor]⟧",))


words("S18", lambda d: f"[Rents fell in {d.town()}]{{.claim ⟦said={d.choice(('yesterday', 'noon', '2024-13'))}⟧}}.")
words("S18", lambda d: f"[{d.number()} {d.things()}]{{.count ⟦value=plenty⟧}} were seen.")


@passage("S19")
def factbook_that_is_missing(dice: Dice, clean: Clean) -> Passage | None:
    used = f"nowhere-{dice.number()}.factbook.yaml"
    return None if clean.states("use") else Passage(text="It rained.", top=(f"use: [⟦{used}⟧]",))


words("S21", lambda d: f"[{d.number()} {d.things()}]{{.count}}⟦{{% ignore N02 %}}⟧ were seen.")
words("S21", lambda d: f"[{d.number()} {d.things()}]{{.count}}⟦{{% ignore N999: it is known %}}⟧ were seen.")
words("S22", lambda d: f"[{d.number()} {d.things()}]{{.count}}⟦{{% ignore N02: counted by hand %}}⟧ were seen.")


@passage("S24")
def schema_that_is_missing(dice: Dice, clean: Clean) -> Passage | None:
    return None if clean.states("schema") else Passage(text="It rained.", top=("schema: [⟦none.schema.yaml⟧]",))


# -- A: anchoring ------------------------------------------------------------------------------------------------------

words("A02", lambda d: f"The baker of {d.town()} ⟦[]{{.aside}}⟧ slept late.")
words("A05", lambda d: f"The ⟦[lantern{'s' * d.randrange(2)} of the har]{{.aside}}⟧bour were lit.")
words("A05", lambda d: f"It weighs 1⟦[{d.number()}]{{.count}}⟧,000 tons.")
words("A06", lambda d: f"The ⟦[cafe]{{.aside}}⟧\u0301 in {d.town()} is open.")
words("A06", lambda d: f"The flag 🇫⟦[🇷 waved]{{.aside}}⟧ over {d.town()}.")
words("A07", lambda d: f"The ⟦[baker of {d.town()}{d.choice(SPACES)}]{{.aside}}⟧ slept late.")
words("A07", lambda d: f"The⟦[ baker of {d.town()}]{{.aside}}⟧ slept late.")


@passage("A09")
def words_that_stand_twice(dice: Dice, clean: Clean) -> Passage:
    thing = f"the {dice.things()} of {dice.town()}"
    return Passage(
        text=f"She saw {thing}, and he saw {thing}.",
        front={"annotations": {"": f"{{kind: aside, quote: ⟦{thing}⟧}}"}},
    )


@passage("A10")
def words_that_stand_nowhere(dice: Dice, clean: Clean) -> Passage:
    return Passage(
        text=f"She saw the {dice.things()}.",
        front={"annotations": {"": "{kind: aside, quote: ⟦zebras in the yard⟧}"}},
    )


@passage("A12")
def mention_over_two_paragraphs(dice: Dice, clean: Clean) -> Passage:
    name = dice.person()
    mention = f'{{kind: mention, ref: z1, quote: "{name}\\n\\nSo she"}}'
    return Passage(
        text=f"There stood ⟦{name}\n\nSo she⟧ said.",
        front={"entities": {"z1": f"{{name: {name}, kind: person}}"}, "annotations": {"": mention}},
    )


words("A13", lambda d: f"The [baker]{{.aside ⟦lost=butcher⟧}} of {d.town()} slept late.")

# -- Q: quotes ---------------------------------------------------------------------------------------------------------


def quoted(code: str, *said: str) -> None:
    """Enter quotes of TALK that are not exactly what is written there."""

    @passage(code)
    def quote(dice: Dice, clean: Clean) -> Passage:
        name, front = person(dice)
        return Passage(
            text=f"⟦[“{dice.choice(said)},”]{{.quote by=z1 source_text=talk.txt}}⟧ [{name}]{{ref=z1}} said.",
            front=front,
        )


quoted(
    "Q01",
    "We planted five hundred trees along the canal in one spring",
    "Every lamp on the pier will burn until the last boat is home",
    "Taxes will fall in every village on the coast next year",
)
quoted(
    "Q02", "The third-grade reads better than we hoped", "Every lamp on the quay will burn until the last-boat is home"
)
quoted("Q03", "We open the yard in the south ... We close the pit in the north")
quoted("Q04", "The old mill is ... for sale at any price", "Our school ... opens after Easter")
quoted("Q05", "The old mill is for sale at any price", "Every lamp on the quay will burn until the boat is home")
quoted("Q07", "They told \\[everybody\\] of the harbour nothing")


@passage("Q08")
def mark_without_its_partner(dice: Dice, clean: Clean) -> Passage | None:
    if clean.text.count("“") != clean.text.count("”"):
        return None  # a mark that an aside leaves open closes with this one
    said = dice.choice(("⟦“⟧We will dance, said", "We will dance,⟦”⟧ said"))
    return Passage(text=f"{said} the baker of {dice.town()}, and he went home.")


words("Q09", lambda d: f'“We will dance⟦"⟧ was the word of {d.town()}.')
words("Q10", lambda d: f"“We will dance.\n\n⟦A⟧nd then we sleep,” said the baker of {d.town()}.")
words("Q11", lambda d: f"“He said ⟦“⟧no” to {d.town()},” she said.")
words(
    "Q12",
    lambda d: f"[[The baker of {d.town()}]{{.source}} [said]{{.cue}}: ⟦[“We will dance]{{.quote}}⟧”]{{.attribution}}.",
)
words(
    "Q12",
    lambda d: f"[[The baker of {d.town()}]{{.source}} [said]{{.cue}}: “⟦[We will dance”]{{.quote}}⟧]{{.attribution}}.",
)
words(
    "Q13",
    lambda d: (
        f"[[The baker of {d.town()}]{{.source}} [said]{{.cue}} [he would dance]{{.quote ⟦form=direct⟧}}]{{.attribution}}."
    ),
)
words(
    "Q13",
    lambda d: (
        f"[[The baker of {d.town()}]{{.source}} [said]{{.cue}} [“I will dance.”]{{.quote ⟦form=indirect⟧}}]{{.attribution}}"
    ),
)
words(
    "Q14",
    lambda d: (
        f"[[The baker of {d.town()}]{{.source}} [said]{{.cue}} [they would dance]{{.quote ⟦form=mixed⟧}}]{{.attribution}}."
    ),
)
words(
    "Q14",
    lambda d: (
        f"[[The baker of {d.town()}]{{.source}} [said]{{.cue}} [they danced “a little”]{{.quote ⟦form=direct⟧}}]{{.attribution}}."
    ),
)


@passage("Q16")
def one_quote_by_two(dice: Dice, clean: Clean) -> Passage:
    one, other = dice.people()
    said = f"The {dice.things()} of {dice.town()} belong to us all"
    return Passage(
        text=f"[“{said},”]{{.quote by=z1}} said [{one}]{{ref=z1}}. Later [{other}]{{ref=z2}} said: ⟦[“{said}.”]{{.quote by=z2}}⟧",
        front={"entities": {"z1": f"{{name: {one}, kind: person}}", "z2": f"{{name: {other}, kind: person}}"}},
    )


words(
    "Q18",
    lambda d: f"He was seen on ⟦[“{d.choice(('Meet the Farmers', 'Voices of the Coast'))}”]{{.quote}}⟧ in spring.",
)
words("Q18", lambda d: f"The plan, a so-called ⟦[“{d.choice(('reform', 'rescue'))}”]{{.quote}}⟧, failed in {d.town()}.")


def with_quote(code: str, attributes: str, said: str = "We will dance") -> None:
    @passage(code)
    def quote(dice: Dice, clean: Clean) -> Passage:
        name, front = person(dice)
        return Passage(text=f"[“{said},”]{{.quote by=z1 {attributes}}} [{name}]{{ref=z1}} said.", front=front)


with_quote("Q19", "⟦translated=yes⟧")
with_quote("Q19", "translated=yes lang=fr ⟦verbatim=yes⟧")
with_quote("Q20", "⟦verbatim=yes⟧", "We ... must dance")
with_quote("Q20", "⟦verbatim=yes⟧", "They is \\[sic\\] here")

# -- T: attribution ----------------------------------------------------------------------------------------------------

words(
    "T01",
    lambda d: (
        f"⟦[[The baker of {d.town()}]{{.source}} [{d.choice(('said', 'warned'))}]{{.cue}}]{{.attribution}}⟧ that rents will rise."
    ),
)
words("T02", lambda d: f"[⟦[The baker of {d.town()}]{{.source}}⟧ said [rents will rise]{{.claim}}]{{.attribution}}.")
words(
    "T03",
    lambda d: (
        f"[[The baker]{{.source}} [said]{{.cue}} [rents will rise]{{.claim}} and ⟦[{d.choice(('added', 'warned'))}]{{.cue}}⟧ [wages will not]{{.claim}}]{{.attribution}}."
    ),
)
words("T04", lambda d: f"The hall of {d.town()} was full. ⟦[“We danced.”]{{.quote}}⟧")
words(
    "T05",
    lambda d: (
        f"[⟦[It]{{.source}}⟧ [is {d.choice(('said', 'believed', 'thought'))}]{{.cue}} that [he fled to {d.town()}]{{.claim}}]{{.attribution}}."
    ),
)
words(
    "T06",
    lambda d: f"[⟦[“We danced,” [the baker]{{.source}} [said]{{.cue}}, “in {d.town()}.”]{{.quote}}⟧]{{.attribution}}",
)
words(
    "T11",
    lambda d: (
        f"[⟦[{d.choice(('A source', 'Sources', 'An insider'))}]{{.source}}⟧ [said]{{.cue}} [the {d.things()} were gone]{{.claim}}]{{.attribution}}."
    ),
)


@passage("T13")
def many_sources_in_one(dice: Dice, clean: Clean) -> Passage:
    return Passage(
        text=f"[⟦[{dice.choice(('Two aides to the mayor', 'Sources close to the mayor', 'Three aides'))}]{{.source ref=z1}}⟧ "
        f"[said]{{.cue}} [a deal was near]{{.claim}}]{{.attribution}}.",
        front={"entities": {"z1": "{kind: person, named: false, description: an aide to the mayor}"}},
    )


words(
    "T14",
    lambda d: (
        f"[[An aide in {d.town()}]{{.source}} [said]{{.cue}} [so]{{.claim}}]{{.attribution ⟦terms=deep_background⟧}}."
    ),
)


@passage("T15")
def named_on_background(dice: Dice, clean: Clean) -> Passage:
    name, front = person(dice)
    return Passage(
        text=f"[⟦[{name}]{{.source ref=z1}}⟧ [said]{{.cue}} [so]{{.claim}}]{{.attribution terms=background}}.",
        front=front,
    )


@passage("T16")
def declined_and_quoted(dice: Dice, clean: Clean) -> Passage:
    name, front = person(dice)
    return Passage(
        text=f"[[An official in {dice.town()}]{{.source ref=z1}} [said]{{.cue}} [so]{{.claim}}]{{.attribution terms=background}}. "
        f"⟦[{name}]{{ref=z1}}⟧ {dice.choice(('declined to comment', 'did not respond to a call'))}.",
        front=front,
    )


words(
    "T18",
    lambda d: (
        f"[[The baker of {d.town()}]{{.source}} [{d.choice(('denied', 'denies'))}]{{.cue}} ⟦[he was there]{{.claim}}⟧]{{.attribution}}."
    ),
)
words("T19", lambda d: f"[[Rents will rise in {d.town()}]{{.claim}}, it was ⟦[announced]{{.cue}}⟧]{{.attribution}}.")


@passage("T20")
def said_by_someone_else(dice: Dice, clean: Clean) -> Passage:
    one, other = dice.people()
    content = dice.choice(("[“We danced,”]{.quote ⟦by=z2⟧}", "[They danced]{.claim ⟦by=z2⟧}"))
    return Passage(
        text=f"[{other}]{{ref=z2}} listened. [{content} [{one}]{{.source ref=z1}} [said]{{.cue}}]{{.attribution}}.",
        front={"entities": {"z1": f"{{name: {one}, kind: person}}", "z2": f"{{name: {other}, kind: person}}"}},
    )


words(
    "T26",
    lambda d: (
        f"[[The baker of {d.town()}]{{.source}} [said]{{.cue}} [rents will rise]{{.claim}}]{{.attribution ⟦voice={d.choice(('implied', 'author'))}⟧}}."
    ),
)


@passage("T27")
def source_described_by_a_mention(dice: Dice, clean: Clean) -> Passage:
    name, front = person(dice)
    before, after = dice.choice((("Supporters of Mayor ", ""), ("", "’s lawyer"), ("A spokesman for ", "")))
    return Passage(
        text=f"[⟦[{before}[{name}]{{ref=z1}}{after}]{{.source}}⟧ [said]{{.cue}} [rents will rise]{{.claim}}]{{.attribution}}.",
        front=front,
    )


@passage("T28")
def other_person(dice: Dice, clean: Clean) -> Passage:
    one, other = dice.people()
    written = dice.choice((other, one[:-1] if len(one.split()[-1]) > 4 else other))
    return Passage(
        text=f"[⟦{written}⟧]{{ref=z1}} went home.",
        front={"entities": {"z1": f"{{name: {one}, kind: person}}"}},
    )


# -- N: counts ---------------------------------------------------------------------------------------------------------

words(
    "N01",
    lambda d: f"[{(n := d.number())} {d.things()}]{{.count ⟦value={n + d.randrange(1, 9)}⟧}} lay by the road.",
)
words(
    "N01", lambda d: f'[About {(n := d.number(120, 460))} {d.things()}]{{.count ⟦value="~{n + 7}"⟧}} lay by the road.'
)
words(
    "N02",
    lambda d: (
        f"[{d.choice(('At least', 'About', 'More than', 'Nearly', 'Up to'))} {(n := d.number())} {d.things()}]{{.count ⟦value={n}⟧}} lay by the road."
    ),
)
words(
    "N03",
    lambda d: (
        f'[{(n := d.number())} {d.things()}]{{.count ⟦value="{d.choice(("~", ">=", "<="))}{n}"⟧}} lay by the road.'
    ),
)
words(
    "N04",
    lambda d: f"⟦[Between {(n := d.number(40))} and {n - d.randrange(3, 20)} {d.things()}]{{.count}}⟧ lay by the road.",
)
words("N05", lambda d: f"[{(n := d.number())} to {n + 8} {d.things()}]{{.count ⟦value={n + 4}⟧}} lay by the road.")
words(
    "N06",
    lambda d: (
        f"It holds [{(n := d.number())} {d.choice(('million', 'billion', 'thousand'))} {d.things()}]{{.count ⟦value={n}⟧}}."
    ),
)
words("N07", lambda d: f'They met [{(n := d.number())} times]{{.count ⟦value="{n} people"⟧}}.')
words("N07", lambda d: f"[{(n := d.number())} percent]{{.count ⟦value={n}⟧}} agreed.")
words(
    "N08",
    lambda d: (
        f"⟦[{d.choice(('Eleven three', 'Twenty twelve', 'Seven nine'))} {d.things()}]{{.count}}⟧ lay by the road."
    ),
)


@passage("N10")
def part_of_a_person(dice: Dice, clean: Clean) -> Passage:
    return Passage(
        text=f"⟦[{dice.number()}.5 people]{{.count of=zm}}⟧ came.",
        front=measure("label: people who came, unit: person, integer: true"),
    )


@passage("N11")
def below_zero(dice: Dice, clean: Clean) -> Passage:
    return Passage(
        text=f"The police made ⟦[-{dice.number()} arrests]{{.count of=zm}}⟧.",
        front=measure("label: arrests of that night, unit: arrest, kind: tally"),
    )


@passage("N12")
def more_than_all(dice: Dice, clean: Clean) -> Passage:
    return Passage(
        text=f"⟦[{dice.number(104, 190)} percent]{{.count of=zm}}⟧ of the voters took part.",
        front=measure('label: turnout in the vote, unit: "%", kind: share'),
    )


@passage("N13")
def shares_of_more_than_all(dice: Dice, clean: Clean) -> Passage:
    return Passage(
        text=f"Red has [{dice.number(41, 60)}%]{{.count of=za}}, Blue [{dice.number(31, 40)}%]{{.count of=zb}}, "
        f"Green ⟦[{dice.number(32, 40)}%]{{.count of=zc}}⟧.",
        front={
            "measures": {
                "zv": "{label: votes for parties, unit: vote}",
                "za": "{label: share of Red, kind: share, whole: zv}",
                "zb": "{label: share of Blue, kind: share, whole: zv}",
                "zc": "{label: share of Green, kind: share, whole: zv}",
            }
        },
    )


@passage("N14")
def parts_that_are_not_the_total(dice: Dice, clean: Clean) -> Passage:
    men, women = dice.number(), dice.number()
    total = next(total for total in range(men + women - dice.choice((2, 3, 5)), 0, -1) if total % 10)
    return Passage(
        text=f"[{men} men]{{.count total=zt}} and [{women} women]{{.count total=zt}} danced, "
        f"⟦[{total} people]{{.count #zt}}⟧ in all.",
    )


@passage("N14")
def part_above_its_whole(dice: Dice, clean: Clean) -> Passage:
    whole = dice.number()
    part = next(part for part in range(whole + dice.randrange(2, 9), 999) if part % 10)
    return Passage(
        text=f"[{whole} people]{{.count of=zw}} danced, among them ⟦[{part} pupils]{{.count of=zp}}⟧.",
        front={
            "measures": {
                "zw": "{label: people who danced, unit: person, integer: true}",
                "zp": "{label: pupils who danced, unit: person, integer: true, whole: zw}",
            }
        },
    )


words(
    "N15",
    lambda d: (
        f"⟦[{d.choice(('Four', 'Five', 'Six'))} villages]{{.count of=zl}}⟧ were cut off: [[Aven]{{.item}}, [Bern Hill]{{.item}} and [Corl]{{.item}}]{{.listing #zl}}."
    ),
)


@passage("N16")
def percent_for_points(dice: Dice, clean: Clean) -> Passage:
    rise, level = dice.choice([(rise, n) for rise in range(3, 9) for n in range(21, 60) if n % 10 and (n + rise) % 10])
    return Passage(
        text=f"It rose ⟦[{rise} percent]{{.count}}⟧ from [{level} percent]{{.count}} to [{level + rise} percent]{{.count}}."
    )


@passage("N17")
def change_that_does_not_follow(dice: Dice, clean: Clean) -> Passage:
    level = dice.choice([n for n in range(31, 60) if n % 5])
    return Passage(
        text=f"The yield went from [{level} million tons]{{.count}} to [{2 * level} million tons]{{.count}}, "
        f"⟦[up {dice.number(30, 70)}%]{{.count}}⟧.",
    )


@passage("N17")
def growth_that_does_not_follow(dice: Dice, clean: Clean) -> Passage:
    level, growth = dice.choice(
        [(n, k) for n in range(211, 300) for k in range(21, 60) if n % 10 and k % 10 and (n + k) % 10 and (k + 7) % 10]
    )
    return Passage(
        text=f"The club grew by ⟦[{growth + 7} members]{{.count}}⟧ from [{level} members]{{.count}} "
        f"to [{level + growth} members]{{.count}}.",
    )


words(
    "N18", lambda d: f"The poll has a margin of error of ⟦[{d.randrange(2, 6)}.{d.randrange(1, 9)} percent]{{.count}}⟧."
)
words(
    "N20",
    lambda d: (
        f'⟦[{d.choice(("As many as", "Up to", "At most"))} {(n := d.number())} {d.things()}]{{.count value=">={n}"}}⟧ are missing.'
    ),
)
words(
    "N20",
    lambda d: (
        f'⟦[{d.choice(("At least", "More than"))} {(n := d.number())} {d.things()}]{{.count value="<={n}"}}⟧ are missing.'
    ),
)


@passage("N22")
def two_counts_of_one_thing(dice: Dice, clean: Clean) -> Passage:
    number = dice.number()
    other = next(
        other for other in range(number + dice.choice((3, 5, 8)), 999) if other % 10
    )  # a round one may be rounded
    return Passage(
        text=f"They met [{number} times]{{.count of=zm}}. In all there were ⟦[{other} meetings]{{.count of=zm}}⟧.",
        front=measure("label: meetings of the two bakers, unit: meeting, integer: true"),
    )


words(
    "N23",
    lambda d: (
        f"⟦[{d.choice(('The toll', 'The whole lot of them', 'Their like'))}]{{.count}}⟧ did not rise in {d.town()}."
    ),
)
words("N23", lambda d: f"⟦[{d.number()} dead and {d.number()} wounded]{{.count}}⟧ were found.")


@passage("N24")
def person_among_places(dice: Dice, clean: Clean) -> Passage:
    name, town = dice.person(), dice.town()
    return Passage(
        text=f"[⟦[{name}]{{ref=z1}}⟧ and [{town}]{{ref=z2}}]{{.listing items=place}} took part.",
        front={"entities": {"z1": f"{{name: {name}, kind: person}}", "z2": f"{{name: {town}, kind: place}}"}},
    )


@passage("N25")
def count_against_what_is_known(dice: Dice, clean: Clean) -> Passage:
    number = dice.number()
    return Passage(
        text=f"They met ⟦[exactly {number} times]{{.count of=zm as_of=1990}}⟧.",
        front={
            **measure("label: meetings of the two bakers, unit: meeting, kind: tally"),
            "known": {"": f'{{of: zm, value: ">={number + 20}", as_of: 1989}}'},
        },
    )


# -- D: dates ----------------------------------------------------------------------------------------------------------

words(
    "D01",
    lambda d: (
        f"They met on ⟦[{d.choice(('31 November', '30 February', '31 June', '31 April'))} {d.randrange(1950, 1990)}]{{.time}}⟧."
    ),
)
words(
    "D02",
    lambda d: f"They met on ⟦[{WEEKDAYS[(day_ := day(d)).weekday() - d.randrange(1, 7)]}, {spelled(day_)}]{{.time}}⟧.",
)


@passage("D03")
def weekday_of_no_week(dice: Dice, clean: Clean) -> Passage | None:
    if clean.states("published"):
        return None
    return Passage(
        text=f"They met ⟦[{dice.choice(('last week', 'yesterday', 'on Thursday', 'two months ago'))}]{{.time}}⟧."
    )


words(
    "D04",
    lambda d: (
        f"They met on [{spelled(day_ := day(d))}]{{.time ⟦value={day_ + dt.timedelta(days=d.randrange(1, 20))}⟧}}."
    ),
)
words("D05", lambda d: f"It was built in [{MONTHS[(day_ := day(d)).month - 1]} {day_.year}]{{.time ⟦value={day_}⟧}}.")
words("D05", lambda d: f"It was built in [{(day_ := day(d)).year}]{{.time ⟦value={day_}⟧}}.")
words("D06", lambda d: f"They met on [{spelled(day_ := day(d))}]{{.time ⟦value={day_:%Y-%m}⟧}}.")
words("D06", lambda d: f"It was built [about {(year := d.randrange(1900, 1990))}]{{.time ⟦value={year}⟧}}.")
words(
    "D07", lambda d: f"She led it ⟦[from {(year := d.randrange(1930, 1990))} to {year - d.randrange(1, 9)}]{{.time}}⟧."
)
words(
    "D08",
    lambda d: (
        f"She led it for [{d.choice(('three', 'four', 'nine'))} years]{{.time ⟦value={d.randrange(1950, 1990)}⟧}}."
    ),
)
words("D08", lambda d: f"She left in [{d.randrange(1950, 1990)}]{{.time ⟦value=P{d.randrange(2, 9)}Y⟧}}.")
words("D09", lambda d: f"They meet [{d.choice(('twice a week', 'once a week'))}]{{.time ⟦value=R/P1W⟧}}.")


@passage("D10")
def said_before_it_was_said(dice: Dice, clean: Clean) -> Passage | None:
    if "terms=" in clean.text:
        return None
    name, front = person(dice)
    top = () if clean.states("published") else ("published: 2020-03-04",)
    return Passage(
        text=f"⟦[“We danced,”]{{.quote by=z1 said={dice.randrange(2041, 2090)}}}⟧ [{name}]{{ref=z1}} said.",
        front=front,
        top=top,
    )


@passage("D11")
def past_that_is_to_come(dice: Dice, clean: Clean) -> Passage | None:
    if not clean.states("published"):
        return None
    return Passage(text=f"They met on ⟦[9 May {dice.randrange(2041, 2090)}]{{.time}}⟧.")


@passage("D12")
def midnight_somewhere(dice: Dice, clean: Clean) -> Passage | None:
    if not clean.states("published") or re.search(r"\b[ap]\.m\.", clean.text):
        return None
    return Passage(text=f"It began at ⟦[11:{dice.number(11, 59)} p.m.]{{.time}}⟧ and ended at [2 p.m. EST]{{.time}}.")


words(
    "D14", lambda d: f"They met on ⟦[0{d.randrange(1, 9)}/{d.randrange(10, 12)}/{d.randrange(1950, 1990)}]{{.time}}⟧."
)
words(
    "D15",
    lambda d: f"They met ⟦[{d.choice(('after the vote', 'when the rain was over', 'before the dance'))}]{{.time}}⟧.",
)


@passage("D16")
def date_against_what_is_known(dice: Dice, clean: Clean) -> Passage:
    year = dice.randrange(1950, 1990)
    return Passage(
        text=f"The mill was founded in ⟦[{year}]{{.time of=ze}}⟧.",
        front={"events": {"ze": f"{{label: founding of the old mill, time: {year - dice.randrange(1, 9)}-06-15}}"}},
    )


@passage("D17")
def events_out_of_order(dice: Dice, clean: Clean) -> Passage:
    year = dice.randrange(1950, 1990)
    return Passage(
        text=f"The dance was in ⟦[May {year}]{{.time of=ze}}⟧.",
        front={
            "events": {
                "ze": "{label: the great dance, before: [zf]}",
                "zf": f"{{label: the long sleep, time: {year - dice.randrange(1, 5)}-02}}",
            }
        },
    )


@passage("D18")
def mayor_of_another_day(dice: Dice, clean: Clean) -> Passage | None:
    if "terms=" in clean.text:
        return None
    name = dice.person()
    role = f"{{title: mayor of {dice.town()}, until: {dice.randrange(1960, 1990)}}}"
    return Passage(
        text=f"⟦[Mayor {name.split()[-1]}]{{ref=z1}}⟧ went home.",
        front={"entities": {"z1": f"{{name: {name}, kind: person, roles: [{role}]}}"}},
        top=() if clean.states("published") else ("published: 2030-03-04",),
    )


# -- C: claims and verdicts --------------------------------------------------------------------------------------------

RATED = "[Rents fell in {town}]{{.claim #zk{claim}}}. ⟦[{label}]{{.verdict of=zk {verdict}}}⟧."
EVIDENCE = 'evidence="https://example.org/rents"'


def rated(code: str, label: str, verdict: str = EVIDENCE, claim: str = "") -> None:
    words(code, lambda d: RATED.format(town=d.town(), claim=claim, label=label, verdict=verdict))


@passage("C01")
def claim_of_nothing(dice: Dice, clean: Clean) -> Passage:
    return Passage(text="It rained.", front={"annotations": {"": "⟦{kind: claim, type: opinion}⟧"}})


rated("C03", "False", "")
rated("C04", "Kinda false")
rated("C05", "Mostly true", f"rating=6 best=5 worst=1 {EVIDENCE}")
rated("C05", "False", f"rating=0 worst=1 {EVIDENCE}")
rated("C06", "True", f"rating=1 best=1 worst=5 {EVIDENCE}")
rated("C07", "True", f"rating=1 best=5 worst=1 {EVIDENCE}")
rated("C07", "False", f"rating=5 best=5 worst=1 {EVIDENCE}")
words(
    "C08",
    lambda d: (
        f"⟦[{d.choice(('False', 'Misleading'))}: rents fell in {d.town()}]{{.claim #zk}}⟧. [Wrong]{{.verdict of=zk {EVIDENCE}}}."
    ),
)


@passage("C10")
def rated_by_the_claimant(dice: Dice, clean: Clean) -> Passage:
    return Passage(
        text=f"[Rents fell in {dice.town()}]{{.claim #zk by=zd}}. ⟦[False]{{.verdict of=zk by=zd {EVIDENCE}}}⟧.",
        front={"entities": {"zd": "{name: The Harbour Desk, kind: organization}"}},
    )


words(
    "C11",
    lambda d: (
        f'[Rents fell in {d.town()}]{{.claim ⟦appearance="https://a.example/{d.number()};https://b.example/2"⟧}}.'
    ),
)
words(
    "C11",
    lambda d: (
        f'[Rents fell in {d.town()}]{{.claim ⟦appearance="https://a.example/{d.number()} , https://b.example/2"⟧}}.'
    ),
)
words("C12", lambda d: f'[Rents fell in {d.town()}]{{.claim ⟦first_appearance="mailto:ann{d.number()}@example.org"⟧}}.')
words("C12", lambda d: f'[Rents fell in {d.town()}]{{.claim ⟦appearance="https://bit.ly/3x{d.number()}z"⟧}}.')
rated("C13", "False", f"date=1991-05-01 {EVIDENCE}", " said=1991-05-02")
words(
    "C14",
    lambda d: (
        f'[Rents fell]{{.claim ⟦first_appearance="https://a.example/{(y := d.randrange(2012, 2020))}/05/a"⟧ appearance="https://b.example/{y - 2}/01/b"}}.'
    ),
)


@passage("C15")
def placeholder(dice: Dice, clean: Clean) -> Passage:
    name = dice.choice(("Anonymous social media user", "Unknown", "Social media users"))
    return Passage(
        text=f"⟦[Rents fell in {dice.town()}]{{.claim by=z1}}⟧.",
        front={"entities": {"z1": f"{{name: {name}, kind: person}}"}},
    )


words(
    "C16", lambda d: f"[Rents fell]{{.claim #zk}}. ⟦[Flats in {d.town()} stand empty]{{.claim supports=zk rebuts=zk}}⟧."
)
words(
    "C17",
    lambda d: (
        f"[Rents fell in {d.town()}]{{.claim #zk}}. [True]{{.verdict of=zk {EVIDENCE}}}, now ⟦[False]{{.verdict of=zk {EVIDENCE}}}⟧."
    ),
)
words(
    "C20", lambda d: f"⟦[Rents fell]{{.claim #za supports=zb}}; [wages rose in {d.town()}]{{.claim #zb supports=za}}⟧."
)


def evident(record: str, date: str = "") -> Passage:
    return Passage(
        text=f"[Rents fell]{{.claim #zk}}. [False]{{.verdict #zv of=zk{date} {EVIDENCE}}}.",
        front={"annotations": {"": record}},
    )


@passage("C21")
def question_without_answer(dice: Dice, clean: Clean) -> Passage:
    return evident(f"⟦{{kind: evidence, of: zv, question: What is the rent in {dice.town()}?}}⟧")


words(
    "C22",
    lambda d: (
        f"[Rents fell in {(town := d.town())}]{{.claim #zk}}. [Rents rose in {town}]{{.evidence of=zk}}, and: "
        f"⟦[Rents rose in {town}]{{.evidence of=zk}}⟧."
    ),
)


@passage("C23")
def evidence_of_next_year(dice: Dice, clean: Clean) -> Passage:
    year = dice.randrange(1992, 1999)
    record = f"{{kind: evidence, of: zv, answer: It rose in {dice.town()}., ⟦published: {year}⟧}}"
    return evident(record, date=" date=1991-03-04")


@passage("C24")
def copies_swapped(dice: Dice, clean: Clean) -> Passage:
    one, other = dice.number(), dice.number() + 1
    archived = f"⟦archived: 'https://web.archive.org/web/2020/https://example.org/{one}'⟧"
    return evident(f"{{kind: evidence, of: zv, answer: It rose., url: 'https://example.org/{other}9', {archived}}}")


# -- P: projects -------------------------------------------------------------------------------------------------------


@passage("P01")
def done_by_nobody(dice: Dice, clean: Clean) -> Passage | None:
    if clean.states("annotator"):
        return None
    return Passage(text="It rained.", top=("⟦status⟧: done",))


@passage("P03")
def reviewed_too_early(dice: Dice, clean: Clean) -> Passage | None:
    if clean.states("annotator"):
        return None
    return Passage(
        text="It rained.", top=("annotator: A4", "created: 2024-05-03", f"⟦reviewed⟧: 2024-04-{dice.randrange(10, 30)}")
    )


words("P04", lambda d: f"The ⟦[[baker of {d.town()}]{{.aside}}]{{.aside}}⟧ slept late.")


@passage("P06")
def done_with_an_error(dice: Dice, clean: Clean) -> Passage | None:
    if clean.states("annotator"):
        return None
    return Passage(text=f"[{dice.person()}]{{ref=nobody}} left.", top=("annotator: A4", "⟦status⟧: done"))


words("P08", lambda d: f"⟦[[Rents will rise in {d.town()}]{{.claim polarity=negative}}]{{.claim polarity=positive}}⟧.")
words("P09", lambda d: f"The [baker]{{.aside ⟦draft=likely⟧}} of {d.town()} slept late.")
words("P09", lambda d: f"[{d.choice(('Two', 'Nine'))} boats]{{.count ⟦draft=sure⟧}} left {d.town()}.")
words("P10", lambda d: f"The [baker]{{.aside ⟦disputed=ann⟧}} of {d.town()} slept late.")
words("P10", lambda d: f"[{d.choice(('Two', 'Nine'))} boats]{{.count ⟦disputed=ben⟧}} left {d.town()}.")
words("P08", lambda d: f"The baker of {d.town()} said\n⟦<<<<<<< ours⟧\nno.\n=======\nyes.\n>>>>>>> theirs")
