"""Opens an EPUB for inspection, within bounds. Nothing is written to disk, nothing fetched, no entity expanded."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import unquote

from lxml import etree

from fic2book.linter.remarks import Remark

MOST_ENTRIES: Final = 20_000
MOST_BYTES: Final = 600_000_000
"""Of all entries together, unpacked. The largest device limit is 200 MB packed; a bomb unpacks to far more."""

LARGEST_TEXT: Final = 10_000_000
"""Bytes of one XHTML, CSS or XML file that are looked into; parsed, markup may take thirty times its bytes."""

MOST_TEXT: Final = 30_000_000
"""Bytes of all of them together: five million words."""

CONTAINER: Final = "META-INF/container.xml"
OPF: Final = "{http://www.idpf.org/2007/opf}"
ROOTFILE: Final = ".//{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"


class Unreadable(Exception):  # noqa: N818 - it is a result with a name, caught by `check` alone
    """The file cannot be inspected further; `remark` says why."""

    def __init__(self, code: str, place: str, trouble: str, remedy: str) -> None:
        super().__init__(trouble)
        self.remark = Remark(code, "error", place, trouble, remedy)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the manifest; `path` is its full name in the zip."""

    identity: str
    path: str
    media_type: str
    properties: tuple[str, ...]


@dataclass(slots=True)
class Volume:
    """An opened EPUB."""

    name: str
    size: int
    entries: list[zipfile.ZipInfo]
    package_path: str
    package: Any  # root of the OPF
    items: dict[str, Item] = field(default_factory=dict)  # by id
    trees: dict[str, Any] = field(default_factory=dict)  # well-formed XML by path
    sources: dict[str, bytes] = field(default_factory=dict)  # XML and CSS by path
    broken: dict[str, str] = field(default_factory=dict)  # XML that is not well-formed, and why

    @property
    def paths(self) -> set[str]:
        """Names of all entries."""
        return {entry.filename for entry in self.entries}

    def pages(self) -> list[Item]:
        """The XHTML items, in manifest order."""
        return [item for item in self.items.values() if item.media_type == "application/xhtml+xml"]

    def resolve(self, base: str, href: str) -> str:
        """The path an address in the file `base` leads to, without fragment; "" for one that leaves the book."""
        target = unquote(href.partition("#")[0].partition("?")[0])
        if not target:
            return base
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", href) or href.startswith("//"):
            return ""
        return posixpath.normpath(posixpath.join(posixpath.dirname(base), target))


def open_volume(data: bytes, name: str = "") -> Volume:
    """The EPUB in `data`. Raises `Unreadable` for what is no zip, is encrypted, would not fit into memory, or has no package file."""
    archive = _open_zip(data)
    entries = archive.infolist()
    _refuse_bombs(entries)
    paths = {entry.filename for entry in entries}
    package_path = _package_path(archive, paths)
    source = read_entry(archive, package_path, paths)
    package = _parsed(source, package_path)
    volume = Volume(name, len(data), entries, package_path, package)
    volume.sources[package_path] = source
    volume.trees[package_path] = package
    for element in package.iter(f"{OPF}item"):
        path = volume.resolve(package_path, element.get("href", ""))
        properties = tuple(element.get("properties", "").split())
        identity = element.get("id", "")
        volume.items.setdefault(identity, Item(identity, path, element.get("media-type", ""), properties))
    for item in volume.items.values():
        if item.path in paths and _textual(item.media_type) and item.path not in volume.sources:
            _load(volume, archive, item, paths)
    return volume


def read_entry(archive: zipfile.ZipFile, path: str, paths: set[str]) -> bytes:
    """The bytes of one entry, at most `LARGEST_TEXT`. Raises `Unreadable`."""
    if path not in paths:
        raise Unreadable("missing-file", path, "The file is named but not in the book.", "Build the book again.")
    try:
        with archive.open(path) as stream:
            data = stream.read(LARGEST_TEXT + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise Unreadable("damaged", path, f"The entry cannot be unpacked: {error}.", "Get the file again.") from error
    if len(data) > LARGEST_TEXT:
        raise Unreadable("too-big", path, "The file is larger than 10 MB unpacked.", "Split it.")
    return data


def _open_zip(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise Unreadable(
            "no-zip", "", f"This is no EPUB: {error}.", "Give the path of an .epub file that is whole."
        ) from error


def _refuse_bombs(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise Unreadable(
            "bomb", "", "The archive unpacks to more than any book holds; it was not opened.", "Do not open it."
        )
    locked = next((entry.filename for entry in entries if entry.flag_bits & 1), "")
    if locked:
        raise Unreadable("encrypted", locked, "The archive is encrypted.", "Save it again without a password.")


def _package_path(archive: zipfile.ZipFile, paths: set[str]) -> str:
    root = _parsed(read_entry(archive, CONTAINER, paths), CONTAINER)
    for rootfile in root.iterfind(ROOTFILE):
        path = rootfile.get("full-path", "")
        if path:
            return str(path)
    raise Unreadable("no-package", CONTAINER, "It names no package file.", "Build the book again.")


def _parsed(data: bytes, path: str) -> Any:
    tree, why = parse(data)
    if tree is None:
        raise Unreadable("not-well-formed", path, f"It is no well-formed XML: {why}.", "Build the book again.")
    return tree


def parse(data: bytes) -> tuple[Any, str]:
    """The root element, or None and the parser's reason. Entities stay unexpanded and no file is fetched."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, dtd_validation=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return None, " ".join(str(error).split())
    return root, ""


def _textual(media_type: str) -> bool:
    return media_type.endswith(("+xml", "/xml", "/css")) or media_type == "text/html"


def _load(volume: Volume, archive: zipfile.ZipFile, item: Item, paths: set[str]) -> None:
    try:
        data = read_entry(archive, item.path, paths)
    except Unreadable as trouble:
        volume.broken[item.path] = trouble.remark.trouble
        return
    if len(data) + sum(map(len, volume.sources.values())) > MOST_TEXT:
        volume.broken[item.path] = "the book holds more text than is looked into"
        return
    volume.sources[item.path] = data
    if not item.media_type.endswith("/css"):
        tree, why = parse(data)
        if tree is None:
            volume.broken[item.path] = why
        else:
            volume.trees[item.path] = tree
