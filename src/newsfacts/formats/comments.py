"""Comments of a document, which only annotated text has a place for."""

from __future__ import annotations

from newsfacts.model import Document
from newsfacts.raw import Loss

__all__ = ["comment_losses"]


def comment_losses(document: Document) -> tuple[Loss, ...]:
    """A loss for each comment of a document, and with it for the suppression of a finding that it may be."""
    return tuple(
        Loss(what="a comment", words=comment.words.strip(), place=comment.place) for comment in document.comments
    )
