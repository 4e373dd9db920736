"""The shapes of headings: numbered, worded, roman, bare, decimal. Which line is one, heading_lines.py and headings.py say."""

from __future__ import annotations

from fic2book.cleaner.patterns import DASHES, HEADING_WORD, NUMBER, alternatives, pattern
from fic2book.cleaner.words import DAY_WORDS, NAMED_SECTIONS

LONGEST = 110
"""Characters of a heading with its title."""

LONGEST_NUMBER = 18
"""Characters of a number in digits or words, with the mark behind it."""

_TOTAL = rf"(?:\s?(?:/|of|out[ ]of|von|sur|de|из)\s?(?P<total>\d{{1,3}}|\?+|x+|{NUMBER})\b\??)?"

NUMBERED = pattern(
    "heading.numbered",
    rf"""(?:the\s)?(?P<word>{HEADING_WORD})(?=\b|\d|_)[._]?\s?(?:no\.?|nr\.?|number|\#|№|the\b)?\s?(?P<lead>[:{DASHES}]\s?)?
    (?:\d{{1,2}}x)?(?P<number>\d{{1,3}}|{NUMBER})(?P<letter>[a-d])?(?!['’\w]){_TOTAL}(?P<gap>\s?[:.{DASHES}~|)\]]+\s?|\s?\n\s?|\s?,\s|\s|$)(?P<title>.*)""",
    match="Chapter Twelve: The Long Road",
    miss="Chapters and verses",
)
"""Chapter 3 · Ch. IV - Title · Part 1/2 · Kapitel 7 · Глава первая."""

ORDINAL = pattern(
    "heading.ordinal",
    rf"(?:the\s|le\s|la\s|das\s)?(?P<number>{NUMBER}|\d{{1,3}}(?:st|nd|rd|th|\.|er|e|ème|º|ª|-?я))\s(?P<word>{HEADING_WORD})(?P<gap>\s?[:.{DASHES}~|]+\s?|$)(?P<title>.*)",
    match="Erstes Kapitel",
    miss="First chapters are hard",
)

NAMED = pattern(
    "heading.named",
    rf"""(?:the\s)?(?P<name>{alternatives(list(NAMED_SECTIONS))})(?:\s(?:(?:part|pt|prt|teil|partie|parte)\.?\s)?(?P<number>\d{{1,3}}|{NUMBER}))?
    (?P<gap>\s?[:.{DASHES}~|]+\s?|\s?\n\s?|$)(?P<title>.*)""",
    match="Interlude II: Snow",
    miss="Interlude music played.",
)

COUNTED = pattern(
    "heading.counter",
    r"[\[(]?(?P<number>\d{1,3})\s?(?:/|of)\s?(?P<total>\d{1,3}|\?+|x)[\])]?",
    match="[1/7]",
    miss="1/2 cup of sugar",
)

BARE = pattern(
    "heading.bare",
    rf"(?:(?:no|nr|n°|№)\.?\s?)?(?P<number>\d{{1,3}}|{NUMBER})(?P<mark>[.):]?)",
    match="XIV.",
    miss="12:30",
)

NUMBERED_TITLE = pattern(
    "heading.numbered-title",
    rf"(?:(?:no|nr|n°|№)\.?\s?)?(?P<number>\d{{1,3}}|[IVXLC]{{1,6}}|[^\W\d_]{{3,9}}(?=\s?[:/|{DASHES}]))(?P<mark>[.):]|\s(?:[{DASHES}]|//|\||/))\s(?P<title>\S.*)",
    match="3. The Lighthouse",
    miss="3 men came in",
)

DECIMAL = pattern(
    "heading.decimal",
    rf"(?P<word>[^\W\d_]{{2,20}}\s)?(?P<arc>\d{{1,2}})\.(?P<number>\d{{1,2}})(?:\s?[:{DASHES}]\s?(?P<title>\S.*)|\s(?P<rest>[A-ZÀ-ÞА-ЯЁ].*))?",
    match="Ebb 1.3",
    miss="1.5 litres of rain, they said.",
    case=True,
)
"""Chapters counted within arcs, as serials on forums do: "2.4 - The Harbour"."""

COUNTED_WORD = pattern(
    "heading.counted-word",
    rf"(?P<word>[^\W\d_]{{2,14}}(?:\s[^\W\d_]{{2,12}})?)\s(?:no\.?\s|\#\s?)?(?P<number>\d{{1,3}}|{NUMBER})(?P<gap>\s?[:.{DASHES}]\s?|$)(?P<title>.*)",
    match="Lesson Two: Water",
    miss="Lessons, water",
)
"""Any word with a number; only a sequence of the same word makes it a heading."""

ORDINAL_WORD = pattern(
    "heading.ordinal-word",
    r"(?:the\s)?(?P<number>[^\W\d_]{4,12}|\d{1,2}(?:st|nd|rd|th))\s(?P<word>[^\W\d_]{3,14})(?P<gap>\s?:\s?|$)(?P<title>.*)",
    match="The First Time",
    miss="The first time was hard.",
)

DAY = pattern(
    "heading.day",
    rf"(?P<word>{alternatives(list(DAY_WORDS))})\s(?P<number>\d{{1,4}}|{NUMBER})(?P<gap>\s?[:.{DASHES}~|]+\s?|\s?,\s|$)(?P<title>.*)",
    match="Day Three",
    miss="Day three was worse than day two.",
)

PREFIXED = pattern(
    "heading.prefixed",
    rf"(?P<story>[^:|]{{2,60}}?)\s?(?:[:|,]|\s[{DASHES}])\s?(?P<rest>(?:{HEADING_WORD})\b\.?\s(?:\d{{1,3}}|{NUMBER})\b.*)",
    match="The Long Road: Chapter 4",
    miss="He said: chapters and verses.",
)

IN_WHICH = (
    "in which ",
    "wherein ",
    "in dem ",
    "in welchem ",
    "dans lequel ",
    "où ",
    "en el que ",
    "donde ",
    "в которой ",
)
"""How the titles of old novels' chapters begin."""

PATTERNS = (DECIMAL, COUNTED_WORD, ORDINAL_WORD, NUMBERED, ORDINAL, NAMED, COUNTED, BARE, NUMBERED_TITLE, DAY, PREFIXED)
