"""A title below the matter: many writers greet, disclaim and thank first, and name the story right above its first paragraph.

Looked for when everything above the story is known and no line above it is the title.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from fic2book.cleaner.detectors.authors import byline_of, plain_by
from fic2book.cleaner.detectors.caption_kinds import caption_kind
from fic2book.cleaner.detectors.chrome_lines import read_furniture
from fic2book.cleaner.detectors.ends import ends_story
from fic2book.cleaner.detectors.heading_looks import MINOR_WORDS
from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import OPENING_QUOTES
from fic2book.cleaner.weights import ACT
from fic2book.model import Finding

REACH: Final = 40
"""Blocks from the top within which the matter ends."""

MATTER: Final = ("note", "disclaimer", "field", "chrome", "date", "author", "dedication", "break", "counter")
TALK: Final = ("note", "disclaimer", "field", "dedication")
"""What somebody who names a story says before; a menu alone names nothing."""

FEWEST_BELOW: Final = 12
"""Words of the story right below a title."""


_SENT_OFF: Final = frozenset(
    "enjoy enjoying story fic chapter show read reading begin begins review reviews goes go lecture lesen vergnügen spaß lectura disfruten чтения".split()
)
"""Words with which writers let their readers go: "On with the Show"."""


def find_titles_below(document: Document) -> Iterable[Finding]:
    """A finding of role "title" for the line between the matter and the story, where no other line is the title."""
    if any(item.weight >= ACT for item in document.claimed("title")) or document.field_named("title"):
        return
    index = _after_matter(document)
    if index < 0 or not _may_be(document, index):
        return
    text = document.bare(index)
    words = text.split()
    shouts = text.isupper() and len(text) > 4
    titled = all(word[0].isupper() or len(word) <= 3 or word.casefold() in MINOR_WORDS for word in words)
    reasons = ["title.below-matter"]
    if shouts or document.stands_out(index) or text != document.texts[index]:
        reasons.append("title.stands-out")
    reasons.append(
        "title.capitals" if titled or shouts else "title.first-capital" if words[0][0].isupper() else "title.lower"
    )
    if len(words) == 1:
        reasons.append("title.one-word")
    if text[-1] in ".!?":
        reasons.append("title.asks" if text[-1] != "." else "title.sentence")
    yield document.propose("title", index, index, reasons, value=text.rstrip("."))


def _after_matter(document: Document) -> int:
    """The first block below matter that reaches from the top of the text; -1 where the text begins without any."""
    matter = document.covered(*MATTER, least=ACT) | document.covered("field", least=0.0)
    talk = document.covered(*TALK, least=ACT) | document.covered("field", least=0.0)
    index = 0
    while index < min(REACH, len(document.blocks)) and (index in matter or not document.texts[index]):
        index += 1
    above = [at for at in range(index) if at in talk]
    return index if above and index + 1 < len(document.blocks) else -1


def _may_be(document: Document, index: int) -> bool:
    raw, text, block = document.texts[index], document.bare(index), document.blocks[index]
    return (
        2 < len(text) <= 70
        and len(text.split()) <= 9
        and text[0].isalnum()
        and text[-1] not in ",;:"
        and raw[0] not in OPENING_QUOTES
        and block.kind in ("paragraph", "heading")
        and not document.claimed_heading(index)
        and not caption_kind(text)
        and not ends_story(text)
        and not byline_of(document, index)
        and not plain_by(text)
        and _SENT_OFF.isdisjoint(text.casefold().replace("!", "").split())
        and not read_furniture(raw)[0]
        and document.words_between(index + 1, index + 4) >= FEWEST_BELOW
        and document.blocks[index + 1].blanks >= min(1, document.rhythm)
    )
