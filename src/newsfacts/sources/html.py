"""Web pages (HTML): their paragraphs without what surrounds them on every page of a site.

Parsed by selectolax as browsers do. Only what the page itself marks as something else is left out (navigation, page headers and
footers, forms, hidden parts, lists of nothing but links): a paragraph lost would make a true quotation look invented.
"""

from __future__ import annotations

import re
from typing import Any

import attrs

from newsfacts.sources.blocks import Blocks
from newsfacts.sources.decoding import decode_source
from newsfacts.sources.document import FileKind, Note, NoteKind, SectionUnit, SourceDocument
from newsfacts.sources.page_properties import published_day, title
from newsfacts.sources.problems import Refused, required

__all__ = ["MAX_DEPTH", "read"]

MAX_DEPTH = 2000
"""How deep the elements of a page may be nested; what is deeper is left out."""

LINKED = 0.8
"""From this share of linked words on, a list outside of an article is navigation."""

MAX_LISTS = 5
"""Lists and tables nested deeper than this are not looked at for links."""

_BLOCKS_LISTED = """
address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer
form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th
thead tr ul
"""
_BLOCKS = frozenset(_BLOCKS_LISTED.split())
_NEVER_LISTED = """
audio button canvas datalist embed head iframe input map noframes noscript object option rp rt script select style
svg template textarea title video
"""
_NEVER = frozenset(_NEVER_LISTED.split())
_DELETED = frozenset({"del", "s", "strike"})
"""Words that are struck out: a page that corrects a figure has the wrong one there."""
_PAGE_PARTS = frozenset({"header", "footer"})
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar", "dialog", "alertdialog"}
)
_LISTS = frozenset({"ul", "ol", "table"})
_CONTENT = frozenset({"main", "article"})
_NAMES_LISTED = """
nav navbar navigation navheader navfooter menu sidebar sphinxsidebar breadcrumb breadcrumbs footer toc-menu
pagination pager skip-link skiplink cookie cookies cookie-banner cookiebanner cookie-notice cookie-consent
onetrust-consent-sdk onetrust-banner-sdk cybotcookiebotdialog usercentrics-root didomi-host qc-cmp2-container newsletter share sharing
share-buttons social social-share related related-articles related-posts recommended advertisement advert ads promo
headerlink mw-editsection noprint
"""
_NAMES = frozenset(_NAMES_LISTED.split())
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{1,40})|<\?xml[^>]{0,100}encoding=[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_HEAD = 4096
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


def read(data: bytes, path: str, kind: FileKind, *, declared: str | None = None) -> SourceDocument:
    """The text of a page. Raises `Undecodable`, and `Refused` without the package selectolax."""
    parser = required("selectolax.lexbor", "HTML")
    found = _CHARSET.search(data[:_HEAD])
    named = (found[1] or found[2]).decode("ascii") if found is not None else None
    decoded = decode_source(data, declared or named)
    tree = parser.LexborHTMLParser(decoded.text)
    walk = _Walk(tree)
    if not any(text.strip() for text in walk.paragraphs):
        _refuse_empty(tree)
    blocks = Blocks()
    blocks.numbered(walk.paragraphs, SectionUnit.PARAGRAPH)
    notes = [*decoded.notes]
    if walk.left_out:
        notes.append(Note(NoteKind.BOILERPLATE, walk.left_out))
    if walk.deletions:
        notes.append(Note(NoteKind.DELETIONS, walk.deletions))
    return SourceDocument(
        text=blocks.text,
        path=path,
        kind=kind,
        title=title(tree),
        published=published_day(tree),
        notes=tuple(notes),
        sections=tuple(blocks.sections),
    )


def _refuse_empty(tree: Any) -> None:
    """Raises `Refused` for a page without words where it says where they are: in other files, or in what a script makes."""
    if tree.css_first("frame[src], iframe[src]") is not None:
        raise Refused("its words are in frames, which are other files", "Save each frame as a page of its own.")
    if tree.css_first("script") is not None:
        raise Refused("it has no words: a script makes them", "Open it in a browser, and save the page from there.")


@attrs.define
class _Open:
    """An element whose content is being read."""

    node: Any
    is_block: bool
    in_content: bool
    is_pre: bool
    lists: int = 0
    closing: str = ""


class _Walk:
    """Goes through a page once, from its first to its last element."""

    def __init__(self, tree: Any) -> None:
        self.paragraphs: list[str] = []
        self.left_out = 0
        self.deletions = 0
        self.parts: list[str] = []
        if tree.body is not None:
            self.walk(tree.body)
        self.finish()

    def walk(self, body: Any) -> None:
        stack = [_Open(body, True, False, False)]
        node = body.child
        while stack:
            if node is None:
                done = stack.pop()
                self.parts.append(done.closing)
                if done.is_block:
                    self.finish()
                node = done.node.next if stack else None
                continue
            entered = self.enter(node, stack[-1]) if len(stack) < MAX_DEPTH else None
            if entered is None:
                node = node.next
            else:
                stack.append(entered)
                node = node.child

    def enter(self, node: Any, around: _Open) -> _Open | None:
        """Take up the words of a node, or prepare to read what is in it; None where nothing is in it or it is left out."""
        tag = node.tag
        if tag == "-text":
            words = node.text_content or ""
            self.parts.append(words if around.is_pre else _SPACES.sub(" ", words))
            return None
        if tag == "br":
            self.parts.append("\n")
        if tag in _NEVER or tag[:1] in ("-", "!", "_"):
            return None
        if tag in _DELETED:
            self.deletions += bool((node.text() or "").strip())
            self.parts.append(" ")
            return None
        attributes = node.attributes
        lists = around.lists + (tag in _LISTS)
        is_loose = lists > around.lists and lists <= MAX_LISTS and not around.in_content
        if _is_left_out(tag, attributes, around.in_content) or (is_loose and _is_navigation(node)):
            self.left_out += 1
            return None
        if tag == "sup":
            self.parts.append(_raised(node))
            return None
        is_block = tag in _BLOCKS
        if is_block:
            self.finish()
        self.parts.append("“" if tag == "q" else "")
        in_content = around.in_content or tag in _CONTENT or attributes.get("role") in _CONTENT
        is_pre = around.is_pre or tag == "pre"
        return _Open(node, is_block, in_content, is_pre, lists, "”" if tag == "q" else "")

    def finish(self) -> None:
        """The words since the last block are a paragraph."""
        text = "".join(self.parts)
        self.parts = []
        lines = (line.strip(" \t\f\r") for line in re.sub(" {2,}", " ", text).split("\n"))
        self.paragraphs.append("\n".join(lines).strip("\n"))


def _is_left_out(tag: str, attributes: dict[str, str | None], in_content: bool) -> bool:
    """Whether a page marks an element as not being a part of its content."""
    if tag in ("nav", "dialog") or (tag in _PAGE_PARTS and not in_content):
        return True
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or attributes.get("role") in _ROLES:
        return True
    if _HIDDEN_STYLE.search(attributes.get("style") or ""):
        return True
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower().split()
    return tag not in ("body", "main", "article") and not _NAMES.isdisjoint(names)


def _is_navigation(node: Any) -> bool:
    """Whether nearly all words of a list are links."""
    words = len((node.text(separator=" ") or "").split())
    linked = sum(len((link.text(separator=" ") or "").split()) for link in node.css("a[href]"))
    return words > 0 and linked >= LINKED * words


def _raised(node: Any) -> str:
    """Raised figures stay apart from the number before them; links to notes are not a part of the text."""
    if node.css_first("a[href]") is not None:
        return ""
    return (node.text() or "").strip().translate(_RAISED)
