"""What stands before a story: its about page with fields, notes and provenance, then dedications and epigraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from fic2book.model import Field, Metadata, Note, Page, Part
from fic2book.render.edition import FRONT, Edition, Place, attribute, escape, labelled, section
from fic2book.render.inlines import safe_link
from fic2book.render.notes import note_markup, own_page, story_notes

OWN_PAGE: Final = frozenset({"dedication", "epigraph"})
"""Front notes that stand on a page of their own when nothing but their like follows them before the story."""

PRINTED_ELSEWHERE: Final = frozenset({"author", "break", "counter", "date", "field", "marker", "part", "title"})
"""Reasons of removal that hide no word: the title page, the fields, the date and the breaks show them."""


def about_pages(edition: Edition, place: Place) -> Iterator[Page]:
    """The about page, where there is anything to tell, then pages for dedication and epigraph."""
    told = story_notes(place.part, "front")
    alone: list[Note] = []
    while told and told[-1].role in OWN_PAGE:
        alone.insert(0, told.pop())
    lines = list(_about(edition, place, told))
    if lines:
        title = edition.labels["about"]
        identity = f"{place.prefix}about"
        heading = edition.made(f"h{place.level}", title, identity=f"{identity}-heading")
        body = section(
            [heading, *lines], identity, "preface", role="doc-preface", kind="about", extra=labelled(identity)
        )
        yield place.page(identity, "about", title, body, level=place.level, matter=FRONT)
    for number, note in enumerate(alone, 1):
        yield own_page(note, edition, place, number, FRONT)


def _about(edition: Edition, place: Place, notes: Sequence[Note]) -> Iterator[str]:
    metadata = place.part.metadata
    yield from _fields(edition, metadata.fields)
    summary = _summary(metadata, notes)
    if summary:
        yield edition.made(f"h{place.level + 1}", edition.labels["summary"], kind="label")
        yield edition.quoted("p", summary, kind="summary")
    for note in notes:
        yield note_markup(note, edition, place.index, place.level + 1)
    yield from _provenance(edition, metadata)
    yield from _set_aside(edition, place)


def _fields(edition: Edition, shown: Iterable[Field]) -> Iterator[str]:
    rows = [
        f'<div data-field="{attribute(field.name)}">{_label(edition, field)}<dd>{_value(field)}</dd></div>'
        for field in shown
    ]
    if rows:
        yield "\n".join(['<dl class="fields">', *rows, "</dl>"])


def _label(edition: Edition, field: Field) -> str:
    """The author's label; a field without one gets the name of what it was taken for."""
    if field.label:
        return f"<dt>{escape(field.label)}</dt>"
    return edition.made("dt", edition.labels.get(field.name, field.name.replace("-", " ").capitalize()))


def _value(field: Field) -> str:
    return escape(field.value).replace("\n", "<br/>")


def _summary(metadata: Metadata, notes: Iterable[Note]) -> str:
    """A summary that is known but printed nowhere else on the page."""
    told = any(field.name == "summary" for field in metadata.fields) or any(note.role == "summary" for note in notes)
    return "" if told else metadata.summary


def _provenance(edition: Edition, metadata: Metadata) -> Iterator[str]:
    """When and where the story was posted."""
    told = {field.name for field in metadata.fields}
    for name, date in (("date", metadata.date), ("updated", metadata.updated)):
        if date and name not in told:
            yield f'<p class="provenance">{edition.made("span", edition.labels[name])} {edition.quoted("span", date)}</p>'
    if metadata.source:
        link = safe_link(metadata.source)
        shown = edition.quoted("span", metadata.source)
        if link:
            shown = f'<a href="{attribute(link)}">{shown}</a>'
        yield f'<p class="provenance">{edition.made("span", edition.labels["published"])} {shown}</p>'


def _set_aside(edition: Edition, place: Place) -> Iterator[str]:
    """How many words of the file are not in the book, by kind."""
    counts = _removed_words(place.part)
    if counts:
        labels = edition.labels
        yield edition.made(f"h{place.level + 1}", labels["set-aside"], kind="label")
        rows = (labels["set-aside-words"].format(labels.get(why, why), words) for why, words in counts.items())
        yield "\n".join(['<ul class="set-aside">', *(f"<li>{edition.made('span', row)}</li>" for row in rows), "</ul>"])


def _removed_words(part: Part) -> dict[str, int]:
    counts: dict[str, int] = {}
    for removed in part.removed:
        words = sum(1 for word in part.source.text[removed.span.start : removed.span.stop].split() if _spoken(word))
        if words and removed.why not in PRINTED_ELSEWHERE:
            counts[removed.why] = counts.get(removed.why, 0) + words
    return counts


def _spoken(word: str) -> bool:
    return any(character.isalnum() for character in word)
