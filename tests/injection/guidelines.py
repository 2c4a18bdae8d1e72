"""Paragraphs that break rules which a guideline, a house or a project switches on, and rules that only inform."""

from __future__ import annotations

from tests.injection.passages import EVIDENCE, passage, words
from tests.injection.planting import Clean, Dice, Passage

words("S14", lambda d: f"[Rents fell in {d.town()}]⟦{{#zk{d.number()} .claim}}⟧.")
words("S14", lambda d: f"[{d.number()} {d.things()}]⟦{{.count  as_of=1994 }}⟧ were seen.")


@passage("S02")
def word_that_yaml_takes_for_no(dice: Dice, clean: Clean) -> Passage:
    town = dice.town()
    return Passage(
        text=f"[{town}]{{ref=z1}} slept.",
        front={"entities": {"z1": f"{{name: {town}, kind: place, description: ⟦no⟧}}"}},
    )


@passage("S23")
def defined_and_not_used(dice: Dice, clean: Clean) -> Passage:
    return Passage(text="It rained.", front={"measures": {"⟦zm⟧": "{label: hens that were lost, unit: hen}"}})


words(
    "A08",
    lambda d: (
        f"[[The baker]{{.source}} ⟦[said,]{{.cue}}⟧ [“Rents will rise in {d.town()}.”]{{.quote}}]{{.attribution}}"
    ),
)
words(
    "A08",
    lambda d: f"[[The baker]{{.source}} [said]{{.cue}} ⟦[rents will rise in {d.town()}.]{{.claim}}⟧]{{.attribution}}",
)


@passage("Q15")
def two_words_for_evidence(dice: Dice, clean: Clean) -> Passage:
    name = dice.person()
    return Passage(
        text=f"[Rents rose]{{.claim #zk}}. [{name}]{{ref=z1}} called that [“plain wrong”]{{.quote by=z1 ⟦rebuts=zk⟧}}.",
        front={"entities": {"z1": f"{{name: {name}, kind: person}}"}},
    )


@passage("Q17")
def a_firm_that_says_i(dice: Dice, clean: Clean) -> Passage:
    return Passage(
        text=f"⟦[“I {dice.choice(('resigned', 'was not asked', 'saw it'))},”]{{.quote by=z1}}⟧ the mill said.",
        front={"entities": {"z1": "{name: The Old Mill, kind: organization}"}},
    )


words(
    "Q21",
    lambda d: (
        f"[[“He said ⟦[‘no’]{{.quote}}⟧ to {d.town()},”]{{.quote}} [she]{{.source}} [said]{{.cue}}]{{.attribution}}."
    ),
)
words(
    "T07",
    lambda d: (
        f"[[The baker]{{.source}} [said]{{.cue}} [⟦it works in {d.town()}⟧]{{.claim #zk}}]{{.attribution}}, and [[the miller]"
        "{.source} [agreed]{.cue}]{.attribution content=zk}."
    ),
)
words(
    "T08",
    lambda d: (
        f"[[The baker]{{.source}} [said]{{.cue}} [⟦[[the mayor of {d.town()}]{{.source}} [feared]{{.cue}} [rain]{{.claim}}]"
        "{.attribution}⟧]{.claim}]{.attribution}."
    ),
)
words(
    "T09",
    lambda d: (
        f"[⟦[{d.choice(('She', 'He', 'They'))}]{{.source}}⟧ [said]{{.cue}} [it works]{{.claim}}]{{.attribution}}."
    ),
)


@passage("T12")
def nameless_without_a_reason(dice: Dice, clean: Clean) -> Passage:
    who = dice.choice(("a doctor", "an engineer", "a neighbour"))
    return Passage(
        text=f"[[The wards were full]{{.claim}}, ⟦[{who} in {dice.town()}]{{.source ref=z1}}⟧ [said]{{.cue}}]{{.attribution}}.",
        front={"entities": {"z1": f"{{kind: person, named: false, description: {who}}}"}},
    )


words(
    "T17",
    lambda d: (
        f"[[The baker of {d.town()}]{{.source}} ⟦[{d.choice(('admitted', 'claimed', 'conceded'))}]{{.cue}}⟧ [he slept]{{.claim}}]{{.attribution}}."
    ),
)
words(
    "T21",
    lambda d: (
        f"[[The baker of {d.town()}]{{.source}} ⟦[called]{{.cue #zc}}⟧ on Monday [for]{{cont=zc}} [talks]{{.claim}}]{{.attribution}}."
    ),
)
words(
    "T22",
    lambda d: (
        f"[[The baker of {d.town()}]{{.source}} ⟦[{d.choice(('has said', 'would not say', 'had said'))}]{{.cue}}⟧ [he slept]{{.claim}}]{{.attribution}}."
    ),
)
words(
    "T23",
    lambda d: (
        f"[[The baker of {d.town()}]{{.source}} {d.choice(('has', 'had'))} ⟦[said]{{.cue}}⟧ [he slept]{{.claim}}]{{.attribution}}."
    ),
)
words(
    "T24",
    lambda d: f"[[The baker of {d.town()}]{{.source}} ⟦[said]{{.cue}}⟧ that [he slept]{{.claim}}]{{.attribution}}.",
)
words(
    "T25",
    lambda d: (
        f"[[The baker of {d.town()}]{{.source}} ⟦[did not {d.choice(('respond', 'comment'))}]{{.cue}}⟧ [on it]{{.claim}}]{{.attribution}}."
    ),
)
words("N09", lambda d: f"[Dozens of {d.things()}]{{.count ⟦value={d.choice((12, 24, 36))}⟧}} lay by the road.")


@passage("N19")
def lead_that_is_none(dice: Dice, clean: Clean) -> Passage | None:
    if "margin of" in clean.text:
        return None
    number = dice.number(41, 49)
    return Passage(
        text=f"Roe leads Doe by ⟦[{number} percent]{{.count}}⟧ to [{number - 2} percent]{{.count}}. The margin of error is plus "
        "or minus [3 percentage points]{.count}.",
    )


words("N21", lambda d: f"⟦[About {d.choice((1437, 2381, 6173))} {d.things()}]{{.count}}⟧ lay by the road.")
words("C02", lambda d: f"⟦[Rents doubled in {d.town()}]{{.claim}}⟧.")
words(
    "C09",
    lambda d: (
        f"⟦[In the whole of {d.town()} and in every village on the coast around it rents have doubled since spring]"
        f"{{.claim #zk}}⟧. [False]{{.verdict of=zk {EVIDENCE}}}."
    ),
)
words("C18", lambda d: f"[{d.town()} is the best of towns]{{.claim type=opinion ⟦checkable=yes⟧}}.")
words(
    "C19",
    lambda d: f"Nobody knows whether [it rained in {d.town()}]{{.claim certainty=uncertain ⟦polarity=negative⟧}}.",
)


@passage("D13")
def age_that_cannot_be(dice: Dice, clean: Clean) -> Passage | None:
    if not clean.states("published"):
        return None
    name = dice.person()
    return Passage(
        text=f"[{name}]{{ref=z1}}, ⟦{dice.randrange(3, 9)}⟧, resigned.",
        front={"entities": {"z1": f"{{name: {name}, kind: person, born: {dice.randrange(1950, 1960)}-03}}"}},
    )


@passage("P02")
def guideline_left_out(dice: Dice, clean: Clean) -> Passage | None:
    return None if clean.states("annotator") else Passage(text="It rained.", top=("⟦annotator⟧: A4",))
