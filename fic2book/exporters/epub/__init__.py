"""EPUB 3.3: pages, pictures, styles and metadata, packed for a device.

package.py      metadata, manifest and spine, through ebooklib
navigation.py   nav document and NCX
documents.py    a page's body → an XHTML file
stylesheet.py   a style's tokens and CSS → one stylesheet
kobo.py         sentences in spans
archive.py      the zip, the same bytes every time
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from fic2book.devices import find_device
from fic2book.exporters.epub.archive import pack
from fic2book.exporters.epub.documents import cover_page, document
from fic2book.exporters.epub.kobo import with_spans
from fic2book.exporters.epub.navigation import nav_document, ncx_document, shown
from fic2book.exporters.epub.package import Entry, package
from fic2book.exporters.epub.stylesheet import stylesheet
from fic2book.model import Book, Cover, OutputFile, Page, Settings
from fic2book.render.edition import open_edition
from fic2book.render.pictures import Picture, picture_data
from fic2book.styles import load_style

XHTML = "application/xhtml+xml"


def export(book: Book, pages: Sequence[Page], cover: Cover | None, settings: Settings) -> tuple[OutputFile, ...]:
    """One EPUB of `pages` for `settings.device`; the same input gives the same bytes."""
    device = find_device(settings.device)
    edition = open_edition(book, settings)
    language = device.unknown_language if edition.language == "und" else edition.language
    if cover and device.cover_page:
        pages = (cover_page(cover, edition), *pages)
    entries = [
        Entry("nav", "nav.xhtml", XHTML, nav_document(pages, edition, language), "nav", spine=shown(pages)),
        Entry("ncx", "toc.ncx", "application/x-dtbncx+xml", ncx_document(pages, edition, language)),
        Entry("style", "style.css", "text/css", stylesheet(load_style(settings.style)).encode()),
    ]
    if cover:
        entries.append(Entry("cover-image", "images/cover.jpg", "image/jpeg", cover.data, "cover-image"))
    for page in pages:
        body = with_spans(page.body) if device.spans else page.body
        data = document(page, body, page.language or language)
        entries.append(Entry(page.name.removesuffix(".xhtml"), page.name, XHTML, data, spine=True))
    for number, picture in enumerate(_used(edition.pictures.values(), pages), 1):
        entries.append(Entry(f"picture-{number:03d}", picture.name, picture.media_type, picture_data(picture)))
    data = pack(package(edition, entries, language, device), book.modified)
    return (OutputFile(device.suffix, data),)


def _used(pictures: Iterable[Picture], pages: Sequence[Page]) -> Iterator[Picture]:
    """The pictures that a page shows; others would only weigh."""
    return (picture for picture in pictures if any(f'src="{picture.name}"' in page.body for page in pages))
