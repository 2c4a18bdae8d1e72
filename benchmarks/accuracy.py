"""How many findings are right, on texts that no one in this project wrote: a part or all of the PolNeAR corpus.

NEWSFACTS_CORPORA=FOLDER python benchmarks/accuracy.py            prints the tables of docs/accuracy.md
NEWSFACTS_CORPORA=FOLDER python benchmarks/accuracy.py --open     lists the findings that no one has judged yet

FOLDER has `polnear/data/*/attributions/*.ann` and `polnear/data/*/text/*.txt`, as the corpus is published. Judgements are in
`accuracy.tsv`: code, article, offset in its text, and true, arguable or false. The file has no words of the corpus.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import attrs
from _command_line import folder_of_corpora, parser_of

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.files import check_files
from newsfacts.findings import Finding, Severity

JUDGEMENTS = Path(__file__).with_suffix(".tsv")
VERDICTS = ("true", "arguable", "false")
PROFILES = ("default", "polnear")
_ANNOTATOR = re.compile(r"_[0-9a-f]{4}$")


@attrs.frozen
class Judged:
    """A finding and what a person says about it; None where no one has looked at it."""

    finding: Finding
    article: str
    offset: int
    verdict: str | None


def offset_of(finding: Finding) -> int:
    """Where a finding is in the text: the start of its first span, or its place in the file of the text."""
    if finding.spans:
        return finding.spans[0].start
    return finding.place.start if finding.place else 0


def article_of(path: str | None) -> str:
    """The id of an article, the same for all its annotators."""
    return _ANNOTATOR.sub("", Path(path or "").stem)


def judgements() -> dict[tuple[str, str, int], str]:
    """The verdicts by code, article and offset."""
    with JUDGEMENTS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {(row["code"], row["article"], int(row["offset"])): row["verdict"] for row in rows}


def judged(files: list[str], profile: str) -> Iterator[Judged]:
    """Every warning and error that a profile finds, with its verdict."""
    known = judgements()
    for result in check_files(files, Configuration(profile=profile)):
        for finding in result.findings:
            if finding.severity is not Severity.INFO:
                article, offset = article_of(finding.path), offset_of(finding)
                yield Judged(finding, article, offset, known.get((finding.code, article, offset)))


def table(found: list[Judged]) -> str:
    """The findings by rule, and together, as a table in Markdown."""
    names = {one.finding.code: one.finding.rule for one in found}
    counted = Counter((one.finding.code, one.verdict) for one in found)
    lines = ["| code | rule | findings | true | arguable | false | not judged |", "|---|---|---|---|---|---|---|"]
    for code in sorted(names):
        cells = [counted[code, verdict] for verdict in (*VERDICTS, None)]
        lines.append(f"| {code} | {names[code]} | {' | '.join(map(str, [sum(cells), *cells]))} |")
    cells = [sum(counted[code, verdict] for code in names) for verdict in (*VERDICTS, None)]
    lines.append(f"| | together | {' | '.join(map(str, [sum(cells), *cells]))} |")
    right, looked = cells[0], sum(cells[:3])
    share = f"{100 * right / looked:.1f} %" if looked else "none judged"
    return "\n".join([*lines, "", f"True, of those judged: {share}."])


def main() -> int:
    """Print the tables, or what is not judged."""
    parser = parser_of(__doc__)
    parser.add_argument("--open", action="store_true", help="list the findings that are not judged")
    options = parser.parse_args()
    folder = folder_of_corpora(parser)
    files = sorted(map(str, Path(folder, "polnear", "data").glob("*/attributions/*.ann")))
    if not files:
        parser.error(f"there is no polnear/data/*/attributions/*.ann in {folder}")
    for profile in PROFILES:
        found = list(judged(files, profile))
        if options.open:
            for one in found:
                if one.verdict is None:
                    print(one.finding.code, one.article, one.offset, one.finding.message, sep="\t")
        else:
            print(f"### Profile `{profile}`, {len(files)} files\n\n{table(found)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
