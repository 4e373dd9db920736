"""Stretches of a paragraph that typography and emphasis must not touch: addresses, handles, emoticons, arrows, code."""

from __future__ import annotations

import re
from typing import Final

from fic2book.lazy import lazy
from fic2book.model import Block, Run

SIGNS: Final = tuple("@#\\<>^=~_|`/8")
CLUES: Final = {
    ":": (":'", ':"', ":-", "':", "-:", ":*"),
    ";": (";'", "';", ";-"),
    "-": ("--;", "--'", "-.-", "T-T", "t-t", "x-x", "o-o", "O-O", "o-O", "O-o"),
    "'": ("T'T",),
    ".": ("www.", "T.T", "t.t", "x.x", "o.o", "O.O", "o.O", "O.o"),
}
"""A cheap look before the costly one: text without any of these holds nothing to protect. Most signs themselves say no already."""

STOPS: Final = '"“”„«»<>'  # what no address holds
ENDING: Final = r"(?<![.,;:!?')\]*_])"  # an address does not end in the sentence's own punctuation

PATTERN: Final = lazy(
    rf"""
      (?: (?:https?|ftp|file):// | mailto: ) [^\s{STOPS}]+ {ENDING}         # an address with its scheme
    | \bwww\. [^\s{STOPS}]+ {ENDING}
    | \w [\w.+'-]{{0,63}} @ [\w-]{{1,63}} (?: \.[\w-]{{1,63}} )+               # e-mail
    | (?<![\w.-]) (?: [\w-]{{1,63}}\. ){{1,6}} [a-z]{{2,4}} / [^\s{STOPS}]* {ENDING}   # site.net/u/some--one
    | (?<!\w) [@\#] \w [\w-]* (?: ' (?!s\b) [\w-]+ )*                                   # @handle, #hashtag
    | (?<! [\w/.~] ) (?: ~ | \.{{1,3}} )? (?: / [\w.-]+ ){{2,12}} /? (?! [\w/] )     # /usr/bin, ../a/b
    | \b [A-Za-z] :\\ [^\s{STOPS}]*                                          # C:\folder
    | ` (?=\S) [^`\n]{{0,200}} (?<=\S) ` (?!\w)                             # `code`, but not `speech'
    | </? [A-Za-z] [^<>\n]{{0,200}} >                                      # <nick>, markup written out
    | <?-+> | <-+ | <=+> | =+>                                             # arrows
    | ^ [^\s:{STOPS}'‘’]{{0,30}} (?: [_^~] | \d | xX | Xx ) [^\s:{STOPS}]{{0,30}} : (?=\s)          # a chat handle at the start of a line
    | (?<! \w ) [>}}]? [:;=8] ['"] -? [()\[\]DPp|/\\*3oO] (?! \w )          # :'(
    | (?<! \w ) [:;=8] - ["'] (?! \w )                                     # :-"
    | (?<! \w ) [>}}]? [:;=8] -? [()\[\]DPp|/\\*3oO] (?! \w )               # :-) :/ :*
    | (?<! \S ) [()D\]] -? ['"] -? [:;=] (?! \w )                           # D':
    | (?<! \w ) (?: [\^<>xoOTt@*~=;]_[\^<>xoOTt@*~=;] | [\^<>@~=][.-][\^<>xoOTt@*~=;] | [xoOTt*;][.-][\^<>@~=]
      | T[.-]T | t[.-]t | x[.-]x | [oO][.-][oO] | -[_.]- | '[_-]' | \._\. ) [;'"]* (?! \w )             # -_-' ^_^ >.<
    | \^\^ [;'"]* | (?<! \w ) -- (?: ;+ | ' (?! \w ) ) | \bT'T\b
    | \\[o0]/ | <3 | </3
    """,
    re.VERBOSE | re.MULTILINE,
)


def find_protected(block: Block, text: str) -> list[tuple[int, int]]:
    """Half-open ranges of `text` (the block's joined text) to leave alone, in order, not overlapping."""
    found: list[tuple[int, int]] = []
    if has_clue(text):
        even = text.count('"') % 2 == 0
        for match in PATTERN.finditer(text):
            start, stop = match.span()
            # In «"Sure ^_^" he typed» the mark ends the speech; only an odd one out can be a drop of sweat.
            if even and text[stop - 1] == '"':
                stop -= 1
            found.append((start, stop))
    if any(isinstance(inline, Run) and "code" in inline.marks for inline in block.inlines):
        found = merge(found + _code(block))
    return found


def has_clue(text: str) -> bool:
    """Whether a text may hold something to protect: a cheap look before the costly one, the signs in a plain loop, the cheapest there is."""
    for sign in SIGNS:
        if sign in text:
            return True
    return any(sign in text and any(map(text.__contains__, clues)) for sign, clues in CLUES.items())


def _code(block: Block) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    position = 0
    for inline in block.inlines:
        if isinstance(inline, Run):
            end = position + len(inline.text)
            if "code" in inline.marks:
                ranges.append((position, end))
            position = end
    return ranges


def merge(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same ground covered by ranges in order that do not overlap."""
    merged: list[tuple[int, int]] = []
    for start, stop in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(stop, merged[-1][1]))
        else:
            merged.append((start, stop))
    return merged
