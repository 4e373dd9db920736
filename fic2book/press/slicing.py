"""Where a long book may be cut into slices that are set apart from each other, and put together again as if it had been set whole.

A slice begins where a page begins anyhow. What one page takes over from those before it is known there: the side it stands on, its
number, its running heads. Where a style's own CSS could see across a cut, the book is set whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from fic2book.model import Settings
from fic2book.styles import Style

SHORTEST: Final = 24_000
"""Words of a book that is cut at all: a shorter one is set in two seconds."""

PAIR: Final = 50_000
"""Words of two slices. Small enough to keep all the cores of a desk busy, large enough that starting anew does not show."""

FAR_SIGHTED: Final = re.compile(
    r"counter|string|nth-|-of-type|-child|:first|:last|:empty|:has|[~+]|element\(|running|fixed|target|break|(?<!@)\bpage\b|@import",
    re.IGNORECASE,
)
"""Words of a stylesheet that may mean another part of the book than the one at hand, or another place for a page to begin."""

FIRST: Final = frozenset({"first-page", "first-plain"})
"""Classes of the section with which the text begins."""

OPENINGS: Final = frozenset({"opens-recto", "opens-any"})
"""Classes of a section before which a page ends."""


def can_slice(style: Style, settings: Settings) -> bool:
    """Whether books in this style may be set in slices: no rule of its own looks beyond a cut, no profile of colours is at stake."""
    own = style.css("book.css") + style.css("print.css")
    plain = re.sub(r"/\*.*?\*/", "", own, flags=re.DOTALL)
    return settings.standard in {"none", "pdf/ua-1"} and not settings.profile and not FAR_SIGHTED.search(plain)


def slice_tree(root: Element) -> list[Element]:
    """The front matter, then slices of the text, each a tree with the whole head; the tree alone when it is too short to cut.

    Every slice but the last ends with an empty section like the one that begins the next, so that a blank page comes before it where
    one is wanted. The same tree is cut in the same way on any machine.
    """
    head, body = root
    sections = list(body)
    words = [len("".join(section.itertext()).split()) for section in sections]
    first = next((number for number, section in enumerate(sections) if not FIRST.isdisjoint(_classes(section))), 0)
    if not first or sum(words[first:]) < SHORTEST:
        return [root]
    places = [first, *_cuts(sections, words, first)]
    bounds = zip([0, *places], [*places, len(sections)], strict=True)
    return [_slice(root, head, sections[start:stop], sections[stop : stop + 1]) for start, stop in bounds]


def _cuts(sections: Sequence[Element], words: Sequence[int], first: int) -> list[int]:
    """The allowed cuts nearest to equal shares of the words after `first`."""
    total = sum(words[first:])
    count = 2 * max(1, round(total / PAIR))
    before = {place: sum(words[first:place]) for place in range(first + 1, len(sections)) if _opens(sections[place])}
    wanted = [total * share / count for share in range(1, count)]
    return sorted({min(before, key=lambda place: abs(before[place] - words)) for words in wanted if before})


def _opens(section: Element) -> bool:
    """Whether a section begins a page and says what its running heads are."""
    begins = len(section) > 0 and "begins" in _classes(section[0])
    return begins and not OPENINGS.isdisjoint(_classes(section))


def _classes(element: Element) -> list[str]:
    return element.get("class", "").split()


def _slice(root: Element, head: Element, sections: Sequence[Element], following: Sequence[Element]) -> Element:
    tree = Element(root.tag, dict(root.attrib))
    tree.append(head)
    body = SubElement(tree, "body")
    body.extend(sections)
    for section in following:
        SubElement(body, section.tag, {"class": section.get("class", "")})
    return tree


def ids(root: Element) -> frozenset[str]:
    """What links may lead to in a tree."""
    return frozenset(filter(None, (element.get("id") for element in root.iter())))


def number_contents(root: Element, numbers: Mapping[str, int]) -> None:
    """Writes the page numbers of sections in other slices into the contents; those of the front matter the engine counts itself."""
    for link in root.iter("a"):
        number = numbers.get(link.get("href", "").removeprefix("#"))
        if number is not None and link.get("class") == "folio":
            link.set("data-number", str(number))
