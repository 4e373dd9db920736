"""What one line says when it is read as a heading: numbered, worded, roman, bare, decorated; a number, a kind, a title.

Whether it is one, its place in the whole text decides: headings.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field, replace
from functools import lru_cache

from fic2book.cleaner.detectors.labels import field_name
from fic2book.cleaner.document import Document
from fic2book.cleaner.lazy import lazy
from fic2book.cleaner.patterns import DASHES, HEADING_WORD, NUMBER, OPENING_QUOTES, alternatives, pattern
from fic2book.cleaner.words import (
    ABOVE_CHAPTERS,
    CERTAIN_SECTIONS,
    DAY_WORDS,
    HEADING_WORDS,
    MONTHS,
    NAMED_SECTIONS,
    NUMBER_WORDS,
    parse_number,
)
from fic2book.records import dataclass

LONGEST = 110
"""Characters of a heading with its title."""

LONGEST_NUMBER = 18
"""Characters of a number in digits or words, with the mark behind it."""

_TOTAL = rf"(?:\s?(?:/|of|out[ ]of|von|sur|de|из)\s?(?P<total>\d{{1,3}}|\?+|x+|{NUMBER})\b\??)?"

NUMBERED = pattern(
    "heading.numbered",
    rf"""(?:the\s)?(?P<word>{HEADING_WORD})(?=\b|\d)\.?\s?(?:no\.?|nr\.?|number|\#|№|the\b)?\s?(?P<lead>[:{DASHES}]\s?)?
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


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may head a section. `family` groups the lines whose numbers form one sequence."""

    index: int
    kind: str
    family: str
    reasons: tuple[str, ...]
    number: int | None = None
    total: str = ""
    title: str = ""
    last: int = field(default=-1)

    def given(self, *reasons: str) -> Candidate:
        """The same candidate with more reasons."""
        return replace(self, reasons=self.reasons + reasons)


def read_heading(document: Document, index: int) -> Candidate | None:
    """What the words of one short block say, None when they are no heading's."""
    block = document.blocks[index]
    raw = document.texts[index]
    if (
        not raw
        or len(raw) > (300 if block.kind == "heading" else LONGEST)
        or block.kind in ("item", "rule", "table", "preformatted", "image")
    ):
        return None
    if raw[0] in OPENING_QUOTES and block.kind != "heading":
        return None
    text = document.bare(index)
    found = read_words(text, index) if text else None
    if found is None and raw[0] == "#" and text and document.manuscript.source.media == "text":
        found = _hashed(raw, text, index)
    if found is None and block.kind == "heading":
        found = Candidate(index, "chapter", f"element{block.level}", (), title=text)
    if found is None:
        return None
    return found.given(*_look(document, index))


def _hashed(raw: str, text: str, index: int) -> Candidate | None:
    """A heading as plain text marks it: number signs and a space before it."""
    level = len(raw) - len(raw.lstrip("#"))
    if level > 6 or not raw[level:].startswith(" ") or raw.endswith("#") or len(text.split()) > 14 or text[-1] in ".,;":
        return None
    return Candidate(index, "chapter", f"hash{level}", ("heading.looks", "heading.hash"), title=text)


def _look(document: Document, index: int) -> Iterator[str]:
    block = document.blocks[index]
    if block.kind == "heading":
        yield "heading.element"
    elif document.stands_out(index) or document.bare(index) != document.texts[index]:
        yield "heading.stands-out"
    elif document.bare(index).isupper() and len(document.bare(index)) > 4:
        yield "heading.caps"


def read_words(text: str, index: int) -> Candidate | None:
    """What a line without its ornaments says; it must not be empty."""
    if text[0] == "." and text[1:2].isdigit():
        text = text[1:]  # ".01. Ebb"
    first = text[0]
    if not (first.isalnum() or first in "[(#"):
        return None
    word = _first_word(text)
    if (
        word in _STARTS
        or first.isdigit()
        or first in "[(№"
        or word in _NUMERO
        or (len(word) <= 6 and not word.strip("ivxlc"))
    ):
        for reader in (_numbered, _ordinal, _named, _counted, _bare, _day, _decimal, _numbered_title):
            found = reader(text, index)
            if found is not None:
                return found
    if ":" in text or "|" in text or "," in text or " - " in text or " \N{EN DASH} " in text or " \N{EM DASH} " in text:
        found = _prefixed(text, index)
        if found is not None:
            return found
    return _decimal(text, index) or _counted_word(text, index)


_NUMERO = frozenset(("no", "nr", "n°", "№"))
"""What stands before a number: "No. 3"."""


def _counted_word(text: str, index: int) -> Candidate | None:
    """A word with a number, of which only a sequence makes headings: "Rule #2: Never Look Back", "The Third Time"."""
    words = text[:60].split()[:4]
    if (
        not 2 <= len(text.split()) <= 12
        or not text[0].isupper()
        or text[-1] in ".,;!?"
        or not any(_counts(word) for word in words)
    ):
        return None
    match, number = _counted_in(text)
    if match is None or number is None or number > 300:
        return None
    word, title = match["word"].casefold(), match["title"].strip()
    if word in MONTHS or (title and not (title[0].isupper() or title[0] in OPENING_QUOTES)):
        return None
    return Candidate(
        index,
        "section",
        f"counted {word}",
        ("heading.counted-word", *_title_reasons(title, separated=True, certain=False)),
        number,
        "",
        title,
    )


def _counted_in(text: str) -> tuple[re.Match[str] | None, int | None]:
    for shape in (COUNTED_WORD, ORDINAL_WORD):
        match = shape.expression.fullmatch(text)
        number = parse_number(match["number"]) or parse_number(match["number"].rstrip("stndrh")) if match else None
        if number is not None:
            return match, number
    return None, None


def _counts(word: str) -> bool:
    plain = word.casefold().strip("#.:,-\N{EN DASH}\N{EM DASH}")
    return plain.isdigit() or plain in NUMBER_WORDS or plain[:-2].isdigit()


def _first_word(text: str) -> str:
    head = text[:24].replace("\n", " ").split(" ", 1)[0]
    return (
        head.casefold().strip(".:,-)\N{EN DASH}\N{EM DASH}#").split("-")[0].rstrip("0123456789") or head if head else ""
    )


_STARTS = (
    frozenset(HEADING_WORDS)
    | frozenset(DAY_WORDS)
    | {name.split()[0] for name in NAMED_SECTIONS}
    | {word.split()[0].split("-")[0] for word in NUMBER_WORDS}
    | {"the", "le", "la", "das", "entr'acte"}
)


# A cheap look before each of the costly expressions: most lines that begin like a heading have no number, or no heading's word.

_LETTERS_OR_DIGITS = lazy(r"[^\W\d_]+|\d+")
_NAMES = tuple(NAMED_SECTIONS)


@lru_cache(maxsize=4)
def _pieces(text: str) -> tuple[str, ...]:
    """A line's words and numbers, casefolded."""
    return tuple(_LETTERS_OR_DIGITS.findall(text.casefold()))


def _heads_number(pieces: tuple[str, ...], at: int) -> bool:
    """Whether the word at `at` heads chapters and a number follows, with a word between them at most."""
    return (
        at < len(pieces)
        and pieces[at] in HEADING_WORDS
        and any(parse_number(piece) is not None for piece in pieces[at + 1 : at + 3])
    )


def _is_named(text: str) -> bool:
    folded = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return folded.startswith(_NAMES) or (folded.startswith("the") and folded[4:].startswith(_NAMES))


def _numbered(text: str, index: int) -> Candidate | None:
    pieces = _pieces(text)
    if not _heads_number(pieces, 1 if pieces[:1] == ("the",) else 0):
        return None
    match = NUMBERED.expression.fullmatch(text)
    if match is None:
        # "Chapter3", "ch1": letters and digits run together
        return None
    number, total = parse_number(match["number"]), match["total"] or ""
    if number is None or (total.strip("?xX") and parse_number(total) is None):
        return None
    kind = HEADING_WORDS[match["word"].casefold()]
    title, separated = match["title"].strip(), bool(match["gap"].strip(" ,")) or "\n" in match["gap"]
    separated = separated or title.casefold().startswith(IN_WHICH)
    if title.startswith("by ") and title.count(" ") <= 3:
        title = ""  # "Chapter 1 by Jane": an archive's printout
    reason = (
        "heading.chapter"
        if kind in ("chapter", "episode")
        else "heading.part"
        if kind in ABOVE_CHAPTERS
        else "heading.section"
    )
    reasons = (reason, *_title_reasons(title, separated=separated, certain=kind == "chapter"))
    return Candidate(index, kind, kind, reasons, number, match["total"] or "", title)


def _ordinal(text: str, index: int) -> Candidate | None:
    if HEADING_WORDS.keys().isdisjoint(_pieces(text)[1:5]):
        return None
    match = ORDINAL.expression.fullmatch(text)
    if match is None:
        return None
    written = match["number"]
    number = parse_number(written) or parse_number("".join(filter(str.isdigit, written)))
    if number is None or written.isdigit():  # "3 Kapitel" counts them
        return None
    kind = HEADING_WORDS[match["word"].casefold()]
    reason = "heading.chapter" if kind == "chapter" else "heading.part" if kind in ABOVE_CHAPTERS else "heading.section"
    title = match["title"].strip()
    return Candidate(
        index, kind, kind, (reason, *_title_reasons(title, separated=True, certain=False)), number, "", title
    )


def _named(text: str, index: int) -> Candidate | None:
    match = NAMED.expression.fullmatch(text) if _is_named(text) else None
    if match is None or (match["number"] and parse_number(match["number"]) is None):
        return None
    kind = NAMED_SECTIONS[match["name"].casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")]
    title = match["title"].strip()
    if title and (match["gap"].strip() in (".", "...") or match["name"][0].islower()):
        return None
    if match["gap"].strip() in (".", "...") and kind not in CERTAIN_SECTIONS:
        return None
    certain = kind in CERTAIN_SECTIONS or kind == "chapter" or (":" in match["gap"] and title[:1].isupper())
    reasons = (
        "heading.named" if certain else "heading.named-doubtful",
        *_title_reasons(title, separated=True, certain=certain),
    )
    number = parse_number(match["number"]) if match["number"] else None
    return Candidate(index, kind, kind, reasons, number, "", title)


def _counted(text: str, index: int) -> Candidate | None:
    match = COUNTED.expression.fullmatch(text)
    if match is None:
        return None
    total = match["total"]
    if total.isdigit() and int(total) < int(match["number"]):
        return None
    return Candidate(index, "chapter", "counter", ("heading.counter",), int(match["number"]), total)


def _bare(text: str, index: int) -> Candidate | None:
    match = BARE.expression.fullmatch(text) if len(text) <= LONGEST_NUMBER else None
    number = parse_number(match["number"]) if match else None
    if match is None or number is None or number > 300:
        return None
    written = match["number"]
    roman = len(written) <= 6 and not written.casefold().strip("ivxlc")
    family = (
        "digits" if written.isdigit() else "roman" if roman or (written.isupper() and len(written) <= 6) else "words"
    )
    return Candidate(index, "chapter", f"bare {family}{match['mark']}", ("heading.bare",), number)


def _decimal(text: str, index: int) -> Candidate | None:
    if not any(map(str.isdigit, text[:24])) or "." not in text[:24] or text[-1] in ".,;!?":
        return None
    match = DECIMAL.expression.fullmatch(text)
    if match is None:
        return None
    title = (match["title"] or match["rest"] or "").strip()
    family = f"counted {(match['word'] or '').strip().casefold()} {match['arc']}"
    reasons = ("heading.counted-word", *_title_reasons(title, separated=bool(match["title"]), certain=False))
    return Candidate(index, "section", family, reasons, int(match["number"]), "", title)


def _day(text: str, index: int) -> Candidate | None:
    pieces = _pieces(text)
    if len(pieces) < 2 or pieces[0] not in DAY_WORDS or parse_number(pieces[1]) is None:
        return None
    match = DAY.expression.fullmatch(text)
    number = parse_number(match["number"]) if match else None
    if match is None or number is None:
        return None
    title = match["title"].strip()
    reasons = ("heading.day", *_title_reasons(title, separated=bool(match["gap"].strip(" ,")), certain=False))
    return Candidate(index, "day", f"day {match['word'].casefold()}", reasons, number, "", title)


def _numbered_title(text: str, index: int) -> Candidate | None:
    match = NUMBERED_TITLE.expression.fullmatch(text) if text[0].isdecimal() or text[0] in "IVXLCivxlc" else None
    number = parse_number(match["number"]) if match else None
    if match is None or number is None or number > 300:
        return None
    title = match["title"].strip()
    written = match["number"]
    kind = "digits" if written.isdigit() else "roman" if written.isupper() and len(written) < 7 else "words"
    family = f"titled {kind}{match['mark'].strip()}"
    return Candidate(
        index,
        "chapter",
        family,
        ("heading.numbered-title", *_title_reasons(title, separated=True, certain=False)),
        number,
        "",
        title,
    )


def _prefixed(text: str, index: int) -> Candidate | None:
    pieces = _pieces(text)
    if not any(_heads_number(pieces, at) for at in range(len(pieces))):
        return None
    match = PREFIXED.expression.fullmatch(text)
    if match is None or field_name(match["story"]) not in ("", "title"):
        return None
    found = _numbered(match["rest"], index)
    if found is None or "heading.sentence" in found.reasons:
        return None
    return found.given("heading.prefixed")


def _title_reasons(title: str, *, separated: bool, certain: bool) -> Iterator[str]:
    """What the words behind the number say: a title, or the rest of a sentence."""
    if not title:
        return
    words = title.split()
    capitals = sum(word[:1].isupper() or not word[:1].isalpha() for word in words)
    if (
        len(words) > 14
        or title[0] in ",;"
        or (not separated and (capitals < len(words) * 0.6 or title[-1] in ".,;"))
        or (title[0].islower() and title[-1] in ".,;!" and not certain)
    ):
        yield "heading.sentence"
    elif title[-1] in ".,;" and not title.endswith("...") and len(words) > 3:
        yield "heading.full-stop"
