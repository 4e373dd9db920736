"""Styles are data: what is wrong in one is named, with the nearest right word."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from fic2book.errors import UsageError
from fic2book.styles import SECTIONS, Length, Style, load_style, parse_length, style_names

DOCS = Path(__file__).resolve().parents[2] / "docs"


def written(folder: Path, text: str) -> str:
    (folder / "style.toml").write_text(text, encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[text]\nsiez = '11pt'", "'siez'. Did you mean “size”?"),
        ("[txet]\nsize = '11pt'", "[txet]. Did you mean “text”?"),
        ("[text]\nsize = 11", "a length is quoted text"),
        ("[text]\nsize = '11 parsecs'", "is not a length"),
        ("[text]\nsize = '-3pt'", "is not a length"),
        ("[text]\nleading = 'wide'", "should be a number"),
        ("[text]\nleading = 40.0", "between 0.8 and 4"),
        ("[text]\nhyphenate = 'yes'", "should be true or false"),
        ("[text]\nwidows = true", "should be a whole number"),
        ("[text]\nalign = 'justified'", "should be one of justify, left"),
        ("[palette]\nink = 'black'", "a colour such as"),
        ('[breaks]\nhard = "a\\u0000b"', "control characters"),
        ("[page]\ngutter = 'wide'", "is not a length"),
        ("text = 3", "must be a section"),
        ("[text\n", "not valid TOML"),
    ],
)
def test_a_broken_token_is_named_with_its_file(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_style(written(tmp_path, text))
    assert told in str(caught.value)
    assert "style.toml" in str(caught.value)


@pytest.mark.parametrize("name", ["", "clasic", "../styles/classic", "/nowhere", "base"])
def test_a_style_that_does_not_exist_is_a_usage_error(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="There is no style"):
        load_style(name)


def test_the_nearest_style_is_named() -> None:
    with pytest.raises(UsageError, match="Did you mean “large-print”"):
        load_style("largeprint")


def test_a_stylesheet_that_is_not_text_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "print.css").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="not UTF-8"):
        load_style(written(tmp_path, ""))


def test_an_empty_style_is_a_style_of_defaults(tmp_path: Path) -> None:
    style = load_style(written(tmp_path, ""))
    assert style == Style(tmp_path.name)
    assert style.css("print.css") == ""


def test_a_style_of_ones_own_is_a_folder_with_tokens_and_css(tmp_path: Path) -> None:
    (tmp_path / "print.css").write_text("p { color: red }", encoding="utf-8")
    style = load_style(written(tmp_path, "[text]\nsize = '12.5pt'\nhyphen-word = 7\n[breaks]\nsoft = '§'"))
    assert (style.text.size, style.text.hyphen_word, style.breaks.soft) == (Length(12.5, "pt"), 7, "§")
    assert style.css("print.css") == "p { color: red }"


def test_the_packaged_styles_differ_in_kind() -> None:
    names = style_names()
    assert {"classic", "modern", "zine", "large-print", "pocket", "manuscript"} <= set(names)
    styles = [load_style(name) for name in names]
    assert len({(style.page.trim, style.fonts.body, style.text.size) for style in styles}) == len(styles)
    assert all(style.style.title and style.style.about for style in styles)


def test_a_length_knows_its_points() -> None:
    assert parse_length("1in").points() == 72
    assert round(parse_length("25.4mm").points(), 6) == 72
    assert parse_length("1.5em").points(10) == 15
    assert str(parse_length("1.50em")) == "1.5em"


def test_every_token_and_every_style_is_described() -> None:
    told = (DOCS / "styles.md").read_text(encoding="utf-8")
    for section, kind in SECTIONS.items():
        assert f"`[{section}]`" in told
        for item in fields(kind):
            assert re.search(rf"(?<![\w-]){item.name.replace('_', '-')}(?![\w-])", told), f"[{section}] {item.name}"
    for name in style_names():
        assert f"`{name}`" in told
        assert 0 < (DOCS / "specimens" / f"{name}.png").stat().st_size <= 60_000
