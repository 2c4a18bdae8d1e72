"""Versions of one document: what differs in their facts, and where annotations are in an edited text."""

from newsfacts.versions.moving import Reanchored, ReanchoredStatus, move_spans

__all__ = ["Reanchored", "ReanchoredStatus", "move_spans"]
