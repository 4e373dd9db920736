"""EPUB 3.3: pages, pictures, styles and metadata, packed for a device.

package.py      metadata, manifest and spine, through ebooklib
navigation.py   nav document and NCX
documents.py    a page's body → an XHTML file
stylesheet.py   a style's tokens and CSS → one stylesheet
kobo.py         sentences in spans
archive.py      the zip, the same bytes every time
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from fic2book.devices import Device, find_device
from fic2book.exporters.epub.archive import pack
from fic2book.exporters.epub.documents import cover_page, document
from fic2book.exporters.epub.kobo import with_spans
from fic2book.exporters.epub.navigation import nav_document, ncx_document, worth_a_page
from fic2book.exporters.epub.package import Entry, package
from fic2book.exporters.epub.stylesheet import stylesheet
from fic2book.model import Book, Cover, OutputFile, Page, Settings
from fic2book.render.edition import Edition, open_edition
from fic2book.render.pictures import picture_data
from fic2book.styles import load_style

XHTML: Final = "application/xhtml+xml"

SHOWN: Final = re.compile(r'<img src="([^"]+)"')

DISPLAY_OPTIONS: Final = (
    b'<?xml version="1.0" encoding="utf-8"?>\n<display_options>\n<platform name="*">\n'
    b'<option name="specified-fonts">true</option>\n</platform>\n</display_options>\n'
)
"""Tells older versions of Apple Books to use the fonts that are there."""


def export(book: Book, pages: Sequence[Page], cover: Cover | None, settings: Settings) -> tuple[OutputFile, ...]:
    """One EPUB of `pages` for `settings.device`; the same input gives the same bytes."""
    device = find_device(settings.device)
    edition = open_edition(book, settings)
    language = device.unknown_language if edition.language == "und" else edition.language
    if cover and device.cover_page:
        pages = (cover_page(cover, edition), *pages)
    entries = [
        Entry("nav", "nav.xhtml", XHTML, nav_document(pages, edition, language), "nav", spine=worth_a_page(pages)),
        Entry("ncx", "toc.ncx", "application/x-dtbncx+xml", ncx_document(pages, edition, language)),
        *_styles(pages, settings, device),
        *_pictures(pages, edition, cover),
        *_documents(pages, language, device),
    ]
    return (OutputFile(device.suffix, pack(package(edition, entries, language, device), book.modified)),)


def _documents(pages: Iterable[Page], language: str, device: Device) -> Iterator[Entry]:
    for page in pages:
        body = with_spans(page.body) if device.spans else page.body
        data = document(page, body, page.language or language)
        yield Entry(page.name.removesuffix(".xhtml"), page.name, XHTML, data, spine=True)


def _styles(pages: Sequence[Page], settings: Settings, device: Device) -> Iterator[Entry]:
    """The stylesheet, and the fonts it names."""
    style = load_style(settings.style)
    if settings.fonts == "none":
        yield Entry("style", "style.css", "text/css", stylesheet(style).encode())
        return
    from fic2book.embedding import embedded_fonts, font_rules

    cuts = embedded_fonts(pages, style, settings)
    rules = font_rules(cuts, style, settings)
    yield Entry("style", "style.css", "text/css", stylesheet(style, rules).encode())
    for number, cut in enumerate(cuts, 1):
        yield Entry(f"font-{number}", cut.name, "font/ttf", cut.data)
    if device.specified_fonts:
        yield Entry(
            "apple", "META-INF/com.apple.ibooks.display-options.xml", "application/xml", DISPLAY_OPTIONS, listed=False
        )


def _pictures(pages: Sequence[Page], edition: Edition, cover: Cover | None) -> Iterator[Entry]:
    """The cover, and the pictures that a page shows; others would only weigh."""
    if cover:
        yield Entry("cover-image", "images/cover.jpg", "image/jpeg", cover.data, "cover-image")
    shown = {name for page in pages for name in SHOWN.findall(page.body)}
    for number, picture in enumerate((item for item in edition.pictures.values() if item.name in shown), 1):
        yield Entry(f"picture-{number:03d}", picture.name, picture.media_type, picture_data(picture))
