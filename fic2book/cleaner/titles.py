"""The story's title and byline, where they stand without a label, and the counters that repeat them.

Only the first lines of a text are looked at. A title is never invented: where none is found, metadata.py says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fic2book.cleaner.captions import caption_kind
from fic2book.cleaner.dates import iso_date
from fic2book.cleaner.document import Document
from fic2book.cleaner.labels import field_name
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
    r"(?P<title>\S.{0,90}?)[,\s]*(?:\s[-–—|~]\s)?\s(?:by|von|par|por|от|автор:?|written\sby|a\s(?:\w+\s)?(?:fan)?fic(?:tion)?\sby|a\sstory\sby)\s(?P<author>\S.{0,40})",
    match="The Long Road by Jane Doe",
    miss="By the road",
)

BYLINE = pattern(
    "author.by",
    r"(?:(?:written|created|posted|story|fic|fanfic|fan\s?fiction|a\sstory)\s)?(?:by|von|par|por|автор)\s?[:\-–—]?\s(?P<author>\S.{0,40})",
    match="by Jane Doe",
    miss="bystanders",
)

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

PATTERNS = (COUNTED, PART, BY, BYLINE, ANNOUNCED, SUBJECT)


class TitleLine(NamedTuple):
    """What a title line says."""

    title: str
    author: str = ""
    part: str = ""  # "2/2", "3"
    fandom: str = ""
    reasons: tuple[str, ...] = ()


def read_title(text: str) -> TitleLine:
    """The parts of a title line: ``Fic: "T" (Fandom) (1/2) by X``."""
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
    match = BY.expression.fullmatch(text)
    if match and _is_name(match["author"]):
        text, author = match["title"].strip(), match["author"].strip()
        reasons.append("title.by")
        author, part = _split_part(author)
    title, counted = _split_part(text)
    if counted and title:
        text, part = title, counted
        reasons.append("title.counted")
    if "title.announced" in reasons or "title.subject" in reasons or text[:1] in OPENING_QUOTES:
        text, counted = _without_extras(text)
        part = part or counted
        text, fandom = _split_fandom(text)
        title, counted = _split_part(text)
        if counted and title and not part:
            text, part = title, counted
    return TitleLine(_unquoted(text), author, part, fandom, tuple(dict.fromkeys(reasons)))


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


_INNER_PART = re.compile(r"[\s,]*[(\[](?P<part>\d{1,3}/(?:\d{1,3}|\?))[)\]]")
_COUPLE = re.compile(r"[(\[]?\w[\w.'’]*/\w[\w./'’]*[)\]]?,?")


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


_FANDOM = re.compile(r"(?P<title>.{1,90}?)\s*[(\[](?P<fandom>[^()\[\]]{2,50})[)\]]\s*(?P<rest>[(\[]?\d{0,3}(?:/\d{1,3})?[)\]]?)")


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


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) <= 5 and text[-1] not in ".!?,;" and (any(word[0].isupper() or not word[0].isalpha() for word in words) or len(words) == 1)


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
    if BYLINE.expression.fullmatch(text) or field_name(text.partition(":")[0]) not in ("", "title") or iso_date(text):
        return None
    if document.claimed_heading(index) and not labelled:
        return None
    read = read_title(text)
    reasons = [*read.reasons, *_look(document, index, read, raw)]
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
    if raw[:1] in OPENING_QUOTES and not (text != raw and raw[-1] in "\"'”’"):
        yield "title.speech"
    if len(words) > 12 or (text[-1:] in ".,;" and not text.endswith("...")) or (text[-1:] == ":") or (len(words) > 8 and capitals < longer):
        yield "title.sentence"
    if text[-1:] in "?!" and not document.stands_out(index):
        yield "title.asks"
    if caption_kind(text) and block.kind != "heading":
        yield "title.caption"
    if _header_follows(document, index):
        yield "title.before-header"
    if index + 1 < len(document.blocks) and BYLINE.expression.fullmatch(document.bare(index + 1)):
        yield "title.byline"


def _header_follows(document: Document, index: int) -> bool:
    following = range(index + 1, min(index + 4, len(document.blocks)))
    aside = document.covered("field", "date", "heading", "chrome", least=0.0)
    return any(i in aside or BYLINE.expression.fullmatch(document.bare(i)) for i in following if document.words[i] <= 25 or i in aside)


def _same(first: str, second: str) -> bool:
    return bool(first) and _letters(first) == _letters(second)


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _stem(name: str) -> str:
    return name.rsplit(".", 1)[0] if "." in name else name


def _bylines(document: Document, index: int, title: Finding | None) -> Iterator[Finding]:
    text = document.bare(index)
    match = BYLINE.expression.fullmatch(text) if len(text) <= 70 else None
    if match is None:
        if title is not None and title.last == index - 1 and _bare_name(document, index, text):
            yield document.propose("author", index, index, ["author.bare", "author.under-title"], value=text)
        return
    author = match["author"].strip()
    reasons = ["author.by"]
    if len(author.split()) > 5 or author[-1] in ".,;!?":
        reasons.append("author.many-words")
    elif not any(word[0].isupper() or not word[0].isalpha() for word in author.split()):
        reasons.append("author.lower")
    if title is not None and index - title.last <= 2:
        reasons.append("author.under-title")
    yield document.propose("author", index, index, reasons, value=author)


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
