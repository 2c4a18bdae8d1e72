"""Archived copies of web pages: which page an address in a web archive is a copy of, and when it was captured.

    https://web.archive.org/web/20200131120000/https://example.org/a     the Internet Archive, with or without flags such as `id_`
    https://archive.ph/2020.01.31-120000/https://example.org/a           archive.today under any of its names
    https://archive.ph/AbCdE, https://perma.cc/AB12-CD34                  short names, which do not say what they are a copy of

Nothing is looked up: all that is known is what the address says.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from newsfacts.immutable import FrozenDict, frozen
from newsfacts.patterns import lazy_pattern

__all__ = ["ARCHIVES", "MAX_COPIES", "ArchivedCopy", "archived_copy", "host", "original_address"]

MAX_COPIES = 3
"""How often an archived copy of an archived copy is followed."""

_TODAY = dict.fromkeys(
    ("archive.today", "archive.is", "archive.ph", "archive.li", "archive.vn", "archive.md", "archive.fo"),
    "archive.today",
)
ARCHIVES: Mapping[str, str] = FrozenDict({
    "web.archive.org": "Internet Archive", "archive.org": "Internet Archive", "wayback.archive.org": "Internet Archive",
    **_TODAY,
    "perma.cc": "Perma.cc", "webcitation.org": "WebCite", "ghostarchive.org": "Ghostarchive", "megalodon.jp": "Megalodon",
    "freezepage.com": "FreezePage", "archive-it.org": "Archive-It", "wayback.archive-it.org": "Archive-It",
    "timetravel.mementoweb.org": "Memento", "mementoweb.org": "Memento", "webarchive.loc.gov": "Library of Congress",
    "web.archive.bibalex.org": "Bibliotheca Alexandrina", "webarchive.nationalarchives.gov.uk": "UK National Archives",
    "arquivo.pt": "Arquivo.pt", "preservetube.com": "PreserveTube", "peeep.us": "Peeep.us", "archives.gov": "US National Archives",
    "screenshots.com": "Screenshots.com",
})  # fmt: skip
"""The names of web archives by their hosts, without "www."."""

_OWN_PAGES = frozenset({"archive.org", "archives.gov"})
"""Hosts that have pages and items of their own: only where an address of theirs ends in another one, it is a copy."""

_FLAGS = r"(?:[a-z]{2}_)?"
_STAMP = lazy_pattern(rf"(?:^|/)(\d{{4,14}}){_FLAGS}\*?/$|(?:^|/)(\d{{4}})\.(\d\d)\.(\d\d)-\d{{4,6}}/$")
_COPIED = lazy_pattern(r"https?:/{1,2}(?=[^\s/])\S*+", re.IGNORECASE)
_ENCODED = lazy_pattern(r"https?%3a%2f%2f[^\s&#]++", re.IGNORECASE)
_BARE = lazy_pattern(
    rf"(?:/(?:\d{{4,14}}{_FLAGS}\*?|\*|\d{{4}}\.\d\d\.\d\d-\d{{4,6}}|newest|oldest|save)/|[?&](?:url|q)=)((?:[a-z0-9-]++\.)+[a-z]{{2,}}(?:[:/?#]\S*+)?)$",
    re.IGNORECASE,
)
_SLASHES = lazy_pattern(r"^(https?):/{1,2}", re.IGNORECASE)


@frozen
class ArchivedCopy:
    """What an address in a web archive says: the name of the archive, the page that was copied, and the day of the capture.

    `original` is None for short names, and `captured` where the address has no full date.
    """

    archive: str
    original: str | None = None
    captured: dt.date | None = None


def host(url: str) -> str | None:
    """The host of a full web address in lower case, without "www."; None for anything else."""
    try:
        parts = urlsplit(url)
        name = parts.hostname
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not name or "." not in name.strip("."):
        return None
    return name.lower().removeprefix("www.")


def archived_copy(url: str) -> ArchivedCopy | None:
    """What an address in a web archive is a copy of; None for an address that is in none.

    A copy of a copy is followed `MAX_COPIES` times: the archive and the day are those of the outermost one.
    """
    found = _outer_copy(url)
    if found is None:
        return None
    original = found.original
    for _ in range(MAX_COPIES - 1):
        inner = _outer_copy(original) if original is not None else None
        if inner is None or inner.original is None:
            break
        original = inner.original
    return ArchivedCopy(found.archive, original, found.captured)


def original_address(url: str) -> str:
    """The address of the page that an address in a web archive is a copy of, where that is seen; any other address itself."""
    copy = archived_copy(url)
    return url if copy is None or copy.original is None else copy.original


def _outer_copy(url: str) -> ArchivedCopy | None:
    name = host(url)
    archive = ARCHIVES.get(name) if name is not None else None
    if name is None or archive is None:
        return None
    rest = url[url.lower().index(name) + len(name) :]
    copied = _COPIED.search(rest)
    found = copied or _ENCODED.search(rest)  # the second is the value of a query
    if found is not None:
        words = found[0] if copied is not None else unquote(found[0])
        return ArchivedCopy(archive, _SLASHES.sub(r"\1://", words), _captured(rest[: found.start()]))
    bare = _BARE.search(rest)
    if bare is not None:
        return ArchivedCopy(archive, f"http://{bare[1]}", _captured(rest[: bare.start(1)]))
    return None if name in _OWN_PAGES else ArchivedCopy(archive)


def _captured(before: str) -> dt.date | None:
    """The day in what an address has before the address that was copied."""
    stamp = _STAMP.search(before)
    if stamp is None:
        return None
    digits = stamp[1] or "".join(stamp.group(2, 3, 4))
    try:
        return dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:8])) if len(digits) >= 8 else None
    except ValueError:
        return None
