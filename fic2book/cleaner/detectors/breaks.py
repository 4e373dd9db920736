"""Scene breaks that have a mark: ornaments, rules, letters used as ornaments, words, pictures; in one or two strengths.

The strength is learned from the text: where a single ``*`` occurs beside ``***``, the single one is the soft break. A text with one kind
of mark has one strength, "hard".
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from fic2book.cleaner.detectors.break_marks import FRAME, Mark, read_mark
from fic2book.cleaner.detectors.break_shapes import drawn
from fic2book.cleaner.detectors.caption_kinds import caption_kind
from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import OPENING_QUOTES
from fic2book.model import Finding


def find_breaks(document: Document) -> Iterable[Finding]:
    """Findings of role "break", valued "soft" or "hard" by the tiers of this text."""
    marks = [mark for index in document.short if (mark := read_mark(document, index)) is not None]
    marks += _learned(document, {mark.index for mark in marks})
    marks.sort(key=lambda mark: mark.index)
    counts = Counter(mark.family for mark in marks)
    soft = soft_families(marks)
    dominant = max(sorted(counts), key=lambda family: counts[family], default="")
    last = len(document.blocks) - 1
    known = {mark.index: mark for mark in marks}
    dots = [mark.index for mark in marks if mark.reasons == ("break.dots",)]
    for mark in marks:
        if mark.index - 1 in known and known[mark.index - 1].family == mark.family:
            continue  # one break drawn in several lines
        stop = mark.index
        while stop + 1 in known and known[stop + 1].family == mark.family:
            stop += 1
        reasons = list(mark.reasons)
        if counts[mark.family] >= 2 and mark.reasons == ("break.image",):
            reasons.append("break.image-repeated")
        if counts[mark.family] >= 2:
            reasons.append("break.recurs")
        if mark.family == dominant and counts[dominant] >= 3:
            reasons.append("break.dominant")
        if mark.reasons == ("break.dots",) and _apart_from_talk(document, dots):
            reasons.append("break.apart")
        if mark.index in (0, last):
            reasons.append("break.at-edge")
        if (
            mark.family in ("*", "#")
            and mark.width == 1
            and counts[mark.family] == 1
            and _footnote(document, mark.index)
        ):
            reasons.append("break.footnote")
        value = "soft" if mark.family in soft else "hard"
        yield document.propose("break", mark.index, stop, reasons, value=value)


# ---------------------------------------------------------------- what the document shows


FEWEST: Final = 3
"""Times that a line of no known look stands between paragraphs before it is the mark of this text."""
NEAREST: Final = 3
"""Blocks between two marks; what comes again sooner is said, or listed."""


def _learned(document: Document, known: set[int]) -> Iterator[Mark]:
    """Short lines that recur word for word, far apart: ``~HP~``, ``SPN SPN SPN``, ``/////``, a story's own ornament."""
    places: dict[str, list[int]] = defaultdict(list)
    for index in document.short:
        text = document.texts[index]
        if index not in known and 0 < len(text) <= 50 and document.words[index] <= 7 and text[0] not in OPENING_QUOTES:
            places[text].append(index)
    for text, indices in places.items():
        if len(indices) < FEWEST or min(_distances(indices)) < NEAREST:
            continue
        if drawn(text) or (text[-1] not in ".,!?\"'”’…;:" and _own_ornament(document, text, indices[0])):
            for index in indices:
                yield Mark(index, f"learned {text}", 3, ("break.learned",))


def _own_ornament(document: Document, text: str, index: int) -> bool:
    """Whether a line of words is framed by signs, or says one word again and again."""
    bare = document.bare(index)
    words = text.casefold().split()
    framed = bare != text and text[0] in FRAME and text[-1] in FRAME
    echoed = len(words) >= 3 and len(set(words)) == 1 and text.isupper()
    return (framed or echoed) and not caption_kind(bare)


def _apart_from_talk(document: Document, indices: Sequence[int]) -> bool:
    """Whether lines stand far from each other, and talk does not go on across most of them, as it does across silence."""
    if len(indices) < FEWEST or min(_distances(indices)) < NEAREST:
        return False
    texts = document.texts
    across = sum(
        index + 1 < len(texts) and {texts[index - 1][:1], texts[index + 1][:1]} <= set(OPENING_QUOTES)
        for index in indices
    )
    return across * 3 <= len(indices)


def _distances(indices: Sequence[int]) -> list[int]:
    return [after - before for before, after in itertools.pairwise(indices)]


def soft_families(marks: Sequence[Mark]) -> set[str]:
    """The families that are the weaker of two strengths in this text; empty where there is one strength only."""
    widths: dict[str, int] = {}
    counts = Counter(mark.family for mark in marks)
    for mark in marks:
        widths[mark.family] = max(widths.get(mark.family, 0), mark.width)
    single = {
        family for family, width in widths.items() if width == 1 and counts[family] >= 2 and family != "\N{ASTERISM}"
    }
    return single if any(width > 1 for width in widths.values()) else set()


def _footnote(document: Document, index: int) -> bool:
    """A lone sign right above a line that could explain it, at the end of the text."""
    return index >= len(document.blocks) - 3 and index + 1 < len(document.blocks) and document.words[index + 1] <= 30
