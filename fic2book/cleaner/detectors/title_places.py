"""Whether one of the first lines stands where titles stand: above a byline or a header, named by the page or the way to it, amid no menu."""

from __future__ import annotations

from collections.abc import Iterator

from fic2book.cleaner.detectors.author_names import names_user
from fic2book.cleaner.detectors.authors import byline_of, plain_by
from fic2book.cleaner.detectors.bylines import ALONE, is_reporter
from fic2book.cleaner.detectors.chrome_lines import read_furniture
from fic2book.cleaner.detectors.chrome_reading import read_line
from fic2book.cleaner.detectors.labels import field_name
from fic2book.cleaner.detectors.page_title import LETTERS, page_names
from fic2book.cleaner.detectors.posters import says_poster
from fic2book.cleaner.detectors.title_lines import letters, read_part, read_title, same
from fic2book.cleaner.document import Document
from fic2book.cleaner.words import ABOVE_CHAPTERS, HEADING_WORDS
from fic2book.lazy import lazy

LONGEST = 120
"""Characters of a title line with its byline and part."""

OF_SITE = 1.6
"""Odds from which on the line above reads like a site's, so that the one below it is no subtitle."""

NEAR = 4
"""Blocks of the story's place within which a title is one; further in, it is a chapter's."""


def title_places(document: Document, index: int, labelled: str, *, first: bool) -> Iterator[str]:
    """The names of the reasons that lie in where a line stands; `labelled` is what a field says the title is."""
    named = list(_named(document, index))
    second = not first and not named and _is_subtitle(document, index)
    yield "title.first-line" if first else "title.subtitle" if second else "title.later-line"
    yield from named
    if _amid_menu(document, index):
        yield "title.amid-menu"
    if _goes_on_from_prose(document, index):
        yield "title.glued"
    if _in_trail(document, index):
        yield "title.in-trail"
    if first and not labelled and _untitled_header(document, index):
        yield "title.untitled-header"
    follows = _header_follows(document, index)
    if follows:
        yield "title.before-header" if follows == 1 else "title.header-near"
    at = index + 1
    if _heads_a_document(document, at):
        yield "title.of-document"
    if at + 1 < len(document.blocks) and is_volume(document.bare(at)) and not is_volume(document.bare(index)):
        at += 1  # the book of a series stands between a title and its byline
    if at >= len(document.blocks):
        return
    below = document.bare(at)
    if byline_of(document, at) or below.casefold().rstrip(":") in ALONE or (first and plain_by(below)):
        yield "title.byline"
    elif says_poster(document.texts[at]):
        yield "title.posted-below"


def _named(document: Document, index: int) -> Iterator[str]:
    """What the page itself says of a line: in its own title, by the names of its parts, by the level of its headings."""
    if names_page(document, index):
        yield "title.same-as-page"
    if document.page.calls(index, "title") and index < document.page.first + NEAR:
        yield "title.named"


def _amid_menu(document: Document, index: int) -> bool:
    """Whether lines of a site stand right above and right below, as they do around the site's own name."""
    chrome = document.covered("chrome", least=0.0)
    return index - 1 in chrome and {index + 1, index + 2} <= chrome


def _heads_a_document(document: Document, below: int) -> bool:
    """Whether a report, or the byline of a newspaper, begins in block `below`."""
    if _lists(document.texts[below - 1]) and below < len(document.blocks) and _lists(document.texts[below]):
        return True
    shown = document.telling.get(below)
    if shown == "zone.report" or (shown == "zone.message" and document.bare(below - 1).isupper()):
        return True
    near = range(below, min(below + REPORTER_WITHIN, len(document.blocks)))
    return any(document.words[at] <= 10 and is_reporter(document.bare(at)) for at in near)


def _lists(text: str) -> bool:
    """Whether a line has a label that no header has."""
    label, colon, value = text[:80].partition(": ")
    return bool(colon and value) and label.count(" ") < 2 and label[:1].isalpha() and not field_name(label)


REPORTER_WITHIN = 3
"""Lines below a headline, or below a newspaper's name, within which its writer is named."""


def _goes_on_from_prose(document: Document, index: int) -> bool:
    """Whether no blank line parts a line from a paragraph above it, in a text whose paragraphs stand apart."""
    above = document.texts[index - 1] if index else ""
    header = document.covered("field", "chrome", "date", "heading", least=0.0)
    return document.rhythm > 0 and document.blocks[index].blanks == 0 and len(above) > 40 and index - 1 not in header


def _in_trail(document: Document, index: int) -> bool:
    """Whether a line above names this one among other things: "Books / Salt / Chapter 1" above "Salt"."""
    known = letters(document.bare(index))
    trails = (document.texts[at] for at in range(max(0, index - 10), index) if len(document.texts[at]) <= LONGEST)
    return len(known) >= LETTERS and any(
        known in map(letters, pieces) or letters(text).endswith(known)
        for text in trails
        if len(pieces := _PIECES.split(text)) > 1
    )


def names_page(document: Document, index: int) -> bool:
    """Whether the page's own title, in its markup, is this line."""
    names = list(page_names(document))
    line = read_title(document.bare(index)).title if names else ""
    return any(same(line, name) for name in names)


_PIECES = lazy(r"\s+[/>|»›❯–—-]+\s+|[.:,]\s+")


def _header_follows(document: Document, index: int) -> int:
    """How many lines below a header or a byline begins, 0 where none does within three."""
    following = range(index + 1, min(index + 4, len(document.blocks)))
    aside = document.covered("field", "date", "heading", "chrome", least=0.0)
    header = (i for i in following if (i in aside and not names_page(document, i)) or _of_the_head(document, i))
    return next((i - index for i in header), 0)


def _of_the_head(document: Document, index: int) -> bool:
    """Whether a line is a byline, or has a label whose value is found later: a disclaimer's, a note's."""
    label, colon, _ = document.texts[index][:40].partition(":")
    return bool(colon and field_name(label) in ("disclaimer", "notes")) or (
        document.words[index] <= 25 and bool(byline_of(document, index))
    )


def _untitled_header(document: Document, index: int) -> bool:
    """Whether a header that names everything but the title begins right below."""
    fields = document.covered("field", least=0.5)
    return index + 1 in fields and index + 2 in fields and not document.field_named("title")


def _is_subtitle(document: Document, index: int) -> bool:
    """Whether a line goes with the one above it: the second of the text, or written like a subtitle."""
    text = document.texts[index]
    second = index == 1 and not document.covered("field", "date", "chrome", least=0.0) & {0}
    second = second and bool(document.texts[0]) and not is_volume(document.bare(0))
    second = second and not read_furniture(document.texts[0])[0] and not names_user(document.texts[0])
    second = second and read_line(document.texts[0]).odds < OF_SITE
    return second or text[0] == "(" or text[0].islower() or text.casefold().split()[0].strip(",:") in _OR


_OR = frozenset("or oder ou o или".split())
_SERIES = frozenset("series serie cycle verse universe saga trilogy chronicles reihe zyklus цикл серия série".split())


def is_volume(text: str) -> bool:
    """Whether a line says which book of a series this is: "Book Two of the Harbour Cycle"."""
    words = text.casefold().replace(",", " ").replace(":", " ").split()
    counted = (
        len(words) >= 2 and HEADING_WORDS.get(words[0], "") in ABOVE_CHAPTERS and bool(read_part(f"part {words[1]}"))
    )
    return counted or (
        bool(words) and (words[-1] in _SERIES or (not _SERIES.isdisjoint(words) and words[-1][0] in "#0123456789"))
    )
