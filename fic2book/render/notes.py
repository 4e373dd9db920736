"""Words about the story: the notes themselves, and the pages that gather those which follow it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fic2book.model import Chapter, Note, Page, Part
from fic2book.render.blocks import block_markup
from fic2book.render.edition import BACK, Edition, Place, attribute, escape, labelled, section
from fic2book.render.inlines import inline_markup

LABELLED: Final = frozenset({"chrome", "contents", "dedication", "disclaimer", "epigraph", "note", "summary"})
"""Roles that have a label of their own; any other is called a note."""

LATE_PAGES: Final = (
    (("back", "popup"), "notes", "afterword", "doc-afterword"),
    (("appendix",), "appendix", "appendix", "doc-appendix"),
)
"""Pages after a story: the places of notes they hold, their name, `epub:type` and role."""


def note_markup(note: Note, edition: Edition, part: int, level: int, *, chapter: str = "") -> str:
    """A note as a section under its label; `level` is that of its heading.

    It has no name of its own: several notes of one name on a page would be landmarks nobody can tell apart.
    """
    return "\n".join([
        f'<section class="{_class(note)}"{_data(note)}>',
        *_labelled(note, edition, part, f"h{min(6, level)}", level, chapter),
        "</section>",
    ])  # fmt: skip


def popup_markup(note: Note, edition: Edition, part: int, identity: str, reference: str) -> str:
    """A note that a reader shows when its reference, at the address `reference`, is tapped.

    Readers with pop-ups hide asides of type footnote where they stand; for the others there is a way back.
    """
    back = f'href="{reference}" epub:type="backlink" role="doc-backlink"{edition.label_attributes}'
    return "\n".join([
        f'<aside class="{_class(note)}" id="{identity}" epub:type="footnote" role="doc-footnote"{_data(note)}>',
        *_labelled(note, edition, part, "p", 1),
        f'<p class="back"><a class="made" {back}>{escape(edition.labels["back"])}</a></p>',
        "</aside>",
    ])  # fmt: skip


def _labelled(note: Note, edition: Edition, part: int, element: str, level: int, chapter: str = "") -> Iterator[str]:
    """The note's blocks under its label: the author's own line where there is one, else words of ours."""
    label = _label(note, edition)
    first, *rest = note.blocks or (None,)
    if first and _plain(first.text) in {_plain(label), _plain(edition.labels["note"])}:
        yield f'<{element} class="label" data-block="{first.kind}">{inline_markup(first.inlines, edition, part)}</{element}>'
        yield from block_markup(rest, edition, part, depth=level)
    else:
        if chapter or not (first and _brings(first.text, label)):
            yield edition.made(element, f"{label} ({chapter})" if chapter else label, kind="label")
        yield from block_markup(note.blocks, edition, part, depth=level)


def _brings(text: str, label: str) -> bool:
    """Whether a paragraph begins with the label, as "Disclaimer: not mine" does."""
    head, colon, _ = text[:80].partition(":")
    return bool(colon) and _plain(head) == _plain(label)


def _plain(text: str) -> str:
    """A label's letters, for comparison: "Author's Note:" and "author’s note" are one."""
    return "".join(character for character in text.casefold() if character.isalnum())


def own_page(note: Note, edition: Edition, place: Place, number: int, matter: str) -> Page:
    """A dedication or an epigraph on a page of its own."""
    identity = f"{place.prefix}{note.role}-{number}"
    label = edition.labels[note.role]
    extra = f' aria-label="{attribute(label)}"{_data(note)}'
    lines = block_markup(note.blocks, edition, place.index)
    body = section(lines, identity, note.role, role=f"doc-{note.role}", kind=note.role, extra=extra)
    return place.page(identity, note.role, label, body, level=0, matter=matter)


def notes_pages(edition: Edition, place: Place) -> Iterator[Page]:
    """The notes after the story, with those its first chapter refers to, and the appendix."""
    for places, name, semantics, role in LATE_PAGES:
        identity = f"{place.prefix}{name}"
        markup = [line for where in places for line in _late(edition, place, where, identity)]
        if markup:
            label = edition.labels[name]
            lines = [edition.made(f"h{place.level}", label, identity=f"{identity}-heading"), *markup]
            body = section(lines, identity, semantics, role=role, kind=name, extra=labelled(identity))
            yield place.page(identity, name, label, body, level=place.level, matter=BACK)


def _late(edition: Edition, place: Place, where: str, identity: str) -> Iterator[str]:
    """The notes at one place, chapters in order, then the story's own."""
    if where != "popup":  # a chapter shows its own
        for chapter in place.part.chapters:
            yield from _late_of_chapter(chapter, edition, place, where)
    for number, note in enumerate(story_notes(place.part, where), 1):
        if where == "popup" and place.part.chapters:  # without a chapter nothing could refer to it
            first = f"{place.prefix}chapter-001"
            reference = f"{first}.xhtml#{first}-reference-{number}"
            yield popup_markup(note, edition, place.index, f"{identity}-{number}", reference)
        else:
            yield note_markup(note, edition, place.index, place.level + 1)


def _late_of_chapter(chapter: Chapter, edition: Edition, place: Place, where: str) -> Iterator[str]:
    for note in chapter.notes:
        if note.place == where:
            yield note_markup(note, edition, place.index, place.level + 1, chapter=chapter.title)
    for inner in chapter.chapters:
        yield from _late_of_chapter(inner, edition, place, where)


def story_notes(part: Part | Chapter, where: str) -> list[Note]:
    """The notes of a story or a chapter at one place, in order."""
    return [note for note in part.notes if note.place == where]


def _label(note: Note, edition: Edition) -> str:
    return note.label or edition.labels[note.role if note.role in LABELLED else "note"]


def _class(note: Note) -> str:
    return f"note {note.role}" if note.role in LABELLED and note.role != "note" else "note"


def _data(note: Note) -> str:
    label = f' data-label="{attribute(note.label)}"' if note.label else ""
    return f' data-note="{attribute(note.role)}" data-place="{attribute(note.place)}"{label}'
