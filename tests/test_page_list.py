"""Numbers of printed pages in the electronic book."""

from __future__ import annotations

import re

import pytest

from fic2book.exporters import find_exporter
from fic2book.ledger import prove_pages
from fic2book.linter import check
from fic2book.model import Settings
from fic2book.page_list import PrintedPage, number_pages, printed_pages
from fic2book.render import render
from tests.builders import book, chapter, paragraph, rich_book, run, scene

WORDS = [f"w{number}" for number in range(400)]
FIRST, SECOND, THIRD = (" ".join(WORDS[start : start + 150]) for start in (0, 150, 300))
TALE = book(chapter("One", scene(FIRST, paragraph(run(SECOND, "em")))), chapter("Two", THIRD))
PRINTED = f"One {FIRST} {SECOND} Two {THIRD}"


def marks(pages) -> list[tuple[str, str]]:
    """Label of each mark and the letters that follow it."""
    pattern = re.compile(r'<span class="page-break" id="page-(\w+)" [^>]*/>([^<]{0,6})')
    return [(match[1], match[2]) for page in pages for match in pattern.finditer(page.body)]


def pages_of(text: str, size: int) -> list[PrintedPage]:
    return [
        PrintedPage(str(number), text[start : start + size])
        for number, start in enumerate(range(0, len(text), size), 1)
    ]


def test_nothing_is_marked_when_no_page_is_found():
    pages = render(TALE, Settings())
    assert number_pages(pages, ()) == pages
    assert number_pages(pages, [PrintedPage("1", "quite another book than the one in hand, by somebody else")]) == pages


def test_each_page_is_marked_where_it_begins_even_within_a_word():
    marked = number_pages(render(TALE, Settings()), pages_of(PRINTED, 300))
    assert [label for label, _ in marks(marked)] == [str(number) for number in range(1, 8)]
    assert marks(marked)[0] == ("1", "One")
    for label, following in marks(marked)[1:]:
        start = (int(label) - 1) * 300
        assert PRINTED[start:].lstrip().startswith(following)


def test_no_word_is_changed():
    pages = number_pages(render(TALE, Settings()), pages_of(PRINTED, 300))
    prove_pages(TALE, pages)


def test_running_heads_hyphens_ligatures_and_capitals_do_not_matter():
    tale = book(
        chapter(
            "", scene("The waffle of office was difficult to find, and the fluffy one was not found either by then.")
        )
    )
    printed = [
        PrintedPage(
            "7",
            "THE LAMP A. NONNY\nwaf\N{LATIN SMALL LIGATURE FL}e of o\N{LATIN SMALL LIGATURE FF}ice was dif-\n\ufb01cult to FIND, and the",
        )
    ]
    assert marks(number_pages(render(tale, Settings()), printed)) == [("7", "waffle")]


def test_words_of_ours_are_never_marked():
    pages = render(rich_book(), Settings())
    printed = [PrintedPage("1", "Made with fic2book which printed every word of its source and changed none")]
    assert number_pages(pages, printed) == pages


@pytest.mark.slow
def test_the_page_list_of_the_epub_is_that_of_the_pdf():
    pytest.importorskip("pypdf")
    settings = Settings()
    pages = render(TALE, settings)
    (pdf,) = find_exporter("pdf")(TALE, pages, None, settings)
    printed = printed_pages(pdf.data)
    numbered = number_pages(pages, printed)
    labels = [label for label, _ in marks(numbered)]
    assert labels == sorted(labels, key=int)
    assert "1" in labels
    for label, following in marks(numbered):
        text = next(page.text for page in printed if page.label == label)
        assert following.split()[0] in text
    (epub,) = find_exporter("epub")(TALE, numbered, None, settings)
    assert {remark.code for remark in check(epub.data)} <= {"no-cover"}
