"""Quotations and their verdicts, worked out by hand: which are fair to their source, and which are altered and how.

`SOURCES` are texts written for this table. A fair quotation has the kind that it must get; an altered one has the way in
which it was altered, and must not be verified. `python tests/anchors/quotation_table.py` prints how many are right.
"""

from __future__ import annotations

from typing import NamedTuple

SOURCES = {
    "harbour": """\
I have worked in this harbour for thirty-one years, and I have never seen a winter like this one. The ice came in November.
We lost 3.5 million crowns in the first month alone, and about 40 boats were damaged beyond repair. I don't blame the
council. They did what they could, but they can't stop the weather. If the ferry company pays its share, we will rebuild the
north pier. It was a hard time -- harder than my father's -- and it isn't over yet. Is it fair that we pay twice? Perhaps it
was our own mistake, too. I'm not a politician, and I will not become one. What we need is a third-grade arithmetic lesson
for the ministry: twelve thousand tonnes, 12,000 tonnes, and not one crane that works. The mayor told me that she would come
in May. She came in June. The engineers were tired; they had slept for four hours. Nobody has apologized to the fishermen.
""",
    "hearing": """\
CHAIR: Good morning. Dr. Weiland, you told this committee that the vaccine was safe.
WEILAND: I told the committee that the vaccine was safe for adults, and I stand by that. We tested it on 4,200 people.
CHAIR: Did you test it on children?
WEILAND: We did not test it on children under five. The trial may begin in the autumn, unless the ministry objects.
CHAIR: So the reports in the press were wrong?
WEILAND: They were partly wrong. The article said “nine in ten recovered”, and that is correct. It also said that I had been
paid by the maker. That is a lie. I have no contract with the maker, I have had none, and I hardly know its director.
CHAIR: Thank you. I have no further questions.
WEILAND: Thank you, Madam Chair. I have no further statement to make.
""",
    "letter": """\
Dear colleagues,

The board of Arven has decided to close the plant in Lund at the end of March. Twenty-nine people will lose their work; two
hundred and five keep theirs. This was not an easy decision. Our self-styled rescuers offered 5 million euros for the plant,
which is less than the land is worth. The non-profit foundation offered nothing. We considered every offer, we compared them
with our own plan, and we chose the plan that keeps the factory in Ystad open.

In the past year only 12 percent of our customers came back. Orders fell by 18.5 percent, from 10 to 15 a day. The President of
the board, Ms. Ohlin, will retire as well; her successor has not been named. Some of you asked if the pension fund is safe. It
is safe. We've set the money aside – every crown of it.

“We owe you an answer,” she said to me yesterday, “and an apology.”

Yours, Karl Brandt
""",
    "capitals": """\
GOOD EVENING, EVERYONE. THE FIRE IN THE OLD MILL IS OUT. NO ONE WAS HURT. WE DO NOT KNOW THE CAUSE YET.
Later he added: the mill will open again in spring.
""",
}


class Case(NamedTuple):
    source: str
    words: str
    verdict: str


FAIR = (
    # Word for word.
    Case("harbour", "I have never seen a winter like this one", "exact"),
    Case("harbour", "“The ice came in November.”", "exact"),
    Case("harbour", "They did what they could", "exact"),
    Case("harbour", "it isn't over yet", "exact"),
    Case("harbour", "twelve thousand tonnes, 12,000 tonnes", "exact"),
    Case("harbour", "Nobody has apologized to the fishermen.", "exact"),
    Case("harbour", "Is it fair that we pay twice?", "exact"),
    Case("harbour", "I'm not a politician", "exact"),
    Case("harbour", "about 40 boats were damaged", "exact"),
    Case("harbour", "thirty-one years", "exact"),
    Case("harbour", "the first month", "exact"),
    Case("harbour", "The engineers were tired; they had slept for four hours.", "exact"),
    Case("hearing", "We tested it on 4,200 people.", "exact"),
    Case("hearing", "We did not test it on children", "exact"),
    Case("hearing", "That is a lie.", "exact"),
    Case("hearing", "I hardly know its director", "exact"),
    Case("letter", "Twenty-nine people will lose their work", "exact"),
    Case("letter", "two\nhundred and five keep theirs", "exact"),
    Case("letter", "less than the land is worth", "exact"),
    Case("letter", "It\nis safe.", "exact"),
    Case("letter", "“We owe you an answer,” she said to me yesterday, “and an apology.”", "exact"),
    # Apart from print.
    Case("harbour", "“I don’t blame the council.”", "normalized"),
    Case("harbour", "harder than my father’s", "normalized"),
    Case("harbour", "It was a hard time — harder than my father's — and it isn't over yet", "normalized"),
    Case("harbour", "a third grade arithmetic lesson", "normalized"),
    Case("harbour", "we will rebuild the north pier", "normalized"),
    Case("harbour", "they can’t stop the weather,", "normalized"),
    Case("harbour", "“I have never seen a winter like this one”", "exact"),
    Case("harbour", '"They did what they could,"', "exact"),
    Case("harbour", "What we need is a third‑grade arithmetic lesson for the ministry:", "normalized"),
    Case("hearing", 'The article said "nine in ten recovered"', "normalized"),
    Case("hearing", "It also said that I had been paid by the maker.", "normalized"),
    Case("hearing", "We tested it on 4,200 people,", "normalized"),
    Case("letter", "Twenty-nine people will lose their work.", "normalized"),
    Case("letter", "we chose the plan that keeps the factory in Ystad open", "exact"),
    Case("letter", "“We chose the plan that keeps the factory in Ystad open.”", "normalized"),
    Case("letter", "We've set the money aside - every crown of it.", "normalized"),
    Case("letter", "Self-styled rescuers", "normalized"),
    Case("letter", "“‘We owe you an answer,’ she said to me yesterday, ‘and an apology.’”", "normalized"),
    # With a capital or a small letter at the start.
    Case("harbour", "The north pier", "normalized"),
    Case("harbour", "the mayor told me", "normalized"),
    Case("harbour", "[T]he first month alone", "bracketed"),
    Case("harbour", "[t]hey did what they could", "bracketed"),
    Case("hearing", "[T]he vaccine was safe for adults", "bracketed"),
    Case("letter", "the [p]resident of the board", "bracketed"),
    # In capitals, here or there.
    Case("harbour", "THE ICE CAME IN NOVEMBER", "normalized"),
    Case("capitals", "The fire in the old mill is out.", "normalized"),
    Case("capitals", "No one was hurt", "normalized"),
    Case("capitals", "The mill will open again in spring", "normalized"),
    # Twice in the source.
    Case("hearing", "I have no further", "ambiguous"),
    Case("hearing", "Thank you", "ambiguous"),
    Case("hearing", "the committee", "exact"),
    # With ellipses.
    Case("harbour", "I have worked in this harbour ... and I have never seen a winter like this one", "elided"),
    Case("harbour", "We lost 3.5 million crowns … and about 40 boats were damaged", "elided"),
    Case("harbour", "It was a hard time ... and it isn't over yet.", "elided"),
    Case("harbour", "The engineers were tired.... They had slept for four hours.", "elided"),
    Case("harbour", "She came in June. ... [T]hey had slept for four hours.", "elided"),
    Case("harbour", "The mayor told me . . . she would come in May.", "elided"),
    Case("harbour", "... what we need is a third-grade arithmetic lesson ...", "elided"),
    Case("hearing", "I told the committee [...] and I stand by that.", "elided"),
    Case("letter", "We considered every offer ... and we chose the plan", "elided"),
    Case(
        "letter",
        "The board of Arven has decided to close the plant .... Twenty-nine people will lose their work",
        "elided",
    ),
    Case("letter", "Orders fell by 18.5 percent … a day", "elided"),
    Case("letter", "Twenty-nine people ..., two hundred and five keep theirs.", "elided"),
    Case("letter", "Our ... rescuers offered 5 million euros", "elided"),
    # With brackets.
    Case("harbour", "The mayor [Ms. Falk] told me that she would come in May", "bracketed"),
    Case("harbour", "they [the council] can't stop the weather", "bracketed"),
    Case("harbour", "It was a hard time -- [sic] harder than my father's", "bracketed"),
    Case("harbour", "a third-[sic]grade arithmetic lesson", "bracketed"),
    Case("harbour", "What we need [here] is a third-grade arithmetic lesson", "bracketed"),
    Case("harbour", "[In the end] Nobody has apologized to the fishermen.", "bracketed"),
    Case("harbour", "I don't blame the council [of the town].", "bracketed"),
    Case("hearing", "I told the committee ... [that] the vaccine was safe for adults", "elided"),
    Case("hearing", "We tested it [the vaccine] on 4,200 people", "bracketed"),
    Case("letter", "This was not an easy decision [sic].", "bracketed"),
    Case("harbour", "rebuild[ing] the north pier", "bracketed"),
    Case("letter", "her [Ms. Ohlin's] successor has not been named", "bracketed"),
    # Over paragraphs.
    Case("letter", "“Dear colleagues,\n\n“The board of Arven has decided to close the plant in Lund.”", "normalized"),
)

ALTERED = (
    # A negation is dropped or added.
    Case("harbour", "I do blame the council", "negation dropped"),
    Case("harbour", "I will become one", "negation dropped"),
    Case("harbour", "it is over yet", "negation dropped"),
    Case("hearing", "We did test it on children under five", "negation dropped"),
    Case("hearing", "I have a contract with the maker", "negation dropped"),
    Case("letter", "This was an easy decision", "negation dropped"),
    Case("harbour", "I have seen a winter like this one", "negation dropped"),
    Case("harbour", "They can stop the weather", "negation dropped"),
    Case("harbour", "The ice did not come in November", "negation added"),
    Case("hearing", "That is not a lie", "negation added"),
    Case("letter", "It is not safe.", "negation added"),
    Case("capitals", "NO ONE WAS NOT HURT", "negation added"),
    # A word, a name or a number is another one.
    Case("harbour", "The ice came in December", "word swapped"),
    Case("harbour", "They did what they should", "word swapped"),
    Case("harbour", "we will rebuild the south pier", "word swapped"),
    Case("letter", "The board of Arven has decided to sell the plant", "word swapped"),
    Case("letter", "we chose the plan that keeps the factory in Lund open", "word swapped"),
    Case("hearing", "the vaccine was tested for adults", "word swapped"),
    Case("harbour", "he had slept for four hours", "pronoun swapped"),
    Case("hearing", "They tested it on 4,200 people", "pronoun swapped"),
    Case("hearing", "Thank you, Mr. Chair", "name swapped"),
    Case("letter", "The President of the board, Ms. Lind, will retire", "name swapped"),
    Case("harbour", "for twenty-one years", "number changed"),
    Case("harbour", "We lost 3.6 million crowns", "number changed"),
    Case("harbour", "about 14 boats were damaged", "number changed"),
    Case("hearing", "We tested it on 42,000 people", "number changed"),
    Case("hearing", "nine in twelve recovered", "number changed"),
    Case("letter", "29 people will lose their work", "number changed"),
    Case("letter", "Orders fell by 15.8 percent", "number changed"),
    Case("letter", "offered 5 billion euros for the plant", "number changed"),
    # A number or a word is cut.
    Case("harbour", "5 million crowns in the first month alone", "number cut"),
    Case("harbour", "000 tonnes, and not one crane", "number cut"),
    Case("harbour", "We lost 3", "number cut"),
    Case("harbour", "one years", "number cut"),
    Case("harbour", "thousand tonnes", "number cut"),
    Case("harbour", "40 boats were damaged", "number cut"),
    Case("letter", "nine people will lose their work", "number cut"),
    Case("letter", "five keep theirs", "number cut"),
    Case("letter", "two hundred", "number cut"),
    Case("letter", "million euros for the plant", "number cut"),
    Case("letter", "Orders fell by 18", "number cut"),
    Case("letter", "15 a day", "number cut"),
    Case("letter", "12 percent of our customers came back", "number cut"),
    Case("harbour", "They can", "word cut"),
    Case("letter", "The profit foundation offered nothing", "word cut"),
    Case("letter", "profit foundation", "word cut"),
    Case("letter", "styled rescuers", "word cut"),
    Case("harbour", "grade arithmetic lesson", "word cut"),
    Case("harbour", "harder than my father", "word cut"),
    # The quotation ends or begins where the meaning turns.
    Case("harbour", "I'm,", "cut before a negation"),
    Case("harbour", "“I’m”", "cut before a negation"),
    Case("harbour", "I will", "cut before a negation"),
    Case("harbour", "twelve thousand tonnes, 12,000 tonnes, and", "cut before a negation"),
    Case("hearing", "We did", "cut before a negation"),
    Case("hearing", "I have", "cut before a negation"),
    Case("hearing", "I had been paid by the maker. That is a lie. I have", "cut before a negation"),
    Case("letter", "This was ...", "cut before a negation"),
    Case("harbour", "We will rebuild the north pier", "condition cut off"),
    Case("hearing", "The trial may begin in the autumn.", "condition cut off"),
    Case("letter", "The pension fund is safe.", "condition cut off"),
    Case("harbour", "It was our own mistake, too.", "hedge cut off"),
    Case("harbour", "Blame the council. They did what they could", "begun after a negation"),
    Case("harbour", "Become one", "begun after a negation"),
    Case("hearing", "Test it on children under five", "begun after a negation"),
    Case("hearing", "... test it on children under five", "begun after a negation"),
    Case("harbour", "has apologized to the fishermen", "begun after a negation"),
    Case("capitals", "WAS HURT", "begun after a negation"),
    Case("hearing", "begin in the autumn", "hedge cut off"),
    # A hedge is dropped or added.
    Case("hearing", "They were wrong", "hedge dropped"),
    Case("hearing", "The trial will begin in the autumn", "hedge dropped"),
    Case("hearing", "I know its director", "hedge dropped"),
    Case("harbour", "We lost 3.5 million crowns in the first month, and 40 boats were damaged", "hedge dropped"),
    Case("letter", "In the past year 12 percent of our customers came back", "hedge dropped"),
    Case("hearing", "The vaccine was probably safe for adults", "hedge added"),
    # Words are left out without a mark.
    Case("harbour", "They did what they could. If the ferry company pays its share", "sentences joined"),
    Case("harbour", "The ice came in November. They did what they could", "sentences joined"),
    Case("hearing", "We tested it on 4,200 people. That is correct", "sentences joined"),
    Case("letter", "Dear colleagues, this was not an easy decision", "sentences joined"),
    Case("harbour", "The mayor told me that she came in June", "words left out"),
    Case("harbour", "about 40 boats were beyond repair", "words left out"),
    Case("letter", "We considered every offer with our own plan", "words left out"),
    Case("hearing", "the vaccine was safe and I stand by that", "words left out"),
    # An ellipsis leaves out too much.
    Case("harbour", "I will ... become one", "ellipsis swallows"),
    Case("harbour", "it is ... over yet", "ellipsis swallows"),
    Case("harbour", "They did what they could ... stop the weather", "ellipsis swallows"),
    Case("hearing", "We did ... test it on children", "ellipsis swallows"),
    Case("hearing", "I have ... contract with the maker", "ellipsis swallows"),
    Case("hearing", "That is a lie. ... I hardly know its director.", "ellipsis swallows"),
    Case("hearing", "The trial ... begin in the autumn", "ellipsis swallows"),
    Case("hearing", "They were ... wrong", "hedge dropped"),
    Case("letter", "This was ... an easy decision", "ellipsis swallows"),
    Case("letter", "In the past year ... 12 percent of our customers came back", "ellipsis swallows"),
    Case("letter", "Some of you asked ... the pension fund is safe", "ellipsis swallows"),
    Case("harbour", "I have worked in this harbour ... They had slept for four hours", "ellipsis too long"),
    Case("hearing", "you told this committee that the vaccine was safe ... and I stand by that", "speakers joined"),
    Case("hearing", "We tested it on 4,200 people. ... on children?", "speakers joined"),
    Case("hearing", "the reports in the press were wrong ... that is correct", "speakers joined"),
    # The order is another one.
    Case("harbour", "she would come in May. The mayor told me", "reversed"),
    Case("harbour", "She came in June ... the mayor told me", "reversed"),
    Case("letter", "we chose the plan ... We considered every offer", "reversed"),
    Case("hearing", "paid by the maker ... nine in ten recovered", "reversed"),
    # Brackets replace words, or add what turns them.
    Case("harbour", "[The ferry company] would come in May", "brackets replace"),
    Case("harbour", "The mayor told [the union] that she would come in May", "brackets replace"),
    Case("harbour", "I don't blame [anyone]", "brackets replace"),
    Case("letter", "[The] [people] will lose their work", "brackets replace"),
    Case("harbour", "[The ministry] did what they could", "brackets replace"),
    Case("letter", "[Last year] we compared them with our own plan", "brackets replace"),
    Case("hearing", "[The chair] Weiland, you told this committee", "brackets replace"),
    Case("hearing", "[Pfizer] was safe for adults", "brackets replace"),
    Case("hearing", "We tested it on [20,000] people", "brackets replace"),
    Case("letter", "[All] keep theirs", "brackets replace"),
    Case("letter", "It is [un]safe.", "brackets add"),
    Case("letter", "It is [not] safe.", "brackets add"),
    Case("hearing", "the vaccine was safe [only] for adults", "brackets add"),
    Case("harbour", "Nobody has [never] apologized", "brackets add"),
    Case("harbour", "The engineers were tire[less]", "brackets add"),
    # Another tense, another number, a question, other punctuation.
    Case("harbour", "The ice comes in November", "tense changed"),
    Case("hearing", "The vaccine is safe for adults", "tense changed"),
    Case("letter", "The President of the board has retired", "tense changed"),
    Case("harbour", "The engineer was tired", "number of a noun changed"),
    Case("harbour", "It is fair that we pay twice.", "question made a statement"),
    Case("hearing", "you test it on children", "question made a statement"),
    Case("harbour", "Is it fair that we pay twice.", "question made a statement"),
    Case("harbour", "We pay twice.", "question made a statement"),
    Case("hearing", "The reports in the press were wrong.", "question made a statement"),
    Case("harbour", "They did what they could?", "statement made a question"),
    Case("hearing", "That, is a lie", "punctuation changed"),
    Case("letter", "we considered every offer we compared them", "punctuation changed"),
    Case("harbour", "It was a hard time harder than my father's", "punctuation changed"),
    # Paraphrase, and words that no one said.
    Case("harbour", "In thirty-one years I have never seen such a winter", "paraphrase"),
    Case("letter", "The plant in Lund will be closed in March", "paraphrase"),
    Case("hearing", "The maker has never paid me", "paraphrase"),
    Case("harbour", "Taxes are theft", "invented"),
    Case("letter", "We apologize to everyone", "invented"),
    Case("capitals", "THE MILL BURNED DOWN", "invented"),
)


def main() -> None:
    from newsfacts.anchors import verify_quote

    fair = [(case, verify_quote(case.words, SOURCES[case.source])) for case in FAIR]
    altered = [(case, verify_quote(case.words, SOURCES[case.source])) for case in ALTERED]
    print(f"fair: {sum(found.verified for _, found in fair)} of {len(fair)} verified")
    ways = len({case.verdict for case in ALTERED})
    print(f"altered in {ways} ways: {sum(found.verified for _, found in altered)} of {len(altered)} verified")
    for case, found in fair:
        if not found.verified or found.kind.value != case.verdict:
            print(f"  {case.verdict}, but {found}: {case.words!r}")
    for case, found in altered:
        if found.verified:
            print(f"  {case.verdict}, but {found}: {case.words!r}")


if __name__ == "__main__":
    main()
