"""Paragraphs as talk.py reads them: words, and for each sentence the ideas that its words stand for."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from fic2book.cleaner.detectors.talk_words import IDEAS
from fic2book.lazy import lazy

TOKEN = lazy(r"[^\W_]+(?:['&/.-][^\W_]+)*|[:;=]-?[)(dp3\]]|<3|\^_*\^|[.!?…]+|\n")
_EPISODE = lazy(r"s?\d{1,2}[ex.]\d{1,2}")
_REAL = ("ific", "rific", "affic", "trafic", "torific", "lific", "honorific", "hieroglyfic")
"""Endings of words in -fic that are no fan fiction: specific, terrific, traffic."""
_PAST = ("ed", "ó", "aba", "aban", "ía", "ían", "ait", "aient", "ла", "лся", "лась", "ли", "ал", "ил", "ел")
"""Endings of verbs that tell of the past, for words that mean nothing here."""

_LAST_LATIN = "\N{CYRILLIC CAPITAL LETTER IE WITH GRAVE}"

Phrases = dict[str, dict[str, list[tuple[tuple[str, ...], int]]]]
"""Phrases by their first word and the first letters of their second, each with its further words and its bits."""

SECOND: Final = 4
"""Letters of a phrase's second word that it is looked up by."""

BIT: Final = {idea: 1 << place for place, idea in enumerate(IDEAS)}
_PASSED: Final = BIT["past"]


def read_sentences(tokens: list[str]) -> list[tuple[int, dict[int, str]]]:
    """For each sentence the bits of its ideas, and the first word that gave each."""
    phrases = lexicon()[2]
    found: list[tuple[int, dict[int, str]]] = []
    mask, heard, spoken = 0, dict[int, str](), False
    for at, token in enumerate(tokens):
        if token[0] in ".!?…\n":
            if spoken:
                found.append((mask, heard))
            mask, heard, spoken = 0, {}, False
            continue
        spoken, held, shown = True, ideas_of(token), token
        if token in phrases and at + 1 < len(tokens):
            for rest, bit in phrases[token].get(tokens[at + 1][:SECOND], ()):
                if follows(tokens, at + 1, rest):
                    held |= bit
                    shown = " ".join((token, *rest)).rstrip("*")
        if held & ~mask:
            heard |= dict.fromkeys(bits_of(held & ~mask), shown)
            mask |= held
    return [*found, (mask, heard)] if spoken else found


@lru_cache(8192)
def ideas_of(token: str) -> int:
    """The bits of the ideas that a word stands for by itself."""
    words, stems, _ = lexicon()
    held = words.get(token, 0) or (BIT["show"] if _EPISODE.fullmatch(token) else 0)
    if held or len(token) < 4:
        return held
    if token.endswith("fic") and not token.endswith(_REAL):
        return BIT["fanwork"]
    if token[0] > _LAST_LATIN:
        for size in range(2, min(len(token), 11) + 1):
            held |= stems.get(token[:size], 0)
    return held or (_PASSED if token.endswith(_PAST) else 0)


def spoken(tokens: list[str]) -> set[str]:
    """The words and the pairs of words that are said, a pair joined by an underscore; numbers are all one."""
    said: set[str] = set()
    before = ""
    for token in tokens:
        if token[0] in ".!?…\n":
            before = ""
            continue
        word = "#" if token[0].isdecimal() else token
        said.add(word)
        if before:
            said.add(f"{before}_{word}")
        before = word
    return said


def follows(tokens: list[str], at: int, rest: tuple[str, ...]) -> bool:
    """Whether the words of a phrase stand from `at` on; a star ends a stem."""
    return len(tokens) >= at + len(rest) and all(
        tokens[at + place].startswith(word[:-1]) if word[-1] == "*" else tokens[at + place] == word
        for place, word in enumerate(rest)
    )


def bits_of(mask: int) -> list[int]:
    """The bits of a mask, each by itself."""
    found = []
    while mask:
        low = mask & -mask
        found.append(low)
        mask ^= low
    return found


@cache
def lexicon() -> tuple[dict[str, int], dict[str, int], Phrases]:
    """Words, stems and phrases, each with the bits of its ideas."""
    words: dict[str, int] = {}
    stems: dict[str, int] = {}
    phrases: Phrases = {}
    for idea, spoken in IDEAS.items():
        for word in spoken.split():
            if "_" in word:
                first, *rest = word.split("_")
                second = rest[0].rstrip("*")[:SECOND]
                phrases.setdefault(first, {}).setdefault(second, []).append((tuple(rest), BIT[idea]))
            elif word[-1] == "*":
                stems[word[:-1]] = stems.get(word[:-1], 0) | BIT[idea]
            else:
                words[word] = words.get(word, 0) | BIT[idea]
    return words, stems, phrases
