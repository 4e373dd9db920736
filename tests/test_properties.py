"""Whatever is written, the whole path holds: no word is lost, every decision can be shown and overruled, and twice is the same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from fic2book.build import prepare
from fic2book.cleaner import clean
from fic2book.model import Settings, SourceFile
from fic2book.readers import read
from tests.invariants import (
    PAGES_ONLY,
    assert_built,
    assert_cleaned,
    assert_everything,
    assert_explained,
    assert_pages,
    assert_stable,
    letters,
    printed,
)

FEW = settings(max_examples=20)

PROSE = st.sampled_from(
    [
        "The lamp was out.", "“Late,” she said. “So late.”", "\"Late,\" she said -- 'tis _so_ late...", "'Well?' he asked. 'Isn't it?'",
        "She lit it again, and sat down beside it to wait for the rain to stop.", "It was the '90s, and 5'10\" was tall.", "— Tard, dit-elle.",
        "*No*, he thought; /no/.", "Wait . . . what?!", "« Tard », dit-elle ; « si tard ! »", "„Sp\N{LATIN SMALL LETTER A WITH DIAERESIS}t“, sagte sie.",
        "The note said (and nobody laughed):", "- one", "1. one", "> quoted", "word-", "漢字、漢字。", "It is 12:00, said Mr. A. B. Nonymous.",
    ]
)  # fmt: skip

FURNITURE = st.sampled_from(
    [
        "Title: The Lamp", "Author: A. Nonymous", "Pairing: A/B", "Rating: NC-17", "Disclaimer: I own nothing.", "Summary: A lamp goes out.",
        "THE LAMP", "by A. Nonymous", "Chapter 1", "Chapter 2: Salt", "Part Two", "Prologue", "Epilogue", "Day 3", "* * *", "***", "~*~", "---", "oOo", "#",
        "A/N: thank you all!", "(A/N: sorry!)", "Author's Note", "End notes:", "Clark's POV", "London, 1945", "Two hours later", "Part 2/7", "(1/2)",
        "TBC...", "The End", "For A.", "Previous | Next", "12 comments", "Posted on 2008-10-24", "Contents", "1. Salt ..... 3", "Rating: PG Pairing: A/B",
    ]
)  # fmt: skip

LINES = st.lists(st.one_of(PROSE, PROSE, FURNITURE, st.just(""), st.text(max_size=40)), min_size=1, max_size=25)
ENDS = st.sampled_from(["\n\n", "\n\n", "\n", "\r\n", "\n\n\n", "\n    "])
STORIES = st.builds(lambda end, lines: end.join(lines).encode("utf-8", "replace"), ENDS, LINES)
PAGES = st.builds(
    lambda lines, around: "".join(f"{opening}{line}{closing}" for line, (opening, closing) in zip(lines, around, strict=False)).encode("utf-8", "replace"),
    LINES,
    st.lists(
        st.sampled_from([("<p>", "</p>"), ("<p align=center>", ""), ("<b>", "</b><br>"), ("<i>", ""), ("<h2>", "</h2>"), ("", "<hr>"), ("<li>", "</ul>"), ("<blockquote>", "</div>")]),
        min_size=25,
        max_size=25,
    ),
)  # fmt: skip


@FEW
@given(STORIES)
def test_every_text_becomes_a_book_without_loss_or_is_refused_in_words(data):
    assert_everything("story.txt", data)


@FEW
@given(PAGES)
def test_every_page_of_markup_becomes_a_book_without_loss_or_is_refused_in_words(data):
    assert_everything("story.html", b"<html><body>" + data)


@FEW
@given(
    LINES,
    st.builds(
        Settings,
        formats=st.just(()),
        cover=st.just("none"),
        typography=st.sampled_from(["smart", "keep"]),
        notes=st.sampled_from(["auto", "front", "chapter", "back", "popup", "omit"]),
        disclaimers=st.sampled_from(["auto", "front", "chapter", "back", "popup", "omit"]),
        chrome=st.sampled_from(["omit", "appendix"]),
        language=st.sampled_from(["", "en", "fr", "de", "ru", "ar", "x-nonsense"]),
        breaks=st.sampled_from([0.0, 0.1, 0.9]),
    ),
)
def test_no_choice_of_the_user_breaks_the_proofs(lines, chosen):
    assert_built(
        SourceFile("story.txt", b"The lamp was out.\n\n" + "\n\n".join(lines).encode("utf-8", "replace")), chosen
    )


@FEW
@given(st.lists(PROSE, min_size=1, max_size=12))
def test_keeping_the_typography_keeps_every_sign_of_the_prose(lines):
    written = "\n\n".join(("The lamp was out.", *lines, "She lit it again, and sat down beside it."))
    story = clean(read("story.txt", written.encode()), settings=Settings(typography="keep"))
    assert letters("".join(block.marker + block.text for block in story.manuscript.blocks)) == letters(written)


@FEW
@given(st.lists(PROSE, min_size=2, max_size=12))
def test_what_is_printed_can_be_read_again(lines):
    item = SourceFile("story.txt", "\n\n".join(lines).encode())
    story = prepare(item, PAGES_ONLY)
    assert_cleaned(read(item.name, item.data), story)
    assert_stable(story)
    assert_explained(item, story)
    assert_pages(story, item)
    assert letters(printed(story))
