"""What can be measured on the boundary between two paragraphs that may have lost a scene break.

Shapes: a `Chapter` is built from the texts of its story paragraphs, in order; boundary ``i`` (1 ≤ i < n) lies before paragraph ``i``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fic2book.cleaner.break_words import (
    HE,
    HOLIDAYS,
    LANGUAGES,
    LEAVING,
    LIGHT,
    LINK_PHRASES,
    LINKS,
    MONTHS,
    PRONOUNS,
    SETTINGS,
    SHE,
    STOP_WORDS,
    TITLES,
    WAKE_MEAL,
    WEEKDAYS,
)  # fmt: skip

STRAIGHT: Final = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "—": "-", "–": "-", "…": "."}
)
WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
NAME_WORD: Final = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")
SPEECH: Final = re.compile(r'"[^"]*(?:"|$)')
SINGLE_SPEECH: Final = re.compile(r"(?<!\w)'(?=\w)[^\n]*?[,.!?-]'(?!\w)")
SENTENCE_END: Final = re.compile(r"[.!?]+[\"')]*\s+")
SUFFIX: Final = re.compile(r"(?:ing|ed|ly|s)$")

NUMBER: Final = (
    r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few|couple|some|many|\d+|half)"
)
LONG_UNIT: Final = r"(?:hour|day|week|month|year|decade|night|morning|afternoon|evening|season|weekend|fortnight)s?"
UNIT: Final = rf"(?:{LONG_UNIT}|minutes?)"
PART: Final = rf"(?:{LONG_UNIT}|noon|midnight|dawn|dusk|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
JUMP_START: Final = re.compile(
    rf"(?:on |late |early |later |by )*(?:the )?(?:next|following|same|that|one) (?:\w+ )?{PART}\b"
    r"|later\b|afterwards?\b|meanwhile\b|soon\b|presently\b|eventually\b|finally\b|at last\b|elsewhere\b|back (?:in|at|on)\b"
    rf"|for (?:the (?:next|rest of|better part of|past|last)|{NUMBER}|(?:several|many|the)) (?:\w+ ){{0,3}}?{LONG_UNIT}\b",
    re.IGNORECASE,
)
JUMP_NEAR: Final = re.compile(
    rf"\b{NUMBER} (?:\w+ ){{0,2}}?{UNIT} (?:later|after|passed|ago|went by)\b|\b(?:after|for|in|within) (?:\w+ )?{NUMBER} (?:\w+ )?{LONG_UNIT}\b",
    re.IGNORECASE,
)
NOT_JUMP: Final = re.compile(
    r"for (?:the (?:first|second|last|third|hundredth)|a (?:long |short )?(?:moment|second|while|time))\b",
    re.IGNORECASE,
)
CLOCK: Final = re.compile(r"\b(?:\d{1,2}[:.]\d\d|\d{1,2} ?(?:am|pm|a\.m|p\.m)|\w+ o'clock)\b", re.IGNORECASE)
TIME_WORD: Final = re.compile(
    rf"\b(?:{LONG_UNIT}|minutes?|later|earlier|ago|noon|midnight|dawn|dusk|today|tonight|tomorrow|yesterday|(?:19|20)\d\d|\d{{1,2}}:\d\d"
    rf"|{'|'.join(sorted(MONTHS | WEEKDAYS | HOLIDAYS))}|may \d|spring|summer|autumn|winter)\b",
    re.IGNORECASE,
)
"""Words for time in a stamp line."""


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
    return Paragraph(
        text=text,
        length=len(words),
        opening=opening,
        closing=sentences[-1] if sentences else text,
        speech=bool(speech.search(text)),
        quoted=text[:1] == '"' or (speech is SINGLE_SPEECH and text[:1] == "'"),
        narration=tuple(word.lower() for word in WORD.findall(outside)),
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


# ---------------------------------------------------------------- boundaries


def overlaps(paragraphs: Sequence[Paragraph], width: int) -> list[float]:
    """For each boundary, the content words shared by `width` paragraphs on each side, over the root of their numbers."""
    result = [0.0]
    for index in range(1, len(paragraphs)):
        before = frozenset().union(*(item.content for item in paragraphs[max(0, index - width) : index]))
        after = frozenset().union(*(item.content for item in paragraphs[index : index + width]))
        result.append(len(before & after) / math.sqrt(len(before) * len(after)) if before and after else 0.0)
    return result


def depths(values: Sequence[float], reach: int) -> list[float]:
    """How deep each boundary lies below the peaks on both sides, climbing at most `reach` boundaries (TextTiling)."""
    result = [0.0]
    for index in range(1, len(values)):
        left = right = values[index]
        for at in range(index - 1, max(0, index - reach - 1), -1):
            if values[at] < left:
                break
            left = values[at]
        for at in range(index + 1, min(len(values), index + reach + 1)):
            if values[at] < right:
                break
            right = values[at]
        result.append(left + right - 2 * values[index])
    return result


def standardise(values: Sequence[float]) -> list[float]:
    """Distance from the chapter's mean in standard deviations; zeros where nothing varies. Boundary 0 does not exist."""
    real = values[1:]
    if not real:
        return list(values)
    mean = sum(real) / len(real)
    deviation = math.sqrt(sum((value - mean) ** 2 for value in real) / len(real))
    return [0.0, *((value - mean) / deviation if deviation > 1e-9 else 0.0 for value in real)]


def features(paragraphs: Sequence[Paragraph]) -> list[dict[str, float]]:
    """For each boundary the features that are not zero; entry 0 is empty, for there is no boundary before the first paragraph."""
    dips = standardise(overlaps(paragraphs, 6))
    valleys = depths(overlaps(paragraphs, 10), 15)
    result: list[dict[str, float]] = [{}]
    for index in range(1, len(paragraphs)):
        values = {
            **_form(paragraphs[index - 1], paragraphs[index]),
            **_opening(paragraphs[index - 1], paragraphs[index]),
            **_cast(paragraphs, index),
            "vocab_dip": dips[index],
            "vocab_valley": valleys[index],
            "new_words": _new_words(paragraphs, index),
            "prev_length": _previous_length(paragraphs, index),
            "chapter_edge": float(_at_edge(index, len(paragraphs))),
        }
        result.append({name: value for name, value in values.items() if value})
    return result


def _form(before: Paragraph, after: Paragraph) -> dict[str, float]:
    end = before.text.rstrip("\"' ")[-1:]
    return {
        "has_speech": float(after.speech),
        "both_speech": float(before.quoted and after.quoted),
        "only_speech": float(after.speech and len(after.narration) < 3),
        "prev_question": float(end == "?"),
        "prev_colon": float(before.text[-1:] in (":", ",", ";")),
        "stamp": float(after.stamp),
        "after_stamp": float(before.stamp),
        "setting_words": float(min(3, _count(after.narration, SETTINGS))),
        "light_words": float(min(3, _count(after.narration, LIGHT))),
        "leave_close": float(not LEAVING.isdisjoint(word.lower() for word in WORD.findall(before.closing))),
    }


def _count(words: Sequence[str], known: frozenset[str]) -> int:
    return sum(word in known or (word[-1:] == "s" and word[:-1] in known) for word in words)


def _opening(before: Paragraph, after: Paragraph) -> dict[str, float]:
    if after.quoted:
        return {}
    words = [word.lower() for word in WORD.findall(after.opening)]
    first = words[0] if words else ""
    start = " ".join(words[:3])
    return {
        "time_jump": float(jumps_in_time(after)),
        "wake_meal": float(not WAKE_MEAL.isdisjoint(words)),
        "link_open": float(first in LINKS or start.startswith(LINK_PHRASES)),
        "he_she_open": float(first in PRONOUNS),
        "names_first": float(min(3, after.opening_names)),
    }


def jumps_in_time(paragraph: Paragraph) -> bool:
    """Does it open with a leap in time? "For the first time" and "for a moment" are none."""
    text = paragraph.text[:90]
    if NOT_JUMP.match(text):
        return False
    if JUMP_START.match(text) or JUMP_NEAR.search(text):
        return True
    dated = {word.lower() for word in WORD.findall(paragraph.opening)} & (MONTHS | WEEKDAYS | HOLIDAYS)
    return bool(dated) or bool(CLOCK.search(paragraph.opening))


def _cast(paragraphs: Sequence[Paragraph], index: int) -> dict[str, float]:
    after = paragraphs[index]
    recent = _names(paragraphs[max(0, index - 10) : index])
    near, far = _names(paragraphs[max(0, index - 3) : index]), _names(paragraphs[index : index + 3])
    return {
        "new_names": len(after.names - recent) / len(after.names) if after.names else 0.0,
        "cast_shift": _cast_shift(_names(paragraphs[max(0, index - 6) : index]), _names(paragraphs[index : index + 6])),
        "new_cast": float(bool(near) and bool(far) and not near & far),
        "gender_shift": _gender_shift(paragraphs[max(0, index - 3) : index], paragraphs[index : index + 3]),
    }


def _names(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    return frozenset().union(*(item.names for item in paragraphs))


def _cast_shift(before: frozenset[str], after: frozenset[str]) -> float:
    if not before or not after:
        return 0.3
    return min(len(before - after) / len(before), len(after - before) / len(after))


def _gender_shift(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> float:
    he = abs(_rate(before, HE) - _rate(after, HE))
    she = abs(_rate(before, SHE) - _rate(after, SHE))
    return min(10.0, max(he, she))


def _rate(paragraphs: Sequence[Paragraph], words: frozenset[str]) -> float:
    total = sum(len(item.narration) for item in paragraphs)
    return 100 * sum(word in words for item in paragraphs for word in item.narration) / (total + 20)


def _new_words(paragraphs: Sequence[Paragraph], index: int) -> float:
    seen = frozenset().union(*(item.content for item in paragraphs[max(0, index - 10) : index]))
    opening = paragraphs[index].opening_content
    return len(opening - seen) / max(3, len(opening))


def _previous_length(paragraphs: Sequence[Paragraph], index: int) -> float:
    earlier = [item.length for item in paragraphs[max(0, index - 6) : index - 1]]
    mean = sum(earlier) / len(earlier) if earlier else float(paragraphs[index - 1].length)
    return math.log((paragraphs[index - 1].length + 5) / (mean + 5))


def _at_edge(index: int, count: int) -> bool:
    return index < min(5, count / 8) or count - index < min(3, count / 12)
