"""What is said to have changed between two versions of a story."""

from __future__ import annotations

import pytest

from fic2book.build import build
from fic2book.errors import SourceError
from fic2book.model import Job, SourceFile
from fic2book.stories.comparing import Text, compare, read_version
from tests.stories.serial import CHAPTERS, SETTINGS, source, text


def told(old: str, new: str) -> list[tuple[str, str]]:
    changes = compare(read_version(source(old)), read_version(source(new)))
    return [
        (
            change.status + (" moved" if change.moved else "") + (" renamed" if change.renamed else ""),
            (change.new or change.old or Text("", ())).title,
        )
        for change in changes
    ]


def test_a_zip_that_is_no_book_of_ours_is_refused() -> None:
    data = b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/epub+zip"
    with pytest.raises(SourceError, match="not an EPUB that fic2book made"):
        read_version(SourceFile("x.epub", data))


def test_the_same_words_in_other_quotes_and_spaces_are_the_same() -> None:
    old = text(1, 2).replace("it again,", '"it again"')
    assert {status for status, _ in told(old, old.replace('"it again"', "“it  again”"))} == {"same"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ((1, 2), (1, 2, 3), ["same", "same", "new"]),
        ((1, 2, 3), (1, 3), ["same", "gone", "same"]),
        ((1, 2, 3), (3, 1, 2), ["same moved", "same", "same"]),
    ],
)
def test_chapters_come_go_and_move(old: tuple[int, ...], new: tuple[int, ...], expected: list[str]) -> None:
    assert [status for status, _ in told(text(*old), text(*new))] == expected


def test_a_chapter_that_got_another_name_is_the_same_chapter() -> None:
    assert told(text(1, 2), text(1, 2).replace("Chapter 2", "Chapter 2: The Letter"))[1] == (
        "same renamed",
        "Chapter 2: The Letter",
    )


def test_words_are_counted_and_paragraphs_shown() -> None:
    new = text(1, 2, chapter_2=CHAPTERS[2].replace("red ink", "very blue ink"))
    change = compare(read_version(source(text(1, 2))), read_version(source(new)))[1]
    assert (change.status, change.added, change.removed) == ("changed", 2, 1)
    assert [line[0] for line in change.lines] == ["-", "+"]


def test_a_book_of_ours_says_the_same_as_the_source_it_was_made_of() -> None:
    words = text(1, 2, 3) + "\n* * *\n\nAnd one more scene, after a break, with a letter in it.\n\nThe End\n"
    outcome = build(Job("lamps", (source(words),), SETTINGS))
    changes = compare(read_version(source(words)), read_version(SourceFile("lamps.epub", outcome.files[0].data)))
    assert [change.status for change in changes] == ["same", "same", "same"]
