"""Headings whose last line is never one short word."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree

Element = ElementTree.Element

SHORT: Final = 8
"""Characters of a word that looks lost alone on the last line of a heading."""

FEWEST_WORDS: Final = 4
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def tie_headings(section: Element) -> None:
    """Ties the last two words of each heading and half-title by a no-break space, where the last is short."""
    for element in section.iter():
        if element.tag in HEADINGS or "title" in element.get("class", "").split():
            _tie(element)


def _tie(heading: Element) -> None:
    if len(heading) or not heading.text:
        return
    words = heading.text.split(" ")
    if len(words) >= FEWEST_WORDS and 0 < len(words[-1]) <= SHORT and len(words[-2]) <= 2 * SHORT:
        heading.text = " ".join(words[:-1]) + "\N{NO-BREAK SPACE}" + words[-1]
