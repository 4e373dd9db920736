"""Chance is the same everywhere, and stays within its bounds."""

from __future__ import annotations

from hashlib import sha256

from fic2book.covers.chance import Chance


def row(seed: str, length: int = 20) -> list[int]:
    chance = Chance(seed)
    return [chance.below(1000) for _ in range(length)]


def test_seeds_that_differ_in_a_letter_share_nothing() -> None:
    assert len({tuple(row(seed)) for seed in ("", "a", "b", "ä", "a ", "\ud800")}) == 6


def test_the_numbers_are_the_digest_of_seed_and_round_read_four_bytes_at_a_time() -> None:
    digests = b"".join(sha256(b"seed" + number.to_bytes(4, "big")).digest() for number in range(3))
    numbers = [int.from_bytes(digests[place : place + 4], "big") % 1000 for place in range(0, 80, 4)]
    assert row("seed") == numbers


def test_numbers_stay_within_their_bounds_and_reach_them() -> None:
    chance = Chance("bounds")
    assert {chance.below(3) for _ in range(100)} == {0, 1, 2}
    assert {chance.between(5, 7) for _ in range(100)} == {5, 6, 7}
    assert {chance.pick("xyz") for _ in range(100)} == set("xyz")
