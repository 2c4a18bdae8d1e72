"""Makes docs/images/view.png: an article with findings, as `newsfacts view` shows it.

python scripts/view_png.py            takes the picture: it needs Chromium (NEWSFACTS_BROWSER, or one that is found), and playwright
python scripts/view_png.py --check    says whether it shows what the page has now; it needs neither

The picture carries a digest of the words that the page has. Two browsers draw the same page differently, so pixels are not compared.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import struct
import sys
import tempfile
import zlib
from collections import Counter
from pathlib import Path

from newsfacts.checking.configuration import Configuration
from newsfacts.view.collecting import collect_files, page_of_all

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = "examples/summit/summit.facts"
PICTURE = ROOT / "docs" / "images" / "view.png"

WIDTH, HEIGHT = 1280, 800
COLOURS = 256
KEY = b"newsfacts-words"
SIGNATURE = b"\x89PNG\r\n\x1a\n"
BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def page_html() -> str:
    """The page of the example, with the path that a reader would type."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        return page_of_all(collect_files([EXAMPLE], Configuration()), None)
    finally:
        os.chdir(before)


def digest(html: str) -> bytes:
    """A digest of the words of the page, without its style, its script and its markup."""
    body = html[html.index("<main") : html.index("</main>")]
    words = re.sub(r"<[^>]*>", " ", body)
    return hashlib.sha256(" ".join(words.split()).encode("utf-8")).hexdigest().encode("ascii")


def chunks(png: bytes) -> dict[bytes, list[bytes]]:
    """The chunks of a PNG file by type."""
    found: dict[bytes, list[bytes]] = {}
    at = len(SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        found.setdefault(png[at + 4 : at + 8], []).append(png[at + 8 : at + 8 + length])
        at += length + 12
    return found


def with_words(png: bytes, words: bytes) -> bytes:
    """The file with a chunk of text after its header."""
    data = KEY + b"\0" + words
    chunk = struct.pack(">I", len(data)) + b"tEXt" + data + struct.pack(">I", zlib.crc32(b"tEXt" + data))
    header = len(SIGNATURE) + 25
    return png[:header] + chunk + png[header:]


def packed(png: bytes) -> bytes:
    """The same picture with at most `COLOURS` colours, the rare ones as the nearest of the others: half the size or less."""
    found = chunks(png)
    width, height, depth, kind = struct.unpack(">IIBB", found[b"IHDR"][0][:10])
    assert (depth, kind) == (8, 2), "browsers write eight bits of red, green and blue"
    rows = pixels(zlib.decompress(b"".join(found[b"IDAT"])), width, height)
    used = Counter(colour for row in rows for colour in row)
    kept = [colour for colour, _ in used.most_common(COLOURS)]
    number = {colour: index for index, colour in enumerate(kept)}
    for colour in used:
        if colour not in number:
            number[colour] = min(range(len(kept)), key=lambda one: distance(kept[one], colour))
    lines = b"".join(b"\0" + bytes(number[colour] for colour in row) for row in rows)
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", b"".join(kept)),
        (b"IDAT", zlib.compress(lines, 9)),
        (b"IEND", b""),
    ]
    written = [
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    ]
    return SIGNATURE + b"".join(written)


def distance(one: bytes, other: bytes) -> int:
    """How far two colours are apart."""
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def pixels(data: bytes, width: int, height: int) -> list[list[bytes]]:
    """The colours of each row, with the filters of PNG undone (section 9 of its specification)."""
    size = 3 * width
    before = bytearray(size)
    rows = []
    for top in range(0, height * (size + 1), size + 1):
        row = bytearray(data[top + 1 : top + 1 + size])
        for at in range(size):
            left = row[at - 3] if at >= 3 else 0
            above = before[at]
            corner = before[at - 3] if at >= 3 else 0
            row[at] = (row[at] + predicted(data[top], left, above, corner)) & 255
        rows.append([bytes(row[at : at + 3]) for at in range(0, size, 3)])
        before = row
    return rows


def predicted(filter: int, left: int, above: int, corner: int) -> int:
    """What a filter of PNG takes a byte to be."""
    if filter < 4:
        return (0, left, above, (left + above) // 2)[filter]
    guess = left + above - corner
    return min((left, above, corner), key=lambda one: abs(guess - one))


def photograph(html: str) -> bytes:
    """What a browser shows of the page, with a cue pointed at."""
    from playwright.sync_api import sync_playwright

    browser = os.environ.get("NEWSFACTS_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit("no Chromium is here; NEWSFACTS_BROWSER names one")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        file = Path(folder, "view.html")
        file.write_text(html, encoding="utf-8")
        started = driver.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = started.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(file.as_uri())
        page.locator(".note").nth(0).evaluate("note => window.scrollTo(0, note.getBoundingClientRect().top - 190)")
        page.wait_for_timeout(200)
        page.locator(".k-cue", has_text="accuse").hover()
        page.wait_for_timeout(200)
        shown = page.screenshot()
        started.close()
    return shown


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 where the picture is not fresh"
    )
    arguments = parser.parse_args()
    html = page_html()
    if arguments.check:
        texts = chunks(PICTURE.read_bytes()).get(b"tEXt", []) if PICTURE.exists() else []
        if KEY + b"\0" + digest(html) not in texts:
            print(f"{PICTURE.relative_to(ROOT)} is not fresh: run python scripts/view_png.py", file=sys.stderr)
            return 1
        return 0
    PICTURE.write_bytes(with_words(packed(photograph(html)), digest(html)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
