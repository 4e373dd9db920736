"""Chapters, scenes and notes stand where the decisions and the policy put them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from fic2book.assembler import assemble, assemble_part
from fic2book.ledger import prove_book
from fic2book.model import CONTINUED, Book, Chapter, Decision, Field, Job, Metadata, Part, Settings, Span, Story
from tests.manuscripts import story


def part(text: str, *roles: str, settings: Settings | None = None, **more: object) -> Part:
    return assemble_part(story(text, *roles, **more), settings or Settings())  # type: ignore[arg-type]


def book(*stories: Story, **metadata: str) -> Book:
    made = assemble(stories, Job("job", (), metadata=Metadata(**metadata)))  # type: ignore[arg-type]
    prove_book(made)
    return made


def scene_texts(chapter: Chapter) -> list[list[str]]:
    return [[block.text for block in scene.blocks] for scene in chapter.scenes]


def test_a_text_without_headings_is_one_chapter_without_a_heading() -> None:
    (chapter,) = part("One.\nTwo.").chapters
    assert chapter.heading == ()
    assert scene_texts(chapter) == [["One.", "Two."]]


def test_marks_at_the_edges_of_a_chapter_part_nothing() -> None:
    (chapter,) = part("***\nOne.\n***", "break", "story", "break").chapters
    assert [scene.opening for scene in chapter.scenes] == [None]


def test_a_break_parts_scenes_and_keeps_its_mark_and_strength() -> None:
    (chapter,) = part("One.\n*\nTwo.", "story", "break=soft").chapters
    assert scene_texts(chapter) == [["One."], ["Two."]]
    opening = chapter.scenes[1].opening
    assert opening is not None
    assert (opening.strength, opening.text) == ("soft", "*")


def test_the_stronger_of_two_marks_in_a_row_wins() -> None:
    (chapter,) = part("One.\n***\n*\nTwo.", "story", "break=hard", "break=soft").chapters
    opening = chapter.scenes[1].opening
    assert opening is not None
    assert opening.strength == "hard"


def test_a_pause_parts_scenes_without_a_mark() -> None:
    (chapter,) = part("One.\nTwo.", boundaries=(Decision("pause", 1, 1, by="user", value="soft"),)).chapters
    opening = chapter.scenes[1].opening
    assert opening is not None
    assert (opening.strength, opening.text, opening.by) == ("soft", "", "user")


def test_a_gap_inserts_nothing() -> None:
    (chapter,) = part("One.\nTwo.", boundaries=(Decision("gap", 1, 1),)).chapters
    assert scene_texts(chapter) == [["One.", "Two."]]


def test_a_caption_opens_the_scene_that_follows() -> None:
    (chapter,) = part("One.\n***\nThree weeks later\nTwo.", "story", "break=hard", "caption").chapters
    assert [block.text for block in chapter.scenes[1].caption] == ["Three weeks later"]


def test_a_caption_that_nothing_follows_stays_as_text() -> None:
    (chapter,) = part("One.\nLater", "story", "caption").chapters
    assert "Later" in [block.text for scene in chapter.scenes for block in scene.blocks]


def test_an_end_mark_that_text_follows_stays_in_its_place() -> None:
    (chapter,) = part("One.\nThe End\nTwo.", "story", "end").chapters
    assert scene_texts(chapter) == [["One.", "The End", "Two."]]
    (closed,) = part("One.\nThe End", "story", "end").chapters
    assert [block.text for block in closed.ending] == ["The End"]


def test_parts_hold_the_chapters_that_follow_them() -> None:
    text = "Prologue\nZero.\nBook One\nChapter 1\nOne.\nBook Two\nChapter 2\nTwo."
    tree = part(
        text, "heading=prologue", "story", "part=book", "heading=chapter", "story", "part=book", "heading"
    ).chapters
    assert [chapter.title for chapter in tree] == ["Prologue", "Book One", "Book Two"]
    assert [chapter.title for chapter in tree[2].chapters] == ["Chapter 2"]


def test_books_hold_the_parts_that_follow_them_and_parts_their_acts() -> None:
    text = "Book One\nPart One\nChapter 1\nOne.\nPart Two\nAct I\nChapter 2\nTwo.\nBook Two\nChapter 3\nThree."
    roles = (
        "part=book",
        "part=part",
        "heading",
        "story",
        "part=part",
        "part=act",
        "heading",
        "story",
        "part=book",
        "heading",
        "story",
    )
    tree = part(text, *roles).chapters
    assert titles(tree) == [
        ("Book One", [("Part One", [("Chapter 1", [])]), ("Part Two", [("Act I", [("Chapter 2", [])])])]),
        ("Book Two", [("Chapter 3", [])]),
    ]  # fmt: skip


def titles(chapters: Sequence[Chapter]) -> list[tuple[str, list[Any]]]:
    return [(chapter.title, titles(chapter.chapters)) for chapter in chapters]


def test_notes_stand_at_the_front_at_chapter_edges_and_at_the_back() -> None:
    text = "Hi!\nChapter 1\nBefore\nOne.\nAfter\nChapter 2\nTwo.\nBye!"
    made = part(text, "note", "heading", "note", "story", "note", "heading", "story", "note")
    assert [(note.place, note.blocks[0].text) for note in made.notes] == [("front", "Hi!"), ("back", "Bye!")]
    assert [(note.place, note.blocks[0].text) for note in made.chapters[0].notes] == [
        ("before", "Before"),
        ("after", "After"),
    ]


def test_a_note_that_a_program_wrapped_is_one_note() -> None:
    plain = story("Not mine, says the\nlawyer.\nOnce.", "disclaimer", "disclaimer")
    first, second, *rest = plain.decisions
    wrapped = replace(plain, decisions=(replace(first, value=""), replace(second, value=CONTINUED), *rest))
    (made,) = assemble_part(wrapped, Settings()).notes
    assert [block.text for block in made.blocks] == ["Not mine, says the", "lawyer."]


def test_more_of_a_note_that_is_not_there_is_a_note_without_a_label() -> None:
    plain = story("lawyer.\nOnce.", "disclaimer")
    alone = replace(plain, decisions=(replace(plain.decisions[0], value=CONTINUED), *plain.decisions[1:]))
    assert [made.label for made in assemble_part(alone, Settings()).notes] == [""]


def test_the_policy_moves_or_omits_notes_and_loses_none() -> None:
    text = "One.\nA/N: hello\nTwo."
    omitted = part(text, "story", "note", settings=Settings(notes="omit"))
    assert "note" in [item.why for item in omitted.removed]
    back = part(text, "story", "note", settings=Settings(notes="back"))
    assert [note.place for note in back.notes] == ["back"]


def test_the_user_may_keep_a_note_where_it_stands() -> None:
    plain = story("One.\nA/N: hello\nTwo.", "story", "note")
    kept = replace(plain, decisions=tuple(replace(d, place="keep") if d.role == "note" else d for d in plain.decisions))
    (chapter,) = assemble_part(kept, Settings()).chapters
    assert scene_texts(chapter) == [["One.", "A/N: hello", "Two."]]


def test_words_of_a_header_line_that_no_field_holds_are_kept_as_a_note() -> None:
    plain = story("Rating: Teen, thanks Jo\nOne.", "field")
    fields = (Field("rating", "Teen", Span(0, 12), "Rating"),)
    made = assemble_part(
        replace(plain, decisions=(replace(plain.decisions[0], fields=fields), plain.decisions[1])), Settings()
    )
    assert [note.blocks[0].text for note in made.notes] == ["Rating: Teen, thanks Jo"]


def test_furniture_of_a_site_is_left_out_or_put_in_the_appendix() -> None:
    assert part("One.\nPrevious post", "story", "chrome").notes == ()
    (note,) = part("One.\nPrevious post", "story", "chrome", settings=Settings(chrome="appendix")).notes
    assert note.place == "appendix"


def test_the_book_of_a_story_without_a_title_is_untitled_and_never_invented() -> None:
    assert book(story("One.")).metadata.title == "Untitled"
    assert book(story("One.", title="Lamp")).metadata.title == "Lamp"
    assert book(story("One.", title="Lamp"), title="Mine").metadata.title == "Mine"


def test_an_anthology_gathers_authors_once_and_takes_the_language_of_most_words() -> None:
    one = replace(story("One."), metadata=Metadata(title="A", authors=("Ann", "Bo"), language="fr"))
    two = replace(story("Two, three, four."), metadata=Metadata(title="B", authors=("Bo",), language="en"))
    made = book(one, two, title="Both")
    assert made.metadata.authors == ("Ann", "Bo")
    assert made.metadata.language == "en"
    assert made.anthology


def test_a_story_that_grows_keeps_its_identifier_and_another_does_not_share_it() -> None:
    assert book(story("One.")).identifier == book(story("One.\nTwo.")).identifier
    assert book(story("One.")).identifier != book(story("Other.")).identifier


def test_metadata_hold_nothing_that_an_epub_cannot() -> None:
    found = replace(story("One."), metadata=Metadata(title="The\x01 Lamp\ufffe", authors=("A.\x00", "\x1b")))
    made = assemble([found], Job("job", (), metadata=Metadata(summary="Salt\ud800 and\nrain\x85")))
    assert (made.metadata.title, made.metadata.authors, made.metadata.summary) == (
        "The Lamp",
        ("A.",),
        "Salt and\nrain",
    )
    assert made.parts[0].metadata == made.metadata
