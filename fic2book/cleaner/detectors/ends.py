"""End marks: The End, Fin, Owari, TBC, To be continued, End of Part 2; in the languages we read, framed or bare."""

from __future__ import annotations

from collections.abc import Iterable

from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import COUNT, OPENING_QUOTES, pattern
from fic2book.model import Finding

PHRASE = pattern(
    "end.phrase",
    r"""(?:the\s(?:\w+\s)?end(?:\s(?:for\snow|of\sthe\sstory|\.{2,}|or\sis\sit|\(for\snow\)))?|to\sbe\s(?:continued|concluded)(?:\s?\.{2,})?|t\.?b\.?c\.?|finis|finished|owari|the\sbeginning|
    continued\sin\s.{1,40}|fin\sde\s(?:la\s)?(?:historia|l['’]histoire|partie|parte).{0,20}|ende?\sof\s(?:story|fic|file|transmission)|
    fortsetzung\sfolgt|à\ssuivre|continuará|el\sfin|la\sfin|продолжение\sследует|конец|ende)(?:\s?[.!?~\-\N{HORIZONTAL ELLIPSIS}]{0,8}|\s?or\sis\sit\??)(?:\s?\(.{1,40}\))?""",
    match="To be continued...",
    miss="The end of the road was near.",
)

WORD = pattern(
    "end.word",
    r"(?:end|fin|done|over|fini|continua|tbc|終わり|終|完|конец|completed?)[.!~]{0,3}",
    match="Fin.",
    miss="Final",
    cues="end fin done over continua tbc 終 完 конец complete",
)

COUNTED = pattern(
    "end.counted",
    rf"""(?:the\s)?(?:end|ende|fin|конец)\s?(?:of|von|de|du|der|the)?\s?(?:the\s)?(?:[(\[]?\d{{1,3}}\s?/\s?(?:\d{{1,3}}|\?)[)\]]?|(?:chapter|part|book|prologue|epilogue|kapitel|teil|chapitre|partie|capítulo|parte|главы|части|act|volume|episode|section)s?(?:\s(?:{COUNT}|[ivxlc]{{1,6}}))?(?:\s?/\s?\d{{1,3}})?)[.!]?""",
    match="End (1/3)",
    miss="End of the chapter in his life.",
    cues="# chapter part book logue kapitel teil chapitre capítulo глав част act volume episode section",
)

PATTERNS = (PHRASE, WORD, COUNTED)


def find_ends(document: Document) -> Iterable[Finding]:
    """Findings of role "end"."""
    edges = document.covered("heading", "part", "break", "chrome", least=0.5)
    last = len(document.blocks) - 1
    for index in document.short:
        text = document.bare(index)
        if text.startswith(("..", "\N{HORIZONTAL ELLIPSIS}")):
            text = text.strip(".\N{HORIZONTAL ELLIPSIS} ")
        if (
            not text
            or len(text) > 60
            or document.texts[index][0] in OPENING_QUOTES
            or document.blocks[index].kind in ("item", "table")
        ):
            continue
        reason = _reason(text)
        if not reason:
            continue
        reasons = [reason]
        if index == last:
            reasons.append("end.last")
        elif index + 1 in edges or _only_aside_below(document, index):
            reasons.append("end.before-edge")
        elif last - index > 12:
            reasons.append("end.amid")
        if text != document.texts[index] or document.stands_out(index) or text.isupper():
            reasons.append("end.framed")
        yield document.propose("end", index, index, reasons)


def ends_story(text: str) -> bool:
    """Whether a line reads like an end mark."""
    return bool(text) and bool(_reason(text))


def _reason(text: str) -> str:
    folded = text.casefold()
    if folded[0] not in _FIRST or not any(cue in folded for cue in _CUES):
        return ""
    for shape in (COUNTED, PHRASE, WORD):
        if shape.fullmatch(text):
            return shape.name
    return ""


_FIRST = frozenset("tfcodeàlпкk終完")
_CUES = tuple(
    "end fin bc b.c done over continu concluded owari beginning fortsetzung suivre complete продолжение конец 終 完".split()
)
"""A cheap look: each end mark holds one of these."""


def _only_aside_below(document: Document, index: int) -> bool:
    """Whether what follows is short enough to be notes under the story."""
    return len(document.blocks) - index <= 13 and document.words_between(index + 1, len(document.blocks)) < 500
