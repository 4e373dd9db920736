"""How much a line alone reads like a site's furniture: its words, each weighed, and its shape.

The lines that sites print are countless, and chrome_lines.py knows only some by heart; but they are made of few words (log, reply, views,
page), of counts and of signs between short pieces. Weights (chrome_weights.py) are fitted on lines of sites and on lines of headers, notes
and stories by benchmarks/furniture.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from fic2book.cleaner.weights import WEIGHTS
from fic2book.lazy import lazy
from fic2book.model import Evidence, Span

LONGEST: Final = 300
"""Characters of a line that is looked at."""

SHOWN: Final = 3
"""Reasons that are told."""

TOKEN: Final = lazy(r"#+|[^\W\d_]+(?:['’][^\W\d_]+)*")
_NUMBER: Final = lazy(r"\d[\d.,:/]*")
_PARTING: Final = lazy(r"\s[|·•‹›«»<>/:*-]{1,2}\s|[|·•]|\s{2,}|\]\s?\[|\)\s?\(")
_SENTENCE: Final = lazy(r"[.!?…][\"”’»]?$")


MOST: Final = 2.0
"""What the look of a line weighs at most: alone it never makes a line a site's."""


class Reading(NamedTuple):
    """The odds (log) that a line is furniture, and what says so most, in plain words."""

    odds: float
    reasons: tuple[str, ...] = ()

    def evidence(self, span: Span) -> Evidence:
        """The reason, with the words that gave it."""
        note = ": ".join((WEIGHTS["chrome.reads"].meaning, ", ".join(self.reasons))).removesuffix(": ")
        return Evidence("chrome.reads", span, min(self.odds, MOST), note)


NOTHING: Final = Reading(-9.0)


def read_line(line: str) -> Reading:
    """What a line alone looks like; far below 0 for one that is too long to be furniture."""
    if not line or len(line) > LONGEST:
        return NOTHING
    known = _weights()
    held = [(known[name], name) for name in features(line) if name in known]
    told = sorted((-weight, said) for weight, name in held if weight > 0 and (said := _said(name)))
    odds = sum(weight for weight, _ in held) + known["prior"]
    return Reading(round(odds, 2), tuple(said for _, said in told[:SHOWN]))


def _said(name: str) -> str:
    """A reason in plain words, "" for one that a reader need not be told."""
    return f"“{name[1:]}”" if name[0] == _WORD and name[1].isalpha() else SHAPES.get(name, "")


SHAPES: Final = {
    "numbers": "numbers",
    "mostly-numbers": "little but numbers",
    "parted": "signs between its parts",
    "parted-often": "signs between its parts",
    "sign": "a sign of buttons",
    "address": "an address",
    "bracket": "in brackets",
    "arrow": "an arrow before it",
    "upper": "all in capitals",
}
"""Shapes in plain words."""


def features(line: str) -> list[str]:
    """The names of what a line shows: ``=word``, ``^first``, ``$last``, ``+two words``, and its shape."""
    plain = _NUMBER.sub("#", line.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    words = TOKEN.findall(plain)
    named = {f"{_WORD}{word}" for word in words}
    if words:
        named |= {f"^{words[0]}", f"${words[-1]}"}
        named |= {f"+{first} {second}" for first, second in pairwise(words)}
    return sorted(named | set(_shape(line, words)))


_WORD: Final = "="
_LENGTHS: Final = (1, 2, 4, 7, 11, 17)


def _shape(line: str, words: list[str]) -> Iterator[str]:
    """The shapes of a line: how long it is, what is counted in it, how it is parted, what it begins and ends with, its capitals."""
    count = len(words)
    yield f"words-{next((most for most in _LENGTHS if count <= most), 99)}"
    numbers = sum(word[0] == "#" for word in words)
    pieces = len(_PARTING.split(line))
    stop = _SENTENCE.search(line) is not None
    tests = {
        "number": numbers == 1,
        "numbers": numbers > 1,
        "mostly-numbers": 0 < count <= numbers * 2,
        "parted": pieces == 2,
        "parted-often": pieces > 2,
        "stop": stop,
        "sentence": stop and count > SENTENCE,
        "ends-colon": line[-1] == ":",
        "label": line[-1] != ":" and ": " in line[:30],
        "bracket": line[0] in "[<({",
        "arrow": line[0] in "«»‹›",
        "quote": line[0] in "\"“„-–—'‘",
        "sign": any(sign in line for sign in "←→↑↓▲▼©®★☆♥✓☰"),
        "address": "@" in line or "://" in line or "www." in line,
        "comma": count > COMMA and _COMMA.search(line) is not None,
    }
    yield from (name for name, holds in tests.items() if holds)
    yield from _capitals(line)


SENTENCE, COMMA = 6, 4
"""Words from which on a line with a stop is a sentence, and one with a comma more than a list of two."""
_COMMA: Final = lazy(r"[,;]\s")


def _capitals(line: str) -> Iterator[str]:
    letters = [word for word in TOKEN.findall(line) if word[0].isalpha()]
    capital = sum(word[0].isupper() for word in letters)
    if letters and letters[0][0].islower():
        yield "lower"
    elif len(letters) > 1 and capital == len(letters):
        yield "upper" if line.isupper() else "capitals"
    elif capital > 1:
        yield "capital-within"


@cache
def _weights() -> dict[str, float]:
    from fic2book.cleaner.chrome_weights import WORDS

    return {name.replace("_", " "): weight for weight, names in WORDS.items() for name in names.split()}
