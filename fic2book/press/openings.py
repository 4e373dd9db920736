"""How the first line of a chapter is set off: a phrase in small capitals, or a drop capital.

Marked in the tree rather than left to ``::first-line`` and ``::first-letter``, so that both engines do the same, opening quotation
marks stay with their letter, and scripts without capitals are left alone.
"""

from __future__ import annotations

import re
from typing import Final
from xml.etree import ElementTree

Element = ElementTree.Element

PHRASE_LENGTH: Final = 26
"""Characters of the phrase in small capitals: most of a line on a small page, half of one on a large page."""

SHORTEST_DROPPED: Final = 160
"""Characters of a paragraph that is high enough for a drop capital beside it."""

BEFORE_TEXT: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "hr", "figure"})
INITIAL: Final = re.compile(r"\s*[\"'«‹“‘„‚¿¡—–(\[]*\s?[^\W\d_]")
SENTENCE_END: Final = re.compile(r"[.!?…:;—]")


def mark_opening(section: Element, manner: str) -> None:
    """Wraps the beginning of the chapter's first paragraph: ``<span class="lead">`` or ``<span class="drop">``, by `manner`."""
    paragraph = _first_paragraph(section)
    if paragraph is None or not paragraph.text or manner == "none":
        return
    if manner == "drop-cap" and len("".join(paragraph.itertext())) < SHORTEST_DROPPED:
        manner = "small-caps"  # the letter would hang below a paragraph that is too short for it
    length = _phrase_length(paragraph.text) if manner == "small-caps" else _initial_length(paragraph.text)
    if length:
        wrapped = ElementTree.Element("span", {"class": "lead" if manner == "small-caps" else "drop"})
        blank = len(paragraph.text[length:]) - len(paragraph.text[length:].lstrip(" ")) if manner == "small-caps" else 0
        wrapped.text, wrapped.tail = paragraph.text[: length + blank].lstrip(), paragraph.text[length + blank :]
        paragraph.text = None
        paragraph.insert(0, wrapped)


def _first_paragraph(section: Element) -> Element | None:
    """The paragraph with which the story goes on below the heading; none where something else comes first.

    A note before the chapter, a caption and a picture are no text: set off, they would be taken for it.
    """
    for element in section:
        kind = element.get("class", "").split()
        if element.tag in BEFORE_TEXT or not {"note", "caption", "reference", "unheaded"}.isdisjoint(kind):
            continue
        if element.tag == "p":
            return element if "first" in kind else None
        return _first_paragraph(element) if element.tag == "section" else None
    return None


def _phrase_length(text: str) -> int:
    """Characters of the first few words, no further than the first sentence; 0 where the script has no capitals."""
    initial = INITIAL.match(text)
    if not initial or initial[0][-1].lower() == initial[0][-1].upper():
        return 0
    end = 0
    for word in re.finditer(r"\S+", text):
        if end and word.end() > PHRASE_LENGTH:
            break
        end = word.end()
        if SENTENCE_END.search(word[0]):
            break
    return end if end <= 2 * PHRASE_LENGTH else 0


def _initial_length(text: str) -> int:
    initial = INITIAL.match(text)
    return len(initial[0]) if initial and initial[0][-1].isupper() else 0
