"""Two sequences of words, matched in order: long common runs first, as a reader would find his place again."""

from __future__ import annotations

import difflib
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

REACH = 6  # words that make a place unmistakable
SURE = 3  # fewer words in a row are a chance likeness, unless they touch a match


def align(expected: Sequence[str], found: Sequence[str]) -> list[int]:
    """For each expected word its index in `found`, or -1; indices rise."""
    places = [-1] * len(expected)
    for start, other, length in anchors(expected, found):
        for step in range(length):
            places[start + step] = other + step
    fill(expected, found, places)
    return places


def anchors(expected: Sequence[str], found: Sequence[str]) -> list[tuple[int, int, int]]:
    """Runs that occur once in each sequence, in the longest order that agrees in both."""
    left, right = once(expected), once(found)
    pairs = sorted((place, right[run]) for run, place in left.items() if run in right)
    tails: list[int] = []
    last: list[int] = []
    before = [-1] * len(pairs)
    for index, (_, other) in enumerate(pairs):
        slot = bisect_left(tails, other)
        before[index] = last[slot - 1] if slot else -1
        tails[slot : slot + 1] = [other]
        last[slot : slot + 1] = [index]
    chain, index = [], last[-1] if last else -1
    while index >= 0:
        chain.append((*pairs[index], REACH))
        index = before[index]
    return [(start, other, length) for start, other, length in reversed(chain)]


def once(sequence: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Runs of REACH words that occur exactly once, with their place."""
    runs = [tuple(sequence[place : place + REACH]) for place in range(len(sequence) - REACH + 1)]
    counts = Counter(runs)
    return {run: place for place, run in enumerate(runs) if counts[run] == 1}


def fill(expected: Sequence[str], found: Sequence[str], places: list[int]) -> None:
    """Match what lies between anchors."""
    start, floor = 0, 0
    while start < len(places):
        if places[start] >= 0:
            floor = places[start] + 1
            start += 1
            continue
        stop = start
        while stop < len(places) and places[stop] < 0:
            stop += 1
        ceiling = places[stop] if stop < len(places) else len(found)
        if floor < ceiling:
            matcher = difflib.SequenceMatcher(None, expected[start:stop], found[floor:ceiling], autojunk=False)
            for one, other, length in matcher.get_matching_blocks():
                begins = one == other == 0 and start > 0
                ends = one + length == stop - start and other + length == ceiling - floor and stop < len(places)
                if length < SURE and not begins and not ends:
                    continue
                for step in range(length):
                    places[start + one + step] = floor + other + step
        start = stop
