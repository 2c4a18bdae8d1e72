"""Small files of every kind, made from words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
NAMESPACES = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A package of parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(path: Path, body: str, **parts: str) -> Path:
    """A Word document with this body, and other parts of the folder `word`."""
    written: dict[str, str | bytes] = {
        "_rels/.rels": RELATIONS,
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
    }
    written |= {f"word/{name}.xml": content for name, content in parts.items()}
    path.write_bytes(zipped(written))
    return path


def paragraph(words: str) -> str:
    """A paragraph of a Word document."""
    return f'<w:p><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def odt(path: Path, body: str, **parts: str) -> Path:
    """An OpenDocument text with this body."""
    content = f"<office:document-content {NAMESPACES}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    path.write_bytes(zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **parts}))
    return path


def pdf(path: Path, pages: Sequence[Sequence[tuple[int, int, str]]], *, title: str = "") -> Path:
    """A PDF file with words at places of its pages, in points from the lower left corner, in Helvetica of 10 points."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        shown = "".join(f"1 0 0 1 {x} {y} Tm ({words}) Tj " for x, y, words in page)
        content = f"BT /F1 10 Tf {shown}ET".encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    objects.append(f"<< /Title ({title}) >>".encode("cp1252"))
    written = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    written += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    written += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size, size - 1, written.rindex(b"xref\n"),
    )  # fmt: skip
    path.write_bytes(written)
    return path
