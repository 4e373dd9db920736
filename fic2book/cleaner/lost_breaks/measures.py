"""One paragraph measured for the search for lost scene breaks: its words, its names, its speech, how it opens and closes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fic2book.cleaner.lost_breaks.words import HE, HOLIDAYS, LANGUAGES, MONTHS, SHE, STOP_WORDS, TITLES, WEEKDAYS

STRAIGHT: Final = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "—": "-", "–": "-", "…": "."}
)
WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
NAME_WORD: Final = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")
SPEECH: Final = re.compile(r'"[^"]*(?:"|$)')
SINGLE_SPEECH: Final = re.compile(r"(?<!\w)'(?=\w)[^\n]{1,900}?[,.!?-]'(?!\w)")
SENTENCE_END: Final = re.compile(r"(?<![.!?])[.!?]++[\"')]*+\s+")
SUFFIX: Final = re.compile(r"(?:ing|ed|ly|s)$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, measured once."""

    text: str  # with straight quotes and dashes
    length: int  # words
    opening: str  # first sentence
    closing: str  # last sentence
    speech: bool
    quoted: bool  # begins with a quote mark
    narration: tuple[str, ...]  # lower-case words outside of speech
    he: int  # of these, he-words
    she: int
    content: frozenset[str]
    names: frozenset[str]
    opening_names: int
    opening_content: frozenset[str]
    stamp: bool


def measure(texts: Sequence[str]) -> list[Paragraph]:
    """The paragraphs of one chapter. Who counts as a name depends on the whole chapter."""
    plain = [text.translate(STRAIGHT).replace("\n", " ").strip() for text in texts]
    names = _find_names(plain)
    double = sum(text.count('"') for text in plain) >= 2 or not any(SINGLE_SPEECH.search(text) for text in plain)
    return [_measure(text, names, SPEECH if double else SINGLE_SPEECH) for text in plain]


def _find_names(texts: Sequence[str]) -> frozenset[str]:
    """Words capitalised in mid-sentence at least twice and seldom (at most 30 %) in lower case."""
    capital: dict[str, int] = {}
    lower: dict[str, int] = {}
    for text in texts:
        for word in NAME_WORD.findall(text):
            capital[word] = capital.get(word, 0) + 1
    wanted = {word.lower() for word in capital}
    for text in texts:
        for word in WORD.findall(text):
            if word in wanted:
                lower[word] = lower.get(word, 0) + 1
    never = MONTHS | WEEKDAYS | LANGUAGES | TITLES | HOLIDAYS | {"i"}
    return frozenset(
        word
        for word, count in capital.items()
        if count >= 2
        and word.lower() not in never
        and lower.get(word.lower(), 0) <= 0.3 * (count + lower.get(word.lower(), 0))
    )


def _measure(text: str, names: frozenset[str], speech: re.Pattern[str]) -> Paragraph:
    words = WORD.findall(text)
    outside = speech.sub(" ", text)
    sentences = [part for part in SENTENCE_END.split(text) if part]
    opening = sentences[0] if sentences else text
    opening_words = WORD.findall(opening)
    bare = [word.removesuffix("'s") for word in words]
    narration = tuple(word.lower() for word in WORD.findall(outside))
    return Paragraph(
        text=text,
        length=len(words),
        opening=opening,
        closing=sentences[-1] if sentences else text,
        speech=bool(speech.search(text)),
        quoted=text[:1] == '"' or (speech is SINGLE_SPEECH and text[:1] == "'"),
        narration=narration,
        he=sum(word in HE for word in narration),
        she=sum(word in SHE for word in narration),
        content=_content(bare, names),
        names=names.intersection(bare),
        opening_names=sum(word.removesuffix("'s") in names for word in opening_words),
        opening_content=_content([word.removesuffix("'s") for word in opening_words], names),
        stamp=0 < len(text.split()) <= 10 and text[-1] not in ".!?:;,\"'-" and '"' not in text,
    )


def _content(words: Sequence[str], names: frozenset[str]) -> frozenset[str]:
    """Content words, crudely stemmed: four letters or more, no stop words, no names."""
    return frozenset(
        SUFFIX.sub("", word.lower())
        for word in words
        if len(word) >= 4 and word not in names and word.lower() not in STOP_WORDS
    )
