"""The judges themselves: each must find the fault in a faulty book, or its silence on ours means nothing."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.validators import ace, epub_text, epubcheck, pdf_pages_png, pdf_text, pdfua_check, qpdf_check

CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""

PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:00000000-0000-4000-8000-000000000000</dc:identifier>
<dc:title>The Well</dc:title><dc:creator>Nobody</dc:creator><dc:language>en</dc:language><dc:source>handmade</dc:source>
<meta property="dcterms:modified">2000-01-01T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta><meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta><meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">Text only.</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="second" href="second%2Dpage.xhtml" media-type="application/xhtml+xml"/>
<item id="first" href="first.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="first"/><itemref idref="second"/></spine></package>"""

PAGE = """<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="en" lang="en">
<head><title>The Well</title></head><body>{body}</body></html>"""

NAVIGATION = (
    '<nav epub:type="toc" role="doc-toc" aria-label="Contents"><h1>Contents</h1><ol>'
    '<li><a href="first.xhtml">One</a></li><li><a href="second%2Dpage.xhtml">Two</a></li></ol></nav>'
)


def handmade_epub(*, first: str = "<h1>One</h1><p>The well was <em>d</em>ry.</p><p>So<br/>they left.</p>") -> bytes:
    """A small EPUB without fault, unless the first page brings one."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", CONTAINER)
        book.writestr("EPUB/package.opf", PACKAGE)
        book.writestr("EPUB/nav.xhtml", PAGE.format(body=NAVIGATION))
        book.writestr("EPUB/second-page.xhtml", PAGE.format(body="<h1>Two</h1><p>Rain fell.</p>"))
        book.writestr("EPUB/first.xhtml", PAGE.format(body=first))
    return data.getvalue()


@pytest.fixture
def books(tmp_path: Path) -> tuple[Path, Path]:
    """A sound book and one with two faults: a link that leads nowhere, and a picture without words."""
    sound, faulty = tmp_path / "sound.epub", tmp_path / "faulty – ё.epub"
    sound.write_bytes(handmade_epub())
    faulty.write_bytes(
        handmade_epub(first='<h1>One</h1><p>See <a href="nowhere.xhtml">there</a>.</p><p><img src="x"/></p>')
    )
    return sound, faulty


@pytest.fixture
def handmade_pdf(tmp_path: Path) -> Path:
    """Two small pages, one sentence each."""
    import weasyprint

    path = tmp_path / "book.pdf"
    pages = "<style>@page { size: 80mm 40mm; margin: 5mm }</style><p>The well was dry.</p><p style='break-before: page'>Rain fell.</p>"
    weasyprint.HTML(string=pages).write_pdf(path)
    return path


def test_words_are_read_in_spine_order_and_not_glued_across_blocks_and_lines():
    assert epub_text(handmade_epub()) == "One The well was dry. So they left. Two Rain fell."


@pytest.mark.slow
def test_epubcheck_is_silent_on_a_sound_book_and_finds_the_faults_of_a_faulty_one(books):
    sound, faulty = books
    verdicts = epubcheck([sound, faulty, str(sound)])
    assert list(verdicts) == [sound, faulty]
    assert verdicts[sound] == []
    assert {message.code for message in verdicts[faulty]} >= {"RSC-007"}
    assert {message.severity for message in verdicts[faulty]} == {"ERROR"}
    assert all("first.xhtml" in message.place for message in verdicts[faulty])


@pytest.mark.slow
def test_epubcheck_judges_a_file_that_is_no_book(tmp_path):
    nonsense = tmp_path / "nonsense.epub"
    nonsense.write_bytes(b"once upon a time")
    assert "FATAL" in {message.severity for message in epubcheck([nonsense])[nonsense]}


@pytest.mark.slow
def test_ace_is_silent_on_a_sound_book_and_finds_the_picture_without_words(books):
    sound, faulty = books
    assert ace(sound) == []
    complaints = ace(faulty)
    assert "image-alt" in {message.code for message in complaints}
    assert all(message.text and message.place for message in complaints)


@pytest.mark.slow
def test_text_and_pictures_come_out_of_a_pdf_page_by_page(handmade_pdf, tmp_path):
    assert [page.strip() for page in pdf_text(handmade_pdf).split("\f")] == ["The well was dry.", "Rain fell.", ""]
    pictures = pdf_pages_png(handmade_pdf, tmp_path, first=2)
    assert [picture.name for picture in pictures] == ["page-2.png"]
    assert pictures[0].read_bytes().startswith(b"\x89PNG")


@pytest.mark.slow
def test_qpdf_is_silent_on_a_sound_file_and_complains_about_a_cut_one(handmade_pdf, tmp_path):
    cut = tmp_path / "cut.pdf"
    cut.write_bytes(handmade_pdf.read_bytes()[:-200])
    assert qpdf_check(handmade_pdf) == []
    assert qpdf_check(cut) != []


@pytest.mark.slow
def test_a_pdf_without_tags_is_not_pdf_ua(handmade_pdf):
    assert "ERROR" in {message.severity for message in pdfua_check(handmade_pdf)}


@pytest.mark.slow
def test_a_file_that_is_no_pdf_is_an_error_with_the_words_of_the_tool(tmp_path):
    nonsense = tmp_path / "nonsense.pdf"
    nonsense.write_text("once upon a time", "utf-8")
    with pytest.raises(RuntimeError, match=r"^pdftotext failed: .*May not be a PDF"):
        pdf_text(nonsense)
