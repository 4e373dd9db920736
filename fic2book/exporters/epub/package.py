"""Metadata, manifest and spine, as ebooklib's book."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from ebooklib import epub

import fic2book
from fic2book.devices import Device
from fic2book.model import Chapter, Metadata
from fic2book.records import dataclass
from fic2book.render.edition import Edition, blanked
from fic2book.render.labels import right_to_left

DATE: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
"""Dates in the form dc:date wants (ISO 8601, from the year on)."""

PREFIXES: Final = {
    "ibooks": "http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/",
    "fic2book": "urn:fic2book:",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the book. `properties` are those of its manifest item; `spine` puts it into the reading order."""

    identity: str
    name: str
    media_type: str
    data: bytes
    properties: str = ""
    spine: bool = False
    listed: bool = True  # in the manifest; what lies in META-INF is not


def package(edition: Edition, entries: Sequence[Entry], language: str, device: Device) -> Any:
    """An ebooklib book with complete metadata, `entries` in their order, and the contents after the title page in the spine."""
    book = epub.EpubBook()
    book.set_unique_metadata(
        "OPF", "generator", "", {"name": "generator", "content": f"fic2book {fic2book.__version__}"}
    )
    book.set_identifier(edition.book.identifier)
    book.set_language(language)
    if right_to_left(language):
        book.set_direction("rtl")
    for entry in entries:
        item = epub.EpubItem(entry.identity, entry.name, entry.media_type, entry.data, manifest=entry.listed)
        item.properties = entry.properties.split()
        book.add_item(item)
    reading = [entry.identity for entry in entries if entry.spine and entry.identity != "nav"]
    if any(entry.identity == "nav" and entry.spine for entry in entries):
        reading.insert(reading.index("title") + 1 if "title" in reading else 0, "nav")
    book.spine = [(book.get_item_with_id(identity), "yes") for identity in reading]
    _describe(book, edition, entries, device)
    return book


def _describe(book: Any, edition: Edition, entries: Sequence[Entry], device: Device) -> None:
    metadata = edition.book.metadata
    record = Record(book)
    _name(record, edition, metadata)
    _date_and_place(record, edition, metadata)
    _series(record, metadata)
    for subject in dict.fromkeys(
        (*metadata.fandoms, *metadata.relationships, *metadata.characters, *metadata.tags, *metadata.warnings)
    ):
        record.core("subject", subject)
    _measures(record, edition, metadata)
    _accessibility(record, edition, entries)
    if any(entry.properties == "cover-image" for entry in entries):
        record.legacy("cover", "cover-image")
    if device.specified_fonts and any(entry.media_type.startswith("font/") for entry in entries):
        record.term("ibooks:specified-fonts", "true")
        book.add_prefix("ibooks", PREFIXES["ibooks"])
    book.add_prefix("fic2book", PREFIXES["fic2book"])


class Record:
    """Metadata of an ebooklib book, one call a statement. Empty values are left out; blanks are joined, as readers do not."""

    def __init__(self, book: Any) -> None:
        self._book = book

    def core(self, name: str, value: str, identity: str = "") -> None:
        """A Dublin Core element."""
        if _line(value):
            self._book.add_metadata("DC", name, _line(value), {"id": identity} if identity else {})

    def term(self, name: str, value: str, refines: str = "", scheme: str = "", identity: str = "") -> None:
        """A statement in another vocabulary, perhaps about another one."""
        given = {"id": identity, "refines": f"#{refines}" if refines else "", "property": name, "scheme": scheme}
        if _line(value):
            self._book.add_metadata("OPF", "meta", _line(value), {key: text for key, text in given.items() if text})

    def legacy(self, name: str, content: str) -> None:
        """A statement as EPUB 2 and calibre write it."""
        if _line(content):
            self._book.add_metadata("OPF", "meta", "", {"name": name, "content": _line(content)})


def _name(record: Record, edition: Edition, metadata: Metadata) -> None:
    record.core("title", _line(metadata.title) or edition.labels["untitled"], "main-title")
    if _line(metadata.subtitle):
        record.term("title-type", "main", "main-title")
        record.core("title", metadata.subtitle, "sub-title")
        record.term("title-type", "subtitle", "sub-title")
    people = [(name, "aut") for name in metadata.authors if _line(name)]
    editor = _line(metadata.editor)
    if editor and people:
        record.core("contributor", editor, "editor")
        record.term("role", "edt", "editor", "marc:relators")
    if not people:
        people = [(editor, "edt")] if editor else [(edition.labels["unknown"], "aut")]
    for number, (name, role) in enumerate(people, 1):
        record.core("creator", name, f"creator-{number}")
        record.term("role", role, f"creator-{number}", "marc:relators")


def _date_and_place(record: Record, edition: Edition, metadata: Metadata) -> None:
    record.core("description", metadata.summary)
    record.core("publisher", metadata.publisher)
    record.core("rights", metadata.rights)
    dates = [date for date in (metadata.date, metadata.updated) if DATE.fullmatch(date[:10])]
    if dates:
        record.core("date", dates[0][:10])
        record.term("fic2book:updated", metadata.updated[:10])
    for part in edition.book.parts:
        record.core("source", part.metadata.source or part.source.name)


def _series(record: Record, metadata: Metadata) -> None:
    """The series in the words of EPUB 3.3 (belongs-to-collection) and of calibre, which Kobo's and other tools read."""
    if _line(metadata.series):
        record.term("belongs-to-collection", metadata.series, identity="series")
        record.term("collection-type", "series", "series")
        record.term("group-position", metadata.series_index, "series")
        record.legacy("calibre:series", metadata.series)
        record.legacy("calibre:series_index", metadata.series_index)


def _measures(record: Record, edition: Edition, metadata: Metadata) -> None:
    record.term("schema:contentRating", metadata.rating)
    record.term("schema:creativeWorkStatus", metadata.status)
    record.term("schema:wordCount", str(sum(_words(part.chapters) for part in edition.book.parts)))
    for name in ("fandoms", "relationships", "characters", "warnings"):
        for value in getattr(metadata, name):
            record.term(f"fic2book:{name.removesuffix('s')}", value)


def _accessibility(record: Record, edition: Edition, entries: Sequence[Entry]) -> None:
    """What EPUB Accessibility 1.1 (section 2.2) asks for, claimed only as far as it is so."""
    pictures = edition.pictures.values()
    described = not any(b' data-alt=""' in entry.data for entry in entries if entry.spine)
    features = ["structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability", "ARIA"]
    if any(entry.properties == "nav" and b'epub:type="page-list"' in entry.data for entry in entries):
        features += ["pageNavigation", "pageBreakMarkers"]
    if described:
        features.append("alternativeText")
    record.term("schema:accessMode", "textual")
    if pictures or any(entry.properties == "cover-image" for entry in entries):
        record.term("schema:accessMode", "visual")
    record.term("schema:accessModeSufficient", "textual" if described else "textual,visual")
    for feature in features:
        record.term("schema:accessibilityFeature", feature)
    record.term("schema:accessibilityHazard", "none")
    record.term("schema:accessibilitySummary", edition.labels["accessible" if described else "not-described"])


def _words(chapters: Iterable[Chapter]) -> int:
    """Words of the story proper, notes apart."""
    return sum(
        sum(len(block.text.split()) for scene in chapter.scenes for block in scene.blocks) + _words(chapter.chapters)
        for chapter in chapters
    )


def _line(value: str) -> str:
    """`value` on one line, without what XML cannot hold; ebooklib drops a statement it cannot write."""
    return " ".join(blanked(value).split())
