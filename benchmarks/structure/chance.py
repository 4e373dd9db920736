"""Seeded choices that stay the same in every version of Python: only `random()` of the Mersenne twister is used."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


class Chance:
    """A stream of choices that depends on its seed alone, and decks that are dealt through before they repeat."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)
        self._decks: dict[str, list[int]] = {}

    def happens(self, probability: float) -> bool:
        """True with the given probability."""
        return self._random.random() < probability

    def below(self, bound: int) -> int:
        """A whole number from 0 up to but not including `bound`."""
        return int(self._random.random() * bound)

    def pick(self, items: Sequence[Item]) -> Item:
        """One of the items."""
        return items[self.below(len(items))]

    def deal(self, deck: str, items: Sequence[Item]) -> Item:
        """The next item of a shuffled deck, which is shuffled again when it is used up: no item waits long for its turn."""
        left = self._decks.setdefault(deck, [])
        if not left:
            left.extend(range(len(items)))
            for last in range(len(left) - 1, 0, -1):
                other = self.below(last + 1)
                left[last], left[other] = left[other], left[last]
        return items[left.pop()]
