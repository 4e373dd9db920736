"""Files that are parts of one story, told from stories that only share a shelf."""

from __future__ import annotations

from fic2book.cleaner import clean
from fic2book.cleaner.serial import join_serials
from fic2book.model import Story
from fic2book.readers import read
from tests.cleaner.cases import FILLER

TEXT = "\n\n".join(FILLER)


def _story(name: str, head: str) -> Story:
    return clean(read(name, f"{head}\n\n{TEXT}".encode()))


def _names(groups: tuple[tuple[Story, ...], ...]) -> list[list[str]]:
    return [[story.manuscript.source.name for story in group] for group in groups]


def test_stories_of_different_titles_stay_apart():
    stories = [_story("a.txt", "Lamps\nby Jane Doe"), _story("b.txt", "Roads\nby Jane Doe")]
    groups, notices = join_serials(stories)
    assert _names(groups) == [["a.txt"], ["b.txt"]]
    assert not notices


def test_the_same_title_by_two_authors_is_two_stories():
    stories = [_story("a.txt", "Lamps (1/2)\nby Jane Doe"), _story("b.txt", "Lamps (2/2)\nby John Roe")]
    assert _names(join_serials(stories)[0]) == [["a.txt"], ["b.txt"]]


def test_two_files_of_one_part_are_not_joined_and_the_user_is_told():
    stories = [_story("a.txt", "Lamps (1/2)\nby Jane Doe"), _story("b.txt", "Lamps (1/2)\nby Jane Doe")]
    groups, notices = join_serials(stories)
    assert _names(groups) == [["a.txt"], ["b.txt"]]
    assert [notice.code for notice in notices] == ["doubled-part"]


def test_untitled_files_without_a_number_stay_apart():
    assert _names(join_serials([_story("a.txt", ""), _story("b.txt", "")])[0]) == [["a.txt"], ["b.txt"]]


def test_parts_come_in_their_order_where_the_first_of_them_stood():
    stories = [
        _story("b.txt", "Lamps (2/2)\nby Jane Doe"),
        _story("c.txt", "Roads\nby Jane Doe"),
        _story("a.txt", "Lamps (1/2)\nby Jane Doe"),
    ]
    groups, notices = join_serials(stories)
    assert _names(groups) == [["a.txt", "b.txt"], ["c.txt"]]
    assert not notices


def test_a_missing_part_is_named():
    stories = [_story("a.txt", "Lamps (1/3)\nby Jane Doe"), _story("c.txt", "Lamps (3/3)\nby Jane Doe")]
    groups, notices = join_serials(stories)
    assert _names(groups) == [["a.txt", "c.txt"]]
    assert [(notice.code, "part 2 missing" in notice.message) for notice in notices] == [("missing-part", True)]


def test_chapters_in_files_of_one_name_belong_together():
    stories = [_story("lamps-2.txt", "Chapter 2"), _story("lamps-1.txt", "Chapter 1")]
    assert _names(join_serials(stories)[0]) == [["lamps-1.txt", "lamps-2.txt"]]
