"""Where annotators differ, as a page: each disagreement with both versions of the words next to each other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsfacts.agreement.agree import AnnotatorAgreement, KindAgreement, RoleAgreement
from newsfacts.agreement.bootstrap import Estimate
from newsfacts.agreement.disagreements import Disagreement, DisagreementKind
from newsfacts.agreement.pairing import kind_of
from newsfacts.model import Annotation, Document
from newsfacts.text.printable import printable
from newsfacts.text.spans import Span, hull
from newsfacts.view.markup import Html, el, join
from newsfacts.view.page import page

__all__ = ["agreement_page"]

_LINE_END = re.compile(r"\n\s*")

MAX_WORD = 20
"""How many characters are given up so that no word is cut."""

AROUND = 90
"""How many characters of the text are shown before and after the words that two annotators differ about."""

MAX_MIDDLE = 1200
"""How many characters of a disagreement are shown; the middle of a longer one is left out."""

LABELS = {
    DisagreementKind.MISSING: "Missing in one",
    DisagreementKind.EDGES: "Other edges",
    DisagreementKind.KIND: "Other kind",
    DisagreementKind.ROLE: "Other role",
    DisagreementKind.VALUE: "Other value",
}


def agreement_page(found: AnnotatorAgreement, documents: Sequence[Document]) -> str:
    """The figures of an agreement, and under them its disagreements in the order of the text."""
    names = [printable(name) for name in found.names]
    title = f"{', '.join(names[:-1])} and {names[-1]}"
    number = len(found.disagreements)
    text = documents[0].text
    about = next((document.title or document.path for document in documents if document.title or document.path), None)
    summary = f"{number:,} disagreement{'' if number == 1 else 's'}" if number else "No disagreements"
    items = [item(text, each, place) for place, each in enumerate(found.disagreements, 1)]
    body = el(
        "article",
        el("header", el("p", printable(about or "One text"), class_="kicker"), el("h1", title), el("p", summary, class_="sum")),
        el("section", el("h2", "How far they agree"), *figures(found), class_="figures"),
        el("section", el("h2", "Where they differ"), el("p", summary, class_="shown weak", role="status"),
           el("ol", *items, class_="diffs", role="list")) if items else Html(""),
        class_="doc agreement", id="d0",
    )  # fmt: skip
    return page(f"Agreement of {title}", body, data=[[]], tools=filters(found))


def filters(found: AnnotatorAgreement) -> Html:
    """A button for each way to differ, and for each kind of annotation that someone differs about."""
    ways = Counter(each.how for each in found.disagreements)
    kinds = Counter(kind_about(each) for each in found.disagreements)
    buttons = [
        *(button(f"how-{way}", f"{LABELS[way]} ({ways[way]:,})") for way in DisagreementKind if way in ways),
        *(button(f"kind-{kind}", f"{printable(kind)} ({kinds[kind]:,})") for kind in sorted(kinds)),
    ]
    return el("div", *buttons, class_="layers", role="group", aria_label="Disagreements that are shown")


def button(name: str, label: str) -> Html:
    return el("button", label, type="button", class_="layer", data_filter=name, aria_pressed="true")


def kind_about(disagreement: Disagreement) -> str:
    """The kind of annotation that two annotators differ about; that of the first where they differ in it."""
    has = disagreement.one or disagreement.other
    return kind_of(has) if has is not None else ""


# -- Figures -----------------------------------------------------------------------------------------------------------


def figures(found: AnnotatorAgreement) -> Iterator[Html]:
    """A table of the kinds, and one of the roles."""
    names = [printable(name) for name in found.names]
    yield table(
        "Kinds",
        [*names, "F1 exact", "F1 overlap", "alpha", "kappa"],
        [of_kind(each) for each in (found.overall, *found.kinds)],
    )
    if found.roles:
        yield table("Roles", [*names, "F1 exact", "F1 overlap"], [of_role(each) for each in found.roles])
    if found.overall.nested:
        yield el("p", f"Alpha leaves out {found.overall.nested:,} nested in the same kind.", class_="weak")


def of_kind(each: KindAgreement) -> list[str]:
    """A row of the first table."""
    numbers = [f"{count:,}" for count in each.counts]
    estimates = (each.exact, each.overlap, each.alpha, each.kappa)
    return [printable(each.kind or "all kinds"), *numbers, *map(figure, estimates)]


def of_role(each: RoleAgreement) -> list[str]:
    """A row of the second table."""
    return [
        printable(each.role or "all roles"),
        *(f"{count:,}" for count in each.counts),
        figure(each.exact),
        figure(each.overlap),
    ]


def figure(estimate: Estimate) -> Html:
    """A figure, and its interval below."""
    if estimate.value is None:
        return el("span", "not defined", class_="weak")
    value = el("b", f"{float(estimate.value):.2f}")
    if estimate.low is None or estimate.high is None:
        return value
    return join([value, " ", el("small", f"{float(estimate.low):.2f} to {float(estimate.high):.2f}")])


def table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Html:
    """A table that scrolls on its own where it is too wide."""
    head = el("tr", el("th", title, scope="col"), *(el("th", column, scope="col") for column in columns))
    body = [el("tr", el("th", row[0], scope="row"), *(el("td", cell) for cell in row[1:])) for row in rows]
    return el(
        "div", el("table", el("thead", head), el("tbody", *body)),
        class_="scroll", tabindex="0", role="region", aria_label=f"{title}: figures",
    )  # fmt: skip


# -- Disagreements -----------------------------------------------------------------------------------------------------


def item(text: str, each: Disagreement, number: int) -> Html:
    """One disagreement: what it is, and what each of the two has."""
    kind = kind_about(each)
    place = each.place
    where = f"{place.path or 'text'}:{place.position}" if place is not None else ""
    head = el(
        "p", el("span", f"{number:,}", class_="num"), el("b", printable(kind)), el("span", LABELS[each.how], class_="way"),
        el("span", printable(where), class_="code") if where else Html(""), class_="head",
    )  # fmt: skip
    return el(
        "li", head, el("div", version(text, each, is_first=True), version(text, each, is_first=False), class_="versions"),
        class_="diff", id=f"x{number}", data_how=f"how-{each.how}", data_kind=f"kind-{kind}",
    )  # fmt: skip


def version(text: str, each: Disagreement, *, is_first: bool) -> Html:
    """What one annotator has: the words in their context, and what they state."""
    mine, theirs = (each.one, each.other) if is_first else (each.other, each.one)
    name = each.first if is_first else each.second
    said = each.said if is_first else each.other_said
    parts = [el("h3", printable(name))]
    if mine is None:
        parts.append(el("p", "nothing here", class_="nothing"))
    parts.append(el("p", context(text, mine, theirs), class_="words", dir="auto"))
    if each.how in (DisagreementKind.VALUE, DisagreementKind.ROLE, DisagreementKind.KIND):
        label = printable(each.field or str(each.how))
        parts.append(
            el(
                "p",
                el("span", f"{label} ", class_="label"),
                el("mark", printable(said) if said else "nothing", class_="own"),
                class_="said",
            )
        )
    elif mine is not None:
        parts.append(el("p", el("span", "words ", class_="label"), f"“{one_line(mine.text)}”", class_="said"))
    return el("div", *parts, class_="version")


def context(text: str, mine: Annotation | None, theirs: Annotation | None) -> Html:
    """The text around both versions, the own one marked, and in it what only this annotator has."""
    spans = [span for each in (mine, theirs) if each is not None for span in each.spans]
    if not spans:
        return Html("")
    whole = hull(spans)
    start, end = word_start(text, whole.start), word_end(text, whole.end)
    own = mine.spans if mine is not None else ()
    other = theirs.spans if theirs is not None else ()
    edges = sorted({start, end, *(edge for span in spans for edge in (span.start, span.end))})
    parts: list[str] = ["… " if start else ""]
    for first, last in pairwise(edges):
        words = one_line(text[first:last])
        here, there = is_in(own, first), is_in(other, first)
        parts.append(
            el("mark", words, class_="both" if there else "own")
            if here
            else el("span", words, class_="lacking")
            if there
            else words
        )
    parts.append(" …" if end < len(text) else "")
    return join(parts)


def is_in(spans: Sequence[Span], place: int) -> bool:
    """Whether a place is in one of some spans, which are in order and do not overlap."""
    number = bisect_right(spans, place, key=lambda span: span.start)
    return number > 0 and place < spans[number - 1].end


def word_start(text: str, place: int) -> int:
    """Where the words before a place begin: not within a word, unless it is very long."""
    start = max(0, place - AROUND)
    space = text.find(" ", start, min(start + MAX_WORD, place)) if start else -1
    return space + 1 if space >= 0 else start


def word_end(text: str, place: int) -> int:
    """Where the words after a place end."""
    end = min(len(text), place + AROUND)
    space = text.rfind(" ", max(end - MAX_WORD, place), end) if end < len(text) else -1
    return space if space >= 0 else end


def one_line(words: str) -> str:
    """Words of the text in one line, of bounded length."""
    if len(words) > MAX_MIDDLE:
        words = f"{words[: MAX_MIDDLE // 2]} … {words[-MAX_MIDDLE // 2 :]}"
    return printable(_LINE_END.sub(" ¶ ", words))
