"""C20: relations between annotations that go round in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Annotation, Claim, Count, Document, Quote, RelationKind
from newsfacts.rules.needs import relations
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule

_ONE_WAY = (RelationKind.SUPPORTS, RelationKind.REPEATS, RelationKind.UPDATES, RelationKind.CORRECTS)


class CircularRelation(Rule):
    """Nothing supports, repeats, updates or corrects itself, directly or over others.

    What it checks:
        Following `supports=` from one annotation to the next (and in the same way `repeats=`, `updates=`, `corrects=`)
        never leads back to where it began; and nothing rebuts itself. Two claims that rebut each other are not a circle:
        that is what a dispute is.

    Why:
        A claim that is supported by what it supports is not supported at all; and of two that correct each other no one
        knows which one is right.

    Instead:
        Take one of the relations out.

    Fix:
        None: which one is wrong is for a person to see.
    """

    code = "C20"
    name = "circular-relation"
    severity = Severity.ERROR
    looks_at: Kinds = (Claim, Quote, Count)
    needs: Needs = (relations,)
    VALID: Examples = (
        Example("[Crime fell]{.claim #a rebuts=b}; [crime rose]{.claim #b rebuts=a}."),
        Example("[Theft fell]{.claim #a supports=c}; [arson fell]{.claim #b supports=c}; [crime fell]{.claim #c}."),
        Example("[Theft fell]{.claim #a supports=b}; [crime fell]{.claim #b repeats=a}."),
    )
    INVALID: Examples = (
        Example(
            "[Theft fell]{.claim #a supports=b}; [crime fell]{.claim #b supports=a}.",
            at="Theft fell",
            message="this supports itself over “crime fell”",
        ),
        Example("[Crime fell]{.claim #a rebuts=a}.", at="Crime fell", message="this rebuts itself"),
        Example(
            "[12]{.count #a corrects=b}, [14]{.count #b corrects=c}, [16]{.count #c corrects=a}.",
            at="12",
            message="this corrects itself over “14” and “16”",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        if not document.relations:
            return
        for kind in RelationKind:
            targets: dict[int, list[Annotation]] = {}
            nodes: dict[int, Annotation] = {}
            for relation in document.relations:
                if relation.kind is kind and (kind in _ONE_WAY or relation.source is relation.target):
                    targets.setdefault(id(relation.source), []).append(relation.target)
                    nodes[id(relation.source)] = relation.source
            for circle in circles(nodes, targets):
                start = min(range(len(circle)), key=lambda number: document.index(circle[number]))
                first, *others = [*circle[start:], *circle[:start]]
                over = f" over {' and '.join(f'“{one.text}”' for one in others)}" if others else ""
                labels = tuple(label for one in others for label in self.label(document, one, "and on from here"))
                yield self.finding(
                    document, first, f"this {kind} itself{over}", help="take one of the relations out", labels=labels
                )


def circles(nodes: dict[int, Annotation], targets: dict[int, list[Annotation]]) -> Iterator[list[Annotation]]:
    """The circles that a walk along the relations runs into. Each annotation is entered once: it is linear in them."""
    done: set[int] = set()
    for start in nodes:
        path: list[Annotation] = []
        on_path: dict[int, int] = {}
        waiting: list[tuple[Annotation, bool]] = [(nodes[start], False)]
        while waiting:
            node, leaving = waiting.pop()
            number = id(node)
            if leaving:
                path.pop()
                del on_path[number]
                done.add(number)
            elif number in on_path:
                yield path[on_path[number] :]
            elif number not in done:
                on_path[number] = len(path)
                path.append(node)
                waiting.append((node, True))
                waiting += [(target, False) for target in reversed(targets.get(number, []))]
