"""The closed classes of English words that a shallow reading of a sentence needs, and the class of any word.

A class is a short string. Only closed classes are listed; any other word is classed by its form. That is rough on
purpose: the weights in `weights` are learned with the same rough classes.
"""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["ABBREVIATIONS", "SAYING", "SPEECH_AFTER_QUESTIONS", "TITLES", "class_of_word", "word_set"]


def word_set(text: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(text.split())


TITLES = word_set(
    "mr mrs ms dr prof mr. mrs. ms. dr. prof. rev. sen. sens. rep. reps. gov. govs. gen. lt. col. sgt. capt. cmdr. maj. adm. hon. judge "
    "president senator congressman congresswoman governor mayor secretary minister chancellor professor attorney "
    "detective officer sheriff chief justice king queen prince princess pope bishop archbishop cardinal ambassador "
    "chairman chairwoman director speaker captain general sir lord lady dame miss del. atty. supt. pres."
)
"""Words before a person's name, in lower case."""

ABBREVIATIONS = TITLES | word_set(
    "st. mt. ft. jr. sr. inc. corp. co. ltd. llc. bros. vs. v. no. nos. jan. feb. mar. apr. jun. jul. aug. sept. sep. "
    "oct. nov. dec. ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich. minn. miss. "
    "mo. mont. neb. nev. okla. ore. pa. tenn. tex. vt. va. wash. wis. wyo. n.h. n.j. n.m. n.y. n.c. n.d. r.i. s.c. s.d. "
    "w.va. d.c. u.s. u.n. u.k. a.m. p.m. i.e. e.g. etc. dept. univ. assn. ave. blvd. est. approx. fig. vol. ed."
)
"""Words that end in a period which does not end a sentence, in lower case."""

SPEECH_AFTER_QUESTIONS = word_set(
    "said says asked asks added wondered shouted yelled replied responded told cried continued exclaimed wrote tweeted "
    "quipped joked demanded inquired answered chanted recalled tells"
)
"""Verbs that may follow a quotation that ends in a question mark or an exclamation mark."""

SAYING = word_set(
    "said says say told tells added adds wrote writes explained explains argued argues claimed claims insisted insists warned warns "
    "noted notes announced announces continued continues replied replies responded responds recalled recalls admitted admits "
    "acknowledged acknowledges conceded concedes stated states tweeted remarked according : — –"
)
"""Cues after which a quotation that is a sentence or a paragraph of its own has the same speaker. None of them is negated."""

_CLASSES = {
    "det": "the a an this these those some any each every another no all both many several few most more such "
    "other others either neither much enough half",
    "subj": "he she they we i",
    "pron": "it you one everyone everybody someone somebody anyone anybody nobody none nothing something anything "
    "everything himself herself themselves itself myself yourself ourselves mine hers theirs ours yours",
    "obj": "him them me us",
    "poss": "his her their its my our your whose",
    "who": "who whom",
    "which": "which",
    "that": "that",
    "wh": "what how why where whether whatever whoever",
    "if": "if",
    "and": "and or nor &",
    "but": "but yet",
    "sub": "because when while although though unless until whereas once whenever lest even",
    "as": "as",
    "after": "after before since",
    "to": "to",
    "of": "of",
    "in": "in on at",
    "for": "for",
    "with": "with without",
    "by": "by",
    "from": "from",
    "about": "about over against toward towards regarding concerning",
    "prep": "into onto under above below between among amid amidst across along around behind beyond near off out up down "
    "through throughout during despite inside outside upon within via per like unlike except alongside following than "
    "besides beside plus minus versus vs. back away apart aside ahead together forward forth",
    "be": "is are was were be been being am 's 're 'm ’s ’re ’m isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t "
    "ain't ain’t",
    "have": "has have had having 've ’ve hasn't haven't hadn't hasn’t haven’t hadn’t",
    "do": "do does did don't doesn't didn't don’t doesn’t didn’t",
    "modal": "will would can could may might must shall should 'll ’ll 'd ’d won't wouldn't can't couldn't mustn't "
    "shouldn't won’t wouldn’t can’t couldn’t mustn’t shouldn’t cannot ought",
    "not": "not never n't n’t",
    "adv": "also still now then already even just only again often always soon later once recently earlier instead too "
    "so very quite rather almost ever perhaps maybe however meanwhile moreover furthermore nevertheless nonetheless "
    "therefore thus indeed instead otherwise first previously twice well here there long far further initially "
    "sometimes today yesterday tomorrow tonight afterward afterwards ago yet",
    "day": "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays "
    "saturdays sundays january february march april may june july august september october november december",
    "past": "became began bought broke brought built came caught chose cut drew drove fell felt fought found flew forgot "
    "gave got grew heard held hit hurt kept knew laid led left lent let lost made meant met paid put ran rang read rose said "
    "sang sat saw sent set shook shot shut sold sought spent split spoke spread stood stole struck stuck swore taught "
    "thought threw told took understood went woke won wore wrote won quit bet cast bid",
    "part": "begun broken chosen come done drawn driven fallen flown forgotten forbidden given gone gotten grown known "
    "proven risen run seen shaken shown spoken stolen sworn taken thrown torn won worn written",
}  # fmt: skip

_BY_WORD = MappingProxyType(
    {word: name for name, listed in _CLASSES.items() for word in listed.split() if word != "may"}
)

_PUNCTUATION = MappingProxyType({
    ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", ".": ".", "?": "?", "!": "?", "…": ".",
    "...": ".", "—": "-", "–": "-", "--": "-", "-": "-", "―": "-", "|": "-", "/": "/", "•": "-",
})  # fmt: skip


def class_of_word(word: str, lower: str) -> str:
    """The class of a word or mark; `lower` is the word in lower case.

    A listed class, "title", "num", "ly" (adverbs), "Cap" (a name), "ing", "ed", "s" (a plural or a third person), or "x".
    """
    listed = _BY_WORD.get(lower) or _PUNCTUATION.get(word)
    if listed:
        return listed
    first = word[0]
    if first.isdigit() or first in "$£€":
        return "num"
    if lower in TITLES and (first.isupper() or lower.endswith(".")):
        return "title"
    if lower in _MAY:
        return "modal" if first.islower() else "day"
    if not first.isalpha():
        return "mark"
    if first.isupper():
        return "Cap"
    return _by_ending(lower)


_MAY = frozenset({"may"})


def _by_ending(lower: str) -> str:
    if lower.endswith("ing") and len(lower) > 4:
        return "ing"
    if lower.endswith("ed") and len(lower) > 3:
        return "ed"
    if lower.endswith("ly") and len(lower) > 3:
        return "ly"
    if lower.endswith("s") and not lower.endswith("ss"):
        return "s"
    return "x"
