"""One pass over a parsed page, telling the builder what is met: elements, text, emphasis, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from fic2book.model import Metadata
from fic2book.readers.builder import Builder
from fic2book.readers.forms import Context, inherited_hint
from fic2book.readers.markup import ACTIVE, BLOCKS, CONTROLS, INLINES, MARK_OF, PLAIN, Look, look_of, safe_link
from fic2book.readers.pictures import Pictures

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

MILESTONE: Final = "data-fic2book"
"""Attribute of the empty elements that stand for the start and end of emphasis."""

_HEADING: Final = re.compile(r"h([1-6])$")
_DEPTH: Final = 64  # elements of emphasis within each other; beyond, it is an attack or an accident
_TAG: Final = re.compile(r"<[^<>]*>")
TOLD: Final = 5
"""Buttons that are named in a notice."""
_BOOLEAN: Final = frozenset(
    "hidden async defer checked disabled selected itemscope reversed nowrap compact noshade open controls".split()
)
_NAMED: Final = frozenset("dt dd th caption figcaption nav header footer aside summary".split())


@dataclass(slots=True)
class Walk:
    """One pass over a tree, with a stack of its own: markup may be nested deeper than Python's."""

    builder: Builder
    pictures: Pictures
    sheet: Mapping[str, Look]
    active: dict[str, int] = field(default_factory=dict)
    counters: list[int] = field(default_factory=list)  # of open lists; -1 for one with bullets
    in_table: int = 0
    formats: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)  # open emphasis: element, marks
    unclosed: frozenset[str] = frozenset()
    controls: list[str] = field(default_factory=list)  # words of buttons and choices within paragraphs

    def walk(self, soup: BeautifulSoup) -> None:
        """Tell the builder of everything in the tree, in document order."""
        from bs4 import Tag
        from bs4.element import NavigableString

        self.unclosed = _unclosed(soup)
        stack: list[tuple[Tag | None, Iterator[object]]] = [(None, iter(soup.contents))]
        while stack:
            tag, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                if tag is not None:
                    self.end(tag)
            elif isinstance(child, Tag):
                if self.start(child):
                    stack.append((child, iter(child.contents)))
            elif isinstance(child, NavigableString):
                self.text(child)
        if self.active:
            told = ", ".join(f"{count} × <{name}>" for name, count in sorted(self.active.items()))
            self.builder.notice("active-content", f"Programs and embedded objects of the page were left out: {told}.")

        if self.controls:
            shown = ", ".join(f"“{words[:40]}”" for words in self.controls[:TOLD])
            more = f" and {len(self.controls) - TOLD} more" if len(self.controls) > TOLD else ""
            self.builder.notice("controls", f"Buttons and choices within paragraphs were left out: {shown}{more}.")

    def text(self, node: object) -> None:
        """Tell of a text node."""
        from bs4.element import CData, NavigableString, PreformattedString

        text = str(node)
        if type(node) is NavigableString or isinstance(node, CData):
            self.builder.text(text)
        elif isinstance(node, PreformattedString):
            if text.startswith("[CDATA[") and text.endswith("]]"):
                self.builder.text(text[7:-2])
        else:
            self.builder.text(text)  # strings of ruby and of other special elements

    def start(self, tag: Tag) -> bool:
        """Tell of an element's start; False when its content is not to be walked."""
        name = tag.name.lower()
        attributes = {str(key).lower(): str(value or "") for key, value in tag.attrs.items()}
        builder = self.builder
        if name == "style":
            return False
        if name in ACTIVE:
            self.active[name] = self.active.get(name, 0) + 1
            return False
        if any(key.startswith("on") for key in attributes) or attributes.get("href", "").lower().lstrip().startswith(
            "javascript:"
        ):
            self.active["script"] = self.active.get("script", 0) + 1
        if name == "wbr":
            self.format(attributes)
            return bool(tag.contents) and self._open_plain()
        if name == "br":
            builder.line_break()
            return bool(tag.contents) and self._open_plain()
        if name == "hr":
            builder.rule()
            return bool(tag.contents) and self._open_plain()
        if name in {"img", "image"}:
            self.pictures.add(attributes)
            return bool(tag.contents) and self._open_plain()
        if name == "title" and tag.find_parent("svg") is None:
            builder.flush()
            words = _TAG.sub("", tag.get_text())
            builder.remove(words, "markup")
            if words.strip() and not (builder.metadata and builder.metadata.title):
                builder.metadata = replace(builder.metadata or Metadata(), title=" ".join(words.split()))
            return False
        if name in CONTROLS:
            words = " ".join(tag.get_text(" ").split())
            within = builder.remove(tag.get_text(), "chrome")
            self.controls += [words] if words and within else []
            return False
        if _is_words(name, attributes, known=name in BLOCKS or name in INLINES):
            self._as_words(name, attributes)
            return self._open_plain()
        self._open(tag, name, attributes)
        return True

    def format(self, attributes: Mapping[str, str]) -> None:
        """Emphasis begins or ends."""
        told = attributes.get(MILESTONE, "")
        name = told[1:]
        if told.startswith("+") and len(self.formats) < _DEPTH:
            look = look_of(name, attributes, self.sheet)
            self.formats.append((name, (MARK_OF[name], *look.marks)))
        elif told.startswith("-"):
            place = next((at for at in reversed(range(len(self.formats))) if self.formats[at][0] == name), -1)
            if place >= 0:
                del self.formats[place]
        self._tell_formats()

    def _tell_formats(self) -> None:
        self.builder.formats = tuple(mark for _, marks in self.formats for mark in marks)

    def _bound_formats(self) -> None:
        """Emphasis that is never closed holds to the end of its paragraph, not of the story."""
        if self.unclosed and self.formats and self.builder.within:
            for name in dict.fromkeys(name for name, _ in self.formats if name in self.unclosed):
                self.builder.notice(
                    "unclosed-markup", f"<{name}> is opened and not closed; it was closed with its paragraph."
                )
            self.formats = [item for item in self.formats if item[0] not in self.unclosed]
            self.builder.flush()
            self._tell_formats()

    def _open_plain(self) -> bool:
        self.builder.open(self.builder.context, block=False)
        return True

    def _as_words(self, name: str, attributes: Mapping[str, str]) -> None:
        words = (
            "<" + " ".join([name, *(f'{key}="{value}"' if value else key for key, value in attributes.items())]) + ">"
        )
        self.builder.text(words)
        self.builder.notice("unknown-tag", f"{words} is no markup; it was kept as words of the text.", words, "review")

    def _open(self, tag: Tag, name: str, attributes: Mapping[str, str]) -> None:
        around = self.builder.context
        look = look_of(name, attributes, self.sheet) if attributes or name == "center" else PLAIN
        marks = around.marks
        if name in MARK_OF or look.marks:
            marks = tuple(sorted({*marks, *look.marks, *([MARK_OF[name]] if name in MARK_OF else [])}))
        lang = attributes.get("lang") or attributes.get("xml:lang") or ""
        context = around._replace(name=name, marks=marks)
        if lang:
            context = self._with_language(context, name, lang)
        if name == "a" and attributes.get("href"):
            context = context._replace(href=safe_link(attributes["href"]))
        block = name in BLOCKS and not around.row
        if block:
            self._bound_formats()
            context = self._block_context(tag, context, attributes, look)
        elif attributes.get("class") and not self.builder.lead and not self.builder.within:
            self.builder.lead = attributes["class"]
        self.builder.open(context, block=block, marker=self._marker(name, attributes) if block else "")
        if name in {"td", "th"} and around.row and tag.find_previous_sibling(["td", "th"]) is not None:
            self.builder.added("\t", "cell")
        if name == "q":
            self.builder.added("\N{LEFT DOUBLE QUOTATION MARK}", "markup")

    def _with_language(self, context: Context, name: str, lang: str) -> Context:
        """The page's own language goes to its metadata; only what differs from it is marked on runs."""
        builder = self.builder
        if name in {"html", "body"}:
            builder.metadata = _replace_language(builder.metadata, lang)
            return context
        whole = builder.metadata.language if builder.metadata else ""
        return context._replace(lang="" if lang.lower() == whole.lower() else lang)

    def _block_context(self, tag: Tag, context: Context, attributes: Mapping[str, str], look: Look) -> Context:
        name = context.name
        heading = _HEADING.match(name)
        own = " ".join(attributes[key] for key in ("class", "id", "epub:type", "role") if attributes.get(key))
        if name in _NAMED:
            own = f"{own} {name}"
        row = False
        if name == "table":
            self.in_table += 1
        elif name == "tr":
            row = self.in_table == 1 and _is_data_row(tag)
        return context._replace(
            align=look.align or context.align,
            hint=inherited_hint(own, context.hint),
            quotes=context.quotes + (name == "blockquote"),
            lists=context.lists + (name in {"ul", "ol", "menu", "dir"}),
            heading=int(heading[1]) if heading else context.heading,
            lines=look.lines or context.lines,
            fixed=context.fixed or name == "pre",
            row=row,
            paragraph=name == "p" or context.paragraph,
            verse=context.verse or "verse" in own.lower().split(),
        )

    def _marker(self, name: str, attributes: Mapping[str, str]) -> str:
        if name in {"ul", "menu", "dir"}:
            self.counters.append(-1)
        elif name == "ol":
            start = attributes.get("start", "1")
            self.counters.append(int(start) if start.isdecimal() and len(start) < 7 else 1)
        elif name == "li":
            if attributes.get("data-marker"):
                return attributes["data-marker"]
            if not self.counters or self.counters[-1] < 0:
                return "\N{BULLET}"
            value = attributes.get("value", "")
            if value.isdecimal() and len(value) < 7:
                self.counters[-1] = int(value)
            self.counters[-1] += 1
            return f"{self.counters[-1] - 1}."
        return ""

    def end(self, tag: Tag) -> None:
        """Tell of an element's end."""
        name = tag.name.lower()
        if name == "q":
            self.builder.added("\N{RIGHT DOUBLE QUOTATION MARK}", "markup")
        if name in BLOCKS:
            self._bound_formats()
        self.builder.close()
        if name in {"ul", "ol", "menu", "dir"} and self.counters:
            self.counters.pop()
        elif name == "table":
            self.in_table -= 1


def _unclosed(soup: BeautifulSoup) -> frozenset[str]:
    """Emphasis elements of which more are opened than closed."""
    counts: dict[str, int] = {}
    for tag in soup.find_all("wbr"):
        told = str(tag.get(MILESTONE, ""))
        counts[told[1:]] = counts.get(told[1:], 0) + (1 if told.startswith("+") else -1)
    return frozenset(name for name, count in counts.items() if count > 0)


def _replace_language(metadata: Metadata | None, lang: str) -> Metadata:
    return replace(metadata or Metadata(), language=lang)


def _is_words(name: str, attributes: Mapping[str, str], *, known: bool) -> bool:
    """True for what an author wrote in angle brackets: ``<grin>``, ``<I can't believe it>``. Names with a colon or a dash are markup."""
    if not known:
        return ":" not in name and "-" not in name
    bare = [key for key, value in attributes.items() if not value and key not in _BOOLEAN]
    return name in MARK_OF and len(bare) >= 2 and len(bare) == len(attributes)


def _is_data_row(row: Tag) -> bool:
    """True for a row of short cells without blocks in them; tables that lay out a page are read as plain text."""
    cells = row.find_all(["td", "th"], recursive=False, limit=40)
    if len(cells) < 2:
        return False
    blocks = row.find([*sorted(BLOCKS - {"td", "th", "center"}), "br"])
    return blocks is None and sum(len(cell.get_text()) for cell in cells) < 1000
