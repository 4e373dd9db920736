"""What elements, attributes and style rules mean for a book: blocks, marks, alignment, links. Tables first, small readers below."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

MARK_OF: Final[dict[str, str]] = {
    "em": "em", "i": "em", "cite": "em", "dfn": "em", "var": "em",
    "strong": "strong", "b": "b",
    "s": "s", "strike": "s", "del": "s", "u": "u", "ins": "u",
    "code": "code", "kbd": "code", "samp": "code", "tt": "code",
    "small": "small", "sub": "sub", "sup": "sup",
}  # fmt: skip
"""Elements that mark text."""

BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul "
    "head title hr".split()
)
"""Elements that end the paragraph before them and begin a new one."""

INLINES: Final = frozenset(
    "a abbr acronym area audio b base basefont bdi bdo big blink br button canvas cite code col colgroup data datalist del dfn em "
    "embed font frame frameset i iframe img input ins kbd label link map mark marquee meta meter nobr noembed noframes noscript object "
    "optgroup option output param picture progress q rb rp rt rtc ruby s samp script select slot small source span strike strong style "
    "sub sup svg template textarea time track tt u var video wbr math xml plaintext".split()
)
"""Elements known to HTML that are no blocks. Anything else in angle brackets was words to its author: ``<grin>``."""

ACTIVE: Final = frozenset("script style template applet object embed canvas audio video math".split())
"""Elements whose content is a program or no text; it is never part of `Source.text`, and a notice tells that it was left out."""

CONTROLS: Final = frozenset("button select datalist textarea option".split())
"""Form controls: their words are the site's, and are removed as chrome."""

QUOTES: Final = frozenset({"blockquote"})
ALIGNMENTS: Final = {
    "center": "center",
    "centre": "center",
    "right": "right",
    "middle": "center",
    "-webkit-center": "center",
    "end": "right",
}
_LINKS: Final = re.compile(r"(?:https?|mailto|ftp):", re.IGNORECASE)
_SELECTOR: Final = re.compile(r"(?:[a-z][a-z0-9]*)?\.([\w-]+)$", re.IGNORECASE)
_BOLD: Final = frozenset({"bold", "bolder", "600", "700", "800", "900"})


class Look(NamedTuple):
    """What a style says: marks, alignment ("" says nothing), and whether line feeds are kept."""

    marks: tuple[str, ...] = ()
    align: str = ""
    lines: bool = False


PLAIN: Final = Look()


def read_style(declarations: str) -> Look:
    """The look that a ``style`` attribute or the body of a rule asks for."""
    marks: list[str] = []
    align = ""
    lines = False
    for declaration in declarations.lower().split(";"):
        name, _, value = declaration.partition(":")
        name, value = name.strip(), value.replace("!important", "").strip()
        if name == "text-align":
            align = ALIGNMENTS.get(value, "left" if value in {"left", "justify", "start"} else "")
        elif name == "white-space":
            lines = value in {"pre", "pre-wrap", "pre-line", "break-spaces"}
        else:
            marks += _marks_of(name, value)
    return Look(tuple(sorted(set(marks))), align, lines) if marks or align or lines else PLAIN


def _marks_of(name: str, value: str) -> list[str]:
    if name == "font-style":
        return ["em"] if value in {"italic", "oblique"} else []
    if name == "font-weight":
        return ["b"] if value in _BOLD else []
    if name in {"font-variant", "font-variant-caps"}:
        return ["smallcaps"] if "small-caps" in value else []
    if name in {"text-decoration", "text-decoration-line"}:
        return [mark for mark, word in (("u", "underline"), ("s", "line-through")) if word in value]
    if name == "vertical-align":
        return [{"super": "sup", "sub": "sub"}[value]] if value in {"super", "sub"} else []
    return []


def read_sheet(css: str) -> dict[str, Look]:
    """Looks of classes in a style sheet. Only rules for a single class count; a story's emphasis is written in no other way."""
    looks: dict[str, Look] = {}
    first, *commented = css[:500_000].split("/*")
    for rule in "".join([first, *(piece.partition("*/")[2] for piece in commented)]).split("}"):
        selectors, _, body = rule.rpartition("{")
        look = read_style(body)
        if look is PLAIN:
            continue
        for selector in selectors.rpartition("{")[2].split(","):
            found = _SELECTOR.match(selector.strip())
            if found:
                looks[found[1].lower()] = look
    return looks


def look_of(name: str, attributes: Mapping[str, str], sheet: Mapping[str, Look]) -> Look:
    """The look of one element: its ``style``, its ``align`` and its classes in the sheet."""
    style = attributes.get("style", "")
    look = read_style(style) if style else PLAIN
    if sheet and attributes.get("class"):
        for token in attributes["class"].lower().split():
            other = sheet.get(token)
            if other is not None:
                look = Look(
                    tuple(sorted({*look.marks, *other.marks})), look.align or other.align, look.lines or other.lines
                )
    align = ALIGNMENTS.get(attributes.get("align", "").lower(), "") or ("center" if name == "center" else "")
    return look._replace(align=align) if align and not look.align else look


def safe_link(address: str) -> str:
    """The address of a link a book may hold, "" for scripts, places within the page, local files and other schemes."""
    address = address.strip()
    return address if _LINKS.match(address) else ""
