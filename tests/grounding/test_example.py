"""The example of an answer has the faults that its page names, and no others."""

from __future__ import annotations

import re
from pathlib import Path

from newsfacts import GroundOutcome, ground, read_source, read_sources
from newsfacts.grounding.findings import findings_of

FOLDER = Path(__file__).parent.parent.parent / "examples" / "answer"
FOUND = ground(read_source(FOLDER / "answer.md"), read_sources([FOLDER / "sources"]))


def words_of(words: str) -> str:
    return " ".join(words.split()).strip("“”,.")


def test_the_eight_planted_faults_are_found_and_nothing_else() -> None:
    assert [(finding.code, words_of(finding.words)) for finding in findings_of(FOUND)] == [
        ("G03", "Friday, 4 July 2024"),
        ("G04", "600 journalists"),
        ("G03", "€14.2 million"),
        ("G05", "5 percentage points"),
        ("G06", "250 buses"),
        ("G01", "We had never expected so many guests in a city of this size"),
        ("G07", "The roads around the palace will be open again on Saturday"),
        ("G02", "Nobody left the summit with empty hands"),
    ]


def test_fair_uses_are_supported() -> None:
    assert FOUND.of(GroundOutcome.NOT_CHECKED) == ()
    supported = {words_of(item.words) for item in FOUND.items if item.ok}
    assert supported >= {
        "4 July", "2001", "about 40 meetings", "More than 1,000 volunteers",
        "The halls were ready on time, and not a single meeting had to be postponed",
    }  # fmt: skip
    assert [one.why for one in FOUND.left_out if one.words == "43 extra connections"] == [
        "It is 31 + 12, which the sources have."
    ]


def test_the_page_names_each_of_them() -> None:
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (?!words|---)(.+?) \| .*? \|(?: (G\d\d) .*\|)?$", page, re.MULTILINE)
    faults = [code for _, code in rows if code]
    assert faults == [finding.code for finding in findings_of(FOUND)]
    assert len(rows) - len(faults) == 6


def test_a_time_code_is_the_place_in_subtitles() -> None:
    [item] = [item for item in FOUND.items if item.rule == "G01"]
    assert item.source is not None
    assert str(item.source.place) == "00:00:11.000"
