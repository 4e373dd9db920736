"""HTML and XHTML pages: parsed by BeautifulSoup (lxml's parser), walked without recursion, told to the builder.

`Source.text` is all text nodes in document order, but for the contents of active elements (scripts, styles, templates, embedded
objects), which are programs; a notice counts them. The page's ``<title>`` is in the text and removed as markup. Nothing is fetched: a
picture that is not within the file keeps its address and its description.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Final

from fic2book.model import Manuscript, Metadata
from fic2book.readers.builder import Builder
from fic2book.readers.decode import decode
from fic2book.readers.markup import MARK_OF, Look, read_sheet
from fic2book.readers.pictures import Fetch, Pictures
from fic2book.readers.walk import MILESTONE, Walk

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_SELF_CLOSED: Final = re.compile(r"<([a-zA-Z][\w:-]*)((?:\s[^<>]*)?)/>")
_XHTML: Final = re.compile(r"<\?xml\s|xmlns\s*=\s*[\"']http://www\.w3\.org/1999/xhtml")
_SUBSET: Final = re.compile(r"(<!DOCTYPE\s[^<>\[\]]{0,500})\[(?:[^\[\]\"']|\"[^\"]*\"|'[^']*')*\]\s*>", re.IGNORECASE)
"""Definitions within a document type, which HTML does not know and would print."""
_FORMAT: Final = re.compile(
    rf"""<(/?)({"|".join(MARK_OF)})((?:\s+(?:class|style|id|lang|title)\s?=\s?(?:"[^"<>]*"|'[^'<>]*'|[\w-]+))*)\s*>""",
    re.IGNORECASE,
)
_VOID: Final = frozenset("area base br col embed hr img input link meta param source track wbr".split())


def read_bytes(name: str, data: bytes, encoding: str, digest: str, fetch: Fetch | None = None) -> Manuscript:
    """The reader of the table."""
    return read_file(name, data, encoding, digest, fetch)


def read_file(
    name: str,
    data: bytes,
    encoding: str,
    digest: str,
    fetch: Fetch | None = None,
    declared: str = "",
    media: str = "html",
) -> Manuscript:
    """The manuscript of one page; `fetch` finds its pictures, `declared` is the encoding its envelope names."""
    decoded = decode(data, name, encoding, declared)
    builder = Builder()
    builder.notices += decoded.notices
    read_page(decoded.text, builder, fetch)
    return finish(builder, name, media, decoded.encoding, digest)


def finish(builder: Builder, name: str, media: str, encoding: str, digest: str) -> Manuscript:
    """The manuscript with what its markup tells about roles and fields."""
    from fic2book.readers.sites import read_site

    builder.flush()
    reading = read_site(builder.blocks, builder.metadata)
    if reading.cover:
        builder.resources = [
            replace(item, role="cover") if item.name == reading.cover else item for item in builder.resources
        ]
    if reading.metadata is not None:
        builder.metadata = joined(builder.metadata or Metadata(), reading.metadata)
    return builder.manuscript(name, media, encoding, digest, reading.findings)


def joined(known: Metadata, better: Metadata) -> Metadata:
    """Metadata with the filled-in fields of `better` in place of those of `known`."""
    filled = {item.name: getattr(better, item.name) for item in fields(Metadata) if getattr(better, item.name)}
    return replace(known, **filled)


def read_page(
    markup: str,
    builder: Builder,
    fetch: Fetch | None = None,
    sheet: Mapping[str, Look] | None = None,
) -> None:
    """Tell `builder` what a page holds. `fetch` finds a picture within the job: address to media type and bytes, None for none."""
    soup = parse(markup)
    rules = dict(sheet or {})
    for style in soup.find_all("style", limit=50):
        rules.update(read_sheet(style.get_text()))
    pictures = Pictures(builder, fetch)
    Walk(builder, pictures, rules).walk(soup)
    pictures.report()


def parse(markup: str) -> BeautifulSoup:
    """The tree of a page; any markup has one."""
    from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
    from bs4.exceptions import ParserRejectedMarkup

    markup = _SUBSET.sub(r"\1>", markup, count=1)
    markup = _FORMAT.sub(_as_milestone, markup)
    if _XHTML.search(markup, 0, 1500):
        markup = _SELF_CLOSED.sub(_open_and_close, markup)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        warnings.simplefilter("ignore", UserWarning)
        try:
            return BeautifulSoup(markup, "lxml", multi_valued_attributes=None)
        except ParserRejectedMarkup:
            return BeautifulSoup("", "lxml")


def _as_milestone(match: re.Match[str]) -> str:
    """Emphasis often spans paragraphs, ``<p>a <i>b</p><p>c</i></p>``, which no tree can hold: its tags become empty elements."""
    sign = "-" if match[1] else "+"
    return f'<wbr {MILESTONE}="{sign}{match[2].lower()}"{match[3] or ""}>'


def _open_and_close(match: re.Match[str]) -> str:
    """``<title/>`` is an empty title in XHTML, and the start of one that never ends in HTML."""
    return match[0] if match[1].lower() in _VOID else f"<{match[1]}{match[2]}></{match[1]}>"
