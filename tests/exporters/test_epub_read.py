"""Our EPUBs in reading systems: epub.js in a browser, from the first screen to the last, by day and by night; MuPDF; calibre."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from fic2book.exporters import find_exporter
from fic2book.model import Cover, Settings
from fic2book.render import render
from tests.builders import anthology, picture, rich_book
from tests.validators import epub_text

pytestmark = pytest.mark.slow

READER = Path(__file__).parents[1] / "reading_systems" / "read_book.js"
MODULES = Path(__file__).parents[2] / ".cache" / "reading_systems" / "node_modules"
COVER = Cover(picture("c", "JPEG", (600, 900)).data, 600, 900, "The Lamp")
PATIENCE = 170  # seconds


def need(tool: str, package: str) -> str:
    path = shutil.which(tool)
    if not path:
        pytest.skip(f"{tool} is not installed (apt-get install {package})")
    return path


def written(folder: Path, made, device: str) -> Path:
    settings = Settings(device=device)
    pages = render(made, settings)
    (file,) = find_exporter("epub")(made, pages, COVER, settings)
    path = folder / f"book{file.name}"
    path.write_bytes(file.data)
    return path


@pytest.mark.parametrize(
    ("made", "device"), [(rich_book(), "generic"), (anthology(), "kobo")], ids=["rich", "anthology"]
)
def test_epub_js_turns_every_page_by_day_and_by_night(tmp_path, made, device):
    node, browser = need("node", "nodejs"), need("chromium", "chromium")
    if not (MODULES / "epubjs").is_dir():
        pytest.skip("epub.js is not installed (npm install --prefix .cache/reading_systems, see scripts/setup.sh)")
    book = written(tmp_path, made, device)
    environment = {**os.environ, "NODE_PATH": str(MODULES), "PUPPETEER_EXECUTABLE_PATH": browser}
    command = [node, str(READER), str(book), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["faults"] == []
    shown = [page.name for page in render(made, Settings())]
    assert [name for name in report["sections"] if name not in {"cover.xhtml", "nav.xhtml"}] == shown
    # Every text has the reader's own colour on the reader's own ground, so night mode works.
    assert sorted(report["colours"]) == [
        "day rgb(17, 17, 17) on rgba(0, 0, 0, 0)",
        "night rgb(230, 225, 214) on rgba(0, 0, 0, 0)",
    ]
    assert (tmp_path / "night-01.png").stat().st_size > 1000


def test_mupdf_reads_the_same_words_in_the_same_order(tmp_path):
    mutool = need("mutool", "mupdf-tools")
    book = written(tmp_path, rich_book(), "generic")
    done = subprocess.run([mutool, "draw", "-F", "text", str(book)], capture_output=True, timeout=PATIENCE, check=True)
    seen = iter(letters(done.stdout.decode()))
    for letter in letters(epub_text(book.read_bytes())):
        assert letter in seen


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def test_calibre_converts_it_without_losing_a_word(tmp_path):
    convert = need("ebook-convert", "calibre")
    book = written(tmp_path, rich_book(), "generic")
    target = tmp_path / "book.txt"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QTWEBENGINE_DISABLE_SANDBOX": "1"}
    command = [convert, str(book), str(target)]
    subprocess.run(command, capture_output=True, timeout=PATIENCE, check=True, env=environment)
    seen = set(target.read_text(encoding="utf-8").split())
    assert {"Thank", "lamps", "TBC", "demand."} <= seen
