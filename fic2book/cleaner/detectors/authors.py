"""Who wrote it, by place: a byline under the title, a bare name amid a head, a signature below the end.

How bylines and names are written is said in bylines.py. A bare name needs more than its look, for "Low Water" is written like "Jane Doe":
what speaks for it is a header below it, a name that the page gives elsewhere, and that the story itself never uses its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fic2book.cleaner.detectors.author_names import ARTICLES, absent, is_handle, is_person, names_user, used
from fic2book.cleaner.detectors.bylines import ALONE, clean_name, is_name, read_byline, read_genitive
from fic2book.cleaner.detectors.caption_kinds import caption_kind
from fic2book.cleaner.detectors.chrome_lines import read_furniture
from fic2book.cleaner.detectors.dates import FIRST_YEAR, iso_date
from fic2book.cleaner.detectors.ends import ends_story
from fic2book.cleaner.detectors.labels import field_name
from fic2book.cleaner.detectors.page_title import page_author, page_pieces
from fic2book.cleaner.detectors.posters import says_poster
from fic2book.cleaner.detectors.ratings import normal_rating
from fic2book.cleaner.detectors.title_lines import read_part, same
from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import OPENING_QUOTES
from fic2book.cleaner.weights import ACT
from fic2book.lazy import lazy
from fic2book.model import Field, Finding

SIGNED = 3
"""Blocks from the end in which a signature is looked for."""


def known_author(document: Document) -> str:
    """The author that a field, or the site's line on who posted the page, names; "" where none does."""
    for item in document.claimed("field", "chrome"):
        for field in item.fields:
            if field.name == "author" and field.value and item.weight > -1.0:
                return clean_name(field.value.removeprefix("by "))
    return ""


def byline_of(document: Document, index: int) -> str:
    """The author that a line names when it is nothing but a byline; brackets around an address, and a line behind a user's name, are no ornaments."""
    text = document.texts[index]
    if text.endswith("_") and not text.startswith("_"):
        return read_byline(text)
    return read_byline(document.bare(index)) or read_byline(text)


def bylines(document: Document, index: int, title: Finding | None, author: str) -> Iterator[Finding]:
    """A finding of role "author" for a line near the top."""
    text = document.bare(index)
    near = title is not None and 0 < index - title.last <= 2
    if text.casefold().rstrip(":") in ALONE and index + 1 < len(document.blocks):
        below = clean_name(document.bare(index + 1))
        if below and len(below) <= 50 and is_name(below) and not field_name(below):
            reasons = ["author.by", *(["author.under-title"] if near else [])]
            yield document.propose("author", index, index + 1, reasons, value=below)
        return
    if author and clean_name(text).casefold() == author.casefold():
        yield document.propose("author", index, index, ["author.same", "author.under-title"], value=author)
        return
    if title is not None and index == 0 == title.first - 1 and names_user(text) and not document.claimed_heading(index):
        yield document.propose(
            "author", index, index, ["author.bare", "author.above-title", "author.handle"], value=text
        )
        return
    name = byline_of(document, index) or (plain_by(text) if near else "")
    called = clean_name(_ROLE.sub("", text)) if document.page.calls(index, "author") else ""
    if (
        called
        and not name
        and not author
        and is_name(called if " " not in called else called.title())
        and not says_poster(text)
        and not field_name(called)
    ):
        yield document.propose("author", index, index, ["author.bare", "author.named"], value=called)
    elif not name and not author and mailed_below(document, index, text):
        yield document.propose("author", index, index, ["author.bare", "author.mail-below"], value=clean_name(text))
        address = Field("email", document.texts[index + 1].strip("<>()[]"), document.blocks[index + 1].span)
        yield document.propose("field", index + 1, index + 1, ["field.mail"], fields=[address])
    elif not name and not author and _on_page(document, index, text, title):
        yield document.propose("author", index, index, ["author.bare", "author.of-page"], value=clean_name(text))
    elif name:
        reasons = list(_reasons(name, near=near))
        if "author.lower" not in reasons and _stands_alone(document, title):
            reasons.append("author.alone")
        yield document.propose("author", index, index, reasons, value=name)
        yield from _dated(document, index + 1)
    elif title is not None and index == title.last + 1 and not same(text, title.value):
        yield from _bare(document, index, clean_name(text), sure=title.weight >= ACT)


def mailed_below(document: Document, index: int, text: str) -> bool:
    """Whether nothing but an address stands below a name."""
    below = document.texts[index + 1] if index + 1 < len(document.texts) else ""
    name = clean_name(text)
    return "@" in below and _ADDRESS.fullmatch(below) is not None and bool(name) and is_name(name) and len(name) <= 40


_ADDRESS = lazy(r"[<(\[]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[>)\]]?")


def _on_page(document: Document, index: int, text: str, title: Finding | None) -> bool:
    """Whether a line beside the title is a name that the page's own title has beside the story's."""
    if title is None or not 0 < abs(index - title.first) <= BESIDE or not is_name(clean_name(text)):
        return False
    if same(text, page_author(document)):
        return True
    pieces = list(page_pieces(document))
    known = any(same(piece, title.value) for piece in pieces)
    return known and not same(text, title.value) and any(same(text, piece) for piece in pieces)


BESIDE = 2
"""Lines from the title within which a name of the page's title is the author's; a site's name stands further up, amid its menu."""

_ROLE = lazy(r"\s(?:author|autor(?:in|a)?|auteure?|автор|\(.{2,30}\))$", re.IGNORECASE)
"""What a page prints behind a user's name."""


def _stands_alone(document: Document, title: Finding | None) -> bool:
    """Whether nothing that is sure goes with a byline: no title, no header, no line of a site."""
    return (title is None or title.weight < ACT) and not document.covered("field", "chrome", "heading", least=ACT)


def _dated(document: Document, index: int) -> Iterator[Finding]:
    """The date of writing, where it stands under the byline."""
    date = iso_date(document.bare(index)) if index < len(document.blocks) and document.words[index] <= 6 else ""
    if date >= FIRST_YEAR:
        yield document.propose("date", index, index, ["date.alone", "date.year", "date.under-byline"], value=date)


def _reasons(name: str, *, near: bool) -> Iterator[str]:
    yield "author.by"
    words = name.split()
    if near:
        yield "author.under-title"
        return
    if not any(word[0].isupper() or not word[0].isalpha() for word in words):
        yield "author.lower"
    if words[0].casefold() in ("the", "der", "die", "das", "le", "la", "el"):
        yield "author.many-words"


def plain_by(text: str) -> str:
    """The pen name behind words that only their place makes a byline: "by the quiet machine", "a harbour AU by kestrel", "door Jane Doe"."""
    if not text or not text[-1].isalnum() or text.count(" ") > 9:
        return ""
    start, _, behind = text.rpartition(" by ")
    if start and start.split()[0].casefold() in ("a", "an", "another"):
        name = clean_name(behind)
        return name if is_name(name) else ""
    name = clean_name(text[3:]) if text.startswith("by ") else ""
    return name if name and name.islower() and name.count(" ") <= 3 else read_genitive(text)


# ---------------------------------------------------------------- names without "by"


def _bare(document: Document, index: int, name: str, *, sure: bool) -> Iterator[Finding]:
    """A name without "by" under a title, as an archive's page or a printed magazine has it."""
    if not _may_be(document, index, name):
        return
    reasons = ["author.bare", "author.under-title"]
    company = document.covered("field", "chrome", "date", least=0.0)
    if index + 1 not in company:
        heads = document.covered("heading", "part", "disclaimer", "contents", least=0.0)
        reasons.append("author.above-heading" if index + 1 in heads else "author.no-header")
    if not sure:
        reasons.append("author.no-title")
    reasons += _as_name(document, name)
    yield document.propose("author", index, index, reasons, value=name)
    yield from _dated(document, index + 1)


def _may_be(document: Document, index: int, name: str) -> bool:
    text = document.bare(index)
    words = name.split()
    return (
        1 <= len(words) <= 3
        and document.texts[index][0] not in (*OPENING_QUOTES, "(")
        and not (len(words) > 1 and words[0].isdigit())
        and 2 <= len(name) <= 40
        and text[-1] not in ".,;:!?"
        and ": " not in text
        and (len(words) == 1 or all(word[0].isupper() or word[0].isdigit() for word in words))
        and any(map(str.isalpha, name))
        and not caption_kind(text)
        and not read_part(text)
        and not document.claimed_heading(index)
        and not read_furniture(document.texts[index])[0]
        and not (normal_rating(name) and len(name) < 6)
        and not (name.isupper() and len(name) <= 3)
        and not document.field_named("author")
        and index + 1 < len(document.blocks)
    )


def _as_name(document: Document, name: str) -> Iterator[str]:
    """What the look of a name and the words of the story say."""
    words = name.split()
    if len(words) == 1 and is_handle(name):
        yield "author.handle"
    elif words[0].casefold() in ARTICLES:
        yield "author.article"
    elif absent(document, name):
        yield "author.absent"
    elif used(document, name):
        yield "author.used"


# ---------------------------------------------------------------- below the story


def signed(document: Document) -> Iterator[Finding]:
    """A byline, a copyright or a signature as the last line, below the end mark or the story."""
    count = len(document.blocks)
    for index in range(max(count - SIGNED, 1), count):
        text = document.bare(index)
        if not text or document.words[index] > 10:
            continue
        below = any(ends_story(document.bare(at)) for at in (index - 1, index - 2) if at > 0)
        name = byline_of(document, index)
        marked = text[0] in "©(" or text.casefold().startswith(("copyright", "written"))
        if not name and below:
            name = _signature(document, index)
        if name:
            reasons = ["author.by", *(["author.under-end"] if below or marked else [])]
            yield document.propose("author", index, index, reasons, value=name)


FAREWELLS = frozenset(
    "love hugs kisses cheers regards wishes thanks bye cya grüße grüsse gruß gruss liebe bisous bises amicalement besos abrazos saludos cariños пока спасибо обнимаю".split()
)
"""Words of a line that takes leave above the name."""


def _signature(document: Document, index: int) -> str:
    """The name that stands alone below the end: a person's, or any behind a dash."""
    name = clean_name(document.bare(index))
    dashed = document.texts[index][0] in "-~\N{EN DASH}\N{EM DASH}"
    if document.field_named("author") or not name or not is_name(name) or read_furniture(name)[0]:
        return ""
    if not FAREWELLS.isdisjoint(name.casefold().split()):
        return ""
    return name if dashed or (is_person(name) and not used(document, name)) else ""
