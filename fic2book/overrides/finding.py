"""Quoted words found in a story whatever its typography, in one place or not at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from fic2book.errors import SidecarError
from fic2book.model import Manuscript
from fic2book.overrides.rulings import Quotation

_GAP = r"[^\S\n]*(?:\n[^\S\n]*)?"
"""White space within a paragraph: two line feeds would be a paragraph's end."""

_SAME = (
    '["“”„‟«»″]',
    "['‘’‚‛′`´]",
    r"(?:-{2,3}|[‐‑‒–—―-])",
    rf"(?:\.{_GAP}\.{_GAP}\.|…)",
)
"""Signs that stand for each other: a quotation may hold any of them where the story holds another."""

_PIECE = r"\s+|\.\s?\.\s?\.|…|-{2,3}|[‐‑‒–—―-]|[\"“”„‟«»″]|['‘’‚‛′`´]|[^\s.…‐‑‒–—―\"“”„‟«»″'‘’‚‛′`´-]+|."


def quotation_pattern(words: str) -> re.Pattern[str]:
    """A pattern that finds `words` whatever the typography and the line breaks around and between them."""
    return re.compile("".join(_token_pattern(token) for token in re.findall(_PIECE, words.strip(), re.DOTALL)))


def _token_pattern(token: str) -> str:
    if token.isspace():
        return r"\s+"
    if token[0].isalnum():
        return re.escape(token)
    return next((same for same in _SAME if re.fullmatch(same, token)), re.escape(token))


class Finder:
    """Finds quotations among the texts of blocks; of several versions of the texts, the first that holds the words counts."""

    def __init__(self, versions: Sequence[Sequence[str]], name: str) -> None:
        self.name = name
        self._versions = versions

    def blocks_of(self, quotation: Quotation) -> tuple[int, int]:
        """Indices of the first and last block the words stand in. Raises SidecarError when that is not one place."""
        first, last, _ = self.place_of(quotation)
        return first, last

    def place_of(self, quotation: Quotation) -> tuple[int, int, int]:
        """First block, last block, and the offset of the words in the first block's text."""
        places = self.places_of(quotation.words)
        if places:
            return self._choose(places, quotation)
        raise SidecarError(
            f"{self.name}: the words “{quotation.words}” are nowhere in the story. "
            "Copy them from the story as it is now, or remove the entry."
        )

    def places_of(self, words: str) -> list[tuple[int, int, int]]:
        """Every place of `words`, in order, as `place_of` gives them."""
        pattern = quotation_pattern(words)
        return next(filter(None, (_matches(pattern, texts) for texts in self._versions)), [])

    def _choose(self, places: list[tuple[int, int, int]], quotation: Quotation) -> tuple[int, int, int]:
        if quotation.occurrence > len(places):
            raise SidecarError(
                f"{self.name}: occurrence = {quotation.occurrence}, but the words “{quotation.words}” "
                f"stand in the story {len(places)} time(s). Lower the number."
            )
        if quotation.occurrence == 0 and len(places) > 1:
            raise SidecarError(
                f"{self.name}: the words “{quotation.words}” stand in the story {len(places)} times. "
                f"Quote more of the passage, or add occurrence = 1 … {len(places)}."
            )
        return places[max(quotation.occurrence, 1) - 1]


def finder_of(manuscript: Manuscript, name: str) -> Finder:
    """A finder over the source as written, then over the text as repaired so far."""
    text = manuscript.source.text
    written = [text[block.span.start : block.span.stop] for block in manuscript.blocks]
    return Finder((written, [block.text for block in manuscript.blocks]), name)


def _matches(pattern: re.Pattern[str], texts: Sequence[str]) -> list[tuple[int, int, int]]:
    starts, position = [], 0
    for text in texts:
        starts.append(position)
        position += len(text) + 2
    places = []
    for match in pattern.finditer("\n\n".join(texts)):
        first = bisect_right(starts, match.start()) - 1
        last = bisect_right(starts, max(match.end() - 1, match.start())) - 1
        places.append((first, last, match.start() - starts[first]))
    return places
