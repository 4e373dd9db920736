"""An anthology in parts: a page before the first story of each, and the stories below it in the contents."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from fic2book.build import build
from fic2book.model import Job, Metadata, OutputFile, Settings, SourceFile
from tests.validators import epubcheck, pdf_text

XHTML = "{http://www.w3.org/1999/xhtml}"
STORY = b"Title: Story %d\n\nChapter 1\n\nIt rained upon the quay, and nobody minded the rain.\n\nChapter 2\n\nIt stopped.\n"


def made(*divisions: str, formats: tuple[str, ...] = ("epub",), engine: str = "auto") -> tuple[OutputFile, ...]:
    sources = tuple(
        SourceFile(f"{number}.txt", STORY % number, metadata=Metadata(division=division))
        for number, division in enumerate(divisions, 1)
    )
    outcome = build(Job("all", sources, Settings(formats=formats, cover="none", engine=engine), Metadata(title="All")))
    assert outcome.error is None, outcome.error
    return outcome.files


def contents(*divisions: str) -> list[tuple[int, str]]:
    """Depth and words of every entry of the contents."""
    with zipfile.ZipFile(BytesIO(made(*divisions)[0].data)) as archive:
        tree = ElementTree.fromstring(archive.read("EPUB/nav.xhtml"))
    toc = next(item for item in tree.iter(f"{XHTML}nav") if item.get("{http://www.idpf.org/2007/ops}type") == "toc")
    return list(_entries(toc, 0))


def _entries(element: ElementTree.Element, depth: int) -> Iterator[tuple[int, str]]:
    for item in element:
        if item.tag == f"{XHTML}a":
            yield depth, "".join(item.itertext())
        yield from _entries(item, depth + (item.tag == f"{XHTML}ol"))


def test_an_anthology_without_parts_has_no_page_for_them() -> None:
    assert [words for depth, words in contents("", "") if depth == 1 and words.startswith("Story")] == [
        "Story 1",
        "Story 2",
    ]


def test_one_story_alone_has_no_parts() -> None:
    assert "Winter" not in [words for _, words in contents("Winter")]


def test_stories_stand_below_the_part_that_begins_with_one_of_them() -> None:
    found = [(depth, words) for depth, words in contents("", "Winter", "", "Spring") if not words.startswith("Chapter")]
    assert [item for item in found if item[1].startswith(("Story", "Winter", "Spring"))] == [
        (1, "Story 1"), (1, "Winter"), (2, "Story 2"), (2, "Story 3"), (1, "Spring"), (2, "Story 4"),
    ]  # fmt: skip
    assert {depth for depth, words in contents("Winter", "") if words == "About this story"} == {3}


@pytest.mark.slow
def test_parts_pass_the_judge_and_stand_in_print_once_with_either_engine(tmp_path: Path) -> None:
    path = tmp_path / "all.epub"
    path.write_bytes(made("Wintertime", "", "Springtime")[0].data)
    assert epubcheck([path]) == {path: []}
    for engine in ("typst", "weasyprint"):
        pdf = tmp_path / f"{engine}.pdf"
        pdf.write_bytes(made("Wintertime", "", "Springtime", formats=("pdf",), engine=engine)[0].data)
        pages = [page.split() for page in pdf_text(pdf).split("\f")]
        assert ["Wintertime"] in pages, engine
        assert ["Springtime"] in pages, engine
        assert sum("Wintertime" in page for page in pages) == 2, "in the contents, and on its page"
