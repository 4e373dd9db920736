"""What other people's programs say about our EPUBs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from fic2book.exporters import find_exporter
from fic2book.model import Cover, Metadata, Settings
from fic2book.render import render, story_words
from tests.books_by_lot import Author
from tests.builders import anthology, book, chapter, metadata, picture, rich_book, scene
from tests.validators import ace, epub_text, epubcheck

pytestmark = pytest.mark.slow

COVER = Cover(picture("c", "JPEG", (600, 900)).data, 600, 900, "The Lamp")
LONG = book(chapter("Long", *(scene(*("word " * 1500 for _ in range(20))) for _ in range(2))), about=metadata("Long"))
HEBREW = book(chapter("פרק", "שלום עולם."), about=metadata("ספר", "א. ב.", language="he"))
BARE = book(chapter("", "One line."), about=Metadata())

CASES = [
    ("rich", rich_book(), "generic"),
    ("rich", rich_book(), "kobo"),
    ("rich", rich_book(), "apple"),
    ("anthology", anthology(), "generic"),
    ("anthology", anthology(), "kindle"),
    ("long", LONG, "kobo"),
    ("hebrew", HEBREW, "generic"),
    ("bare", BARE, "generic"),
    *((f"lot-{seed}", Author(seed).book(), "kobo" if seed % 2 else "generic") for seed in range(12)),
]


@pytest.fixture(scope="module")
def books(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("books")
    paths = {}
    for name, made, device in CASES:
        settings = Settings(device=device)
        cover = None if name == "bare" else COVER
        (file,) = find_exporter("epub")(made, render(made, settings), cover, settings)
        paths[f"{name}-{device}"] = folder / f"{name}-{device}{file.name}"
        paths[f"{name}-{device}"].write_bytes(file.data)
    return paths


def test_epubcheck_finds_nothing_at_all(books):
    said = {path.name: [str(message) for message in found] for path, found in epubcheck(books.values()).items()}
    usage = ("USAGE OPF-097",)  # Kindle's cover has no page on purpose
    assert {name: [line for line in lines if not line.startswith(usage)] for name, lines in said.items()} == {
        path.name: [] for path in books.values()
    }


def test_ace_finds_no_violation(books):
    assert ace(books["anthology-generic"]) == []  # it holds the rich book, too


def test_calibre_reads_everything_back(books, tmp_path):
    if not shutil.which("ebook-meta"):
        pytest.skip("ebook-meta is not installed (apt-get install calibre)")
    cover = tmp_path / "cover.jpg"
    command = ["ebook-meta", str(books["rich-generic"]), f"--get-cover={cover}"]
    said = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    told = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in said.splitlines())}
    assert told["Title"] == "The Lamp & the Key: A Tale"
    assert told["Author(s)"].startswith("A. Nonny & B. Moose")
    assert told["Series"] == "Lights #2.5"
    assert told["Languages"] == "eng"
    assert told["Tags"].split(", ") == ["Lampworld", "Ann/Bob", "Ann", "Bob", "Fluff", "Angst & Hope", "No Warnings"]
    assert cover.read_bytes()[:2] == b"\xff\xd8"


@pytest.mark.parametrize("name", ["rich-generic", "rich-kobo", "anthology-generic"])
def test_the_words_of_the_file_are_those_of_the_book(books, name):
    made = rich_book() if name.startswith("rich") else anthology()
    printed = iter(epub_text(books[name].read_bytes()).split())
    for words in story_words(render(made, Settings())):
        for word in words.split():
            assert word in printed, words
