"""What single reading systems trip over, in the words of the table in `fic2book.devices`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fic2book.devices import Device
from fic2book.linter.container import OPF, Item, Volume
from fic2book.linter.remarks import Remark, concerns, quirk_remark
from fic2book.linter.structure import DC, LANG, XHTML
from fic2book.render.edition import LANGUAGE_TAG

SAFE_NAME: Final = re.compile(r"[A-Za-z0-9._/-]+")
LARGEST_PAGE: Final = 300_000  # bytes

COLOUR: Final = re.compile(
    r"(?:^|[{;\s])(?P<property>color|background(?:-color)?)\s*:\s*(?P<value>[^;}]{1,80})", re.IGNORECASE
)
HARMLESS: Final = frozenset(
    {"inherit", "currentcolor", "transparent", "initial", "unset", "revert", "none", "canvas", "canvastext"}
)
COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
REMOTE_STYLE: Final = re.compile(r"(?:url\(\s*['\"]?|@import\s+['\"])(https?:|//)", re.IGNORECASE)

ACTIVE: Final = frozenset({"script", "iframe", "embed", "object", "form", "applet"})
FETCHED: Final = frozenset(
    {"img", "audio", "video", "source", "track", "iframe", "embed", "script", "link", "object", "input"}
)


def declarations(volume: Volume, device: Device) -> Iterator[Remark]:
    """Every XML file begins with a declaration."""
    if concerns("no-declaration", device.name):
        for path, data in volume.sources.items():
            if path in volume.trees and not data.removeprefix(b"\xef\xbb\xbf").startswith(b"<?xml"):
                yield quirk_remark("no-declaration", path)


def languages(volume: Volume, device: Device) -> Iterator[Remark]:
    """The package and each page name a language."""
    named = [element.text or "" for element in volume.package.iter(f"{DC}language")]
    if not named or not all(LANGUAGE_TAG.match(tag) for tag in named):
        told = f"dc:language is {named[0]!r}." if named else "There is no dc:language."
        yield quirk_remark("bad-language", volume.package_path, told, "error")
    elif "und" in named and device.unknown_language != "und":
        yield quirk_remark("bad-language", volume.package_path, "dc:language is 'und', undetermined.")
    for item in volume.pages():
        tree = volume.trees.get(item.path)
        if tree is not None and not (tree.get("lang") or tree.get(LANG)):
            yield Remark("no-page-language", "warning", item.path, "The page names no language: voices mispronounce it.",
                         "Add lang and xml:lang to <html>.", "WCAG 2.2, 3.1.1")  # fmt: skip


def cover(volume: Volume, device: Device) -> Iterator[Remark]:
    """There is a cover every reader finds, as JPEG, and not twice."""
    named = [item for item in volume.items.values() if "cover-image" in item.properties]
    legacy = [
        element.get("content", "") for element in volume.package.iter(f"{OPF}meta") if element.get("name") == "cover"
    ]
    found = named or [volume.items[identity] for identity in legacy if identity in volume.items]
    if not found:
        yield quirk_remark("no-cover", volume.package_path)
    elif not named and concerns("no-cover-property", device.name):
        yield quirk_remark("no-cover-property", volume.package_path)
    for item in found:
        if item.media_type != "image/jpeg" and concerns("cover-not-jpeg", device.name):
            yield quirk_remark("cover-not-jpeg", item.path, f"The cover is {item.media_type}.")
    if device.name == "kindle" and found:
        yield from _cover_page(volume, found[0])


def _cover_page(volume: Volume, picture: Item) -> Iterator[Remark]:
    name = picture.path.rpartition("/")[2].encode()
    first = next((element.get("idref", "") for element in volume.package.iter(f"{OPF}itemref")), "")
    item = volume.items.get(first)
    if item and name in volume.sources.get(item.path, b""):
        yield quirk_remark("cover-page", item.path)


def sizes(volume: Volume, device: Device) -> Iterator[Remark]:
    """Neither the book nor a page is larger than the device takes."""
    if volume.size > device.largest:
        told = f"The book has {volume.size / 1e6:.0f} MB; {device.title} takes {device.largest / 1e6:.0f}."
        yield quirk_remark("too-big", "", told, "error")
    if concerns("big-page", device.name):
        for item in volume.pages():
            size = len(volume.sources.get(item.path, b""))
            if size > LARGEST_PAGE:
                yield quirk_remark("big-page", item.path, f"The page has {size / 1000:.0f} kB.")


def names(volume: Volume, device: Device) -> Iterator[Remark]:
    """Names of files and ids are plain; no name climbs out of the book."""
    for entry in volume.entries:
        parts = entry.filename.split("/")
        if ".." in parts or entry.filename.startswith("/"):
            yield Remark(
                "outside",
                "error",
                entry.filename,
                "The entry would be unpacked outside of the book.",
                "Do not open it.",
                "OCF 3.3, 4.2.3",
            )
        elif concerns("unsafe-name", device.name) and not SAFE_NAME.fullmatch(entry.filename):
            yield quirk_remark("unsafe-name", entry.filename)
    if concerns("colon-in-id", device.name):
        for path, tree in volume.trees.items():
            coloned = next((element.get("id") for element in tree.iter() if ":" in (element.get("id") or "")), "")
            if coloned:
                yield quirk_remark("colon-in-id", path, f"The id {coloned!r} has one.")


def colours(volume: Volume, device: Device) -> Iterator[Remark]:
    """No style gives running text a colour."""
    for path, data in volume.sources.items():
        styles = [data] if path.endswith(".css") else _inline_styles(volume, path)
        for style in styles:
            hard = _hard_colour(style.decode("utf-8", "replace"))
            if hard:
                yield quirk_remark("hard-colour", path, f"There is {hard}.")
                break


def _inline_styles(volume: Volume, path: str) -> list[bytes]:
    tree = volume.trees.get(path)
    if tree is None or b"style" not in volume.sources[path]:
        return []
    sheets = ["".join(element.itertext()) for element in tree.iter(f"{XHTML}style")]
    return [text.encode() for text in [*sheets, *(element.get("style") or "" for element in tree.iter())] if text]


def _hard_colour(style: str) -> str:
    for match in COLOUR.finditer(COMMENT.sub("", style)):
        value = match["value"].replace("!important", "").strip().lower()
        if value and value not in HARMLESS and not value.startswith(("url(", "var(")):
            return f"{match['property'].lower()}: {value}"
    return ""


def remote_and_active(volume: Volume, device: Device) -> Iterator[Remark]:
    """Nothing is fetched, nothing runs."""
    for path, data in volume.sources.items():
        if path.endswith(".css") and REMOTE_STYLE.search(data.decode("utf-8", "replace")):
            yield quirk_remark("remote-resource", path, severity="error")
    for item in volume.pages():
        tree = volume.trees.get(item.path)
        if tree is None:
            continue
        active = _active(tree)
        if active and concerns("script", device.name):
            yield quirk_remark("script", item.path, f"There is {active}.")
        remote = _remote(tree)
        if remote:
            yield quirk_remark("remote-resource", item.path, f"{remote!r} is loaded from the web.", "error")


def _active(tree: object) -> str:
    for element in tree.iter():  # type: ignore[attr-defined]
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if name in ACTIVE:
            return f"<{name}>"
        handler = next((key for key in element.keys() if key.lower().startswith("on")), "")  # noqa: SIM118 - lxml's elements are no mappings
        if handler:
            return f"the handler {handler}"
        if (element.get("href") or "").strip().lower().startswith(("javascript:", "vbscript:")):
            return "a link that runs a script"
    return ""


def _remote(tree: object) -> str:
    for element in tree.iter():  # type: ignore[attr-defined]
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if name in FETCHED:
            for key in ("src", "href", "data", "poster"):
                address = element.get(key) or ""
                if re.match(r"\s*(?:https?:|//)", address, re.IGNORECASE):
                    return str(address)
    return ""


def kobo(volume: Volume, device: Device) -> Iterator[Remark]:
    """A book for Kobo has its spans and its name."""
    if device.name != "kobo":
        return
    spanned = any(b"koboSpan" in volume.sources.get(item.path, b"") for item in volume.pages())
    if not spanned:
        yield quirk_remark("no-kobo-spans", volume.package_path)
    elif volume.name and not volume.name.endswith(".kepub.epub"):
        yield quirk_remark("kepub-name", volume.name)


def fonts(volume: Volume, device: Device) -> Iterator[Remark]:
    """Apple Books is told to use the fonts that are there."""
    if device.name != "apple" or not any(
        b"@font-face" in data for path, data in volume.sources.items() if path.endswith(".css")
    ):
        return
    if not any(element.get("property") == "ibooks:specified-fonts" for element in volume.package.iter(f"{OPF}meta")):
        yield quirk_remark("no-specified-fonts", volume.package_path)
