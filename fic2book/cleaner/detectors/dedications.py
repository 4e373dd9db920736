"""Dedications and epigraphs: the lines between a title and its story that are neither header nor note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import DASHES, OPENING_QUOTES, pattern
from fic2book.lazy import lazy
from fic2book.model import Finding

FOR = pattern(
    "dedication.for",
    r"(?i:for|für|pour|para|для|to)\s(?:my\s)?(?:[A-ZÀ-ÞА-ЯЁ@]|[a-z]+[_\d])[\w'’@.-]{1,30}(?:(?:,|\sand|\s&)?\s[\w'’@.-]{1,25}){0,14}[.!]?",
    match="For Anna",
    miss="for a long time he waited",
    case=True,
)

DEDICATED = pattern(
    "dedication.words",
    r"(?:(?:this\s(?:story|fic|one|chapter)\sis\s)?dedicated\sto|in\s(?:loving\s)?memory\sof|a\s(?:\w+\s)?(?:gift|present)\sfor|written\sfor|gewidmet|dédié\sà|dedicado\sa|посвящается)\b.{1,140}",
    match="Dedicated to my sister",
    miss="He was dedicated.",
    cues="dedicated memory gift present written gewidmet dédié dedicado посвящается",
)

SOURCE = pattern(
    "epigraph.source",
    rf"[{DASHES}]{{1,2}}\s?[A-ZÀ-ÞА-ЯЁ\"“«].{{2,70}}(?<![{DASHES}~])",
    match="— William Blake, The Tyger",
    miss="-and then",
    case=True,
    cues="- \N{EN DASH} \N{EM DASH} \N{HORIZONTAL BAR} \N{MINUS SIGN}",
)

PATTERNS = (FOR, DEDICATED, SOURCE)


DASH_TALK = 3
"""Paragraphs that begin with a dash from which on a text sets its speech so, and a dash names no source."""


def find_dedications(document: Document) -> Iterable[Finding]:
    """Findings of roles "dedication" and "epigraph" at the edges of the text and its chapters."""
    aside = document.covered(
        "field", "title", "author", "heading", "part", "break", "caption", "counter", "date", least=0.0
    )
    dashed = sum(text[:1] in _DASHES for text in document.texts) >= DASH_TALK
    for index, depth, opening in document.edge_walk():
        text = document.texts[index]
        if not opening or index in aside or not text or depth > 2:
            continue
        if len(text) <= 160:
            yield from _dedication(document, index)
        if not dashed:
            yield from _epigraph(document, index)


_DASHES = frozenset("-\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}")


_FOR = frozenset(("for", "für", "pour", "para", "для", "to"))


def _dedication(document: Document, index: int) -> Iterator[Finding]:
    text = document.bare(index)
    if text[:1] in OPENING_QUOTES:
        return
    if DEDICATED.fullmatch(text):
        yield document.propose("dedication", index, index, ["dedication.words"])
    elif (
        _FOR.intersection(text[:5].casefold().split()[:1])
        and FOR.expression.fullmatch(text)
        and not _TELLS.search(text)
        and (len(text.split()) <= 8 or ", who " in text or ", for " in text or ", because " in text)
    ):
        reasons = ["dedication.for", *(["caption.stands-out"] if document.stands_out(index) else [])]
        yield document.propose("dedication", index, index, reasons)


_TELLS = lazy(
    r",\s(?:the|a|an|it|he|she|they|there|this|that|nothing|everything|der|die|das|es|le|la|el|c'est)\s", re.IGNORECASE
)
"""A sentence that begins with "for": "For Marcus, the war ended on a Tuesday."."""


def _epigraph(document: Document, index: int) -> Iterator[Finding]:
    """A quotation with a line below that names its source."""
    lines = [line for line in document.texts[index].split("\n") if line.strip()]
    last = index
    if len(lines) == 1:
        while last + 1 < len(document.texts) and document.blocks[last + 1].blanks == 0 and len(lines) < MOST_VERSES:
            last += 1
            lines.append(document.texts[last])
            if SOURCE.fullmatch(lines[-1]):
                break
        if last == index and last + 1 < len(document.texts):
            last += 1
            lines.append(document.texts[last])
    source = lines[-1].strip()
    if len(lines) < 2 or not 0 < len(source) <= 90 or SOURCE.fullmatch(source) is None:
        return
    if (
        _SPEECH.search(source) is not None
        or document.words_between(index, last + 1) > 120
        or len(source.split()) > 10
        or source[-1] in "?!"
    ):
        return
    quoted = (
        document.texts[index][0] in OPENING_QUOTES
        or document.blocks[index].kind in ("quote", "verse")
        or document.stands_out(index)
    )
    verse = len(lines) > 2 and max(map(len, lines)) <= 70
    if quoted or verse:
        reasons = ["epigraph.source", "epigraph.quoted" if quoted else "epigraph.verse"]
        yield document.propose("epigraph", index, last, reasons)


_SPEECH = lazy(rf"[,.!?\N{{HORIZONTAL ELLIPSIS}}]\s[{DASHES}]")
"""A dash behind a stop goes on from speech: "— You did not sleep, — he said."."""

MOST_VERSES = 12
"""Lines of a quotation above a story."""
