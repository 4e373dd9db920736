"""Popup notes in print: a short one becomes a footnote at its call, a long one stays at the end of its chapter.

Neither engine breaks a footnote well over pages, and half a page of small type at the head of a story is no welcome.
"""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree

Element = ElementTree.Element

LONGEST: Final = 90
"""Words of a note that can stand at the foot of a page."""


def place_footnotes(section: Element) -> None:
    """Moves each short popup note of `section` to its call; `section` is changed in place.

    Footnotes that are called at the head of a chapter share one page, so together they are no longer than one may be.

    A footnote becomes ``<span class="footnote">`` with one ``<span class="line">`` for each paragraph. Its call's own words ("Author's
    note 1") go, since the footnote prints them; if the chapter has a heading, the call moves there, and its paragraph goes too.
    """
    notes = {note.get("id", ""): note for note in section.iter("aside") if note.get("epub-type") == "footnote"}
    if not notes:
        return
    for popup in notes.values():
        for back in [line for line in popup if line.get("class") == "back"]:
            popup.remove(back)  # the way back from a note that popped up; on paper the eye finds it
    parents = {child: parent for parent in section.iter() for child in parent}
    heading = next((element for element in section.iter() if element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}), None)
    room = LONGEST
    for call in [link for link in section.iter("a") if link.get("epub-type") == "noteref"]:
        note = notes.get(call.get("href", "").removeprefix("#"))
        if note is None or not _is_short(note):
            continue
        if parents[call].get("class") == "reference":  # all of these come to stand on the chapter's first page
            room -= len("".join(note.itertext()).split())
            if room < 0:
                continue
        _move(call, note, heading, parents)
    _gather([element for element in section.iter("p") if element.get("class") == "reference"], section)


def _gather(references: list[Element], section: Element) -> None:
    """Puts the calls that are left on one line, since a column of them would be taken for text."""
    parents = {child: parent for parent in section.iter() for child in parent}
    for reference in references[1:]:
        first = references[0]
        if not len(first):
            return
        first[-1].tail = (first[-1].tail or "").rstrip() + ", "
        first.extend(list(reference))
        _detach(reference, parents)


def _is_short(note: Element) -> bool:
    flat = all(line.tag == "p" for line in note)
    return flat and len("".join(note.itertext()).split()) <= LONGEST


def _move(call: Element, note: Element, heading: Element | None, parents: dict[Element, Element]) -> None:
    _detach(note, parents)
    footnote = ElementTree.Element("span", {"class": "footnote", "id": note.get("id", "")})
    for line in list(note):
        line.tag = "span"
        line.set("class", f"{line.get('class', '')} line".strip())
        line.tail = "\n"
        footnote.append(line)
    paragraph = parents[call]
    if heading is not None and paragraph.get("class") == "reference":
        _detach(paragraph, parents)
        heading.append(footnote)
        return
    footnote.tail, call.tail = call.tail, None
    paragraph[list(paragraph).index(call)] = footnote


def _detach(element: Element, parents: dict[Element, Element]) -> None:
    """Takes `element` out of its parent; the text after it stays where it was."""
    parent = parents[element]
    place = list(parent).index(element)
    parent.remove(element)
    tail, element.tail = element.tail or "", None
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
