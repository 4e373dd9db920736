"""Chapter headings, and parts above chapters: numbered, worded, roman, bare, decorated, with their titles on the next line.

A candidate is judged by its words first (heading_lines.py); then by its place in the numbering of the whole text
(heading_sequences.py), which is what tells the "3" that heads a chapter from the "3" of a countdown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from fic2book.cleaner.detectors.captions import caption_kind
from fic2book.cleaner.detectors.ends import ends_story
from fic2book.cleaner.detectors.heading_lines import read_heading, read_words
from fic2book.cleaner.detectors.heading_patterns import PATTERNS
from fic2book.cleaner.detectors.heading_sequences import in_sequence
from fic2book.cleaner.detectors.heading_shapes import Candidate
from fic2book.cleaner.detectors.labels import field_name
from fic2book.cleaner.document import Document
from fic2book.cleaner.lazy import lazy
from fic2book.cleaner.patterns import OPENING_QUOTES
from fic2book.cleaner.words import ABOVE_CHAPTERS, parse_number
from fic2book.model import Finding

__all__ = ["PATTERNS", "find_headings", "is_lone_number"]

FEWEST_WORDS = 12
"""Words below a heading; where fewer stand it is a link to the next part, or a row of a table of contents."""

MINOR_WORDS = frozenset(
    "from with into upon over under about through between after before without until when that than then auf über unter nach oder aber dans pour avec sous chez para como entre desde".split()
)
"""Words of four letters and more that titles leave in lower case."""


def find_headings(document: Document) -> Iterable[Finding]:
    """Findings of role "heading", "part" and "counter" for lines that head a section."""
    title = _title_element(document)
    candidates = [
        found for index in document.short if index != title and (found := read_heading(document, index)) is not None
    ]
    candidates += _isolated(document, {candidate.index for candidate in candidates})
    candidates += _shouted(document, {candidate.index for candidate in candidates})
    candidates = _without_title(candidates)
    if not candidates:
        return ()
    candidates.sort(key=lambda candidate: candidate.index)
    candidates = list(in_sequence(candidates, document))
    followers = (*candidates[1:], None)
    candidates = [
        _in_context(candidate, following, document) for candidate, following in zip(candidates, followers, strict=True)
    ]
    candidates = [_opening(candidate, document) for candidate in candidates]
    candidates = list(_with_titles_below(candidates, document))
    return list(_findings(candidates, document))


def _without_title(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without a first line of number signs that no other has as few of: the story's title."""
    hashed = [item for item in candidates if item.family.startswith("hash")]
    alone = hashed and hashed[0].index <= 12 and all(item.family > hashed[0].family for item in hashed[1:])
    return [item for item in candidates if not (alone and item is hashed[0])]


def _title_element(document: Document) -> int:
    """The heading element that holds the story's title: the first one, when no other has its level or the page is called so."""
    elements = [index for index in document.short if document.blocks[index].kind == "heading" and document.bare(index)]
    if not elements or elements[0] > 12 or read_words(document.bare(elements[0]), elements[0]) is not None:
        return -1
    first = elements[0]
    level = document.blocks[first].level
    alone = all(document.blocks[index].level > level for index in elements[1:])
    named = document.manuscript.metadata.title if document.manuscript.metadata else ""
    called_so = bool(named) and document.bare(first).casefold() in named.casefold()
    return first if alone or called_so else -1


# ---------------------------------------------------------------- titles without a number


def _isolated(document: Document, taken: set[int]) -> list[Candidate]:
    """Titles without a number, alone between blank lines in a text whose paragraphs have none, again and again."""
    if document.rhythm > 0 or document.manuscript.layout == "markup":
        return []
    blocks = document.blocks
    places = [
        index
        for index in document.short
        if 0 < index < len(blocks) - 2
        and index not in taken
        and blocks[index].blanks > 0
        and blocks[index + 1].blanks > 0
        and document.words_between(index + 1, min(index + 4, len(blocks))) >= FEWEST_WORDS
        and _is_title(document, index)
    ]
    apart = [document.words_between(before + 1, after) for before, after in pairwise(places)]
    if len(places) < 2 or min(apart) < SECTION_WORDS:
        return []
    reasons = ("heading.looks", "heading.isolated", "heading.repeated-look")
    return [Candidate(index, "chapter", "isolated", reasons, title=document.bare(index)) for index in places]


def _shouted(document: Document, taken: set[int]) -> list[Candidate]:
    """Titles in capitals, three or more, far from each other: what is shouted or painted on a wall does not keep such distances."""
    places = [
        index
        for index in document.short
        if index not in taken
        and document.texts[index].isupper()
        and _is_capital_title(document, index)
        and document.words_between(index + 1, min(index + 4, len(document.blocks))) >= FEWEST_WORDS
    ]
    apart = [document.words_between(before + 1, after) for before, after in pairwise(places)]
    if (
        len(places) < FEWEST_SHOUTED
        or min(apart) < SECTION_WORDS
        or len({document.bare(at) for at in places}) < len(places)
    ):
        return []
    reasons = ("heading.looks", "heading.caps", "heading.repeated-look", "heading.apart")
    return [Candidate(index, "chapter", "capitals", reasons, title=document.bare(index)) for index in places]


FEWEST_SHOUTED = 3


def _is_capital_title(document: Document, index: int) -> bool:
    text = document.bare(index)
    return (
        4 <= len(text) <= 60
        and text[-1].isalnum()
        and len(text.split()) <= 8
        and document.blocks[index].kind not in ("item", "table", "verse")
        and document.texts[index][0] not in OPENING_QUOTES
        and not caption_kind(text)
        and not ends_story(text)
        and not field_name(text.partition(":")[0])
    )


SECTION_WORDS = 80
"""Words between two titles without numbers; captions of short scenes stand nearer."""


def _is_title(document: Document, index: int) -> bool:
    text = document.texts[index]
    words = text.split()
    return (
        len(text) <= 60
        and 1 <= len(words) <= 8
        and text[0].isupper()
        and text[-1].isalnum()
        and all(word[0].isupper() or len(word) <= 3 or word.casefold() in MINOR_WORDS for word in words)
        and not caption_kind(text)
        and not ends_story(text)
        and not BYLINE.match(text)
        and not is_lone_number(text)
    )


BYLINE = lazy(r"by\s", re.IGNORECASE)


def is_lone_number(text: str) -> bool:
    """Whether a line is a number and nothing else."""
    return parse_number(text) is not None


# ---------------------------------------------------------------- what stands below


def _in_context(candidate: Candidate, following: Candidate | None, document: Document) -> Candidate:
    stop = following.index if following else len(document.blocks)
    stacked = following is not None and following.index - candidate.index <= 2 and following.kind != candidate.kind
    repeated = following is not None and following.number == candidate.number
    if not (stacked or repeated) and document.words_between(candidate.index + 1, stop) < FEWEST_WORDS:
        return candidate.given("heading.no-text")
    return candidate


OPENS_WITHIN = 40
"""Blocks from the top within which a file's only chapter begins."""


def _opening(candidate: Candidate, document: Document) -> Candidate:
    """A number right above the text, with nothing but short lines and labels above it: a file holds one chapter more often than not."""
    reasons = set(candidate.reasons)
    if candidate.index > OPENS_WITHIN or not _OPENERS & reasons or "heading.sentence" in reasons:
        return candidate
    if "heading.counted-word" in reasons and not candidate.title:
        return candidate  # "District 9" is a story's title
    header = all(document.words[at] <= 14 or ":" in document.texts[at][:40] for at in range(candidate.index))
    below = document.words[candidate.index + 1 : candidate.index + 4]
    begins = sum(below) >= FEWEST_WORDS and (below[0] >= 5 or document.texts[candidate.index + 1][-1] in '.!?…”"')
    return candidate.given("heading.opens") if header and begins and (candidate.number or 0) < 100 else candidate


_OPENERS = frozenset(
    {"heading.bare", "heading.counted-word", "heading.numbered-title", "heading.named-doubtful", "heading.section"}
)


# ---------------------------------------------------------------- titles on the next line


def _with_titles_below(candidates: Sequence[Candidate], document: Document) -> Iterator[Candidate]:
    heads = {candidate.index for candidate in candidates}
    below = {
        c.index: _title_below(c, document, heads) for c in candidates if not c.title and c.kind not in _WITHOUT_TITLES
    }
    likely = Counter(below.values())
    for candidate in candidates:
        kind = below.get(candidate.index, "")
        titled = likely["plain"] + likely["clear"]
        consistent = titled >= 0.6 * len(below) and (titled >= 2 or (len(below) == 1 and candidate.kind == "chapter"))
        if kind == "clear" or (kind == "plain" and consistent):
            yield replace(
                candidate.given("heading.title-below"),
                last=candidate.index + 1,
                title=document.bare(candidate.index + 1),
            )
        else:
            yield candidate


_WITHOUT_TITLES = frozenset({"day", "foreword", "afterword", "bonus", "coda", "remix"})


def _title_below(candidate: Candidate, document: Document, heads: set[int]) -> str:
    """Whether, as "clear", "plain" or "", the next block is the heading's title."""
    index = candidate.index + 1
    if index + 1 >= len(document.blocks) or index in heads or not 0 < len(document.texts[index]) <= 70:
        return ""
    text, block = document.bare(index), document.blocks[index]
    words = text.split()
    if (
        not words
        or len(words) > 9
        or text[-1] in ".,;:"
        or document.texts[index][0] in OPENING_QUOTES
        or not text[0].isalnum()
    ):
        return ""
    if ":" in text and field_name(text.split(":")[0]):
        return ""
    if (
        caption_kind(text)
        or text.casefold().startswith("by ")
        or not any(map(str.isalpha, text))
        or block.kind in ("rule", "item", "image")
    ):
        return ""
    minor = sum(word[0].isupper() or len(word) <= 3 or word.casefold() in MINOR_WORDS for word in words)
    titled = text[0].isupper() and minor == len(words)
    if not titled:
        return ""
    close = block.blanks < document.rhythm or block.kind == "heading" or document.stands_out(index)
    apart = document.blocks[index + 1].blanks > block.blanks
    return "clear" if (close or apart) and text[-1] not in "!?" else "plain"


# ---------------------------------------------------------------- findings


def _findings(candidates: Sequence[Candidate], document: Document) -> Iterator[Finding]:
    kinds = {candidate.kind for candidate in candidates if "heading.sentence" not in candidate.reasons}
    previous: Candidate | None = None
    for candidate in candidates:
        role = "heading"
        if candidate.kind in ABOVE_CHAPTERS and "chapter" in kinds and not candidate.total:
            role = "part"
        if previous is not None and _repeats(previous, candidate, document):
            role = "counter"
        last = max(candidate.last, candidate.index)
        value = candidate.kind
        if role == "counter":
            value = str(candidate.number) + (f"/{candidate.total}" if candidate.total else "")
        yield document.propose(role, candidate.index, last, dict.fromkeys(candidate.reasons), value=value)
        previous = candidate


def _repeats(previous: Candidate, candidate: Candidate, document: Document) -> bool:
    """The same heading twice with nothing between, as sites and authors both print it."""
    return (
        candidate.number is not None
        and candidate.number == previous.number
        and candidate.kind == previous.kind
        and candidate.index - max(previous.last, previous.index) <= 2
        and document.words_between(max(previous.last, previous.index) + 1, candidate.index) <= 12
    )
