"""Single words and pairs of words that writers, or narrators, use far more often than the others: talk_vocabulary.py weighs them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from fic2book.cleaner.detectors.talk_reading import TOKEN, spoken
from fic2book.cleaner.weights import WEIGHTS
from fic2book.model import Evidence, Span

LONGEST: Final = 900
"""Characters of a paragraph that are looked at; longer notes are essays, and their beginning tells."""

_STRAIGHT = str.maketrans("\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}", "''")


def shortened(text: str) -> str:
    """What is looked at of a paragraph, with straight apostrophes."""
    return text[:LONGEST].translate(_STRAIGHT)


@lru_cache(maxsize=1)
def tokens_of(text: str) -> list[str]:
    """The words and marks of what is looked at of a paragraph, in lower case; asked for twice, and not to be changed."""
    return TOKEN.findall(shortened(text).casefold())


def vocabulary(text: str) -> set[str]:
    """The words and pairs of words of a paragraph, as the vocabulary writes them."""
    return spoken(tokens_of(text))


def weigh_words(text: str, span: Span) -> Iterator[Evidence]:
    """What the single words say together, with those that say it most; the other side's are counted against them."""
    known = word_weights()
    held = sorted((-abs(known[word]), word) for word in vocabulary(text) if word in known)
    weight = sum(known[word] for _, word in held)
    side = 1 if weight > 0 else -1
    weight = round(side * min(abs(weight), MOST_BY_WORDS[side]), 2)
    if weight:
        name = "talk.words-said" if side > 0 else "talk.words-told"
        quoted = [word.replace("_", " ") for _, word in held if known[word] * side > 0][:SHOWN]
        yield Evidence(name, span, weight, f"{WEIGHTS[name].meaning}: {', '.join(f'“{word}”' for word in quoted)}")


MOST_BY_WORDS: Final = {1: 1.2, -1: 2.0}
"""What all words of writers, and all of narrators, may weigh, however many there are: single words alone never make a note."""
SHOWN: Final = 4
"""Words that are quoted as the reason."""


@cache
def word_weights() -> dict[str, float]:
    """Word → weight, above 0 for writers' words."""
    from fic2book.cleaner.talk_vocabulary import VOCABULARY

    return {word: weight for weight, words in VOCABULARY.items() for word in words.split()}
