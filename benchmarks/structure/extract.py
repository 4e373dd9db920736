"""What an EPUB says, read by one set of eyes for all tools: words in reading order, and the claims its markup makes about them.

Rules, the same for every tool:

- Words are read from the spine in order; the contents page is not read. Numbers and letters that an ordered list prints count.
- A **heading** is an h1–h6 (a whole hgroup is one), or the target of an entry in the contents.
- A **break** is an <hr>; or a block that holds nothing but a mark, and looks different from ordinary paragraphs (another class, a style, or
  centred); or an empty block whose class says break.
- A block is **set apart** when it or an element around it says by class, id, epub:type or role that it is a note, front or back matter. A
  whole page without a word of the story counts as set apart too, and so does a quotation or an aside for a note: see `measure`.
"""

from __future__ import annotations

import html.entities
import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from urllib.parse import unquote
from xml.etree import ElementTree

from benchmarks.structure.model import words

BLOCKS = set(
    "address article aside blockquote body center dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup "
    "li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
APART = set(
    "note notes footnote footnotes endnote endnotes rearnote rearnotes foreword afterword preface about disclaimer summary dedication "
    "epigraph titlepage title-page story-title frontmatter backmatter colophon appendix introduction copyright toc landmarks contents fields cover".split()
)
DUBLIN_CORE = set("subject description date source publisher rights contributor language type relation".split())
TITLE_PAGES = {"section", "body"}
SKIPPED = {"head", "script", "style", "nav", "svg", "template"}
EMPTY_BREAK = re.compile(r"break|separator|softbreak|scene|pause")
ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
ENTITIES = {"amp", "lt", "gt", "quot", "apos"}


@dataclass(slots=True)
class Block:
    """A paragraph-like stretch of the book: words `start`..`stop`."""

    start: int
    stop: int
    page: int
    text: str
    apart: bool
    quoted: bool
    heading: bool
    tag: str
    look: str  # class and style, to tell unlike from ordinary paragraphs
    centred: bool


@dataclass(slots=True)
class Book:
    """An EPUB as read."""

    title: str = ""
    creators: list[str] = field(default_factory=list)
    metadata: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    apart: list[bool] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    page: list[int] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    rules: list[tuple[int, bool]] = field(default_factory=list)  # where an <hr> stands, and whether set apart
    contents: list[tuple[str, int]] = field(default_factory=list)  # label and word it points to
    cells: list[str] = field(default_factory=list)  # texts of dd and td


@dataclass(frozen=True, slots=True)
class Around:
    """What the elements around say."""

    apart: bool = False
    quoted: bool = False
    heading: bool = False
    centred: bool = False
    page: int = 0


def read(data: bytes) -> Book:
    """The book in an EPUB's bytes."""
    book = Book()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        container = ElementTree.fromstring(archive.read("META-INF/container.xml"))
        path = next(element.get("full-path", "") for element in container.iter() if local(element) == "rootfile")
        package = ElementTree.fromstring(archive.read(path))
        folder = posixpath.dirname(path)
        items = {
            element.get("id", ""): (
                posixpath.normpath(posixpath.join(folder, unquote(element.get("href", "")))),
                element,
            )
            for element in package.iter()
            if local(element) == "item"
        }
        read_metadata(package, book)
        places: dict[str, int] = {}
        spine = [element.get("idref", "") for element in package.iter() if local(element) == "itemref"]
        for number, reference in enumerate(spine):
            name, item = items[reference]
            places[name] = len(book.words)
            if "nav" not in (item.get("properties") or "").split():
                Reader(book, number, name, places).read(parse(archive.read(name)))
        read_contents(archive, items, places, book)
    return book


def local(element: ElementTree.Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def parse(data: bytes) -> ElementTree.Element:
    """A page's root; HTML's named entities are understood."""
    text = data.decode("utf-8-sig")
    text = ENTITY.sub(
        lambda match: match[0] if match[1] in ENTITIES else html.entities.html5.get(match[1] + ";", match[0]), text
    )
    return ElementTree.fromstring(text)


def read_metadata(package: ElementTree.Element, book: Book) -> None:
    """Title, creators, and every other value of the package's metadata."""
    for element in package.iter():
        value = " ".join((element.text or "").split())
        name = local(element)
        if name == "title" and not book.title:
            book.title = value
        elif name == "creator":
            book.creators.append(value)
        elif name in DUBLIN_CORE:
            book.metadata.append(re.sub(r"<[^>]*>", " ", value))
        elif name == "meta":
            book.metadata += [value, element.get("content", "")]
    book.metadata = [value for value in book.metadata if value]


class Reader:
    """Walks one page and fills the book."""

    def __init__(self, book: Book, page: int, name: str, places: dict[str, int]) -> None:
        self.book, self.page, self.name, self.places = book, page, name, places
        self.buffer: list[str] = []

    def read(self, root: ElementTree.Element) -> None:
        """Read the page's body."""
        for element in root:
            if local(element) == "body":
                self.walk(element, Around(page=self.page), [])

    def walk(self, element: ElementTree.Element, around: Around, trail: list[ElementTree.Element]) -> None:
        """Read an element and what is in it; `trail` holds the block elements around."""
        tag = local(element)
        if tag in SKIPPED:
            return
        if element.get("id"):
            self.places[f"{self.name}#{element.get('id')}"] = len(self.book.words) + len(words("".join(self.buffer)))
        if tag == "hr":
            self.flush(around, trail)
            self.book.rules.append((len(self.book.words), around.apart))
        elif tag == "br":
            self.buffer.append("\n")
        elif tag in BLOCKS:
            self.flush(around, trail)
            within = inside(element, tag, around)
            self.buffer.append(ordinal(element, trail) if tag == "li" else "")
            self.children(element, within, [*trail, element])
            self.flush(within, [*trail, element])
            if tag in {"dd", "td"}:
                self.book.cells.append(" ".join("".join(element.itertext()).split()))
        else:
            self.children(element, around, trail)

    def children(self, element: ElementTree.Element, around: Around, trail: list[ElementTree.Element]) -> None:
        """Read an element's text and children."""
        self.buffer.append(re.sub(r"\s", " ", element.text or ""))
        for child in element:
            self.walk(child, around, trail)
            self.buffer.append(re.sub(r"\s", " ", child.tail or ""))

    def flush(self, around: Around, trail: list[ElementTree.Element]) -> None:
        """End the block that was being read."""
        text = "".join(self.buffer)
        self.buffer.clear()
        own = trail[-1] if trail else None
        tag = local(own) if own is not None else ""
        look = (
            f"{tag} {own.get('class') or ''} {own.get('style') or ''} {own.get('align') or ''}".strip()
            if own is not None
            else ""
        )
        if not text.strip() and not (
            tag in {"p", "div"} and own is not None and not len(own) and EMPTY_BREAK.search(own.get("class") or "")
        ):
            return
        book, found = self.book, words(text)
        start = len(book.words)
        book.words += found
        book.apart += [around.apart] * len(found)
        book.quoted += [around.quoted] * len(found)
        book.page += [self.page] * len(found)
        book.blocks.append(
            Block(
                start,
                len(book.words),
                self.page,
                text.strip(),
                around.apart,
                around.quoted,
                around.heading,
                tag,
                look,
                around.centred,
            )
        )


def inside(element: ElementTree.Element, tag: str, around: Around) -> Around:
    """What holds within a block element."""
    values = " ".join(
        value for key, value in element.attrib.items() if key.rpartition("}")[2] in {"class", "id", "type", "role"}
    )
    says = {word.removeprefix("doc-").rstrip("0123456789") for word in values.casefold().split()}
    title_page = tag in TITLE_PAGES and "title" in says
    style = f"{element.get('style') or ''} {element.get('align') or ''} {element.get('class') or ''}"
    return Around(
        apart=around.apart or bool(says & APART) or title_page,
        quoted=around.quoted or tag in {"blockquote", "aside"},
        heading=around.heading or tag in HEADINGS or tag == "hgroup" or "subtitle" in says,
        centred=around.centred or tag == "center" or "center" in style,
        page=around.page,
    )


def ordinal(item: ElementTree.Element, trail: list[ElementTree.Element]) -> str:
    """The number or letter that an ordered list prints before an item."""
    parent = trail[-1] if trail else None
    if parent is None or local(parent) != "ol" or "list-style" in (parent.get("style") or ""):
        return ""
    number = int(parent.get("start") or 1) + [child for child in parent if local(child) == "li"].index(item)
    return f"{chr(96 + number) if (parent.get('type') or '').casefold() == 'a' else number}. "


def read_contents(
    archive: zipfile.ZipFile, items: dict[str, tuple[str, ElementTree.Element]], places: dict[str, int], book: Book
) -> None:
    """The entries of the navigation document, or of the NCX where there is none."""
    for name, item in items.values():
        if "nav" in (item.get("properties") or "").split():
            root, links = parse(archive.read(name)), "a"
            break
    else:
        found = [name for name, item in items.values() if item.get("media-type") == "application/x-dtbncx+xml"]
        if not found:
            return
        name, links = found[0], "navPoint"
        root = parse(archive.read(name))
    for element in scope(root, links):
        label, target = entry(element, links)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(target.partition("#")[0])))
        fragment = target.partition("#")[2]
        place = places.get(f"{path}#{fragment}", places.get(path))
        if place is not None:
            book.contents.append((label, place))


def scope(root: ElementTree.Element, links: str) -> list[ElementTree.Element]:
    """The entries of the table of contents alone, not of landmarks or page lists."""
    if links == "navPoint":
        return [element for element in root.iter() if local(element) == "navPoint"]
    navs = [element for element in root.iter() if local(element) == "nav"]
    chosen = [nav for nav in navs if "toc" in " ".join(nav.attrib.values())] or navs[:1]
    return [element for nav in chosen for element in nav.iter() if local(element) == "a"]


def entry(element: ElementTree.Element, links: str) -> tuple[str, str]:
    """Label and target of one entry."""
    if links == "a":
        return " ".join("".join(element.itertext()).split()), element.get("href", "")
    label = next(child for child in element if local(child) == "navLabel")
    content = next(child for child in element if local(child) == "content")
    return " ".join("".join(label.itertext()).split()), content.get("src", "")
