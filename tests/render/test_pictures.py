"""Pictures: which are kept, and what is done to them."""

from __future__ import annotations

import base64
import io
import zipfile

import pytest
from PIL import Image

from fic2book.build import build
from fic2book.model import Image as Shown
from fic2book.model import Job, Resource, Settings, SourceFile
from fic2book.readers import read
from fic2book.render import render
from fic2book.render.pictures import LONGEST_SIDE, find_pictures, picture_data
from tests.builders import block, book, chapter, image, picture, scene, story


def kept(*resources):
    return find_pictures(book(story(chapter("", "x"), resources=resources)))


@pytest.mark.parametrize(
    "data",
    [b"", b"no picture", b"\x89PNG\r\n\x1a\n", picture("a").data[:40], b"<svg xmlns='http://www.w3.org/2000/svg'/>"],
)
def test_what_cannot_be_decoded_is_not_kept(data):
    assert kept(Resource("a", "image/png", data)) == {}


def test_a_picture_that_would_fill_the_memory_is_not_kept():
    head = io.BytesIO()
    Image.new("1", (1, 1)).save(head, "PNG")
    bomb = bytearray(head.getvalue())
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2
    assert kept(Resource("a", "image/png", bytes(bomb))) == {}


def test_a_cover_is_no_picture_of_the_text():
    assert kept(picture("c", role="cover")) == {}


@pytest.mark.parametrize(("form", "suffix"), [("PNG", "png"), ("JPEG", "jpg"), ("GIF", "gif")])
def test_pictures_every_reader_knows_stay_as_they_are(form, suffix):
    resource = picture("a", form)
    ((found),) = kept(resource).values()
    assert found.name == f"images/picture-001.{suffix}"
    assert picture_data(found) == resource.data


@pytest.mark.parametrize(
    ("form", "mode", "becomes"),
    [("BMP", "RGB", "PNG"), ("WEBP", "RGB", "JPEG"), ("WEBP", "RGBA", "PNG"), ("TIFF", "CMYK", "JPEG")],
)
def test_odd_formats_are_converted(form, mode, becomes):
    (found,) = kept(picture("a", form, mode=mode)).values()
    shown = Image.open(io.BytesIO(picture_data(found)))
    assert shown.format == becomes
    assert shown.size == (12, 8)


def test_a_large_picture_shrinks_and_keeps_its_shape():
    (found,) = kept(picture("a", "JPEG", (3200, 400))).values()
    shown = Image.open(io.BytesIO(picture_data(found)))
    assert shown.size == (found.width, found.height) == (LONGEST_SIDE, 200)


def test_equal_pictures_give_equal_bytes():
    (found,) = kept(picture("a", "BMP", (2000, 10))).values()
    assert picture_data(found) == picture_data(found)


def test_a_page_shows_its_picture_or_says_what_is_missing():
    part = story(
        chapter("", scene(block("image", image("a", "A lamp")), block("image", image("gone", "A ghost", "g.gif")))),
        resources=(picture("a"),),
    )
    page = next(page for page in render(book(part), Settings()) if page.role == "chapter")
    assert 'alt="A lamp"' in page.body
    assert "[Picture not kept: A ghost — g.gif]" in page.body


def test_a_picture_that_is_not_shown_is_told():
    page = (
        '<p>It rained. <img alt="a" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E">'
        '<img alt="b" src="data:image/png;base64,iVBORw0KGgogYnJva2Vu"></p>'
    )
    outcome = build(Job("x", (SourceFile("x.html", page.encode()),), Settings(formats=("epub",), cover="none")))
    told = [notice.message for notice in outcome.notices if notice.code == "picture-not-kept"]
    assert len(told) == 2
    assert "SVG" in told[0]
    assert "PNG" in told[1]


def test_a_picture_without_a_description_is_announced_and_comes_back_without_one():
    page = f'<p>It rained. <img src="data:image/png;base64,{base64.b64encode(picture("x").data).decode()}"></p>'
    item = SourceFile("x.html", page.encode())
    outcome = build(Job("x", (item,), Settings(formats=("epub",), cover="none", language="de")))
    with zipfile.ZipFile(io.BytesIO(outcome.files[0].data)) as made:
        assert 'alt="Bild" data-alt=""' in made.read("EPUB/chapter-001.xhtml").decode()
    again = read("x.epub", outcome.files[0].data)
    assert [inline.alt for block in again.blocks for inline in block.inlines if isinstance(inline, Shown)] == [""]
