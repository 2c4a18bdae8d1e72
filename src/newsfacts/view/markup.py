"""HTML as text that is known to be safe: whatever is not `Html` is escaped where it is put in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from types import MappingProxyType

__all__ = ["PICTURES", "Html", "el", "join", "safe"]

PICTURES: Mapping[int, str] = MappingProxyType({
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"},
    **dict.fromkeys(range(0x7F, 0xA0), "\N{REPLACEMENT CHARACTER}"),
})  # fmt: skip
"""How control characters are shown, which HTML may not contain: as their pictures, one for one."""

VOID = frozenset({"br", "hr", "input"})
"""Elements that have nothing inside and are not closed."""


class Html(str):
    """Markup. Everything else is text, and escaped."""

    __slots__ = ()


def safe(words: str) -> Html:
    """Text as markup that shows it; markup as it is."""
    return words if isinstance(words, Html) else Html(escape(words, quote=True))


def join(parts: Iterable[str], between: str = "") -> Html:
    """Several pieces as one."""
    return Html(safe(between).join([safe(part) for part in parts]))


def el(name: str, *children: str, **attributes: str | int | bool | None) -> Html:
    """An element. `class_` is `class`, `data_a` is `data-a`; None and False leave an attribute out, True has no value."""
    written = []
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        key = key.rstrip("_").replace("_", "-")  # noqa: PLW2901
        written.append(f" {key}" if value is True else f' {key}="{escape(str(value), quote=True)}"')
    end = "" if name in VOID else f"{join(children)}</{name}>"
    return Html(f"<{name}{''.join(written)}>{end}")
