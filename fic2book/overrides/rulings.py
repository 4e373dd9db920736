"""What a sidecar may say: rulings on passages, on boundaries and on where paragraphs begin."""

from __future__ import annotations

from fic2book.records import dataclass

PLACES = ("keep", "front", "before", "after", "back", "popup", "appendix", "omit")
"""Where a user may send a passage; "keep" prints it where it stands."""

STRENGTHS = ("soft", "hard")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that name a place in the story. `occurrence` counts from 1; 0 means the words must be unique."""

    words: str
    occurrence: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """One ruling: the blocks from the one that holds `quote` to the one that holds `through` are `role`."""

    quote: Quotation
    role: str
    through: Quotation | None = None
    value: str = ""
    place: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class MarkedBreak:
    """A scene break that the text does not show, before the block that holds `before`."""

    before: Quotation
    strength: str = "hard"
    why: str = ""
