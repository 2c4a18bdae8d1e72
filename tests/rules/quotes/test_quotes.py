"""What the rules of quotes say together: one defect is one finding, and the conventions of newspapers are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.counting import is_linear

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Plan, Result, check
from newsfacts.checking.fixes import apply_edits
from newsfacts.documents import parse
from newsfacts.findings import Applicability, Edit, Severity
from newsfacts.rules import Context, get_rule
from newsfacts.rules.quotes._marks import are_plainly_paired
from newsfacts.rules.quotes._verified import prepared_source, verified_quotes
from newsfacts.text.quotation_marks import QuoteKind, scan

SPEECH = (
    "We have built at least 12,000 homes in two years. We shall not, whatever they say, raise a single tax. "
    "He told me that the plan was\nsound. “I never doubted it,” I said."
)


def checked(text: str, folder: Path | None = None, **settings: object) -> Result:
    path = str(folder / "a.facts") if folder else "a.facts"
    if folder is not None:
        (folder / "speech.txt").write_text(SPEECH, encoding="utf-8")
    return check(parse(text, path=path).document, Configuration(select=("Q", "T04")))


def codes(text: str, folder: Path | None = None) -> list[str]:
    return [finding.code for finding in checked(text, folder).findings]


def from_speech(words: str) -> str:
    return f"[{words}]{{.quote source_text=speech.txt}} she said."


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("“We have built more than 12,000 homes,”", "Q01"),
        ("“The cheese of the north is the best,”", "Q01"),
        ("“We have built at least 12,000 homes in two-years,”", "Q02"),
        ("“raise a single tax ... We have built,”", "Q03"),
        ("“We shall ... raise a single tax,”", "Q04"),
        ("“We shall not raise a single tax,”", "Q05"),
        ("“We have built \\[some\\] homes,”", "Q07"),
        ("“We have built \\[not\\] at least 12,000 homes,”", "Q07"),
        ("“We shall,”", "Q04"),
        ("“doubted it”", "Q04"),
        ("“Raise a single tax.”", "Q04"),
        ("“000 homes in two years,”", "Q04"),
    ],
)
def test_a_quote_that_departs_from_its_source_is_one_finding(words: str, code: str, tmp_path: Path) -> None:
    assert codes(from_speech(words), tmp_path) == [code]


@pytest.mark.parametrize(
    "words",
    [
        "“We have built at least 12,000 homes in two years,”",  # the comma is the reporter's
        "that they would not “raise a single tax”",  # the negation is outside the marks
        "“He told me that the plan.”",  # a sentence that ends in the middle of one
        "“We shall,” she said, “not, whatever they say, raise a single tax”",  # the second part has the negation
        '"He told me that the plan was sound."',  # other marks, another line end
        "“We have built ... 12,000 homes in two years,”",
        "“\\[The mayor\\] told me that the plan was sound,”",
        "“He told me that \\[it\\] ... was sound,”",
        "“‘I never doubted it,’ I said.”",  # a quotation within one
        "that they would not, “whatever they say, raise a single tax”",  # only the marked words are hers
    ],
)
def test_a_fair_quote_is_no_finding(words: str, tmp_path: Path) -> None:
    result = checked(from_speech(words), tmp_path)
    assert (result.findings, result.skipped) == ((), ())


def test_a_quote_over_paragraphs_is_looked_for_paragraph_by_paragraph(tmp_path: Path) -> None:
    text = (
        "[“We have built at least 12,000 homes in two years.]{.quote #q source_text=speech.txt}\n\n"
        "[“We shall not, whatever they say, raise a single tax,”]{cont=q} she said."
    )
    assert codes(text, tmp_path) == []


def test_a_translation_is_verified_by_its_original_words(tmp_path: Path) -> None:
    good = 'She said: [“Der Plan taugt.”]{.quote translated=yes original="the plan was sound" source_text=speech.txt}'
    assert codes(good, tmp_path) == []
    assert codes(good.replace("was sound", "was rotten"), tmp_path) == ["Q01"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("gone.txt", "the source text gone.txt cannot be read: No such file or directory"),
        ("../speech.txt", "the source text ../speech.txt lies outside the project"),
        ("/etc/hostname", "the source text /etc/hostname lies outside the project"),
        ("latin.txt", "the source text latin.txt cannot be read: "),
        ("a\\x00b", "the source text a\\x00b cannot be read: No such file or directory"),
    ],
)
def test_a_source_that_cannot_be_read_is_one_warning(path: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    result = checked(f'[“We won,”]{{.quote source_text="{path}"}} she said.', tmp_path)
    (found,) = result.findings
    assert (found.code, str(found.severity), found.words) == ("Q01", "warning", f'source_text="{path}"')
    assert found.message.startswith(reason)
    assert result.skipped == ()


def test_a_changed_source_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "speech.txt"
    path.write_text("We won.", encoding="utf-8")
    assert prepared_source(str(path), 1, 7).text == "We won."
    path.write_text("We lost it.", encoding="utf-8")
    assert prepared_source(str(path), 2, 11).text == "We lost it."


def test_rules_of_one_family_verify_each_quote_once(tmp_path: Path) -> None:
    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")
    document = parse(from_speech("“We won,”"), path=str(tmp_path / "a.facts")).document
    context = Context(policy=Configuration().value_policy())
    assert verified_quotes(document, context) is verified_quotes(document, context)


def test_the_loss_of_a_light_word_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("It is, perhaps, safe. It is, never again, safe.", encoding="utf-8")
    for words, severity in (("It is ... safe. It", Severity.WARNING), ("safe. It is ... safe.", Severity.ERROR)):
        text = f"[“{words}”]{{.quote source_text=s.txt}} she said."
        found = check(parse(text, path=str(tmp_path / "a.facts")).document).findings
        assert [(finding.code, finding.severity) for finding in found if finding.code == "Q04"] == [("Q04", severity)]


@pytest.mark.parametrize(
    "text",
    [
        "“We won.\n\n“We really did,” she said.\n\nHe left.",
        "“We’re the ’90s kids,” she said of the students’ club, “aren’t we?”",
        'The 6\'2" guard and the 5\'11" forward called it "a dream."',
        "“He told me, ‘Go home, y’all,’ and I did.”",
        "“He asked: ‘Who said “never”?’”",
        "«Nous avons gagné», a-t-il dit. „Nie wieder“, sagte sie. ”Aldrig”, sa han.",
        "“We won\nthe game,\nand the cup,” she said.",
        "“First.”\n“Second,” he said.\nShe left.",
    ],
)
def test_conventions_of_newspapers_are_no_finding(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("“We won, she said.\n\nHe left.", "Q08"),
        ("We won,” she said.", "Q08"),
        ('“We won," she said.', "Q09"),
        ("“We won.\n\nWe really did,” she said.", "Q10"),
        ("“He said “no” to me,” she said.", "Q11"),
        ("[“We won,]{.quote by=ann}” she said.", "Q12"),
        ("[We won]{.quote by=ann form=direct}, she said.", "Q13"),
        ("[that we “won”]{.quote by=ann form=direct}, she said.", "Q14"),
        ("He watched [“Meet the Press”]{.quote}.", "Q18"),
        ("The hall was full. [“We won.”]{.quote}", "T04"),
    ],
)
def test_one_defect_of_marks_is_one_finding(text: str, code: str) -> None:
    assert codes(f"---\nnewsfacts: 1\nentities: {{ann: {{name: Ann}}}}\n---\n{text}") == [code]


def test_marks_of_asides_are_not_looked_at() -> None:
    assert codes("[Read more: “We won]{.aside}\n\nHe left.") == []


def test_tokenized_text_is_not_judged() -> None:
    result = checked('She said , " We won . " He left . " No . "')
    assert result.findings == ()
    assert {skipped.code for skipped in result.skipped} == {"Q08", "Q09", "Q10", "Q11"}
    assert {skipped.reason for skipped in result.skipped} == {
        "quotation marks are between spaces here, so nothing shows which ones open and which ones close"
    }


@given(st.text("“”‘’'\" \nab.,", max_size=40))
def test_nothing_is_amiss_with_plainly_paired_marks(text: str) -> None:
    if are_plainly_paired(text):
        assert scan(text).problems == ()


@given(
    st.lists(st.sampled_from(["“We won,”", "[“We won,]{.quote}”", "“[We won,”]{.quote}", "“[We won]{.quote}” ", "x"]))
)
def test_moving_a_bracket_over_a_mark_is_safe_and_lasts(parts: list[str]) -> None:
    text = " she said. ".join(parts)
    document = parse(text).document
    context = Context(policy=Configuration().value_policy())
    rule = get_rule("Q12")
    edits: list[Edit] = []
    for found in rule.check(document, context):
        assert getattr(found, "fix", None) is not None
        assert found.fix.applicability is Applicability.SAFE  # type: ignore[union-attr]
        edits += found.fix.edits  # type: ignore[union-attr]
    mended = parse(apply_edits(text, edits)).document
    assert mended.text == document.text
    assert list(rule.check(mended, context)) == []


def test_no_fix_over_other_markup() -> None:
    result = checked("[[“We won,]{.quote} [she]{.source} [said]{.cue}]{.attribution}” so.")
    assert [(finding.code, finding.fix) for finding in result.findings] == [("Q12", None)]


@pytest.mark.parametrize("part", ["'\" ", "“a\n\n", "“a ‘b ", "[“a,]{.quote}” ", "[a “b]{.claim} c” "])
def test_checking_marks_takes_time_in_the_length_of_the_text(part: str) -> None:
    plan = Plan.of(Configuration(select=("Q",)))
    assert is_linear(lambda document: check(document, plan), lambda size: parse(part * size).document, 60, factor=4)


def test_one_quote_over_several_paragraphs_is_one_quotation(tmp_path: Path) -> None:
    text = (
        "[“We have built at least 12,000 homes in two years.]{.quote #q source_text=speech.txt}\n\n"
        "[“We shall not, whatever they say,]{cont=q}\n\n[“raise a single tax,”]{cont=q} she said."
    )
    document = parse(text, path=str(tmp_path / "a.facts")).document
    (quote,) = document.quotes
    assert len(quote.spans) == 3
    assert quote.kind is QuoteKind.DIRECT
    assert codes(text, tmp_path) == []
    (stretch,) = scan(document.text).stretches
    assert [document.text[start:end].strip() for start, end in stretch.parts] == [
        "We have built at least 12,000 homes in two years.", "We shall not, whatever they say,", "raise a single tax,",
    ]  # fmt: skip
