"""The volume as one HTML tree for WeasyPrint: classes that say how a section opens, its running heads, the contents, the cover."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from fic2book.model import Book, Cover
from fic2book.press.closings import keep_ending
from fic2book.press.openings import mark_opening
from fic2book.press.retagging import ORNAMENT
from fic2book.press.volume import Section, Volume, shorten, wants_contents
from fic2book.render.labels import right_to_left
from fic2book.styles import Style

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BARE = frozenset({"halftitle", "title", "imprint", "dedication", "epigraph", "part", "division"})
"""Roles whose pages carry neither running head nor folio."""

RECTO = frozenset({"halftitle", "title", "contents", "foreword", "part", "dedication", "epigraph"})
LONG_HEADING = 44
LONG_TITLE, LONGER_TITLE = 28, 60
"""Characters from which a heading or title is set smaller, so that it takes two or three lines and not five."""


def build_tree(book: Book, volume: Volume, style: Style, cover: Cover | None) -> Element:
    """The whole document, head and body."""
    root = Element("html", {"lang": volume.language})
    if right_to_left(volume.language):
        root.set("dir", "rtl")
    root.append(_head(book, volume))
    body = SubElement(root, "body")
    if cover:
        body.append(_cover(cover))
    first_page = True
    for number, section in enumerate(volume.sections):
        if number == volume.contents_place and wants_contents(style, volume):
            body.append(_contents(volume, style))
        body.append(section.element)
        begins_text = first_page and section.matter == "main"
        _dress(section, style, begins_text=begins_text, after_cover=bool(cover) and not number)
        first_page = first_page and not begins_text
    return root


def _head(book: Book, volume: Volume) -> Element:
    head = Element("head")
    SubElement(head, "title").text = volume.title
    named = {
        "description": book.metadata.summary,
        "keywords": ", ".join((*book.metadata.fandoms, *book.metadata.tags)),
        "generator": "fic2book",
        "dcterms.created": book.modified,
        "dcterms.modified": book.modified,
    }
    for author in volume.authors:
        SubElement(head, "meta", {"name": "author", "content": author})
    for name, content in named.items():
        if content:
            SubElement(head, "meta", {"name": name, "content": content})
    return head


def _cover(cover: Cover) -> Element:
    section = Element("section", {"class": "cover"})
    SubElement(section, "img", {"src": "fic2book:cover", "alt": cover.alt})
    return section


def _contents(volume: Volume, style: Style) -> Element:
    entries = volume.entries()
    deep = " deep" if any(entry.page.level > 1 for entry in entries) else ""
    nav = Element("nav", {"class": f"contents front {_opens(style.front.opens)}{deep}"})
    SubElement(nav, "h1").text = volume.contents_title
    _mark_heading(nav, style)
    _announce(nav, volume.contents_title, {}, style, 1)
    listing = SubElement(nav, "ol")
    for entry in entries:
        roman = " roman" if entry.matter == "front" and style.front.numbering == "roman" else ""
        item = SubElement(listing, "li", {"class": f"level-{min(6, entry.page.level)}{roman}"})
        SubElement(item, "a", {"href": f"#{entry.identity}"}).text = " ".join(entry.page.title.split())
        SubElement(item, ORNAMENT, {"class": "leader"})
        SubElement(item, "a", {"class": "folio", "href": f"#{entry.identity}"})
    return nav


def _opens(where: str) -> str:
    return {"recto": "opens-recto", "any": "opens-any"}.get(where, "runs-on")


def _dress(section: Section, style: Style, *, begins_text: bool, after_cover: bool) -> None:
    """Gives a section the classes and data that print.css and the page rules speak of."""
    element, role = section.element, section.page.role
    _silence(element)
    if section.continued:
        return
    classes = [element.get("class", ""), *_place(section, style, begins_text=begins_text, after_cover=after_cover)]
    element.set("class", " ".join(classes))
    if section.page.language:
        element.set("lang", section.page.language)
    _mark_heading(element, style)
    _fit_title(element)
    level = 1 if role == "title" else 0 if role in {"halftitle", "imprint"} else section.page.level
    if level or role not in BARE:
        _announce(element, section.page.title, {} if role in BARE else section.heads, style, level)
    if role == "chapter":
        mark_opening(element, style.chapter.first_line)
        keep_ending(element)


def _silence(element: Element) -> None:
    """Puts each scene break and rule into an element whose content is not read aloud."""
    for parent in [parent for parent in element.iter() if any(child.tag == "hr" for child in parent)]:
        for place, child in enumerate(parent):
            if child.tag == "hr":
                parent[place] = wrapped = Element(ORNAMENT)
                wrapped.append(child)
                wrapped.tail, child.tail = child.tail, None


def _place(section: Section, style: Style, *, begins_text: bool, after_cover: bool) -> Iterator[str]:
    role = section.page.role
    if begins_text:
        yield "first-plain" if role in BARE else "first-page"
    elif role in BARE:
        yield "plain"
    elif section.matter == "front":
        yield "front"
    if begins_text or after_cover:
        yield "opens-recto"
    elif role == "imprint":
        yield "opens-any"
    elif role in {"chapter", "division"}:
        yield "opens-any" if section.opens_story and style.chapter.opens == "run-on" else _opens(style.chapter.opens)
    elif role in RECTO:
        yield _opens(style.front.opens)
    else:
        yield "opens-any"


def _announce(element: Element, title: str, heads: dict[str, str], style: Style, level: int) -> None:
    """Says what bookmarks and running heads print from here on.

    On the heading, or on an empty element before the text: a section that runs over several pages would begin anew on each of them.
    """
    first = next(iter(element), None)
    if first is None or (first.tag not in HEADINGS and first.tag != "hgroup"):
        first = Element("div", {"class": "unheaded"})
        element.insert(0, first)
    depth = f" depth-{min(6, level)}" if level else ""
    first.set("class", f"{first.get('class', '')} begins{depth}".strip())
    first.set("data-title", shorten(title, 200))
    verso, recto = running_heads(heads, style)
    after = first
    if style.chapter.opens == "run-on" and "runs-on" not in element.get("class", "").split():
        # Where chapters run on, a page is headed by the first name set on it: none on one that opens a section.
        first.set("class", f"{first.get('class', '')} resets")
        after = Element("div", {"class": "sets"})
        element.insert(1, after)
    after.set("data-verso", verso)
    after.set("data-recto", recto)


def running_heads(heads: dict[str, str], style: Style) -> tuple[str, str]:
    """The heads of the left and the right page; a story without chapters would else say the same on both."""
    verso, recto = heads.get(style.heads.verso, ""), heads.get(style.heads.recto, "")
    if verso == recto and style.heads.verso != style.heads.recto:
        verso = next((heads[kind] for kind in ("author", "title") if heads.get(kind) and heads[kind] != recto), verso)
    return verso, recto


def _mark_heading(element: Element, style: Style) -> None:
    heading = next(iter(element), None)
    if (
        heading is not None
        and (heading.tag in HEADINGS or heading.tag == "hgroup")
        and "title" not in heading.get("class", "").split()
    ):
        ruled = " ruled" if style.chapter.rule else ""
        long = " long" if len("".join(heading.itertext())) > LONG_HEADING else ""
        heading.set("class", f"{heading.get('class', '')} heading{ruled}{long}".strip())


def _fit_title(element: Element) -> None:
    for heading in element.iter("h1"):
        if "title" in heading.get("class", "").split():
            length = len("".join(heading.itertext()))
            size = " fitted-2" if length > LONGER_TITLE else " fitted" if length > LONG_TITLE else ""
            heading.set("class", heading.get("class", "") + size)
