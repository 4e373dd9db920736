"""EPUB books: ours, AO3's, FanFicFare's, calibre's and any other. The spine in order, through the reader of pages.

Metadata come from the package document, chapter titles from headings or, where a chapter has none, from the contents. Pictures and the
cover are taken over. The contents page is no part of the story and stays out of the text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from fic2book.errors import SourceError
from fic2book.model import Block, Evidence, Finding, Manuscript, Resource
from fic2book.readers.archive import Archive, beside, open_archive
from fic2book.readers.builder import Builder
from fic2book.readers.decode import decode
from fic2book.readers.forms import Context
from fic2book.readers.html import finish, read_page
from fic2book.readers.markup import Look, read_sheet
from fic2book.readers.package import Item, Package, read_package
from fic2book.readers.pictures import picture_type
from fic2book.readers.sites.marks import WEIGHT, heading_kind

_PAGES: Final = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"})
_DULL: Final = frozenset({"cover", "title page", "titlepage", "start", "table of contents", "contents", "information"})
"""Titles of contents that name a page of the book, not a chapter of the story."""


def read_bytes(name: str, data: bytes, encoding: str, digest: str) -> Manuscript:
    """The reader of the table."""
    archive = open_archive(name, data)
    package = read_package(archive)
    if package.ours:
        from fic2book.readers.own import read_own

        return read_own(archive, package, digest)
    builder = Builder(metadata=package.metadata)
    sheet = _sheet(archive, package)
    titled: list[tuple[int, str]] = []
    for item in package.spine:
        _read_item(archive, package, item, builder, sheet, titled, encoding)
    _add_cover(archive, package, builder)
    manuscript = finish(builder, name, "epub", "utf-8", digest)
    return manuscript if manuscript.findings else _with_headings(manuscript, titled)


def _read_item(
    archive: Archive,
    package: Package,
    item: Item,
    builder: Builder,
    sheet: dict[str, Look],
    titled: list[tuple[int, str]],
    encoding: str,
) -> None:
    path = archive.find(item.path)
    if "nav" in item.properties or not path or item.media_type not in _PAGES:
        if not path:
            tell_missing(builder, item)
        return
    data = archive.read(path)
    if not data.strip():
        builder.notice("missing-file", f"A chapter of the book is an empty file: {item.path}.", item.path, "warning")
        return
    markup = decode(data, f"{archive.name} ({item.path})", encoding).text
    if _is_cover_page(markup, package):
        return
    before = builder.metadata
    _title_from_contents(package, item, markup, builder, titled)
    first = len(builder.blocks)
    read_page(markup, builder, fetcher(archive, path), sheet)
    builder.flush()
    builder.metadata = before
    titles = package.titles.get(item.path, [])
    titled += [
        (index, title)
        for index, block in enumerate(builder.blocks[first:], first)
        for title in titles
        if block.kind == "heading" and _same(block, title) and title.lower() not in _DULL
    ]


def tell_missing(builder: Builder, item: Item) -> None:
    """Tell of a chapter that is listed and not there."""
    builder.notice("missing-file", f"The book lists a chapter it does not hold: {item.path}.", item.path, "warning")


def _title_from_contents(
    package: Package, item: Item, markup: str, builder: Builder, titled: list[tuple[int, str]]
) -> None:
    """A chapter without a heading gets the one that the contents give it; its words are the book's own."""
    titles = package.titles.get(item.path, [])
    if len(titles) != 1 or titles[0].lower() in _DULL or len(package.titles) < 3:
        return
    head = markup[:20_000].lower()
    if any(f"<h{level}" in head for level in range(1, 7)) or "".join(titles[0].lower().split()) in "".join(
        head.split()
    ):
        return
    builder.open(Context(name="h2", heading=2, hint="contents-title"), block=True)
    builder.text(titles[0])
    builder.close()
    titled.append((len(builder.blocks) - 1, titles[0]))


def _same(block: Block, title: str) -> bool:
    return "".join(block.text.split()).lower() == "".join(title.split()).lower()


def _is_cover_page(markup: str, package: Package) -> bool:
    """True for a page that holds the cover picture and no words."""
    if not package.cover or package.cover.rpartition("/")[2] not in markup or len(markup) > 6000:
        return False
    from fic2book.readers.html import parse

    body = parse(markup).body
    return body is not None and not body.get_text().strip()


def fetcher(archive: Archive, base: str) -> Callable[[str], tuple[str, bytes] | None]:
    """Finds pictures of the page `base` within its archive."""

    def fetch(address: str) -> tuple[str, bytes] | None:
        path = archive.find(beside(base, address))
        try:
            return (path, archive.read(path)) if path else None
        except SourceError:
            return None  # a damaged picture is told of as a missing one; the story can still be read

    return fetch


def _sheet(archive: Archive, package: Package) -> dict[str, Look]:
    looks: dict[str, Look] = {}
    for item in package.items:
        path = archive.find(item.path)
        if item.media_type == "text/css" and path:
            looks.update(read_sheet(archive.read(path).decode("utf-8", "replace")))
    return looks


def _add_cover(archive: Archive, package: Package, builder: Builder) -> None:
    path = archive.find(package.cover) if package.cover else ""
    if not path:
        return
    data = archive.read(path)
    media_type, suffix = picture_type(data)
    if media_type:
        builder.resources.append(Resource(f"cover{suffix}", media_type, data, "cover"))


def _with_headings(manuscript: Manuscript, titled: list[tuple[int, str]]) -> Manuscript:
    """Headings that the book's contents name."""
    from dataclasses import replace

    findings = []
    for index, title in titled:
        block = manuscript.blocks[index]
        evidence = Evidence("markup:epub:contents", block.span, WEIGHT - 1, "the book's contents list this heading")
        role, value = ("heading", heading_kind(title))
        if manuscript.metadata and _same(block, manuscript.metadata.title) and len(titled) > 1:
            role, value = ("title", title)
        findings.append(Finding(role, index, index, (evidence,), value, "reader"))
    return replace(manuscript, findings=tuple(findings))
