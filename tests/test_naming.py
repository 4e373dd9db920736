"""A story without a title is untitled, and told from others by its first words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fic2book.build import cover_request
from fic2book.model import Book, Job, Metadata, Settings
from fic2book.naming import first_words, is_untitled, shown_subtitle, shown_title
from fic2book.render import render
from tests.press_books import anthology, paragraph, simple


def untitled(*lines: str) -> Book:
    return simple(*lines, title="Untitled")


@pytest.mark.parametrize("lines", [(), ("* * *",), ("—",)])
def test_a_story_without_words_has_no_first_words(lines: tuple[str, ...]) -> None:
    book = untitled(*lines)
    assert first_words(book.parts[0]) == ""
    assert shown_title(book, "Sans titre") == "Sans titre"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("It had rained, as it always did in the week of the fair.", "It had rained…"),
        ("Nobody who lived above the third lock of the canal slept.", "Nobody who lived above the third lock…"),
        ("The ferry was late again that night in the fog.", "The ferry was late again that night…"),
        ("“Who goes there?” called the keeper.", "Who goes there?"),
        ("“Good,” said the keeper. “You will want it lit.”", "“Good,” said the keeper…"),
        ("Run!", "Run!"),
        ("灯台には誰もいない。海だけがあった。", "灯台には誰もいない…"),
        ("היה היה לילה חשוך", "היה היה לילה חשוך…"),
    ],
)
def test_first_words_end_with_a_clause_or_before_a_small_word(line: str, name: str) -> None:
    assert first_words(untitled(line).parts[0]) == name


def test_a_title_is_never_replaced() -> None:
    book = simple("It had rained.", title="Low Water")
    assert not is_untitled(book)
    assert shown_title(book) == "Low Water"


def test_title_page_and_cover_show_the_first_words_below_the_title_that_nobody_gave() -> None:
    book = untitled("It had rained, as it always did.")
    title = render(book, Settings())[0]
    assert title.title == "Untitled"
    assert "It had rained…" in title.body
    cover = cover_request(book, Job("x", ()))
    assert (cover.title, cover.subtitle) == ("Untitled", "It had rained…")
    assert book.metadata.title == "Untitled"


def test_a_subtitle_is_never_replaced() -> None:
    book = untitled("It had rained.")
    assert shown_subtitle(replace(book, metadata=replace(book.metadata, subtitle="A Tale"))) == "A Tale"
    assert shown_subtitle(simple("It had rained.", title="Low Water")) == ""


def test_a_book_of_several_stories_is_known_by_their_names() -> None:
    book = anthology(5, 30)
    nameless = replace(book, metadata=replace(book.metadata, title="Untitled"))
    assert shown_subtitle(nameless).split(" · ") == [*(part.metadata.title for part in book.parts[:3]), "…"]


def test_an_untitled_story_among_others_is_known_by_its_first_words_in_the_contents() -> None:
    book = anthology(2, 60)
    nameless = replace(book.parts[1], metadata=Metadata(title="", language="en"))
    pages = render(replace(book, parts=(book.parts[0], nameless)), Settings())
    named = [page.title for page in pages if page.role == "part"]
    assert named[0] == book.parts[0].metadata.title
    assert named[1].endswith(("…", "?", "!"))
    assert paragraph(named[1].rstrip("…")).text.split()[0] in nameless.chapters[0].scenes[0].blocks[0].text
