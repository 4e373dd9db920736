"""What can be measured on the boundary between two paragraphs that may have lost a scene break.

Shapes: paragraphs are those of one chapter, in order; boundary ``i`` (1 ≤ i < n) lies before paragraph ``i``.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from fic2book.cleaner.lost_breaks.measures import WORD, Paragraph
from fic2book.cleaner.lost_breaks.times import jumps_in_time
from fic2book.cleaner.lost_breaks.words import LEAVING, LIGHT, LINK_PHRASES, LINKS, PRONOUNS, SETTINGS, WAKE_MEAL


def overlaps(paragraphs: Sequence[Paragraph], width: int) -> list[float]:
    """For each boundary, the content words shared by `width` paragraphs on each side, over the root of their numbers."""
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for paragraph in paragraphs[:width]:
        after.update(paragraph.content)
    result: list[float] = []
    for index, paragraph in enumerate(paragraphs):
        result.append(
            len(before.keys() & after.keys()) / math.sqrt(len(before) * len(after)) if before and after else 0.0
        )
        before.update(paragraph.content)
        _leave(after, paragraph.content)
        if index >= width:
            _leave(before, paragraphs[index - width].content)
        if index + width < len(paragraphs):
            after.update(paragraphs[index + width].content)
    return result


def _leave(window: Counter[str], words: frozenset[str]) -> None:
    """Take a paragraph's words out of a window of paragraphs."""
    window.subtract(words)
    for word in words:
        if window[word] <= 0:
            del window[word]


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
        "time_jump": float(jumps_in_time(after.text, after.opening)),
        "wake_meal": float(not WAKE_MEAL.isdisjoint(words)),
        "link_open": float(first in LINKS or start.startswith(LINK_PHRASES)),
        "he_she_open": float(first in PRONOUNS),
        "names_first": float(min(3, after.opening_names)),
    }


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
    length_before, length_after = (20 + sum(len(item.narration) for item in side) for side in (before, after))
    he = abs(sum(item.he for item in before) / length_before - sum(item.he for item in after) / length_after)
    she = abs(sum(item.she for item in before) / length_before - sum(item.she for item in after) / length_after)
    return min(10.0, 100 * max(he, she))


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
