"""Chapter headings, and parts above chapters: numbered, worded, roman, bare, decorated, with their titles on the next line.

A candidate is judged by its words first (heading_lines.py); then by its place in the numbering of the whole text
(heading_sequences.py), which is what tells the "3" that heads a chapter from the "3" of a countdown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from fic2book.cleaner.detectors.caption_kinds import caption_kind
from fic2book.cleaner.detectors.heading_dates import dated_sections
from fic2book.cleaner.detectors.heading_lines import read_heading, read_words
from fic2book.cleaner.detectors.heading_looks import (
    FEWEST_WORDS,
    MINOR_WORDS,
    capital_titles,
    is_lone_number,
    isolated_titles,
    opening_titles,
)
from fic2book.cleaner.detectors.heading_patterns import PATTERNS
from fic2book.cleaner.detectors.heading_sequences import in_sequence
from fic2book.cleaner.detectors.heading_shapes import Candidate
from fic2book.cleaner.detectors.labels import field_name
from fic2book.cleaner.detectors.talk import weigh_talk
from fic2book.cleaner.document import PARAGRAPH, Document
from fic2book.cleaner.patterns import OPENING_QUOTES
from fic2book.cleaner.words import ABOVE_CHAPTERS
from fic2book.model import Finding

__all__ = ["PATTERNS", "find_headings", "is_lone_number"]


def find_headings(document: Document) -> Iterable[Finding]:
    """Findings of role "heading", "part" and "counter" for lines that head a section."""
    title = _title_element(document)
    candidates = [
        found for index in document.short if index != title and (found := read_heading(document, index)) is not None
    ]
    candidates += isolated_titles(document, {candidate.index for candidate in candidates})
    candidates += capital_titles(document, {candidate.index for candidate in candidates})
    candidates += opening_titles(document, {candidate.index for candidate in candidates})
    if len(candidates) < OTHERS:
        candidates += dated_sections(document, {candidate.index for candidate in candidates})
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


OTHERS = 3
"""Other headings from which on a text's dates caption its scenes."""


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
    if "heading.counted-word" in reasons and not candidate.title and document.bare(candidate.index)[0].isalpha():
        return candidate  # "District 9" is a story's title; "4.1" is no title
    header = all(_of_head(document, at) for at in range(candidate.index))
    below = document.words[candidate.index + 1 : candidate.index + 4]
    begins = sum(below) >= FEWEST_WORDS and (
        below[0] >= 5 or document.texts[candidate.index + 1].endswith(tuple('.!?…”"'))
    )
    return candidate.given("heading.opens") if header and begins and (candidate.number or 0) < 100 else candidate


def _of_head(document: Document, at: int) -> bool:
    """Whether a block may stand above a file's only chapter: a short line, one with a label, a note."""
    text = document.texts[at]
    return (
        document.words[at] <= PARAGRAPH or ":" in text[:40] or weigh_talk(text, document.blocks[at].span).weight > NOTED
    )


NOTED = 1.0
"""Odds from which on a paragraph above a number is a writer's."""

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
        consistent = titled >= 0.6 * len(below) and (titled >= 2 or (len(below) == 1 and _alone(candidate, document)))
        if kind == "clear" or (kind == "plain" and consistent):
            yield replace(
                candidate.given("heading.title-below"),
                last=candidate.index + 1,
                title=document.bare(candidate.index + 1),
            )
        else:
            yield candidate


def _alone(candidate: Candidate, document: Document) -> bool:
    """Whether the line below a file's only chapter heading is surely its title: two words or more, and a paragraph below."""
    at = candidate.index + 1
    return (
        candidate.kind == "chapter"
        and at + 1 < len(document.texts)
        and " " in document.texts[at]
        and document.texts[at][-1] != "!"
        and document.words[at + 1] >= FEWEST_WORDS
    )


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
    above = 0.0
    for candidate in candidates:
        role = "heading"
        if candidate.kind in ABOVE_CHAPTERS and "chapter" in kinds and not candidate.total:
            role = "part"
        if previous is not None and above > 0 and _repeats(previous, candidate, document):
            role = "counter"
        last = max(candidate.last, candidate.index)
        value = candidate.kind
        if role == "counter":
            value = str(candidate.number) + (f"/{candidate.total}" if candidate.total else "")
        finding = document.propose(role, candidate.index, last, dict.fromkeys(candidate.reasons), value=value)
        yield finding
        previous, above = candidate, finding.weight


def _repeats(previous: Candidate, candidate: Candidate, document: Document) -> bool:
    """The same heading twice with nothing between, as sites and authors both print it."""
    return (
        candidate.number is not None
        and candidate.number == previous.number
        and candidate.kind == previous.kind
        and candidate.index - max(previous.last, previous.index) <= 2
        and document.words_between(max(previous.last, previous.index) + 1, candidate.index) <= 12
    )
