"""How a chapter ends: never with a line or two on a page of their own, nor with its end mark alone there."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree

Element = ElementTree.Element

FEWEST_LINES: Final = 4
"""Lines that the last page of a chapter should have at least: fewer look as if they had been forgotten."""

MOST_MOVED: Final = 6
"""Lines of a paragraph that may go over whole: the page before is short by them, which shows less than a lonely line."""

LINE: Final = 58
"""Characters of a line, roughly; on a wider page a line more stays together, which does no harm."""


def keep_ending(section: Element) -> None:
    """Wraps the chapter's last short paragraphs in ``<div class="together">``, which no page parts.

    "bound" says that an end mark follows and has to stay below them. A long last paragraph is left to the rules for widows.
    """
    scene = next((child for child in reversed(section) if "scene" in child.get("class", "").split()), None)
    if scene is None or len(scene) < 2:
        return
    marked = any("end" in child.get("class", "").split() for child in list(section)[list(section).index(scene) + 1 :])
    start, lines = len(scene), 0
    while (
        start > 1
        and lines < FEWEST_LINES
        and _is_short(scene[start - 1], MOST_MOVED if lines or marked else FEWEST_LINES - 1)
    ):
        start -= 1
        lines += _lines(scene[start])
    if start == len(scene):
        return
    held = list(scene)[start:]
    together = ElementTree.Element("div", {"class": "together bound" if marked else "together"})
    together.tail = held[-1].tail
    for element in held:
        scene.remove(element)
    together.extend(held)
    scene.append(together)


def _is_short(element: Element, most: int) -> bool:
    return (
        element.tag == "p"
        and _lines(element) <= most
        and not {"drop", "lead"} & {child.get("class", "") for child in element}
    )


def _lines(element: Element) -> int:
    return max(1, -(-len("".join(element.itertext())) // LINE))
