"""English: its word lists, and what can be seen from them about words.

Rules that need English words ask `is_english` first; for any other language they report that they could not check.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType

from newsfacts.patterns import lazy_pattern
from newsfacts.values.languages import is_english

__all__ = [
    "ABBREVIATIONS", "ARTICLES", "ATTEMPTS", "BARE_PEOPLE", "BARE_SOURCES", "BETWEEN_VERBS", "CALENDAR_NAMES", "CASUALTIES", "CASUALTY_VERBS",
    "CLAUSE_STARTS", "CONDITIONS", "CONTRASTS", "DENIABLE", "DENIALS", "DETERMINERS", "ELISIONS", "ENDS_OF_ELISIONS", "EXCEPTIVES", "EXPLAINED", "FINITE",
    "FINITE_BE", "GO_ON", "HAVE_AND_BE", "HEAD_ENDS", "HEDGES", "HONORIFICS", "LIMITING", "LINKS", "LISTED_NOUNS", "LOSSES",
    "MODALS", "MULTIPLES", "NAME_PARTICLES", "NAMING", "NEGATIONS", "NOT_NOW", "NUMBERS_OF_PRONOUNS", "NUMBER_HEDGES", "OPINION_VERBS",
    "PARTICIPLES", "PAST_FORMS", "POINTING", "QUANTIFIERS", "REFERRING", "REFUSABLE", "RELATIVES", "REPORTED", "SHOWN", "SMALL_IN_TITLES", "SPEECH_VERBS", "STRONG_WORDS", "SUBJECTS", "SUSPENDERS",
    "TITLED", "TITLES_WITH_OF", "TURNS", "UNIVERSALS", "UNTRUE_DENIALS", "bare_source", "class_of_noun", "ends_in_abbreviation",
    "head_words", "is_english", "is_negation", "is_plural", "lower_words", "pronoun",
]  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


# -- Verbs -------------------------------------------------------------------------------------------------------------

MODALS = frozenset({
    "will", "would", "shall", "should", "can", "could", "may", "might", "must", "do", "does", "did",
})  # fmt: skip
"""Auxiliaries that go with an infinitive."""

HAVE_AND_BE = frozenset({
    "has", "have", "had", "having", "is", "are", "was", "were", "be", "been", "being",
})  # fmt: skip
"""Auxiliaries that go with a participle."""

PARTICIPLES = frozenset({
    "been", "begun", "brought", "broken", "called", "come", "done", "drawn", "driven", "felt", "found", "forgotten",
    "given", "gone", "got", "gotten", "heard", "held", "kept", "known", "laid", "led", "left", "let", "lost", "made",
    "meant", "met", "paid", "put", "quoted", "read", "run", "said", "seen", "sent", "set", "shown", "sought", "spelt",
    "spoken", "sworn", "taken", "taught", "thought", "told", "understood", "won", "written",
})  # fmt: skip
"""Participles that do not end in -ed or -ing."""

PAST_FORMS = frozenset({
    "became", "began", "bought", "broke", "brought", "called", "came", "chose", "did", "drew", "fell", "felt", "found", "gave",
    "got", "had", "heard", "held", "kept", "knew", "laid", "led", "left", "lost", "made", "meant", "met", "paid", "ran",
    "rang", "said", "sang", "sat", "saw", "sent", "shook", "sought", "spent", "spoke", "stood", "struck", "swore", "taught",
    "thought", "told", "took", "understood", "was", "were", "went", "won", "wrote",
})  # fmt: skip
"""Past forms of irregular verbs."""

BETWEEN_VERBS = frozenset({
    "not", "never", "long", "also", "already", "often", "since", "just", "always", "now", "even", "still",
})  # fmt: skip
"""Words between an auxiliary and its verb."""

FINITE_BE = frozenset({"is", "was", "be", "been", "being", "it's", "there's"})
"""Forms of "be" in "it is said that"."""

REPORTED = (
    "said", "believed", "thought", "reported", "understood", "claimed", "alleged", "expected", "feared", "hoped",
    "announced", "known", "assumed", "rumoured", "rumored", "estimated", "suggested", "argued", "agreed", "decided",
    "considered", "predicted", "revealed", "disclosed", "confirmed",
)  # fmt: skip
"""Participles of verbs of speaking and thinking that follow "it is"."""

_SPEECH_FORMS = (
    "said says say saying told tells tell added adds add asked asks ask replied replies reply continued continues continue explained "  # wording: sample
    "explains noted notes wrote writes tweeted tweets posted argued argues insisted insists stated states declared declares announced "
    "announces warned warns recalled recalls remarked remarks observed observes admitted admits acknowledged acknowledges concluded "
    "concludes commented comments claimed claims quipped quips joked jokes promised promises vowed vows urged urges responded responds "
    "answered answers testified testifies confirmed confirms stressed stresses emphasized emphasised emphasizes emphasises suggested "
    "suggests lamented laments complained complains exclaimed exclaims shouted shouts whispered whispers yelled cried muttered went "
    "mused reasoned boasted cautioned predicted pleaded countered conceded contended maintained reiterated wondered ventured "
    "interjected interrupted began read reads laughed sighed shrugged according "
)
SPEECH_VERBS = frozenset(_SPEECH_FORMS.split())
"""Forms of verbs with which an attribution between the parts of a quotation says who speaks."""

CALENDAR_NAMES = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november", "december",
})  # fmt: skip
"""Names of days and months, which have a capital and are not those of people."""

DENIALS = ("deny", "denies", "denied", "denying")
"""Forms of verbs that deny what they introduce. People dismiss and reject things that are true, so those are not listed."""

UNTRUE_DENIALS = frozenset({
    "not", "never", "nor", "neither", "no", "without", "cannot", "refused", "refuses", "declined", "declines",
    "stopped", "stop", "short",
})  # fmt: skip
"""Words before a denial after which nothing is denied: "declined to deny", "stopped short of denying"."""

DENIABLE = frozenset({
    "accusation", "affair", "allegation", "assertion", "bias", "charge", "claim", "collusion", "complicity", "connection",
    "contact", "corruption", "culpability", "existence", "fault", "fraud", "guilt", "intention", "interest", "involvement",
    "knowledge", "liability", "link", "lying", "misconduct", "motive", "negligence", "opposition", "part", "participation",
    "plan", "plot", "racism", "relationship", "report", "responsibility", "role", "rumor", "rumour", "speculation",
    "suggestion", "support", "tie", "truth", "violation", "wrongdoing",
})  # fmt: skip
"""Nouns for what is said to be so: who denies them says that it is not so."""

REFUSABLE = frozenset({
    "access", "admission", "aid", "appeal", "application", "approval", "asylum", "award", "bail", "benefit", "bid", "care",
    "certification", "chance", "change", "citizenship", "clearance", "clemency", "compensation", "contract", "coverage",
    "credit", "custody", "delay", "education", "emergency", "entry", "exemption", "extension", "extradition", "freedom",
    "funding", "fund", "hearing", "help", "housing", "injunction", "insurance", "interview", "job", "justice", "leave",
    "license", "licence", "loan", "majority", "medication", "membership", "motion", "nomination", "opportunity", "order",
    "pardon", "parole", "passage", "pay", "payment", "permission", "permit", "petition", "platform", "power", "probation",
    "promotion", "proposal", "protection", "rebate", "recognition", "refund", "refuge", "relief", "release", "request",
    "right", "seat", "service", "spot", "status", "stay", "term", "ticket", "treatment", "trial", "use", "victory", "visa",
    "vote", "voice", "waiver", "warrant", "win",
})  # fmt: skip
"""Nouns for what is granted: who denies them refuses them, and says nothing about what is so."""

FINITE = frozenset({
    "is", "are", "was", "were", "has", "have", "had", "does", "did", "will", "would", "can", "could", "may", "might",
    "must", "shall", "should", "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "doesn't",
    "didn't", "won't", "wouldn't", "can't", "couldn't", "he's", "she's", "it's", "they're", "there's",
})  # fmt: skip
"""Verbs that make a clause of the words around them."""

SUBJECTS = frozenset({"he", "she", "it", "they", "i", "we", "you", "there"})
"""Pronouns that begin a clause."""

NEGATIONS = frozenset({"not", "never"})
"""Words that negate a verb; contractions in n't do too."""


def is_negation(word: str) -> bool:
    """Whether a word in lower case negates the verb next to it."""
    return word in NEGATIONS or word.endswith(("n't", "n’t"))


# -- Sources -----------------------------------------------------------------------------------------------------------

NUMBERS_OF_PRONOUNS: Mapping[str, str] = MappingProxyType({
    "he": "singular", "him": "singular", "his": "singular", "she": "singular", "her": "singular", "it": "singular",
    "its": "singular", "they": "plural", "them": "plural", "their": "plural", "we": "plural", "us": "plural",
    "both": "plural", "who": "either", "which": "either", "i": "singular", "you": "either",
})  # fmt: skip
"""Pronouns that occur as a source, and how many they refer to."""

BARE_SOURCES = ("source", "sources", "insider", "insiders")
"""Nouns that say nothing about a source beyond that there is one."""

BARE_PEOPLE = ("person", "persons", "people", "someone", "somebody", "man", "woman", "men", "women")
"""Nouns that say as little of someone who is known to be a source. "Few people believe" refers to no source."""

DETERMINERS = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "another", "other", "one", "two", "three", "four",
    "five", "six", "some", "several", "many", "multiple", "various", "few", "more", "unnamed", "anonymous",
    "unidentified", "different", "separate", "certain", "same", "single",
})  # fmt: skip
"""Words before a noun that do not describe it."""

LINKS = frozenset({
    "of", "in", "at", "on", "from", "with", "to", "for", "who", "whom", "whose", "that", "which", "close",
    "familiar", "near", "inside", "within", "involved", "briefed", "speaking", "aware", "knowledgeable",
    "about", "by", "under", "working", "and", "or",
})  # fmt: skip
"""Words that follow the head of a noun phrase."""

GO_ON = frozenset({
    "in", "at", "on", "from", "with", "of", "for", "who", "whom", "whose", "that", "close", "familiar", "near",
    "inside", "within", "involved", "briefed", "speaking", "aware", "knowledgeable", "about", "under",
    "working",
})  # fmt: skip
"""Words after a noun that begin a description of it."""

HEAD_ENDS = LINKS - {"and", "or", "that"} | frozenset({
    "against", "after", "before", "during", "since", "among", "between", "across", "around", "behind", "beside",
    "besides", "outside", "over", "through", "toward", "towards", "via", "without", "like", "than", "as", "where", "when",
    "whose", "because", "identified", "named", "called", "known", "quoted", "told", "interviewed", "representing", "attending",
    "including", "based", "affiliated", "allied", "associated", "who've", "who's", "into", "onto", "off", "up", "down",
})  # fmt: skip
"""Words that end the core of a noun phrase: its head comes before them."""

NAMING = (
    "named", "called", "identified as", "identified only as", "known as", "known only as", "by the name of",
    "named only as", "introduced as",
)  # fmt: skip
"""Words after which a name names the head: "a man identified as"."""

TITLES_WITH_OF = lazy_pattern(
    r"(?<![\w-])(?:secretary|minister|chief|head|director|chair(?:man|woman)?|leader|speaker|commissioner|attorney|master|"
    r"sergeant|prince|princess|duke|duchess|earl|archbishop|bishop) of (?:the )?(?:state|staff|defen[cs]e|education|energy|"
    r"commerce|labou?r|agriculture|transportation|transport|treasury|interior|justice|finance|health|"
    r"homeland security|veterans affairs|foreign affairs|house|government|police|operations|communications|intelligence|"
    r"wales|cambridge|sussex|york|canterbury)\Z"
)
"""Titles with "of" in them, right before a name: "Secretary of State"."""

_SINGULAR = frozenset({
    "a", "an", "one", "another", "this", "that", "each", "every", "no", "single", "someone", "somebody",
})  # fmt: skip


@functools.lru_cache(maxsize=2048)
def lower_words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without digits and punctuation."""
    return tuple(_WORD.findall(text.lower()))


def pronoun(text: str) -> str | None:
    """The pronoun that these words are, in lower case; None for anything else."""
    words = lower_words(text)
    return words[0] if len(words) == 1 and words[0] in NUMBERS_OF_PRONOUNS else None


def bare_source(text: str, nouns: tuple[str, ...] = BARE_SOURCES) -> bool:
    """Whether words name a source without describing it: "two people", but not "a source in the ministry"."""
    words = [word for word in lower_words(text) if word not in DETERMINERS]
    return len(words) == 1 and words[0] in nouns


def head_words(text: str) -> tuple[str, ...]:
    """The words up to the head of a noun phrase: "three sources" of "three sources close to the talks"."""
    words = lower_words(text)
    for number, word in enumerate(words):
        if word in LINKS and number:
            return words[:number]
    return words


def is_plural(text: str) -> bool:
    """Whether a noun phrase refers to several: "two people", but not "one of the officials" or "the boss"."""
    words = head_words(text)
    if not words or words[0] in _SINGULAR:
        return False
    noun = words[-1]
    return noun in ("people", "police", "both") or (
        noun.endswith("s") and not noun.endswith(("ss", "us", "is", "'s", "’s"))
    )


HONORIFICS = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "rev", "reverend", "father",
    "sister", "brother", "mother", "imam", "rabbi", "sheikh", "king", "queen", "prince", "princess", "duke", "duchess", "pope",
    "president", "premier", "chancellor", "minister", "secretary", "senator", "sen", "rep", "representative", "congressman",
    "congresswoman", "gov", "governor", "mayor", "judge", "justice", "attorney", "general", "gen", "col", "colonel", "capt",
    "captain", "lt", "lieutenant", "sgt", "sergeant", "maj", "major", "admiral", "adm", "chief", "officer", "detective",
    "sheriff", "director", "chairman", "chairwoman", "chair", "speaker", "leader", "ambassador", "coach", "vice", "prime",
    "deputy", "former", "first", "state", "us", "u.s", "hon", "honorable", "madam", "mme", "herr", "frau", "señor", "señora",
    "monsieur", "madame", "commissioner", "councillor", "spokesman", "spokeswoman", "republican", "democrat", "democratic",
})  # fmt: skip
"""Titles and words before a name that are not part of it."""

NAME_PARTICLES = frozenset({
    "a", "al", "an", "and", "ap", "bin", "ben", "bint", "da", "dal", "de", "del", "della", "den", "der", "des", "di", "do",
    "dos", "du", "el", "ibn", "la", "le", "los", "of", "for", "on", "in", "san", "st", "ter", "the", "to", "van", "vom",
    "von", "y", "zu", "zum", "zur", "und", "et", "e", "i",
})  # fmt: skip
"""Small words inside names."""

NOT_NOW = frozenset({
    "former", "formerly", "ex", "then", "late", "past", "previous", "outgoing", "onetime", "ousted", "deposed", "retired",
    "once", "longtime", "elect", "designate", "incoming", "future", "next", "would-be", "acting", "deputy", "vice", "assistant",
    "under", "shadow", "first", "two-term", "one-term", "candidate", "nominee", "was", "served", "become", "became", "new",
    "old", "predecessor", "successor", "now-former",
})  # fmt: skip
"""Words before a title that make another one of it, or say that someone has it no longer or not yet."""


CASUALTIES = frozenset({
    "dead", "killed", "die", "dies", "died", "deaths", "injured", "wounded", "hurt", "missing", "arrested", "rescued",
    "evacuated", "shot", "hospitalized", "hospitalised", "infected", "detained", "feared",
})  # fmt: skip
"""Words after a number of people that a headline leaves unsaid."""

CASUALTY_VERBS = frozenset({
    "kill", "kills", "killed", "killing", "injure", "injures", "injured", "injuring", "wound", "wounds", "wounded",
    "wounding", "hurt", "hurts", "hurting",
})  # fmt: skip
"""Verbs before such a number."""

LISTED_NOUNS = frozenset({
    "things", "ways", "reasons", "takeaways", "questions", "facts", "tips", "photos", "pictures", "charts", "lessons",
    "moments", "best", "worst", "steps", "stories", "quotes", "key", "big", "surprising", "more", "easy", "signs", "rules",
    "myths", "ideas", "books", "recipes", "videos",
})  # fmt: skip
"""Nouns after a number that counts the points of the article itself."""


# -- Counted nouns -----------------------------------------------------------------------------------------------------

_NOUNS: Mapping[str, str] = MappingProxyType({
    "person": "person people man men woman women child children boy girl soldier officer victim civilian passenger student "
    "pupil worker employee resident voter patient migrant refugee protester demonstrator journalist policeman policewoman "
    "firefighter doctor nurse teacher citizen prisoner inmate fighter militant hostage tourist visitor fan spectator driver "
    "pilot sailor farmer lawmaker senator delegate guest customer suspect detainee survivor friend player guard",
    "vehicle": "vehicle car truck lorry bus van taxi train tram boat ship ferry plane airplane aeroplane aircraft helicopter "
    "motorcycle bicycle bike ambulance jet drone",
    "building": "building house home school hospital church mosque synagogue shop store apartment flat hotel warehouse "
    "barn bridge tower office",
    "time": "second minute hour day week month year decade century night",
    "length": "millimetre centimetre metre meter kilometre kilometer km mile foot feet inch yard",
    "weight": "gram kilogram kilo kg ton tonne pound ounce",
    "area": "acre hectare",
    "event": "meeting attack raid visit election game match earthquake explosion crash accident",
    "animal": "dog cat cow pig horse sheep goat bird fish chicken elephant wolf bear whale",
    "place": "country city town village district province county",
    "organization": "company firm bank party union agency",
})  # fmt: skip
_CLASS_OF_NOUN = {noun: name for name, nouns in _NOUNS.items() for noun in nouns.split()}


@functools.lru_cache(maxsize=2048)
def class_of_noun(phrase: str) -> str | None:
    """What kind of thing a counted noun phrase is about, by its last noun; None where that is not known."""
    words = head_words(phrase)
    noun = words[-1] if words else ""
    forms = (noun, noun.removesuffix("s"), noun.removesuffix("es"), noun.removesuffix("ies") + "y")
    return next((_CLASS_OF_NOUN[form] for form in forms if form in _CLASS_OF_NOUN), None)


# -- Quotations --------------------------------------------------------------------------------------------------------

LOSSES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "a negation": (
        "not", "no", "never", "none", "nobody", "nothing", "nowhere", "nor", "neither", "cannot", "without", "hardly",
        "barely", "scarcely", "rarely", "seldom", "fail", "fails", "failed", "failing", "deny", "denies", "denied",
        "denying", "refuse", "refuses", "refused", "refusing", "doubt", "doubts", "doubted", "unlikely", "ain't",
    ),
    "a condition": (
        "if", "unless", "until", "except", "provided", "providing", "assuming", "supposing", "otherwise",
    ),
    "a restriction": ("only", "just", "merely", "almost", "nearly", "partly", "sometimes"),
    "a reservation": (
        "alleged", "allegedly", "reportedly", "supposedly", "purportedly", "apparently", "perhaps", "maybe", "possibly",
        "probably", "may", "might", "could", "would", "seemingly", "seem", "seems", "seemed", "appear", "appears",
        "appeared", "likely", "presumably", "potentially",
    ),
})  # fmt: skip
"""What must not be lost from a quotation, and the words for it. Contractions in n't are negations too."""

TURNS = frozenset({
    "not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "cannot", "hardly", "barely", "scarcely",
    "rarely", "seldom", "ain't",
})  # fmt: skip
"""Negations that turn what comes right before them. Contractions in n't do too."""

HEDGES = frozenset({
    "alleged", "allegedly", "reportedly", "supposedly", "purportedly", "apparently", "perhaps", "maybe", "possibly",
    "probably", "seemingly", "presumably", "potentially", "doubt", "doubts", "doubted",
})  # fmt: skip
"""Reservations that concern the whole sentence after them."""

MULTIPLES = frozenset({"twice", "half", "double", "triple", "dozens", "hundreds", "thousands", "millions", "billions"})
"""Words for numbers that are not numerals."""

NUMBER_HEDGES = lazy_pattern(
    r"(?:about|around|nearly|almost|roughly|approximately|some|only|barely|over|under|at least|at most|up to|as many as"
    r"|(?:more|less|fewer|no more|no fewer) than|well over|just over|just under)\Z"
)
"""Words right before a number that bound it or make it approximate, in lower case, at the end of what comes before."""

QUANTIFIERS = lazy_pattern(
    r"\b(?:some|most|many|few|several|half|parts?|a third|a quarter|a majority|a minority|hardly any)"
    r"(?: of)?(?: the| these| those| our| my| your| their| his| her| its| all)?\Z"
)
"""Words right before a noun that say that not all are meant, in lower case, at the end of what comes before."""

CONDITIONS = lazy_pattern(
    r"(?:only |but only )?(?:if|unless|except|provided|providing|assuming|supposing|(?:as|so) long as|on condition)\b"
)
"""The beginning of a condition, in lower case."""

CLAUSE_STARTS = ("and", "but", "so", "or", "yet", "because", "while", "although", "though", "since", "then")
"""Words after a comma with which another clause begins."""

CONTRASTS = (
    "rather than", "instead of", "as opposed to", "contrary to", "far from", "other than", "apart from", "unlike",
    "according to", "claimed", "claims", "claiming", "pretended", "pretends", "so-called", "purported", "supposed to",
    "rumored", "rumoured", "accused of", "as if", "as though", "in theory", "on paper", "denial of",
)  # fmt: skip
"""Words that set what follows against something else, or leave it to someone else, wherever they are left out."""

LIMITING = (
    "at first", "initially", "originally", "formerly", "until recently", "at one time", "for a while", "so far(?! as)", "as yet", "for now",
    "at the moment", "in principle", "in part", "to some extent", "up to a point", "for the most part", "on average", "more or less",
    "at best", "at worst", "in a sense", "by and large", "as a rule", "in most cases", "to my knowledge", "as far as",
)  # fmt: skip
"""Words that limit a statement to a time, a part or a point of view."""

ATTEMPTS = (
    "tried to", "try to", "tries to", "trying to", "wanted to", "want to", "wants to", "hoped to", "hope to", "hopes to",
    "planned to", "plan to", "plans to", "planning to", "threatened to", "threatens to", "promised to", "promises to",
    "offered to", "expected to", "about to", "attempted to", "proposed to", "used to", "asked whether", "wondered whether",
)  # fmt: skip
"""Words after which something is not said to be so, where they are left out right before it."""

_OPINION_FORMS = """
maintain maintains maintained believe believes believed think thinks thought suspect suspects suspected assume assumes assumed
imagine imagines imagined hope hopes hoped fear fears feared suppose supposes supposed allege alleges alleged report reports
reported accuse accuses accused predict predicts predicted rumour rumours doubt feel feels felt guess guesses
"""
OPINION_VERBS = frozenset(_OPINION_FORMS.split())
"""Forms of verbs of thinking, and of saying what may not be so."""

UNIVERSALS = frozenset({
    "all", "every", "each", "everyone", "everybody", "everything", "everywhere", "any", "anyone", "anybody", "anything", "anywhere",
    "no", "nobody", "none", "nothing", "nowhere", "always", "never",
})  # fmt: skip
"""Words that say that there is no exception, unless one follows."""

EXCEPTIVES = (
    "but", "except", "excepting", "excluding", "save", "bar", "barring", "besides", "apart from", "aside from", "other than",
    "with the exception of", "minus",
)  # fmt: skip
"""Words with which an exception begins."""

SUSPENDERS = (
    "before", "till", "until", "whether", "lest", "when", "whenever", "once", "than", "as soon as", "as long as", "so long as", "as if",
    "as though", "in case",
)  # fmt: skip
"""Words before a clause that say that it is not so yet, or not in any case."""

RELATIVES = ("which", "who", "whose", "whom")
"""Pronouns that begin a clause about the noun before them."""

POINTING = frozenset({
    "he", "she", "it", "they", "his", "her", "its", "their", "this", "that", "these", "those", "such",
})  # fmt: skip
"""Words that, at the start of a sentence, refer to something in the one before it."""

ARTICLES = frozenset({"the", "a", "an"})
"""Words after which a noun comes, so that a bracket there replaces it."""

EXPLAINED = frozenset({"i", "he", "she", "we", "they", "who"})
"""Pronouns that are the subject of a clause: a bracket after one explains whom it refers to."""

STRONG_WORDS = frozenset({
    "all", "always", "every", "everyone", "everybody", "everything", "entirely", "completely", "totally", "deliberately",
    "knowingly", "falsely", "illegally",
})  # fmt: skip
"""Words that make more of a statement, or judge it, where brackets add them."""

REFERRING = frozenset({
    "i", "me", "my", "mine", "you", "your", "yours", "he", "him", "his", "she", "her", "hers", "it", "its",
    "we", "us", "our", "ours", "they", "them", "their", "theirs", "this", "that", "these", "those", "here",
    "there", "then", "who", "the", "a", "an",
})  # fmt: skip
"""Words that a bracket in a quotation may replace by what they refer to."""

SMALL_IN_TITLES = frozenset({
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "on", "or", "the",
    "to", "up", "with", "vs",
})  # fmt: skip
"""Words that keep their small letter in a title."""

TITLED = frozenset({
    "titled", "entitled", "film", "movie", "book", "novel", "memoir", "album", "song", "show", "series", "play",
    "poem", "magazine", "documentary", "podcast", "programme", "program", "musical", "opera", "sitcom",
})  # fmt: skip
"""Words right before a title."""

SHOWN = frozenset({"on", "watch", "watched", "watching", "host", "hosts", "hosted"})
"""Words that may come right before the title of a show."""


ELISIONS = frozenset({
    "em", "til", "till", "bout", "cause", "cuz", "coz", "round", "neath", "n", "tis", "twas", "twere", "tween", "gainst",
    "nother", "nuff", "fraid", "kay", "ere", "ello", "hood", "sup", "cept", "member", "burbs", "s", "t", "k", "m", "d",
})  # fmt: skip
"""Words that begin with an apostrophe, without it: 'em, 'tis, rock 'n' roll, and the short Dutch ones."""

ENDS_OF_ELISIONS = frozenset({"n", "o", "th", "an", "wi", "ol", "lil", "po", "mo", "fo", "di", "y"})
"""Words that end with an apostrophe, without it: rock 'n' roll, o' the, ol'. Words in -in' are too: goin'."""


# -- Abbreviations -----------------------------------------------------------------------------------------------------

_SHORT_FORMS = """
mr mrs ms dr prof rev fr st jr sr gov govs sen sens rep reps gen col lt capt sgt maj cmdr adm pres hon atty asst supt
mme mlle inc co corp ltd plc bros vs no nos etc al fig approx dept est ave blvd rd mt ft ca cf eg ie
jan feb mar apr jun jul aug sep sept oct nov dec
"""
ABBREVIATIONS = frozenset(_SHORT_FORMS.split())
"""Abbreviations with a point at their end."""

_STATES = frozenset(
    [
        "Ala",
        "Ariz",
        "Ark",
        "Calif",
        "Colo",
        "Conn",
        "Del",
        "Fla",
        "Ga",
        "Ill",
        "Ind",
        "Kan",
        "Kans",
        "Ky",
        "La",
        "Md",
        "Mass",
        "Mich",
        "Minn",
        "Miss",
        "Mo",
        "Mont",
        "Neb",
        "Nebr",
        "Nev",
        "Okla",
        "Ore",
        "Pa",
        "Penn",
        "Tenn",
        "Tex",
        "Vt",
        "Va",
        "Wash",
        "Wis",
        "Wyo",
        "Ont",
        "Que",
        "Alta",
        "Sask",
        "Man",
    ]
)
"""Abbreviations of states and provinces, which are words without the capital letter: "Louisville, Ky."."""

_LAST_WORD = lazy_pattern(r"(?:[^\W\d_]+\.)*[^\W\d_]+\.?\Z")


def ends_in_abbreviation(words: str) -> bool:
    """Whether the point at the end of these words may belong to an abbreviation: U.S., p.m., Inc., an initial."""
    found = _LAST_WORD.search(words[-24:])
    if found is None:
        return False
    word = found[0].removesuffix(".")
    return "." in word or len(word) == 1 or word in _STATES or word.lower() in ABBREVIATIONS
