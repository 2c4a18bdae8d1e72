"""N14: parts that do not make the whole."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from fractions import Fraction

from newsfacts.findings import Finding, Severity
from newsfacts.model import Count, Document, Measure, Unreadable
from newsfacts.rules.counts_of_note import counts_of_note, parts_of_wholes
from newsfacts.rules.needs import several_counts
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.wording import between
from newsfacts.statements import Statement, moment_key, statements, statements_of
from newsfacts.values.comparison import Agreement
from newsfacts.values.quantities.arithmetic import check_part, check_sum
from newsfacts.values.quantities.prose import say

_AND = re.compile(r"\s*[,;]?\s*(?:and|plus)?\s*\Z")

_TOLL = (
    "---\nnewsfacts: 1\nmeasures:\n  killed: {label: people killed, unit: person}\n"
    "  men: {label: men killed, unit: person, whole: killed, complement: yes}\n"
    "  women: {label: women killed, unit: person, whole: killed, complement: yes}\n"
    "  pupils: {label: pupils killed, unit: person, whole: killed}\n---\n"
)


class PartsAndTotal(Rule):
    """Parts fit their total.

    What it checks:
        A count of a measure that has a `whole`, or a count with `total=`, is not more than that total. Where the
        measures of all parts that have `complement: yes` are counted, or where parts with one `total=` are named in a
        row ("12 men and 9 women"), they make up the total, or at least are not more than it. Only counts for one
        moment are added, and none that two different people state.

    Why:
        Tolls change while a story is written. The total is corrected and its parts are not, or the other way round.

    Instead:
        Correct the number that is out of date. Parts that overlap ("12 women, 5 children") have no `complement: yes`.

    Fix:
        None: which of the numbers is out of date is for a person to see.
    """

    code = "N14"
    name = "parts-and-total"
    severity = Severity.ERROR
    looks_at: Kinds = (Count,)
    needs: Needs = (counts_of_note, parts_of_wholes, several_counts)
    VALID: Examples = (
        Example(_TOLL + "[17 people]{.count of=killed} died, [12 men]{.count of=men} and [5 women]{.count of=women}."),
        Example(
            _TOLL
            + "[17 people]{.count of=killed} died, [12 men]{.count of=men} and [9 pupils]{.count of=pupils} among them."
        ),
        Example(
            _TOLL + "[About 20 people]{.count of=killed} died, [12 men]{.count of=men} and [9 women]{.count of=women}."
        ),
        Example("[20 people]{.count #all} died, [12 of them men]{.count total=all}."),
    )
    INVALID: Examples = (
        Example(
            _TOLL + "[17 people]{.count of=killed} died, [11 men]{.count of=men} and [5 women]{.count of=women}.",
            at="17 people",
            message="“17 people” says 17, but its parts make 16: “11 men” and “5 women”",
        ),
        Example(
            "[12 men]{.count total=all} and [9 women]{.count total=all} died, [20 people]{.count #all} in all.",
            at="20 people",
            message="“20 people” says 20, but its parts make 21: “12 men” and “9 women”",
        ),
        Example(
            _TOLL + "[17 people]{.count of=killed} died, [19 pupils]{.count of=pupils} among them.",
            at="19 pupils",
            message="“19 pupils” is a part of “17 people”, but larger",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for total, parts, all_named in (*by_measure(document), *by_reference(document)):
            larger = False
            for part in parts:
                found = check_part(part.value, total.value, context.policy)
                if found.verdict is Agreement.CONTRADICTION:
                    larger = True
                    yield self.finding(
                        document,
                        part.count,
                        f"“{part.count.text}” is a part of “{total.count.text}”, but larger",
                        help=f"correct the one that is out of date: {found.because}",
                        labels=self.label(document, total.count, "the whole"),
                    )
            if larger:
                continue
            for row in rows(document, parts) if not all_named else (parts,):
                found = check_sum([part.value for part in row], total.value, context.policy)
                too_much = (
                    found.left is not None and found.right is not None and exceeds(found.left.low, found.right.high)
                )
                if found.verdict is Agreement.CONTRADICTION and (all_named or too_much):
                    names = [f"“{part.count.text}”" for part in row]
                    made = found.left.words().removeprefix("exactly ")
                    yield self.finding(
                        document,
                        total.count,
                        f"“{total.count.text}” says {say(total.value)}, but its parts make {made}: "
                        f"{', '.join(names[:-1])}{' and ' if len(names) > 1 else ''}{names[-1]}",
                        help="correct the number that is out of date",
                        labels=[label for part in row for label in self.label(document, part.count, "a part")],
                    )


def exceeds(low: int | Fraction | None, high: int | Fraction | None) -> bool:
    """Whether a low end lies above a high end; an end that is open never does."""
    return low is not None and high is not None and low > high


Family = tuple[Statement, list[Statement], bool]


def by_measure(document: Document) -> Iterator[Family]:
    """Totals with their parts, as the measures relate them, and whether all the parts are counted."""
    stated = statements_of(document)
    parts_of: dict[str, list[str]] = {}
    for id, found in stated.items():
        measure = found[0].measure
        if measure is not None and measure.whole is not None and measure.whole.id in stated:
            parts_of.setdefault(measure.whole.id, []).append(id)
    for whole, ids in parts_of.items():
        complete = {
            measure.id
            for measure in document.factbook.measures.values()
            if measure.complement and measure.whole is not None and measure.whole.id == whole
        }
        for total in first_by_key(stated[whole]).values():
            found_parts = {id: next((s for s in stated[id] if belongs(s, total)), None) for id in ids}
            parts = {id: part for id, part in found_parts.items() if part is not None}
            if complete and complete <= parts.keys():
                yield total, [parts[id] for id in ids if id in complete], True
                yield total, [part for id, part in parts.items() if id not in complete], False
            else:
                yield total, list(parts.values()), False


def belongs(part: Statement, total: Statement) -> bool:
    """Whether a part is of the total's moment, and stated by the same voice or by the text itself, or the total is."""
    same_voice = part.voice == total.voice or not part.voice or not total.voice
    return same_voice and moment_key(part.count) == moment_key(total.count)


def first_by_key(stated: list[Statement]) -> Mapping[Hashable, Statement]:
    """The first count for each voice and moment."""
    found: dict[Hashable, Statement] = {}
    for statement in stated:
        found.setdefault((statement.voice, moment_key(statement.count)), statement)
    return found


def by_reference(document: Document) -> Iterator[Family]:
    """Counts that are the `total=` of others, with these."""
    parts: dict[int, list[Statement]] = {}
    totals: dict[int, Count] = {}
    for statement in statements(document):
        total = statement.count.total
        if total is not None and statement.asserted and not isinstance(total.value, Unreadable):
            parts.setdefault(id(total), []).append(statement)
            totals[id(total)] = total
    if not totals:
        return
    by_count = {id(statement.count): statement for statement in statements(document)}
    for number, found in parts.items():
        total_statement = by_count.get(number)
        if total_statement is not None and total_statement.asserted:
            yield total_statement, found, is_complete(document, total_statement, found)


def is_complete(document: Document, total: Statement, parts: list[Statement]) -> bool:
    """Whether parts with `total=` are of measures that say that they make up the whole, all of which are counted."""
    measures = {part.measure.id for part in parts if isinstance(part.measure, Measure) and part.measure.complement}
    whole = total.measure
    if whole is None or not measures:
        return False
    return measures == {m.id for m in document.factbook.measures.values() if m.complement and m.whole == whole}


def rows(document: Document, parts: list[Statement]) -> Iterator[list[Statement]]:
    """Parts with the same `total=` that are named in a row, with nothing between them but a comma and "and"."""
    row: list[Statement] = []
    for part in parts:
        if part.count.total is None or not part.count.spans:
            continue
        gap = between(document, row[-1].count, part.count) if row else None
        if row and (gap is None or not _AND.match(gap)):
            if len(row) > 1:
                yield row
            row = []
        row.append(part)
    if len(row) > 1:
        yield row
