"""Typst source: nothing in a story can be taken for markup."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from fic2book.press.typst_blocks import block
from fic2book.press.typst_inlines import Context
from fic2book.press.typst_values import split_language, string, words
from fic2book.styles import load_style


def written(markup: str, targets: frozenset[str] = frozenset()) -> str:
    return block(Context(load_style("classic"), targets), ElementTree.fromstring(markup))


@pytest.mark.parametrize(
    "text", ['#import "x"', "*bold* _em_ $x$ @ref <label> `raw`", 'back\\slash "quoted"', "= Heading", "// comment"]
)
def test_what_looks_like_markup_stays_within_a_string(text: str) -> None:
    inside = text.replace("\\", "\\\\").replace('"', '\\"')
    assert string(text) == f'"{inside}"'
    assert written(f"<p>{text.replace('<', '&lt;')}</p>") == f'p("{inside}")'


def test_a_word_no_line_can_hold_may_break_without_a_new_character() -> None:
    assert words("short words") == '"short words"'
    pieces = words("see " + "a" * 31 + " end")
    assert pieces.count("box()") == 5
    assert "".join(pieces.split('"')[1::2]) == "see " + "a" * 31 + " end"


def test_a_level_of_headings_is_never_skipped() -> None:
    context = Context(load_style("classic"), frozenset())
    made = [block(context, ElementTree.fromstring(f"<{tag}>x</{tag}>")) for tag in ("h3", "h6", "h6", "h2")]
    assert [text.partition("(")[2][0] for text in made] == ["1", "2", "3", "2"]


def test_verse_has_one_call_a_line() -> None:
    stanza = '<div class="verse"><p><span class="line">One,</span><span class="line">two</span></p></div>'
    assert written(stanza) == 'verse({verse-line("One,");verse-line("two")})'


def test_only_ids_that_links_lead_to_become_labels() -> None:
    assert "label" not in written('<p id="a">x</p>')
    assert 'label("a")' in written('<p id="a">x</p>', frozenset({"a"}))


@pytest.mark.parametrize(
    ("tag", "pair"),
    [
        ("en", ("en", "")),
        ("pt-BR", ("pt", "br")),
        ("zh-Hant-TW", ("zh", "tw")),
        ("und", ("und", "")),
        ("x-klingon", ("und", "")),
    ],
)
def test_language_tags_are_taken_apart(tag: str, pair: tuple[str, str]) -> None:
    assert split_language(tag) == pair
