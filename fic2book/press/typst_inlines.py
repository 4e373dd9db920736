"""What stands within a line, as Typst expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from fic2book.press.typst_values import joined, split_language, string, words
from fic2book.press.volume import PICTURE_ADDRESS
from fic2book.styles import Style

BLANKS: Final = re.compile(r"[ \t\n\r]+")
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
MARKS: Final = {
    "em": "emph",
    "i": "emph",
    "b": "strong",
    "strong": "strong",
    "s": "strike",
    "u": "underline",
    "sub": "sub",
    "sup": "super",
}
"""Typst's function for each mark."""

BLOCKS: Final = frozenset(
    {"section", "aside", "div", "blockquote", "p", "ul", "ol", "li", "dl", "hr", "figure", "pre", "hgroup", *HEADINGS}
)


@dataclass(slots=True)
class Context:
    """What the expressions depend on. `level` is that of the last heading, since PDF/UA lets none be skipped."""

    style: Style
    targets: frozenset[str]  # ids that links lead to
    level: int = 0
    chapter: bool = False  # within a chapter, where notes are set apart from the story


def inline(context: Context, element: Element) -> str:
    """All that stands within `element`, as one expression."""
    return joined(inlines(context, element))


def inlines(context: Context, element: Element) -> Iterator[str]:
    """The texts and marked stretches within `element`, in order; blanks are single, as in every browser."""
    text = BLANKS.sub(" ", element.text or "")
    if element.tag in BLOCKS:
        text = text.lstrip(" ")
    broken = False
    for child in element:
        if text:
            yield words(text)
        yield marked(context, child)
        broken = child.tag == "br"
        text = BLANKS.sub(" ", child.tail or "")
        if broken:
            text = text.lstrip(" ")
    if text and not (element.tag in BLOCKS and text == " "):
        yield words(text.rstrip(" ") if element.tag in BLOCKS else text)


def marked(context: Context, element: Element) -> str:
    """One inline element."""
    tag = element.tag
    if tag == "br":
        return "linebreak()"
    if tag == "img":
        return f"box(image({string(path(element))}, alt: {string(element.get('alt', ''))}))"
    body = inline(context, element)
    if tag in MARKS:
        return f"{MARKS[tag]}({body})"
    made = _special(context, element, body)
    return f"{{{anchor(context, element)}{made}}}" if element.get("id", "") in context.targets else made


def _special(context: Context, element: Element, body: str) -> str:
    kind = element.get("class", "").split()
    if element.tag == "a" and element.get("href"):
        target = element.get("href", "")
        return (
            f"link(label({string(target[1:])}), {body})"
            if target.startswith("#")
            else f"link({string(target)}, {body})"
        )
    if element.tag == "code":
        return f"raw({string(''.join(element.itertext()))})"
    if element.tag == "small":
        return f"text(size: 0.85em, {body})"
    if "footnote" in kind:
        return f"footnote({_footnote(context, list(element))})"
    if "smallcaps" in kind:
        return f"smallcaps({body})"
    if "lead" in kind:
        return f"lead({body})"
    if element.get("lang"):
        language, region = split_language(element.get("lang", ""))
        return f"text(lang: {string(language)}, region: {string(region) if region else 'none'}, {body})"
    return body


def _footnote(context: Context, lines: list[Element]) -> str:
    """The paragraphs of a footnote; the first begins beside the mark, after the note's label."""
    pieces = []
    if lines and "label" in lines[0].get("class", "").split():
        pieces = [f"emph({inline(context, lines.pop(0))})", '" "']
    for number, line in enumerate(lines):
        pieces += ["parbreak()"] * (number > 0) + [inline(context, line)]
    return joined(pieces)


def anchor(context: Context, element: Element) -> str:
    """A target for links, where one leads here; an expression with its own semicolon, or nothing."""
    name = element.get("id", "")
    return f"[#metadata(0)#label({string(name)})];" if name in context.targets else ""


def path(image: Element) -> str:
    """The file of a picture below the folder the document is compiled in."""
    return image.get("src", "").removeprefix(PICTURE_ADDRESS)
