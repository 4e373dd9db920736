"""The volume as Typst source: tokens, the template of styles/base/book.typ, then the book as calls of its functions.

Code rather than markup, since nothing in a story can be taken for it, and since it parses fastest.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from fic2book.data import data_dir
from fic2book.model import Book, Cover
from fic2book.press.body import BARE, LONG_HEADING, LONG_TITLE, LONGER_TITLE, RECTO, running_heads
from fic2book.press.closings import keep_ending
from fic2book.press.faces import Faces
from fic2book.press.frontispiece import fit_cover
from fic2book.press.geometry import Sheet
from fic2book.press.openings import mark_opening
from fic2book.press.typst_blocks import block, blocks, deeper, heading_words
from fic2book.press.typst_inlines import HEADINGS, Context, anchor, inline
from fic2book.press.typst_tokens import ink, tokens
from fic2book.press.typst_values import flag, joined, split_language, string
from fic2book.press.volume import Section, Volume, wants_contents
from fic2book.styles import Style


def typst_source(book: Book, volume: Volume, style: Style, sheet: Sheet, faces: Faces, cover: Cover | None) -> str:
    """The whole document as one source text."""
    template = (data_dir("styles") / "base" / "book.typ").read_text(encoding="utf-8")
    context = Context(style, _targets(volume))
    lines = [_cover(cover, sheet)] if cover else []
    begun = False
    for number, section in enumerate(volume.sections):
        if number == volume.contents_place and wants_contents(style, volume):
            lines.append(_contents(volume, style))
        begins = not begun and section.matter == "main"
        begun = begun or begins
        lines.append("#" + _section(context, section, begins=begins, after_cover=bool(cover) and not number))
    return "\n".join((tokens(book, volume, style, sheet, faces), template, *lines, ""))


def _cover(cover: Cover, sheet: Sheet) -> str:
    fit = fit_cover(cover, sheet)
    return f'#cover("cover.jpg", {string(cover.alt)}, {ink(fit.colour)}, {flag(fit.fills)})'


def _targets(volume: Volume) -> frozenset[str]:
    """The ids that links within the book lead to."""
    links = (link.get("href", "") for section in volume.sections for link in section.element.iter("a"))
    return frozenset(link[1:] for link in links if link.startswith("#"))


def _contents(volume: Volume, style: Style) -> str:
    roman = style.front.numbering == "roman"
    entries = "".join(
        f"(name: {string(entry.identity)}, level: {entry.page.level}, front: {flag(roman and entry.matter == 'front')},"
        f" title: {string(' '.join(entry.page.title.split()))}),\n"
        for entry in volume.entries()
    )
    return f"#contents({string(volume.contents_title)}, (\n{entries}), opens: {string(style.front.opens)}, roman: {flag(roman)})"


def _section(context: Context, section: Section, *, begins: bool, after_cover: bool) -> str:
    """One section with its opening, running heads and content."""
    element, role, style = section.element, section.page.role, context.style
    context.chapter = role in {"chapter", "division"}
    if role == "chapter" and not section.continued:
        mark_opening(element, style.chapter.first_line)
        keep_ending(element)
    content = _content(context, section)
    if section.continued:
        return content
    verso, recto = ("", "") if role in BARE else running_heads(section.heads, style)
    opens = _opens(context, section, begins=begins, after_cover=after_cover)
    more = {
        "opens": string(opens),
        "front": flag(section.matter == "front" and style.front.numbering == "roman"),
        "bare": flag(role in BARE),
        "restart": flag(begins and style.front.numbering == "roman"),
        "verso": string(verso),
        "recto": string(recto),
    }
    if section.page.language:
        language, region = split_language(section.page.language)
        more |= {"lang": string(language), "region": string(region) if region else "none"}
    options = ", ".join(f"{name}: {value}" for name, value in more.items())
    return f"section({string(section.identity)}, {options}, {content})"


def _opens(context: Context, section: Section, *, begins: bool, after_cover: bool) -> str:
    role, style = section.page.role, context.style
    if begins or after_cover:
        return "recto"
    if role in {"chapter", "division"}:
        return "any" if section.opens_story and style.chapter.opens == "run-on" else style.chapter.opens
    return style.front.opens if role in RECTO else "any"


def _content(context: Context, section: Section) -> str:
    """The section's blocks, its main heading dressed by its role."""
    element, role = section.element, section.page.role
    children = list(element)
    if role == "halftitle":
        return joined(f"half-title({inline(context, child)})" for child in children)
    if role == "imprint":
        lines = ", ".join(inline(context, child) for child in children)
        return f"imprint(long: {flag('long' in element.get('class', ''))}, {lines})"
    pieces: list[str] = []
    if children and (children[0].tag in HEADINGS or children[0].tag == "hgroup"):
        first = children.pop(0)
        pieces.append(
            _title(context, first)
            if "title" in first.get("class", "").split()
            else _opening(context, first, role, section)
        )
    elif role == "chapter" and not section.continued:
        run_on = context.style.chapter.opens == "run-on" and not section.opens_story
        pieces.append(f"unheaded({'2 * t.line' if run_on else 't.chapter-sink'})")
    if role in {"title", "part"}:
        pieces += [_title_line(context, child) for child in children]
    elif role in {"dedication", "epigraph"}:
        pieces.append(f"set-apart({joined(blocks(context, children))})")
    elif role == "colophon":
        pieces.append(f"colophon({joined(blocks(context, children))})")
    elif role == "about":
        pieces.append(f"small-print({joined(blocks(context, children))})")
    else:
        pieces += blocks(context, children)
    return joined(pieces)


def _opening(context: Context, heading: Element, role: str, section: Section) -> str:
    """The main heading of a section."""
    long = len("".join(heading.itertext())) > LONG_HEADING
    sink = "t.title-sink" if role == "division" else "t.chapter-sink"
    return f"{anchor(context, heading)}opening({deeper(context, heading)}, {heading_words(context, heading)}, sink: {sink}, long: {flag(long)})"


def _title(context: Context, heading: Element) -> str:
    """The title of the book or of a story, smaller when it is long."""
    length = len("".join(heading.itertext()))
    size = "t.title-fitted-2" if length > LONGER_TITLE else "t.title-fitted" if length > LONG_TITLE else "t.title-size"
    context.level = 1
    return f"title({inline(context, heading)}, size: {size})"


def _title_line(context: Context, element: Element) -> str:
    """A line below a title."""
    if element.tag != "p":
        return block(context, element)
    kind = element.get("class", "")
    slanted = any(name in kind for name in ("subtitle", "editor", "series", "serial"))
    size = "t.title-names" if "author" in kind or "subtitle" in kind else "t.size"
    return f"title-line({inline(context, element)}, size: {size}, slanted: {flag(slanted)})"
