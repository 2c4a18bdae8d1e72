"""`newsfacts verify`: quotations of texts and lists, sources of every kind, and who is said to speak."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsfacts.cli import main

ARTICLE = """\
“We are not a bank,” said Mark Tanner. “We never were.”

The line “never opened its books”, the ministry said. “I still have the letter,” said Ruth Hall.
"""
TALK = "ANN LEE: No comment. We will pay.\nBOB HILL: No comment. We will not pay.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "talk.txt").write_text(TALK, encoding="utf-8")
    return tmp_path


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_markdown_is_read_as_a_text_and_not_line_by_line(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "answer.md").write_text(
        "# The “ferry”\n\nHe said: “We are not a bank.”\n\n```\n“code”\n```\n\n- She has “the letter”.\n",
        encoding="utf-8",
    )
    main(["verify", "answer.md", "--source", "article.txt"])
    quoted = [line.split("  ")[-1] for line in lines(capsys) if "article.txt:" in line]
    assert "“We are not a bank.”" in quoted
    assert "“the letter”" in quoted
    assert not any("code" in line for line in quoted)


def test_a_plain_text_can_be_searched_for_quotations(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "draft.txt").write_text("He said “we are not a bank” and\nleft “his books” there.\n", encoding="utf-8")
    assert main(["verify", "draft.txt", "--source", "article.txt", "--find"]) == 1
    assert lines(capsys)[-1] == "1 of 2 quotations verified"


def test_a_text_with_quotations_is_never_their_source(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "draft.txt").write_text("He said “we are not a shop” there.\n", encoding="utf-8")
    assert main(["verify", "draft.txt", "--source", ".", "--find"]) == 1
    assert capsys.readouterr().err == "newsfacts: ./draft.txt has the quotations, and is not taken as a source\n"
    assert main(["verify", "draft.txt", "--source", "draft.txt", "--find"]) == 2


def test_an_attribution_between_the_parts_is_shown(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "q.txt").write_text("We are not a bank. We never were.\n", encoding="utf-8")
    assert main(["verify", "q.txt", "--source", "article.txt"]) == 0
    assert lines(capsys) == [
        "interrupted article.txt:1:2  We are not a bank. We never were.",
        "            the words are in the source; between the parts there is 'said Mark Tanner.'",
        "1 of 1 quotation verified",
    ]


@pytest.mark.parametrize(
    ("words", "speaker", "remark"),
    [
        ("We are not a bank.", "Tanner", ""),
        ("We are not a bank.", "Ruth Hall", "said by Mark Tanner, not by Ruth Hall"),
        ("I still have the letter", "Ms. Hall", ""),
        ("never opened its books", "Hall", "the source does not say that Hall says it"),
    ],
)
def test_the_speaker_of_an_article(
    words: str, speaker: str, remark: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "q.txt").write_text(f"{words}\n", encoding="utf-8")
    assert main(["verify", "q.txt", "--source", "article.txt", "--speaker", speaker]) == (1 if remark else 0)
    assert any(remark == line.strip() for line in lines(capsys)) is bool(remark)


def test_the_speakers_of_a_transcript_and_of_a_list(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = [
        {"quote": "No comment.", "speaker": "Lee"},
        {"quote": "No comment.", "speaker": "Bob Hill"},
        {"quote": "We will pay.", "speaker": "Bob Hill"},
        {"quote": "We will pay."},
    ]
    (here / "q.json").write_text(json.dumps(asked), encoding="utf-8")
    assert main(["verify", "q.json", "--source", "talk.txt", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [one["verified"] for one in found] == [True, True, False, True]
    assert [one["place"] for one in found] == ["talk.txt:1:10", "talk.txt:2:11", "talk.txt:1:22", "talk.txt:1:22"]
    assert found[2]["speaker"] == {
        "asked": "Bob Hill",
        "found": ["ANN LEE"],
        "remark": "said by ANN LEE, not by Bob Hill",
    }
    assert found[3]["speaker"] is None


def test_a_table_has_a_column_of_speakers(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "q.csv").write_text('quote,speaker\n"We are not a bank.",Tanner\n"We are not a bank.",\n', encoding="utf-8")
    assert main(["verify", "q.csv", "--source", "article.txt"]) == 0
    (here / "q.tsv").write_text("words\nno\n", encoding="utf-8")
    assert main(["verify", "q.tsv", "--source", "article.txt"]) == 2
    assert "has no column named quote" in capsys.readouterr().err


def test_sources_are_files_of_all_kinds_folders_and_patterns(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "texts").mkdir()
    (here / "texts" / "a.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nWe will pay\n", encoding="utf-8")
    (here / "texts" / "b.docx").write_bytes(b"broken")
    (here / "q.txt").write_text("We will pay\n", encoding="utf-8")
    assert main(["verify", "q.txt", "--source", "texts"]) == 0
    captured = capsys.readouterr()
    assert captured.out.splitlines()[0].split("  ")[0:1] == ["exact"]
    assert "texts/a.srt, 00:00:01.000" in captured.out
    assert "texts/b.docx cannot be read" in captured.err
    assert main(["verify", "q.txt", "--source", "texts/b.docx"]) == 2
    assert "texts/b.docx cannot be read" in capsys.readouterr().err


def test_a_limit_outside_is_shown_and_changes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "speech.txt").write_text("I will vote for the budget, unless it cuts the train.\n", encoding="utf-8")
    (here / "q.txt").write_text("vote for the budget\n", encoding="utf-8")
    assert main(["verify", "q.txt", "--source", "speech.txt"]) == 0
    assert "            warning: 'unless' follows the quotation" in lines(capsys)


@pytest.mark.parametrize(
    "table",
    [
        'quote;speaker\n"We are not a bank.";Tanner\n',
        '\ufeffQuote,Speaker\n"We are not a bank.",Tanner\n',
        'speaker , quote \nTanner,"We are not a bank."\n',
    ],
)
def test_a_table_is_read_as_spreadsheets_write_it(table: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "q.csv").write_text(table, encoding="utf-8")
    assert main(["verify", "q.csv", "--source", "article.txt"]) == 0
    assert "1 of 1 quotation verified" in capsys.readouterr().out


def test_a_table_without_quotations_is_refused_with_the_columns_it_has(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "q.csv").write_text("Words,Name\na,b\n", encoding="utf-8")
    assert main(["verify", "q.csv", "--source", "article.txt"]) == 2
    assert "q.csv has no column named quote; it has Words, Name" in capsys.readouterr().err


def test_whole_sentences_taken_for_quotations_are_pointed_out(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "q.txt").write_text("Tanner said “We are not a bank” today.\n“We are not a bank.”\n", encoding="utf-8")
    assert main(["verify", "q.txt", "--source", "article.txt"]) == 1
    assert "1 of them have quotation marks within; --find takes" in capsys.readouterr().err
    (here / "q.txt").write_text("“We are not a bank.”\nWe are not “a” bank\n", encoding="utf-8")
    main(["verify", "q.txt", "--source", "article.txt"])
    assert capsys.readouterr().err == ""


def test_lines_with_dashes_are_not_those_of_the_speaker_before(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "talk.srt").write_text(
        "1\n00:00:01,000 --> 00:00:02,000\nANN LEE: We heard a bang.\n\n2\n00:00:02,000 --> 00:00:03,000\n- Did you run away?\n"
        "- We walked out.\n\n3\n00:00:03,000 --> 00:00:04,000\n- Who was first?\n- BOB HILL: It was me,\nI think.\n\n4\n00:00:03,000 --> 00:00:04,000\nBOB HILL: I was at home.\n",
        encoding="utf-8",
    )
    (here / "q.txt").write_text("We heard a bang\nWe walked out\nrun away? We walked out\n", encoding="utf-8")
    assert main(["verify", "q.txt", "--source", "talk.srt", "--speaker", "Ann Lee"]) == 1
    said = lines(capsys)
    assert said[0] == "exact       talk.srt, 00:00:01.000  We heard a bang"
    assert "            the source does not say that Ann Lee says it" in said
    assert said[-1] == "1 of 3 quotations verified"
    main(["verify", "q.txt", "--source", "talk.srt"])
    assert lines(capsys)[-1] == "2 of 3 quotations verified"
    (here / "q.txt").write_text("It was me, I think.", encoding="utf-8")
    assert main(["verify", "q.txt", "--source", "talk.srt", "--speaker", "Bob Hill"]) == 0
