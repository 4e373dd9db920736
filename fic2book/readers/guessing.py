"""Which encoding a text is in that does not say so and is not UTF-8: found by what its bytes would spell, and always told.

chardet (trained on some forty languages) is asked for everything but UTF-16 and UTF-32, which it expects to have a byte-order mark.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from fic2book.model import Notice, Span
from fic2book.readers.recoding import CONTROLS, SAMPLE, Decoded, quote_at, with_losses

_PLACES: Final = 20  # doubtful places told one by one; the rest are counted
_SPOILT: Final = 200  # bytes that may fit an encoding ill before it is not the one
_SURE: Final = 0.1
"""chardet's wrong guesses on a few accents in a line of English stay below it; three sentences of any language are above."""
_SURE_AGAINST: Final = 0.3
"""The same, against what the page declares."""
_KNOWN: Final = (
    *"cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 tis-620".split(),
    *"iso8859-1 iso8859-2 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-13 iso8859-15".split(),
    *"koi8-r koi8-u cp437 cp850 cp852 cp866 mac-roman mac-cyrillic".split(),
    *"cp932 shift_jis_2004 euc_jis_2004 gb18030 big5hkscs cp949 euc_kr johab".split(),
)
"""Encodings that people have stories in; the sixty rarer ones that chardet knows would win by chance now and then."""

_UTF8: Final = re.compile(
    rb"(?:[\x00-\x7f]+|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})+"
)
_TAG: Final = re.compile(rb"<[^<>]{0,2000}>")
_LINES: Final = 15  # the longest ones, asked one by one where the whole gives no answer
_HIGH: Final = re.compile(rb"[\x80-\xff]+")
_MAC_QUOTE: Final = re.compile(rb"[a-z]\xd5[a-z]|\xd2[A-Z][^\xd2\xd3]{1,400}\xd3")
"""The apostrophe and quotation marks of old Macs; in every Windows code page these are capitals amid small letters."""
_C1: Final = re.compile(rb"[\x80-\x9f]")
_WINDOWS: Final = {"iso8859-7": "cp1253", "iso8859-8": "cp1255", "iso8859-9": "cp1254"}
"""Windows code pages that hold the same letters, and quotation marks where the standard has control codes."""

_ESCAPES: Final = ((b"\x1b$)C", "iso2022_kr"), (b"\x1b$", "iso2022_jp_2"), (b"\x1b(I", "iso2022_jp_ext"))
"""Seven-bit encodings of mail, told by the sequences that switch alphabets."""
_SPACES: Final = frozenset("\n\r \t\u3000\u3001\u3002")


def wide_codec(data: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, "" for anything else: told by where the zero bytes of its spaces and line feeds stand."""
    sample = data[: SAMPLE // 4 * 4]
    if not sample.count(0) or len(data) % 2:
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
    else:
        return _unspaced_codec(sample)
    text = sample.decode(codec, "ignore")
    return codec if sum(map(text.count, map(chr, CONTROLS))) * 200 <= len(text) else ""


def _unspaced_codec(sample: bytes) -> str:
    """UTF-16 of a script that writes few spaces: read the wrong way round, a fifth of it would be no characters at all."""
    worth = {codec: _strangeness(sample.decode(codec, "replace")) for codec in ("utf-16-le", "utf-16-be")}
    best = min(worth, key=lambda codec: worth[codec])
    return best if worth[best] < 0.005 and max(worth.values()) > 0.02 else ""


def _strangeness(text: str) -> float:
    """Share of characters that no text holds; 1 for a text without a space or a line feed."""
    if not text or not any(map(text.__contains__, _SPACES)):
        return 1.0
    strange = sum(
        text.count(character)
        for character in set(text)
        if character == "\N{REPLACEMENT CHARACTER}"
        or (unicodedata.category(character) in {"Cn", "Co", "Cs", "Cc"} and character not in "\n\r\t")
    )
    return strange / len(text)


def escaped_codec(data: bytes) -> str:
    """The ISO 2022 encoding whose escape sequences `data` holds, "" for none."""
    return next((codec for mark, codec in _ESCAPES if mark in data[:SAMPLE]), "")


def decode_legacy(data: bytes, declared: str) -> Decoded:
    """What is not UTF-8: as declared, as UTF-8 with foreign bytes in it, as chardet says, else as Windows-1252."""
    western = declared in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "windows-1252", "cp1252"}
    if declared and not western and declared not in {"utf-8", "utf8"}:
        try:
            return with_losses(data.decode(declared), declared)
        except (LookupError, UnicodeDecodeError):
            pass
    if _is_mixed(data):
        text, places = _in_pieces(data, _utf8_pieces(data))
        return Decoded(text, "utf-8+cp1252", tuple(_doubts(text, places, "UTF-8")))
    codec = _guess(data, _SURE_AGAINST if western else _SURE)
    decoded = _decode_multibyte(data, codec)
    if decoded is None:
        codec = codec if len(bytes(range(128, 256)).decode(codec, "ignore")) > 64 else "cp1252"
        decoded = _from_codepage(data, codec), []
    text, places = decoded
    message = (
        f"The file does not say how its letters are encoded; it was read as {codec}. If letters look wrong, name its encoding: "
        '--encoding, or encoding = "…" in the sidecar.'
    )
    place = next((at for at, character in enumerate(text) if character > "\x7f"), 0)
    severity = "info" if declared and western and codec == "cp1252" else "review"
    found = Notice("encoding-guessed", message, quote_at(text, place), Span(place, place + 1), severity)
    return Decoded(text, codec, (found, *_doubts(text, places, codec)))


def _is_mixed(data: bytes) -> bool:
    """True where every third stretch of high bytes is UTF-8 from end to end: chance gives two-byte encodings pairs, hardly ever stretches."""
    stretches = [match[0] for match in _HIGH.finditer(data)]
    whole = sum(_UTF8.fullmatch(stretch) is not None for stretch in stretches)
    return whole * 3 >= len(stretches)


def _guess(data: bytes, sure: float) -> str:
    """The encoding that the bytes speak for, Windows-1252 where they speak for none."""
    sample = _TAG.sub(b" ", data[: 4 * SAMPLE])  # markup would be believed, and it is often wrong
    codec = _detected(sample, sure)
    if codec == "cp1252" and sum(map(len, _HIGH.findall(sample))) * 4 > len(sample):
        codec = _most_lines_say(sample, sure)  # one damaged character rules an encoding out
    if codec == "cp1252":
        return "mac-roman" if _MAC_QUOTE.search(data) else codec
    return _WINDOWS.get(codec, codec) if _C1.search(data) else codec


def _detected(sample: bytes, sure: float) -> str:
    import chardet

    found = chardet.detect(sample, compat_names=False, include_encodings=_KNOWN, empty_input_encoding="cp1252")
    codec = str(found["encoding"] or "")
    doubtful = found["confidence"] < sure or codec in {"", "ascii", "utf-8", "iso8859-1", "iso8859-15"}
    return "cp1252" if doubtful else codec


def _most_lines_say(sample: bytes, sure: float) -> str:
    lines = sorted(sample.splitlines(), key=len)[-_LINES:]
    votes = [_detected(line, sure) for line in lines]
    return max(dict.fromkeys(votes), key=votes.count, default="cp1252")


def _decode_multibyte(data: bytes, codec: str) -> tuple[str, list[int]] | None:
    """Text and the places of its damaged bytes in an encoding of more than eight bits; None for a code page, and where too little fits."""
    if len(bytes(range(128, 256)).decode(codec, "ignore")) > 64:
        return None
    pieces: list[tuple[str, bool]] = []
    view = memoryview(data)
    position = 0
    while position < len(data):
        try:
            pieces.append((str(view[position:], codec), False))
            break
        except UnicodeDecodeError as error:
            stop = position + error.start
            pieces.append((str(view[position:stop], codec), False))
            pieces.append((_from_codepage(data[stop : stop + 1], "cp1252"), True))
            position = stop + 1
        if len(pieces) > 2 * _SPOILT:
            return None
    return _in_pieces(data, iter(pieces))


def _utf8_pieces(data: bytes) -> Iterator[tuple[str, bool]]:
    """UTF-8 and, one by one, bytes of Windows-1252 between it, as pages glued together from two sources have."""
    position = 0
    while position < len(data):
        match = _UTF8.match(data, position)
        if match:
            yield match[0].decode("utf-8"), False
            position = match.end()
        else:
            yield _from_codepage(data[position : position + 1], "cp1252"), True
            position += 1


def _in_pieces(data: bytes, pieces: Iterator[tuple[str, bool]]) -> tuple[str, list[int]]:
    """The text of `pieces`, and where those stand that are doubtful."""
    texts: list[str] = []
    places: list[int] = []
    length = 0
    for text, doubtful in pieces:
        if doubtful:
            places.append(length)
        texts.append(text)
        length += len(text)
    return "".join(texts), places


def _doubts(text: str, places: list[int], codec: str) -> Iterator[Notice]:
    for at in places[:_PLACES]:
        message = f"A byte is not {codec} here; read as Windows-1252: {text[at]!r}."
        yield Notice("undecodable", message, quote_at(text, at), Span(at, at + 1))
    if len(places) > _PLACES:
        more = len(places) - _PLACES
        yield Notice("undecodable", f"{more} more bytes of the file are not {codec} and were read as Windows-1252.")


def _from_codepage(data: bytes, codec: str) -> str:
    """Text in an eight-bit code page; the bytes that it leaves out become the control codes of the same number."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        table = [bytes([code]).decode(codec, "ignore") or chr(code) for code in range(256)]
        return data.decode("latin-1").translate(dict(enumerate(table)))
