"""Pages of the book as a whole: title, foreword, title pages of stories, colophon."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

import fic2book
from fic2book.model import Metadata, Page
from fic2book.naming import part_title, shown_subtitle, shown_title
from fic2book.render.blocks import block_markup
from fic2book.render.edition import BACK, BODY, FRONT, Edition, Place, attribute, labelled, section


def title_page(edition: Edition) -> Page:
    """Title, subtitle, authors or editor of the whole book."""
    book = edition.book
    name = shown_title(book, edition.labels["untitled"])
    metadata = replace(book.metadata, subtitle=shown_subtitle(book))
    lines = [edition.quoted("h1", name, kind="title"), *_credits(edition, metadata)]
    story = "" if book.anthology or not book.parts else _story_data(book.parts[0].metadata)
    return Page("title.xhtml", "title", name, section(lines, "title", "titlepage", extra=story), 0, FRONT)


def foreword_page(edition: Edition) -> Iterator[Page]:
    """The editor's foreword, where there is one."""
    blocks = edition.book.foreword
    if blocks:
        title = edition.labels["foreword"]
        heading = edition.made("h1", title, identity="foreword-heading")
        lines = [heading, *block_markup(blocks, edition, -1, opening=True)]
        body = section(lines, "foreword", "foreword", role="doc-foreword", extra=labelled("foreword"))
        yield Page("foreword.xhtml", "foreword", title, body, 1, FRONT)


def part_page(edition: Edition, place: Place) -> Page:
    """The title page of one story of several."""
    metadata = place.part.metadata
    stem = place.prefix.removesuffix("-")
    title = part_title(place.part, edition.labels["untitled"])
    heading = edition.quoted("h1", title, kind="title", identity=f"{stem}-heading")
    extra = labelled(stem) + _story_data(metadata)
    lines = [heading, *_credits(edition, metadata)]
    body = section(lines, stem, "part", role="doc-part", kind="story-title", extra=extra)
    return place.page(stem, "part", title, body, level=place.level - 1, matter=BODY)


def division_page(edition: Edition, title: str, number: int) -> Page:
    """The page before the stories of one part of an anthology."""
    stem = f"division-{number:02d}"
    heading = edition.quoted("h1", title, kind="title", identity=f"{stem}-heading")
    body = section([heading], stem, "part", role="doc-part", kind="story-title", extra=labelled(stem))
    return Page(f"{stem}.xhtml", "part", title, body, 1, BODY)


def colophon_page(edition: Edition, licences: Sequence[str]) -> Page:
    """Which program made the book from which files, and the licences of its fonts. Nothing in it changes between runs."""
    labels = edition.labels
    lines = [
        edition.made("h1", labels["colophon"], identity="colophon-heading"),
        edition.made("p", labels["made"].format(fic2book.__version__)),
    ]
    for source in (part.source for part in edition.book.parts):
        if source.name:
            told = edition.made("span", labels["source"].format(source.name, source.digest[:16] or "–"))
            data = f' data-source="{attribute(source.name)}" data-digest="{attribute(source.digest)}"'
            lines.append(f'<p class="source"{data}>{told}</p>')
    lines += [edition.made("p", line, kind="licence") for line in licences]
    body = section(lines, "colophon", "colophon", role="doc-colophon", extra=labelled("colophon"))
    return Page("colophon.xhtml", "colophon", labels["colophon"], body, 1, BACK)


def _credits(edition: Edition, metadata: Metadata) -> Iterator[str]:
    if metadata.subtitle:
        yield edition.quoted("p", metadata.subtitle, kind="subtitle")
    if metadata.authors:
        yield edition.made("p", edition.labels["by"].format(", ".join(metadata.authors)), kind="author")
    if metadata.editor:
        yield edition.made("p", edition.labels["edited"].format(metadata.editor), kind="editor")
    if metadata.series:
        yield edition.quoted("p", f"{metadata.series} {metadata.series_index}".strip(), kind="series")
    if metadata.part:
        known = "part-of" if metadata.parts not in {"", "?"} else "part"
        yield edition.made("p", edition.labels[known].format(metadata.part, metadata.parts), kind="serial")


def _story_data(metadata: Metadata) -> str:
    """What is known about a story, so that reading the book again gives the same; its fields stand on its about page."""
    known = {item.name: getattr(metadata, item.name) for item in fields(metadata) if item.name != "fields"}
    told = {name: value for name, value in known.items() if value}
    return f' data-story="{attribute(json.dumps(told, ensure_ascii=False))}"'
