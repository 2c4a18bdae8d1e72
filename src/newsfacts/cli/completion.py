"""`newsfacts --print-completion SHELL`: a script that completes commands and options, made from the parser by shtab."""

from __future__ import annotations

from newsfacts.cli import parser
from newsfacts.errors import UsageError
from newsfacts.text.suggestions import suggestion

__all__ = ["SHELLS", "completion"]

SHELLS = ("bash", "zsh", "fish")


def completion(shell: str) -> str:
    """The script for a shell. Raises `UsageError` for an unknown shell, and where shtab is not installed."""
    if shell not in SHELLS:
        raise UsageError(
            f"there is no completion for {shell!r}{suggestion(shell, SHELLS)}; there is for {', '.join(SHELLS)}"
        )
    try:
        import shtab
    except ImportError:
        raise UsageError("completion for a shell needs shtab: pip install 'newsfacts[cli]'") from None
    script: str = shtab.complete(parser(), shell)
    return script
