"""The kind of fact that this package adds."""

from __future__ import annotations

import attrs

from newsfacts import Annotation, Entity, fact


@attrs.frozen(kw_only=True)
class Division(Annotation):
    """A vote in a parliament, and how it ended."""

    KIND = "division"

    ayes: int | None = fact("votes in favour", required=True)
    noes: int | None = fact("votes against", required=True)
    abstentions: int = fact("members who were there and did not vote", default=0)
    carried: bool | None = fact("whether the motion was carried")
    house: Entity | None = fact("the parliament")

    @property
    def votes(self) -> int:
        """All votes and abstentions together."""
        return (self.ayes or 0) + (self.noes or 0) + self.abstentions


KINDS = (Division,)
