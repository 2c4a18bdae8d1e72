"""Who publishes at a web address: its host, the page of which it is an archived copy, the account on a platform."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

import attrs

from newsfacts.text.archives import ARCHIVES, MAX_COPIES, host

__all__ = ["SHORTENERS", "Site", "site_of"]

_CACHES = frozenset({
    "webcache.googleusercontent.com", "cc.bingj.com", "translate.google.com", "google.com", "l.facebook.com",
    "lm.facebook.com", "cdn.ampproject.org",
})  # fmt: skip
SHORTENERS = frozenset({
    "bit.ly", "t.co", "tinyurl.com", "ow.ly", "goo.gl", "buff.ly", "dlvr.it", "is.gd", "fb.me", "j.mp", "youtu.be",
    "fb.watch", "redd.it", "lnkd.in", "wp.me", "trib.al", "amp.gs", "cutt.ly", "shorturl.at", "rb.gy",
})  # fmt: skip
"""Hosts whose links lead elsewhere."""

_PLATFORMS = frozenset({
    "facebook.com", "twitter.com", "x.com", "instagram.com", "tiktok.com", "medium.com", "youtube.com", "threads.net",
    "threads.com", "reddit.com", "linkedin.com", "t.me", "telegram.me", "vk.com", "weibo.com", "pinterest.com",
    "bsky.app", "truthsocial.com", "gab.com", "rumble.com", "bitchute.com", "dailymotion.com", "vimeo.com",
    "flickr.com", "soundcloud.com", "scribd.com", "docs.google.com", "drive.google.com", "web.facebook.com",
})  # fmt: skip
_NO_ACCOUNTS = frozenset({
    "watch", "photo", "photos", "photo.php", "story.php", "permalink.php", "video.php", "groups", "p", "i", "r", "c",
    "channel", "embed", "shorts", "reel", "status", "search", "hashtag", "posts", "pg", "share", "sharer", "s", "user",
    "video", "videos", "playlist", "live", "profile.php", "login", "tv", "stories", "document", "file", "feed", "pulse",
})  # fmt: skip
"""First parts of paths that name a page or a group of pages, not the account."""

_COPIED = re.compile(r"https?://[^\s]+|(?<=[:/=])((?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s]*)", re.IGNORECASE)


@attrs.frozen
class Site:
    """Who publishes at an address: a host, and on a platform also the account."""

    host: str
    account: str | None = None

    def __str__(self) -> str:
        return f"{self.host}/{self.account}" if self.account else self.host

    def is_same(self, other: Site) -> bool:
        """Whether one host is the other or is under it, with the same account."""
        one, two = self.host, other.host
        under = one == two or one.endswith(f".{two}") or two.endswith(f".{one}")
        return under and self.account == other.account


def site_of(url: str) -> Site | None:
    """The site of an address; of an archived copy, the site of what it is a copy of. None where that cannot be seen.

    An archive's or a shortener's own address says nothing about who published the page, and neither does a platform
    without the name of an account.
    """
    for _ in range(MAX_COPIES):
        name = host(url)
        if name is None:
            return None
        if name not in ARCHIVES and name not in _CACHES:
            break
        rest = unquote(url[url.lower().index(name) + len(name) :])
        copied = _COPIED.search(rest)
        if copied is None:
            return None
        url = copied[0] if copied[1] is None else f"http://{copied[1]}"
    name = host(url)
    if name is None or name in ARCHIVES or name in _CACHES or name in SHORTENERS:
        return None
    if name in _PLATFORMS or name.removeprefix("m.").removeprefix("mobile.") in _PLATFORMS:
        first = urlsplit(url).path.strip("/").partition("/")[0].lower()
        platform = name.removeprefix("m.").removeprefix("mobile.")
        return Site(platform, first) if first and first not in _NO_ACCOUNTS else None
    return Site(name)
