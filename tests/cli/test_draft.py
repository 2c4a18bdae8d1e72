"""`newsfacts draft`."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsfacts
from newsfacts.cli import main

ARTICLE = "The bridge is closed, Mayor Ruth Ilves said.\n\n“We found cracks in four pillars,” Ilves told reporters on Tuesday.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_a_text_becomes_a_document_with_proposals(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = article.with_suffix(".facts")
    assert main(["draft", str(article), "-o", str(target), "--published", "2024-07-04"]) == 0
    document = newsfacts.load(target)
    assert document.text == ARTICLE
    assert [str(time.value) for time in document.times] == ["2024-07-02"]
    assert all(annotation.draft is not None for annotation in document.annotations)
    assert "proposals to look at" in capsys.readouterr().out


def test_sure_proposals_are_taken_over_in_the_file(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = article.with_suffix(".facts")
    main(["draft", str(article), "-o", str(target), "--level", "guess"])
    capsys.readouterr()
    assert main(["draft", "--accept", "guess", str(target)]) == 0
    assert "no proposals are left" in capsys.readouterr().out
    assert all(annotation.draft is None for annotation in newsfacts.load(target).annotations)
    assert "draft=" not in target.read_text(encoding="utf-8")


def test_a_factbook_is_used_by_the_document(article: Path) -> None:
    article.with_name("town.factbook.yaml").write_text(
        "newsfacts: 1\nentities:\n  mayor: {name: Ruth Ilves, kind: person}\n", encoding="utf-8"
    )
    target = article.with_suffix(".facts")
    main(["draft", str(article), "-o", str(target), "--factbook", str(article.with_name("town.factbook.yaml"))])
    document = newsfacts.load(target)
    assert document.use == ("town.factbook.yaml",)
    assert {entity.id for attribution in document.attributions for entity in attribution.by} == {"mayor"}


def test_html_is_read_as_a_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "story.html"
    page.write_text("<html><title>Bridge</title><body><p>“It is closed,” Ruth Ilves said.</p></body></html>", "utf-8")
    assert main(["draft", str(page)]) == 0
    assert "[Ruth Ilves]{.source" in capsys.readouterr().out


def test_a_document_is_not_overwritten_unasked(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = article.with_suffix(".facts")
    target.write_text("[Ann]{.mention} left.", encoding="utf-8")
    assert main(["draft", str(article), "-o", str(target)]) == 2
    assert "--force overwrites it" in capsys.readouterr().err


def test_an_answer_with_words_that_are_not_there_has_exit_status_1(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = article.with_suffix(".json")
    answer.write_text(
        '{"attributions": [{"source": "Ilves", "cue": "said", "content": "The bridge is open"}]}', "utf-8"
    )
    assert main(["draft", str(article), "--answer", str(answer)]) == 1
    shown = capsys.readouterr()
    assert "attributions[0].content: absent: 'The bridge is open'" in shown.err
    assert "lost: The bridge is open" in shown.out


def test_the_prompt_asks_about_the_article(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", str(article), "--prompt"]) == 0
    assert capsys.readouterr().out.endswith(ARTICLE)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--prompt", "--answer", "a.json"], "--answer does not go with --prompt"),
        (["--accept", "sure", "--answer", "a.json"], "--answer does not go with --accept"),
        (["--answer", "a.json", "--level", "guess"], "--level does not go with --answer"),
        (["--prompt", "-o", "x.txt"], "--output does not go with --prompt"),
        (["--accept", "sure", "--only", "quotes"], "--only does not go with --accept"),
    ],
)
def test_options_of_which_one_would_be_ignored_are_refused(
    article: Path, capsys: pytest.CaptureFixture[str], options: list[str], message: str
) -> None:
    assert main(["draft", str(article), *options]) == 2
    assert message in capsys.readouterr().err


def test_parts_may_have_spaces_between(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", str(article), "--only", "counts, times"]) == 0
    assert ".attribution" not in capsys.readouterr().out
