"""Paragraphs that run against the direction of their page, as a letter in Hebrew does in an English story."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from fic2book.render.edition import Edition
from fic2book.render.labels import right_to_left

LEFTWARD: Final = re.compile(
    "[\N{HEBREW ACCENT ETNAHTA}-\N{ARABIC LETTER ALEF WITH ATTACHED FATHA}\N{HEBREW LETTER YOD WITH HIRIQ}-\N{RIAL SIGN}"
    "\N{ARABIC FATHATAN ISOLATED FORM}-\N{ARABIC LIGATURE LAM WITH ALEF FINAL FORM}]"
)
"""Letters that run from right to left; most texts have none, and finding that out costs next to nothing."""


def direction(text: str, edition: Edition, part: int) -> str:
    """A ``dir`` attribute where `text` runs against its page, else nothing. *Source*: Unicode Annex 9, rules P2 and P3.

    Without it the last line stands at the wrong margin and its full stop at the wrong end.
    """
    own = edition.book.parts[part].metadata.language if 0 <= part < len(edition.book.parts) else ""
    leftward_page = right_to_left(own or edition.language)
    if not leftward_page and not LEFTWARD.search(text):
        return ""
    leftward = _runs_leftward(text)
    return "" if leftward in {None, leftward_page} else ' dir="rtl"' if leftward else ' dir="ltr"'


def _runs_leftward(text: str) -> bool | None:
    """Whether the first letter with a direction runs from right to left; None for a text without letters."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"L", "R", "AL"}:
            return kind != "L"
    return None
