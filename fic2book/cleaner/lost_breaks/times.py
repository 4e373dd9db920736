"""Leaps in time at the start of a paragraph, and words for time in a line that stamps a scene with its date."""

from __future__ import annotations

import re
from typing import Final

from fic2book.cleaner.lost_breaks.words import HOLIDAYS, MONTHS, WEEKDAYS

NUMBER: Final = (
    r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few|couple|some|many|\d+|half)"
)
LONG_UNIT: Final = r"(?:hour|day|week|month|year|decade|night|morning|afternoon|evening|season|weekend|fortnight)s?"
UNIT: Final = rf"(?:{LONG_UNIT}|minutes?)"
PART: Final = rf"(?:{LONG_UNIT}|noon|midnight|dawn|dusk|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
JUMP_START: Final = re.compile(
    rf"(?:on |late |early |later |by )*(?:the )?(?:next|following|same|that|one) (?:\w+ )?{PART}\b"
    r"|later\b|afterwards?\b|meanwhile\b|soon\b|presently\b|eventually\b|finally\b|at last\b|elsewhere\b|back (?:in|at|on)\b"
    rf"|for (?:the (?:next|rest of|better part of|past|last)|{NUMBER}|(?:several|many|the)) (?:\w+ ){{0,3}}?{LONG_UNIT}\b",
    re.IGNORECASE,
)
JUMP_NEAR: Final = re.compile(
    rf"\b{NUMBER} (?:\w+ ){{0,2}}?{UNIT} (?:later|after|passed|ago|went by)\b|\b(?:after|for|in|within) (?:\w+ )?{NUMBER} (?:\w+ )?{LONG_UNIT}\b",
    re.IGNORECASE,
)
NOT_JUMP: Final = re.compile(
    r"for (?:the (?:first|second|last|third|hundredth)|a (?:long |short )?(?:moment|second|while|time))\b",
    re.IGNORECASE,
)
CLOCK: Final = re.compile(r"\b(?:\d{1,2}[:.]\d\d|\d{1,2} ?(?:am|pm|a\.m|p\.m)|\w+ o'clock)\b", re.IGNORECASE)
TIME_WORD: Final = re.compile(
    rf"\b(?:{LONG_UNIT}|minutes?|later|earlier|ago|noon|midnight|dawn|dusk|today|tonight|tomorrow|yesterday|(?:19|20)\d\d|\d{{1,2}}:\d\d"
    rf"|{'|'.join(sorted(MONTHS | WEEKDAYS | HOLIDAYS))}|may \d|spring|summer|autumn|winter)\b",
    re.IGNORECASE,
)
"""Words for time in a stamp line."""
WORD: Final = re.compile(r"[^\W\d_]+")


def jumps_in_time(text: str, opening: str) -> bool:
    """Whether a paragraph opens with a leap in time. "For the first time" and "for a moment" are none; `opening` is its first sentence."""
    start = text[:90]
    if NOT_JUMP.match(start):
        return False
    if JUMP_START.match(start) or JUMP_NEAR.search(start):
        return True
    # "They march on" is no date: names of months are capitalised.
    capitals = {word.lower() for word in WORD.findall(opening) if word[0].isupper()}
    return not capitals.isdisjoint(MONTHS | WEEKDAYS | HOLIDAYS) or CLOCK.search(opening) is not None
