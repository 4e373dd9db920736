"""What a message about an unknown word adds: the known word most like it, or all that are known."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """The question “ Did you mean …?” with the known word most like `word`, or nothing where none is like it."""
    from difflib import get_close_matches  # loaded only when something is wrong

    near = get_close_matches(str(word), sorted(known), 1)
    return f" Did you mean “{near[0]}”?" if near else ""


def nearest(word: object, known: Iterable[str]) -> str:
    """A sentence: the known word most like `word`, or all of them."""
    choices = sorted(known)
    return did_you_mean(word, choices).strip() or f"Known: {', '.join(choices)}."
