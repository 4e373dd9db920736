"""The reader of character maps agrees with fontTools on every font there is, and takes files that are no fonts calmly."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from fic2book.fonts import find_font
from fic2book.glyphs import read_coverage

FAMILIES = (
    "EB Garamond", "Fraunces", "Jost", "Playfair Display", "Cormorant Garamond", "Space Mono", "Noto Serif", "Frank Ruhl Libre",
    "Amiri", "Noto Sans Devanagari", "Noto Emoji",
)  # fmt: skip


def characters_of(path: Path, index: int = 0) -> set[int]:
    coverage = read_coverage(path, index)
    return {code for start, stop in zip(*coverage, strict=True) for code in range(start, stop + 1)}


@pytest.mark.parametrize("data", [b"", b"not a font", b"\0\1\0\0" + bytes(8), b"\0\1\0\0\0\1" + bytes(22)])
def test_a_file_without_a_character_map_has_no_characters(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "font.ttf").write_bytes(data)
    assert characters_of(tmp_path / "font.ttf") == set()


@pytest.mark.parametrize("family", FAMILIES)
def test_the_characters_are_those_that_fonttools_finds(family: str) -> None:
    file = find_font(family)
    assert file is not None
    with TTFont(file.path, lazy=True) as font:
        assert characters_of(file.path) == set(font.getBestCmap())


def test_a_font_within_a_collection_is_read() -> None:
    if find_spec("manimgx_fonts_cjk") is None:
        pytest.skip("the fonts of the extra cjk are not installed")
    file = find_font("Noto Sans CJK", language="ko")
    assert file is not None
    assert file.index == 1
    with TTFont(file.path, fontNumber=1, lazy=True) as font:
        assert characters_of(file.path, 1) == set(font.getBestCmap())


def test_ranges_are_asked_at_their_edges() -> None:
    file = find_font("Jost")
    assert file is not None
    coverage = read_coverage(file.path)
    assert coverage.has("A")
    assert coverage.has(chr(coverage.starts[0]))
    assert coverage.has(chr(coverage.stops[-1]))
    assert not coverage.has(chr(coverage.stops[-1] + 1))
    assert not coverage.has("\N{OGHAM LETTER BEITH}")
