"""The language of a story, and passages in another one: by script first, then by function words and letters. No dependencies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from fic2book.cleaner.text.edits import Range, add_languages
from fic2book.cleaner.text.function_words import FUNCTION_WORDS, LETTERS
from fic2book.cleaner.text.quotation_marks import primary
from fic2book.cleaner.text.scripts import count_scripts, is_western
from fic2book.lazy import lazy
from fic2book.model import Block

SAMPLE: Final = 6_000
"""Characters read at the beginning, in the middle and at the end."""

OF_SCRIPT: Final = {
    "kana": "ja", "hangul": "ko", "han": "zh", "greek": "el", "hebrew": "he", "arabic": "ar", "thai": "th", "devanagari": "hi",
}  # fmt: skip
WORDS: Final = lazy(r"[^\W\d_]+")
CYRILLIC: Final = frozenset({"ru", "uk"})
SETS: Final = {tag: frozenset(words.split()) for tag, words in FUNCTION_WORDS.items()}
ENOUGH: Final = 0.12
"""Least share of function words in running text; prose has 0.3 and more, a list of names has none."""


def find_language(text: str) -> tuple[str, float]:
    """The language's tag and a confidence of 0–1; ("", 0.0) when the text does not tell."""
    sample = _sample(text)
    script, share = _script(sample)
    if not script:
        return "", 0.0
    if script in OF_SCRIPT:
        return OF_SCRIPT[script], round(share, 3)
    return _by_words(sample, script)


def _sample(text: str) -> str:
    if len(text) <= 3 * SAMPLE:
        return text
    middle = len(text) // 2
    return "\n".join((text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:]))


def _script(sample: str) -> tuple[str, float]:
    """The script most letters are in, and its share; Japanese is told by its kana among the Chinese characters."""
    if is_western(sample):  # nearly always, and counting characters takes a while
        return "latin", 1.0
    counts = count_scripts(sample)
    total = sum(counts.values())
    if total == 0:
        return "", 0.0
    if counts["kana"] > 0.05 * (counts["kana"] + counts["han"]) and counts["kana"] + counts["han"] > total / 2:
        return "kana", (counts["kana"] + counts["han"]) / total
    best = max(counts, key=lambda name: counts[name])
    return best, counts[best] / total


def _by_words(sample: str, script: str) -> tuple[str, float]:
    words = WORDS.findall(sample.lower())
    scores = score_words(words, [tag for tag in SETS if (tag in CYRILLIC) == (script == "cyrillic")])
    if not scores:
        return "", 0.0
    (best, first), second = scores[0], scores[1][1] if len(scores) > 1 else 0.0
    if first < ENOUGH or len(words) < 4:
        return "", 0.0
    margin = (first - second) / first
    certainty = min(1.0, len(words) / 40) * min(1.0, first / 0.25)
    confidence = round(min(1.0, 0.5 + 2 * margin) * certainty, 3)
    return (best, confidence) if margin > 0.02 else ("", 0.0)


def score_words(words: Sequence[str], tags: Iterable[str]) -> list[tuple[str, float]]:
    """(language, share of function words plus share of words with its own letters), best first."""
    if not words:
        return []
    counts = Counter(words)
    accented = [(word, number) for word, number in counts.items() if not word.isascii()]
    scored = []
    for tag in tags:
        letters = LETTERS.get(tag, "")
        special = sum(number for word, number in accented if not frozenset(word).isdisjoint(letters))
        foreign = sum(number for word, number in accented if not _spells(word, letters, tag))
        scored.append((tag, (_hits(counts, SETS[tag]) + 0.5 * special - 0.5 * foreign) / len(words)))
    return sorted(scored, key=lambda item: (-item[1], item[0]))


def _hits(counts: Counter[str], known: frozenset[str]) -> int:
    """How many words are known; the shorter of the two lists is gone through."""
    if len(counts) < len(known):
        return sum(number for word, number in counts.items() if word in known)
    return sum(counts[word] for word in known if word in counts)


def _spells(word: str, letters: str, tag: str) -> bool:
    """Whether the word could be spelled in the language: no accented letters but its own."""
    if tag in CYRILLIC:
        return set(LETTERS["ru" if tag == "uk" else "uk"]).isdisjoint(word)
    return all(letter.isascii() or letter in letters for letter in word)


# ---------------------------------------------------------------- passages in another language

SENTENCE: Final = lazy(r"[^.!?…\n]+(?:[.!?…]+[\"'”’»)]*|\n|$)")
FEWEST: Final = 6
"""Words a sentence must have before its words may speak for another language."""
MARGIN: Final = 0.2
"""By how much the other language's score must lead."""
NOT_LATIN: Final = lazy(r"[\u0370-\u1cff\u1f00-\u1fff\u3005-\ud7a3]")
"""Quick to search: letters of scripts other than Latin; curly quotes and dashes lie outside."""
SCRIPT_RUN: Final = {
    "cyrillic": r"[\u0400-\u04ff]",
    "greek": r"[\u0370-\u03ff\u1f00-\u1fff]",
    "hebrew": r"[\u0590-\u05ff]",
    "arabic": r"[\u0600-\u06ff]",
    "hangul": r"[\uac00-\ud7a3]",
    "kana": r"[\u3041-\u30ff\u4e00-\u9fff\u3000-\u303f]",
    "thai": r"[\u0e00-\u0e7f]",
    "devanagari": r"[\u0900-\u097f]",
}
WRITTEN_IN: Final = {
    "cyrillic": ("ru", "uk", "be", "bg", "mk", "sr", "kk", "mn"),
    "greek": ("el", "grc"),
    "hebrew": ("he", "yi"),
    "arabic": ("ar", "fa", "ur"),
    "hangul": ("ko",),
    "kana": ("ja", "zh"),
    "thai": ("th",),
    "devanagari": ("hi", "mr", "ne", "sa"),
}
"""Languages whose own script it is: there it is no other one."""
OTHER_SCRIPT: Final = lazy(
    "|".join(rf"(?P<{name}>{letters}{{2,}}(?:[\s,.!?-]+{letters}+)*)" for name, letters in SCRIPT_RUN.items())
)
COMMON: Final = {
    "en": "die war an am so no me also do by all man even will has den tag fan rest art wit van men son plus as sin",
}
"""Words of a language that others use as function words, beside those in its own list."""


def mark_languages(blocks: Iterable[Block], language: str) -> tuple[Block, ...]:
    """The blocks with `Run.lang` set on whole sentences that are plainly in another language, and on words in another script."""
    base = primary(language)
    if not base:
        return tuple(blocks)
    others = frozenset().union(*(words for tag, words in SETS.items() if tag != base))
    foreign = others - SETS.get(base, frozenset()) - frozenset(COMMON.get(base, "").split())
    return tuple(add_languages(block, find_passages(block.text, base, foreign)) for block in blocks)


def find_passages(text: str, base: str, foreign: frozenset[str]) -> list[Range]:
    """Ranges of a paragraph in another language, in order."""
    ranges: list[Range] = []
    if not text.isascii() and not is_western(text) and NOT_LATIN.search(text):
        ranges += _other_scripts(text, base)
    if base in SETS and base not in CYRILLIC:
        words = text.split()  # quick and rough: words with punctuation on them go unseen, two others will do
        if len(words) >= FEWEST and len(foreign.intersection(words)) >= 2:
            ranges += _sentences(text, base, foreign)
    return sorted(ranges)


def _other_scripts(text: str, base: str) -> list[Range]:
    ranges = []
    for match in OTHER_SCRIPT.finditer(text):
        name = match.lastgroup or ""
        tag = OF_SCRIPT.get(name, "ru")
        if name == "kana":
            tag = "ja" if count_scripts(match.group())["kana"] else "zh"
        elif name == "cyrillic" and re.search("[іїєґ]", match.group()):
            tag = "uk"
        if base not in WRITTEN_IN.get(name, ()):
            ranges.append(Range(*match.span(), tag))
    return ranges


def _sentences(text: str, base: str, foreign: frozenset[str]) -> list[Range]:
    ranges: list[Range] = []
    tags = [tag for tag in SETS if tag not in CYRILLIC]
    for match in SENTENCE.finditer(text):
        words = WORDS.findall(match.group().lower())
        # The margin asks for two function words of the other language in the shortest sentence.
        if len(words) < FEWEST or len(foreign.intersection(words)) < 2:
            continue
        scores = score_words(words, tags)
        own = dict(scores)[base]
        tag, best = scores[0]
        if tag != base and best - own >= MARGIN and own < ENOUGH and best - scores[1][1] > 0.05:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            ranges.append(Range(start, match.end(), tag))
    return ranges
