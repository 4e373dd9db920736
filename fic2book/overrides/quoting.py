"""Words that name a passage in a printed sidecar, chosen so that the next build finds them, and in the right place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fic2book.model import Manuscript
from fic2book.overrides.finding import finder_of

SHORT = 60  # characters that are enough to name most passages
LONG = 200


@dataclass(frozen=True, slots=True)
class Quote:
    """`words` stand where the passage begins, as the `occurrence`-th of their kind (0 when they stand once); `through` where it ends."""

    words: str
    occurrence: int = 0
    through: str = ""


class Quoter:
    """Quotes passages of one story as a sidecar will look for them: paragraph by paragraph, in the words of the source."""

    def __init__(self, manuscript: Manuscript) -> None:
        text = manuscript.source.text
        self._texts = [text[slice(*block.span)] for block in manuscript.blocks]
        self._finder = finder_of(manuscript, manuscript.source.name)
        self._places: dict[str, list[int]] = {}

    def quote(self, first: int, last: int) -> Quote | None:
        """Words for the blocks `first`..`last`; None where nothing is written, as in a picture or a ruled line."""
        worded = [index for index in range(first, last + 1) if self._texts[index].strip()]
        if not worded:
            return None
        for words in _openings(self._texts[worded[0]]):
            places = self._found(words)
            if worded[0] in places:
                occurrence = places.index(worded[0]) + 1 if len(places) > 1 else 0
                return Quote(words, occurrence, self._through(worded[0], worded[-1]))
        return None

    def _through(self, first: int, last: int) -> str:
        """Words that stand in block `last` alone, "" where there are none or none are needed."""
        if first == last:
            return ""
        return next((words for words in _closings(self._texts[last]) if self._found(words) == [last]), "")

    def _found(self, words: str) -> list[int]:
        """The blocks in which `words` begin."""
        if words not in self._places:
            self._places[words] = [first for first, _, _ in self._finder.places_of(words)]
        return self._places[words]


def shortened(text: str, length: int = SHORT) -> str:
    """`text` on one line, cut at a word with an ellipsis when it is longer than `length` characters."""
    text = " ".join(text.split())
    return text if len(text) <= length else f"{_cut(text, length)} …"


def _cut(text: str, length: int) -> str:
    return text[:length].rsplit(" ", 1)[0] if len(text) > length else text


def _openings(text: str) -> Iterator[str]:
    whole = " ".join(text.split())
    yield from dict.fromkeys((_cut(whole, SHORT), _cut(whole, LONG), whole))


def _closings(text: str) -> Iterator[str]:
    words = text.split()
    yield from dict.fromkeys((" ".join(words[-6:]), " ".join(words[-20:]), " ".join(words)))
