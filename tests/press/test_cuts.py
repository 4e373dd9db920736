"""Cuts hold the characters a book needs and nothing that an engine or a print shop would stumble over."""

from __future__ import annotations

import io

import pytest
from fontTools.ttLib import TTFont

from fic2book.fonts import find_font
from fic2book.press.cuts import can_pin, cut, needs_cut, pin


def test_a_static_font_needs_no_cut() -> None:
    file = find_font("Spectral", 700)
    if file is None:
        pytest.skip("Spectral is not installed (pip install fontpkg-spectral)")
    assert not needs_cut(file)
    assert not can_pin(file)


def test_a_variable_font_is_pinned_to_its_weight_and_keeps_its_features() -> None:
    pytest.importorskip("uharfbuzz", reason="uharfbuzz is not installed (pip install uharfbuzz)")
    file = find_font("EB Garamond", 700)
    if file is None:
        pytest.skip("EB Garamond is not installed (pip install fontpkg-eb-garamond)")
    data = pin(file, "Office, fine", 11.0)
    with TTFont(io.BytesIO(data)) as font:
        assert "fvar" not in font
        assert set("Office, fine") <= {chr(code) for code in font.getBestCmap()}
        assert {"liga", "smcp"} <= {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    assert data == pin.__wrapped__(file, "Office, fine", 11.0)


def test_a_collection_becomes_a_static_truetype_font_under_its_own_name() -> None:
    file = find_font("Noto Sans CJK", 700, language="ja")
    if file is None:
        pytest.skip("Noto Sans CJK is not installed (pip install manimgx-fonts-cjk)")
    assert needs_cut(file)
    with TTFont(io.BytesIO(cut(file, "暗い夜"))) as font:
        assert "glyf" in font
        assert not {"CFF2", "fvar"} & set(font.keys())
        assert font["name"].getDebugName(1) == "Noto Sans CJK"
        assert len(font.getGlyphOrder()) < 40
