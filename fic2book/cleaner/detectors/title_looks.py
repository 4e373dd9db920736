"""Whether one of the first lines is the title: what it says, how it is written, and what stands below it."""

from __future__ import annotations

from collections.abc import Iterator

from fic2book.cleaner.detectors.author_names import absent, is_handle, is_person
from fic2book.cleaner.detectors.authors import byline_of
from fic2book.cleaner.detectors.bylines import is_name
from fic2book.cleaner.detectors.caption_kinds import caption_kind
from fic2book.cleaner.detectors.chrome_lines import read_furniture
from fic2book.cleaner.detectors.chrome_reading import read_line
from fic2book.cleaner.detectors.dates import iso_date
from fic2book.cleaner.detectors.labels import field_name
from fic2book.cleaner.detectors.page_title import LETTERS
from fic2book.cleaner.detectors.title_lines import TitleLine, letters, read_title, same, says_kind
from fic2book.cleaner.detectors.title_places import LONGEST, is_volume, names_page, title_places
from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import OPENING_QUOTES, pattern
from fic2book.cleaner.words import HEADING_WORDS
from fic2book.model import Field, Finding

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
    named = labelled or names_page(document, index)
    if document.claimed_heading(index) and not named and not _heads_the_story(document, index):
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
    place = list(title_places(document, index, labelled, first=first))
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
        "title.named",
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
        "title.named",
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


# ---------------------------------------------------------------- looks


def _look(document: Document, index: int, read: TitleLine, raw: str) -> Iterator[str]:
    text, block = read.title, document.blocks[index]
    words = text.split()
    if block.kind == "heading":
        yield "title.element"
        if any(0 < other.level < block.level for other in document.blocks[:HEADS] if other.kind == "heading"):
            yield "title.lesser-element"
    elif document.stands_out(index) or document.bare(index) != raw:
        yield "title.stands-out"
    yield from _sentence(document, index, text, raw, read)
    kind = caption_kind(text)
    if kind and block.kind != "heading" and (kind != "place" or "," in text):
        yield "title.caption"
    if read_furniture(raw)[0]:
        yield "title.button"
    elif read_line(raw).odds > OF_SITE:
        yield "title.of-site"
    if is_volume(text) and not read.part:
        yield "title.volume"
    if len(words) == 1:
        yield "title.one-word"


OF_SITE = 1.5
"""Odds from which on a line reads too much like a site's to be a title."""
HEADS = 40
"""Blocks from the top among which a higher heading is looked for."""


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
    if (
        raw[:1] in OPENING_QUOTES
        and not read.author
        and "title.announced" not in read.reasons
        and not (text != raw and raw[-1] in "\"'”’")
    ):
        yield "title.speech"
    if len(words) > 16 or (text[-1:] in ".,;" and not text.endswith("...")) or text[-1:] == ":":
        yield "title.sentence"
    elif len(words) > 12 or (len(words) > 8 and capitals < longer):
        yield "title.long"
    if text[-1:] in "?!" and not document.stands_out(index):
        yield "title.asks"


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
