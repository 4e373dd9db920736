"""The pages of the text: chapters with their scenes, breaks, notes and end marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Final

from fic2book.model import Break, Chapter, Page, Scene
from fic2book.naming import part_title
from fic2book.records import dataclass
from fic2book.render.blocks import block_markup, paragraph_markup
from fic2book.render.edition import BACK, BODY, Edition, Place, attribute, labelled, section
from fic2book.render.inlines import inline_markup
from fic2book.render.notes import note_markup, popup_markup, story_notes

SEMANTICS: Final = {
    "afterword": ("afterword", "doc-afterword"),
    "epilogue": ("epilogue", "doc-epilogue"),
    "coda": ("epilogue", "doc-epilogue"),
    "foreword": ("foreword", "doc-foreword"),
    "part": ("part", "doc-part"),
    "book": ("part", "doc-part"),
    "volume": ("volume", "doc-part"),
    "arc": ("part", "doc-part"),
    "act": ("part", "doc-part"),
    "prologue": ("prologue", "doc-prologue"),
}
"""`epub:type` (EPUB Structural Semantics) and role (DPUB-ARIA) by `Chapter.kind`; everything else is a chapter."""

CALM_SIZE: Final = 200_000
"""Characters of markup from which a page may end at the next scene break; older Kobo and Adobe readers choke near 300 kB."""

FULL_SIZE: Final = 260_000
"""Characters of markup from which a page ends even within a scene."""


NOTE_PAGE: Final = "\N{SYMBOL FOR NULL}page"
"""Stands for the page that holds the footnotes until the sheets are counted."""


@dataclass(slots=True)
class Sheets:
    """Markup of one chapter, cut into sheets that small reading systems can hold."""

    sheets: list[list[str]] = field(default_factory=lambda: [[]])
    size: int = 0

    def add(self, markup: str) -> None:
        """One more element on the current sheet, if there is one."""
        if not markup:
            return
        self.sheets[-1].append(markup)
        self.size += len(markup)

    def turn(self) -> None:
        """Start a new sheet."""
        self.sheets.append([])
        self.size = 0

    def finished(self, stem: str) -> list[list[str]]:
        """The sheets, with references leading to the sheet of the notes, the last one."""
        last = f"{stem}-{len(self.sheets)}.xhtml" if len(self.sheets) > 1 else ""
        return [
            [line.replace(NOTE_PAGE, last) if line.startswith('<p class="reference">') else line for line in sheet]
            for sheet in self.sheets
        ]


def chapter_pages(edition: Edition, place: Place) -> Iterator[Page]:
    """Every page of the story's text, chapters before those within them; a huge chapter takes several pages."""
    for number, (chapter, level) in enumerate(_walk(place.part.chapters, place.level), 1):
        yield from _pages(edition, place, chapter, level, f"{place.prefix}chapter-{number:03d}", first=number == 1)


def _walk(chapters: Iterable[Chapter], level: int) -> Iterator[tuple[Chapter, int]]:
    for chapter in chapters:
        yield chapter, level
        yield from _walk(chapter.chapters, level + 1)


def _pages(edition: Edition, place: Place, chapter: Chapter, level: int, stem: str, *, first: bool) -> Iterator[Page]:
    semantics, role = SEMANTICS.get(chapter.kind, ("chapter", "doc-chapter"))
    title = " ".join(chapter.title.split()) or part_title(place.part, edition.labels["story"])
    named = labelled(stem) if chapter.heading else f' aria-label="{attribute(title)}"'
    data = f' data-kind="{attribute(chapter.kind)}" data-level="{level}"'
    # A story without headings needs no entry of its own below its title page.
    shown = level if chapter.heading or not edition.book.anthology else 0
    page_role, classes = ("division", "chapter division") if role == "doc-part" else ("chapter", "chapter")
    matter = BACK if semantics == "afterword" else BODY
    for number, lines in enumerate(_sheets(edition, place, chapter, level, stem, first=first), 1):
        if number == 1:
            body = section(lines, stem, semantics, role=role, kind=classes, extra=named + data)
            yield place.page(stem, page_role, title, body, level=shown, matter=matter)
        else:
            name = f"{stem}-{number}"
            body = section(lines, name, semantics, kind=f"{classes} continued", extra=data)
            yield place.page(name, page_role, title, body, level=0, matter=matter)


def _sheets(edition: Edition, place: Place, chapter: Chapter, level: int, stem: str, *, first: bool) -> list[list[str]]:
    sheets = Sheets()
    part = place.index
    earlier = len(story_notes(place.part, "popup")) if first else 0  # their references come first
    sheets.add(_heading(edition, part, chapter, level, stem))
    sheets.add(_references(edition, place, chapter, stem, first=first))
    for note in chapter.notes:
        if note.place in {"before", "front"}:
            sheets.add(note_markup(note, edition, part, level + 1))
    for scene in chapter.scenes:
        _scene(sheets, edition, part, scene, level)
    for block in chapter.ending:
        sheets.add(paragraph_markup(block, edition, part, kind="end"))
    for number, note in enumerate(story_notes(chapter, "popup"), 1):
        reference = f"{stem}.xhtml#{stem}-reference-{number + earlier}"
        sheets.add(popup_markup(note, edition, part, f"{stem}-note-{number}", reference))
    for note in story_notes(chapter, "after"):
        sheets.add(note_markup(note, edition, part, level + 1))
    return sheets.finished(stem)


def _references(edition: Edition, place: Place, chapter: Chapter, stem: str, *, first: bool) -> str:
    """References to the chapter's pop-up notes; the first chapter also refers to those of the whole story."""
    targets: list[str] = []
    if first:
        name = f"{place.prefix}notes"
        targets += [f"{name}.xhtml#{name}-{number}" for number, _ in enumerate(story_notes(place.part, "popup"), 1)]
    targets += [f"{NOTE_PAGE}#{stem}-note-{number}" for number, _ in enumerate(story_notes(chapter, "popup"), 1)]
    label = edition.labels["note"]
    return "\n".join(
        f'<p class="reference"><a href="{target}" id="{stem}-reference-{number}" epub:type="noteref" role="doc-noteref">'
        f"{edition.made('span', label + f' {number}')}</a></p>"
        for number, target in enumerate(targets, 1)
    )


def _heading(edition: Edition, part: int, chapter: Chapter, level: int, stem: str) -> str:
    """The heading; what follows its first line is a subtitle, so that there is one heading and not several."""
    lines = [inline_markup(block.inlines, edition, part) for block in chapter.heading]
    if not lines:
        return ""
    depth = min(6, level)
    first = f'<h{depth} id="{stem}-heading">{lines[0]}</h{depth}>'
    if len(lines) == 1:
        return first
    more = (f'<p class="subtitle">{line}</p>' for line in lines[1:])
    return "\n".join(["<hgroup>", first, *more, "</hgroup>"])


def _scene(sheets: Sheets, edition: Edition, part: int, scene: Scene, level: int) -> None:
    if scene.opening:
        if sheets.size > CALM_SIZE:
            sheets.turn()
        sheets.add(_break(scene.opening))
    sheets.add('<section class="scene">')
    for block in scene.caption:
        sheets.add(paragraph_markup(block, edition, part, kind="caption"))
    for markup in block_markup(scene.blocks, edition, part, depth=level, opening=True):
        if sheets.size > FULL_SIZE:
            sheets.add("</section>")
            sheets.turn()
            sheets.add('<section class="scene continued">')
        sheets.add(markup)
    sheets.add("</section>")


def _break(opening: Break) -> str:
    """A thematic break. The mark as written travels in an attribute, so that no reader reads "asterisk asterisk asterisk" aloud."""
    mark = f' data-mark="{attribute(opening.text)}"' if opening.text else ""
    strength = "hard" if opening.strength == "hard" else "soft"
    return f'<hr class="break {strength}"{mark} data-by="{attribute(opening.by)}"/>'
