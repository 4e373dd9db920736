"""The package document of an EPUB: metadata, files, reading order, titles of the contents, cover."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from fic2book.errors import SourceError
from fic2book.model import Metadata
from fic2book.readers.archive import Archive, beside, local, parse_xml

if TYPE_CHECKING:
    from lxml import etree

_TAG: Final = re.compile(r"<[^<>]{0,2000}>")
_NOBODY: Final = frozenset(
    {"", "unknown", "unknown author", "anonymous author"}
)  # what programs write where they know no author
_FONT_OBFUSCATION: Final = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


@dataclass(frozen=True, slots=True)
class Item:
    """One file of the manifest."""

    path: str
    media_type: str
    properties: frozenset[str]
    key: str = ""


@dataclass(slots=True)
class Package:
    """What the package document says; `titles` maps paths to the titles of the contents, in their order."""

    metadata: Metadata
    spine: list[Item] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    titles: dict[str, list[str]] = field(default_factory=dict)
    cover: str = ""
    ours: bool = False


def read_package(archive: Archive) -> Package:
    """The package of an EPUB. Raises SourceError for a book without one and for a protected book."""
    path = _package_path(archive)
    root = parse_xml(archive.read(path), archive.name)
    items = {item.key: item for item in _items(root, path)}
    spine = [items[key] for key in (_attribute(ref, "idref") for ref in _all(root, "itemref")) if key in items]
    if not spine:
        raise SourceError(
            f"{archive.name}: the EPUB lists no chapters to read (its spine is empty). Repair it with calibre or Sigil."
        )
    _refuse_protected(archive, {item.path for item in spine})
    package = Package(_metadata(root), spine, list(items.values()))
    package.cover = _cover(root, items)
    package.titles = _titles(archive, package)
    package.ours = any(
        _attribute(meta, "name") == "generator" and "fic2book" in _attribute(meta, "content")
        for meta in _all(root, "meta")
    )
    return package


def _package_path(archive: Archive) -> str:
    container = archive.find("META-INF/container.xml")
    if container:
        for element in _all(parse_xml(archive.read(container), archive.name), "rootfile"):
            found = archive.find(_attribute(element, "full-path"))
            if found:
                return found
    found = next((name for name in archive.names if name.lower().endswith(".opf")), "")
    if not found:
        raise SourceError(
            f"{archive.name}: the EPUB has no package document (.opf). It is damaged or no EPUB; get it again."
        )
    return found


def _all(root: etree._Element, name: str) -> list[etree._Element]:
    return [element for element in root.iter() if local(element) == name]


def _attribute(element: etree._Element, name: str) -> str:
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value).strip()
    return ""


def _text(element: etree._Element) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())


def _items(root: etree._Element, base: str) -> list[Item]:
    return [
        Item(
            beside(base, _attribute(element, "href")),
            _attribute(element, "media-type").lower(),
            frozenset(_attribute(element, "properties").split()),
            _attribute(element, "id"),
        )
        for element in _all(root, "item")
    ]


def _refuse_protected(archive: Archive, needed: set[str]) -> None:
    """Refuse a book whose chapters are encrypted; scrambled fonts do not matter."""
    listing = archive.find("META-INF/encryption.xml")
    if not listing:
        return
    for data in _all(parse_xml(archive.read(listing), archive.name), "EncryptedData"):
        method = next(
            (_attribute(element, "Algorithm") for element in data.iter() if local(element) == "EncryptionMethod"), ""
        )
        paths = {
            beside("", _attribute(element, "URI")) for element in data.iter() if local(element) == "CipherReference"
        }
        if method not in _FONT_OBFUSCATION and paths & needed:
            raise SourceError(
                f"{archive.name} is protected (DRM): its chapters are encrypted. Only a book without protection can be read."
            )


# ---------------------------------------------------------------- metadata


def _metadata(root: etree._Element) -> Metadata:
    named: dict[str, list[str]] = defaultdict(list)  # <meta name= content=> and <meta property=>
    refined: dict[str, dict[str, str]] = defaultdict(dict)
    for meta in _all(root, "meta"):
        if _attribute(meta, "name"):
            named[_attribute(meta, "name")].append(_attribute(meta, "content"))
        elif _attribute(meta, "refines"):
            refined[_attribute(meta, "refines").lstrip("#")][_attribute(meta, "property")] = _text(meta)
        else:
            named[_attribute(meta, "property")].append(_text(meta))
            if _attribute(meta, "property") == "belongs-to-collection":
                refined[_attribute(meta, "id")]["collection"] = _text(meta)
    authors, editor = _people(root, refined)
    series, position = _series(named, refined)
    texts = {
        name: [_text(element) for element in _all(root, name)]
        for name in ("title", "language", "date", "description", "publisher", "source", "subject", "rights")
    }
    title, subtitle = _title(root, refined)
    return Metadata(
        title=title,
        subtitle=subtitle,
        authors=authors,
        editor=editor,
        language=_first(texts["language"]) if _first(texts["language"]).lower() not in {"und", "unknown"} else "",
        date=_dated(root, "publication") or _first(texts["date"])[:10],
        updated=_first(named["fic2book:updated"]) or _dated(root, "modification"),
        summary=" ".join(_TAG.sub(" ", _first(texts["description"])).split()),
        fandoms=tuple(named["fic2book:fandom"]),
        relationships=tuple(named["fic2book:relationship"]),
        characters=tuple(named["fic2book:character"]),
        tags=tuple(dict.fromkeys(text for text in texts["subject"] if text)),
        warnings=tuple(named["fic2book:warning"]),
        rating=_first(named["schema:contentRating"]),
        status=_first(named["schema:creativeWorkStatus"]),
        series=series,
        series_index=position,
        source=next((text for text in texts["source"] if "://" in text), ""),
        publisher=_first(texts["publisher"]),
        rights=_first(texts["rights"]),
    )


def _dated(root: etree._Element, event: str) -> str:
    """The date of an EPUB 2 book that is said to be of `event`."""
    return _first([_text(date)[:10] for date in _all(root, "date") if _attribute(date, "event") == event])


def _first(values: list[str]) -> str:
    return next((value for value in values if value), "")


def _title(root: etree._Element, refined: dict[str, dict[str, str]]) -> tuple[str, str]:
    main = subtitle = ""
    for element in _all(root, "title"):
        kind = refined[_attribute(element, "id")].get("title-type", "main")
        if kind == "subtitle":
            subtitle = subtitle or _text(element)
        else:
            main = main or _text(element)
    return main, subtitle


def _people(root: etree._Element, refined: dict[str, dict[str, str]]) -> tuple[tuple[str, ...], str]:
    authors: list[str] = []
    editor = ""
    for element in [*_all(root, "creator"), *_all(root, "contributor")]:
        role = (_attribute(element, "role") or refined[_attribute(element, "id")].get("role", "")).lower()
        name = _text(element)
        if role == "edt":
            editor = editor or name
        elif name.lower() not in _NOBODY and (role == "aut" or (not role and local(element) == "creator")):
            authors.append(name)
    return tuple(dict.fromkeys(authors)), editor


def _series(named: dict[str, list[str]], refined: dict[str, dict[str, str]]) -> tuple[str, str]:
    position = _first(named["calibre:series_index"])
    if _first(named["calibre:series"]):
        return _first(named["calibre:series"]), position.removesuffix(".0")
    for entry in refined.values():
        if entry.get("collection"):
            return entry["collection"], entry.get("group-position", position).removesuffix(".0")
    return "", ""


def _cover(root: etree._Element, items: dict[str, Item]) -> str:
    for item in items.values():
        if "cover-image" in item.properties:
            return item.path
    for meta in _all(root, "meta"):
        if _attribute(meta, "name") == "cover":
            named = items.get(_attribute(meta, "content"))
            return named.path if named and named.media_type.startswith("image/") else ""
    return ""


# ---------------------------------------------------------------- contents


def _titles(archive: Archive, package: Package) -> dict[str, list[str]]:
    """Titles in the NCX, else in the navigation document, by the file they lead to."""
    titles: dict[str, list[str]] = defaultdict(list)
    for item in package.items:
        found = archive.find(item.path)
        if found and (item.media_type == "application/x-dtbncx+xml" or "nav" in item.properties):
            entries = _ncx(archive, found) if "ncx" in item.media_type else _nav(archive, found)
            for path, title in entries:
                if title and title not in titles[path]:
                    titles[path].append(title)
    return dict(titles)


def _ncx(archive: Archive, path: str) -> list[tuple[str, str]]:
    entries: list[tuple[str, str]] = []
    for point in _all(parse_xml(archive.read(path), archive.name), "navPoint"):
        label = next((_text(child) for child in point if local(child) == "navLabel"), "")
        address = next((_attribute(child, "src") for child in point if local(child) == "content"), "")
        entries.append((beside(path, address), label))
    return entries


def _nav(archive: Archive, path: str) -> list[tuple[str, str]]:
    root = parse_xml(archive.read(path), archive.name)
    lists = [nav for nav in _all(root, "nav") if "toc" in _attribute(nav, "type")] or _all(root, "nav")[:1]
    return [(beside(path, _attribute(link, "href")), _text(link)) for nav in lists for link in _all(nav, "a")]
