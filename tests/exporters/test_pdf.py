"""PDFs are judged by opening them: every word in order, tagged, the same twice, and set as a book is.

Each book is set once for each engine and looked at by many tests.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pikepdf
import pytest
from PIL import Image as RasterImage

from fic2book.errors import UsageError
from fic2book.exporters.pdf import export
from fic2book.model import (
    Block,
    Book,
    Break,
    Chapter,
    Cover,
    Image,
    Metadata,
    Note,
    OutputFile,
    Part,
    Resource,
    Run,
    Scene,
    Settings,
    Source,
)
from fic2book.press.volume import bind
from fic2book.render import render
from fic2book.styles import load_style
from tests.pdf_words import letters_of, pdf_text, pdf_words, words_of
from tests.press_books import NOWHERE, anthology, novel, paragraph, sentences, simple
from tests.validators import pdfua_check

ENGINES = ("weasyprint", "typst")
both_engines = pytest.mark.parametrize("engine", ENGINES)


@cache
def made(kind: str, engine: str, style: str) -> tuple[Book, OutputFile]:
    """One of the books below, set once."""
    book = {
        "novel": lambda: novel(1800, 3),
        "anthology": lambda: anthology(2, 600),
        "everything": everything,
        "scripts": scripts,
    }[kind]()
    return book, set_book(book, engine=engine, style=style)


def set_book(book: Book, cover: Cover | None = None, **settings: object) -> OutputFile:
    chosen = Settings(**settings)  # type: ignore[arg-type]
    return export(book, render(book, chosen), cover, chosen)[0]


def printed(book: Book, style: str) -> str:
    """The text of every section, as it goes to the engines, without the labels of notes' calls."""
    settings = Settings(style=style)
    sections = bind(book, render(book, settings), settings, load_style(style)).sections
    return "\n".join("\n".join(text for text in section.element.itertext()) for section in sections)


def scripts() -> Book:
    lines = (
        "Latin: dark nights — “truly” — were ﬁne, Œuvre, naïve, Łódź.", "Была тёмная ночь, и никто не спал.", "Ἦν νὺξ σκοτεινή, καλημέρα κόσμε.",
        "היה היה לילה חשוך", "كانت ليلة مظلمة", "暗い夜だった。", "那是一个黑暗的夜晚。", "어두운 밤이었다.", "Smile 😀 and ✨ then ★ ♥.",
    )  # fmt: skip
    return simple(*lines, title="Scripts")


def everything() -> Book:
    """A story with each kind of block, mark and note."""
    import random

    from PIL import Image as Raster

    stored = io.BytesIO()
    Raster.new("L", (300, 900), 90).save(stored, "PNG")
    chance = random.Random(7)
    marks = [
        Run(f"{mark} ", NOWHERE, (mark,))
        for mark in ("b", "code", "em", "s", "small", "smallcaps", "strong", "sub", "sup", "u")
    ]
    blocks = (
        paragraph(sentences(chance, 60)), Block("paragraph", (Run("Marked: ", NOWHERE), *marks), NOWHERE),
        paragraph("Roses are red,\nviolets are blue", "verse"), paragraph("Dear Anna,", "quote", level=1), paragraph("I write.", "quote", level=2),
        paragraph("first", "item", marker="1.", level=1), paragraph("nested", "item", marker="*", level=2), paragraph("marked", "item", marker="(x)", level=1),
        paragraph("", "rule"), paragraph("  code\n    more code", "preformatted"), paragraph("one\ttwo\tthree", "table"), paragraph("four\tfive\tsix", "table"),
        Block("image", (Image(NOWHERE, "p.png", "A lighthouse"),), NOWHERE), paragraph("Within", "heading", level=2),
        Block("paragraph", (Run("See ", NOWHERE), Run("the web", NOWHERE, (), "", "https://example.org/"), Run(".", NOWHERE)), NOWHERE),
        paragraph("centred", align="center"), paragraph("to the right", align="right"), paragraph("two\nlines"), paragraph('#hash *star* _under_ $x$ @at <tag> \\back "q" `tick`'),
    )  # fmt: skip
    notes = tuple(
        Note(role, (paragraph(f"A {role} {place}."),), place)
        for role, place in (("note", "before"), ("note", "after"), ("note", "popup"))
    )
    front = (
        Note("dedication", (paragraph("For M."),), "front"),
        Note("summary", (paragraph("They meet."),), "front"),
        Note("note", (paragraph("Late."),), "back"),
    )
    part = Part(
        Metadata(title="Everything", authors=("A. Tester",), language="en", date="2010-01-01", source="https://example.org/works/1"),
        (Chapter("chapter", (paragraph("One", "heading", level=1),), (Scene(blocks), Scene((paragraph("Then."),), Break("soft", NOWHERE))), notes, ending=(paragraph("Fin"),)),
         Chapter("chapter", (paragraph("Two", "heading", level=1),), (Scene((paragraph("Empty beyond."),)),))),
        front, Source("e.txt", "text", ""), resources=(Resource("p.png", "image/png", stored.getvalue()),),
    )  # fmt: skip
    return Book(part.metadata, (part,), (paragraph("A foreword."),), "urn:uuid:everything", "2024-01-01T00:00:00Z")


def upright(line: str) -> str:
    """Hebrew and Arabic are drawn, and so read back, from left to right."""
    return re.sub(
        "[\N{HEBREW POINT SHEVA}-\N{ARABIC LETTER YEH BARREE}][\N{HEBREW POINT SHEVA}-\N{ARABIC LETTER YEH BARREE} ]*",
        lambda run: run[0][::-1],
        line,
    )


def outline(data: bytes) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []

    def walk(items: Sequence[pikepdf.OutlineItem], depth: int) -> None:
        for item in items:
            found.append((depth, item.title))
            walk(item.children, depth + 1)

    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as tree:
        walk(tree.root, 1)
    return found


# ---------------------------------------------------------------- what must not happen


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"style": "clasic"}, "Did you mean “classic”"),
        ({"trim": "a55"}, "Did you mean “a5”"),
        ({"engine": "prince"}, "weasyprint, typst"),
        ({"standard": "pdf/z", "engine": "weasyprint"}, "no PDF standard"),
        ({"standard": "pdf/x-4", "engine": "typst"}, "Use --engine weasyprint"),
        ({"crop_marks": True, "engine": "typst"}, "Use --engine weasyprint"),
    ],
)
def test_a_choice_that_does_not_exist_is_a_usage_error(settings: dict[str, Any], told: str) -> None:
    with pytest.raises(UsageError, match=re.escape(told)):
        set_book(simple("A story."), **settings)


@both_engines
def test_no_word_is_lost_from_a_word_that_no_line_can_hold(engine: str) -> None:
    endless = "A" * 400
    data = set_book(
        simple(endless, "https://example.org/" + "very-long-path/" * 20, title="B" * 300),
        engine=engine,
        trim="a6",
        style="pocket",
    ).data
    assert endless.lower() in letters_of(pdf_text(data))
    assert "b" * 300 in letters_of(pdf_text(data))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) < 14


@pytest.mark.parametrize("size", [(300, 9000), (9000, 300), (4000, 4000)])
@both_engines
def test_a_picture_larger_than_the_page_is_shown_whole_within_it(engine: str, size: tuple[int, int]) -> None:
    stored = io.BytesIO()
    RasterImage.new("L", size, 90).save(stored, "PNG")
    shown = Block("image", (Image(NOWHERE, "big.png", "A long road"),), NOWHERE)
    book = simple("Before it.", shown, "After it.")
    part = replace(book.parts[0], resources=(Resource("big.png", "image/png", stored.getvalue()),))
    output = set_book(replace(book, parts=(part,)), engine=engine, trim="a6", style="pocket")
    assert output.notices == ()
    assert letters_of("Before it. After it.") in letters_of(pdf_text(output.data))
    with pikepdf.open(io.BytesIO(output.data)) as pdf:
        page = next(page for page in pdf.pages if "/XObject" in page.resources and pictures_on(page))
        (left, bottom, right, top), (*_, width, height) = pictures_on(page)[0], map(float, page.mediabox)
        assert 20 < left < right < width - 20
        assert 20 < bottom < top < height - 20
        assert (right - left) / (top - bottom) == pytest.approx(size[0] / size[1], rel=0.02)


def pictures_on(page: pikepdf.Page) -> list[tuple[float, float, float, float]]:
    """Where each picture of a page is drawn: left, bottom, right, top."""
    found, stack, matrix = [], [], pikepdf.Matrix()
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = instruction.operands, str(instruction.operator)
        if operator == "q":
            stack.append(matrix)
        elif operator == "Q":
            matrix = stack.pop()
        elif operator == "cm":
            matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
        elif operator == "Do" and page.resources.XObject[str(operands[0])].Subtype == "/Image":
            box = matrix.transform(pikepdf.Rectangle(0, 0, 1, 1))
            found.append((box.llx, box.lly, box.urx, box.ury))
    return found


@both_engines
def test_an_empty_part_makes_a_book_all_the_same(engine: str) -> None:
    empty = Part(Metadata(title="Empty", language="en"), (), (), Source("e.txt", "text", ""))
    book = Book(
        Metadata(title="Two", language="en"), (empty, novel(60, 1).parts[0]), (), "urn:uuid:e", "2024-01-01T00:00:00Z"
    )
    assert "empty" in pdf_words(set_book(book, engine=engine).data)


@both_engines
def test_a_book_without_anything_is_still_a_file(engine: str) -> None:
    assert pdf_words(set_book(Book(Metadata(), ()), engine=engine).data)


@both_engines
def test_a_font_that_is_not_installed_is_replaced_and_reported(engine: str, tmp_path) -> None:
    (tmp_path / "style.toml").write_text("[fonts]\nbody = 'No Such Font'", encoding="utf-8")
    output = set_book(simple("It was dark."), engine=engine, style=str(tmp_path))
    assert [notice.code for notice in output.notices] == ["missing-font"]
    assert "dark." in pdf_words(output.data)


def test_broken_css_is_reported_and_the_book_is_set_without_it(tmp_path) -> None:
    (tmp_path / "style.toml").write_text("", encoding="utf-8")
    (tmp_path / "print.css").write_text(
        "p { colour: red; background: url(http://example.org/x.png) } @import 'y.css'; h1 {", encoding="utf-8"
    )
    output = set_book(simple("It was dark."), engine="auto", style=str(tmp_path))
    assert {notice.code for notice in output.notices} == {"print-warning"}
    assert "dark." in pdf_words(output.data)


def test_a_style_with_css_of_its_own_cannot_be_set_by_typst(tmp_path) -> None:
    (tmp_path / "style.toml").write_text("", encoding="utf-8")
    (tmp_path / "print.css").write_text("p { color: red }", encoding="utf-8")
    output = set_book(simple("It was dark."), engine="typst", style=str(tmp_path))
    assert [notice.code for notice in output.notices] == ["css-ignored"]


@pytest.mark.parametrize("style", ["classic", "storybook", "zine"])
@both_engines
def test_our_own_styles_give_no_warning(engine: str, style: str) -> None:
    assert made("everything", engine, style)[1].notices == ()


# ---------------------------------------------------------------- words


@pytest.mark.parametrize("style", ["classic", "storybook"])
@both_engines
def test_the_words_of_a_novel_stand_in_the_pdf_in_order(engine: str, style: str) -> None:
    book, output = made("novel", engine, style)
    text = pdf_text(output.data)
    for chapter in book.parts[0].chapters:
        for scene in chapter.scenes:
            told = "".join(block.text for block in scene.blocks)
            assert letters_of(told) in letters_of(text)
    if style == "classic":
        words = " ".join(pdf_words(output.data))
        assert all(
            " ".join(words_of(block.text)) in words
            for chapter in book.parts[0].chapters
            for scene in chapter.scenes
            for block in scene.blocks
        )


@both_engines
def test_every_letter_of_every_kind_of_block_is_printed_and_none_is_made_up(engine: str) -> None:
    book, output = made("everything", engine, "classic")
    wanted, found = letters_of(printed(book, "classic")), letters_of(pdf_text(output.data))
    extra = sorted(set(found) - set(wanted))
    assert set(extra) <= set("*•◦❦.123456789vix"), extra  # marks, bullets, numbers of lists and pages
    for part in book.parts:
        for chapter in part.chapters:
            for block in (block for scene in chapter.scenes for block in scene.blocks):
                for line in re.split(r"[\n\t]", block.text):
                    assert letters_of(line) in found, line
            assert all(letters_of(block.text) in found for note in chapter.notes for block in note.blocks)
        assert all(letters_of(block.text) in found for note in part.notes for block in note.blocks)


@both_engines
def test_every_script_is_drawn_with_real_glyphs(engine: str) -> None:
    book, output = made("scripts", engine, "classic")
    assert not output.notices
    text = upright(pdf_text(output.data)).replace("\N{VARIATION SELECTOR-16}", "")
    for block in book.parts[0].chapters[0].scenes[0].blocks:
        assert letters_of(block.text) in letters_of(text)
    assert not tofu(output.data)


def tofu(data: bytes) -> bool:
    """Whether glyph 0, the empty box, is drawn anywhere."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for instruction in pikepdf.parse_content_stream(page):
                operands, operator = instruction.operands, instruction.operator
                strings = operands[0] if str(operator) == "TJ" else operands if str(operator) == "Tj" else ()
                for item in strings:
                    codes = bytes(item) if isinstance(item, pikepdf.String) else b""
                    if any(codes[place : place + 2] == b"\0\0" for place in range(0, len(codes), 2)):
                        return True
    return False


# ---------------------------------------------------------------- the file


@both_engines
def test_the_same_book_gives_the_same_bytes(engine: str) -> None:
    book, output = made("novel", engine, "classic")
    assert set_book(book, engine=engine, style="classic").data == output.data


@pytest.mark.parametrize("kind", ["novel", "anthology", "everything"])
@both_engines
def test_the_file_is_sound_and_tagged_for_pdf_ua(engine: str, kind: str, tmp_path) -> None:
    data = made(kind, engine, "classic")[1].data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
    file = tmp_path / "book.pdf"
    file.write_bytes(data)
    assert [message for message in pdfua_check(file) if message.severity in {"ERROR", "WARNING"}] == []


@both_engines
def test_ornaments_leaders_heads_and_folios_are_drawn_and_not_read_aloud(engine: str) -> None:
    data = made("novel", engine, "classic")[1].data
    aloud, drawn = pdf_text(data), [text for lines in lines_of_pages(data) for _, text in lines]
    ornament = load_style("classic").breaks.hard
    assert ornament in drawn
    assert ornament not in aloud
    assert any(re.search(r"(\. *){3}", text) for text in drawn)
    assert not re.search(r"(\. *){3}", aloud)
    assert "Wren Halloway" in drawn
    assert "Wren Halloway" not in aloud.splitlines()[12:-12]  # it stands on the title page and in the colophon
    assert not any(re.fullmatch(r"\d+", line) for line in aloud.splitlines())


@both_engines
def test_a_line_of_text_is_content_of_its_paragraph(engine: str) -> None:
    with pikepdf.open(io.BytesIO(made("novel", engine, "classic")[1].data)) as pdf:
        found = list(elements(pdf.Root.StructTreeRoot.K))
        paragraphs = [element for element in found if element.S == "/P"]
        lines = [kid for element in paragraphs for kid in element.K if not isinstance(kid, pikepdf.Dictionary)]
    assert len(lines) > len(paragraphs) > 40
    assert sum(element.S == "/Span" for element in found) < len(paragraphs)


def elements(node: Any) -> Iterator[pikepdf.Dictionary]:
    """All elements of a tag tree."""
    for kid in node if isinstance(node, pikepdf.Array) else [node]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid.get("/K", pikepdf.Array()))


@pytest.mark.parametrize("css", ["", "p { opacity: 0.6 } hr { opacity: 0.5 }"])
def test_each_piece_of_content_belongs_to_the_tag_that_claims_it(css: str, tmp_path) -> None:
    (tmp_path / "style.toml").write_text("", encoding="utf-8")
    (tmp_path / "print.css").write_text(css, encoding="utf-8")
    with pikepdf.open(io.BytesIO(set_book(novel(500, 1), engine="weasyprint", style=str(tmp_path)).data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        owners = list(pdf.Root.StructTreeRoot.ParentTree.Nums)[1::2]
        claims = [
            (owners[int(pdf.pages.index(pikepdf.Page(element.Pg)))][int(kid)], element)
            for element in elements(pdf.Root.StructTreeRoot.K)
            for kid in element.get("/K", [])
            if not isinstance(kid, pikepdf.Dictionary)
        ]
        assert len(claims) > 40
        assert all(owner.objgen == element.objgen for owner, element in claims)


@both_engines
def test_metadata_and_language_are_those_of_the_book(engine: str) -> None:
    with pikepdf.open(io.BytesIO(made("novel", engine, "classic")[1].data)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "The Lighthouse at Sable Reach"
        assert str(pdf.docinfo["/Author"]) == "Wren Halloway"
        assert str(pdf.Root.Lang).startswith("en")
        assert "2024" in str(pdf.docinfo["/CreationDate"])


@both_engines
def test_fonts_are_embedded(engine: str) -> None:
    with pikepdf.open(io.BytesIO(made("scripts", engine, "classic")[1].data)) as pdf:
        fonts = [font for page in pdf.pages for font in page.resources.get("/Font", {}).values()]
        descriptors = [font.DescendantFonts[0].FontDescriptor for font in fonts]
        assert descriptors
        assert all("/FontFile2" in found or "/FontFile3" in found for found in descriptors)


@both_engines
def test_bookmarks_cover_the_whole_tree(engine: str) -> None:
    book, output = made("novel", engine, "classic")
    assert [title for _, title in outline(output.data) if title.startswith("Chapter")] == [
        chapter.title for chapter in book.parts[0].chapters
    ]
    book, output = made("anthology", engine, "classic")
    assert [title for depth, title in outline(output.data) if depth == 1 and "Tale" in title][1:] == [
        part.metadata.title for part in book.parts
    ]


@pytest.mark.filterwarnings(
    "ignore:.*sRGB2014.icc"
)  # WeasyPrint leaves its colour profile to be closed by the collector
@pytest.mark.parametrize(("standard", "marks"), [("pdf/a-2a", "<pdfaid:part>2"), ("none", "")])
@both_engines
def test_other_standards_can_be_asked_for(engine: str, standard: str, marks: str) -> None:
    data = set_book(simple("It was dark."), engine=engine, standard=standard).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        xmp = bytes(pdf.Root.Metadata.read_bytes()).decode() if "/Metadata" in pdf.Root else ""
        assert marks in xmp.replace('pdfaid:part="2"', "<pdfaid:part>2")
        assert ("/StructTreeRoot" in pdf.Root) == (standard != "none")


# ---------------------------------------------------------------- the page


def lines_of_pages(data: bytes) -> list[list[tuple[float, str]]]:
    """Every line drawn on each page, artifacts too: height in points from the foot, and text."""
    from tests.pdf_words import page_lines

    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [page_lines(page) for page in pdf.pages]


@both_engines
def test_text_starts_on_a_right_hand_page_numbered_one_after_roman_front_matter(engine: str) -> None:
    pages = lines_of_pages(made("novel", engine, "classic")[1].data)
    feet = [lines[-1][1] if lines else "" for lines in pages]
    first = next(
        number
        for number, lines in enumerate(pages)
        if any(text == "Chapter 1" for _, text in lines) and feet[number] == "1"
    )
    assert first % 2 == 0  # counted from 0: odd pages are right-hand pages
    assert feet[first + 1] == "2"
    assert any(re.fullmatch("[ivx]+", foot) for foot in feet[:first])


@both_engines
def test_openers_and_blank_pages_have_no_running_head(engine: str) -> None:
    book, output = made("novel", engine, "classic")
    pages = lines_of_pages(output.data)
    heads = [lines[0][1] if lines else "" for lines in pages]
    openers = [
        number for number, lines in enumerate(pages) if any(re.fullmatch(r"Chapter \d", text) for _, text in lines[:1])
    ]
    assert len(openers) == 3
    assert all(
        not lines or len(lines) > 2 for lines in pages[openers[0] :]
    )  # a page is empty or it has text: no lonely head or folio
    running = {head for number, head in enumerate(heads) if number > openers[0] and number not in openers and head}
    assert "Wren Halloway" in running
    assert book.parts[0].chapters[0].title in running


@both_engines
def test_contents_name_the_page_each_chapter_stands_on(engine: str) -> None:
    pages = lines_of_pages(made("novel", engine, "classic")[1].data)
    entries = [text for lines in pages[:8] for _, text in lines if re.match(r"Chapter \d .*\d$", text)]
    told = [int(re.findall(r"\d+$", entry)[0]) for entry in entries]
    openers = [int(lines[-1][1]) for lines in pages if lines and re.fullmatch(r"Chapter \d", lines[0][1])]
    assert told == openers
    assert len(told) == 3


@both_engines
def test_no_ornament_or_heading_stands_alone_at_the_foot_of_a_page(engine: str) -> None:
    book = novel(9000, 1, seed=4)
    data = set_book(book, engine=engine, style="zine", trim="a6").data
    for lines in lines_of_pages(data):
        body = [text for _, text in lines if not re.fullmatch(r"\d+|[A-Z ]+", text)]
        assert not body or not re.fullmatch("[◆ \N{EM SPACE}]+|Three weeks later", body[-1])


@both_engines
def test_the_cover_is_the_first_page_and_the_book_still_begins_on_the_right(engine: str) -> None:
    from PIL import Image as Raster

    stored = io.BytesIO()
    Raster.new("RGB", (160, 256), (20, 40, 60)).save(stored, "JPEG")
    data = set_book(simple("It was dark."), Cover(stored.getvalue(), 160, 256, "A dark cover"), engine=engine).data
    pages = lines_of_pages(data)
    assert pages[0] == pages[1] == []
    assert pages[2][0][1] == "A Test"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert any(image.Subtype == "/Image" for image in pdf.pages[0].resources.XObject.values())


def test_crop_marks_come_with_a_trim_box_inside_the_sheet() -> None:
    data = set_book(simple("It was dark."), engine="auto", crop_marks=True, trim="a5").data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        trim, sheet = ([float(value) for value in pdf.pages[0].obj[key]] for key in ("/TrimBox", "/MediaBox"))
    assert trim[2] - trim[0] == pytest.approx(419.53, abs=0.1)
    assert sheet[2] - sheet[0] > trim[2] - trim[0] + 16


def test_black_text_is_black_ink_alone_for_a_press() -> None:
    data = set_book(simple("It was dark."), standard="pdf/x-4").data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        content = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert re.search(rb"0 0 0 1 (k|scn)\n", content)
    assert not re.search(rb" rg\n", content)


@both_engines
def test_a_hebrew_book_opens_on_the_right(engine: str) -> None:
    line = "היה היה לילה חשוך וסוער ואיש לא ישן "
    data = set_book(simple(*[line * 12] * 12, title="מגדלור", language="he"), engine=engine).data
    letters = letters_of(upright(pdf_text(data)))
    assert (
        letters.count(letters_of(line)) >= 130
    )  # one at the edge of a line or page may be cut in two by the reading back
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == "he"
