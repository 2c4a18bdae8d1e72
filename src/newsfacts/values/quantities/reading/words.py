"""What the readers of one phrase share: its tokens, the currencies of the outlet, and why a number was not read."""

from __future__ import annotations

from collections.abc import Mapping

from newsfacts.values.quantities.reading.tokens import Token

__all__ = ["Words"]


class Words:
    """One phrase cut into tokens. Readers take it with the index of a token, and return what they found there, or None."""

    __slots__ = ("currencies", "phrase", "refusal", "tokens")

    def __init__(self, phrase: str, tokens: list[Token], currencies: Mapping[str, str]) -> None:
        self.phrase = phrase
        self.tokens = tokens
        self.currencies = currencies
        """What the outlet means by a sign or name that several currencies share."""
        self.refusal = ""
        """Why a number that was found is not read; given as the reason if nothing else is found."""
