"""Boundaries between paragraphs that are wider than this text's own: a dropped line, or a break without a mark?

Sites drop very short paragraphs and leave two blank lines where one belongs; other authors part scenes by nothing but blank lines. The
sizes, their regularity and what is said on both sides tell them apart. In doubt it is a possible gap, listed for review, never a break.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fic2book.cleaner.detectors.caption_kinds import caption_kind
from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import OPENING_QUOTES, pattern
from fic2book.lazy import lazy
from fic2book.model import Finding

SCENE_OPENING = pattern(
    "pause.opening",
    r"""(?:the\s(?:next|following)\s|later|meanwhile|that\s(?:night|evening|morning|afternoon)|(?:two|three|four|five|six|a\sfew|several|\d+)\s(?:hours|days|weeks|months|years)|
    when\s|it\swas\s|in\sthe\s|at\sthe\s|back\s(?:at|in)|after\s|by\sthe\stime|on\s(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|
    am\s(?:nächsten|abend|morgen)|le\slendemain|al\sdía\ssiguiente|на\sследующ|[A-ZÀ-ÞА-ЯЁ]\w+\s(?:woke|sat|stood|was|had|lay|walked|stared|looked|opened|came))""",
    match="The next morning, Clark woke early.",
    miss="Then he laughed.",
)

CONTINUING = pattern(
    "pause.continuing",
    r"(?:he|she|they|his|her|their|then|but|and|so|yet|still|however|suddenly|instead|again|yes|no|well|er|sie|aber|und|il|elle|mais|et|él|ella|pero|y|он|она|но|и|а)\b",
    match="But he did not.",
    miss="Clark walked in.",
)

PATTERNS = (SCENE_OPENING, CONTINUING)

FEWEST = 3
"""Alike boundaries before blank lines alone may be taken for breaks."""


MOST = 0.12
"""Share of a text's boundaries that gaps may have; with more, its blank lines have no rhythm to depart from. Sites that drop short lines
dropped 3 % of them."""


def find_gaps(document: Document) -> Iterable[Finding]:
    """Findings on boundaries: "gap" where a line may be missing, "pause" where blank lines alone part scenes."""
    wide = _wide_boundaries(document)
    if not wide:
        return
    inner = [item for item in document.claimed("break") if 2 < item.first < len(document.blocks) - 6]
    marked = any(item.weight >= 2.5 for item in inner) or sum(item.weight > 0 for item in inner) >= 2
    rhythm = _pause_reasons(document, wide, marked=marked)
    scattered = len(wide) > 6 and len(wide) > MOST * len(document.blocks)
    for index in wide:
        if rhythm:
            yield document.propose("pause", index, index, rhythm, value="soft" if marked else "hard")
            continue
        reasons = ["gap.blanks"]
        if _talk_goes_on(document, index):
            reasons.append("gap.mid-talk")
        if marked:
            reasons.append("gap.other-marks")
        if scattered:
            reasons.append("gap.scattered")
        yield document.propose("gap", index, index, reasons)


def _wide_boundaries(document: Document) -> list[int]:
    """Blocks of running text with more blank lines before them than usual, layout around marks and headers left out."""
    aside = document.covered(
        "break",
        "heading",
        "part",
        "title",
        "author",
        "field",
        "date",
        "counter",
        "chrome",
        "caption",
        "end",
        "note",
        "disclaimer",
        "contents",
        "dedication",
        "epigraph",
        least=0.0,
    )
    return [
        index
        for index, block in enumerate(document.blocks)
        if index
        and block.blanks > document.rhythm
        and index not in aside
        and index - 1 not in aside
        and document.texts[index]
    ]


def _pause_reasons(document: Document, wide: Sequence[int], *, marked: bool) -> list[str]:
    """Why the wide boundaries of this text are breaks; empty when they are not, or nobody can tell."""
    sizes = {document.blocks[index].blanks for index in wide}
    share = len(wide) / max(len(document.blocks) - 1, 1)
    talk = sum(_talk_goes_on(document, index) for index in wide) / len(wide)
    openings = sum(_opens(document, index) for index in wide) / len(wide)
    excess = min(sizes) - document.rhythm
    if marked or share > 0.2 or talk > 0.34:
        return []
    reasons = ["pause.rhythm"] if len(sizes) == 1 and len(wide) >= 2 else []
    if document.rhythm == 0:
        reasons += ["pause.only-blank"] if len(wide) >= 2 or openings == 1.0 else []
    elif excess >= 2 and len(sizes) == 1 and (len(wide) >= FEWEST or (excess >= 3 and len(wide) == 2)):
        reasons += ["pause.far"] if excess >= 3 else ["pause.wide"]
    else:
        return []
    if openings >= 0.3:
        reasons.append("pause.opening")
    if talk == 0:
        reasons.append("pause.no-talk")
    return reasons


def _opens(document: Document, index: int) -> bool:
    text = document.texts[index]
    return bool(caption_kind(document.bare(index)) if len(text) < 90 else False) or (
        text[0] not in OPENING_QUOTES
        and CONTINUING.expression.match(text) is None
        and SCENE_OPENING.expression.match(text) is not None
    )


_ENDS_TALK = lazy(r"[\"”’»'][.,!?]?$|[?:,;]$")


def _talk_goes_on(document: Document, index: int) -> bool:
    before, after = document.texts[index - 1], document.texts[index]
    return bool(after and after[0] in OPENING_QUOTES) or bool(
        _ENDS_TALK.search(before[-3:]) and CONTINUING.expression.match(after)
    )
