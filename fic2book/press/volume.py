"""Joins the book's pages into the sections of one volume, as print needs them: inner links, running heads, footnotes in place.

The sections are plain ElementTree, made of the pages that `render` made and every exporter shares. Nothing here changes a word of the
story; what print adds (half-title, imprint, contents) repeats the book's own words and is marked "made", as in `render`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree

from fic2book.model import Book, Page, Settings
from fic2book.naming import is_untitled, part_title, shown_subtitle, shown_title
from fic2book.press.asides import gather_asides
from fic2book.press.footnotes import place_footnotes
from fic2book.press.frontmatter import half_title, imprint
from fic2book.press.ties import tie_headings
from fic2book.render.edition import Edition, open_edition
from fic2book.styles import Style

Element = ElementTree.Element

TEXT: Final = frozenset({"part", "division", "chapter"})
"""Roles that begin the text of a story: front matter ends before the first, back matter begins after the last."""

UNLISTED: Final = frozenset({"halftitle", "title", "imprint", "colophon", "about", "dedication", "epigraph"})
EPUB: Final = "http://www.idpf.org/2007/ops"
PICTURE_ADDRESS: Final = "fic2book:picture/"
INLINE: Final = frozenset({"a", "b", "code", "em", "i", "s", "small", "span", "strong", "sub", "sup", "u"})
DRAWN_UNDER: Final = frozenset({"a", "s", "u"})
"""Inline elements whose blanks show, since a line is drawn through or below them."""

SHORTEST_BOOK: Final = 1500
"""Words, roughly, from which on a book has a half-title: before a story of four pages it would be a jest."""

LONGEST_HEAD: Final = 46
"""Characters of a running head; more would touch the folio on a narrow page."""


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the book. `element` is its ``<section>``; `matter` is front, main or back."""

    page: Page
    element: Element
    matter: str
    heads: dict[str, str]  # author, title, story and chapter as the running heads print them
    continued: bool = False  # the rest of a very long chapter, which runs on
    opens_story: bool = False  # the first page of a story's text

    @property
    def identity(self) -> str:
        """The section's id, unique in the volume."""
        return self.element.get("id", "")

    @property
    def listed(self) -> bool:
        """Whether the contents name it."""
        return self.page.level > 0 and self.page.role not in UNLISTED


@dataclass(frozen=True, slots=True)
class Volume:
    """The whole book, ready for an engine. The contents stand before section number `contents_place`."""

    title: str
    authors: tuple[str, ...]
    language: str
    sections: tuple[Section, ...]
    contents_place: int
    contents_title: str
    words: int
    text: str  # all characters that will be printed, for the choice of fonts

    def entries(self) -> tuple[Section, ...]:
        """The sections that the contents list, in order."""
        return tuple(section for section in self.sections if section.listed)


def bind(book: Book, pages: Sequence[Page], settings: Settings, style: Style) -> Volume:
    """The volume made of `pages`, with the front matter the style wants."""
    edition = open_edition(book, settings)
    ordered = list(_print_order(edition, pages, style))
    matters = _matters(ordered)
    first = {page.part: page.name for page in reversed(ordered) if page.role in {"chapter", "division"}}
    sections = tuple(
        _section(edition, page, matter, page.name == first.get(page.part))
        for page, matter in zip(ordered, matters, strict=True)
    )
    text = "".join(text for section in sections for text in section.element.itertext())
    place = sum(1 for section in sections if section.page.role in {"halftitle", "title", "imprint"})
    title = book.metadata.title or edition.labels["untitled"]
    drawn = "".join(
        (text, *(head for section in sections for head in section.heads.values()), *edition.labels.values())
    )
    return Volume(
        title,
        book.metadata.authors,
        edition.language,
        sections,
        place,
        edition.labels["contents"],
        len(text.split()),
        drawn,
    )


def wants_contents(style: Style, volume: Volume) -> bool:
    """Whether a contents page is worth its paper."""
    return style.front.contents == "always" or (style.front.contents == "auto" and len(volume.entries()) > 1)


def _print_order(edition: Edition, pages: Sequence[Page], style: Style) -> Iterator[Page]:
    words = sum(page.body.count(" ") for page in pages)
    if style.front.half_title and words >= SHORTEST_BOOK and not is_untitled(edition.book):
        yield half_title(edition)
    for page in gather_asides([page for page in pages if page.role != "colophon" or style.front.colophon]):
        yield page
        if page.role == "title":
            yield from imprint(edition)


def _matters(pages: Sequence[Page]) -> list[str]:
    text = [number for number, page in enumerate(pages) if page.role in TEXT]
    first, last = (text[0], text[-1]) if text else (len(pages), len(pages))
    return ["front" if number < first else "main" if number <= last else "back" for number in range(len(pages))]


def _section(edition: Edition, page: Page, matter: str, opens_story: bool) -> Section:
    element = parse_body(page.body)
    for link in element.iter("a"):
        _keep_inside(link)
    for image in element.iter("img"):
        image.set("src", PICTURE_ADDRESS + image.get("src", ""))
    place_footnotes(element)
    _flatten_tables(element)
    _part_lines(element)
    _close_gaps(element)
    tie_headings(element)
    continued = "continued" in element.get("class", "").split()
    return Section(page, element, matter, _heads(edition, page), continued, opens_story)


def parse_body(body: str) -> Element:
    """The ``<section>`` of a page. Prefixed attributes get plain names: ``epub:type`` becomes ``epub-type``."""
    root = ElementTree.fromstring(f'<body xmlns:epub="{EPUB}">{body}</body>')[0]  # noqa: S314
    root.tail = None
    for element in root.iter():
        for name in [name for name in element.keys() if name[0] == "{"]:  # noqa: SIM118 - an element is no mapping
            value = element.attrib.pop(name)
            element.set("epub-type" if name.startswith(f"{{{EPUB}}}") else "xml-lang", value)
    return root


def _keep_inside(link: Element) -> None:
    """Points a link between pages at the section; identifiers are unique in the book."""
    target = link.get("href", "")
    file, _, fragment = target.partition("#")
    if file.endswith(".xhtml"):
        link.set("href", f"#{fragment or file.removesuffix('.xhtml')}")


def _flatten_tables(root: Element) -> None:
    """Tables of a story have no header cells and only place words side by side, so they are not tagged as data."""
    for element in root.iter():
        if element.tag in {"table", "tbody", "tr", "td"}:
            element.set("class", f"{element.get('class', '')} {element.tag}".strip())
            element.tag = "div"


def _part_lines(root: Element) -> None:
    """Gives each line of verse an element of its own, so that a line turned over hangs by itself; and sets quotations flush at first."""
    for verse in root.iter("div"):
        for stanza in verse if "verse" in verse.get("class", "").split() else ():
            if any(child.tag == "br" for child in stanza):
                _split_stanza(stanza)
    for quotation in root.iter("blockquote"):
        if len(quotation) and quotation[0].tag == "p":
            quotation[0].set("class", f"{quotation[0].get('class', '')} first".strip())


def _split_stanza(stanza: Element) -> None:
    lines = [ElementTree.Element("span", {"class": "line"})]
    lines[0].text = stanza.text
    for child in list(stanza):
        stanza.remove(child)
        if child.tag == "br":
            lines.append(ElementTree.Element("span", {"class": "line"}))
            lines[-1].text = (child.tail or "").lstrip("\n")
        else:
            lines[-1].append(child)
    stanza.text = None
    stanza.extend(lines)


def _close_gaps(root: Element) -> None:
    """Moves a blank that stands alone between two marked stretches into one of them.

    WeasyPrint draws no glyph for a text that is only a blank, and a screen reader would run the two words together.
    """
    for parent in root.iter():
        for left, right in zip(parent, list(parent)[1:], strict=False):
            if left.tail == " " and left.tag in INLINE and right.tag in INLINE:
                left.tail = None
                if left.tag in DRAWN_UNDER and right.tag not in DRAWN_UNDER:
                    right.text = " " + (right.text or "")
                else:
                    _append(left, " ")


def _append(element: Element, text: str) -> None:
    """Puts `text` at the very end of `element`."""
    while len(element):
        last = element[-1]
        if last.tail or last.tag not in INLINE:
            last.tail = (last.tail or "") + text
            return
        element = last
    element.text = (element.text or "") + text


def _heads(edition: Edition, page: Page) -> dict[str, str]:
    """What each kind of running head says on this page; what is not known falls back on what stands above it."""
    book = edition.book
    title = shown_title(book, shown_subtitle(book))
    part = book.parts[page.part] if 0 <= page.part < len(book.parts) else None
    story = part.metadata if part else book.metadata
    named = part_title(part, title) if part else title
    author = ", ".join(story.authors or book.metadata.authors) or title
    words = {"title": title, "story": named, "author": author, "chapter": page.title or named}
    return {kind: shorten(text) for kind, text in words.items()}


def shorten(text: str, longest: int = LONGEST_HEAD) -> str:
    """`text` on one line and no longer than a running head may be, cut between words where there are any."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    kept = line[:longest].rsplit(" ", 1)[0]
    return kept.rstrip(" ,;:.–—-") + "\N{HORIZONTAL ELLIPSIS}"
