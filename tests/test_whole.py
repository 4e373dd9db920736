"""From file to finished book: the samples and, where they are at hand, real stories, judged by what was written."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from fic2book.build import build, prepare
from fic2book.files import load_source
from fic2book.model import Job, Outcome, Settings, SourceFile, Story
from tests.pdf_words import pdf_text
from tests.validators import epub_text, epubcheck, pdfua_check, qpdf_check

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = sorted(path for path in (ROOT / "sources").rglob("*") if path.suffix in (".txt", ".html"))
FORMATS = ("epub", "pdf")


@dataclass(frozen=True)
class Built:
    """A story, what was decided about it, and the book that came of it."""

    item: SourceFile
    story: Story
    outcome: Outcome

    def data(self, suffix: str) -> bytes:
        return next(file.data for file in self.outcome.files if file.name.endswith(suffix))


@cache
def built(path: Path) -> Built:
    item = load_source(path)
    settings = Settings(formats=FORMATS)
    outcome = build(Job(path.stem, (item,), settings))
    assert outcome.error is None, outcome.error
    return Built(item, prepare(item, settings), outcome)


def letters(text: str) -> str:
    """Letters and digits alone, case folded: what no rule may change and no layout can hide."""
    return "".join(filter(str.isalnum, text.casefold()))


RUNNING = frozenset({"story", "heading", "part", "caption", "end"})
SHOWN_OTHERWISE = frozenset({"author", "break", "chrome", "counter", "date", "title"})
"""Printed in another form (title page, rules), or left out as furniture of the site."""


def passages(story: Story) -> Iterator[tuple[str, str]]:
    """Role and letters of each block as they stand in the source."""
    text = story.manuscript.source.text
    for decision in story.decisions:
        for block in story.manuscript.blocks[decision.first : decision.last + 1]:
            yield decision.role, letters(text[block.span.start : block.span.stop])


def assert_nothing_is_lost(story: Story, printed: str) -> None:
    printed = letters(printed)
    position = 0
    for role, passage in passages(story):
        if role in RUNNING:
            found = printed.find(passage, position)
            assert found >= 0, f"not in the book, or not in its place: {passage[:80]}"
            position = found + len(passage)
        elif role not in SHOWN_OTHERWISE | {"field"}:
            assert passage in printed, f"not in the book: {role}, {passage[:80]}"
    for item in story.metadata.fields:  # a header line is printed field by field
        assert letters(item.value) in printed, f"not in the book: {item.name}, {item.value[:80]}"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_word_of_a_sample_is_in_its_epub_and_its_pdf(path: Path) -> None:
    made = built(path)
    assert_nothing_is_lost(made.story, epub_text(made.data(".epub")))
    assert_nothing_is_lost(made.story, pdf_text(made.data(".pdf")))


def test_every_word_of_a_real_story_is_in_its_epub_and_its_pdf(shared_stories: tuple[Path, ...]) -> None:
    for path in shared_stories:
        made = built(path)
        assert_nothing_is_lost(made.story, epub_text(made.data(".epub")))
        assert_nothing_is_lost(made.story, pdf_text(made.data(".pdf")))


def judged(paths: list[Path], folder: Path) -> None:
    epubs = []
    for path in paths:
        made = built(path)
        epub, pdf = folder / f"{path.stem}.epub", folder / f"{path.stem}.pdf"
        epub.write_bytes(made.data(".epub"))
        pdf.write_bytes(made.data(".pdf"))
        epubs.append(epub)
        assert qpdf_check(pdf) == []
        assert [item for item in pdfua_check(pdf) if item.severity == "ERROR"] == []
    for epub, messages in epubcheck(epubs).items():
        assert messages == [], epub.name


def test_epubcheck_qpdf_and_pdfua_find_no_fault_in_the_samples(tmp_path: Path) -> None:
    judged(SAMPLES, tmp_path)


def test_epubcheck_qpdf_and_pdfua_find_no_fault_in_real_stories(
    shared_stories: tuple[Path, ...], tmp_path: Path
) -> None:
    judged(list(shared_stories), tmp_path)


# ---------------------------------------------------------------- what must be found in the real stories


def roles(story: Story, role: str) -> list[str]:
    """The values of the decisions for `role`."""
    return [item.value for item in story.decisions if item.role == role]


def test_a_story_without_a_title_is_untitled_and_its_opening_address_is_a_note(
    shared_stories: tuple[Path, ...],
) -> None:
    made = built(shared_stories[0])
    assert made.outcome.summary is not None
    assert made.outcome.summary.title == "Untitled"
    assert "no-title" in [notice.code for notice in made.outcome.notices]
    assert [(item.role, item.first, item.last) for item in made.story.decisions if item.role != "story"] == [
        ("note", 0, 0)
    ]


def test_a_post_with_a_header_gives_up_all_its_fields(shared_stories: tuple[Path, ...]) -> None:
    made = built(shared_stories[1])
    story, summary = made.story, made.outcome.summary
    assert summary is not None
    first_line = made.item.data.decode().splitlines()[0]
    assert story.metadata.title == summary.title == first_line.removesuffix(" Part 2/2")
    assert (story.metadata.part, story.metadata.parts, story.metadata.date) == ("2", "2", "2008-10-24")
    assert [item.name for item in story.metadata.fields] == [
        "title", "fandom", "relationship", "rating", "disclaimer", "thanks", "summary",
    ]  # fmt: skip
    assert (story.metadata.fandoms, story.metadata.rating) == (("Smallville",), "Mature")
    assert roles(story, "break") == ["hard"] * 3
    assert roles(story, "heading") == ["epilogue"]
    assert len(roles(story, "counter")) == 1
    assert roles(story, "chrome")
    assert (summary.chapters, summary.scenes) == (1, 5)


def test_dropped_lines_are_reported_as_gaps_and_never_taken_for_breaks(shared_stories: tuple[Path, ...]) -> None:
    made = built(shared_stories[2])
    gaps = [item for item in made.story.boundaries if item.role == "gap"]
    assert [made.story.manuscript.blocks[item.first].blanks for item in gaps].count(2) == 9
    assert len(gaps) == 11
    assert [item.role for item in made.story.boundaries if item.role == "pause"] == []
    assert roles(made.story, "break") == []
    aside = [(item.role, index) for item in made.story.decisions for index in range(item.first, item.last + 1)]
    assert [entry for entry in aside if entry[0] != "story"] == [("disclaimer", 0), ("note", 1), ("note", 2)]


def test_two_tiers_of_breaks_and_captions_are_told_apart(shared_stories: tuple[Path, ...]) -> None:
    story = built(shared_stories[3]).story
    assert sorted(roles(story, "break")) == ["hard"] * 4 + ["soft"] * 10
    assert len(roles(story, "caption")) == 3
    assert story.metadata.title == ""


def test_a_setting_is_a_header_field(shared_stories: tuple[Path, ...]) -> None:
    story = built(shared_stories[4]).story
    assert [item.name for item in story.metadata.fields] == ["setting"]
    assert [item.role for item in story.boundaries] == ["gap"]
    assert story.metadata.title == ""


# ---------------------------------------------------------------- same bytes, good covers


def test_the_same_story_gives_the_same_bytes_in_another_process_time_zone_and_hash_seed(tmp_path: Path) -> None:
    source = ROOT / "sources" / "livejournal-post.txt"
    for name, zone, seed in (("one", "Asia/Tokyo", "1"), ("two", "America/Lima", "77")):
        subprocess.run(
            [sys.executable, "-m", "fic2book", "convert", source, "-o", tmp_path / name],
            env={"PATH": "/usr/bin:/bin", "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C", "PYTHONPATH": str(ROOT)},
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )
    for suffix in FORMATS:
        one, two = (tmp_path / name / f"livejournal-post.{suffix}" for name in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()


def test_a_book_has_a_cover_of_the_size_that_shops_ask_for() -> None:
    import zipfile

    made = built(SAMPLES[0])
    with zipfile.ZipFile(io.BytesIO(made.data(".epub"))) as book:
        (name,) = [name for name in book.namelist() if name.endswith(".jpg")]
        data = book.read(name)
    assert Image.open(io.BytesIO(data)).size == (1600, 2560)
    assert len(data) < 500_000


@pytest.mark.parametrize(
    ("sample", "title", "author"),
    [
        ("ao3-download", "A Field Guide to Small Dragons", "hedgesparrow"),
        ("captions-and-stars", "The Lighthouse Keeper’s Apprentice", "Marrow Finch"),
        ("fanfiction-net", "Nine Minutes of Daylight", "Copperfin7"),
        ("french-dialogue", "Le marchand d’ombres", "Clémentine d'Avril"),
        ("letters-and-messages", "What the Post Brings", "Rosalind Okafor-Hythe"),
        ("livejournal", "Hearth Warmer, Second Class", "coalscuttle"),
        ("livejournal-post", "The Clockmaker’s Receipt", "thimblerig"),
        ("russian-ficbook", "Станция «Тихая»", "Полынь_и_мёд"),
        ("soundings-part1", "Soundings", "Jo Halyard"),
    ],
)
def test_the_samples_bear_the_names_their_authors_gave_them(sample: str, title: str, author: str) -> None:
    summary = built(next(path for path in SAMPLES if path.stem == sample)).outcome.summary
    assert summary is not None
    assert (summary.title, summary.authors) == (title, (author,))


def test_counted_knocks_are_no_chapters() -> None:
    summary = built(ROOT / "sources" / "captions-and-stars.txt").outcome.summary
    assert summary is not None
    assert summary.chapters == 1


def test_the_files_of_a_serial_become_one_story_in_order() -> None:
    sources = [load_source(path) for path in reversed(SAMPLES) if path.stem.startswith("soundings")]
    outcome = build(Job("serial", tuple(sources), Settings(formats=("epub",))))
    assert outcome.error is None
    assert outcome.summary is not None
    assert (outcome.summary.title, outcome.summary.chapters) == ("Soundings", 4)
    text = epub_text(outcome.files[0].data)
    assert text.index("Chapter One") < text.index("Chapter Three")
