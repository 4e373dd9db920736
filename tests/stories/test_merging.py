"""Files of a serial become one story in which every character is still accounted for."""

from __future__ import annotations

from dataclasses import replace

from fic2book.assembler import assemble
from fic2book.ledger import prove_book
from fic2book.model import Book, Chapter, Field, Job, Span, Story
from fic2book.stories.merging import merge_stories
from tests.manuscripts import story


def merged(*stories: Story) -> Book:
    book = assemble([merge_stories(stories)], Job("job", ()))
    prove_book(book)
    return book


def texts(chapter: Chapter) -> list[str]:
    return [block.text for scene in chapter.scenes for block in scene.blocks]


def test_one_file_alone_is_returned_as_it_is() -> None:
    alone = story("One.")
    assert merge_stories([alone]) is alone


def test_files_follow_each_other_and_nothing_is_lost() -> None:
    (chapter,) = merged(story("One.\n\nTwo."), story("Three.\n"), story("\nFour.")).parts[0].chapters
    assert texts(chapter) == ["One.", "Two.", "Three.", "Four."]


def test_a_disclaimer_that_each_file_repeats_is_printed_once() -> None:
    part = merged(story("Not mine.\nOne.", "disclaimer"), story("Not mine.\nTwo.", "disclaimer")).parts[0]
    notes = [*part.notes, *(note for chapter in part.chapters for note in chapter.notes)]
    assert [note.blocks[0].text for note in notes] == ["Not mine."]


def test_a_note_that_is_new_in_a_later_file_is_kept() -> None:
    part = merged(story("Hello.\nOne.", "note"), story("Hello again.\nTwo.", "note")).parts[0]
    notes = [*part.notes, *(note for chapter in part.chapters for note in chapter.notes)]
    assert [note.blocks[0].text for note in notes] == ["Hello.", "Hello again."]


def test_a_file_without_a_heading_is_headed_by_its_title_line() -> None:
    first, second = merged(story("Lamps (1/2)\nOne.", "title"), story("Lamps (2/2)\nTwo.", "title")).parts[0].chapters
    assert (first.title, second.title) == ("", "Lamps (2/2)")
    assert texts(second) == ["Two."]


def test_a_file_with_headings_needs_no_other() -> None:
    chapters = merged(story("One."), story("Lamps\nChapter 2\nTwo.", "title", "heading")).parts[0].chapters
    assert [chapter.title for chapter in chapters] == ["", "Chapter 2"]


def test_header_fields_stand_once_and_later_ones_are_added() -> None:
    def with_fields(text: str, *fields: Field) -> Story:
        plain = story(text, *("field" for _ in fields))
        decisions = tuple(
            replace(item, fields=(fields[item.first],)) if item.role == "field" else item for item in plain.decisions
        )
        return replace(plain, decisions=decisions, metadata=replace(plain.metadata, fields=fields))

    rating = Field("rating", "T", Span(0, 9), "Rating")
    words = Field("words", "9", Span(10, 18), "Words")
    book = merged(with_fields("Rating: T\nOne.", rating), with_fields("Rating: T\nWords: 9\nTwo.", rating, words))
    assert [item.name for item in book.parts[0].metadata.fields] == ["rating", "words"]
