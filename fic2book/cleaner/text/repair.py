"""Damage undone: mojibake, invisible characters, stacked accents, no-break spaces used for layout, control characters, double spaces.

Everything repaired is a run that names its rule; what was taken away is a run without text. Words never change, except where
their letters had been decoded wrongly.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple

from fic2book.cleaner.text.edits import Edit, apply_edits, source_span
from fic2book.cleaner.text.mojibake import find_mojibake
from fic2book.cleaner.text.scripts import is_western
from fic2book.lazy import lazy
from fic2book.model import Block, Notice, Run, Span

RTL: Final = lazy(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
JOINING: Final = lazy(r"[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufefe]")
"""Scripts in which zero-width joiners and non-joiners are spelling."""
UNSPACED: Final = lazy(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff]")
"""Scripts without spaces, where a zero-width space shows where a line may break."""
EMOJI: Final = lazy(r"[\u2190-\u2bff\ufe0f\u20e3\U0001f000-\U0001faff\U000e0020-\U000e007f]")

ZERO_WIDTH: Final = "\u200b\u200c\u200d\u2060-\u2064\ufeff\u180e\U000e0000-\U000e007f\ufff9-\ufffb"
BIDI: Final = "\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c"
CONTROL: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
"""What XML cannot hold, or no reader shows; a repair of mojibake may bring it to light."""
MARKS: Final = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
KEPT_MARKS: Final = 2
"""Accents left on a letter that carried a stack of more than three; two do not reach the line above."""

INVISIBLE: Final = lazy(rf"(?P<control>[{CONTROL}])|(?P<soft>\u00ad)|(?P<width>[{ZERO_WIDTH}])|(?P<bidi>[{BIDI}])")
ANY_INVISIBLE: Final = lazy(f"[{CONTROL}{ZERO_WIDTH}{BIDI}\u00ad]")
STACK: Final = lazy(f"[{MARKS}]{{4,}}")
BLANKS: Final = lazy(
    r"[ \t]*\u00a0[ \t\u00a0]*|[ \t]{2,}|\t|^[ \t\u2000-\u200a\u3000]+|[ \t]+$",
    re.MULTILINE,
)
ANY_BLANKS: Final = lazy(r"[\u00a0\t\u2000-\u200a\u3000]")
LINE_BREAKS: Final = frozenset("\x0b\x0c\x85\u2028\u2029")
WORD: Final = lazy(r"[^\W_]")


class Repaired(NamedTuple):
    """The blocks after repair, and what the user should know about it."""

    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...]


def repair(blocks: Iterable[Block]) -> Repaired:
    """The blocks without damage, and notices of what could matter to the reader; unchanged blocks are the same objects."""
    repaired: list[Block] = []
    counts: Counter[str] = Counter()
    first: dict[str, tuple[str, Span]] = {}
    for block in blocks:
        if _is_sound(block.text):
            repaired.append(block)
            continue
        whole = block
        for stage in STAGES:
            text = whole.text
            edits = stage(whole, text)
            for edit in edits:
                counts[edit.rule] += 1
                if edit.rule not in first:
                    where = text[max(0, edit.start - 20) : edit.stop + 20].strip()
                    first[edit.rule] = where, source_span(whole, edit.start, edit.stop)
            whole = apply_edits(whole, edits)
        repaired.append(whole)
    return Repaired(tuple(repaired), tuple(_notices(counts, first)))


def _is_sound(text: str) -> bool:
    """A cheap look that clears most paragraphs: no stage finds anything in printable ASCII without doubled or outer spaces."""
    return text.isascii() and text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " "


MESSAGES: Final = {
    "mojibake": "{} wrongly decoded places were read again; check the first",
    "zalgo": "{} stacks of accents were thinned so that lines do not run into each other",
    "bidi": "{} direction marks were taken out of left-to-right text",
}


def _notices(counts: Counter[str], first: dict[str, tuple[str, Span]]) -> Iterable[Notice]:
    for rule, message in MESSAGES.items():
        if rule in counts:
            where, span = first[rule]
            yield Notice(rule, message.format(counts[rule]), where, span, "info")


def find_invisible(block: Block, text: str) -> list[Edit]:
    """Characters that cannot be seen and do nothing here, in order."""
    if text.isprintable() or not ANY_INVISIBLE.search(text):  # nothing printable is invisible
        return []
    rtl = RTL.search(text) is not None
    edits: list[Edit] = []
    for match in INVISIBLE.finditer(text):
        start, stop = match.span()
        kind = match.lastgroup
        if kind == "control":
            edits.append(_control(text, start))
        elif kind == "soft":
            edits.append(Edit(start, stop, "", "soft-hyphen"))
        elif kind == "bidi" and not rtl:
            edits.append(Edit(start, stop, "", "bidi"))
        elif kind == "width" and not _needed(text, start):
            edits.append(Edit(start, stop, "", "zero-width"))
    return edits


def find_stacks(block: Block, text: str) -> list[Edit]:
    """Accents beyond the second in stacks of more than three."""
    if text.isascii() or is_western(text):
        return []
    return [Edit(match.start() + KEPT_MARKS, match.end(), "", "zalgo") for match in STACK.finditer(text)]


def find_blanks(block: Block, text: str) -> list[Edit]:
    """Runs of blanks, blanks at the edges of lines, and no-break spaces without a reason, in order."""
    plain = "  " not in text and text[:1] != " " and text[-1:] != " "
    if plain and text.isprintable():  # of all blanks only the space is
        return []
    if plain and " \n" not in text and "\n " not in text and not ANY_BLANKS.search(text):
        return []
    if block.kind == "preformatted":
        return []
    pictures = _picture_places(block)
    matches = (
        match for match in BLANKS.finditer(text) if not any(match.start() <= place <= match.end() for place in pictures)
    )
    found = (_spaces(block, text, *match.span()) for match in matches)
    return [edit for edit in found if edit is not None]


def _picture_places(block: Block) -> list[int]:
    """Where in a block's text its pictures stand: the blanks on both sides of one do not meet."""
    if all(isinstance(inline, Run) for inline in block.inlines):
        return []
    places: list[int] = []
    position = 0
    for inline in block.inlines:
        if isinstance(inline, Run):
            position += len(inline.text)
        else:
            places.append(position)
    return places


STAGES: Final = (find_mojibake, find_invisible, find_stacks, find_blanks)
"""In this order: what was decoded wrongly may hide the rest, and blanks are judged when nothing invisible parts them."""


def _needed(text: str, index: int) -> bool:
    """Does a zero-width character do something here: join emoji, spell Persian or Hindi, allow a line break in Thai?"""
    character = text[index]
    around = text[max(0, index - 1) : index] + text[index + 1 : index + 2]
    if character == "\u200b":
        return bool(UNSPACED.search(around))
    if character in "\u200c\u200d":
        return bool(JOINING.search(around)) or (
            character == "\u200d" and len(around) == 2 and bool(EMOJI.search(around))
        )
    if "\U000e0020" <= character <= "\U000e007f":  # the flags of Scotland, Wales, England
        return index > 0 and (text[index - 1] == "\U0001f3f4" or "\U000e0020" <= text[index - 1] <= "\U000e007f")
    return False


def _control(text: str, index: int) -> Edit:
    """A control character that breaks lines in other programs breaks the line; all others go."""
    inside = text[index] in LINE_BREAKS and 0 < index < len(text) - 1
    return Edit(index, index + 1, "\n" if inside else "", "control")


FRENCH_MARKS: Final = frozenset(";:!?»%€–—")


def _spaces(block: Block, text: str, start: int, stop: int) -> Edit | None:
    """One run of blanks: nothing at the edges of a line, one space within; a single no-break space may have its reasons."""
    blanks = text[start:stop]
    hard = "\u00a0" in blanks
    rule = "nbsp" if hard else "spaces"
    if block.kind == "table" and "\t" in blanks:
        return None
    line_start = start == 0 or text[start - 1] == "\n"
    line_end = stop == len(text) or text[stop] == "\n"
    if line_start and block.kind == "verse" and not line_end:
        return None
    if line_start or line_end:
        return Edit(start, stop, "", rule)
    if not WORD.search(text):
        return None
    before, after = text[start - 1], text[stop]
    if hard and (after in FRENCH_MARKS or before in "«–—"):
        return None if len(blanks) == 1 else Edit(start, stop, "\u00a0", rule)
    if blanks == "\u00a0":
        return None if before.isdigit() or after.isdigit() else Edit(start, stop, " ", rule)
    if blanks[0] == " ":
        return Edit(start + 1, stop, "", rule)
    return Edit(start, stop, " ", rule)
