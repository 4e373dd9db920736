"""What a typesetter would mark on a proof, looked for in the finished PDF: folios, heads, title pages, last pages."""

from __future__ import annotations

import io
import re
import shutil
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

import pikepdf
import pytest

from fic2book.exporters.pdf import export
from fic2book.model import Book, Chapter, Metadata, Note, Part, Removed, Scene, Settings, Source, Span
from fic2book.press.closings import FEWEST_LINES
from fic2book.press.openings import mark_opening
from fic2book.press.stylesheet import title_sizes
from fic2book.press.ties import tie_headings
from fic2book.press.volume import bind
from fic2book.render import render
from fic2book.styles import load_style, style_names
from tests.pdf_words import page_lines
from tests.press_books import anthology, paragraph, sentences, simple

both_engines = pytest.mark.parametrize("engine", ["weasyprint", "typst"])


def pages_of(book: Book, engine: str, style: str, **more: object) -> list[list[str]]:
    """The lines of each page from its head to its foot, artifacts too."""
    settings = Settings(engine=engine, style=style, **more)  # type: ignore[arg-type]
    (output,) = export(book, render(book, settings), None, settings)
    with pikepdf.open(io.BytesIO(output.data)) as pdf:
        return [[text for _, text in page_lines(page)] for page in pdf.pages]


@cache
def two_tales(engine: str, style: str) -> list[list[str]]:
    return pages_of(anthology(2, 700, chapters=2), engine, style)


# ---------------------------------------------------------------- folios and heads


@pytest.mark.parametrize("style", ["modern", "storybook"])
@both_engines
def test_the_title_page_of_the_first_story_has_neither_head_nor_folio(engine: str, style: str) -> None:
    pages = two_tales(engine, style)
    opened = [lines for lines in pages if len(lines) > 1 and re.fullmatch("by Author [A-Z].*", lines[1])]
    assert len(opened) == 2
    assert all(not re.fullmatch(r"[\divx]+", line) for lines in opened for line in lines)


@both_engines
def test_a_folio_at_the_head_says_one_on_the_first_page_of_the_text(engine: str) -> None:
    pages = pages_of(simple(*["It rained all day."] * 60), engine, "modern")
    first = next(lines for lines in pages if "It rained all day." in lines)
    assert first[0] == "1"


@both_engines
def test_a_page_that_opens_a_section_has_no_running_head_where_chapters_run_on(engine: str) -> None:
    pages = two_tales(engine, "pocket")
    heads = [lines[0] if lines else "" for lines in pages]
    openers = [
        number
        for number, lines in enumerate(pages)
        if any(line.startswith(("About this story", "Contents")) for line in lines[:2])
    ]
    assert len(openers) >= 2
    for number in openers:
        assert heads[number].startswith(("About this story", "Contents"))
        assert not heads[number + 1].startswith("Author")  # the story's first page opens a section too
    assert any(head.startswith("Author") for head in heads)


# ---------------------------------------------------------------- title pages and matter before the text


@pytest.mark.parametrize("name", sorted(style_names()))
def test_no_title_is_smaller_than_the_text_and_no_name_larger_than_the_title(name: str) -> None:
    style = load_style(name)
    em = style.text.size.points()
    full, sizes = style.title.size.points(em), title_sizes(style)
    assert em <= sizes["fitted-2"] <= sizes["fitted"] <= full
    assert sizes["names"] <= full


@pytest.mark.parametrize("style", ["classic", "pocket", "zine"])
@both_engines
def test_a_title_of_four_hundred_letters_stays_on_its_page_with_the_author_below_it(engine: str, style: str) -> None:
    import random

    title = sentences(random.Random(5), 70)[:400]
    pages = pages_of(simple("It rained.", title=title), engine, style)
    (page,) = [lines for lines in pages if any("A. Tester" in line for line in lines) and "It rained." not in lines]
    words = " ".join(page).replace("\N{NO-BREAK SPACE}", " ").casefold()
    assert words.startswith(title.split()[0].casefold())
    assert " ".join(title.split()[-2:]).casefold() in words


@both_engines
def test_what_is_known_of_a_story_stands_on_the_back_of_its_title_page(engine: str) -> None:
    pages = two_tales(engine, "classic")
    for number, lines in enumerate(pages):
        if lines and lines[0].lower() == "about this story":
            assert number % 2 == 1  # counted from 0: a left-hand page
            assert re.fullmatch("The .* Tale", pages[number - 1][0])
    assert sum(bool(lines) and lines[0].lower() == "about this story" for lines in pages) == 2


def bound_roles(book: Book, style: str) -> dict[str, str]:
    settings = Settings(style=style)
    sections = bind(book, render(book, settings), settings, load_style(style)).sections
    return {section.page.role: "".join(section.element.itertext()) for section in sections}


def test_what_was_set_aside_is_counted_in_the_colophon_where_nothing_else_is_known_of_the_story() -> None:
    book = set_aside(simple("It rained."))
    roles = bound_roles(book, "classic")
    assert "about" not in roles
    assert "2 words" in roles["colophon"]
    assert "2 words" in bound_roles(book, "manuscript")["about"]  # a style without colophon
    with_note = replace(book, parts=(replace(book.parts[0], notes=(Note("note", (paragraph("Late."),), "front"),)),))
    assert "2 words" in bound_roles(with_note, "classic")["about"]


def set_aside(book: Book) -> Book:
    """`book` with two words of its source left out."""
    (part,) = book.parts
    source = Source("a-test.txt", "text", "Next page")
    return replace(book, parts=(replace(part, source=source, removed=(Removed(Span(0, 9), "chrome"),)),))


@both_engines
def test_a_book_without_a_title_has_no_half_title_and_its_first_words_on_the_title_page(
    engine: str,
) -> None:
    pages = pages_of(
        simple("It had rained, as it always did.", *["Still it rained."] * 60, title="Untitled"), engine, "classic"
    )
    assert pages[0][:2] == ["Untitled", "It had rained…"]
    assert not any("untitled" in line.lower() for lines in pages[1:] for line in lines)


# ---------------------------------------------------------------- where chapters end


def chapters_of_every_length(shortest: int, count: int) -> Book:
    """Chapters of one-line paragraphs, each a line longer than the one before: each way to end a page comes up."""
    chapters = tuple(
        Chapter(
            "chapter",
            (paragraph(f"Day {number}", "heading", level=1),),
            (Scene((paragraph("Rain."),) * (shortest + number)),),
        )
        for number in range(count)
    )
    part = Part(
        Metadata(title="Rain", authors=("A. Tester",), language="en"), chapters, (), Source("r.txt", "text", "")
    )
    return Book(part.metadata, (part,), (), "urn:uuid:rain", "2024-01-01T00:00:00Z")


@both_engines
def test_no_chapter_ends_with_a_line_or_two_on_a_page_of_their_own(engine: str) -> None:
    pages = pages_of(chapters_of_every_length(20, 24), engine, "modern", trim="a6")
    rains = [lines.count("Rain.") for lines in pages]
    openers = [
        number
        for number, lines in enumerate(pages)
        if any(re.fullmatch(r"Day \d+", line) for line in lines[1:3]) and "Rain." in lines
    ]
    assert len(openers) == 24
    last_pages = [number - 1 for number in (*openers[1:], len(pages)) if number - 1 not in openers]
    counts = [next(count for count in reversed(rains[: number + 1]) if count) for number in last_pages]
    assert len(counts) > 4
    assert min(counts) >= FEWEST_LINES


@both_engines
def test_an_end_mark_is_never_alone_on_a_page(engine: str) -> None:
    for length in range(31, 37):
        scene = Scene((paragraph("Rain."),) * length)
        part = Part(
            Metadata(title="Rain", language="en"),
            (Chapter("", (), (scene,), ending=(paragraph("Fin"),)),),
            (),
            Source("r.txt", "text", ""),
        )
        book = Book(part.metadata, (part,), (), "urn:uuid:rain", "2024-01-01T00:00:00Z")
        (ending,) = [lines for lines in pages_of(book, engine, "pocket") if "Fin" in lines]
        assert ending.count("Rain.") >= FEWEST_LINES


def test_a_note_before_the_chapter_is_not_set_in_small_capitals() -> None:
    import random

    text = sentences(random.Random(3), 60)
    note = Note("summary", (paragraph("In which nothing happens at all, twice."),), "before")
    part = Part(
        Metadata(title="Rain", language="en"),
        (Chapter("", (), (Scene((paragraph(text),)),), (note,)),),
        (),
        Source("r.txt", "text", ""),
    )
    book = Book(part.metadata, (part,), (), "urn:uuid:rain", "2024-01-01T00:00:00Z")
    settings = Settings()
    (chapter,) = [
        section.element
        for section in bind(book, render(book, settings), settings, load_style("classic")).sections
        if section.page.role == "chapter"
    ]
    mark_opening(chapter, "small-caps")
    assert [(span.text or "").split()[0] for span in chapter.iter("span") if span.get("class") == "lead"] == [
        text.split()[0]
    ]


# ---------------------------------------------------------------- headings and directions


def element_of(body: str) -> ElementTree.Element:
    section = ElementTree.fromstring(f"<section>{body}</section>")
    tie_headings(section)
    return section


@pytest.mark.parametrize("heading", ["One Day", "It Was an Unforgettable", "A Most Incomprehensibilities On", ""])
def test_a_heading_of_few_or_long_words_is_not_tied(heading: str) -> None:
    assert "".join(element_of(f"<h1>{heading}</h1>").itertext()) == heading


def test_a_short_last_word_of_a_heading_keeps_the_word_before_it() -> None:
    tied = "".join(element_of("<h1>In Which Nobody Is Aboard Except the Cat</h1><p>Nobody but the cat.</p>").itertext())
    assert tied == "In Which Nobody Is Aboard Except the\N{NO-BREAK SPACE}CatNobody but the cat."


def last_line(engine: str, *lines: str, **more: object) -> tuple[float, float, float]:
    """The left and right edge of the last line of the first paragraph, and where its last stop is drawn."""
    import subprocess
    import tempfile
    from pathlib import Path

    settings = Settings(engine=engine, style="classic")
    book = simple(*lines, **more)  # type: ignore[arg-type]
    (output,) = export(book, render(book, settings), None, settings)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "book.pdf"
        file.write_bytes(output.data)
        drawn = subprocess.run(
            ["mutool", "draw", "-F", "stext", file], capture_output=True, check=True, text=True
        ).stdout
    rows = re.findall(r'<line bbox="([\d.-]+) [\d.-]+ ([\d.-]+) [\d.-]+".*?</line>', drawn, re.DOTALL)
    texts = re.findall(r"<line .*?</line>", drawn, re.DOTALL)
    number = next(place for place, text in enumerate(texts) if "!" in text)
    stop = re.search(r'<char quad="([\d.-]+) [^"]*"[^>]* c="!"', texts[number])
    assert stop
    return float(rows[number][0]), float(rows[number][1]), float(stop[1])


HEBREW = "היה היה לילה חשוך ואיש לא ישן רק הים המה מתחת לסלעים והרוח הביאה מן החוף ריח עשן ורשתות!"


@pytest.mark.skipif(not shutil.which("mutool"), reason="needs MuPDF")
@both_engines
def test_a_hebrew_paragraph_in_an_english_story_ends_at_the_left_of_its_last_line(engine: str) -> None:
    left, right, stop = last_line(engine, HEBREW, "And so it was.")
    assert stop - left < 3
    assert right - left < 200  # a short last line …
    assert left > 100  # … that ends at the right-hand margin


# ---------------------------------------------------------------- many notes


@both_engines
def test_a_chapter_with_many_notes_still_begins_on_its_first_page(engine: str) -> None:
    import random

    chance = random.Random(4)
    notes = tuple(Note("note", (paragraph(sentences(chance, 40)),), "popup") for _ in range(9))
    scene = Scene(tuple(paragraph(sentences(chance, 60)) for _ in range(12)))
    heading = (paragraph("The Storm", "heading", level=1),)
    part = Part(
        Metadata(title="Rain", language="en"),
        (Chapter("chapter", heading, (scene,), notes),),
        (),
        Source("r.txt", "text", ""),
    )
    book = Book(part.metadata, (part,), (), "urn:uuid:rain", "2024-01-01T00:00:00Z")
    pages = pages_of(book, engine, "classic")
    (opener,) = [lines for lines in pages if "1" in lines and any(line.startswith("The Storm") for line in lines[:2])]
    assert sum("note" in line.lower() for line in opener) <= 4
    first = scene.blocks[0].text.split()[0]
    assert any(line.lower().startswith(first.lower()) for line in opener[1:9])
    assert len(opener) > 15
    printed = " ".join(" ".join(lines) for lines in pages).replace("-", "")
    for note in notes:
        assert all(word in printed for word in note.blocks[0].text.replace("-", "").split()[:1])
