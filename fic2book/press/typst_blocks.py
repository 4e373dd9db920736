"""Blocks as calls of the functions of styles/base/book.typ."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final
from xml.etree.ElementTree import Element

from fic2book.press.typst_inlines import BLANKS, BLOCKS, HEADINGS, MARKS, Context, anchor, inline, marked, path
from fic2book.press.typst_values import array, flag, joined, points, string


def blocks(context: Context, elements: Iterable[Element]) -> list[str]:
    """One expression for each block."""
    return [expression for element in elements for expression in (block(context, element),) if expression]


def block(context: Context, element: Element) -> str:
    """The expression for a block-level element."""
    made = BLOCK_WRITERS.get(element.tag, _flow)(context, element)
    if element.get("dir"):
        made = f"turned({element.get('dir')}, {made})"
    return anchor(context, element) + made


# ------------------------------------------------------------ inlines


def heading_words(context: Context, heading: Element) -> str:
    """A heading with its subtitles below it."""
    if heading.tag != "hgroup":
        return inline(context, heading)
    first, *rest = heading
    return joined((inline(context, first), *(f"subtitle({inline(context, line)})" for line in rest)))


def deeper(context: Context, heading: Element) -> int:
    """The heading's level, never more than one below the one before."""
    tag = heading[0].tag if heading.tag == "hgroup" and len(heading) else heading.tag
    context.level = min(int(tag[1]), context.level + 1)
    return context.level


def _paragraph(context: Context, element: Element) -> str:
    classes = element.get("class", "").split()
    initial = next(iter(element), None)
    if initial is not None and initial.get("class") == "drop":
        return _dropped(context, element, initial)
    function = next((PARAGRAPHS[name] for name in classes if name in PARAGRAPHS), "p")
    return f"{function}({inline(context, element)})"


def _dropped(context: Context, element: Element, initial: Element) -> str:
    """A paragraph that opens with a drop capital: the rest of its first word, then one expression a word."""
    words = list(_words(context, element))
    tail = initial.tail or ""
    start = words.pop(0) if words and tail[:1].strip() else '""'
    return f"drop({string(initial.text or '')}, {start}, {array(words)})"


def _words(context: Context, element: Element, function: str = "{}") -> Iterator[str]:
    """Every word with its blank as an expression of its own, marks kept."""
    texts = [(element.text or "", None)] if element.get("class") != "drop" else []
    for text, _ in texts:
        yield from (function.format(string(word)) for word in _split(text))
    for child in element:
        if child.get("class") != "drop":
            if child.tag in MARKS and not any(inner.tag not in MARKS for inner in child):
                yield from _words(context, child, function.format(f"{MARKS[child.tag]}({{}})"))
            else:
                yield function.format(marked(context, child))
        yield from (function.format(string(word)) for word in _split(child.tail or ""))


def _split(text: str) -> list[str]:
    return re.findall(r"\S+ ?| ", BLANKS.sub(" ", text))


def _heading(context: Context, element: Element) -> str:
    level = deeper(context, element)
    function = "note-label" if "label" in element.get("class", "").split() else "within"
    return f"{function}({level}, {heading_words(context, element)})"


def _rule(context: Context, element: Element) -> str:
    classes = element.get("class", "").split()
    return "hard()" if "hard" in classes else "soft()" if "soft" in classes else "thin-rule()"


def _flow(context: Context, element: Element) -> str:
    """A container without a look of its own. Text that stands in it directly becomes a paragraph."""
    if not any(child.tag in BLOCKS for child in element):
        return f"p({inline(context, element)})" if "".join(element.itertext()).strip() else ""
    return joined(blocks(context, element))


def _container(context: Context, element: Element) -> str:
    classes = element.get("class", "").split()
    if "note" in classes:
        return f"note({_flow(context, element)}, barred: {flag(context.chapter)})"
    if "together" in classes:
        return f"together({_flow(context, element)}, bound: {flag('bound' in classes)})"
    if "verse" in classes:
        return f"verse({', '.join(_stanza(context, stanza) for stanza in element)})"
    if "table" in classes:
        cells = [[inline(context, cell) for cell in row] for row in element.iter("div") if row.get("class") == "tr"]
        columns = max((len(row) for row in cells), default=1)
        flat = [cell for row in cells for cell in (*row, *["[]"] * (columns - len(row)))]
        return f"rows({columns}, {', '.join(flat)})"
    return _flow(context, element)


def _stanza(context: Context, stanza: Element) -> str:
    lines = list(stanza) if len(stanza) and stanza[0].get("class") == "line" else [stanza]
    set_lines = joined(f"verse-line({inline(context, line)})" for line in lines)
    return f"turned({stanza.get('dir')}, {set_lines})" if stanza.get("dir") else set_lines


def _list(context: Context, element: Element) -> str:
    items = [_item(context, item, ordered=element.tag == "ol") for item in element]
    if element.tag == "ol":
        numbering = {"a": '"a."', "A": '"A."'}.get(element.get("type", ""), '"1."')
        return f"listed(enum(numbering: {numbering}, {', '.join(items)}))"
    marker = "marker: [], " if element.get("class") == "marked" else ""
    return f"listed(list({marker}{', '.join(items)}))"


def _item(context: Context, item: Element, *, ordered: bool) -> str:
    nested = [child for child in item if child.tag in {"ul", "ol"}]
    for child in nested:
        item.remove(child)
    body = joined((inline(context, item), *blocks(context, nested)))
    number = item.get("value", "")
    return f"enum.item({number}, {body})" if ordered and number else body


def _fields(context: Context, element: Element) -> str:
    return joined(
        f"field-line({inline(context, row[0])}, {joined(inline(context, value) for value in row[1:])})"
        for row in element
        if len(row)
    )


def _figure(context: Context, element: Element) -> str:
    pieces = []
    for child in element:
        if child.tag == "img":
            width, height = (0.75 * max(1.0, float(child.get(side) or 1)) for side in ("width", "height"))
            pieces.append(
                f"picture({string(path(child))}, {string(child.get('alt', ''))}, {points(width)}, {points(height)})"
            )
        else:
            pieces.append(f"center-line({marked(context, child)})")
    return joined(pieces)


def _preformatted(context: Context, element: Element) -> str:
    for newline in element.iter("br"):
        newline.text, newline.tail = "\n", (newline.tail or "").removeprefix("\n")
    return f"code-block({string(''.join(element.itertext()))})"


def _quotation(context: Context, element: Element) -> str:
    return f"quotation({_flow(context, element)})"


PARAGRAPHS: Final = {
    "first": "first",
    "center": "center-line",
    "right": "right-line",
    "caption": "caption",
    "end": "end-mark",
    "reference": "reference",
    "provenance": "ragged",
    "source": "ragged",
    "licence": "ragged",
    "label": "caption",
}
"""The template's function for a paragraph of each class."""

BLOCK_WRITERS: Final[dict[str, Callable[[Context, Element], str]]] = {
    "p": _paragraph,
    "section": _container,
    "div": _container,
    "aside": _container,
    "hr": _rule,
    "blockquote": _quotation,
    "ul": _list,
    "ol": _list,
    "dl": _fields,
    "figure": _figure,
    "pre": _preformatted,
    "hgroup": _heading,
    **dict.fromkeys(sorted(HEADINGS), _heading),
}
"""How each block-level element is written; anything else flows."""
