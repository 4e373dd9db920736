"""Chapters that vanish from a source: which are kept, where, and which are truly gone, renamed or rewritten."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fic2book.assembler import assemble
from fic2book.build import build, prepare
from fic2book.errors import SidecarError
from fic2book.ledger import prove_book
from fic2book.model import Job, Metadata, Run, SourceFile, Story
from fic2book.stories.additions import with_additions
from fic2book.stories.keeping import keep_vanished
from fic2book.stories.splicing import cut, joined
from tests.stories.serial import CHAPTERS, SETTINGS, source, text


def cleaned(words: str) -> Story:
    return prepare(source(words), SETTINGS)


def kept(new: str, *former: str) -> Story:
    return keep_vanished(cleaned(new), [cleaned(words) for words in former])


def order(story: Story) -> list[int]:
    whole = " ".join(block.text for block in story.manuscript.blocks)
    found = {n: whole.find(words[:30]) for n, words in CHAPTERS.items()}
    return sorted((n for n in found if found[n] >= 0), key=lambda n: found[n])


@pytest.mark.parametrize(
    "new",
    [
        text(1, 2, 3),
        text(1, 2, 3, 4),
        text(3, 1, 2),
        text(1, 2, 3).replace("Chapter 2", "Chapter 2: The Letter"),
        text(1, 2, 3).replace("Chapter 2\n\n", ""),
        text(1, 2, 3, chapter_2="A quite different chapter of much the same length stands here now. Its author wrote it anew "
             "from the first word on, and nobody misses the one before it, least of all its author."),
    ],
    ids=["the same", "grown", "moved", "renamed", "merged", "rewritten"],
)  # fmt: skip
def test_nothing_is_kept_of_a_story_that_lost_no_chapter(new: str) -> None:
    story = cleaned(new)
    assert keep_vanished(story, [cleaned(text(1, 2, 3))]) is story


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (text(1, 3), [1, 2, 3]),
        (text(2, 3), [1, 2, 3]),
        (text(1, 2), [1, 2, 3]),
        (text(1, 3, 4), [1, 2, 3, 4]),
        (text(1), [1, 2, 3]),
        (text(1, 2, 3, chapter_2="Removed by the author. There is nothing here."), [1, 2, 3]),
        (text(1, 3).replace("Chapter 3", "Chapter 2"), [1, 2, 3]),
    ],
    ids=["middle", "first", "last", "and grown", "all but one", "emptied", "renumbered"],
)
def test_a_vanished_chapter_is_kept_where_it_stood(new: str, expected: list[int]) -> None:
    story = kept(new, text(1, 2, 3))
    assert order(story) == expected
    emptied = {"in-doubt"} if "Removed by the author" in new else set()  # it may be a note
    assert {notice.code for notice in story.notices} == {"kept-chapter"} | emptied


def test_the_notice_names_the_chapter_and_the_way_to_let_it_go() -> None:
    (notice,) = kept(text(1, 3), text(1, 2, 3)).notices
    assert notice.where == "Chapter 2"
    assert 'vanished = "drop"' in notice.message


def test_a_chapter_is_kept_through_any_number_of_later_versions() -> None:
    story = kept(text(1, 4), text(1, 2), text(1, 3))
    assert order(story) == [1, 2, 3, 4]
    assert story.kept == (cleaned(text(1, 2)).manuscript.source.digest, cleaned(text(1, 3)).manuscript.source.digest)


def test_only_versions_that_still_give_a_chapter_are_told() -> None:
    story = kept(text(1, 3, 4), text(1, 2, 3), text(1, 3))
    assert story.kept == (cleaned(text(1, 2, 3)).manuscript.source.digest,)


def test_a_chapter_that_comes_back_is_printed_once() -> None:
    story = kept(text(1, 2, 3), text(1, 2), text(1, 3))
    assert story.kept == ()
    assert order(story) == [1, 2, 3]


def test_a_story_with_kept_chapters_is_proved_like_any_other() -> None:
    former = replace(source(text(1, 2, 3)))
    job = Job("lamps", (replace(source(text(1, 3)), former=(former,)),), SETTINGS)
    outcome = build(job)  # proves book and pages
    assert outcome.error is None
    assert len(outcome.kept) == 1
    dropped = build(replace(job, sources=(source(text(1, 3)),)))
    assert dropped.error is None
    assert dropped.files != outcome.files


def test_pieces_of_a_story_make_the_story_again() -> None:
    story = cleaned(text(1, 2, 3))
    pieces = cut(story)
    assert len(pieces) >= 3
    again = joined(pieces, story)
    assert [block.text for block in again.manuscript.blocks] == [block.text for block in story.manuscript.blocks]
    assert [item.role for item in again.decisions] == [item.role for item in story.decisions]
    assert [item.value for item in again.metadata.fields] == [item.value for item in story.metadata.fields]
    places = [
        (inline.span, inline.text)
        for block in again.manuscript.blocks
        for inline in block.inlines
        if isinstance(inline, Run)
    ]
    assert all(again.manuscript.source.text[span.start : span.stop].split() == text.split() for span, text in places)


def test_an_introduction_stands_before_its_story_as_a_note_and_is_proved() -> None:
    introduction = SourceFile("intro.txt", b"These lamps were lit in a hard winter.\n\nThe editor\n")
    item = replace(
        source(text(1, 2)), introduction=introduction, metadata=Metadata(title="Lamps, Lit", authors=("Ann",))
    )
    story = with_additions(prepare(item, SETTINGS), item, SETTINGS, prepare)
    book = assemble((story,), Job("lamps", (item,), SETTINGS))
    prove_book(book)
    assert (book.metadata.title, book.metadata.authors) == ("Lamps, Lit", ("Ann",))
    (note,) = book.parts[0].notes
    assert (note.label, note.place, note.blocks[0].text) == (
        "Introduction",
        "front",
        "These lamps were lit in a hard winter.",
    )
    assert build(Job("lamps", (item,), SETTINGS)).error is None


def test_a_ruling_on_a_vanished_chapter_still_holds_in_it_and_is_no_error_in_the_new_text() -> None:
    sidecar = '[[mark]]\nquote = "the harbour master wrote"\nrole = "note"\n'
    item = replace(source(text(1, 3)), sidecar=sidecar, sidecar_name="lamps.fic.toml", former=(source(text(1, 2, 3)),))
    story = with_additions(prepare(item, SETTINGS), item, SETTINGS, prepare)
    noted = [decision for decision in story.decisions if decision.by == "user"]
    assert [story.manuscript.blocks[decision.first].text[:22] for decision in noted] == ["In the second week the"]


def test_a_ruling_whose_words_no_version_holds_is_an_error_as_ever() -> None:
    sidecar = '[[mark]]\nquote = "the mayor wrote"\nrole = "note"\n'
    item = replace(source(text(1, 3)), sidecar=sidecar, sidecar_name="lamps.fic.toml", former=(source(text(1, 2, 3)),))
    with pytest.raises(SidecarError, match="mayor"):
        prepare(item, SETTINGS)
