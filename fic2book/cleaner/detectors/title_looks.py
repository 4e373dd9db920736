"""Whether one of the first lines is the title: what it says, how it is written, and what stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fic2book.cleaner.detectors.authors import absent, byline_of, is_handle, is_person, names_user, plain_by
from fic2book.cleaner.detectors.bylines import ALONE, is_name, is_reporter
from fic2book.cleaner.detectors.caption_kinds import caption_kind
from fic2book.cleaner.detectors.chrome_lines import read_furniture
from fic2book.cleaner.detectors.dates import iso_date
from fic2book.cleaner.detectors.labels import field_name
from fic2book.cleaner.detectors.posters import says_poster
from fic2book.cleaner.detectors.title_lines import TitleLine, letters, read_part, read_title, same, says_kind
from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import OPENING_QUOTES, pattern
from fic2book.cleaner.words import ABOVE_CHAPTERS, HEADING_WORDS
from fic2book.lazy import lazy
from fic2book.model import Field, Finding

LONGEST = 120
"""Characters of a title line with its byline and part."""

PARTED = pattern(
    "title.parted",
    r"(?P<title>\S.{1,70}?)\s(?P<sign>//|\||/|[-–—~]{1,2})\s(?P<author>[\w.'’-]{2,25}(?:\s[\w.'’-]{1,25}){0,2})",
    match="The Long Road // Jane Doe",
    miss="The Long Road",
)
"""A title and its author with a sign between; only above a header, or where the second half is written like a name."""


def read_candidate(document: Document, index: int, labelled: str, author: str, *, first: bool) -> Finding | None:
    """A finding of role "title" for one of the first lines; `labelled` is what a field says the title is, `author` who is known to be."""
    text, raw = document.bare(index), document.texts[index]
    if not _may_be(document, index, text) or (author and same(text, author)):
        return None
    if document.claimed_heading(index) and not labelled and not _heads_the_story(document, index):
        return None
    read = read_title(text)
    if not read.author and first and not labelled:
        read = _parted(document, index, read)
    elif read.author and _signed_below(document, index, read.author):
        read = TitleLine(text)  # "Die Lampe von Sarn" with its byline on the next line
    looks = list(_look(document, index, read, raw))
    if labelled:
        read = _labelled(read, text, labelled)
        if not read.title:
            return None
    place = list(_place(document, index, labelled, first=first))
    if not CERTAIN.isdisjoint(place):
        looks = [reason for reason in looks if reason != "title.caption"]
    counts = "title.caption" not in looks  # "Selin, 4 March 1893": a day is no part
    reasons = [*(reason for reason in read.reasons if counts or reason != "title.counted"), *looks, *place]
    if labelled:
        reasons.append("title.same-as-field")
    if same(read.title, (document.manuscript.source.name.rpartition(".")[0] or document.manuscript.source.name)):
        reasons.append("title.same-as-file")
    if not (first or read.reasons or labelled or document.stands_out(index) or SUPPORT & set(reasons)):
        return None
    span = document.blocks[index].span
    extras = [("author", read.author), ("part", read.part), ("fandom", read.fandom)]
    fields = [Field(name, value, span) for name, value in extras if value]
    return document.propose("title", index, index, reasons, value=read.title, fields=fields)


def _signed_below(document: Document, index: int, author: str) -> bool:
    """Whether the next line is the byline of somebody else."""
    name = byline_of(document, index + 1) if index + 1 < len(document.blocks) else ""
    return bool(name) and not same(name, author)


CERTAIN = frozenset(
    {
        "title.byline",
        "title.posted-below",
        "title.same-as-file",
        "title.same-as-page",
        "title.in-trail",
        "title.same-as-field",
    }
)
"""Reasons that make a line the title whatever stands above it."""

SUPPORT = frozenset(
    {
        "title.byline",
        "title.posted-below",
        "title.same-as-file",
        "title.same-as-page",
        "title.before-header",
        "title.header-near",
        "title.in-trail",
    }
)


def _may_be(document: Document, index: int, text: str) -> bool:
    return (
        0 < len(text) <= LONGEST
        and index not in document.telling
        and any(map(str.isalpha, text))
        and not (document.texts[index][0] == "#" and document.texts[index][1:2].isdigit())
        and document.blocks[index].kind not in ("item", "table", "verse")
        and not byline_of(document, index)
        and field_name(text.partition(":")[0]) in ("", "title")
        and not says_kind(text)
        and not iso_date(text)
        and not iso_date(text.rpartition(", ")[2] if text.count(", ") == 1 else "")
    )


def _heads_the_story(document: Document, index: int) -> bool:
    """Whether a line that reads like a heading ("Salt: Part Two") names the story of which this text is a part."""
    read = read_title(document.bare(index))
    heads = [item for item in document.claimed("heading", "part") if item.weight > 0]
    return bool(read.part and read.title) and len(heads) == 1 and read.title.casefold() not in HEADING_WORDS


def _labelled(read: TitleLine, text: str, labelled: str) -> TitleLine:
    """The title line with the title that a field gives, where the line holds it or begins it; without a title where it does not."""
    title = read_title(labelled).title
    if same(read.title, title):
        return read
    line, known = letters(text), letters(title)
    if len(known) >= LETTERS and known in line:
        return read._replace(title=title)
    begins = len(letters(read.title)) >= LETTERS and known.startswith(letters(read.title)) and " " in read.title
    return read._replace(title=title if begins else "")


LETTERS = 5
"""Letters of a title from which on finding them within a line is no chance."""


# ---------------------------------------------------------------- looks


def _look(document: Document, index: int, read: TitleLine, raw: str) -> Iterator[str]:
    text, block = read.title, document.blocks[index]
    words = text.split()
    if block.kind == "heading":
        yield "title.element"
    elif document.stands_out(index) or document.bare(index) != raw:
        yield "title.stands-out"
    yield from _sentence(document, index, text, raw, read)
    kind = caption_kind(text)
    if kind and block.kind != "heading" and (kind != "place" or "," in text):
        yield "title.caption"
    if read_furniture(raw)[0]:
        yield "title.button"
    if is_volume(text) and not read.part:
        yield "title.volume"
    if len(words) == 1:
        yield "title.one-word"


def _sentence(document: Document, index: int, text: str, raw: str, read: TitleLine) -> Iterator[str]:
    """What capitals, length and stops say: a title, or a sentence."""
    words = text.split()
    capitals = sum(word[0].isupper() or not word[0].isalpha() for word in words if len(word) > 3 or word is words[0])
    longer = sum(1 for word in words if len(word) > 3 or word is words[0])
    if words and words[0][0].isupper() and capitals >= longer * 0.8:
        yield "title.capitals"
    elif words and words[0][0].isupper() and len(words) <= 8:
        yield "title.first-capital"
    else:
        yield "title.lower"
    if raw[:1] in OPENING_QUOTES and not read.author and not (text != raw and raw[-1] in "\"'”’"):
        yield "title.speech"
    if len(words) > 16 or (text[-1:] in ".,;" and not text.endswith("...")) or text[-1:] == ":":
        yield "title.sentence"
    elif len(words) > 12 or (len(words) > 8 and capitals < longer):
        yield "title.long"
    if text[-1:] in "?!" and not document.stands_out(index):
        yield "title.asks"


def _is_subtitle(document: Document, index: int) -> bool:
    """Whether a line goes with the one above it: the second of the text, or written like a subtitle."""
    text = document.texts[index]
    second = index == 1 and not document.covered("field", "date", "chrome", least=0.0) & {0}
    second = second and bool(document.texts[0]) and not is_volume(document.bare(0))
    second = second and not read_furniture(document.texts[0])[0] and not names_user(document.texts[0])
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


# ---------------------------------------------------------------- place


def _place(document: Document, index: int, labelled: str, *, first: bool) -> Iterator[str]:
    yield ("title.first-line" if first else "title.subtitle" if _is_subtitle(document, index) else "title.later-line")
    if _amid_menu(document, index):
        yield "title.amid-menu"
    if _goes_on_from_prose(document, index):
        yield "title.glued"
    if _in_trail(document, index):
        yield "title.in-trail"
    if _names_page(document, index):
        yield "title.same-as-page"
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


def _names_page(document: Document, index: int) -> bool:
    """Whether the page's own title, in its markup, is this line."""
    named = document.manuscript.metadata.title if document.manuscript.metadata else ""
    return bool(named) and same(document.bare(index), _BOARD.sub("", named))


_BOARD = lazy(r"^.*:: View topic - ", re.IGNORECASE)


_PIECES = lazy(r"\s+[/>|»›❯–—-]+\s+|[.:,]\s+")


def _header_follows(document: Document, index: int) -> int:
    """How many lines below a header or a byline begins, 0 where none does within three."""
    following = range(index + 1, min(index + 4, len(document.blocks)))
    aside = document.covered("field", "date", "heading", "chrome", least=0.0)
    return next((i - index for i in following if i in aside or _of_the_head(document, i)), 0)


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


def _parted(document: Document, index: int, read: TitleLine) -> TitleLine:
    """The title without the author behind a sign: above a header without an author, or where a person's name stands there."""
    match = PARTED.expression.fullmatch(read.title)
    if match is None or not is_name(match["author"]) or document.field_named("author"):
        return read
    name, sure = match["author"], match["sign"] in ("//", "|")
    words = name.split()
    handle = len(words) == 1 and is_handle(name)
    header = bool(document.covered("field", least=0.0) & {index + 1, index + 2})
    sure = sure or (match["sign"] == "/" and header)
    if (header and (sure or handle or (is_person(name) and len(words) == 2))) or (
        (is_person(name) or (handle and match["sign"] != "/" and " " in match["title"])) and absent(document, name)
    ):
        return read._replace(title=match["title"].strip(), author=name, reasons=(*read.reasons, "title.by"))
    return read
