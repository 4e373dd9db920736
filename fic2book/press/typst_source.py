"""The volume as Typst source: tokens, the template of styles/base/book.typ, then the book as calls of its functions.

Every word travels inside a string literal, where only the backslash and the quotation mark mean anything, so nothing in a story can be
taken for markup. Code rather than markup also parses fastest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from fic2book.data import data_dir
from fic2book.model import Book, Cover
from fic2book.press.body import BARE, LONG_HEADING, LONG_TITLE, LONGER_TITLE, RECTO, running_heads
from fic2book.press.faces import Faces
from fic2book.press.geometry import Sheet
from fic2book.press.openings import mark_opening
from fic2book.press.volume import PICTURE_ADDRESS, Section, Volume, wants_contents
from fic2book.styles import Style

BLANKS: Final = re.compile(r"[ \t\n\r]+")
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
ENDLESS: Final = re.compile(r"[^\s/-]{30,}")
ENDLESS_OR_NOT: Final = re.compile(r"[^\s/-]{30,}|.+?(?=[^\s/-]{30,}|$)", re.DOTALL)
SLICE: Final = re.compile(r".{1,6}", re.DOTALL)
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


def typst_source(
    book: Book, volume: Volume, style: Style, sheet: Sheet, faces: Faces, cover: Cover | None, cover_fill: str
) -> str:
    """The whole document as one source text."""
    template = (data_dir("styles") / "base" / "book.typ").read_text(encoding="utf-8")
    writer = Writer(style, _targets(volume))
    lines = [f'#cover("cover.jpg", {string(cover.alt)}, {cover_fill})'] if cover else []
    begun = False
    for number, section in enumerate(volume.sections):
        if number == volume.contents_place and wants_contents(style, volume):
            lines.append(_contents(volume, style))
        begins = not begun and section.matter == "main"
        begun = begun or begins
        lines.append("#" + writer.section(section, begins=begins, after_cover=bool(cover) and not number))
    return "\n".join((_tokens(book, volume, style, sheet, faces), template, *lines, ""))


def string(text: str) -> str:
    """`text` as a Typst string literal."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def words(text: str) -> str:
    """`text` as an expression for running text: a word no line can hold may break every few letters.

    An empty box is a place to break that leaves no character behind, as a zero-width space would.
    """
    if not ENDLESS.search(text):
        return string(text)
    runs = ENDLESS_OR_NOT.findall(text)
    return (
        "{"
        + ";".join(
            ";box();".join(map(string, SLICE.findall(run))) if ENDLESS.fullmatch(run) else string(run) for run in runs
        )
        + "}"
    )


def joined(pieces: Iterable[str]) -> str:
    """Expressions as one, in a code block that joins them; a single one stands for itself."""
    listed = [piece for piece in pieces if piece]
    return listed[0] if len(listed) == 1 else "{" + ";".join(listed) + "}" if listed else "[]"


# ---------------------------------------------------------------- tokens


def _tokens(book: Book, volume: Volume, style: Style, sheet: Sheet, faces: Faces) -> str:
    em = style.text.size.points()
    line = em * style.text.leading
    ornament = max(2, round((line + 2 * style.breaks.space.points(em)) / line)) * line
    language, region = split_language(volume.language)
    values = {
        "title": string(volume.title),
        "authors": _array(map(string, volume.authors)),
        "description": string(book.metadata.summary) if book.metadata.summary else "none",
        "keywords": _array(string(word) for word in (*book.metadata.fandoms, *book.metadata.tags)),
        "date": _date(book.modified),
        "lang": string(language),
        "region": string(region) if region else "none",
        **{use: _array(map(string, faces.stacks[use])) for use in ("body", "display", "heads", "mono")},
        **{name: _points(getattr(sheet, name)) for name in ("width", "height", "top", "bottom", "inner", "outer")},
        "mirrored": _flag(style.page.mirrored),
        "size": _points(em),
        "line": _points(line),
        "indent": _points(style.text.indent.points(em)),
        "gap": _points(style.text.gap.points(em)),
        "justify": _flag(style.text.align == "justify"),
        "hyphenate": _flag(style.text.hyphenate),
        "chapter-sink": _points(style.chapter.sink.points(em)),
        "chapter-size": _points(style.chapter.size.points(em)),
        "chapter-align": style.chapter.align,
        "chapter-weight": str(style.chapter.weight),
        "chapter-case": string(style.chapter.case),
        "chapter-rule": _flag(style.chapter.rule),
        "drop-lines": str(style.chapter.drop_lines),
        "title-sink": _points(style.title.sink.points(em)),
        "title-size": _points(style.title.size.points(em)),
        "title-align": style.title.align,
        "title-weight": str(style.title.weight),
        "title-case": string(style.title.case),
        "soft": string(style.breaks.soft),
        "soft-height": _points(ornament if style.breaks.soft else line),
        "hard": string(style.breaks.hard),
        "hard-height": _points(ornament if style.breaks.hard else 2 * line),
        "head-size": _points(style.heads.size.points(em)),
        "head-case": string(style.heads.case),
        "head-rule": _flag(style.heads.rule),
        "folio": string(style.heads.folio),
        "ink": f"rgb({string(style.palette.ink)})",
        "muted": f"rgb({string(style.palette.muted)})",
        "accent": f"rgb({string(style.palette.accent)})",
    }
    return "#let t = (\n" + "".join(f"  {name}: {value},\n" for name, value in values.items()) + ")"


def _array(items: Iterable[str]) -> str:
    return "(" + "".join(f"{item}, " for item in items) + ")"


def _points(value: float) -> str:
    return f"{value:.3f}pt"


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _date(modified: str) -> str:
    found = re.match(r"(\d{4})-(\d{2})-(\d{2})", modified)
    return f"datetime(year: {int(found[1])}, month: {int(found[2])}, day: {int(found[3])})" if found else "none"


def split_language(tag: str) -> tuple[str, str]:
    """A BCP 47 tag as Typst takes it: language and region, each empty where it is not of two or three letters."""
    pieces = tag.split("-")
    language = pieces[0].lower() if re.fullmatch(r"[A-Za-z]{2,3}", pieces[0]) else "und"
    region = next((piece.lower() for piece in pieces[1:] if re.fullmatch(r"[A-Za-z]{2}", piece)), "")
    return language, region


def _targets(volume: Volume) -> frozenset[str]:
    """The ids that links within the book lead to."""
    links = (link.get("href", "") for section in volume.sections for link in section.element.iter("a"))
    return frozenset(link[1:] for link in links if link.startswith("#"))


def _contents(volume: Volume, style: Style) -> str:
    roman = style.front.numbering == "roman"
    entries = "".join(
        f"(name: {string(entry.identity)}, level: {entry.page.level}, front: {_flag(roman and entry.matter == 'front')},"
        f" title: {string(' '.join(entry.page.title.split()))}),\n"
        for entry in volume.entries()
    )
    return f"#contents({string(volume.contents_title)}, (\n{entries}), opens: {string(style.front.opens)})"


# ---------------------------------------------------------------- sections and blocks


@dataclass(slots=True)
class Writer:
    """Turns elements into Typst expressions. `level` is the last heading level, since PDF/UA lets none be skipped."""

    style: Style
    targets: frozenset[str]
    level: int = 0
    chapter: bool = field(default=False)

    def section(self, section: Section, *, begins: bool, after_cover: bool) -> str:
        """One section with its opening, running heads and content."""
        element, role, style = section.element, section.page.role, self.style
        self.chapter = role in {"chapter", "division"}
        if role == "chapter" and not section.continued:
            mark_opening(element, style.chapter.first_line)
        content = self.content(section)
        if section.continued:
            return content
        verso, recto = ("", "") if role in BARE else running_heads(section.heads, style)
        opens = self._opens(section, begins=begins, after_cover=after_cover)
        more = {
            "opens": string(opens),
            "front": _flag(section.matter == "front" and style.front.numbering == "roman"),
            "bare": _flag(role in BARE),
            "restart": _flag(begins and style.front.numbering == "roman"),
            "verso": string(verso),
            "recto": string(recto),
        }
        if section.page.language:
            language, region = split_language(section.page.language)
            more |= {"lang": string(language), "region": string(region) if region else "none"}
        options = ", ".join(f"{name}: {value}" for name, value in more.items())
        return f"section({string(section.identity)}, {options}, {content})"

    def _opens(self, section: Section, *, begins: bool, after_cover: bool) -> str:
        role, style = section.page.role, self.style
        if begins or after_cover:
            return "recto"
        if role in {"chapter", "division"}:
            return "any" if section.opens_story and style.chapter.opens == "run-on" else style.chapter.opens
        return style.front.opens if role in RECTO else "any"

    def content(self, section: Section) -> str:
        """The section's blocks, its main heading dressed by its role."""
        element, role = section.element, section.page.role
        children = list(element)
        if role == "halftitle":
            return joined(f"half-title({self.inline(child)})" for child in children)
        if role == "imprint":
            lines = ", ".join(self.inline(child) for child in children)
            return f"imprint(long: {_flag('long' in element.get('class', ''))}, {lines})"
        pieces: list[str] = []
        if children and (children[0].tag in HEADINGS or children[0].tag == "hgroup"):
            first = children.pop(0)
            pieces.append(
                self.title(first) if "title" in first.get("class", "").split() else self.opening(first, role, section)
            )
        elif role == "chapter" and not section.continued:
            run_on = self.style.chapter.opens == "run-on" and not section.opens_story
            pieces.append(f"unheaded({'2 * t.line' if run_on else 't.chapter-sink'})")
        if role in {"title", "part"}:
            pieces += [self.title_line(child) for child in children]
        elif role in {"dedication", "epigraph"}:
            pieces.append(f"set-apart({joined(self.blocks(children))})")
        elif role in {"about", "colophon"}:
            pieces.append(f"small-print({joined(self.blocks(children))})")
        else:
            pieces += self.blocks(children)
        return joined(pieces)

    def opening(self, heading: Element, role: str, section: Section) -> str:
        """The main heading of a section."""
        long = len("".join(heading.itertext())) > LONG_HEADING
        sink = "t.title-sink" if role == "division" else "t.chapter-sink"
        return f"{self.anchor(heading)}opening({self.deeper(heading)}, {self.heading_words(heading)}, sink: {sink}, long: {_flag(long)})"

    def heading_words(self, heading: Element) -> str:
        """A heading with its subtitles below it."""
        if heading.tag != "hgroup":
            return self.inline(heading)
        first, *rest = heading
        return joined((self.inline(first), *(f"subtitle({self.inline(line)})" for line in rest)))

    def title(self, heading: Element) -> str:
        """The title of the book or of a story, smaller when it is long."""
        length = len("".join(heading.itertext()))
        scale = 0.52 if length > LONGER_TITLE else 0.72 if length > LONG_TITLE else 1
        self.level = 1
        return f"title({self.inline(heading)}, scale: {scale})"

    def title_line(self, element: Element) -> str:
        """A line below a title."""
        if element.tag != "p":
            return self.block(element)
        kind = element.get("class", "")
        slanted = any(name in kind for name in ("subtitle", "editor", "series", "serial"))
        size = "1.2em" if "author" in kind or "subtitle" in kind else "1em"
        return f"title-line({self.inline(element)}, size: {size}, slanted: {_flag(slanted)})"

    def deeper(self, heading: Element) -> int:
        """The heading's level, never more than one below the one before."""
        tag = heading[0].tag if heading.tag == "hgroup" and len(heading) else heading.tag
        self.level = min(int(tag[1]), self.level + 1)
        return self.level

    def anchor(self, element: Element) -> str:
        """A target for links, where one leads here; an expression with its own semicolon, or nothing."""
        name = element.get("id", "")
        return f"[#metadata(0)#label({string(name)})];" if name in self.targets else ""

    def blocks(self, elements: Iterable[Element]) -> list[str]:
        """One expression for each block."""
        return [expression for element in elements for expression in (self.block(element),) if expression]

    def block(self, element: Element) -> str:
        """The expression for a block-level element."""
        made = BLOCK_WRITERS.get(element.tag, _flow)(self, element)
        return self.anchor(element) + made

    # ------------------------------------------------------------ inlines

    def inline(self, element: Element) -> str:
        """All that stands within `element`, as one expression."""
        return joined(self.inlines(element))

    def inlines(self, element: Element) -> Iterator[str]:
        """The texts and marked stretches within `element`, in order; blanks are single, as in every browser."""
        text = BLANKS.sub(" ", element.text or "")
        if element.tag in BLOCKS:
            text = text.lstrip(" ")
        broken = False
        for child in element:
            if text:
                yield words(text)
            yield self.marked(child)
            broken = child.tag == "br"
            text = BLANKS.sub(" ", child.tail or "")
            if broken:
                text = text.lstrip(" ")
        if text and not (element.tag in BLOCKS and text == " "):
            yield words(text.rstrip(" ") if element.tag in BLOCKS else text)

    def marked(self, element: Element) -> str:
        """One inline element."""
        tag = element.tag
        if tag == "br":
            return "linebreak()"
        if tag == "img":
            return f"box(image({string(_path(element))}, alt: {string(element.get('alt', ''))}))"
        body = self.inline(element)
        if tag in MARKS:
            return f"{MARKS[tag]}({body})"
        made = self._special(element, body)
        return f"{{{self.anchor(element)}{made}}}" if element.get("id", "") in self.targets else made

    def _special(self, element: Element, body: str) -> str:
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
            return "footnote(" + joined(f"par({self.inline(line)})" for line in element) + ")"
        if "smallcaps" in kind:
            return f"smallcaps({body})"
        if "lead" in kind:
            return f"lead({body})"
        if element.get("lang"):
            language, region = split_language(element.get("lang", ""))
            return f"text(lang: {string(language)}, region: {string(region) if region else 'none'}, {body})"
        return body


def _path(image: Element) -> str:
    return image.get("src", "").removeprefix(PICTURE_ADDRESS)


def _paragraph(writer: Writer, element: Element) -> str:
    classes = element.get("class", "").split()
    initial = next(iter(element), None)
    if initial is not None and initial.get("class") == "drop":
        return _dropped(writer, element, initial)
    function = next((PARAGRAPHS[name] for name in classes if name in PARAGRAPHS), "p")
    return f"{function}({writer.inline(element)})"


def _dropped(writer: Writer, element: Element, initial: Element) -> str:
    """A paragraph that opens with a drop capital: the rest of its first word, then one expression a word."""
    words = list(_words(writer, element))
    tail = initial.tail or ""
    start = words.pop(0) if words and tail[:1].strip() else '""'
    return f"drop({string(initial.text or '')}, {start}, {_array(words)})"


def _words(writer: Writer, element: Element, function: str = "{}") -> Iterator[str]:
    """Every word with its blank as an expression of its own, marks kept."""
    texts = [(element.text or "", None)] if element.get("class") != "drop" else []
    for text, _ in texts:
        yield from (function.format(string(word)) for word in _split(text))
    for child in element:
        if child.get("class") != "drop":
            if child.tag in MARKS and not any(inner.tag not in MARKS for inner in child):
                yield from _words(writer, child, function.format(f"{MARKS[child.tag]}({{}})"))
            else:
                yield function.format(writer.marked(child))
        yield from (function.format(string(word)) for word in _split(child.tail or ""))


def _split(text: str) -> list[str]:
    return re.findall(r"\S+ ?| ", BLANKS.sub(" ", text))


def _heading(writer: Writer, element: Element) -> str:
    level = writer.deeper(element)
    function = "note-label" if "label" in element.get("class", "").split() else "within"
    return f"{function}({level}, {writer.heading_words(element)})"


def _rule(writer: Writer, element: Element) -> str:
    classes = element.get("class", "").split()
    return "hard()" if "hard" in classes else "soft()" if "soft" in classes else "thin-rule()"


def _flow(writer: Writer, element: Element) -> str:
    """A container without a look of its own. Text that stands in it directly becomes a paragraph."""
    if not any(child.tag in BLOCKS for child in element):
        return f"p({writer.inline(element)})" if "".join(element.itertext()).strip() else ""
    return joined(writer.blocks(element))


def _container(writer: Writer, element: Element) -> str:
    classes = element.get("class", "").split()
    if "note" in classes:
        return f"note({_flow(writer, element)}, barred: {_flag(writer.chapter)})"
    if "verse" in classes:
        return f"verse({', '.join(_stanza(writer, stanza) for stanza in element)})"
    if "table" in classes:
        cells = [[writer.inline(cell) for cell in row] for row in element.iter("div") if row.get("class") == "tr"]
        columns = max((len(row) for row in cells), default=1)
        flat = [cell for row in cells for cell in (*row, *["[]"] * (columns - len(row)))]
        return f"rows({columns}, {', '.join(flat)})"
    return _flow(writer, element)


def _stanza(writer: Writer, stanza: Element) -> str:
    lines = list(stanza) if len(stanza) and stanza[0].get("class") == "line" else [stanza]
    return joined(f"verse-line({writer.inline(line)})" for line in lines)


def _list(writer: Writer, element: Element) -> str:
    items = [_item(writer, item, ordered=element.tag == "ol") for item in element]
    if element.tag == "ol":
        numbering = {"a": '"a."', "A": '"A."'}.get(element.get("type", ""), '"1."')
        return f"listed(enum(numbering: {numbering}, {', '.join(items)}))"
    marker = "marker: [], " if element.get("class") == "marked" else ""
    return f"listed(list({marker}{', '.join(items)}))"


def _item(writer: Writer, item: Element, *, ordered: bool) -> str:
    nested = [child for child in item if child.tag in {"ul", "ol"}]
    for child in nested:
        item.remove(child)
    body = joined((writer.inline(item), *writer.blocks(nested)))
    number = item.get("value", "")
    return f"enum.item({number}, {body})" if ordered and number else body


def _fields(writer: Writer, element: Element) -> str:
    return joined(
        f"field-line({writer.inline(row[0])}, {joined(writer.inline(value) for value in row[1:])})"
        for row in element
        if len(row)
    )


def _figure(writer: Writer, element: Element) -> str:
    pieces = []
    for child in element:
        if child.tag == "img":
            width, height = (0.75 * max(1.0, float(child.get(side) or 1)) for side in ("width", "height"))
            pieces.append(
                f"picture({string(_path(child))}, {string(child.get('alt', ''))}, {_points(width)}, {_points(height)})"
            )
        else:
            pieces.append(f"center-line({writer.marked(child)})")
    return joined(pieces)


def _preformatted(writer: Writer, element: Element) -> str:
    for newline in element.iter("br"):
        newline.text, newline.tail = "\n", (newline.tail or "").removeprefix("\n")
    return f"code-block({string(''.join(element.itertext()))})"


def _quotation(writer: Writer, element: Element) -> str:
    return f"quotation({_flow(writer, element)})"


PARAGRAPHS: Final = {
    "first": "first",
    "center": "center-line",
    "right": "right-line",
    "caption": "caption",
    "end": "end-mark",
    "reference": "ragged",
    "provenance": "ragged",
    "source": "ragged",
    "licence": "ragged",
    "label": "caption",
}
"""The template's function for a paragraph of each class."""

BLOCK_WRITERS: Final[dict[str, Callable[[Writer, Element], str]]] = {
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
