"""What the readers of one phrase share: its tokens, the currencies of the outlet, and why a number was not read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.values.quantities.reading.tokens import Token

__all__ = ["Words"]


class Words:
    """One phrase cut into tokens. Readers take it with the index of a token, and return what they found there, or None."""

    __slots__ = ("currencies", "phrase", "refusal", "skipped", "tokens")

    def __init__(self, phrase: str, tokens: Sequence[Token], currencies: Mapping[str, str]) -> None:
        self.phrase: str = phrase
        self.tokens: Sequence[Token] = tokens
        self.currencies: Mapping[str, str] = currencies
        """What the outlet means by a sign or name that several currencies share."""
        self.refusal: UnreadableValue | None = None
        """Why a number that was found is not read; raised if nothing else is found."""
        self.skipped: UnreadableValue | None = None
        """Why the first digits that state no quantity, such as a date, were passed over."""

    def refuse(self, reason: str, kind: UnreadableKind) -> None:
        """Remember why this number is not read."""
        self.refusal = UnreadableValue(self.phrase, reason, kind)

    def refused(self, reason: str, kind: UnreadableKind) -> UnreadableValue:
        """The error to raise where nothing else in the phrase may be read instead."""
        return UnreadableValue(self.phrase, reason, kind)
