"""Addresses in web archives: the page that was copied and the day, as the address itself says."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.counting import is_linear

from newsfacts.text.archives import ARCHIVES, archived_copy, host, original_address

PAGE = "https://news.example.org/2020/a?b=c#d"
DAY = dt.date(2020, 1, 31)


@pytest.mark.parametrize(
    ("address", "archive", "original", "captured"),
    [
        (f"https://web.archive.org/web/20200131120000/{PAGE}", "Internet Archive", PAGE, DAY),
        (f"http://www.web.archive.org/web/20200131120000id_/{PAGE}", "Internet Archive", PAGE, DAY),
        (f"https://web.archive.org/web/20200131120000if_/{PAGE}", "Internet Archive", PAGE, DAY),
        (f"https://web.archive.org/web/20200131/{PAGE}", "Internet Archive", PAGE, DAY),
        (f"https://web.archive.org/web/2020/{PAGE}", "Internet Archive", PAGE, None),
        (f"https://web.archive.org/web/20209931000000/{PAGE}", "Internet Archive", PAGE, None),
        (f"https://web.archive.org/web/*/{PAGE}", "Internet Archive", PAGE, None),
        (f"https://web.archive.org/web/{PAGE}", "Internet Archive", PAGE, None),
        (f"https://web.archive.org/save/{PAGE}", "Internet Archive", PAGE, None),
        ("https://web.archive.org/web/20200131120000/https:/news.example.org/a", "Internet Archive", "https://news.example.org/a", DAY),
        ("https://web.archive.org/web/20200131120000/news.example.org/a", "Internet Archive", "http://news.example.org/a", DAY),
        ("https://archive.org/wayback/available?url=news.example.org", "Internet Archive", "http://news.example.org", None),
        (f"https://archive.org/web/20200131120000/{PAGE}", "Internet Archive", PAGE, DAY),
        (f"https://archive.ph/20200131120000/{PAGE}", "archive.today", PAGE, DAY),
        (f"http://archive.is/2020.01.31-120000/{PAGE}", "archive.today", PAGE, DAY),
        (f"https://archive.today/newest/{PAGE}", "archive.today", PAGE, None),
        (f"https://archive.vn/o/AbCdE/{PAGE}", "archive.today", PAGE, None),
        ("https://archive.ph/AbCdE", "archive.today", None, None),
        ("https://perma.cc/AB12-CD34", "Perma.cc", None, None),
        ("https://perma.cc/AB12-CD34?type=image", "Perma.cc", None, None),
        ("https://www.webcitation.org/query?url=https%3A%2F%2Fnews.example.org%2Fa&date=2020-01-31", "WebCite", "https://news.example.org/a", None),
        (f"https://arquivo.pt/wayback/20200131120000/{PAGE}", "Arquivo.pt", PAGE, DAY),
        (f"https://web.archive.org/web/20200131120000/https://archive.ph/2019/{PAGE}", "Internet Archive", PAGE, DAY),
        ("https://web.archive.org/web/20200131120000/https://perma.cc/AB12-CD34", "Internet Archive", "https://perma.cc/AB12-CD34", DAY),
    ],
)  # fmt: skip
def test_an_archived_copy_names_the_page(
    address: str, archive: str, original: str | None, captured: dt.date | None
) -> None:
    found = archived_copy(address)
    assert found is not None
    assert (found.archive, found.original, found.captured) == (archive, original, captured)
    assert original_address(address) == (original or address)


@pytest.mark.parametrize(
    "address",
    [
        PAGE,
        "https://archive.org/details/some-film",
        "https://example.org/web/20200131120000/https://other.example/",
        "web.archive.org/web/2020/https://example.org",
        "https://notweb.archive.org.example/web/2020/https://example.org",
        "mailto:ann@example.org",
        "https://[::1/",
        "",
    ],
)
def test_any_other_address_is_no_copy(address: str) -> None:
    assert archived_copy(address) is None
    assert original_address(address) == address


@given(st.sampled_from(sorted(ARCHIVES)), st.text(max_size=80))
def test_whatever_an_address_in_an_archive_has_is_looked_at(archive: str, rest: str) -> None:
    found = archived_copy(f"https://{archive}/{rest}")
    assert found is None or found.original is None or found.original.lower().startswith(("http://", "https://"))


@pytest.mark.parametrize(
    "piece", ["/http:/", "2020/", "a.", "/2020/a.b", "%3A%2F", "?url=a.", "https://web.archive.org/web/"]
)
def test_a_long_address_takes_time_in_proportion(piece: str) -> None:
    numbers = itertools.count(1000)  # the standard library remembers addresses that it has taken apart before

    def address(size: int) -> str:
        return f"https://web.archive.org/web/{next(numbers)}{piece * size}"

    assert is_linear(archived_copy, address, 40)


def test_a_host_is_that_of_a_full_address() -> None:
    assert host("https://www.News.example.org:443/a") == "news.example.org"
    assert host("news.example.org/a") is None
