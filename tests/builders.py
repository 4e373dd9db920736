"""Builders of books for tests: short calls that read like the book they make. Spans count on through one imaginary source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fic2book.model import (
    Block,
    Book,
    Break,
    Chapter,
    Field,
    Image,
    Inline,
    Metadata,
    Note,
    Page,
    Part,
    Resource,
    Run,
    Scene,
    Source,
    Span,
)

_NOWHERE = Span(0, 0)


def run(text: str, *marks: str, href: str = "", lang: str = "", rule: str = "") -> Run:
    """A run with marks."""
    return Run(text, Span(0, len(text)), tuple(sorted(marks)), rule, href, lang)


def image(resource: str = "", alt: str = "", source: str = "") -> Image:
    """A picture."""
    return Image(_NOWHERE, resource, alt, source)


def block(kind: str, *inlines: str | Inline, **more: str | int) -> Block:
    """A block of any kind; plain strings become runs."""
    runs = tuple(run(inline) if isinstance(inline, str) else inline for inline in inlines)
    return Block(kind, runs, Span(0, sum(len(item.text) for item in runs if isinstance(item, Run))), **more)  # type: ignore[arg-type]


def paragraph(*inlines: str | Inline, align: str = "") -> Block:
    """A paragraph."""
    return block("paragraph", *inlines, align=align)


def heading(*inlines: str | Inline, level: int = 0) -> Block:
    """A heading."""
    return block("heading", *inlines, level=level)


def quote(*inlines: str | Inline, level: int = 1) -> Block:
    """A paragraph of a quotation."""
    return block("quote", *inlines, level=level)


def verse(*lines: str) -> Block:
    """A stanza."""
    return block("verse", "\n".join(lines))


def item(*inlines: str | Inline, level: int = 1, marker: str = "•") -> Block:
    """A list item."""
    return block("item", *inlines, level=level, marker=marker)


def row(*cells: str) -> Block:
    """A row of a table."""
    return block("table", "\t".join(cells))


def soft(mark: str = "*") -> Break:
    """A soft break."""
    return Break("soft", _NOWHERE, mark)


def hard(mark: str = "* * *") -> Break:
    """A hard break."""
    return Break("hard", _NOWHERE, mark)


def _blocks(given: Sequence[str | Block]) -> tuple[Block, ...]:
    return tuple(paragraph(text) if isinstance(text, str) else text for text in given)


def scene(*blocks: str | Block, opening: Break | None = None, caption: str = "") -> Scene:
    """A scene; plain strings become paragraphs."""
    return Scene(_blocks(blocks), opening, (paragraph(caption),) if caption else ())


def note(*blocks: str | Block, role: str = "note", place: str = "front", label: str = "") -> Note:
    """A note."""
    return Note(role, _blocks(blocks), place, label)


def chapter(
    title: str | Sequence[Block] = "",
    *scenes: Scene | str,
    kind: str = "chapter",
    notes: Sequence[Note] = (),
    chapters: Sequence[Chapter] = (),
    ending: str = "",
) -> Chapter:
    """A chapter; a plain string for a scene is a paragraph in it."""
    head = ((heading(title),) if title else ()) if isinstance(title, str) else tuple(title)
    texts = tuple(scene(text) if isinstance(text, str) else text for text in scenes)
    return Chapter(
        kind if head else "", head, texts, tuple(notes), tuple(chapters), (paragraph(ending),) if ending else ()
    )


def field(name: str, value: str, label: str = "") -> Field:
    """A header field."""
    return Field(name, value, _NOWHERE, label)


def metadata(title: str = "The Lamp", *authors: str, **more: object) -> Metadata:
    """Metadata of an English story."""
    return Metadata(title=title, authors=authors or ("A. Nonny",), **{"language": "en", **more})  # type: ignore[arg-type]


def story(*chapters: Chapter, about: Metadata | None = None, notes: Sequence[Note] = (), **more: object) -> Part:
    """One story of a book."""
    source = Source("lamp.txt", "text", "", digest="ab" * 32)
    return Part(about or metadata(), chapters, tuple(notes), **{"source": source, **more})  # type: ignore[arg-type]


def book(*parts: Part | Chapter, about: Metadata | None = None, foreword: Sequence[str] = ()) -> Book:
    """A book of stories, or of one story with the chapters given."""
    chapters = tuple(part for part in parts if isinstance(part, Chapter))
    stories = (story(*chapters, about=about),) if chapters else tuple(part for part in parts if isinstance(part, Part))
    return Book(
        about or stories[0].metadata,
        stories,
        tuple(paragraph(text) for text in foreword),
        "urn:uuid:6ba7b810-9dad-41d1-80b4-00c04fd430c8",
        "2008-10-24T00:00:00Z",
    )


def picture(
    name: str, form: str = "PNG", size: tuple[int, int] = (12, 8), mode: str = "RGB", role: str = "image"
) -> Resource:
    """A picture file in memory, one colour."""
    import io

    from PIL import Image as Pillow

    stored = io.BytesIO()
    Pillow.new(mode, size, 60).save(stored, form)
    return Resource(name, f"image/{form.lower()}", stored.getvalue(), role)


def page_named(pages: Sequence[Page], name: str) -> Page:
    """The page of that name."""
    return next(page for page in pages if page.name == name)


def rich_book() -> Book:
    """One of everything: what the markup, the exporters and the validators are tried on."""
    lamp = story(
        chapter(
            "Prologue",
            scene("Before it all — & <after>.", caption="Three weeks earlier"),
            kind="prologue",
        ),
        chapter(
            "Part One",
            kind="part",
            chapters=(
                chapter(
                    (heading("Chapter 1"), heading("In Which a Lamp Is Lit")),
                    scene(
                        paragraph(
                            "It was ", run("dark", "em"), run(" and ", "em", "strong"), run("cold", "strong"), "."
                        ),
                        paragraph(
                            "See ",
                            run("there", href="https://example.org/a b?x=1&y=|"),
                            " or ",
                            run("run", href="javascript:x()"),
                            ".",
                        ),
                        paragraph(
                            "H", run("2", "sub"), "O, ", run("ici", lang="fr"), run("x", "code"), run("y", "smallcaps")
                        ),
                        paragraph("On the right", align="right"),
                        heading("A heading within", level=2),
                        paragraph("One line\nand the next"),
                    ),
                    scene(
                        verse("Roses are red,", "lamps are not"),
                        verse("So ends", "the song"),
                        quote("Quoted"),
                        quote("Quoted within", level=2),
                        quote("Quoted again"),
                        opening=soft("~*~"),
                        caption="One week later",
                    ),
                    scene(
                        item("first", marker="1."),
                        item("inner", level=2),
                        item("second", marker="2."),
                        item("odd", marker="✖"),
                        row("a", "b"),
                        row("c", "d & e"),
                        block("preformatted", "  x\n   y"),
                        block("rule"),
                        block("image", image("lamp.png", "A lamp & its “light”")),
                        paragraph("Words ", image("gone.gif", "a ghost", "https://example.org/ghost.gif"), " around"),
                        opening=hard("***"),
                    ),
                    notes=(
                        note("A word before.", place="before"),
                        note("A word after.", place="after", label="End notes"),
                        note("A word on demand.", place="popup"),
                        note("A second word after.", place="after", label="End notes"),
                        note("Another word before.", place="before"),
                    ),
                    ending="TBC",
                ),
                chapter("Chapter 2", "Second text."),
            ),
        ),
        chapter("Epilogue", "The last of it.", kind="epilogue", ending="The End"),
        about=metadata(
            "The Lamp & the Key",
            "A. Nonny",
            "B. Moose",
            subtitle="A Tale",
            series="Lights",
            series_index="2.5",
            fandoms=("Lampworld",),
            relationships=("Ann/Bob",),
            characters=("Ann", "Bob"),
            tags=("Fluff", "Angst & Hope"),
            warnings=("No Warnings",),
            rating="Teen",
            status="complete",
            date="2008-10-24",
            updated="2009-01-02",
            summary="A lamp is <lit>.",
            publisher="Archive",
            source="https://example.org/works/1?a=1&b=2",
            rights="Free to read",
            fields=(
                field("fandom", "Lampworld", "Fandom"),
                field("rating", "PG-13", "RATED"),
                field("date", "Oct. 24th, 2008"),
                field("summary", "A lamp is <lit>.\nIt burns.", "Summary"),
            ),
        ),
        notes=(
            note("I own nothing.", role="disclaimer"),
            note("Hello, readers!", label="A/N"),
            note("For Ann.", role="dedication"),
            note("“Light.” — Someone", role="epigraph"),
            note("Thank you all.", place="back"),
            note("The site said so.", role="chrome", place="appendix"),
            note("Whole-story pop-up.", place="popup"),
        ),
        resources=(picture("lamp.png"), picture("huge.bmp", "BMP", (1700, 20))),
    )
    return book(lamp)


def anthology() -> Book:
    """Two stories, the second in Russian, with a foreword."""
    second = story(
        chapter("", scene("Темнело."), scene("Рассвело.", opening=hard())),
        about=Metadata(title="Лампа", authors=("Икс",), language="ru", fields=(field("fandom", "Мир ламп", "Фандом"),)),
    )
    about = Metadata(title="Lamps", editor="E. Ditor", language="en", authors=("A. Nonny", "Икс"))
    return replace(book(*rich_book().parts, second, foreword=("Why these two?", "Because.")), metadata=about)
