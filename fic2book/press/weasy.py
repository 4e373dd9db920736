"""WeasyPrint sets the volume: one HTML tree, one stylesheet, no network, no clock."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final
from xml.etree import ElementTree

from fic2book.errors import DependencyError, UsageError
from fic2book.model import Book, Cover, Notice, Settings
from fic2book.press.body import build_tree
from fic2book.press.faces import Faces, choose_faces
from fic2book.press.frontispiece import fit_cover
from fic2book.press.geometry import plan_sheet
from fic2book.press.stylesheet import FONT_ADDRESS, stylesheet
from fic2book.press.volume import PICTURE_ADDRESS, Volume
from fic2book.render.labels import right_to_left
from fic2book.render.pictures import find_pictures, picture_data
from fic2book.styles import Style

STANDARDS: Final = (
    "none",
    "pdf/ua-1",
    "pdf/ua-2",
    "pdf/a-2a",
    "pdf/a-2b",
    "pdf/a-2u",
    "pdf/a-3a",
    "pdf/a-3b",
    "pdf/a-3u",
    "pdf/x-4",
)
"""What a PDF can promise to be; all but "none" and pdf/x-4 are also tagged."""

COVER_ADDRESS: Final = "fic2book:cover"


def set_pages(
    book: Book, volume: Volume, cover: Cover | None, settings: Settings, style: Style
) -> tuple[bytes, tuple[Notice, ...]]:
    """The PDF, and what the engine or the fonts complained about. The same input gives the same bytes."""
    if settings.standard not in STANDARDS:
        raise UsageError(f"There is no PDF standard {settings.standard!r}. Known: {', '.join(STANDARDS)}.")
    sheet = plan_sheet(style, settings.trim, volume.words, crop_marks=settings.crop_marks)
    faces = choose_faces(style, volume.text, volume.language)
    css = [
        stylesheet(
            style,
            sheet,
            faces,
            right_to_left=right_to_left(volume.language),
            cmyk=settings.standard.startswith("pdf/x"),
        ),
        *filter(None, (style.css("book.css"), style.css("print.css"))),
    ]
    if cover:
        fit = fit_cover(cover, sheet)
        over, around = f"{-sheet.bleed:.3f}pt", f"{2 * sheet.bleed:.3f}pt"
        fills = (
            f" .cover img {{ object-fit: cover; position: absolute; left: {over}; top: {over};"
            f" width: calc(100% + {around}); height: calc(100vh + {around}); }}"
            if fit.fills
            else ""
        )
        css[0] += f"\n@page cover {{ background: {fit.colour}; }}{fills}"
    root = build_tree(book, volume, style, cover)
    data, complaints = write_document(
        root, css, _Resources(book, cover, faces).read, settings.standard, book.identifier
    )
    return data, (*faces.notices, *complaints)


def write_document(
    root: ElementTree.Element,
    css: list[str],
    read: Callable[[str], bytes],
    standard: str = "none",
    identifier: str = "",
) -> tuple[bytes, tuple[Notice, ...]]:
    """A PDF of any tree and stylesheets. `read` gives the bytes at an address and raises ValueError for what may not be fetched."""
    with _quiet() as complaints, _stopped_clock():
        data = _write(root, css, read, standard, identifier)
    return data, tuple(_notices(complaints))


class _Resources:
    """Everything the engine may ask for: the packaged fonts, the book's pictures, its cover. Anything else is refused."""

    def __init__(self, book: Book, cover: Cover | None, faces: Faces) -> None:
        self.cover = cover
        self.faces = faces
        self.pictures = {picture.name: picture for picture in find_pictures(book).values()}

    def read(self, address: str) -> bytes:
        """The bytes at an address of ours; raises ValueError for any other."""
        if address.startswith(FONT_ADDRESS):
            return self.faces.data(int(address.removeprefix(FONT_ADDRESS).partition(".")[0]))
        if address.startswith(PICTURE_ADDRESS):
            return picture_data(self.pictures[address.removeprefix(PICTURE_ADDRESS)])
        if address == COVER_ADDRESS and self.cover:
            return self.cover.data
        raise ValueError("nothing is fetched from outside the book")


def _write(
    root: ElementTree.Element, css: list[str], read: Callable[[str], bytes], standard: str, identifier: str
) -> bytes:
    html, sheets, fonts = _load(root, css, read)
    options: dict[str, Any] = {} if standard == "none" else {"pdf_variant": standard}
    if standard.startswith("pdf/x"):
        options["output_intent"] = "device-cmyk"
    collecting = gc.isenabled()
    gc.disable()  # a layout makes millions of objects and hardly a cycle: an eighth of the time goes into looking for them
    try:
        data: bytes = html.write_pdf(
            stylesheets=sheets,
            font_config=fonts,
            pdf_identifier=identifier.encode() or None,
            pdf_tags=standard != "none",
            **options,
        )
    finally:
        if collecting:
            gc.enable()
    return data


@contextmanager
def _stopped_clock() -> Iterator[None]:
    """Stops the clock by which fontTools stamps every font it cuts, by the variable of reproducible builds."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def _load(root: ElementTree.Element, css: list[str], read: Callable[[str], bytes]) -> tuple[Any, Any, Any]:
    """WeasyPrint's document, stylesheets and fonts; raises DependencyError when it or its system libraries are missing."""
    try:
        import cssselect2
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher, URLFetcherResponse
    except (ImportError, OSError) as error:
        raise DependencyError(
            f"WeasyPrint cannot be loaded: {error}. Install it and its libraries: pip install weasyprint, and on Debian"
            " apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; or choose --engine typst, which needs none."
        ) from error

    class Fetcher(URLFetcher):  # type: ignore[misc]
        """Serves the book's own resources."""

        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
            return URLFetcherResponse(url, read(url))

    class Tree(HTML):  # type: ignore[misc]
        """A document whose tree is already built, which spares writing and parsing it."""

        def __init__(self, element: ElementTree.Element, fetcher: URLFetcher) -> None:
            self.base_url = "fic2book:book/"
            self.url_fetcher = fetcher
            self.media_type = "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(element, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

    fetcher = Fetcher()
    fonts = FontConfiguration()
    # One stylesheet each, so that a brace left open in a style's own file cannot swallow what follows it.
    sheets = [CSS(string=text, base_url="fic2book:style/", url_fetcher=fetcher, font_config=fonts) for text in css]
    return Tree(root, fetcher), sheets, fonts


# ---------------------------------------------------------------- complaints


@contextmanager
def _quiet() -> Iterator[list[str]]:
    """Collects what the libraries log at warning level or above, instead of letting it reach the terminal."""
    complaints: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            complaints.append(record.getMessage())

    collector = Collector(logging.WARNING)
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    before = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(collector)
        logger.propagate = False
    try:
        yield complaints
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.removeHandler(collector)
            logger.propagate = propagate


def _notices(complaints: list[str]) -> Iterator[Notice]:
    for complaint in dict.fromkeys(complaints):
        yield Notice("print-warning", f"WeasyPrint: {complaint}", severity="warning")
