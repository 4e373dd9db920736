"""Contents, landmarks and page list for new readers (nav) and old ones (NCX)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from typing import Final

from fic2book.exporters.epub.documents import frame
from fic2book.model import Page
from fic2book.records import dataclass
from fic2book.render.edition import FRONT, Edition, attribute, escape

PAGE_BREAK: Final = re.compile(r'<span class="page-break" id="([^"]+)" [^>]*aria-label="([^"]+)"/>')
"""Where a page of the printed book begins, as `render` writes it."""


@dataclass(slots=True)
class Node:
    """One entry of the contents, and those below it."""

    title: str
    href: str
    inner: list[Node] = field(default_factory=list)


def contents(pages: Iterable[Page]) -> list[Node]:
    """The tree of the pages that have a level. A page deeper than expected hangs from the nearest one above it."""
    root = Node("", "")
    path = [(0, root)]
    for page in pages:
        if page.level:
            while path[-1][0] >= page.level:
                path.pop()
            node = Node(" ".join(page.title.split()), page.name)
            path[-1][1].inner.append(node)
            path.append((page.level, node))
    return root.inner


def worth_a_page(pages: Iterable[Page]) -> bool:
    """Whether the contents are also a page to turn to: with three entries or less they only stand in the way."""
    return sum(1 for page in pages if page.level) > 3


def nav_document(pages: Sequence[Page], edition: Edition, language: str) -> bytes:
    """The nav document: contents of any depth, landmarks, and a page list where pages carry page numbers of print."""
    labels = edition.labels
    lines = [
        '<nav epub:type="toc" role="doc-toc" id="contents" aria-labelledby="contents-heading">',
        edition.made("h1", labels["contents"], identity="contents-heading"),
        *_list(contents(pages)),
        "</nav>",
        f'<nav epub:type="landmarks" id="landmarks" hidden="hidden" aria-label="{attribute(labels["landmarks"])}">',
        "<ol>",
        *(
            f'<li><a epub:type="{kind}" href="{href}">{escape(title)}</a></li>'
            for kind, href, title in _landmarks(pages, edition)
        ),
        "</ol>",
        "</nav>",
    ]
    numbers = list(_page_numbers(pages))
    if numbers:
        lines += [
            f'<nav epub:type="page-list" role="doc-pagelist" id="pages" hidden="hidden" aria-label="{attribute(labels["pages"])}">',
            "<ol>",
            *(f'<li><a href="{href}">{label}</a></li>' for href, label in numbers),
            "</ol>",
            "</nav>",
        ]
    return frame(labels["contents"], "\n".join(lines), language, FRONT)


def ncx_document(pages: Sequence[Page], edition: Edition, language: str) -> bytes:
    """The NCX with the same tree, for readers of EPUB 2."""
    tree = contents(pages)
    numbers = list(_page_numbers(pages))
    points = "\n".join(_points(tree, Order()))
    targets = "".join(
        f'<pageTarget id="page-{place}" type="normal" value="{place}"><navLabel><text>{label}</text></navLabel>'
        f'<content src="{href}"/></pageTarget>\n'
        for place, (href, label) in enumerate(numbers, 1)
    )
    title = edition.book.metadata.title.strip() or edition.labels["untitled"]
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="{language}">\n<head>\n'
        f'<meta name="dtb:uid" content="{attribute(edition.book.identifier)}"/>\n'
        f'<meta name="dtb:depth" content="{_depth(tree)}"/>\n'
        f'<meta name="dtb:totalPageCount" content="{len(numbers)}"/>\n'
        f'<meta name="dtb:maxPageNumber" content="{len(numbers)}"/>\n'
        f"</head>\n<docTitle><text>{escape(title)}</text></docTitle>\n<navMap>\n{points}\n</navMap>\n"
        f"{f'<pageList>{targets}</pageList>' if targets else ''}</ncx>\n"
    ).encode()


def _list(nodes: Iterable[Node]) -> Iterator[str]:
    yield "<ol>"
    for node in nodes:
        link = f'<a href="{node.href}">{escape(node.title)}</a>'
        if node.inner:
            yield f"<li>{link}"
            yield from _list(node.inner)
            yield "</li>"
        else:
            yield f"<li>{link}</li>"
    yield "</ol>"


def _landmarks(pages: Sequence[Page], edition: Edition) -> Iterator[tuple[str, str, str]]:
    """Cover, title page, contents and where the text begins, each once."""
    for role, kind, label in (("cover", "cover", "cover"), ("title", "titlepage", "title-page")):
        for page in pages:
            if page.role == role:
                yield kind, page.name, edition.labels[label]
                break
    if worth_a_page(pages):
        yield "toc", "nav.xhtml#contents", edition.labels["contents"]
    for page in pages:
        if page.epub_type == "bodymatter":
            yield "bodymatter", page.name, edition.labels["start"]
            break


def _page_numbers(pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
    for page in pages:
        for identity, label in PAGE_BREAK.findall(page.body):
            yield f"{page.name}#{identity}", label


@dataclass(slots=True)
class Order:
    """The running number of the NCX's points."""

    place: int = 0

    def next(self) -> int:
        """The next number, from 1."""
        self.place += 1
        return self.place


def _points(nodes: Iterable[Node], order: Order) -> Iterator[str]:
    for node in nodes:
        place = order.next()
        label = f"<navLabel><text>{escape(node.title)}</text></navLabel>"
        yield f'<navPoint id="point-{place}" playOrder="{place}">{label}<content src="{node.href}"/>'
        yield from _points(node.inner, order)
        yield "</navPoint>"


def _depth(nodes: Iterable[Node]) -> int:
    return max((1 + _depth(node.inner) for node in nodes), default=0)
