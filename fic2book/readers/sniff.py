"""Which format a file has: by its first bytes, by its markup, and only then by its name."""

from __future__ import annotations

import re
from typing import Final

from fic2book.lazy import lazy

_SAMPLE: Final = 65_536
_PAGE: Final = lazy(
    rb"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])",
    re.IGNORECASE,
)
_HEADER: Final = lazy(rb"[A-Za-z][\w-]{1,40}:[ \t]")
_MESSAGE: Final = lazy(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_CLOSING: Final = lazy(
    rb"</(?:p|div|i|b|em|strong|u|a|span|center|font|blockquote|h[1-6]|li|ul|body|html|small|s)\s{0,9}>|<br\s{0,9}/?>",
    re.IGNORECASE,
)
_OPENING: Final = lazy(
    rb"<(?:p|div|i|b|em|strong|u|a|span|center|font|blockquote|h[1-6]|li|ul|body|html|small|s|br)[\s/>]", re.IGNORECASE
)
_SUFFIXES: Final = {
    "html": "html", "htm": "html", "xhtml": "html", "xht": "html", "md": "markdown", "markdown": "markdown", "mkd": "markdown",
}  # fmt: skip


def find_media(name: str, data: bytes) -> str:
    """A key of READERS. Text is what everything else is not."""
    if data.startswith(b"PK"):
        return _archive(name, data)
    if data.startswith(b"{\\rtf"):
        return "rtf"
    sample = _narrow(data[:_SAMPLE])
    if _HEADER.match(sample) and _MESSAGE.search(sample, 0, 4000):
        return "mhtml"
    suffix = name.rpartition(".")[2].lower()
    marked = b"<" in sample
    if marked and _PAGE.match(sample):
        return "html"
    if suffix in {"md", "markdown", "mkd"}:
        return "markdown"
    closing = sum(1 for _ in _CLOSING.finditer(sample)) if marked else 0
    if closing >= 2 and sum(1 for _ in _OPENING.finditer(sample)) * 2 >= closing:
        return "html"
    kind = _SUFFIXES.get(suffix, "text")
    return kind if kind != "html" or marked else "text"


def _archive(name: str, data: bytes) -> str:
    """What kind of zip: told by the files within."""
    from fic2book.readers.archive import open_archive

    names = {item.casefold() for item in open_archive(name, data).names}
    if "meta-inf/container.xml" in names or any(item.endswith(".opf") for item in names):
        return "epub"
    if "word/document.xml" in names:
        return "docx"
    return "odt" if "content.xml" in names and "styles.xml" in names else "zip"


def _narrow(sample: bytes) -> bytes:
    """ASCII view of a sample that may be UTF-16, without its mark."""
    if sample[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in sample[:64]:
        sample = sample.replace(b"\0", b"")
    return sample.lstrip(b"\xff\xfe\xef\xbb\xbf")
