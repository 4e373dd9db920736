"""Pictures that a browser saved beside a page come into the book; nothing else of the disk does."""

from __future__ import annotations

import io
import os

import pytest
from PIL import Image

from fic2book.build import build
from fic2book.companions import pictures_beside
from fic2book.errors import SourceError
from fic2book.files import load_source
from fic2book.model import Job, Settings
from fic2book.readers import read


def drawn() -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(target, "PNG")
    return target.getvalue()


PNG = drawn()
SECRET = b"root:x:0:0\n"


@pytest.fixture
def folder(tmp_path):
    inner = tmp_path / "stories"
    (inner / "salt_files").mkdir(parents=True)
    (inner / "salt_files" / "boat 1.png").write_bytes(PNG)
    (inner / "words.txt").write_bytes(SECRET)
    (tmp_path / "outside.png").write_bytes(PNG)
    (inner / "leads-out.png").symlink_to(tmp_path / "outside.png")
    (inner / "pipes").mkdir()
    os.mkfifo(inner / "pipes" / "pipe.png")
    return inner


@pytest.mark.parametrize(
    "address",
    [
        "../outside.png", "%2e%2e/outside.png", "salt_files/../../outside.png", "{above}/outside.png", "file://{above}/outside.png",
        "http://a.example/boat.png", "//a.example/boat.png", "leads-out.png", "words.txt", "salt_files", "pipes/pipe.png", "gone.png",
        "data:image/png;base64,iVBORw0KGgo=", "C:\\boat.png", "\\\\host\\boat.png", "a" * 400, "%00.png", "salt_files/boat 1.png/x",
    ],
)  # fmt: skip
def test_nothing_is_opened_but_pictures_in_the_folder_of_the_page(folder, address):
    page = f'<p>It rained.</p><img src="{address.format(above=folder.parent)}">'.encode()
    assert pictures_beside(folder / "salt.html", page) == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("salt.html", '<p>It rained.</p><p><img alt="a boat" src="salt_files/boat%201.png?x=1#y"></p>'),
        ("salt.html", "<p>It rained.</p><p><IMG SRC='./salt_files/boat 1.png' ALT='a boat'></p>"),
        ("salt.md", "It rained.\n\n![a boat](salt_files/boat%201.png)\n"),
    ],
)
def test_a_picture_beside_the_page_comes_into_the_book(folder, name, text):
    (folder / name).write_text(text)
    item = load_source(folder / name)
    manuscript = read(item.name, item.data, pictures=item.pictures)
    assert [resource.data for resource in manuscript.resources] == [PNG]
    assert not manuscript.notices
    outcome = build(Job("salt", (item,), Settings(formats=("epub",), cover="none")))
    assert outcome.error is None
    assert b"images/picture-001.png" in outcome.files[0].data


def test_pictures_are_bounded_in_number_and_size(folder, monkeypatch):
    monkeypatch.setattr("fic2book.companions.LIMIT", len(PNG) * 2)
    for number in range(5):
        (folder / f"{number}.png").write_bytes(PNG)
    page = "".join(f'<img src="{number}.png">' for number in range(5)).encode()
    assert [address for address, _ in pictures_beside(folder / "x.html", page)] == ["0.png", "1.png"]


def test_a_text_without_pictures_looks_for_none(folder):
    assert pictures_beside(folder / "nowhere" / "x.txt", b"Plain words.") == ()


# ---------------------------------------------------------------- folders of chapters


def test_a_folder_of_chapters_is_one_story_in_the_order_of_its_numbers(folder, tmp_path):
    chapters = tmp_path / "salt"
    (chapters / ".hidden").mkdir(parents=True)
    (chapters / ".hidden" / "3.txt").write_text("Chapter 3\n\nNobody may read this.")
    (chapters / "away.txt").symlink_to(folder / "words.txt")
    for number in (10, 2, 1):
        (chapters / f"{number}.txt").write_text(f"Chapter {number}\n\nIt rained in the harbour, day and night.")
    (chapters / "notes.fic.toml").write_text("no story")
    item = load_source(chapters)
    assert item.name == "salt.zip"
    manuscript = read(item.name, item.data)
    headings = [block.text for block in manuscript.blocks if block.text.startswith("Chapter")]
    assert headings == ["Chapter 1", "Chapter 2", "Chapter 10"]
    assert "root" not in manuscript.source.text
    assert "Nobody" not in manuscript.source.text
    assert load_source(chapters) == item


def test_a_folder_without_stories_is_refused_in_words(folder):
    (folder / "words.txt").unlink()
    with pytest.raises(SourceError, match="folder without stories"):
        load_source(folder)


def test_the_sidecar_of_a_folder_stands_beside_it(tmp_path):
    (tmp_path / "salt").mkdir()
    (tmp_path / "salt" / "1.txt").write_text("It rained.")
    (tmp_path / "salt.fic.toml").write_text('[metadata]\ntitle = "Salt"\n')
    assert load_source(tmp_path / "salt").sidecar_name == "salt.fic.toml"
    assert "Salt" in load_source(tmp_path / "salt").sidecar
