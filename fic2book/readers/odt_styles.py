"""What the styles of an OpenDocument text say: marks, alignment, lines, and how lists are numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from fic2book.readers.archive import Archive, local, parse_xml

if TYPE_CHECKING:
    from lxml import etree

_ALIGNED: Final = {
    "center": "center",
    "end": "right",
    "right": "right",
    "start": "left",
    "left": "left",
    "justify": "left",
}


Numbered = dict[tuple[str, str], tuple[str, str, str]]
"""Name of a list's style and level in it, to the form of its numbers and what stands around them; bullets have no entry."""


class Style(NamedTuple):
    """What a style says, its parents' words included."""

    name: str = ""
    parent: str = ""
    marks: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()  # marks it takes away
    align: str = ""
    rule: bool = False


def part(archive: Archive, name: str) -> bytes:
    """The bytes of a part, none where it is missing."""
    path = archive.find(name)
    return archive.read(path) if path else b""


def attribute(element: etree._Element, name: str) -> str:
    """An attribute by its name without namespace, "" where there is none."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def read_styles(archive: Archive, content: etree._Element) -> tuple[dict[str, Style], Numbered]:
    """Styles by name, and the numbers of lists."""
    styles: dict[str, Style] = {}
    numbered: Numbered = {}
    data = part(archive, "styles.xml")
    for root in ([parse_xml(data, archive.name)] if data else []) + [content]:
        for element in root.iter():
            if local(element) == "style" and attribute(element, "name"):
                styles[attribute(element, "name")] = _style(element)
            elif local(element) == "list-level-style-number":
                parent = element.getparent()
                key = (attribute(parent, "name") if parent is not None else "", attribute(element, "level"))
                numbered[key] = (
                    attribute(element, "num-format"),
                    attribute(element, "num-prefix"),
                    attribute(element, "num-suffix"),
                )
    return styles, numbered


def _style(element: etree._Element) -> Style:
    marks: set[str] = set()
    plain: set[str] = set()
    align = ""
    rule = False
    for child in element:
        for key, value in ((str(key), str(value)) for key, value in child.attrib.items()):
            name = key.rpartition("}")[2]
            if name == "font-style":
                (marks if value in {"italic", "oblique"} else plain).add("em")
            elif name == "font-weight":
                (marks if value in {"bold", "600", "700", "800", "900"} else plain).add("b")
            elif name == "text-underline-style" and value != "none":
                marks.add("u")
            elif name == "text-line-through-style" and value != "none":
                marks.add("s")
            elif name == "font-variant" and value == "small-caps":
                marks.add("smallcaps")
            elif name == "text-position" and not value.startswith("0"):
                marks.add("sub" if value.startswith(("sub", "-")) else "sup")
            elif name == "text-align":
                align = _ALIGNED.get(value, "")
            elif name == "border-bottom" and value != "none":
                rule = True
    display = attribute(element, "display-name") or attribute(element, "name").replace("_20_", " ")
    return Style(
        display.lower(), attribute(element, "parent-style-name"), frozenset(marks), frozenset(plain), align, rule
    )


def spelled(count: int, form: str) -> str:
    """A number in one of the five forms of lists: 1 a A i I."""
    if form.lower() == "a" and 0 < count <= 26:
        letter = chr(ord("a") + count - 1)
        return letter.upper() if form == "A" else letter
    if form.lower() == "i" and 0 < count < 400:
        units = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
        tens = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
        roman = "c" * (count // 100) + tens[count // 10 % 10] + units[count % 10]
        return roman.upper() if form == "I" else roman
    return str(count)
