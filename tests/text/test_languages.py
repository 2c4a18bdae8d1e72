"""Which language a text seems to be in, and what follows where its document does not say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.checking.document import check
from newsfacts.documents import parse
from newsfacts.model import Unreadable
from newsfacts.text.languages import LANGUAGE_NAMES, likely_language

SENTENCES = {
    "de": "Die Feuerwehr war am Montag mit vierzig Leuten im Einsatz und konnte das Dach des Hauses nicht retten.",
    "fr": "Les pompiers sont arrivés dans la nuit avec deux camions, mais ils n'ont pas pu sauver le toit de la maison.",
    "es": "Los bomberos llegaron por la noche con dos camiones, pero no pudieron salvar el techo de la casa.",
    "it": "I pompieri sono arrivati nella notte con due camion, ma non hanno potuto salvare il tetto della casa.",
    "pt": "Os bombeiros chegaram de noite com dois camiões, mas não conseguiram salvar o telhado da casa.",
    "nl": "De brandweer kwam in de nacht met twee wagens, maar kon het dak van het huis niet meer redden.",
    "sv": "Brandmännen kom på natten med två bilar, men de kunde inte rädda taket på huset och det brann ner.",
    "pl": "Strażacy przyjechali w nocy i nie udało się im uratować dachu, ale nikt nie był ranny, a dom jest do remontu.",
    "ru": "Пожарные приехали ночью на двух машинах, но не смогли спасти крышу, и дом был закрыт.",
    "uk": "Пожежники приїхали вночі на двох машинах, але не змогли врятувати дах, і будинок був закритий.",
    "el": "Οι πυροσβέστες έφτασαν τη νύχτα με δύο οχήματα, αλλά δεν μπόρεσαν να σώσουν τη στέγη.",
    "ar": "وصل رجال الإطفاء في الليل مع سيارتين لكنهم لم يتمكنوا من إنقاذ السقف",
    "ja": "消防隊は夜に二台の車で到着したが、家の屋根を救うことはできなかった。",
    "zh": "消防队夜里乘两辆车赶到现场，但是没有能够保住那座房子的屋顶。",
    "ko": "소방대는 밤에 차량 두 대로 도착했지만 집의 지붕을 구하지 못했다.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_is_enough(language: str) -> None:
    assert likely_language(SENTENCES[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024",
        "The firemen came at night with two engines, but they could not save the roof.",
        "Die Hard is a film; Der Spiegel and Die Zeit are magazines that he reads.",
        "“U-S-A! U-S-A! U-S-A!”",
        "El Al, La Scala, De Beers.",
        "He said “Ich bin ein Berliner” to the crowd, and the crowd cheered.",
        "Москва",
    ],
)
def test_english_is_assumed_where_nothing_speaks_clearly_against_it(text: str) -> None:
    assert likely_language(text) == "en"


@given(st.text(max_size=400))
def test_any_text_has_an_answer(text: str) -> None:
    assert likely_language(text) in LANGUAGE_NAMES


GERMAN = "Nach Angaben der Polizei waren [1.300]{.count} Menschen auf dem Platz, und es kam zu keinem Zwischenfall."


def test_a_german_number_is_not_read_as_an_english_one_where_no_language_is_given() -> None:
    (count,) = parse(GERMAN).document.counts
    assert str(count.value) == "1300"


def test_the_declared_language_goes_before_what_the_words_suggest() -> None:
    (count,) = parse(f"---\nnewsfacts: 1\nlanguage: en\n---\n{GERMAN}").document.counts
    assert str(count.value) == "1.300"


def test_number_words_of_another_language_are_not_taken_for_english() -> None:
    parsed = parse("---\nnewsfacts: 1\nlanguage: de\n---\n[2,5 Millionen Euro]{.count} fehlen.")
    (count,) = parsed.document.counts
    assert isinstance(count.value, Unreadable)
    result = check(parsed.document)
    assert result.findings == ()
    assert [(s.reason) for s in result.skipped if s.code == "N23"] == [
        "words are read in English only, and the language is 'de'; this could not be checked"
    ]


def test_the_language_of_a_quote_decides_within_the_quote() -> None:
    body = "He said: [“Es waren [1.300]{.count #inner}”]{.quote lang=de}, and [1.300]{.count #outer} it was."
    document = parse(f"---\nnewsfacts: 1\nlanguage: en\n---\n{body}").document
    assert [str(count.value) for count in document.counts] == ["1300", "1.300"]


def test_a_date_in_words_of_another_language_is_not_read() -> None:
    (time,) = parse("---\nnewsfacts: 1\nlanguage: de\n---\nAm [3. Mai 2024]{.time}.").document.times
    assert isinstance(time.value, Unreadable)
    (iso,) = parse("---\nnewsfacts: 1\nlanguage: de\n---\nAm [2024-05-03]{.time}.").document.times
    assert str(iso.value) == "2024-05-03"
