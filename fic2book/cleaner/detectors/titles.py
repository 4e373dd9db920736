"""The story's title and byline, where they stand without a label, and the counters that repeat them.

Only the first lines of a text are looked at. A title is never invented: where none is found, metadata.py says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fic2book.cleaner.detectors.bylines import ALONE, clean_name, is_name, read_byline, read_genitive
from fic2book.cleaner.detectors.bylines import PATTERNS as BYLINE_PATTERNS
from fic2book.cleaner.detectors.captions import caption_kind
from fic2book.cleaner.detectors.dates import iso_date
from fic2book.cleaner.detectors.labels import field_name
from fic2book.cleaner.detectors.title_lines import PATTERNS as LINE_PATTERNS
from fic2book.cleaner.detectors.title_lines import TitleLine, read_part, read_title
from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import OPENING_QUOTES, pattern
from fic2book.model import Field, Finding

LONGEST = 120
"""Characters of a title line with its byline and part."""

REACH = 8
"""Blocks from the top in which a title is looked for: below a site's menu or a message's head."""

PARTED = pattern(
    "title.parted",
    r"(?P<title>\S.{1,70}?)\s(?P<sign>//|\||/|[-–—~]{1,2})\s(?P<author>[\w.'’-]{2,25}(?:\s[\w.'’-]{1,25}){0,2})",
    match="The Long Road // Jane Doe",
    miss="The Long Road",
)
"""A title and its author with a sign between; only above a header, where the second half is written like a name."""

PATTERNS = (*LINE_PATTERNS, PARTED, *BYLINE_PATTERNS)


# ---------------------------------------------------------------- finding


def find_titles(document: Document) -> Iterable[Finding]:
    """Findings of role "title", "author" and "counter" near the top."""
    labelled, field_at = _labelled_title(document)
    top = _top(document)
    above = top if field_at < 0 else [index for index in top if index < field_at]
    title = next(_titles(document, above, labelled), None)
    if title is not None:
        yield title
    known = read_title(labelled).title if labelled else title.value if title else ""
    part = next((field.value for field in title.fields if field.name == "part"), "") if title else ""
    for index in top:
        if title is not None and index <= title.last:
            continue
        yield from _bylines(document, index, title)
        yield from _counters(document, index, known, part, seen=title is not None)
    yield from _signed(document)
    yield from _repeats(document, known, start=(title.last if title else -1) + 1)


def _top(document: Document) -> list[int]:
    """Short blocks before the story's first long paragraph, no further than a header block reaches."""
    top: list[int] = []
    others = document.covered("field", "date", "chrome", least=0.0)
    for index, text in enumerate(document.texts[:40]):
        if index in others:
            continue
        if len(text) > LONGEST and index not in others:
            break
        if text:
            top.append(index)
        if len(top) >= REACH:
            break
    return top


def _labelled_title(document: Document) -> tuple[str, int]:
    """The value of the title field and the block it stands in, ("", -1) where there is none."""
    found = (
        (field.value, item.first)
        for item in document.claimed("field")
        for field in item.fields
        if field.name == "title" and item.weight > 0
    )
    return next(found, ("", -1))


def _titles(document: Document, top: list[int], labelled: str) -> Iterator[Finding]:
    fields = document.covered("field", "chrome", least=0.0)
    others = document.covered("date", "break", least=0.0)
    for place, index in enumerate(top[:4]):
        if index in fields or index in others:
            continue
        finding = _title(document, index, labelled, first=place == 0)
        if finding is not None:
            yield finding
        if document.words[index] > 14:
            return


def _title(document: Document, index: int, labelled: str, *, first: bool) -> Finding | None:
    text, raw = document.bare(index), document.texts[index]
    if (
        not text
        or len(text) > LONGEST
        or not any(map(str.isalpha, text))
        or document.blocks[index].kind in ("item", "table", "verse")
    ):
        return None
    if read_byline(text) or field_name(text.partition(":")[0]) not in ("", "title") or iso_date(text):
        return None
    if document.claimed_heading(index) and not labelled:
        return None
    read = read_title(text)
    if not read.author and first:
        read = _parted(document, index, read)
    reasons = [*read.reasons, *_look(document, index, read, raw)]
    if first and not labelled and _untitled_header(document, index):
        reasons.append("title.untitled-header")
    if first:
        reasons.append("title.first-line")
    if labelled and _same(read.title, read_title(labelled).title):
        reasons.append("title.same-as-field")
    elif labelled:
        return None
    if _same(read.title, _stem(document.manuscript.source.name)):
        reasons.append("title.same-as-file")
    if len(reasons) == 0 or not (
        first or read.reasons or "title.same-as-field" in reasons or document.stands_out(index)
    ):
        return None
    span = document.blocks[index].span
    extras = [("author", read.author), ("part", read.part), ("fandom", read.fandom)]
    return document.propose(
        "title",
        index,
        index,
        reasons,
        value=read.title,
        fields=[Field(name, value, span) for name, value in extras if value],
    )


def _look(document: Document, index: int, read: TitleLine, raw: str) -> Iterator[str]:
    text, block = read.title, document.blocks[index]
    words = text.split()
    if block.kind == "heading":
        yield "title.element"
    elif document.stands_out(index) or document.bare(index) != raw:
        yield "title.stands-out"
    capitals = sum(word[0].isupper() or not word[0].isalpha() for word in words if len(word) > 3 or word is words[0])
    longer = sum(1 for word in words if len(word) > 3 or word is words[0])
    yield "title.capitals" if words and capitals >= longer * 0.8 and words[0][0].isupper() else "title.lower"
    if raw[:1] in OPENING_QUOTES and not read.author and not (text != raw and raw[-1] in "\"'”’"):
        yield "title.speech"
    if (
        len(words) > 12
        or (text[-1:] in ".,;" and not text.endswith("..."))
        or (text[-1:] == ":")
        or (len(words) > 8 and capitals < longer)
    ):
        yield "title.sentence"
    if text[-1:] in "?!" and not document.stands_out(index):
        yield "title.asks"
    if caption_kind(text) and block.kind != "heading":
        yield "title.caption"
    if _header_follows(document, index):
        yield "title.before-header"
    if index + 1 < len(document.blocks) and (
        read_byline(document.bare(index + 1)) or document.bare(index + 1).casefold() in ALONE
    ):
        yield "title.byline"


def _header_follows(document: Document, index: int) -> bool:
    following = range(index + 1, min(index + 4, len(document.blocks)))
    aside = document.covered("field", "date", "heading", "chrome", least=0.0)
    return any(i in aside or read_byline(document.bare(i)) for i in following if document.words[i] <= 25 or i in aside)


def _same(first: str, second: str) -> bool:
    return bool(first) and _letters(first) == _letters(second)


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _stem(name: str) -> str:
    return name.rsplit(".", 1)[0] if "." in name else name


def _parted(document: Document, index: int, read: TitleLine) -> TitleLine:
    """The title without the author behind a sign, when a header without an author follows."""
    match = PARTED.expression.fullmatch(read.title)
    if (
        match is None
        or not is_name(match["author"])
        or not document.covered("field", least=0.0) & {index + 1, index + 2}
        or _field_named(document, "author")
    ):
        return read
    name, sure = match["author"], match["sign"] in ("//", "|")
    words = name.split()
    handle = len(words) == 1 and (any(map(str.isdigit, name)) or "_" in name)
    full = (
        len(words) in (2, 3)
        and all(word[0].isupper() for word in words)
        and words[0].casefold() not in ("the", "a", "an", "part", "chapter", "book")
    )
    return (
        read._replace(title=match["title"].strip(), author=name, reasons=(*read.reasons, "title.by"))
        if sure or handle or full
        else read
    )


def _field_named(document: Document, name: str) -> bool:
    return any(field.name == name for item in document.claimed("field") for field in item.fields)


def _untitled_header(document: Document, index: int) -> bool:
    """Whether a header that names everything but the title begins right below."""
    fields = document.covered("field", least=0.5)
    return index + 1 in fields and index + 2 in fields and not _field_named(document, "title")


def _bylines(document: Document, index: int, title: Finding | None) -> Iterator[Finding]:
    text = document.bare(index)
    near = title is not None and index - title.last <= 2
    if text.casefold().rstrip(":") in ALONE and index + 1 < len(document.blocks):
        below = clean_name(document.bare(index + 1))
        if below and len(below) <= 50 and is_name(below) and not field_name(below):
            yield document.propose(
                "author", index, index + 1, ["author.by", *(["author.under-title"] if near else [])], value=below
            )
        return
    author = read_byline(text) or (read_genitive(text) if near else "")
    if not author:
        if title is not None and title.last == index - 1 and _bare_name(document, index, text):
            yield document.propose("author", index, index, ["author.bare", "author.under-title"], value=text)
        return
    reasons = ["author.by"]
    words = author.split()
    if not any(word[0].isupper() or not word[0].isalpha() for word in words) and not near:
        reasons.append("author.lower")
    if words[0].casefold() in ("the", "der", "die", "das", "le", "la", "el") and not near:
        reasons.append("author.many-words")
    if near:
        reasons.append("author.under-title")
    yield document.propose("author", index, index, reasons, value=author)


def _signed(document: Document) -> Iterator[Finding]:
    """A byline or a copyright as the last line, below the end mark or the story."""
    count = len(document.blocks)
    ends = document.covered("end", least=0.0)
    for index in range(max(count - 3, 1), count):
        text = document.bare(index)
        name = read_byline(text) if text and document.words[index] <= 10 else ""
        if name:
            reasons = [
                "author.by",
                *(
                    ["author.under-end"]
                    if index - 1 in ends
                    or index - 2 in ends
                    or text[0] in "©("
                    or text.casefold().startswith(("copyright", "written"))
                    else []
                ),
            ]
            yield document.propose("author", index, index, reasons, value=name)


def _bare_name(document: Document, index: int, text: str) -> bool:
    """A name without "by" between a title and a header, as an archive's page has it when copied."""
    words = text.split()
    if (
        not words
        or len(words) > 3
        or len(text) > 40
        or text[-1] in ".,;:!?"
        or caption_kind(text)
        or read_part(text)
        or document.claimed_heading(index)
    ):
        return False
    if any(field.name == "author" for item in document.claimed("field") for field in item.fields):
        return False
    fields = document.covered("field", least=0.0)
    named = len(words) == 1 or all(word[0].isupper() for word in words)
    return named and index + 1 in fields


def _counters(document: Document, index: int, known: str, part: str, *, seen: bool) -> Iterator[Finding]:
    text = document.bare(index)
    found = read_part(text) if len(text) <= 40 else ""
    if found and part and found.split("/")[0] == part.split("/", maxsplit=1)[0]:
        yield document.propose(
            "counter", index, index, ["counter.title", "counter.alone"], value=part if "/" in part else found
        )
    elif found and "/" in found and _only_counter(document):
        yield document.propose("counter", index, index, ["counter.alone", "counter.only"], value=found)


def _only_counter(document: Document) -> bool:
    return len([item for item in document.claimed("heading", "part") if item.weight > 0]) <= 1


def _repeats(document: Document, known: str, *, start: int) -> Iterator[Finding]:
    """The title printed again above the story."""
    if not known:
        return
    heads = {item.first - 1 for item in document.claimed("heading", "part") if item.weight > 0 and item.first > start}
    for index in sorted({*range(start, min(start + 24, len(document.blocks))), *heads}):
        text = document.bare(index)
        if 0 < len(text) <= LONGEST and _same(read_title(text).title, known) and document.blocks[index].kind != "item":
            part = read_title(text).part
            yield document.propose("counter", index, index, ["title.repeated"], value=part)
