"""Bytes become text: byte-order marks, UTF-8, UTF-16 and UTF-32 with and without a mark, declared charsets, Windows code pages.

No replacement character is ever put in silently. What was guessed is said in a `Notice`; what is no text at all is refused with words
about what it seems to be.
"""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

from fic2book.errors import SourceError
from fic2book.model import Notice, Span

LIMIT: Final = 256 * 1024 * 1024
"""Bytes of one source. The longest known fan novels are below 30 MB."""

_SAMPLE: Final = 65_536
_PLACES: Final = 20  # doubtful places told one by one; the rest are counted

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

_DECLARED: Final = re.compile(
    rb"""<(?:meta|\?xml)\s[^<>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w:.-]{2,40})""", re.IGNORECASE
)
_UTF8: Final = re.compile(
    rb"(?:[\x00-\x7f]+|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})+"
)
_MULTIBYTE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH: Final = re.compile(rb"[\x80-\xff]+")
_CONTROLS: Final = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1a\x1b")
_AS_BYTES: Final = {
    ord(bytes([code]).decode("cp1252")): code for code in range(0x80, 0xA0) if code not in b"\x81\x8d\x8f\x90\x9d"
}
_TWICE: Final = re.compile(
    "[\u00c2\u00c3\u00c5\u00d0\u00d1][\u0080-\u00bf\u0152-\u0178\u2013-\u2122]|\u00e2[\u0080\u20ac][\u0080-\u00bf\u0152-\u0178\u2018-\u2122]"
)
"""What UTF-8 looks like when it was read as Windows-1252: an accented letter, a quotation mark, a dash."""
_FREQUENT_CYRILLIC: Final = frozenset("оеаинтсрвлкмдпуя")
_CYRILLIC: Final = ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "iso8859-5")


class Decoded(NamedTuple):
    """Text, the name of its encoding, and what was doubtful. Spans are characters of `text`."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


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
            return _with_losses(_strict(data, name, codec), "utf-8" if codec == "utf-8-sig" else codec)
    wide = _wide_codec(data)
    if wide:
        return _with_losses(_strict(data, name, wide), wide)
    _refuse_binary(data, name)
    try:
        return _with_losses(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(data, declared or declared_charset(data))


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
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
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
    return _with_losses(_strict(data, name, codec).removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"), codec)


def _strict(data: bytes, name: str, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        bad = bytes(data[error.start : error.start + 8])
        raise SourceError(
            f"{name} cannot be read as {codec}: byte {error.start:,} begins {bad!r} ({error.reason}). "
            "The file may be cut short or damaged; save it again as UTF-8, or name its encoding."
        ) from None


def _wide_codec(data: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, told by where the zero bytes of its spaces and line feeds stand."""
    sample = data[: _SAMPLE // 4 * 4]
    if sample.count(0) * 20 < len(sample) or len(data) % 2:
        return ""
    zeros = [sample[place::4].count(0) * 4 / len(sample) for place in range(4)]
    if len(data) % 4 == 0 and min(zeros[2], zeros[3]) > 0.9 and zeros[0] < 0.2:
        return "utf-32-le"
    if len(data) % 4 == 0 and min(zeros[0], zeros[1]) > 0.9 and zeros[3] < 0.2:
        return "utf-32-be"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    codec = ""
    if odd > 0.1 and even < odd / 20:
        codec = "utf-16-le"
    elif even > 0.1 and odd < even / 20:
        codec = "utf-16-be"
    text = sample.decode(codec, "ignore") if codec else ""
    return codec if sum(map(text.count, map(chr, _CONTROLS))) * 200 <= len(text) else ""


def _decode_legacy(data: bytes, declared: str) -> Decoded:
    """What is not UTF-8: as declared, as UTF-8 with foreign bytes in it, in Cyrillic, else as Windows-1252."""
    codec = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "utf-8": ""}.get(
        declared, declared
    )
    if codec and codec != "cp1252":
        try:
            return _with_losses(data.decode(codec), codec)
        except (LookupError, UnicodeDecodeError):
            pass
    if sum(1 for _ in _MULTIBYTE.finditer(data)) * 3 >= sum(1 for _ in _HIGH.finditer(data)):
        return _decode_mixed(data)
    codec = _cyrillic_codec(data) or "cp1252"
    text = _from_codepage(data, codec)
    message = f"The file does not say how its letters are encoded; it was read as {codec}. If letters look wrong, name its encoding."
    place = next((at for at, character in enumerate(text) if character > "\x7f"), 0)
    where = _quote(text, place)
    found = Notice("encoding-guessed", message, where, Span(place, place + 1), "info" if declared else "review")
    return Decoded(text, codec, (found,))


def _decode_mixed(data: bytes) -> Decoded:
    """UTF-8 with single bytes of Windows-1252 in it, as pages glued together from two sources have; each place is told."""
    pieces: list[str] = []
    places: list[int] = []
    length = position = 0
    while position < len(data):
        match = _UTF8.match(data, position)
        if match:
            piece, position = match[0].decode("utf-8"), match.end()
        else:
            piece, position = _from_codepage(data[position : position + 1], "cp1252"), position + 1
            places.append(length)
        pieces.append(piece)
        length += len(piece)
    text = "".join(pieces).removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    return Decoded(text, "utf-8+cp1252", tuple(_doubts(text, places)))


def _doubts(text: str, places: list[int]) -> list[Notice]:
    notices = [
        Notice(
            "undecodable",
            f"A byte is not UTF-8 here; read as Windows-1252: {text[at]!r}.",
            _quote(text, at),
            Span(at, at + 1),
        )
        for at in places[:_PLACES]
    ]
    if len(places) > _PLACES:
        more = len(places) - _PLACES
        notices.append(
            Notice("undecodable", f"{more} more bytes of the file are not UTF-8 and were read as Windows-1252.")
        )
    return notices


def _from_codepage(data: bytes, codec: str) -> str:
    """Text in an eight-bit code page; the five bytes that Windows-1252 leaves out become the control codes of the same number."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        table = [bytes([code]).decode(codec, "ignore") or chr(code) for code in range(256)]
        return data.decode("latin-1").translate(dict(enumerate(table)))


def _cyrillic_codec(data: bytes) -> str:
    """The Cyrillic code page that makes the text's high bytes the commonest small letters of Russian, "" when none does.

    Western text has few high bytes; Cyrillic text has more of them than ASCII letters.
    """
    sample = data[:_SAMPLE]
    high = b"".join(_HIGH.findall(sample))
    if len(high) < 8 or len(high) * 4 < len(sample):
        return ""
    scored = [(_share(_from_codepage(high, codec)), -rank, codec) for rank, codec in enumerate(_CYRILLIC)]
    best = max(scored)
    return best[2] if best[0] > 0.5 else ""


def _share(text: str) -> float:
    return sum(map(text.count, _FREQUENT_CYRILLIC)) / len(text)


def _with_losses(text: str, encoding: str) -> Decoded:
    """Undo a second encoding, and tell of replacement characters that an earlier program left in the file."""
    if encoding == "utf-8" and len(_TWICE.findall(text)) > 2:
        text, lines = _decoded_once_more(text)
        if lines:
            message = f"{lines} line(s) had been encoded twice (“Ã©” for “é”); they were decoded twice."
            return Decoded(
                text,
                "utf-8 twice",
                (*_with_losses(text, "").notices, Notice("encoded-twice", message, severity="info")),
            )
    count = text.count("\N{REPLACEMENT CHARACTER}")
    if not count:
        return Decoded(text, encoding)
    place = text.index("\N{REPLACEMENT CHARACTER}")
    message = f"{count} character(s) were already lost when this file was saved (shown as \N{REPLACEMENT CHARACTER}); they are kept as they are."
    return Decoded(
        text, encoding, (Notice("replacement-character", message, _quote(text, place), Span(place, place + 1)),)
    )


def _decoded_once_more(text: str) -> tuple[str, int]:
    """Lines that are UTF-8 read as Windows-1252 become what they were; a line with one letter that does not fit is left alone."""
    lines = text.splitlines(keepends=True)
    mended = 0
    for index, line in enumerate(lines):
        if _TWICE.search(line):
            try:
                lines[index] = line.translate(_AS_BYTES).encode("latin-1").decode("utf-8")
                mended += 1
            except UnicodeError:
                continue  # the cleaner's repair looks at its words one by one
    return "".join(lines), mended


def _quote(text: str, place: int) -> str:
    return " ".join(text[max(0, place - 20) : place + 21].split())
