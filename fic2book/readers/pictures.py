"""Pictures in markup: kept when their bytes are within the job, described when they are not. Nothing is ever fetched."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote, unquote_to_bytes

from fic2book.model import Resource
from fic2book.readers.builder import Builder

LIMIT: Final = 32 * 1024 * 1024
"""Bytes of all pictures of one source together."""

_DATA: Final = re.compile(r"data:([\w.+-]+/[\w.+-]+)?((?:;[\w.+-]+=[^;,]{0,100})*)(;base64)?,", re.IGNORECASE)
_REMOTE: Final = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_SIGNATURES: Final[tuple[tuple[bytes, str, str], ...]] = (
    (b"\x89PNG\r\n\x1a\n", "image/png", ".png"),
    (b"\xff\xd8\xff", "image/jpeg", ".jpg"),
    (b"GIF8", "image/gif", ".gif"),
    (b"BM", "image/bmp", ".bmp"),
    (b"II*\0", "image/tiff", ".tif"),
    (b"MM\0*", "image/tiff", ".tif"),
)
Fetch = Callable[[str], tuple[str, bytes] | None]


@dataclass(slots=True)
class Pictures:
    """Adds the pictures of one page to a builder."""

    builder: Builder
    fetch: Fetch | None = None
    remote: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def add(self, attributes: Mapping[str, str]) -> None:
        """Add the picture of an ``img``; spacers and counters of one pixel are layout."""
        address = _address(attributes)
        alt = " ".join((attributes.get("alt") or attributes.get("title") or "").split())
        if not address and not alt:
            return
        if {attributes.get("width", "").strip("px "), attributes.get("height", "").strip("px ")} & {"0", "1"}:
            return
        found = self._bytes(address)
        if found is None:
            (self.remote if _REMOTE.match(address) else self.missing).append(address)
            self.builder.image("", alt, "" if address.startswith("data:") else address)
        else:
            self.builder.image(self._keep(found), alt, "" if address.startswith("data:") else address)

    def add_bytes(self, data: bytes) -> None:
        """Add a picture that the document holds itself."""
        if picture_type(data)[0]:
            self.builder.image(self._keep(data), "", "")
        else:
            self.missing.append("embedded")
            self.builder.image("", "", "")

    def report(self) -> None:
        """Tell which pictures could not be kept."""
        for code, addresses, why in (
            ("remote-image", self.remote, "is on the web; it was not fetched, its address is shown"),
            ("missing-image", self.missing, "is neither in the file nor beside it; its description is shown"),
        ):
            for address in dict.fromkeys(addresses):
                self.builder.notice(code, f"A picture {why}.", address[:200], "review")

    def _bytes(self, address: str) -> bytes | None:
        data = _decode_data(address) if address[:5].lower() == "data:" else None
        if data is None and self.fetch is not None and address[:5].lower() != "data:":
            found = self.fetch(unquote(address.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0]))
            data = found[1] if found else None
        used = sum(len(resource.data) for resource in self.builder.resources)
        return data if data and used + len(data) <= LIMIT and picture_type(data)[0] else None

    def _keep(self, data: bytes) -> str:
        media_type, suffix = picture_type(data)
        name = f"image-{hashlib.sha256(data).hexdigest()[:12]}{suffix}"
        if all(resource.name != name for resource in self.builder.resources):
            self.builder.resources.append(Resource(name, media_type, data))
        return name


def picture_type(data: bytes) -> tuple[str, str]:
    """Media type and suffix of a picture by its first bytes; empty for anything else."""
    for magic, media_type, suffix in _SIGNATURES:
        if data.startswith(magic):
            return media_type, suffix
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp", ".webp"
    if data[4:12] in {b"ftypavif", b"ftypheic"}:
        return "image/avif", ".avif"
    if b"<svg" in data[:1000].lower():
        return "image/svg+xml", ".svg"
    return "", ""


def _address(attributes: Mapping[str, str]) -> str:
    for key in ("src", "data-src", "data-original", "xlink:href", "href"):
        if attributes.get(key, "").strip() and not (
            key == "src" and attributes.get("data-src") and attributes[key].startswith("data:")
        ):
            return attributes[key].strip()
    return ""


def _decode_data(address: str) -> bytes | None:
    match = _DATA.match(address)
    if match is None or len(address) > LIMIT * 2:
        return None
    body = address[match.end() :]
    if not match[3]:
        return unquote_to_bytes(body)
    try:
        return base64.b64decode("".join(unquote(body).split()), validate=False)
    except (binascii.Error, ValueError):
        return None
