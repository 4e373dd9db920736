"""Damage undone: mojibake, invisible characters, stacked accents, no-break spaces used for layout, control characters, double spaces.

Everything repaired is a run that names its rule; what was taken away is a run without text. Words never change, except where
their letters had been decoded wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from fic2book.cleaner.edits import Edit, apply_edits
from fic2book.cleaner.mojibake import find_mojibake
from fic2book.model import Block, Notice

RTL: Final = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
JOINING: Final = re.compile(
    r"[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufefe]"
)
"""Scripts in which zero-width joiners and non-joiners are spelling."""
UNSPACED: Final = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff]")
"""Scripts without spaces, where a zero-width space shows where a line may break."""
EMOJI: Final = re.compile(r"[\u2190-\u2bff\ufe0f\u20e3\U0001f000-\U0001faff\U000e0020-\U000e007f]")

ZERO_WIDTH: Final = "\u200b\u200c\u200d\u2060-\u2064\ufeff\u180e\U000e0000-\U000e007f\ufff9-\ufffb"
BIDI: Final = "\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c"
CONTROL: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"
MARKS: Final = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
KEPT_MARKS: Final = 2
"""Accents left on a letter that carried a stack of more than three; two do not reach the line above."""

CANDIDATES: Final = re.compile(
    rf"(?P<control>[{CONTROL}])|(?P<soft>\u00ad)|(?P<width>[{ZERO_WIDTH}])|(?P<bidi>[{BIDI}])"
    rf"|(?P<zalgo>[{MARKS}]{{4,}})|(?P<space>[ \t]*\u00a0[ \t\u00a0]*|[ \t]{{2,}}|\t|^[ \t\u2000-\u200a\u3000]+|[ \t\u00a0]+$)"
)
LINE_BREAKS: Final = frozenset("\x0b\x0c\x85\u2028\u2029")
WORD: Final = re.compile(r"[^\W_]")


class Repaired(NamedTuple):
    """The blocks after repair, and what the user should know about it."""

    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...]


def repair(blocks: Iterable[Block]) -> Repaired:
    """The blocks without damage, and notices of what could matter to the reader; unchanged blocks are the same objects."""
    repaired: list[Block] = []
    counts: dict[str, int] = {}
    where: dict[str, str] = {}
    for block in blocks:
        for stage in (find_mojibake, find_damage):
            text = block.text
            edits = stage(block, text)
            for edit in edits:
                counts[edit.rule] = counts.get(edit.rule, 0) + 1
                where.setdefault(edit.rule, text[max(0, edit.start - 20) : edit.stop + 20].strip())
            block = apply_edits(block, edits)
        repaired.append(block)
    return Repaired(tuple(repaired), tuple(_notices(counts, where)))


MESSAGES: Final = {
    "mojibake": "{} wrongly decoded places were read again; check the first",
    "zalgo": "{} stacks of accents were thinned so that lines do not run into each other",
    "bidi": "{} direction marks were taken out of left-to-right text",
}


def _notices(counts: dict[str, int], where: dict[str, str]) -> Iterable[Notice]:
    for rule, message in MESSAGES.items():
        if rule in counts:
            yield Notice(rule, message.format(counts[rule]), where[rule], severity="info")


def find_damage(block: Block, text: str) -> list[Edit]:
    """Repairs of single characters and spaces in one paragraph, in order."""
    if text.isascii() and "  " not in text and text.isprintable() and text[:1] != " " and text[-1:] != " ":
        return []
    edits: list[Edit] = []
    rtl = None
    for match in CANDIDATES.finditer(text):
        start, stop = match.span()
        kind = match.lastgroup
        if kind == "space":
            edits += _spaces(block, text, start, stop)
        elif kind == "zalgo":
            edits.append(Edit(start + KEPT_MARKS, stop, "", "zalgo"))
        elif kind == "control":
            edits += _control(block, text, start)
        elif kind == "soft":
            edits.append(Edit(start, stop, "", "soft-hyphen"))
        elif kind == "bidi":
            rtl = RTL.search(text) is not None if rtl is None else rtl
            if not rtl:
                edits.append(Edit(start, stop, "", "bidi"))
        elif not _needed(text, start):
            edits.append(Edit(start, stop, "", "zero-width"))
    return edits


def _needed(text: str, index: int) -> bool:
    """Does a zero-width character do something here: join emoji, spell Persian or Hindi, allow a line break in Thai?"""
    character = text[index]
    around = text[max(0, index - 1) : index] + text[index + 1 : index + 2]
    if character == "\u200b":
        return bool(UNSPACED.search(around))
    if character in "\u200c\u200d":
        return bool(JOINING.search(around)) or (character == "\u200d" and len(around) == 2 and bool(EMOJI.search(around)))
    if "\U000e0020" <= character <= "\U000e007f":  # the flags of Scotland, Wales, England
        return index > 0 and (text[index - 1] == "\U0001f3f4" or "\U000e0020" <= text[index - 1] <= "\U000e007f")
    return False


def _control(block: Block, text: str, index: int) -> list[Edit]:
    character = text[index]
    if character == "\r" and text[index + 1 : index + 2] == "\n":
        return [Edit(index, index + 1, "", "control")]
    new = "\n" if character in LINE_BREAKS and 0 < index < len(text) - 1 else ""
    return [Edit(index, index + 1, new, "control")]


FRENCH_MARKS: Final = frozenset(";:!?»%€–—")


def _spaces(block: Block, text: str, start: int, stop: int) -> list[Edit]:
    """One run of blanks: nothing at the edges of a paragraph, one space within; a single no-break space may have its reasons."""
    blanks = text[start:stop]
    hard = "\u00a0" in blanks
    rule = "nbsp" if hard else "spaces"
    if block.kind == "preformatted" or (block.kind == "table" and "\t" in blanks):
        return []
    line_start = start == 0 or text[start - 1] == "\n"
    line_end = stop == len(text) or text[stop] == "\n"
    if line_start and block.kind == "verse" and not line_end:
        return []
    if line_start or line_end:
        return [Edit(start, stop, "", rule)]
    if not WORD.search(text):
        return []
    before, after = text[start - 1], text[stop]
    if after in FRENCH_MARKS or before in "«–—":
        return [] if len(blanks) == 1 else [Edit(start, stop, "\u00a0" if hard else " ", rule)]
    if blanks == "\u00a0":
        return [] if before.isdigit() or after.isdigit() else [Edit(start, stop, " ", rule)]
    if blanks[0] == " ":
        return [Edit(start + 1, stop, "", rule)]
    return [Edit(start, stop, " ", rule)]
