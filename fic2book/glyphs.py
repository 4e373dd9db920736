"""Which characters a font file can draw, read from its character map without opening the font as a whole.

fontTools would answer too, after an import that costs more than drawing a cover; the two table formats that fonts use for Unicode
take a page of code. *Source*: OpenType 1.9, ``cmap`` formats 4 and 12, and the TrueType collection header.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

UNICODE_TABLES: Final = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
"""Platform and encoding of the tables that map Unicode, the most complete first."""


class Coverage(NamedTuple):
    """Ascending, disjoint ranges of code points; `starts` and `stops` (inclusive) run in parallel."""

    starts: tuple[int, ...]
    stops: tuple[int, ...]

    def has(self, character: str) -> bool:
        """Whether the font has a glyph for `character`."""
        index = bisect_right(self.starts, ord(character)) - 1
        return index >= 0 and ord(character) <= self.stops[index]


@lru_cache(maxsize=64)
def read_coverage(path: Path, index: int = 0) -> Coverage:
    """Characters of one font; `index` chooses within a collection. Empty for a file without a Unicode map."""
    with path.open("rb") as file:
        table = _find_table(file, b"cmap", index)
    count = struct.unpack_from(">H", table, 2)[0] if table else 0
    records = [struct.unpack_from(">HHL", table, 4 + 8 * number) for number in range(count)]
    offsets = {(platform, encoding): offset for platform, encoding, offset in records}
    for key in UNICODE_TABLES:
        if key in offsets:
            ranges = _read_subtable(table, offsets[key])
            if ranges:
                return Coverage(tuple(start for start, _ in ranges), tuple(stop for _, stop in ranges))
    return Coverage((), ())


def _find_table(file: BinaryIO, tag: bytes, index: int) -> bytes:
    head = file.read(12)
    if head[:4] == b"ttcf":
        file.seek(12 + 4 * index)
        file.seek(struct.unpack(">L", file.read(4))[0])
        head = file.read(12)
    count = struct.unpack_from(">H", head, 4)[0] if len(head) == 12 else 0
    for name, _, offset, length in struct.iter_unpack(">4sLLL", file.read(16 * count)):
        if name == tag:
            file.seek(offset)
            return file.read(length)
    return b""


def _read_subtable(table: bytes, offset: int) -> list[tuple[int, int]]:
    kind = struct.unpack_from(">H", table, offset)[0]
    if kind == 12:
        count = struct.unpack_from(">L", table, offset + 12)[0]
        groups = struct.iter_unpack(">LLL", table[offset + 16 : offset + 16 + 12 * count])
        return [(start, stop) for start, stop, _ in groups]
    return _read_segments(table, offset) if kind == 4 else []


def _read_segments(table: bytes, offset: int) -> list[tuple[int, int]]:
    count = struct.unpack_from(">H", table, offset + 6)[0] // 2
    stops = struct.unpack_from(f">{count}H", table, offset + 14)
    starts = struct.unpack_from(f">{count}H", table, offset + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", table, offset + 16 + 4 * count)
    place = offset + 16 + 6 * count
    jumps = struct.unpack_from(f">{count}H", table, place)
    ranges: list[tuple[int, int]] = []
    for number in range(count):
        start, stop = starts[number], min(stops[number], 0xFFFE)
        if not jumps[number]:
            hole = -deltas[number] & 0xFFFF  # the one code point that this delta sends to glyph 0
            parts = ((start, hole - 1), (hole + 1, stop)) if start <= hole <= stop else ((start, stop),)
            ranges += [part for part in parts if part[0] <= part[1]]
            continue
        base = place + 2 * number + jumps[number]
        glyphs = struct.unpack_from(f">{max(0, stop - start + 1)}H", table, base)
        ranges += [(start + step, start + step) for step, glyph in enumerate(glyphs) if glyph]
    return ranges
