"""The least that an EPUB costs: what somebody writes in an afternoon with `zipfile`, and nothing that fic2book exists for.

    python benchmarks/by_hand.py STORY.txt BOOK.epub [--cover]

Blank lines part paragraphs, the first line is the title, all of the story is one page. With `--cover` Pillow draws the title on one colour at
fic2book's size and packs it as JPEG. It stands alone: it imports nothing of the project, so that its start is as light as such a script's.
"""

from __future__ import annotations

import io
import sys
import zipfile
from html import escape
from pathlib import Path

CONTAINER = (
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
COVER_SIZE = 1600, 2560


def book(text: str, *, cover: bool) -> bytes:
    """An EPUB of `text`."""
    title, _, rest = text.partition("\n")
    name = escape(title)
    paragraphs = "\n".join(f"<p>{escape(part.strip())}</p>" for part in rest.split("\n\n") if part.strip())
    files = {
        "book.opf": _package(name, cover=cover),
        "nav.xhtml": _page(
            "Contents",
            f'<nav xmlns:epub="http://www.idpf.org/2007/ops" epub:type="toc"><ol><li><a href="story.xhtml">{name}</a></li></ol></nav>',
        ),
        "story.xhtml": _page(name, f"<h1>{name}</h1>\n{paragraphs}"),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", CONTAINER)
        for path, content in files.items():
            archive.writestr(path, content)
        if cover:
            archive.writestr("cover.jpg", _cover(title), zipfile.ZIP_STORED)
    return packed.getvalue()


def _page(title: str, body: str) -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{title}</title></head>\n'
        f"<body>\n{body}\n</body></html>\n"
    )


def _package(title: str, *, cover: bool) -> str:
    picture = '<item id="cover" href="cover.jpg" media-type="image/jpeg" properties="cover-image"/>' if cover else ""
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">urn:by-hand:{title}</dc:identifier><dc:title>{title}</dc:title><dc:language>en</dc:language>'
        '<meta property="dcterms:modified">2000-01-01T00:00:00Z</meta></metadata><manifest>'
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f'<item id="story" href="story.xhtml" media-type="application/xhtml+xml"/>{picture}</manifest>'
        '<spine><itemref idref="story"/></spine></package>'
    )


def _cover(title: str) -> bytes:
    from PIL import Image, ImageDraw, ImageFont  # the script without a cover does without it

    image = Image.new("RGB", COVER_SIZE, "#20405c")
    ImageDraw.Draw(image).text((160, 600), title[:40], fill="white", font=ImageFont.load_default(120))
    packed = io.BytesIO()
    image.save(packed, "JPEG", quality=90)
    return packed.getvalue()


def main(arguments: list[str]) -> None:
    """Read a story, write its book."""
    story, target, *options = arguments
    Path(target).write_bytes(book(Path(story).read_text(encoding="utf-8"), cover="--cover" in options))


if __name__ == "__main__":
    main(sys.argv[1:])
