"""Bytes become text: byte-order marks, UTF-8, UTF-16 and UTF-32 with and without a mark, declared charsets, any other by what it spells.

No replacement character is ever put in silently. What was guessed is said in a `Notice`; what is no text at all is refused with words
about what it seems to be.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from fic2book.errors import SourceError
from fic2book.lazy import lazy
from fic2book.readers.recoding import CONTROLS, SAMPLE, Decoded, with_losses

LIMIT: Final = 256 * 1024 * 1024
"""Bytes of one source. The longest known fan novels are below 30 MB."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_FOREIGN: Final[tuple[tuple[bytes, str, str], ...]] = (
    (b"%PDF-", "a PDF", "export the text from the program that made it, or save it as .html, .docx or .txt"),
    (b"\x89PNG", "a PNG picture", "give it as cover art, not as a story"),
    (b"\xff\xd8\xff", "a JPEG picture", "give it as cover art, not as a story"),
    (b"GIF8", "a GIF picture", "give it as cover art, not as a story"),
    (b"\xd0\xcf\x11\xe0", "an old Word document (.doc)", "open it in a word processor and save it as .docx"),
    (b"Rar!", "a RAR archive", "unpack it and give the files within"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it and give the files within"),
    (b"\x1f\x8b", "a gzip file", "unpack it first (gunzip)"),
    (b"BZh", "a bzip2 file", "unpack it first (bunzip2)"),
    (b"\xfd7zXZ", "an xz file", "unpack it first (unxz)"),
    (b"\x7fELF", "a program", "give the story itself"),
    (b"MZ\x90", "a program", "give the story itself"),
    (b"SQLite format 3", "a database", "export the story from the program that made it"),
    (b"PK\x03\x04", "a zip archive", "give it under its own name (.epub, .docx, .odt, .zip)"),
)

_DECLARED: Final = lazy(
    rb"""<(?:meta|\?xml)\s[^<>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w:.-]{2,40})""", re.IGNORECASE
)


def decode(data: bytes, name: str, encoding: str = "", declared: str = "") -> Decoded:
    """Text of one file.

    `encoding` is the user's word and is obeyed or refused, `declared` is the sender's (a MIME header) and is tried. Raises `SourceError`
    for empty, oversized, binary and undecodable files.
    """
    _refuse_foreign(data, name)
    if encoding:
        return _decode_as_told(data, name, encoding)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return with_losses(_strict(data, name, codec), "utf-8" if codec == "utf-8-sig" else codec)
    if b"\0" in data:
        from fic2book.readers.guessing import wide_codec

        wide = wide_codec(data)
        if wide:
            return with_losses(_strict(data, name, wide), wide)
    _refuse_binary(data, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        from fic2book.readers.guessing import decode_legacy

        return decode_legacy(data, declared or declared_charset(data))
    return _unescaped(data) if b"\x1b$" in data else with_losses(text, "utf-8")


def _unescaped(data: bytes) -> Decoded:
    """Seven-bit text with escape sequences, as old mail from Japan and Korea is; what does not fit stays as it is."""
    from fic2book.readers.guessing import escaped_codec

    codec = escaped_codec(data)
    try:
        return Decoded(data.decode(codec), codec)
    except (LookupError, UnicodeDecodeError):
        return with_losses(data.decode("utf-8"), "utf-8")


def declared_charset(data: bytes) -> str:
    """Name of the encoding that markup declares in its first 4 kB, "" where there is none."""
    match = _DECLARED.search(data, 0, 4096)
    return match[1].decode("ascii").lower() if match else ""


def _refuse_foreign(data: bytes, name: str) -> None:
    if not data:
        raise SourceError(
            f"{name} is empty (0 bytes). Nothing can be made of it: save the story again, or leave the file out."
        )
    if len(data) > LIMIT:
        raise SourceError(f"{name} has {len(data):,} bytes; a source may have {LIMIT:,}. Split it into several files.")
    for magic, what, remedy in _FOREIGN:
        if data.startswith(magic):
            raise SourceError(f"{name} is {what}, not a story in text form: {remedy}.")


def _refuse_binary(data: bytes, name: str) -> None:
    """Refuse what holds more than a stray control byte in two hundred: no text file does, most binary formats do."""
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    if controls * 200 > len(sample):
        raise SourceError(
            f"{name} looks like binary data, not text: it begins with {sample[:16]!r} and {controls} of its first {len(sample)} bytes "
            "are control codes. Save the story as text, HTML, DOCX, ODT or EPUB."
        )


def _decode_as_told(data: bytes, name: str, encoding: str) -> Decoded:
    try:
        codec = codecs.lookup(encoding).name
        b"a".decode(codec, "ignore")  # refuses codecs that are no encodings of text, such as "hex"
    except LookupError:
        raise SourceError(
            f"{name}: no encoding is called {encoding!r}. Try utf-8, cp1252, cp1251, koi8-r, utf-16."
        ) from None
    return with_losses(_strict(data, name, codec).removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"), codec)


def _strict(data: bytes, name: str, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        bad = bytes(data[error.start : error.start + 8])
        raise SourceError(
            f"{name} cannot be read as {codec}: byte {error.start:,} begins {bad!r} ({error.reason}). "
            "The file may be cut short or damaged; save it again as UTF-8, or name its encoding."
        ) from None
