"""The rules that this package adds. Their examples are their tests and their documentation."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from newsfacts import Document, Finding, Severity
from newsfacts.rules import Context, Example, Option, Rule
from newsfacts_parliament.kinds import Division


class ResultAgainstVotes(Rule):
    """A motion is carried where more vote for it than against it.

    What it checks:
        The result of a division, where it is given, against its ayes and noes.

    Why:
        Two numbers that changed places turn a defeat into a victory.

    Instead:
        Correct the numbers, or the result.

    Fix:
        None: which of them is wrong is for a person to see.
    """

    code = "PARL1"
    name = "result-against-votes"
    severity = Severity.ERROR
    looks_at = (Division,)
    VALID = (
        Example("The motion was [carried by 48 to 31]{.division ayes=48 noes=31 carried=yes}."),
        Example("It [failed on a tie of 40 to 40]{.division ayes=40 noes=40 carried=no}."),
    )
    INVALID = (
        Example(
            "The motion was [carried by 31 to 48]{.division ayes=31 noes=48 carried=yes}.",
            at="carried by 31 to 48",
            message="31 ayes and 48 noes do not carry a motion",
        ),
        Example(
            "The motion [failed by 48 to 31]{.division ayes=48 noes=31 carried=no}.",
            at="failed by 48 to 31",
            message="48 ayes and 31 noes carry a motion",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for division in document.of_kind(Division):
            if division.ayes is None or division.noes is None or division.carried is None:
                continue
            if division.carried != (division.ayes > division.noes):
                verb = "carry" if division.ayes > division.noes else "do not carry"
                message = f"{division.ayes} ayes and {division.noes} noes {verb} a motion"
                yield self.finding(document, division, message, help="correct the numbers, or carried=")


class MoreVotesThanSeats(Rule):
    """No more members vote than there are seats.

    What it checks:
        Ayes, noes and abstentions together against the option `seats`.

    Why:
        A digit too many is seen at once by whoever knows the size of the house, and by no one else.

    Instead:
        Correct the numbers.

    Fix:
        None: which of them is wrong is for a person to see.
    """

    code = "PARL2"
    name = "more-votes-than-seats"
    severity = Severity.WARNING
    looks_at = (Division,)
    OPTIONS = MappingProxyType({"seats": Option(650, "how many members the parliament has")})
    VALID = (
        Example("It was [carried by 48 to 31]{.division ayes=48 noes=31}."),
        Example("It was [carried by 48 to 31]{.division ayes=48 noes=31}.", options={"seats": 79}),
    )
    INVALID = (
        Example(
            "It was [carried by 480 to 310]{.division ayes=480 noes=310}.",
            at="carried by 480 to 310",
            message="790 members voted, but there are 650 seats",
        ),
        Example(
            "It was [carried by 48 to 31]{.division ayes=48 noes=31 abstentions=1}.",
            at="carried by 48 to 31",
            message="80 members voted, but there are 79 seats",
            options={"seats": 79},
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        seats = context.option(self, "seats")
        for division in document.of_kind(Division):
            if division.votes > seats:
                yield self.finding(document, division, f"{division.votes} members voted, but there are {seats} seats")


RULES = (ResultAgainstVotes, MoreVotesThanSeats)
