"""Pages: a book as semantic XHTML, the same for every exporter. The markup is described in docs/epub-markup.md."""

from __future__ import annotations

from collections.abc import Iterator

from fic2book.model import Book, Page, Part, Settings
from fic2book.render.about import about_pages
from fic2book.render.chapters import chapter_pages
from fic2book.render.edition import Edition, Place, language_tag, open_edition, speaking
from fic2book.render.matter import colophon_page, division_page, foreword_page, part_page, title_page
from fic2book.render.notes import notes_pages
from fic2book.render.words import field_words, story_words

__all__ = ["field_words", "render", "story_words"]


def render(book: Book, settings: Settings) -> tuple[Page, ...]:
    """The pages of `book` in reading order: title, foreword, the stories (below the parts of an anthology that has them), colophon.

    Each body is one ``<section>`` (or several pages of one chapter, when it is very long) whose ``id`` is the page's name without
    suffix. All identifiers are unique in the book. Raises `ProofError` for a character that XML cannot hold.
    """
    return tuple(_pages(open_edition(book, settings)))


def _pages(edition: Edition) -> Iterator[Page]:
    yield title_page(edition)
    yield from foreword_page(edition)
    divisions = 0
    for index, part in enumerate(edition.book.parts):
        if part.metadata.division and edition.book.anthology:
            divisions += 1
            yield division_page(edition, part.metadata.division, divisions)
        yield from _story_pages(edition, part, index, divided=divisions > 0)
    yield colophon_page(edition, _licences(edition.settings))


def _story_pages(edition: Edition, part: Part, index: int, *, divided: bool) -> Iterator[Page]:
    language = language_tag(part.metadata.language) if edition.book.anthology else edition.language
    if language in {"und", edition.language}:
        language = ""
    edition = speaking(edition, language or edition.language)
    if edition.book.anthology:
        place = Place(part, index, language, f"story-{index + 1:02d}-", 3 if divided else 2)
        yield part_page(edition, place)
    else:
        place = Place(part, index, language)
    yield from about_pages(edition, place)
    yield from chapter_pages(edition, place)
    yield from notes_pages(edition, place)


def _licences(settings: Settings) -> tuple[str, ...]:
    if settings.fonts == "none":
        return ()
    from fic2book.embedding import font_licences
    from fic2book.styles import load_style

    return font_licences(load_style(settings.style), settings)
