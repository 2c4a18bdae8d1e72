"""D18: a title for someone who has no longer, or not yet, the role."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Entity, Mention, Role, Time
from newsfacts.rules.needs import publication
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.wording import after, before, sentence
from newsfacts.statements import day_of, setting_of
from newsfacts.text.english import NOT_NOW, head_words, lower_words
from newsfacts.text.spans import Span
from newsfacts.values.times.prose import say_time
from newsfacts.values.times.times import TimeInterval

_APPOSITION = re.compile(r",\s+(?:the\s+)?(?:[\w-]+\s+)?\Z")
_WEISS = (
    "---\nnewsfacts: 1\npublished: 2026-05-04\nentities: {weiss: {name: Anna Weiss, kind: person, roles: "
    "[{title: mayor of Haldan, since: 2018, until: 2024-11-30}]}}\n---\n"
)


class RoleOutOfTerm(Rule):
    """Who is called by a title has the role on the day of publication.

    What it checks:
        Where the title of a role that the factbook gives with `since` or `until` is in the words of a mention, right before
        them or in an apposition right after them, the day of publication is within that term. Words such as "former" and
        "elect", quotes, and sentences with a date in the term are left alone.

    Why:
        Titles are copied from the last article about someone, and no one looks up who has the office now.

    Instead:
        Write "former mayor", or bring the factbook up to date.

    Fix:
        None: the text is never changed.
    """

    code = "D18"
    name = "role-out-of-term"
    severity = Severity.WARNING
    needs_english = True
    looks_at: Kinds = (Mention,)
    needs: Needs = (publication,)
    VALID: Examples = (
        Example(_WEISS + "Former Mayor [Anna Weiss]{ref=weiss} opened the bridge."),
        Example(_WEISS + "[Anna Weiss]{ref=weiss} opened the bridge."),
        Example(_WEISS + "In [2023]{.time}, [Mayor Weiss]{ref=weiss} opened the bridge."),
        Example(_WEISS.replace("2026-05-04", "2024-05-04") + "[Mayor Weiss]{ref=weiss} opened the bridge."),
    )
    INVALID: Examples = (
        Example(
            _WEISS + "[Mayor Weiss]{ref=weiss} opened the bridge.",
            at="Mayor Weiss",
            message="Anna Weiss is called “mayor”, but was mayor of Haldan until 30 November 2024",
        ),
        Example(
            _WEISS + "[Anna Weiss]{ref=weiss}, the mayor of Haldan, opened the bridge.",
            at="Anna Weiss",
            message="Anna Weiss is called “mayor”, but was mayor of Haldan until 30 November 2024",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        if document.published is None:
            return
        day = day_of(document.published)
        for mention in document.mentions:
            entities = mention.ref or mention.entities
            if len(entities) != 1 or not entities[0].roles or not mention.spans:
                continue
            entity = entities[0]
            for title, roles in titles(entity).items():
                wrong = [words for role in roles if (words := out_of_term(role, day)) is not None]
                if len(wrong) == len(roles) and is_called(document, mention, title) and not is_past(document, mention):
                    yield self.finding(
                        document,
                        mention,
                        f"{entity.name} is called “{title}”, but {wrong[-1]}",
                        help=f"write “former {title}”, or bring the factbook up to date",
                    )
                    break


def titles(entity: Entity) -> dict[str, list[Role]]:
    """The roles of an entity by the words of their titles up to the head: "vice president" of "Vice President of Haldan"."""
    found: dict[str, list[Role]] = {}
    for role in entity.roles:
        found.setdefault(" ".join(head_words(role.title)), []).append(role)
    found.pop("", None)
    return found


def out_of_term(role: Role, day: TimeInterval) -> str | None:
    """What is wrong with calling someone by this role on a day; None where nothing surely is."""
    until, since = role.until, role.since
    if (
        isinstance(until, TimeInterval)
        and until.upper is not None
        and day.lower is not None
        and until.upper <= day.lower
    ):
        return f"was {role.title} until {say_time(until)}"
    if (
        isinstance(since, TimeInterval)
        and since.lower is not None
        and day.upper is not None
        and day.upper <= since.lower
    ):
        return f"is {role.title} from {say_time(since)} on"
    return None


def is_called(document: Document, mention: Mention, title: str) -> bool:
    """Whether a title is in the words of a mention, right before them or in an apposition right after them."""
    wanted = tuple(title.split())
    leading = lower_words(before(document, mention, 40))
    inside = lower_words(mention.text)
    for start in range(len(inside) - len(wanted) + 1):
        if inside[start : start + len(wanted)] == wanted:
            return is_bare((*leading, *inside[:start]))
    written = before(document, mention, len(title) + 1).strip()
    if leading[-len(wanted) :] == wanted and written[:1].isupper() and written.lower() == title:
        return is_bare(leading[: -len(wanted)])
    following = re.search(rf"\b{re.escape(title)}\b", words := after(document, mention, 40).lower())
    return (
        following is not None
        and _APPOSITION.match(words, 0, following.start()) is not None
        and is_bare(lower_words(words[: following.start()]))
    )


def is_bare(words: tuple[str, ...]) -> bool:
    """Whether no word before a title makes another one of it, or says that it is not so now."""
    return NOT_NOW.isdisjoint(words[-3:])


def is_past(document: Document, mention: Mention) -> bool:
    """Whether the words are someone's, or their sentence has a date before the day of publication."""
    if setting_of(document, mention).quote is not None:
        return True
    if not document.times:
        return False
    around = document.spans.overlapping(Span(*sentence(document, mention)))
    return any(isinstance(one, Time) for one in around)
