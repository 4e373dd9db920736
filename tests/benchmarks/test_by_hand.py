"""The script that books are measured against must make real books, or it is no measure."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.by_hand import book
from tests.validators import epub_text, epubcheck

STORY = "Salt & Sand\n\n“It is late,” she said.\n\n1 < 2, he thought.\n"


@pytest.mark.parametrize("cover", [False, True])
def test_a_book_by_hand_has_every_word(cover: bool):
    text = " ".join(epub_text(book(STORY, cover=cover)).split())
    assert "Salt & Sand “It is late,” she said. 1 < 2, he thought." in text


@pytest.mark.slow
def test_a_book_by_hand_is_an_epub(tmp_path: Path):
    paths = []
    for cover in (False, True):
        paths.append(tmp_path / f"cover-{cover}.epub")
        paths[-1].write_bytes(book(STORY, cover=cover))
    assert epubcheck(paths) == {path: [] for path in paths}
