"""A line read in one shape of heading after the other: its number, its kind, its title, the family whose numbers it goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from functools import lru_cache

from fic2book.cleaner.detectors.heading_patterns import (
    BARE,
    COUNTED,
    DAY,
    IN_WHICH,
    LONGEST_NUMBER,
    NAMED,
    NUMBERED,
    NUMBERED_TITLE,
    ORDINAL,
    PREFIXED,
)
from fic2book.cleaner.detectors.labels import field_name
from fic2book.cleaner.words import (
    ABOVE_CHAPTERS,
    CERTAIN_SECTIONS,
    DAY_WORDS,
    HEADING_WORDS,
    NAMED_SECTIONS,
    NUMBER_WORDS,
    parse_number,
)
from fic2book.lazy import lazy
from fic2book.records import dataclass


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


def read_numbered(text: str, index: int) -> Candidate | None:
    """A heading's word with its number: "Chapter Twelve: The Long Road"."""
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
    reasons = (reason, *title_reasons(title, separated=separated, certain=kind == "chapter"))
    return Candidate(index, kind, kind, reasons, number, match["total"] or "", title)


def read_ordinal(text: str, index: int) -> Candidate | None:
    """An ordinal before a heading's word: "Erstes Kapitel"."""
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
        index, kind, kind, (reason, *title_reasons(title, separated=True, certain=False)), number, "", title
    )


def read_named(text: str, index: int) -> Candidate | None:
    """A heading without a number of its own: "Interlude II: Snow"."""
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
        *title_reasons(title, separated=True, certain=certain),
    )
    number = parse_number(match["number"]) if match["number"] else None
    return Candidate(index, kind, kind, reasons, number, "", title)


def read_counted(text: str, index: int) -> Candidate | None:
    """A part and how many there are: "[1/7]"."""
    match = COUNTED.expression.fullmatch(text)
    if match is None:
        return None
    total = match["total"]
    if total.isdigit() and int(total) < int(match["number"]):
        return None
    return Candidate(index, "chapter", "counter", ("heading.counter",), int(match["number"]), total)


def read_bare(text: str, index: int) -> Candidate | None:
    """A number alone: "XIV."."""
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


def read_day(text: str, index: int) -> Candidate | None:
    """A numbered day, night or week: "Day Three"."""
    pieces = _pieces(text)
    if len(pieces) < 2 or pieces[0] not in DAY_WORDS or parse_number(pieces[1]) is None:
        return None
    match = DAY.expression.fullmatch(text)
    number = parse_number(match["number"]) if match else None
    if match is None or number is None:
        return None
    title = match["title"].strip()
    reasons = ("heading.day", *title_reasons(title, separated=bool(match["gap"].strip(" ,")), certain=False))
    return Candidate(index, "day", f"day {match['word'].casefold()}", reasons, number, "", title)


def read_numbered_title(text: str, index: int) -> Candidate | None:
    """A number with a title: "3. The Lighthouse"."""
    begins = text[0].isdecimal() or text[0] in "IVXLCivxlc" or _begins_with_number(text)
    match = NUMBERED_TITLE.expression.fullmatch(text) if begins else None
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
        ("heading.numbered-title", *title_reasons(title, separated=True, certain=False)),
        number,
        "",
        title,
    )


def _begins_with_number(text: str) -> bool:
    """Whether the first word is a number's, or stands before one: "Two // Flow", "No. 2 - Flow"."""
    word = text[:12].casefold().split(" ", 1)[0].rstrip(".:")
    return word in NUMBER_WORDS or word in ("no", "nr", "n°", "№")


def read_prefixed(text: str, index: int) -> Candidate | None:
    """The story's name before a heading: "The Long Road: Chapter 4"."""
    pieces = _pieces(text)
    if not any(_heads_number(pieces, at) for at in range(len(pieces))):
        return None
    match = PREFIXED.expression.fullmatch(text)
    if match is None or field_name(match["story"]) not in ("", "title"):
        return None
    found = read_numbered(match["rest"], index)
    if found is None or "heading.sentence" in found.reasons:
        return None
    return found.given("heading.prefixed")


def title_reasons(title: str, *, separated: bool, certain: bool) -> Iterator[str]:
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
