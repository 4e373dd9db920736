"""The collection file: what it may say, and how each mistake is answered."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from fic2book.collection.config import load_config, parse_config
from fic2book.collection.schema import json_schema
from fic2book.errors import ConfigError

ROOT = Path(__file__).parents[2]
PATH = Path("fic2book.toml")

GOOD = """
[defaults]
style = "modern"
formats = ["epub"]
editor = "Ed"

[[books]]
title = "Winter"
sources = ["a.txt", "b/*.txt"]
style = "zine"

[[books]]
each = "c/*.txt"
formats = "pdf"
"""


def failure(text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        parse_config(text, PATH, {})
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("[defaults]\nstlye = 'x'\n[[books]]\nsources = ['a']", 2, "“style”"),
        ("[[books]]\nsources = ['a']\n\n[[books]]\nsource = ['b']", 5, "“sources”"),
        ("[[books]]\nsources = ['a']\nnotes = 'bak'", 3, "“back”"),
        ("[[books]]\nsources = ['a']\nbreaks = 'many'", 3, "must be a number"),
        ("[[books]]\nsources = 7", 2, "list of texts"),
        ("[[books]]\ntitle = 'x'", 1, "neither sources nor each"),
        ("[[books]]\nsources = ['a']\neach = 'b'", 1, "both"),
        ("[[books]]\neach = 'b'\ntitle = 'x'", 3, "same for every book"),
        ("[[books]]\nsources = ['a']\njoin = 'yes'", 3, "true or false"),
        ("[[books]]\nsources = ['a']\n\n[[book]]\nsources = ['b']", 4, "“books”"),
        ("[[books]]\ntitle = 'x'\nsources = []", 3, "sources is empty"),
        ("[[books]]\neach = ''", 2, "each is empty"),
        ("[defaults]\nstyle = 'zinc'\n[[books]]\nsources = ['a']", 2, "“zine”"),
        ("[[books]]\nsources = ['a']\nformats = ['epub', 'pfd']", 3, "“pdf”"),
        ("[[books]]\nsources = ['a']\nformats = []", 3, "formats is empty"),
        ("[[books]]\nsources = ['a']\ncover = 'mosaics'", 3, "“mosaic”"),
        ("[[books]]\nsources = ['a']\npalette = 'plums'", 3, "“plum”"),
        ("[[books]]\nsources = ['a']\npalette = '#12'", 3, "#rrggbb"),
        ("[[books]]\nsources = ['a']\ntrim = 'a55'", 3, "“a5”"),
        ("[[books]]\nsources = ['a']\nstandard = 'pdf/ua-9'", 3, "“pdf/ua-"),
        ("[[books]]\nsources = ['a']\ndate = 'yesterday'", 3, "2024-05-01"),
        ("[[books]]\nsources = ['a']\ndate = '2024-13-01'", 3, "2024-05-01"),
        ("[[books]]\nsources = ['a']\nlanguage = 'in English'", 3, "pt-BR"),
        ("[[books]]\nsources = ['a']\nbreaks = 7", 3, "between 0 and 1"),
        ("[[books]]\nsources = ['a']\n[[books.stories]]\nsource = 'a'\ndate = 'soon'", 5, "2024-05-01"),
    ],
)
def test_a_mistake_is_answered_with_file_line_and_what_to_write(text: str, line: int, hint: str) -> None:
    message = failure(text)
    assert message.startswith(f"fic2book.toml, line {line}:")
    assert hint in message


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("[[books", "not valid TOML"),
        ("", "names no book"),
        ("[books]\nx = 1", "double brackets"),
        ("boks = 1", "“books”"),
    ],
)
def test_a_file_that_is_broken_as_a_whole_says_how_to_mend_it(text: str, hint: str) -> None:
    assert hint in failure(text)


def test_a_missing_file_names_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="fic2book init"):
        load_config(tmp_path / "fic2book.toml")


def test_a_file_that_is_not_text_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "fic2book.toml"
    path.write_bytes(b"\xff\xfe\x00\x80")
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(path)


def test_the_books_own_keys_win_over_defaults_and_the_command_line_over_both() -> None:
    first, second = parse_config(GOOD, PATH, {}).books
    assert (first.settings.style, first.settings.formats, first.metadata.title) == ("zine", ("epub",), "Winter")
    assert (second.settings.style, second.settings.formats, second.metadata.editor) == ("modern", ("pdf",), "Ed")
    assert parse_config(GOOD, PATH, {"style": "pocket"}).books[0].settings.style == "pocket"


@pytest.mark.parametrize(
    "line",
    [
        "style = 'zine'", "formats = 'epub'", "cover = 'auto'", "cover = 'none'", "cover = 'mosaic'", "palette = '#223,#fff'",
        "palette = 'auto'", "palette = ''", "trim = '120x190mm'", "trim = ''", "standard = 'pdf/a-2b'", "date = 2024-05-01",
        "date = '2024'", "date = '2024-05'", "date = '2024-05-01T10:00:00Z'", "language = 'pt-BR'", "language = 'zh-Hant-TW'", "breaks = 1",
    ],
)  # fmt: skip
def test_what_can_be_is_not_complained_of(line: str) -> None:
    assert parse_config(f"[[books]]\nsources = ['a']\n{line}", PATH, {}).books


def test_a_style_of_ones_own_is_found_from_the_collection_file_wherever_the_build_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "fic2book.toml"
    path.write_text("[defaults]\nstyle = './mine'\n[[books]]\nsources = 'a'")
    with pytest.raises(ConfigError, match=r"line 2: style: There is no style"):
        load_config(path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "style.toml").write_text("")
    away = tmp_path / "away"
    away.mkdir()
    monkeypatch.chdir(away)
    assert Path(load_config(path).books[0].settings.style).samefile(tmp_path / "mine")
    (tmp_path / "mine" / "style.toml").write_text("[page]\ntirm = 'a5'")
    with pytest.raises(ConfigError, match="“trim”"):
        load_config(path)


def test_a_default_is_answered_for_in_its_own_line(tmp_path: Path) -> None:
    entry = parse_config("[defaults]\ncover_art = 'x.png'\n[[books]]\nsources = ['a']", PATH, {}).books[0]
    assert (entry.line("cover_art"), entry.line("sources"), entry.line()) == (2, 4, 3)


def test_patterns_and_order_are_kept() -> None:
    first, second = parse_config(GOOD, PATH, {}).books
    assert first.sources == ("a.txt", "b/*.txt")
    assert second.each == ("c/*.txt",)


def test_the_schema_accepts_what_the_program_accepts_and_no_more() -> None:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid({"books": [{"sources": ["a.txt"], "notes": "back"}]})
    for wrong in ({}, {"books": [{}]}, {"books": [{"sources": "a", "notes": "bak"}]}, {"books": [{"sorces": "a"}]}):
        assert not validator.is_valid(wrong)


def test_the_schema_knows_what_may_be_written_as_well_as_the_program() -> None:
    from fic2book.covers import DESIGNS
    from fic2book.exporters import EXPORTERS
    from fic2book.styles import style_names

    book = json_schema()["properties"]["books"]["items"]["properties"]
    validator = jsonschema.Draft202012Validator(json_schema())

    def valid(**keys: object) -> bool:
        return validator.is_valid({"books": [{"sources": ["a.txt"], **keys}]})

    assert all(valid(style=name) for name in (*style_names(), "./mine", "styles\\mine"))
    assert all(valid(cover=name) for name in (*DESIGNS, "auto", "none"))
    assert valid(formats=list(EXPORTERS))
    assert valid(date="2024-05-01")
    for wrong in (
        {"style": "zinc"}, {"cover": "mosaics"}, {"formats": ["pfd"]}, {"formats": []}, {"breaks": 7}, {"date": "soon"},
        {"language": "in English"}, {"sources": []}, {"sources": [1]}, {"crop_marks": "yes"}, {"stories": {}},
    ):  # fmt: skip
        assert not valid(**wrong), wrong
    assert all(item.get("description") for item in book.values())


@pytest.mark.parametrize("path", sorted(ROOT.glob("sources/**/fic2book.toml")), ids=str)
def test_the_sample_collection_is_valid(path: Path) -> None:
    jsonschema.Draft202012Validator(json_schema()).validate(tomllib.loads(path.read_text(encoding="utf-8")))


def test_the_published_schema_is_the_one_the_program_uses() -> None:
    published = json.loads((ROOT / "docs" / "fic2book.schema.json").read_text(encoding="utf-8"))
    assert published == json_schema()
