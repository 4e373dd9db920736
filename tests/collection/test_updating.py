"""A story that grows, shrinks and moves: the same book with the same identity, and nothing of it lost."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from fic2book.collection.config import load_config
from fic2book.collection.driver import build_collection
from fic2book.executors import Bounds, find_executor
from tests.collection.shelves import age, write
from tests.stories.serial import CHAPTERS, text

CONFIG = "[[books]]\neach = '*.txt'\nformats = ['epub']\ncover = 'none'\n"


def build(path: Path) -> list[str]:
    """Build for real, in this process; the codes of the notices."""
    run = build_collection(load_config(path), str(path.parent / "dist"), find_executor("serial", Bounds()))
    steps = list(run)
    assert [step.outcome.error for step in steps] == [None] * len(steps)
    return [notice.code for step in steps for notice in step.outcome.notices]


def edit(path: Path, words: str) -> None:
    path.write_text(words)
    age(path, 50)


def package(path: Path) -> tuple[str, str]:
    """Identifier and modification date of a book."""
    with zipfile.ZipFile(path) as archive:
        opf = archive.read("EPUB/content.opf").decode()
    found = [re.search(pattern, opf) for pattern in (r"urn:uuid:[\w-]+", r"modified\">([^<]+)")]
    assert found[0] is not None
    assert found[1] is not None
    return found[0][0], found[1][1]


def words_of(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        pages = [archive.read(name).decode() for name in sorted(archive.namelist()) if "chapter" in name]
    return " ".join(re.sub(r"<[^>]+>", " ", " ".join(pages)).split())


def test_a_story_that_grew_keeps_its_identity_and_gets_a_later_date(tmp_path: Path) -> None:
    path = write(tmp_path, {"lamps.txt": text(1, 2)}, config=CONFIG)
    book = tmp_path / "dist" / "lamps.epub"
    build(path)
    before = package(book)
    edit(tmp_path / "lamps.txt", text(1, 2, 3))
    build(path)
    after = package(book)
    assert after[0] == before[0]
    assert after[1] > before[1]
    assert CHAPTERS[3][:20] in words_of(book)


def test_a_vanished_chapter_stays_in_the_book_until_told_otherwise(tmp_path: Path) -> None:
    path = write(tmp_path, {"lamps.txt": text(1, 2, 3)}, config=CONFIG)
    book = tmp_path / "dist" / "lamps.epub"
    build(path)
    edit(tmp_path / "lamps.txt", text(1, 3))
    assert "kept-chapter" in build(path)
    edit(tmp_path / "lamps.txt", text(1, 3, 4))
    assert "kept-chapter" in build(path)
    assert CHAPTERS[2][:30] in words_of(book)
    edit(path, CONFIG + "vanished = 'drop'\n")
    assert "kept-chapter" not in build(path)
    assert CHAPTERS[2][:30] not in words_of(book)


def test_a_chapter_that_was_kept_once_is_lost_neither_to_a_ruling_nor_to_a_change_of_mind(tmp_path: Path) -> None:
    path = write(tmp_path, {"lamps.txt": text(1, 2, 3)}, config=CONFIG)
    book = tmp_path / "dist" / "lamps.epub"
    build(path)
    edit(tmp_path / "lamps.txt", text(1, 3))
    build(path)
    sidecar = tmp_path / "lamps.fic.toml"
    edit(sidecar, '[[mark]]\nquote = "In the second week"\nthrough = "until spring."\nrole = "note"\n')
    assert "kept-chapter" not in build(path)
    sidecar.unlink()
    assert "kept-chapter" in build(path)
    edit(path, CONFIG + "vanished = 'drop'\n")
    build(path)
    edit(path, CONFIG)
    assert "kept-chapter" in build(path)
    assert CHAPTERS[2][:30] in words_of(book)
