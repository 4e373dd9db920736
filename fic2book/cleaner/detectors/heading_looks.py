"""Titles of sections without a number: what they look like, and that the text holds several alike, far from each other."""

from __future__ import annotations

import re
from itertools import pairwise

from fic2book.cleaner.detectors.caption_kinds import caption_kind
from fic2book.cleaner.detectors.ends import ends_story
from fic2book.cleaner.detectors.heading_shapes import Candidate
from fic2book.cleaner.detectors.labels import field_name
from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import OPENING_QUOTES
from fic2book.cleaner.words import parse_number
from fic2book.lazy import lazy

FEWEST_WORDS = 12
"""Words below a heading; where fewer stand it is a link to the next part, or a row of a table of contents."""

MINOR_WORDS = frozenset(
    "from with into upon over under about through between after before without until when that than then auf über unter nach oder aber dans pour avec sous chez para como entre desde".split()
)
"""Words of four letters and more that titles leave in lower case."""


def isolated_titles(document: Document, taken: set[int]) -> list[Candidate]:
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


def capital_titles(document: Document, taken: set[int]) -> list[Candidate]:
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


def opening_titles(document: Document, taken: set[int]) -> list[Candidate]:
    """Titles without a number in a text whose paragraphs stand apart: the first of three or more opens the text, below its header."""
    if document.rhythm == 0 or document.manuscript.layout == "markup":
        return []
    places = [
        index
        for index in document.short
        if 0 < index < len(document.blocks) - 2
        and index not in taken
        and document.blocks[index].blanks > 0
        and document.blocks[index].kind == "paragraph"
        and document.words_between(index + 1, index + 4) >= FEWEST_WORDS
        and _is_title(document, index)
        and document.bare(index).count(" ") < FEW_WORDS
    ]
    places = [
        place for place in places if place - 1 not in places
    ]  # what stands right below a title captions its scene
    if len(places) < FEWEST_SHOUTED:
        return []
    above, total = document.words_between(0, places[0]), sum(document.words)
    apart = [document.words_between(before + 1, after) for before, after in pairwise(places)]
    if (
        min(apart) < SECTION_WORDS
        or above > MOST_ABOVE * total
        or len({document.bare(at) for at in places}) < len(places)
    ):
        return []
    reasons = ("heading.looks", "heading.repeated-look", "heading.apart", "heading.first-opens")
    framed = ("heading.stands-out",) if all(not document.texts[index][0].isalnum() for index in places) else ()
    return [Candidate(index, "chapter", "opening", reasons + framed, title=document.bare(index)) for index in places]


FEW_WORDS = 6
"""Words of such a title; longer lines without a stop are a story's own as often."""

MOST_ABOVE = 0.15
"""Share of the words that header and notes above the first title may have."""

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
    text, bare = document.texts[index], document.bare(index)
    if not text:
        return False
    if not text[0].isalnum() and " " in bare and text[0] == text[-1]:
        text = bare  # framed; one word between ornaments is as often a person's name
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
