"""Web archives (.mhtml, .mht): a page and its pictures in one mail message, as browsers save them."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from typing import Final
from urllib.parse import unquote, urljoin

from fic2book.errors import SourceError
from fic2book.model import Manuscript
from fic2book.readers.html import read_file

PARTS: Final = 5000
"""Parts of one message; a page with more pictures is an attack or an accident."""


def read_bytes(name: str, data: bytes, encoding: str, digest: str) -> Manuscript:
    """The reader of the table: the first page of the message, with the pictures beside it."""
    message = message_from_bytes(data)
    parts = [part for _, part in zip(range(PARTS), message.walk(), strict=False)]
    page = next((part for part in parts if part.get_content_type() in {"text/html", "application/xhtml+xml"}), None)
    if page is None:
        raise SourceError(
            f"{name} is a web archive without a page in it. Save the page again, as “web page, complete” or as HTML only."
        )
    base = str(page.get("Content-Location", ""))
    pictures: dict[str, Message] = {}
    for part in parts:
        if part.get_content_maintype() == "image":
            pictures.setdefault(str(part.get("Content-Location", "")), part)
            pictures.setdefault("cid:" + str(part.get("Content-ID", "")).strip("<> "), part)

    def fetch(address: str) -> tuple[str, bytes] | None:
        part = next(
            (pictures[key] for key in (address, urljoin(base, address), unquote(address)) if key in pictures), None
        )
        return (part.get_content_type(), _payload(part)) if part is not None else None

    return read_file(name, _payload(page), encoding, digest, fetch, str(page.get_content_charset() or ""), "mhtml")


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
