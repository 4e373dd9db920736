"""From picture to JPEG bytes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from PIL import Image

QUALITIES: Final = (82, 74, 64, 54, 42, 30, 18)
"""Tried in turn until the file is small enough; flat designs never leave the first."""


def encode_jpeg(picture: Image.Image, limit: int = 500_000) -> bytes:
    """Baseline JPEG, colour at half resolution, of at most `limit` bytes."""
    data = b""
    for quality in QUALITIES:
        data = _encode_directly(picture, quality) or _encode(picture, quality)
        if len(data) < limit:
            break
    return data


def _encode(picture: Image.Image, quality: int) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=quality, subsampling=2)
    return buffer.getvalue()


def _encode_directly(picture: Image.Image, quality: int) -> bytes:
    """The same bytes from Pillow's encoder itself, or none if this Pillow wants other arguments.

    `Image.save` first imports five file formats and the EXIF tables, which takes longer than to draw and encode a cover.
    """
    from PIL import _imaging

    core: Any = _imaging
    pieces: list[bytes] = []
    status = 0
    try:
        encoder = core.jpeg_encoder(
            picture.mode, "RGB", quality, False, 0, False, False, 0, (0, 0), 2, 0, 0, None, None, b"", b""
        )
        encoder.setimage(picture.im, (0, 0, *picture.size))
        while not status:
            _, status, piece = encoder.encode(1 << 18)
            pieces.append(piece)
        encoder.cleanup()
    except (AttributeError, TypeError, ValueError):
        return b""
    return b"".join(pieces) if status > 0 else b""
