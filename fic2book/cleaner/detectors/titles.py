"""The story's title and byline, where they stand without a label, and the counters that repeat them.

Only the first lines of a text are looked at. A title is never invented: where none is found, metadata.py says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from fic2book.cleaner.detectors.authors import byline_of, bylines, known_author, mailed_below, plain_by, signed
from fic2book.cleaner.detectors.bylines import PATTERNS as BYLINE_PATTERNS
from fic2book.cleaner.detectors.chrome_lines import TRAIL
from fic2book.cleaner.detectors.labels import field_name
from fic2book.cleaner.detectors.title_lines import PATTERNS as LINE_PATTERNS
from fic2book.cleaner.detectors.title_lines import read_part, read_title, same
from fic2book.cleaner.detectors.title_looks import CERTAIN, PARTED, SUPPORT, read_candidate
from fic2book.cleaner.detectors.title_places import LONGEST, is_volume
from fic2book.cleaner.document import PARAGRAPH, Document
from fic2book.cleaner.weights import ACT
from fic2book.model import Field, Finding

REACH, FURTHEST = 40, 300
"""Blocks from the top in which a title is looked for, without and with those of a menu, a message's head or a header."""

MOST_LINES = 24
"""Short lines among which the title is; the menus of archives have a dozen."""

MOST_PROSE = 2
"""Long paragraphs that may stand above a title: notes. Below one, only a line with a byline is looked at."""

BETTER = 0.7
"""By how much a later line must outweigh the one above to be the title in its place."""

PATTERNS = (*LINE_PATTERNS, PARTED, *BYLINE_PATTERNS)


def find_titles(document: Document) -> Iterable[Finding]:
    """Findings of role "title", "author" and "counter" near the top."""
    labelled, field_at = _labelled_title(document)
    top = _top(document)
    above = top if field_at < 0 else [index for index in top if index < field_at]
    author = known_author(document)
    title = _title(document, above, labelled, author)
    if not labelled and (title is None or title.weight < ACT):
        title = _from_trail(document) or title
    if title is not None:
        yield title
        yield from _menu_above(document, top, title)
        yield from _below(document, top, title)
    known = read_title(labelled).title if labelled else title.value if title else ""
    part = next((field.value for field in title.fields if field.name == "part"), "") if title else ""
    for index in top:
        if title is not None and index == title.first:
            continue
        yield from bylines(document, index, title, author)
        if title is None or index > title.last:
            yield from _counters(document, index, known, part)
    yield from signed(document)
    if labelled or (title is not None and title.weight >= ACT):
        again = list(_repeats(document, known, start=(title.last if title else -1) + 1))
        if labelled or title is None or not _is_refrain(title, again):
            yield from again


def _top(document: Document) -> list[int]:
    """The short lines above the story, and those with a byline below the notes that stand above it."""
    top: list[int] = []
    others = document.covered("field", "date", "chrome", least=0.0)
    prose = 0
    seen = 0
    for index, text in enumerate(document.texts[:FURTHEST]):
        if index in others or not text:
            continue
        seen += 1
        if seen > REACH:
            break
        if len(text) > LONGEST:
            if _labelled_line(text):
                continue
            prose += 1
            if prose > MOST_PROSE:
                break
        elif not prose or _bylined(document, index) or mailed_below(document, index, document.bare(index)):
            top.append(index)
            if len(top) >= MOST_LINES:
                break
    return top


def _labelled_line(text: str) -> bool:
    """Whether a paragraph bears the label of something in a head: a disclaimer, a note."""
    label, colon, _ = text[:40].partition(":")
    return bool(colon and field_name(label))


def _bylined(document: Document, index: int) -> bool:
    """Whether a line is a byline with a title above it, or a title with a byline below."""
    return any(
        document.bare(at)[:2].casefold() in _BY and bool(byline_of(document, at))
        for at in (index, index + 1)
        if at < len(document.blocks) and document.words[at] <= 8
    )


_BY = frozenset(("by", "vo", "pa", "po", "от", "ав"))


def _menu_above(document: Document, top: list[int], title: Finding) -> Iterator[Finding]:
    """The short lines above a title, where they are several: a site's menu, whatever its words."""
    above = [
        index for index in top if index < title.first and not same(read_title(document.bare(index)).title, title.value)
    ]
    chrome = document.covered("chrome", least=0.0)
    certain = any(item.pattern in CERTAIN for item in title.evidence)
    if title.weight < ACT or not certain or len(above) + sum(index < title.first for index in chrome) < 2:
        return
    if all(
        len(document.texts[index]) <= 60 and document.texts[index][-1] not in '.?"\N{RIGHT DOUBLE QUOTATION MARK}'
        for index in above
    ):
        for index in above:
            if not document.claimed_heading(index) and not is_volume(document.bare(index)):
                yield document.propose("chrome", index, index, ["chrome.above-title"], value="menu")


def _labelled_title(document: Document) -> tuple[str, int]:
    """The value of the title field and the block it stands in, ("", -1) where there is none."""
    head = _head_end(document)
    found = (
        (field.value, item.first)
        for item in document.claimed("field")
        for field in item.fields
        if field.name == "title" and item.weight > 0 and item.first < head
    )
    return next(found, ("", -1))


def _head_end(document: Document) -> int:
    """The first block below several long paragraphs that no header holds: "Title:" further down is the story's."""
    aside = document.covered("field", "date", "chrome", least=0.0)
    prose = (at for at, words in enumerate(document.words) if words >= PARAGRAPH and at not in aside)
    return next((at for count, at in enumerate(prose, 1) if count > MOST_PROSE), len(document.blocks))


def _title(document: Document, top: list[int], labelled: str, author: str) -> Finding | None:
    """The likeliest of the first lines; the first, unless a later one is much likelier."""
    taken = document.covered("date", "break", least=0.0)
    best: Finding | None = None
    for place, index in enumerate(top):
        found = read_candidate(document, index, labelled, author, first=place == 0) if index not in taken else None
        if found is not None and (best is None or _better(found, best)):
            best = found
    return best


def _from_trail(document: Document) -> Finding | None:
    """The last name of the way to the page, where its author is named right below: "Books » Tidewatch » Salt"."""
    authors = {item.first for item in document.claimed("field") for field in item.fields if field.name == "author"}
    for item in document.claimed("chrome"):
        index = item.first
        pieces = TRAIL.split(document.texts[index])
        if index > WAY or len(pieces) < FEWEST_PIECES:
            continue
        name = pieces[-1].strip()
        below = any(
            byline_of(document, at) or at in authors for at in (index + 1, index + 2) if at < len(document.blocks)
        )
        if below and len(name) <= LONGEST and any(map(str.isalpha, name)):
            return document.propose("title", index, index, ["title.of-way", "title.byline"], value=name)
    return None


WAY, FEWEST_PIECES = 12, 3
"""Blocks from the top within which the way to the page stands, and names that make one."""


def _below(document: Document, top: list[int], title: Finding) -> Iterator[Finding]:
    """What stands between a title and its byline or header: the book of a series, a subtitle. The story has not begun there."""
    between: list[int] = []
    aside = document.covered("field", "date", "chrome", "heading", "part", least=0.0)
    for index in range(title.last + 1, min(title.last + 3, len(document.blocks))):
        if index in aside or byline_of(document, index) or plain_by(document.bare(index)):
            break
        if index not in top or len(document.texts[index]) > 80 or document.bare(index)[-1:] in '.!?…”"':
            return  # a summary
        between.append(index)
    else:
        return
    if title.weight < ACT or (between and index in aside and len(between) == 1 and not _of_title(document, between[0])):
        return  # above a header without a byline it may be the author's name
    for index in between:
        name = "series" if is_volume(document.bare(index)) else "subtitle"
        field = Field(name, document.bare(index), document.blocks[index].span)
        yield document.propose("field", index, index, ["field.below-title"], fields=[field])


def _of_title(document: Document, index: int) -> bool:
    return is_volume(document.bare(index)) or document.texts[index].casefold().startswith(
        ("or ", "or, ", "(or", "oder ")
    )


def _better(later: Finding, first: Finding) -> bool:
    """Whether a later line is the title rather than the first; the same words again are the title repeated."""
    names = {item.pattern for item in later.evidence} - {item.pattern for item in first.evidence}
    better = -BETTER if "title.by" in names else BETTER  # a site's name has no author
    return later.weight > first.weight + better and not same(later.value, first.value)


# ---------------------------------------------------------------- counters


def _counters(document: Document, index: int, known: str, part: str) -> Iterator[Finding]:
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


def _is_refrain(title: Finding, again: Sequence[Finding]) -> bool:
    """Whether a first line that only its look makes a title comes again and again: a text that says so, or a list."""
    supported = not (CERTAIN | SUPPORT).isdisjoint(item.pattern for item in title.evidence)
    return not supported and sum(item.role == "counter" for item in again) > 1


def _repeats(document: Document, known: str, *, start: int) -> Iterator[Finding]:
    """The title printed again above the story."""
    if not known:
        return
    heads = {item.first - 1 for item in document.claimed("heading", "part") if item.weight > 0 and item.first > start}
    for index in sorted({*range(start, min(start + 24, len(document.blocks))), *heads}):
        text = document.bare(index)
        if (
            0 < len(text) <= LONGEST
            and text[-1] != ","
            and same(read_title(text).title, known)
            and document.blocks[index].kind != "item"
        ):
            part = read_title(text).part
            yield document.propose("counter", index, index, ["title.repeated"], value=part)
            name = byline_of(document, index + 1) if index + 1 < len(document.blocks) else ""
            if name:
                yield document.propose("author", index + 1, index + 1, ["author.by", "author.under-title"], value=name)
