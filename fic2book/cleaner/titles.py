"""The story's title and byline, where they stand without a label, and the counters that repeat them.

Only the first lines of a text are looked at. A title is never invented: where none is found, metadata.py says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fic2book.cleaner.bylines import ALONE, clean_name, is_name, read_byline, read_genitive
from fic2book.cleaner.captions import caption_kind
from fic2book.cleaner.dates import iso_date
from fic2book.cleaner.document import Document
from fic2book.cleaner.labels import field_name
from fic2book.cleaner.lazy import lazy
from fic2book.cleaner.patterns import DASHES, NUMBER, OPENING_QUOTES, pattern
from fic2book.cleaner.ratings import normal_rating
from fic2book.cleaner.words import parse_number
from fic2book.model import Field, Finding

LONGEST = 120
"""Characters of a title line with its byline and part."""

REACH = 8
"""Blocks from the top in which a title is looked for: below a site's menu or a message's head."""

_PART = rf"(?:(?:part|pt|chapter|ch|chap|teil|partie|parte|часть|глава|kapitel)\.?\s(?:\d{{1,3}}|{NUMBER})(?:\s?(?:/|of|von|de|из)\s?(?:\d{{1,3}}|\?+|{NUMBER}))?|\d{{1,3}}\s?/\s?(?:\d{{1,3}}|\?+|x)|\d{{1,3}}\sof\s\d{{1,3}})"

COUNTED = pattern(
    "title.counted",
    rf"(?P<title>\S.{{0,90}}?)[\s,:{DASHES}|]*[(\[]?(?P<part>{_PART})[)\]]?",
    match="One Step Behind Part 2/2",
    miss="One Step Behind",
)

PART = pattern(
    "title.part",
    rf"[(\[]?(?:(?:part|pt|chapter|ch|chap|teil|partie|parte|часть|глава|kapitel)\.?\s)?(?P<number>\d{{1,3}}|{NUMBER})(?:\s?(?:/|of|von|de|из)\s?(?P<total>\d{{1,3}}|\?+|x|{NUMBER}))?[)\]]?",
    match="Part 2/2",
    miss="A part of it",
)

BY = pattern(
    "title.by",
    r"""(?P<title>\S.{0,90}?)[,\s]*(?:\s[-–—|~]\s)?\s(?:by|von|par|por|от|автор:?|written\sby|an?\s(?:[\w'’./&:-]+\s){0,4}(?:(?:fan)?fic(?:tion)?|story|tale|one-?shot|crossover)\sby)\s(?P<author>\S.{0,60})""",
    match="The Long Road by Jane Doe",
    miss="By the road",
)

QUOTED_BY = pattern(
    "title.quoted-by",
    r"""["'“‘«„](?P<title>[^"”»“]{1,90}?)["'”’»“],?\s*(?:[-–—]\s?)?(?:\([^()]{1,40}\)\s)?(?:by|von|par|de|por|di|от|written\sby)\s(?P<author>\S.{0,60})""",
    match="'The Long Road' by Jane Doe, PG-13",
    miss="'Come in,' said Jane",
)

PARTED = pattern(
    "title.parted",
    r"(?P<title>\S.{1,70}?)\s(?P<sign>//|\||/|[-–—~]{1,2})\s(?P<author>[\w.'’-]{2,25}(?:\s[\w.'’-]{1,25}){0,2})",
    match="The Long Road // Jane Doe",
    miss="The Long Road",
)
"""A title and its author with a sign between; only above a header, where the second half is written like a name."""

ANNOUNCED = pattern(
    "title.announced",
    r"""(?:[\[(]?(?P<what>fan\s?fic(?:tion)?|fic|fics|story|new\sfic|new|repost|drabble|one[\s-]?shot|ficlet|fiction|wip|update|fanfiction|фанфик|фик|мини|миди|макси)[\])]?\s?[:\-–—|]\s?|\[(?:fic|fanfic|fiction|story|drabble|ficlet)\]\s?)
    (?P<rest>\S.{0,110})""",
    match='Fic: "The Long Road" (Smallville)',
    miss="Fiction is strange",
)

SUBJECT = pattern(
    "title.subject",
    r"(?:subject|betreff|objet|asunto|тема)\s?:\s?(?:(?:re|fwd?)\s?:\s?)*(?:\[[^\[\]]{1,30}\]\s?)*(?P<rest>\S.{0,110})",
    match="Subject: Re: [sv-fic] The Long Road (1/2)",
    miss="The subject: nothing",
)

PATTERNS = (COUNTED, PART, BY, QUOTED_BY, PARTED, ANNOUNCED, SUBJECT)


class TitleLine(NamedTuple):
    """What a title line says."""

    title: str
    author: str = ""
    part: str = ""  # "2/2", "3"
    fandom: str = ""
    reasons: tuple[str, ...] = ()


TAKEN_APART = 500
"""Characters of a title line that is searched for parts; what is longer is no title, and is not worth the search."""


def read_title(text: str) -> TitleLine:
    """The parts of a title line: ``Fic: "T" (Fandom) (1/2) by X``."""
    if len(text) > TAKEN_APART:
        return TitleLine(text)
    reasons: list[str] = []
    author = part = fandom = ""
    match = SUBJECT.expression.fullmatch(text)
    if match:
        text = match["rest"].strip()
        reasons.append("title.subject")
    match = ANNOUNCED.expression.fullmatch(text)
    if match:
        text = match["rest"].strip()
        reasons.append("title.announced")
    match = _TAG.match(text)
    if match and len(text) > match.end() and not read_part(match["tag"]):
        text, fandom = text[match.end() :], match["tag"]
    match = QUOTED_BY.expression.fullmatch(text) or BY.expression.fullmatch(text)
    if match:
        written, counted = _split_part(match["author"].strip())
        name = clean_name(written)
        if is_name(name):
            text, author, part = match["title"].strip(), name, counted
            reasons.append("title.by")
    title, counted = _split_part(text)
    if counted and title:
        text, part = title, counted
        reasons.append("title.counted")
    if "title.announced" in reasons or "title.subject" in reasons or text[:1] in OPENING_QUOTES:
        text, named = _split_fandom(text)
        fandom = fandom or named
        text, counted = _without_extras(text)
        part = part or counted
        text, named = _split_fandom(text)
        fandom = fandom or named
        title, counted = _split_part(text)
        if counted and title and not part:
            text, part = title, counted
    return TitleLine(_unquoted(_unrated(text)), author, part, fandom, tuple(dict.fromkeys(reasons)))


_TAG = lazy(r"[\[{](?P<tag>[^\[\]{}]{1,30})[\]}]\s+(?=\S{2})")
_LAST = lazy(r"\s*(?:[(\[](?P<inside>[^()\[\]]{1,60})[)\]]|[,;]\s(?P<behind>[^,;()]{1,20}))$")
_KINDS = frozenset("gen slash het femslash complete wip oneshot one-shot drabble au xover crossover fluff angst humor humour adult smut pwp".split())


def _unrated(text: str) -> str:
    """A title without the rating, couple or kind that stands behind it: "T (PG-13)", "T, Gen, PG"."""
    while True:
        match = _LAST.search(text)
        if match is None or match.start() == 0:
            return text
        pieces = [piece.strip() for piece in re.split(r"[,;]", match["inside"] or match["behind"])]
        if not any(_is_extra(piece) for piece in pieces):
            return text
        text = text[: match.start()].rstrip(" ,;-\N{EN DASH}")


def _is_extra(piece: str) -> bool:
    return (piece.upper() == piece and len(piece) <= 6 and bool(normal_rating(piece))) or piece.casefold() in _KINDS or (_COUPLE.fullmatch(piece) is not None and not piece.isdigit() and not read_part(piece))


def _split_part(text: str) -> tuple[str, str]:
    match = COUNTED.expression.fullmatch(text)
    if match is None:
        return text, ""
    part = read_part(match["part"])
    title = match["title"].rstrip(" ,:-\N{EN DASH}\N{EM DASH}([|")
    return (title, part) if part and title else (text, "")


def read_part(text: str) -> str:
    """The part: "2/2" for "Part 2/2", "Part Two of Two" or "(2/2)"; "3" for "Chapter 3"; "" for anything else."""
    match = PART.expression.fullmatch(text.strip())
    number = parse_number(match["number"]) if match else None
    if match is None or number is None:
        return ""
    total = match["total"]
    if not total:
        return str(number)
    return f"{number}/{parse_number(total) or '?'}"


_INNER_PART = lazy(r"[\s,]*[(\[](?P<part>\d{1,3}/(?:\d{1,3}|\?))[)\]]")
_COUPLE = lazy(r"[(\[]?\w[\w.'’]*/\w[\w./'’]*[)\]]?,?")


def _without_extras(text: str) -> tuple[str, str]:
    """A subject line's title without the part, pairing and rating that follow it, and the part: "T (1/2), A/B, PG-13" → "T", "1/2"."""
    match = _INNER_PART.search(text)
    part = ""
    if match and match.start() > 0:
        part = read_part(match["part"])
        return text[: match.start()].strip(), part
    words = text.split()
    while len(words) > 1 and (_COUPLE.fullmatch(words[-1]) or (words[-1].strip("()[],").upper() == words[-1].strip("()[],") and normal_rating(words[-1].strip("()[],")))):
        words.pop()
    return " ".join(words).rstrip(" ,-\N{EN DASH}"), part


_FANDOM = lazy(r"(?P<title>.{1,90}?)\s*[(\[](?P<fandom>[^()\[\]]{2,50})[)\]]\s*(?P<rest>[(\[]?\d{0,3}(?:/\d{1,3})?[)\]]?)")


def _split_fandom(text: str) -> tuple[str, str]:
    match = _FANDOM.fullmatch(text)
    if match is None or read_part(match["fandom"]):
        return text, ""
    return f"{match['title']} {match['rest']}".strip(), match["fandom"]


def _unquoted(text: str) -> str:
    text = text.strip()
    if len(text) > 2 and text[0] in OPENING_QUOTES and text[-1] in "\"'”’“»«":
        return text[1:-1].strip()
    return text


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
    found = ((field.value, item.first) for item in document.claimed("field") for field in item.fields if field.name == "title" and item.weight > 0)
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
    if not text or len(text) > LONGEST or not any(map(str.isalpha, text)) or document.blocks[index].kind in ("item", "table", "verse"):
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
    if len(reasons) == 0 or not (first or read.reasons or "title.same-as-field" in reasons or document.stands_out(index)):
        return None
    span = document.blocks[index].span
    extras = [("author", read.author), ("part", read.part), ("fandom", read.fandom)]
    return document.propose("title", index, index, reasons, value=read.title, fields=[Field(name, value, span) for name, value in extras if value])


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
    if len(words) > 12 or (text[-1:] in ".,;" and not text.endswith("...")) or (text[-1:] == ":") or (len(words) > 8 and capitals < longer):
        yield "title.sentence"
    if text[-1:] in "?!" and not document.stands_out(index):
        yield "title.asks"
    if caption_kind(text) and block.kind != "heading":
        yield "title.caption"
    if _header_follows(document, index):
        yield "title.before-header"
    if index + 1 < len(document.blocks) and (read_byline(document.bare(index + 1)) or document.bare(index + 1).casefold() in ALONE):
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
    if match is None or not is_name(match["author"]) or not document.covered("field", least=0.0) & {index + 1, index + 2} or _field_named(document, "author"):
        return read
    name, sure = match["author"], match["sign"] in ("//", "|")
    words = name.split()
    handle = len(words) == 1 and (any(map(str.isdigit, name)) or "_" in name)
    full = len(words) in (2, 3) and all(word[0].isupper() for word in words) and words[0].casefold() not in ("the", "a", "an", "part", "chapter", "book")
    return read._replace(title=match["title"].strip(), author=name, reasons=(*read.reasons, "title.by")) if sure or handle or full else read


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
            yield document.propose("author", index, index + 1, ["author.by", *(["author.under-title"] if near else [])], value=below)
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
            reasons = ["author.by", *(["author.under-end"] if index - 1 in ends or index - 2 in ends or text[0] in "©(" or text.casefold().startswith(("copyright", "written")) else [])]
            yield document.propose("author", index, index, reasons, value=name)


def _bare_name(document: Document, index: int, text: str) -> bool:
    """A name without "by" between a title and a header, as an archive's page has it when copied."""
    words = text.split()
    if not words or len(words) > 3 or len(text) > 40 or text[-1] in ".,;:!?" or caption_kind(text) or read_part(text) or document.claimed_heading(index):
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
        yield document.propose("counter", index, index, ["counter.title", "counter.alone"], value=part if "/" in part else found)
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
