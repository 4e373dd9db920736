"""OpenDocument texts: content.xml walked with its styles and told to the builder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from fic2book.errors import SourceError
from fic2book.model import Manuscript, Metadata
from fic2book.readers.archive import Archive, local, open_archive, parse_xml
from fic2book.readers.builder import Builder
from fic2book.readers.forms import Context
from fic2book.readers.html import finish
from fic2book.readers.markup import safe_link
from fic2book.readers.odt_styles import Numbered, Style, attribute, part, read_styles, spelled
from fic2book.readers.pictures import Pictures

if TYPE_CHECKING:
    from lxml import etree

_SKIPPED: Final = frozenset(
    "tracked-changes annotation annotation-end sequence-decls variable-decls user-field-decls forms scripts note-citation".split()
)
"""Deleted text, comments and declarations: no part of the document's text. A note's number is set again by the book."""


def read_bytes(name: str, data: bytes, encoding: str, digest: str) -> Manuscript:
    """The reader of the table."""
    archive = open_archive(name, data)
    if b"encryption-data" in part(archive, "META-INF/manifest.xml"):
        raise SourceError(f"{name} is protected with a password. Open it in a word processor and save it without one.")
    content = parse_xml(archive.read(archive.find("content.xml") or "content.xml"), name)
    styles, numbered = read_styles(archive, content)
    builder = Builder(metadata=_properties(archive))

    def fetch(address: str) -> tuple[str, bytes] | None:
        path = archive.find(address.removeprefix("./"))
        return (path, archive.read(path)) if path else None

    pictures = Pictures(builder, fetch)
    body = next(
        (element for element in content.iter() if local(element) == "text" and element.getparent() is not None), None
    )
    if body is not None:
        _Walk(builder, styles, pictures, numbered).walk(body)
    pictures.report()
    return finish(builder, name, "odt", "utf-8", digest)


def _properties(archive: Archive) -> Metadata | None:
    data = part(archive, "meta.xml")
    if not data:
        return None
    values = {
        local(element): " ".join((element.text or "").split()) for element in parse_xml(data, archive.name).iter()
    }
    return Metadata(title=values.get("title", ""), language=values.get("language", ""))


@dataclass(slots=True)
class _Walk:
    """One pass over the text with a stack of its own."""

    builder: Builder
    styles: dict[str, Style]
    pictures: Pictures
    numbered: Numbered = field(default_factory=dict)
    lists: list[tuple[str, int]] = field(default_factory=list)  # style and items so far of each open list
    notes: int = 0

    def walk(self, body: etree._Element) -> None:
        stack: list[tuple[etree._Element, Iterator[etree._Element]]] = [(body, iter(body))]
        while stack:
            parent, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                if parent is not body:
                    self.end(parent)
                    self.tail(parent)
            elif self.start(child):
                self.builder.text(self._collapsed(child.text))
                stack.append((child, iter(child)))
            else:
                self.tail(child)

    def tail(self, element: etree._Element) -> None:
        self.builder.text(self._collapsed(element.tail))

    @staticmethod
    def _collapsed(text: str | None) -> str:
        return text or ""

    def start(self, element: etree._Element) -> bool:
        """Tell of an element's start; False when its content is no text of the document."""
        name = local(element)
        builder = self.builder
        if name in _SKIPPED or not name:
            return False
        if name == "line-break":
            builder.line_break()
        elif name == "tab":
            builder.text(" ")
        elif name == "s":
            count = attribute(element, "c")
            builder.text("\N{NO-BREAK SPACE}" * min(int(count) if count.isdecimal() and len(count) < 5 else 1, 200))
        elif name == "image":
            frame = element.getparent()
            alt = next(
                (
                    sibling.text or ""
                    for sibling in (() if frame is None else frame)
                    if local(sibling) in {"title", "desc"}
                ),
                "",
            )
            self.pictures.add({"src": attribute(element, "href"), "alt": alt})
        elif name in {"title", "desc"}:
            return False  # the picture's description
        else:
            self._open(element, name)
            return True
        return False

    def _open(self, element: etree._Element, name: str) -> None:
        around = self.builder.context
        chain = self._chain(attribute(element, "style-name"))
        context = around._replace(name=name, marks=self._marks(around.marks, chain))
        marker = ""
        block = name in {
            "p",
            "h",
            "list",
            "list-item",
            "list-header",
            "section",
            "table",
            "table-row",
            "note",
            "index-body",
        }
        flat = around.row or self.notes > 0  # paragraphs in cells and notes end no paragraph
        if name in {"p", "h"} and not flat:
            context = self._paragraph(element, context, chain, name)
        elif name == "list":
            inherited = self.lists[-1][0] if self.lists else ""
            self.lists.append((attribute(element, "style-name") or inherited, 0))
            context = context._replace(lists=around.lists + 1)
        elif name == "list-item":
            marker = self._marker(element)
        elif name == "table-row":
            context = context._replace(row=True)
        elif name == "table-cell" and element.getprevious() is not None:
            self.builder.added("\t", "cell")
        elif name == "a":
            context = context._replace(href=safe_link(attribute(element, "href")))
        elif name == "note":
            block = False
            context = context._replace(marks=tuple(sorted({*around.marks, "small"})))
        self.builder.open(context, block=block and not flat, marker=marker)
        if name == "p" and self.notes and element.getprevious() is not None:
            self.builder.added(" ", "note")
        if name == "note":
            self.notes += 1
            self.builder.added(" [", "note")

    def _marker(self, element: etree._Element) -> str:
        """The bullet or number of a list item, as the list's style prints it."""
        if not self.lists:
            return "\N{BULLET}"
        style, count = self.lists[-1]
        start = attribute(element, "start-value")
        count = int(start) if start.isdecimal() and len(start) < 6 else count + 1
        self.lists[-1] = (style, count)
        form, prefix, suffix = self.numbered.get((style, str(len(self.lists))), ("", "", ""))
        return f"{prefix}{spelled(count, form)}{suffix}".strip() if form else "\N{BULLET}"

    def _paragraph(self, element: etree._Element, context: Context, chain: list[Style], name: str) -> Context:
        names = " ".join(
            style.name.replace(" ", "-") for style in chain if style.name and not style.name[-1:].isdigit()
        )
        level = attribute(element, "outline-level") if name == "h" else ""
        heading = (
            int(level)
            if level.isdecimal() and 0 < int(level) < 7
            else (1 if name == "h" or "title" in names.split() else 0)
        )
        quoted = any(style.name in {"quotations", "quote", "block quotation", "intense quote"} for style in chain)
        fixed = any(style.name in {"preformatted text", "preformatted"} for style in chain)
        align = next((style.align for style in chain if style.align), "")
        if "horizontal-line" in names.split():
            self.builder.rule()
        return context._replace(
            name="p",
            align=align,
            hint=names,
            heading=heading,
            quotes=context.quotes + quoted,
            fixed=fixed,
            paragraph=True,
        )

    def _chain(self, name: str) -> list[Style]:
        """A style and its parents, nearest first."""
        chain: list[Style] = []
        while name in self.styles and len(chain) < 20:
            chain.append(self.styles[name])
            name = self.styles[name].parent
        if name and not chain:
            chain.append(Style(name.replace("_20_", " ").lower()))
        return chain

    @staticmethod
    def _marks(around: tuple[str, ...], chain: list[Style]) -> tuple[str, ...]:
        marks = set(around)
        for style in reversed(chain):
            if style.name.startswith(("heading", "title")):
                continue  # a heading's own bold is the book's to set
            marks = (marks - style.plain) | style.marks
        return tuple(sorted(marks))

    def end(self, element: etree._Element) -> None:
        """Tell of an element's end."""
        name = local(element)
        if name == "note":
            self.notes -= 1
            self.builder.added("]", "note")
        self.builder.close()
        if name == "list" and self.lists:
            self.lists.pop()
