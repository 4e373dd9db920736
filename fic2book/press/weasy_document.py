"""One tree and its stylesheets become one PDF by WeasyPrint: no network, no clock, nothing on the terminal."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple
from xml.etree import ElementTree

from fic2book.collector import collector_paused
from fic2book.errors import DependencyError
from fic2book.model import Notice
from fic2book.press.complaints import HIDDEN, collected, notices
from fic2book.press.inks import blacken
from fic2book.press.line_ends import mended_lines
from fic2book.press.own_css import unprinted
from fic2book.press.retagging import retag
from fic2book.press.squeezing import squeeze
from fic2book.press.stylesheet import FOLIO, SHEETS

Read = Callable[[str], bytes]
"""The bytes at an address; raises ValueError for what may not be fetched."""


class Rules(NamedTuple):
    """A stylesheet; complaints about it are told under its name."""

    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """What WeasyPrint is to set. With `goes_on` the last page only shows where the next sheet would begin, and is dropped."""

    root: ElementTree.Element
    css: tuple[Rules, ...]
    read: Read
    standard: str = "none"
    identifier: str = ""
    goes_on: bool = False
    inked: bool = False  # with the inks of a press, the marks for the cutter too
    elsewhere: frozenset[str] = frozenset()  # ids that links may lead to and that stand in another document


@dataclass(frozen=True, slots=True)
class Drawn:
    """A PDF and what joins it to others, in pixels: by page its height and bookmarks (level, label, place); the page and place of each id."""

    data: bytes
    heights: tuple[float, ...]
    bookmarks: tuple[tuple[tuple[int, str, tuple[float, float]], ...], ...]
    anchors: dict[str, tuple[int, float, float]]
    complaints: tuple[str, ...]


def write_document(
    root: ElementTree.Element, css: list[str], read: Read, standard: str = "none", identifier: str = ""
) -> tuple[bytes, tuple[Notice, ...]]:
    """A PDF of any tree and stylesheets."""
    drawn = draw(Task(root, tuple(map(Rules, css)), read, standard, identifier))
    return drawn.data, notices(drawn.complaints)


def draw(task: Task, pages_before: Callable[[int], int] = lambda _: 0) -> Drawn:
    """Set `task`. As soon as the pages are laid out, `pages_before` is asked, with their number, how many stand before them.

    The folios are drawn after that; whatever it raises ends the work.
    """
    with collected() as complaints, _stopped_clock(), collector_paused():
        document = _lay_out(task, pages_before, complaints)
        anchors: dict[str, tuple[int, float, float]] = {}
        for number, page in enumerate(document.pages):
            for name, (left, top, *_) in page.anchors.items():
                anchors.setdefault(name, (number, left, top))
        _open_ends(document, task.elsewhere - anchors.keys())
        data: bytes = document.write_pdf(
            pdf_identifier=task.identifier.encode() or None,
            finisher=partial(_finish, inked=task.inked),
            **_options(task),
        )
    marks = tuple(tuple((level, label, place) for level, label, place, _ in page.bookmarks) for page in document.pages)
    return Drawn(data, tuple(page.height for page in document.pages), marks, anchors, tuple(complaints))


def _lay_out(task: Task, pages_before: Callable[[int], int], complaints: list[str]) -> Any:
    html, sheets, more = _load(task, pages_before, complaints)
    with mended_lines():
        document = html.render(stylesheets=sheets, **more, **_options(task))
    document = document.copy(document.pages[:-1]) if task.goes_on else document
    if any(rules.name for rules in task.css):
        complaints.extend(HIDDEN + passage for passage in unprinted(task.root, document.pages))
    return document


def _options(task: Task) -> dict[str, Any]:
    options: dict[str, Any] = {"pdf_tags": task.standard != "none"}
    if task.standard != "none":
        options["pdf_variant"] = task.standard
    if task.inked:
        options["output_intent"] = "device-cmyk"
    return options


def _open_ends(document: Any, names: frozenset[str]) -> None:
    """Gives links that lead to `names` a place in this document, since WeasyPrint drops a link without one; joining mends it."""
    wanted = {link[1] for page in document.pages for link in page.links if link[0] == "internal"} & names
    somewhere = next((place for page in document.pages for place in page.anchors.values()), None)
    if somewhere is not None:
        document.pages[0].anchors.update(dict.fromkeys(sorted(wanted), somewhere))


def _finish(document: Any, pdf: Any, *, inked: bool) -> None:
    """The last touch before a file is written: what is read aloud, and how many bytes it takes."""
    if inked:
        blacken(pdf)
    retag(pdf)
    squeeze(pdf)


def import_engine(language: str) -> None:
    """Loads WeasyPrint and its hyphens for a language, so that a copy of this process need not.

    Raises DependencyError when it or its system libraries are missing.
    """
    try:
        import pyphen
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as error:
        raise DependencyError(
            f"WeasyPrint cannot be loaded: {error}. Install it and its libraries: pip install weasyprint, and on Debian"
            " apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; or choose --engine typst, which needs none."
        ) from error
    if found := pyphen.language_fallback(language):
        pyphen.Pyphen(lang=found)


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


def _load(
    task: Task, pages_before: Callable[[int], int], complaints: list[str]
) -> tuple[Any, list[Any], dict[str, Any]]:
    """WeasyPrint's document and stylesheets, and what they share; DependencyError when it or its system libraries are missing."""
    import_engine(task.root.get("lang", ""))
    import cssselect2
    from weasyprint import CSS, HTML
    from weasyprint.css.counters import CounterStyle
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Fetcher(URLFetcher):  # type: ignore[misc]
        """Serves the book's own resources."""

        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
            return URLFetcherResponse(url, task.read(url))

    class Tree(HTML):  # type: ignore[misc]
        """A document whose tree is already built, which spares writing and parsing it."""

        def __init__(self, element: ElementTree.Element, fetcher: URLFetcher) -> None:
            self.base_url = "fic2book:book/"
            self.url_fetcher = fetcher
            self.media_type = "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(element, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

    class Folios(CounterStyle):  # type: ignore[misc]
        """Numbers for the folios, which WeasyPrint draws when all pages are laid out: those before this document count too."""

        before = 0
        asked = False

        def render_value(self, counter_value: int, counter_name: Any = None, *rest: Any, **more: Any) -> str:
            if counter_name == SHEETS:
                if not self.asked:
                    self.asked, self.before = True, pages_before(counter_value - task.goes_on)
                return ""
            if counter_name == FOLIO:
                return str(counter_value + self.before)
            return str(super().render_value(counter_value, counter_name, *rest, **more))

    fetcher = Fetcher()
    shared = {"font_config": FontConfiguration(), "counter_style": Folios(), "color_profiles": {}}
    sheets = []
    # Each by itself, so that a bracket left open in a style's own file cannot swallow what follows it.
    for text, name in task.css:
        told = len(complaints)
        sheets.append(CSS(string=text, base_url="fic2book:style/", url_fetcher=fetcher, **shared))
        complaints[told:] = [f"{name}: {complaint}" if name else complaint for complaint in complaints[told:]]
    return Tree(task.root, fetcher), sheets, shared
