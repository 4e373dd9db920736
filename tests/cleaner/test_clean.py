"""Properties of cleaning as a whole: decisions tile, nothing is lost, cleaning again changes nothing, the user wins."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fic2book.cleaner import DETECTORS, clean
from fic2book.model import BOUNDARY_ROLES, ROLES, Run, Story
from fic2book.overrides.parsing import parse_sidecar
from fic2book.readers import read
from tests.cleaner.cases import FILLER

LINES = st.sampled_from(
    [
        *FILLER,
        "***",
        "*",
        "---",
        "oOo",
        "Chapter 1",
        "Chapter 2",
        "Part of him wanted to run.",
        "1",
        "2",
        "3",
        "Title: The Long Road",
        "by Jane Doe",
        "Pairing: A/B",
        "A/N: Please review!",
        "Disclaimer: not mine.",
        "The End",
        "Three weeks later",
        "Up",
        "Previous post",
        "Summary:",
        "NO!",
        "1984",
        "12:30",
        "",
        "",
        "\u200b",
        "~*~ 3 weeks later ~*~",
        "Глава 1",
        "R&R",
        "(",
        "[",
        "::",
        "- - -",
        "\u00a0",
        "I",
        "Note:",
    ]
)
TEXTS = (
    st.lists(LINES, min_size=1, max_size=30)
    .flatmap(lambda lines: st.sampled_from(["\n\n".join(lines), "\n".join(lines)]))
    .filter(lambda text: any(map(str.isalnum, text)))
)


def _clean(text: str, name: str = "story1.txt") -> Story:
    return clean(read(name, text.encode()))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_decisions_tile_the_blocks_and_blocks_with_removals_tile_the_source(text: str):
    story = _clean(text)
    position = 0
    for decision in story.decisions:
        assert decision.first == position <= decision.last
        assert decision.role in ROLES
        position = decision.last + 1
    assert position == len(story.manuscript.blocks)
    assert [item.first for item in story.boundaries] == sorted({item.first for item in story.boundaries})
    assert all(item.role in BOUNDARY_ROLES for item in story.boundaries)
    spans = sorted(
        [*(block.span for block in story.manuscript.blocks), *(item.span for item in story.manuscript.removed)]
    )
    ends = [0, *(span.stop for span in spans)]
    assert [span.start for span in spans] == ends[:-1]
    assert ends[-1] == len(story.manuscript.source.text)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_runs_tile_their_blocks(text: str):
    for block in _clean(text).manuscript.blocks:
        position = block.span.start
        for inline in block.inlines:
            assert inline.span.start == position
            position = inline.span.stop
        assert position == block.span.stop


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_cleaning_the_text_of_a_story_again_finds_only_story(text: str):
    """What was left as running text stays running text when it stands alone, but for what only its neighbours had held back."""
    story = _clean(FILLER[0] + "\n\n" + text + "\n\n" + FILLER[1])
    again = clean(replace(story.manuscript, findings=()))
    assert [(item.role, item.first, item.last) for item in again.decisions] == [
        (item.role, item.first, item.last) for item in story.decisions
    ]
    assert [block.text for block in again.manuscript.blocks] == [block.text for block in story.manuscript.blocks]


def test_a_long_story_without_ornament_is_nothing_but_story():
    story = _clean("\n\n".join(FILLER * 40))
    assert {decision.role for decision in story.decisions} == {"story"}
    assert not story.boundaries


def test_the_user_overrules_every_detector():
    text = "\n\n".join([*FILLER, "***", *FILLER])
    story = clean(
        read("a.txt", text.encode()), parse_sidecar('[[mark]]\nquote = "***"\nrole = "story"\n', "a.fic.toml")
    )
    assert {decision.role for decision in story.decisions} == {"story"}
    assert any(decision.by == "user" for decision in story.decisions)


def test_the_user_marks_what_no_detector_saw():
    text = "\n\n".join(FILLER)
    sidecar = '[[mark]]\nquote = "The keeper climbed"\nrole = "note"\nplace = "back"\n\n[[break]]\nbefore = "Beyond the wall"\n'
    story = clean(read("a.txt", text.encode()), parse_sidecar(sidecar, "a.fic.toml"))
    assert (story.decisions[0].role, story.decisions[0].place, story.decisions[0].by) == ("note", "back", "user")
    assert [(item.role, item.first, item.by) for item in story.boundaries] == [("pause", 2, "user")]


def test_each_decision_of_a_detector_gives_its_evidence():
    story = _clean("Chapter 1\n\n" + "\n\n".join(FILLER))
    heading = story.decisions[0]
    assert heading.detector in DETECTORS
    assert heading.evidence
    assert all(item.note for item in heading.evidence)
    assert 0.5 < heading.confidence <= 1


def test_a_doubtful_line_stays_story_and_is_listed_with_its_rival():
    story = _clean("\n\n".join([*FILLER, "The End", *FILLER * 5]))
    doubtful = [decision for decision in story.decisions if decision.review]
    assert [(item.role, item.rivals[0].role) for item in doubtful] == [("story", "end")]
    (told,) = [notice for notice in story.notices if notice.code == "in-doubt"]
    assert told.where == "The End"
    assert "“end”" in told.message


@pytest.mark.parametrize("text", ["***", "Up", "Title: The Long Road", "\N{BLACK HEART SUIT}"])
def test_a_text_of_one_line_is_cleaned_without_complaint(text: str):
    assert sum(decision.last - decision.first + 1 for decision in _clean(text).decisions) == 1


def test_the_same_text_gives_the_same_story():
    text = "Title: The Long Road\nFandom: A\n\n" + "\n\n".join(FILLER)
    assert _clean(text) == _clean(text)


def test_stacked_header_lines_of_a_page_are_taken_apart():
    page = "<p><b>Title:</b> The Long Road<br>by Jane Doe<br><b>Rating:</b> PG</p><p>" + "</p><p>".join(FILLER) + "</p>"
    story = clean(read("a.html", page.encode()))
    assert [decision.role for decision in story.decisions] == ["field", "author", "field", "story"]
    assert (story.metadata.title, story.metadata.authors, story.metadata.rating) == (
        "The Long Road",
        ("Jane Doe",),
        "Teen",
    )


def test_a_poem_keeps_its_lines():
    poem = "The road is long,\nThe night is cold,\nThe dog walks on\nAnd grows quite old."
    story = _clean("\n\n".join([*FILLER, poem, *FILLER]))
    texts = [block.text for block in story.manuscript.blocks if "The road is long" in block.text]
    assert texts
    assert all(isinstance(inline, Run) for block in story.manuscript.blocks for inline in block.inlines)


def test_a_book_a_part_and_a_chapter_one_below_the_other_are_no_table_of_contents():
    head = "BOOK ONE\n\nPart One: Salt\n\nChapter 1\n\n"
    text = head + "\n\n".join(f"{PROSE}\n\nChapter {number}\n\n{PROSE}" for number in range(2, 6))
    decisions = clean(read("x.txt", text.encode())).decisions
    assert [(item.role, item.first) for item in decisions[:3]] == [("part", 0), ("part", 1), ("heading", 2)]


PROSE = "Mara counted the boats, and there were eleven of them, which was right, and she went home in the rain. " * 4


ODD_LINES = (
    "\x1b", "\u200b", "- one", "Chapter 1", "I.", "4.1", "1. One", "The Lamp", "by marrow", "Title: X", "Author: Y", "A/N: hi", "Hi all,",
    "***", "...", "“Late,” she said.", "It was late, and the lamp was out, and nobody came.", "THE STORM", "Joined: 02 Feb 2005", "Posts: 4",
    "Share", "Wattpad", "1.2K", "#1", "©", "(", "[", "Monday", "© 1999 x", "From: a@b.c", "Subject: X (1/2)", "To: x@y.z", "The End", "* one",
    "> q", "|a|b|", "http://x.y", "Part 1/2", "Day 1", "May 3rd", "=", "А автор", "~", "--", "\xad\xad", "Author", "by", "Summary:",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(ODD_LINES), min_size=1, max_size=14).filter(lambda lines: set(lines) != {"\u200b"}),
    st.sampled_from(["\n", "\n\n"]),
)
def test_every_order_of_short_lines_is_read(lines: list[str], between: str):
    """Detectors look at what stands above and below a line; at an edge there is nothing, and some lines hold nothing that is seen.

    A file of nothing but zero-width spaces holds no text, and the reader says so.
    """
    story = clean(read("story.txt", between.join(lines).encode()))
    assert [index for item in story.decisions for index in range(item.first, item.last + 1)] == list(
        range(len(story.manuscript.blocks))
    )
