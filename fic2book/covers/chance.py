"""Chance that is the same on every machine: integers drawn from SHA-256, without state that anybody else could touch."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

Choice = TypeVar("Choice")


class Chance:
    """An endless row of numbers that depends on its seed alone."""

    def __init__(self, seed: str) -> None:
        self._seed = seed.encode("utf-8", "surrogatepass")
        self._pool = b""
        self._round = 0

    def below(self, limit: int) -> int:
        """A whole number from 0 to `limit` - 1."""
        if len(self._pool) < 4:
            self._pool = sha256(self._seed + self._round.to_bytes(4, "big")).digest()
            self._round += 1
        number, self._pool = int.from_bytes(self._pool[:4], "big"), self._pool[4:]
        return number % limit

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + self.below(high - low + 1)

    def pick(self, choices: Sequence[Choice]) -> Choice:
        """One of `choices`."""
        return choices[self.below(len(choices))]
