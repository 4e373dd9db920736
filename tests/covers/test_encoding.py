"""The short way to a JPEG gives the bytes of the long one, and never too many."""

from __future__ import annotations

import os
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image

from fic2book.covers import encoding
from fic2book.covers.encoding import encode_jpeg

if TYPE_CHECKING:
    import pytest


def noise(width: int, height: int) -> Image.Image:
    return Image.frombytes("RGB", (width, height), os.urandom(width * height * 3))


def test_even_noise_stays_below_the_limit() -> None:
    assert len(encode_jpeg(noise(800, 1280), 300_000)) < 300_000


def test_a_pillow_whose_encoder_wants_other_arguments_is_used_the_long_way(monkeypatch: pytest.MonkeyPatch) -> None:
    from PIL import _imaging

    picture = Image.new("RGB", (64, 96), (200, 30, 60))
    short = encode_jpeg(picture)

    calls = []

    def refuse_once(*arguments: Any) -> Any:
        calls.append(arguments)
        if len(calls) == 1:
            raise TypeError
        return encoder(*arguments)

    encoder = _imaging.jpeg_encoder
    monkeypatch.setattr(_imaging, "jpeg_encoder", refuse_once)
    assert encode_jpeg(picture) == short
    assert len(calls) == 2


def test_the_short_way_gives_the_same_bytes_as_saving() -> None:
    picture = noise(160, 256)
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=encoding.QUALITIES[0], subsampling=2)
    assert encoding._encode_directly(picture, encoding.QUALITIES[0]) == buffer.getvalue()


def test_colours_survive() -> None:
    colour = Image.open(BytesIO(encode_jpeg(Image.new("RGB", (64, 64), (200, 30, 60))))).getpixel((30, 30))
    assert isinstance(colour, tuple)
    assert all(abs(one - other) <= 3 for one, other in zip(colour, (200, 30, 60), strict=True))
