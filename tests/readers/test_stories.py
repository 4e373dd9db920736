"""The real stories beside the repository, where they are: read whole, tiled, not one letter lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from fic2book.readers import read
from tests.readers.tiling import assert_tiles

STORIES = sorted((Path(__file__).parents[2] / ".." / "shared" / "stories").glob("*.txt"))


@pytest.mark.skipif(not STORIES, reason="the shared stories are not beside this repository")
@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem[:3])
def test_a_real_story_is_read_paragraph_by_paragraph(path):
    data = path.read_bytes()
    manuscript = read(path.name, data)
    assert_tiles(manuscript)
    lines = [line.strip() for line in data.decode().splitlines() if line.strip()]
    assert [block.text for block in manuscript.blocks] == lines
    assert manuscript.layout == "blank-lines"
