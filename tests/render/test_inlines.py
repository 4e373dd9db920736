"""Runs and images as markup."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from fic2book.errors import ProofError
from fic2book.model import MARKS, Run, Settings, Span
from fic2book.render.edition import Edition, attribute, escape, open_edition
from fic2book.render.inlines import inline_markup, safe_link
from tests.builders import book, chapter, image, picture, run, story


@pytest.fixture(scope="module")
def edition() -> Edition:
    return open_edition(book(story(chapter("", "x"), resources=(picture("lamp.png"),))), Settings())


def parsed(markup: str | bytes) -> Any:
    return etree.fromstring(markup)


def markup(edition: Edition, *inlines) -> str:
    return inline_markup(inlines, edition, 0)


def test_plain_runs_are_joined_and_escaped_once(edition):
    assert markup(edition, run("a < b"), run(" &amp; "), run("c")) == "a &lt; b &amp;amp; c"


def test_a_line_feed_is_a_forced_break(edition):
    assert markup(edition, run("one\ntwo")) == "one<br/>two"
    assert markup(edition, run("one\ntwo", "em")) == "<em>one<br/>two</em>"


def test_a_deleted_run_leaves_no_empty_element(edition):
    assert markup(edition, run("a"), run("", "em", rule="emphasis"), run("b")) == "ab"


def test_neighbours_with_equal_marks_share_an_element(edition):
    assert markup(edition, run("a", "em"), run("b", "em", rule="quotes")) == "<em>ab</em>"


def test_a_mark_that_goes_on_stays_open(edition):
    assert markup(edition, run("a", "strong"), run("b", "em", "strong"), run("c", "strong")) == (
        "<strong>a<em>b</em>c</strong>"
    )


def test_marks_that_cross_are_nested_rightly(edition):
    assert markup(edition, run("a", "em"), run("b", "em", "strong"), run("c", "strong")) == (
        "<em>a<strong>b</strong></em><strong>c</strong>"
    )


def test_a_link_is_outermost_and_never_within_another(edition):
    first, second = "https://a.example/", "https://b.example/"
    assert markup(edition, run("a", "em", href=first), run("b", "em", href=second)) == (
        f'<a href="{first}"><em>a</em></a><a href="{second}"><em>b</em></a>'
    )


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "http://",
        "https://exa mple.org/",
        "https://[::1",
        "http://user:pass@host/",
        "http://a.example:99999/",
        "#top",
        "/works/1",
        "vbscript:x",
        "mailto:a b@c",
        "https://<b>/",
    ],
)
def test_a_link_that_is_not_safe_loses_its_element_and_keeps_its_words(edition, address):
    assert markup(edition, run("words", href=address)) == "words"


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://example.org", "https://example.org"),
        ("http://example.org:8080/a?b=1&c=2#d", "http://example.org:8080/a?b=1&c=2#d"),
        ("https://example.org/a b|c", "https://example.org/a%20b%7Cc"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/%20ok", "https://example.org/%20ok"),
        ("https://example.org/été", "https://example.org/%C3%A9t%C3%A9"),
        ("mailto:me@example.org", "mailto:me@example.org"),
    ],
)
def test_links_to_the_web_and_to_people_are_kept_and_made_valid(address, written):
    assert safe_link(address) == written


def test_another_language_is_named_with_its_direction(edition):
    assert markup(edition, run("ici", lang="fr")) == '<span lang="fr" xml:lang="fr">ici</span>'
    assert 'dir="rtl"' in markup(edition, run("שלום", lang="he"))


def test_a_picture_that_is_there_is_shown_with_its_words(edition):
    shown = markup(edition, image("lamp.png", 'A "lamp"'))
    assert shown.startswith('<img src="images/picture-001.png" alt="A &quot;lamp&quot;"')


def test_a_picture_that_is_not_there_is_told_with_its_address(edition):
    shown = markup(edition, image("", "a ghost", "https://x.example/g.gif"))
    assert 'class="made picture"' in shown
    assert "a ghost — https://x.example/g.gif" in shown
    assert "<img" not in shown


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\r", "\ufffe", "\ud800"])
def test_a_character_xml_cannot_hold_stops_the_build_instead_of_vanishing(character):
    with pytest.raises(ProofError, match=f"U\\+{ord(character):04X}"):
        escape(f"before{character}after")


def test_attributes_keep_line_feeds_and_tabs():
    assert attribute('a\n"b"\t<c>') == "a&#10;&quot;b&quot;&#9;&lt;c&gt;"


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=8),
            st.sets(st.sampled_from(MARKS), max_size=4),
        ),
        max_size=8,
    )
)
def test_any_mixture_of_marks_is_well_formed_and_keeps_its_text(pieces):
    edition = open_edition(book(chapter("", "x")), Settings())
    runs = [Run(text, Span(0, len(text)), tuple(sorted(marks))) for text, marks in pieces]
    tree = parsed(f"<p>{inline_markup(runs, edition, 0)}</p>")
    assert "".join(tree.itertext()) == "".join(item.text for item in runs)
