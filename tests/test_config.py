"""The collection file: what it may say, and how each mistake is answered."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from fic2book.config import json_schema, load_config, parse_config
from fic2book.errors import ConfigError

ROOT = Path(__file__).parent.parent
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


def test_the_published_schema_is_the_one_the_program_uses() -> None:
    published = json.loads((ROOT / "docs" / "fic2book.schema.json").read_text(encoding="utf-8"))
    assert published == json_schema()
