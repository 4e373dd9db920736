"""Addresses, handles, faces and code are found; speech that looks a little like them is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fic2book.cleaner.text.protected import PATTERN, find_protected, has_clue, merge
from tests.cleaner.reading import paragraph


def protected(text: str) -> list[str]:
    return [text[start:stop] for start, stop in find_protected(paragraph(text), text)]


@pytest.mark.parametrize(
    "text",
    [
        "He said: 'no'.",
        'He said:"no".',
        "He said (she said): 'no'",
        '"But--" he said; "no."',
        '"I--\'tis true."',
        "Tom/Jerry and/or him",
        "It was 8: too late.",
        "wait... what?",
        "'...'",
        '"Really?" = a question',
        "`Hello,' he said, `it is so.'",
        "No. 5, e.g. this one.",
        "End.Next sentence.",
    ],
)
def test_this_is_not_protected(text: str):
    assert protected(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://example.org/a--b?c='d'.", "https://example.org/a--b?c='d"),
        ('"http://example.org/a--b"', "http://example.org/a--b"),
        ("www.example.org/x--y, then", "www.example.org/x--y"),
        ("at archive.example.net/u/some--one now", "archive.example.net/u/some--one"),
        ("mail o'neill@example.org now", "o'neill@example.org"),
        ("by @o'neill today", "@o'neill"),
        ("tagged #don't-stop", "#don't-stop"),
        ("in /usr/share/a--b now", "/usr/share/a--b"),
        ("in C:\\games\\a--b now", "C:\\games\\a--b"),
        ("type `x -- 'y'` now", "`x -- 'y'`"),
        ("<b>bold</b>", "<b>"),
        ("go --> there", "-->"),
        ("xX--lex_88: hi", "xX--lex_88:"),
        ("so sad :'( now", ":'("),
        ("so sad :'-( now", ":'-("),
        ("oh D': no", "D':"),
        ("hm -_-' ok", "-_-'"),
        ("ah ^^' ok", "^^'"),
        ('sweat ^_^" ok', '^_^"'),
        ("T'T so sad", "T'T"),
    ],
)
def test_this_is_protected(text: str, expected: str):
    assert protected(text)[0] == expected


def test_a_face_before_a_closing_quote_leaves_the_quote_to_the_speech():
    assert protected('"Sure ^_^" he typed.') == ["^_^"]


@given(st.text(alphabet="a1 .:/@#<>'\"-_^`\\=;()TxX~", max_size=30))
def test_the_cheap_look_misses_nothing_that_holds_a_candidate(text: str):
    if not has_clue(text):
        found = [match.group() for match in PATTERN.finditer(text)]
        assert not [piece for piece in found if set(piece) & set("'\"`") or "--" in piece]


def test_ranges_are_merged():
    assert merge([(5, 7), (0, 2), (1, 3), (7, 8)]) == [(0, 3), (5, 8)]
