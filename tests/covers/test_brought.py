"""The cover that a source came with stays the cover of its book."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from fic2book.build import build
from fic2book.model import Job, Metadata, Settings, SourceFile
from tests.readers.archives import epub

PLAIN = Settings(formats=("epub",))


def picture(width, height, colour="teal"):
    target = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(target, "PNG")
    return target.getvalue()


def with_cover(data):
    manifest = '<item id="c" href="cover.png" media-type="image/png" properties="cover-image"/>'
    chapters = {"a.xhtml": "<h1>Salt</h1><p>It rained, and nobody counted the boats.</p>"}
    return SourceFile("salt.epub", epub(chapters, extra={"OPS/cover.png": data}, manifest=manifest))


def cover_of(*items, settings=PLAIN, metadata=None):
    outcome = build(Job("x", items, settings, metadata or Metadata(), join=False))
    assert outcome.error is None
    with zipfile.ZipFile(io.BytesIO(outcome.files[0].data)) as book:
        return Image.open(io.BytesIO(book.read("EPUB/images/cover.jpg"))).convert("RGB")


def is_teal(image):
    return all(abs(one - other) < 12 for one, other in zip(image.getpixel((5, 5)), (0, 128, 128), strict=True))


@pytest.mark.parametrize("data", [picture(75, 100), b"\x89PNG\r\n\x1a\n broken", b"no picture"])
def test_an_icon_or_a_broken_picture_is_no_cover(data):
    assert not is_teal(cover_of(with_cover(data)))


@pytest.mark.parametrize(
    ("settings", "metadata"),
    [
        (Settings(formats=("epub",), cover="classic"), Metadata()),
        (Settings(formats=("epub",), palette="onyx"), Metadata()),
        (PLAIN, Metadata(title="Another Title")),
        (PLAIN, Metadata(authors=("Somebody Else",))),
    ],
)
def test_what_the_user_chooses_is_drawn_instead(settings, metadata):
    assert not is_teal(cover_of(with_cover(picture(600, 900)), settings=settings, metadata=metadata))


def test_an_anthology_has_a_cover_of_its_own():
    assert not is_teal(cover_of(with_cover(picture(600, 900)), with_cover(picture(600, 901))))


@pytest.mark.parametrize(("size", "height"), [((600, 900), 2400), ((500, 800), 2560), ((800, 800), 2560)])
def test_a_cover_is_kept_in_its_own_shape_unless_that_is_none_of_a_cover(size, height):
    kept = cover_of(with_cover(picture(*size)))
    assert is_teal(kept)
    assert kept.size == (1600, height)
