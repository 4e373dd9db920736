"""What every EPUB must keep, whatever reads it: EPUB 3.3, OCF 3.3 and EPUB Accessibility 1.1, where a reader would notice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from fic2book.devices import Device
from fic2book.linter.container import OPF, Item, Volume
from fic2book.linter.remarks import Remark, concerns, quirk_remark

DC: Final = "{http://purl.org/dc/elements/1.1/}"
XHTML: Final = "{http://www.w3.org/1999/xhtml}"
OPS: Final = "{http://www.idpf.org/2007/ops}"
LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"

MIMETYPE: Final = "application/epub+zip"
REBUILD: Final = "Build the book again, or report the program that made it."

ACCESSIBILITY: Final = (
    "accessMode",
    "accessModeSufficient",
    "accessibilityFeature",
    "accessibilityHazard",
    "accessibilitySummary",
)
"""Statements that EPUB Accessibility 1.1 (2.2) demands or recommends."""


def first_entry(volume: Volume, device: Device) -> Iterator[Remark]:
    """OCF 3.3, section 4.2: ``mimetype`` stands first, stored, without extra field."""
    if not volume.entries or volume.entries[0].filename != "mimetype":
        yield Remark("mimetype", "error", "mimetype", "It is not the first entry of the zip.", REBUILD, "OCF 3.3, 4.2")
    elif volume.entries[0].compress_type or volume.entries[0].extra:
        yield Remark(
            "mimetype", "error", "mimetype", "It is compressed or has an extra field.", REBUILD, "OCF 3.3, 4.2"
        )
    names = Counter(entry.filename for entry in volume.entries)
    for name in (name for name, count in names.items() if count > 1):
        yield Remark("twice", "error", name, "Two entries of the zip have this name.", REBUILD, "OCF 3.3, 4.2")
    if "META-INF/encryption.xml" in names:
        yield Remark(
            "locked",
            "info",
            "META-INF/encryption.xml",
            "Some files are encrypted or their fonts are obfuscated.",
            "If pages are missing, get a copy without protection.",
            "OCF 3.3, 4.2.6.3.2",
        )


def package_metadata(volume: Volume, device: Device) -> Iterator[Remark]:
    """EPUB 3.3, section 5.5: identifier, title, language, modification date."""
    for name in ("identifier", "title", "creator"):
        if not _texts(volume, f"{DC}{name}"):
            severity = "warning" if name == "creator" else "error"
            told = f"There is no dc:{name}; the library cannot file the book."
            yield Remark(
                f"no-{name}",
                severity,
                volume.package_path,
                told,
                f"Give it, with --{name} or in the sidecar.",
                "EPUB 3.3, 5.5.3",
            )
    if volume.package.get("version", "").startswith("3") and not _statements(volume, "dcterms:modified"):
        yield Remark(
            "no-modified", "error", volume.package_path, "There is no dcterms:modified.", REBUILD, "EPUB 3.3, 5.5.6"
        )


def manifest(volume: Volume, device: Device) -> Iterator[Remark]:
    """EPUB 3.3, section 5.6: what is listed is there, what is there is listed, nothing twice."""
    listed = Counter(item.path for item in volume.items.values() if item.path)
    declared = sum(1 for _ in volume.package.iter(f"{OPF}item"))
    if declared != len(volume.items):
        yield Remark(
            "twice", "error", volume.package_path, "Two manifest items share an id.", REBUILD, "EPUB 3.3, 5.6.2"
        )
    for path, count in listed.items():
        if path not in volume.paths:
            yield Remark(
                "missing-file",
                "error",
                path,
                "The manifest lists it but the book does not hold it.",
                REBUILD,
                "EPUB 3.3, 5.6.2",
            )
        if count > 1:
            yield Remark("twice", "error", path, "The manifest lists it twice.", REBUILD, "EPUB 3.3, 5.6.2")
    for path in sorted(volume.paths - set(listed)):
        if (
            path not in {"mimetype", volume.package_path}
            and not path.startswith("META-INF/")
            and not path.endswith("/")
        ):
            told = "The book holds it but the manifest does not list it; readers ignore it."
            yield Remark("unlisted", "warning", path, told, "Remove it, or list it.", "EPUB 3.3, 5.6.1")


def spine(volume: Volume, device: Device) -> Iterator[Remark]:
    """EPUB 3.3, section 5.7: there is a reading order, and it names pages."""
    references = [element.get("idref", "") for element in volume.package.iter(f"{OPF}itemref")]
    if not references:
        yield Remark(
            "no-spine",
            "error",
            volume.package_path,
            "There is no reading order: no page can be opened.",
            REBUILD,
            "EPUB 3.3, 5.7",
        )
    for reference in references:
        if reference not in volume.items:
            yield Remark(
                "broken-spine",
                "error",
                volume.package_path,
                f"The spine names {reference!r}, which is no item.",
                REBUILD,
                "EPUB 3.3, 5.7.2",
            )


def navigation(volume: Volume, device: Device) -> Iterator[Remark]:
    """EPUB 3.3, section 7: a nav document with contents; an NCX for old readers."""
    navs = [item for item in volume.items.values() if "nav" in item.properties]
    if not navs and volume.package.get("version", "").startswith("3"):
        yield Remark(
            "no-nav",
            "error",
            volume.package_path,
            "There is no nav document: readers show no contents.",
            REBUILD,
            "EPUB 3.3, 5.6.2",
        )
    for nav in navs:
        tree = volume.trees.get(nav.path)
        kinds = [] if tree is None else [element.get(f"{OPS}type", "") for element in tree.iter(f"{XHTML}nav")]
        if "toc" not in kinds:
            yield Remark(
                "no-nav", "error", nav.path, "It holds no contents (nav epub:type=toc).", REBUILD, "EPUB 3.3, 7.4.2"
            )
        if "landmarks" not in kinds:
            told = "There are no landmarks; readers cannot open at the beginning of the text."
            yield Remark("no-landmarks", "info", nav.path, told, "Add a landmarks nav.", "EPUB 3.3, 7.4.4")
    if concerns("no-ncx", device.name) and not any(
        item.media_type == "application/x-dtbncx+xml" for item in volume.items.values()
    ):
        yield quirk_remark("no-ncx", volume.package_path)


def pages(volume: Volume, device: Device) -> Iterator[Remark]:
    """Pages parse, have a title, no id twice, and describe their pictures."""
    for path, why in volume.broken.items():
        yield Remark("not-well-formed", "error", path, f"It does not parse: {why}.", REBUILD, "EPUB 3.3, 6.1.1")
    for item in volume.pages():
        tree = volume.trees.get(item.path)
        if tree is not None:
            yield from _page(item, tree)


def _page(item: Item, tree: Any) -> Iterator[Remark]:
    title = tree.find(f"{XHTML}head/{XHTML}title")
    if title is None or not "".join(title.itertext()).strip():
        yield Remark(
            "no-title",
            "warning",
            item.path,
            "The page has no title.",
            "Give it one in <title>.",
            "EPUB Accessibility 1.1, 3.1",
        )
    identities = Counter(element.get("id") for element in tree.iter() if element.get("id"))
    for identity in (identity for identity, count in identities.items() if count > 1):
        yield Remark("twice", "error", item.path, f"The id {identity!r} occurs twice.", REBUILD, "HTML, id attribute")
    silent = sum(1 for image in tree.iter(f"{XHTML}img") if image.get("alt") is None)
    if silent:
        told = f"{silent} pictures have no alternative text."
        yield Remark(
            "no-alt", "warning", item.path, told, 'Describe them, or write alt="" for ornaments.', "WCAG 2.2, 1.1.1"
        )


def links(volume: Volume, device: Device) -> Iterator[Remark]:
    """References within the book lead somewhere."""
    known = {
        path: {element.get("id") for element in tree.iter() if element.get("id")} for path, tree in volume.trees.items()
    }
    for path, tree in volume.trees.items():
        for address in _addresses(tree):
            target = volume.resolve(path, address)
            fragment = address.partition("#")[2]
            if target and target not in volume.paths:
                yield Remark(
                    "broken-link",
                    "error",
                    path,
                    f"{address!r} leads to no file of the book.",
                    "Mend or remove it.",
                    "EPUB 3.3, 3.5",
                )
            elif target and fragment and target in known and fragment not in known[target]:
                yield Remark(
                    "broken-link",
                    "error",
                    path,
                    f"{address!r} leads to no element.",
                    "Mend or remove it.",
                    "EPUB 3.3, 3.5",
                )


def accessibility(volume: Volume, device: Device) -> Iterator[Remark]:
    """EPUB Accessibility 1.1, section 2.2: what readers with other needs search for."""
    missing = [name for name in ACCESSIBILITY if not _statements(volume, f"schema:{name}")]
    if missing:
        told = f"Nothing is said about {', '.join(missing)}."
        yield Remark(
            "no-accessibility",
            "warning",
            volume.package_path,
            told,
            "Add the schema: statements.",
            "EPUB Accessibility 1.1, 2.2",
        )


def _addresses(tree: Any) -> Iterator[str]:
    for element in tree.iter():
        for name in ("href", "src"):
            address = element.get(name)
            if address and not re.match(r"(?:data|mailto|tel):", address):
                yield address


def _texts(volume: Volume, tag: str) -> list[str]:
    return [text for element in volume.package.iter(tag) if (text := "".join(element.itertext()).strip())]


def _statements(volume: Volume, name: str) -> list[str]:
    return [
        text
        for element in volume.package.iter(f"{OPF}meta")
        if element.get("property") == name and (text := "".join(element.itertext()).strip())
    ]
