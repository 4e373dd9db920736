"""What a style's own CSS did that its author may not have meant: rules swallowed by an open bracket, words that are on no page."""

from __future__ import annotations

import re
from typing import Any, Final
from xml.etree.ElementTree import Element

QUOTED: Final = re.compile(r"/\*.*?(?:\*/|\Z)|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.DOTALL)
"""Comments and strings, in which a bracket is only a character."""

SMALLEST: Final = 0.5
"""Pixels of type below which nobody sees a letter."""


def bracket_complaint(css: str) -> str:
    """A sentence about brackets that do not match, from the line where that begins; empty when all do.

    CSS itself closes every bracket at the end of the file without a word, and the rules after an open one are lost in it.
    """
    plain = QUOTED.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), css)
    open_lines: list[int] = []
    for number, line in enumerate(plain.splitlines(), 1):
        for character in line:
            if character == "{":
                open_lines.append(number)
            elif character == "}" and open_lines:
                open_lines.pop()
            elif character == "}":
                return f"a bracket is closed at line {number} that was never opened, so the rule after it is lost."
    return (
        f"the bracket opened at line {open_lines[0]} is never closed, so the rules after it may be lost."
        if open_lines
        else ""
    )


def unprinted(root: Element, pages: Any) -> list[str]:
    """The passages of a tree that WeasyPrint's pages do not show whole: not drawn, too small to see, or beyond the edge of the paper."""
    shown: set[Element] = {inner for element in root.iter() if "hidden" in element.attrib for inner in element.iter()}
    lost: set[Element] = set()
    for page in pages:
        for box in page._page_box.descendants():  # noqa: SLF001 - a laid-out page has no other face
            if getattr(box, "text", "") and box.element is not None and ":" not in str(box.element_tag):
                (shown if _is_seen(box, page) else lost).add(box.element)
    passages = []
    for element in root.iter():
        text = " ".join((element.text or "").split())
        if element.tag not in {"title", "style"} and (element in lost or element not in shown):
            passages += [text] if any(character.isalnum() for character in text) else []
    return passages


def _is_seen(box: Any, page: Any) -> bool:
    """Whether a stretch of text is large enough to see and whole on the paper, up to a pixel."""
    return bool(
        box.style["font_size"] >= SMALLEST
        and box.style["visibility"] == "visible"
        and -1 <= box.position_x <= box.position_x + box.width <= page.width + 1
        and -1 <= box.position_y + box.baseline <= page.height + 1
    )
