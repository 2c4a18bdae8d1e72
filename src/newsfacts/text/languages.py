"""Which language a text seems to be in, from its script and its most frequent short words.

This is for documents that do not say it. It is a guess, so whoever uses it has to say what was assumed.
"""

from __future__ import annotations

import functools
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
from types import MappingProxyType

from newsfacts.patterns import lazy_pattern

__all__ = ["LANGUAGE_NAMES", "MAX_WORDS", "NEGATIONS_ELSEWHERE", "likely_language"]

MAX_WORDS = 300
"""How many words from the start of a text are looked at."""

_MIN_HITS = 4
_MIN_DISTINCT = 3
_MIN_SHARE = 0.15
"""How many function words, how many different ones, and which share of all words a language needs to be recognized."""

_MIN_LETTERS = 20
"""How many letters a script needs to be recognized by itself."""

_LEAD = 1.5
"""How many times as many function words as English it needs."""

_LONGEST = 30
"""How many characters a word has at most, on average."""

_AROUND_WORDS = ".,;:!?…\"'“”„‘‚«»‹›()[]{}<>/|–—-*_"
_LETTER = lazy_pattern(r"[^\W\d_]")

_FUNCTION_WORDS: Mapping[str, str] = MappingProxyType({
    "en": "the of and to in a is was that for on with as it by at from his her he she be are has have had were an this "
    "not but they who their which will would been said or its after we i you more about when there if can could",
    "de": "der die das und den dem des ein eine einen einem einer ist nicht mit auf für von zu im sich auch es sie er "
    "als an nach bei aus wird wurde werden sind hat haben war waren dass noch über vor zum zur wie oder aber am wir ich",
    "fr": "le la les de des du un une et est en dans que qui pour pas par sur au aux avec ce cette il elle ne se plus "
    "son sa ses ont été sont a à ou mais nous je leur selon d'un d'une qu'il l'on c'est n'est",
    "es": "el la los las de del un una y en que es por con para se su al lo como más no pero fue ha sus este esta son "
    "han entre desde sobre también sin hasta o ya cuando le era muy",
    "it": "il lo la i gli le di del della dei delle un una e è in che per con non si da al alla sono ha come anche più "
    "nel nella ma questo dal dalla ai o su stato hanno suo sua dell'anno all'interno",
    "pt": "o a os as de do da dos das um uma e é em no na nos nas que por para com não se ao mais foi como mas sua seu "
    "são ele ela pelo pela também já entre ou quando muito nós está há",
    "nl": "de het een van en in is dat op te zijn voor met niet aan er om ook als bij door naar heeft uit maar werd "
    "nog wordt deze die over hij ze hebben waren was dan tot",
    "sv": "och i att det en som på är av för med den till inte har de om ett han men var sig från vi så kan när år "
    "under också efter eller nu hade skulle jag",
    "da": "og i at det en den til er som på de med han af for ikke der var mig sig men et har om vi min havde ham hun "
    "nu over da fra du ud sin dem os op efter blev blevet",
    "nb": "og i jeg det at en et den til er som på de med han av ikke der så var meg seg men har om vi min mitt ha "
    "hadde hun nå over da ved fra du ut sin dem oss opp etter ble blitt være",
    "fi": "ja on ei se että oli hän joka ovat myös mutta kun niin kuin tai ole sen ovat oli olisi ollut jos jo vain "
    "hänen mukaan vuoden sekä mitä tämä",
    "pl": "w i na z się nie do to że jest o jak po co za od a ale przez dla przy był była było tym są tego oraz które "
    "który może jego jej już tak jako ze ma czy",
    "cs": "v a na se je že z s do o to i jako za by pro který ve ale jsou byl byla bylo od po které jeho při není už "
    "také však nebo než jen ještě k ze",
    "sk": "v a na sa je že z s do o to aj ako za by pre ktorý vo ale sú bol bola bolo od po ktoré jeho pri nie už tiež "
    "však alebo než len ešte k zo",
    "hu": "a az és hogy nem is egy van volt meg azt ezt csak már de ha mint vagy még el be ki szerint pedig után lesz "
    "ez arra közölte",
    "ro": "și de la în a cu pe nu o că un care este din pentru să mai fost sunt au se ce dar după prin sau cele cel "
    "această lui ei va fi",
    "tr": "ve bir bu da de için ile olarak olan daha çok gibi en ne ama sonra kadar var ise değil olduğunu her o "
    "tarafından olduğu dedi",
    "id": "yang dan di dari untuk dengan pada ini itu dalam tidak akan ke adalah oleh juga telah atau karena bisa "
    "mereka saat ada tersebut kata lebih sudah kepada",
    "vi": "và của là có trong cho được với không một những các này đã khi người để từ ra vào về tại đến cũng sẽ theo "
    "năm",
    "ca": "el la els les de del un una i en que és per amb no es al dels als ha han més com però seva seu aquest "
    "aquesta són també entre des fins va són o ja",
    "hr": "i u je na da se za su od s iz koji koja će ne kao bi a o ali po što to nije bio bila do ili sa samo te još "
    "kako nakon više biti",
    "sl": "in je na v se da za so z ki pa po ne s ni bi od kot tudi o do še bo ali ter pri iz bil bila bilo smo leta "
    "več lahko",
    "et": "ja on ei et see ka oli kui mis aga ning oma või ta mida nii siis veel seda pole olid kes selle üle pärast",
    "lt": "ir yra kad į su iš ne tai kaip bet buvo jis dėl po apie nuo bus ar taip kuris jau prie jo",
    "lv": "un ir ka no uz ar par bet kas to tas ja nav arī kā pie vai bija lai pēc līdz viņš gada",
    "ru": "и в не на что с по он как это из но за к о для от его до был было была были также после или же бы у при "
    "который которые",
    "uk": "і в не на що з по він як це із але за до для від його був було була були також після або же б у при який "
    "які та й про є",
    "bg": "и в не на че с по той как това от но за до е са се да като ще след или който които бе беше към през",
    "sr": "и у је на да се за су од с из који која ће не као би а о али по што то није био била до или",
    "ar": "في من على إلى أن عن مع التي الذي هذا هذه كان ما لا بعد قد و كما بين ذلك وقال خلال",
    "fa": "و در به از که این را با است برای آن تا بر کرد شد می خود های یک نیز شده گفت هم",
    "ur": "کے میں کی ہے اور سے کا کو نے کہ پر اس یہ ہیں بھی نہیں کر تھا ایک گیا لیے",
    "hi": "के में की है और से का को ने कि पर इस यह हैं भी नहीं कर था एक लिए हो गया",
    "mr": "आणि आहे या च्या ही हे तो ते की व नाही होते केले आहेत त्या साठी मध्ये",
    "ne": "र छ को मा का ले भने पनि यो गरेको हो छन् लागि गर्न भएको तथा",
})  # fmt: skip

_SCRIPTS: Mapping[str, str] = MappingProxyType({
    "CYRILLIC": "ru", "ARABIC": "ar", "DEVANAGARI": "hi", "GREEK": "el", "HEBREW": "he", "BENGALI": "bn", "TAMIL": "ta",
    "TELUGU": "te", "GUJARATI": "gu", "GURMUKHI": "pa", "KANNADA": "kn", "MALAYALAM": "ml", "SINHALA": "si",
    "THAI": "th", "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "CJK": "zh", "GEORGIAN": "ka", "ARMENIAN": "hy",
    "ETHIOPIC": "am", "MYANMAR": "my", "KHMER": "km", "LAO": "lo",
})  # fmt: skip
"""The language taken for each script where function words do not decide, by the first word of its characters' names."""

LANGUAGE_NAMES: Mapping[str, str] = MappingProxyType({
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "sv": "Swedish", "da": "Danish", "nb": "Norwegian", "fi": "Finnish", "pl": "Polish", "cs": "Czech",
    "sk": "Slovak", "hu": "Hungarian", "ro": "Romanian", "tr": "Turkish", "id": "Indonesian", "vi": "Vietnamese",
    "ca": "Catalan", "hr": "Croatian", "sl": "Slovenian", "et": "Estonian", "lt": "Lithuanian", "lv": "Latvian",
    "ru": "Russian", "uk": "Ukrainian", "bg": "Bulgarian", "sr": "Serbian", "ar": "Arabic", "fa": "Persian",
    "ur": "Urdu", "hi": "Hindi", "mr": "Marathi", "ne": "Nepali", "el": "Greek", "he": "Hebrew", "bn": "Bengali",
    "ta": "Tamil", "te": "Telugu", "gu": "Gujarati", "pa": "Punjabi", "kn": "Kannada", "ml": "Malayalam",
    "si": "Sinhala", "th": "Thai", "ko": "Korean", "ja": "Japanese", "zh": "Chinese", "ka": "Georgian",
    "hy": "Armenian", "am": "Amharic", "my": "Burmese", "km": "Khmer", "lo": "Lao",
})  # fmt: skip
"""The English name of every language that `likely_language` may answer."""


def _by_word() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language, words in _FUNCTION_WORDS.items():
        for word in dict.fromkeys(words.split()):
            found[word] = (*found.get(word, ()), language)
    return MappingProxyType(found)


_LANGUAGES_OF_WORD = _by_word()
_ENGLISH_WORDS = frozenset([word for word, languages in _LANGUAGES_OF_WORD.items() if "en" in languages])
_OTHER_WORDS = frozenset([word for word, languages in _LANGUAGES_OF_WORD.items() if languages != ("en",)])


@functools.lru_cache(maxsize=1)
def likely_language(text: str) -> str:
    """The language, as a BCP 47 tag, that a text seems to be in; "en" wherever nothing speaks clearly for another.

    A document that is checked has just been read, and its reader has asked already.
    """
    pieces = _first_pieces(text)
    if _is_clearly_english(pieces):
        return "en"
    words = _first_words(pieces)
    hits: Counter[str] = Counter()
    distinct: Counter[str] = Counter()
    for word, number in words.items():
        for language in _LANGUAGES_OF_WORD.get(word, ()):
            hits[language] += number
            distinct[language] += 1
    total = words.total()
    english = hits.pop("en", 0)
    by_script = _language_of_script(text) if english * 10 < total else None
    best = max(hits, key=lambda language: (hits[language], distinct[language]), default=None)
    if (
        best is not None
        and hits[best] >= max(_MIN_HITS, _MIN_SHARE * total, _LEAD * english)
        and distinct[best] >= _MIN_DISTINCT
    ):
        return best
    return by_script or "en"


def _is_clearly_english(pieces: Sequence[str]) -> bool:
    """Whether no other language can have `_LEAD` times as many function words: every doubtful piece is counted for it.

    Pieces with punctuation around them may be a function word of another language. Most texts are settled by this,
    in a quarter of the time.
    """
    english = sum(map(_ENGLISH_WORDS.__contains__, pieces))
    if english * 10 < len(pieces):
        return False
    others = sum(map(_OTHER_WORDS.__contains__, pieces)) + len(pieces) - sum(map(str.isalpha, pieces))
    return others < _LEAD * english


def _first_pieces(text: str) -> Sequence[str]:
    """What is between white space, up to `MAX_WORDS` of it."""
    return text[: _LONGEST * MAX_WORDS].replace("’", "'").split(None, MAX_WORDS)[:MAX_WORDS]


def _first_words(pieces: Sequence[str]) -> Counter[str]:
    """How often each of the first `MAX_WORDS` words occurs, as it is written: a word with a capital is mostly a name.

    Words are what is between white space, without the punctuation around them. A pattern for letters takes three times as
    long, which was a fifth of the time to load a document (benchmarks/documents.py).
    """
    found: Counter[str] = Counter()
    for piece, number in Counter(pieces).items():
        word = piece.strip(_AROUND_WORDS)
        if word[:1].isalpha():
            found[word] += number
    return found


def _language_of_script(text: str) -> str | None:
    """The language that most letters of a text belong to by their script; None where that is the Latin one."""
    scripts: Counter[str] = Counter()
    for found in islice(_LETTER.finditer(text), MAX_WORDS):
        scripts["LATIN" if found[0] < "\u0370" else unicodedata.name(found[0], "").split(" ")[0]] += 1
    total = scripts.total()
    if total >= _MIN_LETTERS and scripts["HIRAGANA"] + scripts["KATAKANA"] > total // 10:
        return "ja"
    script, number = max(scripts.items(), key=lambda item: item[1], default=("", 0))
    return _SCRIPTS.get(script) if 2 * number > total >= _MIN_LETTERS else None


NEGATIONS_ELSEWHERE = frozenset(
    [
        "nicht",
        "nichts",
        "nie",
        "niemals",
        "niemand",
        "kein",
        "keine",
        "keinen",
        "keinem",
        "keiner",
        "keines",
        "weder",
        "ne",
        "pas",
        "jamais",
        "rien",
        "aucun",
        "aucune",
        "nunca",
        "jamás",
        "nada",
        "nadie",
        "ninguno",
        "ninguna",
        "ningún",
        "tampoco",
        "não",
        "nenhum",
        "nenhuma",
        "ninguém",
        "non",
        "mai",
        "nessuno",
        "nessuna",
        "niente",
        "nulla",
        "niet",
        "niets",
        "geen",
        "nooit",
        "ikke",
        "ingen",
        "aldri",
        "aldrig",
        "inte",
        "inget",
        "inga",
        "nigdy",
        "nikt",
        "nem",
        "nincs",
        "soha",
        "değil",
        "не",
        "нет",
        "ни",
        "никогда",
        "никто",
        "ничего",
        "нельзя",
    ]
)
"""Negations of other languages than English, in lower case, without words that are common in English."""
