"""Reads a number phrase into a `Quantity`: "between 1.2 and 1.5 million people", "second in two months".

    phrase     = words quantity words
    quantity   = opening shape following                                        `opening`, `ranges`, `following`
    opening    = {hedge | tone | change | "between" | "from"}
    shape      = term ("and" | "to" | "-" | "or") term | term
    term       = [currency] numeral [percent | currency | measure | "times" | "-fold"] | vague word
    following  = {"or more" | "more" | ...} [noun] [rate] [window]

The first place where a quantity can start is taken, and the phrase is refused if another number is left over: nothing
is guessed. Reading is one pass over the tokens with bounded look-ahead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.values.languages import is_english
from newsfacts.values.quantities.currencies import (
    CURRENCY_CODES,
    CURRENCY_PREFIXES,
    CURRENCY_SIGNS,
    NATIONAL,
)
from newsfacts.values.quantities.quantity import Change, Quantity, QuantityKind
from newsfacts.values.quantities.reading.draft import Draft
from newsfacts.values.quantities.reading.following import read_following
from newsfacts.values.quantities.reading.hedges import BEFORE, CHANGE_WORDS, EXTRA
from newsfacts.values.quantities.reading.idioms import IDIOM_WORDS, idiom_at
from newsfacts.values.quantities.reading.left_over import BEST_AND_WORST, BEST_OR_WORST, LARGER_PARTS
from newsfacts.values.quantities.reading.money import LETTERS_BEFORE, LOWER_CODES
from newsfacts.values.quantities.reading.names import Skipped, is_label, names_place_or_group, not_a_quantity
from newsfacts.values.quantities.reading.nouns import STOP
from newsfacts.values.quantities.reading.number_like_words import WORD_STARTS
from newsfacts.values.quantities.reading.number_words import (
    HUNDRED,
    MAGNITUDE,
    MULTIPLIERS,
    NUMBER_WORDS,
    ORDINAL,
    PLURAL_PARTS,
    TENS,
    VULGAR_FRACTIONS,
    word_set,
)
from newsfacts.values.quantities.reading.opening import MARGIN_STARTS, read_opening
from newsfacts.values.quantities.reading.ranges import read_shape
from newsfacts.values.quantities.reading.sized import starts_sized_noun
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token, tokenize, with_text
from newsfacts.values.quantities.reading.words import Words

if TYPE_CHECKING:
    from newsfacts.values.policy import Policy

__all__ = ["parse_quantity"]

_DEFAULT_CURRENCIES: Final[Mapping[str, str]] = {"$": "USD", "rupee": "INR"}
_LONG_SCALE: Final = {
    "billion": "trillion", "billions": "trillions", "bn": "trillion", "trillion": "quintillion",
    "trillions": "quintillions", "tn": "quintillion", "quadrillion": "septillion",
}  # fmt: skip
"""Long-scale names (a billion is a million millions) -> the short-scale name of the same number."""
_UNBOUNDED: Final = {
    "few": "'few' without 'a' says that there are not many, and sets no bound",
    "many": "'many' names no number",
    "numerous": "'numerous' names no number",
    "countless": "'countless' names no number",
    "plurality": "a plurality is the largest part, and sets no bound by itself",
}
_STARTS: Final = frozenset(
    {
        *BEFORE, *CHANGE_WORDS, *EXTRA, *MARGIN_STARTS, *NUMBER_WORDS, *CURRENCY_SIGNS, *CURRENCY_PREFIXES, *LOWER_CODES, *LETTERS_BEFORE, *WORD_STARTS,
        *VULGAR_FRACTIONS, *(pair[0] for pair in NATIONAL), "between", "from", "-", "minus", "negative", "+", "point",
        "only", "just", "merely", "barely", "hardly", "scarcely", "mere", "rs", "rm", "ringgit", "rupee", "rupees",
        "ringgits", "naira",
    }
)  # fmt: skip
"""What a quantity can begin with, so that most words of a sentence cost one look-up."""
_SURE_STARTS: Final = _STARTS - NUMBER_WORDS.keys() - {"-", "+"}
"""Those of which it does not depend on the words around them whether they may."""


def parse_quantity(phrase: str, policy: Policy | None = None, *, language: str | None = None) -> Quantity:
    """The quantity that `phrase` states, alone or among other words.

    `policy` only settles what "$" and other names of several currencies mean (default: the news policy, US
    dollar), and whether a billion is 10**9 or 10**12.
    `language` is a BCP 47 tag, None for English. In any other language only digits are read, with that language's
    separators and the signs that all share (%, €, km); a phrase with words is refused with the kind `LANGUAGE`.
    Raises `UnreadableValue`, with the reason, if the phrase states no number, more than one, or one that is malformed.
    """
    currencies = _DEFAULT_CURRENCIES if policy is None else policy.locale_currency
    if language is not None and not is_english(language):
        from newsfacts.values.quantities.reading.foreign import read_foreign

        return read_foreign(phrase, language, currencies)
    tokens = tokenize(phrase)
    if policy is not None and policy.billion == "long":
        tokens = [with_text(token, _LONG_SCALE[token.text]) if token.text in _LONG_SCALE else token for token in tokens]
    words = Words(phrase, tokens, currencies)
    if tokens[0].text in MULTIPLIERS and _is_cut_off(tokens):
        raise words.refused(f"a number is missing before “{tokens[0].raw}”", UnreadableKind.DIFFERENT)
    at, last = 0, len(tokens) - 3
    while at < last:
        in_digits = tokens[at].kind == DIGITS
        skipped = None
        if in_digits:
            skipped = not_a_quantity(tokens, at)
        elif tokens[at].text in _MAY_BE_SKIPPED:
            skipped = _idiom_at(tokens, at)
        if skipped is not None:
            words.skipped = words.skipped or words.refused(skipped.reason, UnreadableKind.DIFFERENT)
            at = skipped.end
            continue
        starts = in_digits or tokens[at].text in _SURE_STARTS or _may_start(words, at)
        found = _quantity_at(words, at) if starts else None
        if found is not None:
            return found
        at += 1
    raise _refused(words)


def _idiom_at(tokens: Sequence[Token], at: int) -> Skipped | None:
    """An idiom that states no quantity, at token `at`."""
    idiom = idiom_at(tokens, at + (tokens[at].text == "a"))
    return None if idiom is None else Skipped(f"“{idiom.text}” is an idiom or a name, and states no number", idiom.end)


_MAY_BE_SKIPPED: Final = IDIOM_WORDS | {"a"}
"""What an idiom can begin with, from its number word or the article before it on."""


def _is_cut_off(tokens: Sequence[Token]) -> bool:
    """ "billion members", "million a year": how many?"""
    following = tokens[1]
    return following.kind == WORD and following.text not in NUMBER_WORDS and following.text != "and"


def _quantity_at(words: Words, at: int) -> Quantity | None:
    tokens = words.tokens
    if tokens[at].text in _MAY_BE_NAMES and _is_name(tokens, at):
        return None
    opening = read_opening(words, at)
    if (
        not opening.preposition
        and opening.end > at
        and words.tokens[opening.end].kind == DIGITS
        and not_a_quantity(words.tokens, opening.end)
    ):
        return None  # "from the 2016 race"
    shape = read_shape(words, opening)
    if shape is None:
        return None
    if at and tokens[at - 1].text in _SPOILING:
        _refuse_by_before(words, at)
    draft = Draft(opening, shape)
    read_following(words, draft)
    if at and tokens[at - 1].text == "by" and draft.change is Change.NONE and _may_change(draft):
        draft.change = _change_before_by(tokens, at - 1)
    return draft.finish()


def _may_change(draft: Draft) -> bool:
    return draft.kind in _OFTEN_CHANGES or draft.unit in ("point", "points")


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number word belongs to a name or an idiom: "zero-sum", "a one-off", "half joking", "one another"."""
    text, following = tokens[at].text, tokens[at + 1].text
    if text == "half":
        return following.endswith("ing")
    if text == "one" and following == "another":
        return True
    first = at + 1 if text in ("a", "the") else at
    return tokens[first + 1].text == "-" and tokens[first + 2].text in _IN_NAMES.get(tokens[first].text, ())


def _refuse_by_before(words: Words, at: int) -> None:
    """Raise `UnreadableValue` where the words before a number say that it is not one that is stated."""
    tokens = words.tokens
    before = tokens[at - 1].text
    if before == "of" and at > 1 and _is_part_of(tokens, at):
        raise words.refused("it says that it is a part of that, not how much", UnreadableKind.UNBOUNDED)
    if before in ("of", "the") and "neither" in (tokens[at - 2].text, tokens[at - 3].text if at > 2 else ""):
        raise words.refused("“neither” says that it is none of them", UnreadableKind.DIFFERENT)
    last = at - 2 if before == "," else at - 1
    if last > 0 and tokens[last].text in BEST_AND_WORST and tokens[last - 1].text == "at":
        raise words.refused(BEST_OR_WORST, UnreadableKind.UNBOUNDED)
    if (before, tokens[at - 2].text if at > 1 else "") in _DENYING or before in ("never", "except"):
        raise words.refused("it says what the number is not", UnreadableKind.DIFFERENT)
    if before == "¢":
        raise words.refused("a sign for cents comes after its number, as in 50¢", UnreadableKind.DIFFERENT)
    if before == "not" or (before == "the" and at > 1 and _is_denied(tokens, at - 2)):
        raise words.refused("it says what the number is not", UnreadableKind.DIFFERENT)
    _refuse_by_joiner(words, at, before)


def _refuse_by_joiner(words: Words, at: int, before: str) -> None:
    """The same for "and" and "but" before a number."""
    tokens = words.tokens
    half = tokens[at].text == "a" and tokens[at + 1].text == "half"
    if before == "and" and at > 1 and half and tokens[at - 2].kind == WORD:
        raise words.refused(f"“{tokens[at - 2].raw}” is not a unit of measure", UnreadableKind.DIFFERENT)
    if before == "but" and at > 1 and tokens[at - 2].text == "all":
        raise words.refused("it says how many are left out, not how many there are", UnreadableKind.DIFFERENT)
    if before == "but" and at > 1 and tokens[at - 2].text == "anything":
        raise words.refused("it says what the number is not", UnreadableKind.DIFFERENT)


def _is_part_of(tokens: Sequence[Token], at: int) -> bool:
    """ "hundredths of a second", "a fraction of a mile", "the better part of two decades"; but "part of a 12-member team"."""
    part = tokens[at - 2].text
    if part == "part" and at > 2 and tokens[at - 3].text in LARGER_PARTS:
        return True
    if part not in _PARTS and NUMBER_WORDS.get(part, (0,))[0] != PLURAL_PARTS:
        return False
    following = tokens[at + 1]
    return (
        tokens[at].text in ("a", "an") and following.kind == WORD and NUMBER_WORDS.get(following.text, (99,))[0] > TENS
    )


_PARTS: Final = word_set("fraction fractions part parts portion bulk much rest remainder")


def _is_denied(tokens: Sequence[Token], at: int) -> bool:
    """ "not the first"; "whether or not the first" denies nothing."""
    return tokens[at].text in ("not", "n't", "isn't", "isn’t", "wasn't", "wasn’t") and not (
        at and tokens[at - 1].text == "or"
    )


_MAY_BE_NAMES: Final = frozenset({"zero", "one", "half", "a", "the"})
_DENYING: Final = frozenset({("longer", "no"), ("than", "other"), ("than", "rather"), ("of", "instead")})
"""The last word before a number that is not the one stated, and the word before that."""
_SPOILING: Final = frozenset(
    {"of", "the", "¢", "not", "and", "but", "best", "worst", ",", "longer", "than", "never", "except"}
)


def _change_before_by(tokens: Sequence[Token], by: int) -> Change:
    """ "raised rates by 75 basis points": what the verb before the object says."""
    for at in range(by - 1, max(by - 1 - MAX_OBJECT, -1), -1):
        if tokens[at].text in _CHANGING:
            return _CHANGING[tokens[at].text]
        if tokens[at].kind == DIGITS:
            break
    return Change.NONE


MAX_OBJECT: Final = 4
"""How many words may come between a verb of change and "by"."""
_OFTEN_CHANGES: Final = frozenset(
    {QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.BASIS_POINTS, QuantityKind.MONEY}
)
_CHANGING: Final = {
    **dict.fromkeys(("raised", "lifted", "boosted", "increased", "hiked", "raise", "increase"), Change.UP),
    **dict.fromkeys(("cut", "reduced", "lowered", "decreased", "trimmed", "slashed", "reduce"), Change.DOWN),
}  # fmt: skip


def _may_start(words: Words, at: int) -> bool:
    """Whether a quantity can begin with the token at `at`, which is not digits."""
    tokens = words.tokens
    token = tokens[at]
    if token.text == "-":
        return not at or (not token.glued and not _is_dash(tokens, at))
    if token.text == "+" and at and tokens[at - 1].kind == WORD and token.glued:
        return False  # "UTC+8"
    if token.text in NUMBER_WORDS and _belongs_to_digits_or_name(tokens, at):
        return False
    return token.text in _STARTS or (token.kind == WORD and _is_code_or_derived(token))


def _is_dash(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen between spaces sets off what follows: "the plan - one of three", but not "a low of - 5"."""
    before, following = tokens[at - 1], tokens[at + 1]
    if following.glued:
        return False
    return following.kind == WORD or (before.kind == WORD and before.text not in STOP)


def _is_code_or_derived(token: Token) -> bool:
    """ "CHF", "MEUR"; "sixfold", "fortyish"."""
    return (
        token.raw in CURRENCY_CODES
        or token.raw[1:] in CURRENCY_CODES
        or (len(token.text) > 4 and token.text.endswith(("fold", "ish")))
    )


def _belongs_to_digits_or_name(tokens: Sequence[Token], at: int) -> bool:
    """ "N5.2 | billion", whose digits were passed over; "the first | three", of which the three counts; "Big Ten"."""
    token = tokens[at]
    role = NUMBER_WORDS[token.text][0]
    following = tokens[at + 1]
    if token.text == "oh":
        return following.text not in ("-", "point")  # “Oh, yes”, but "oh-point-five"
    if role == ORDINAL and (following.kind == DIGITS or NUMBER_WORDS.get(following.text, (99, 0))[0] <= TENS):
        return not starts_sized_noun(tokens, at + 1)
    if token.raw[0].isupper() and names_place_or_group(tokens, at):
        return True
    if not at:
        return False
    previous = tokens[at - 1]
    if _is_in_idiom(tokens, at):
        return True
    if previous.text == "-" and at > 1 and _glues(tokens, at - 1):
        return True  # "no-quarter"
    if role <= TENS and is_label(tokens, at - 1):
        return True  # "season four"
    if role in (HUNDRED, MAGNITUDE) and previous.kind == DIGITS:
        return True
    if not (token.raw[0].isupper() and previous.raw[0].isupper()):
        return False
    if previous.text in _BEFORE_NAMED_NUMBER:
        return True
    named = previous.kind == WORD and previous.text not in NUMBER_WORDS and previous.text not in STOP
    return following.kind != WORD and named and role <= TENS  # "BBC One", "Fantastic Four"


def _is_in_idiom(tokens: Sequence[Token], at: int) -> bool:
    """ "split second", "quarter to nine", "the one he wants", "baker's dozen", "by the dozen"."""
    token, previous, following = tokens[at], tokens[at - 1], tokens[at + 1]
    before = tokens[at - 2].text if at > 1 else ""
    if token.text in ("second", "seconds") and previous.text in ("per", "split"):
        return True
    if previous.text in ("to", "past") and before in ("quarter", "half"):
        return True
    described = before in ("a", "an") and previous.kind == WORD and previous.text not in NUMBER_WORDS
    if token.text == "one" and (previous.text in _BEFORE_PRONOUN or described):
        return following.kind != WORD or following.text in STOP or following.text.endswith("ed")
    if token.text != "dozen":
        return False
    return previous.text in ("baker's", "baker’s", "bakers") or (previous.text == "the" and before == "by")


def _glues(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen joins a word of its own to the number after it."""
    before = tokens[at - 1]
    return before.kind == WORD and tokens[at].glued and tokens[at + 1].glued


_IN_NAMES: Final = {
    "zero": word_set("sum tolerance day emission emissions carbon hour hours gravity waste covid energy"),
    "one": word_set("two off offs time sided way stop size liner liners upmanship"),
}
"""What makes a name with a number word: "zero-sum", "a one-off"."""
_BEFORE_PRONOUN: Final = word_set("the this that every each any which another only no some last next right wrong other")
_BEFORE_NAMED_NUMBER: Final = word_set(
    "top big final elite sweet fab magnificent war force formula capital square ground park rock"
)
"""Capitalised, and before a capitalised number, these make a name: "Big Ten", "Formula One"."""


def _refused(words: Words) -> UnreadableValue:
    """Why nothing could be read."""
    if words.refusal is not None:
        return words.refusal
    for token in words.tokens:
        if token.text in _UNBOUNDED:
            return words.refused(_UNBOUNDED[token.text], UnreadableKind.UNBOUNDED)
    if words.skipped is not None:
        return words.skipped
    reason = "it states no number" if words.phrase.strip() else "it is empty"
    return words.refused(reason, UnreadableKind.NO_VALUE)
