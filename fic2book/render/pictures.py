"""The story's pictures: which can be shown, what their files are called, and their bytes made fit for every reader.

Pillow is imported only when a story has pictures. A picture nobody can decode, or one that would fill the memory, is not shown;
the page then prints its description and address.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections import Counter, OrderedDict
from typing import TYPE_CHECKING, Final, NamedTuple

from fic2book.model import Book, Notice, Resource
from fic2book.records import dataclass

if TYPE_CHECKING:
    from PIL.Image import Image as Raster

KEPT_FORMATS: Final = {"JPEG": ("jpg", "image/jpeg"), "PNG": ("png", "image/png"), "GIF": ("gif", "image/gif")}
"""Formats every reading system shows; WebP is in EPUB 3.3 but not on older Kindles and Kobos, so it is converted."""

LONGEST_SIDE: Final = 1600
"""Pixels. The largest e-ink screens in use have 1,872 on their long side; beyond this only the file grows."""

MOST_PIXELS: Final = 64_000_000
"""Above this a picture costs more than a quarter of a gigabyte to decode."""

MOST_REMEMBERED: Final = 1000

TRANSPARENT: Final = frozenset({"RGBA", "LA", "PA", "La", "RGBa"})


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of the book: its file name within the book, its media type there, its size and where its bytes are."""

    name: str
    media_type: str
    width: int  # pixels, as shown
    height: int
    resource: Resource
    ready: bool  # the bytes can be used as they are


def find_pictures(book: Book) -> dict[tuple[int, str], Picture]:
    """Every picture that can be shown, by part and resource name. Names are numbered in order, so equal books get equal names."""
    found: dict[tuple[int, str], Picture] = {}
    for index, part in enumerate(book.parts):
        for resource in part.resources:
            if resource.role == "image" and (index, resource.name) not in found:
                picture = _examine(resource, f"images/picture-{len(found) + 1:03d}")
                if picture:
                    found[index, resource.name] = picture
    return found


def tell_unshown(book: Book) -> tuple[Notice, ...]:
    """A notice for each picture that the book holds only a description of."""
    if not any(part.resources for part in book.parts):
        return ()
    shown = find_pictures(book)
    kinds = [
        resource.media_type.removeprefix("image/").removesuffix("+xml").upper()
        for index, part in enumerate(book.parts)
        for resource in part.resources
        if resource.role == "image" and (index, resource.name) not in shown
    ]
    return tuple(
        Notice(
            "picture-not-kept",
            f"{count} picture(s) of the story, {kind}, could not be decoded or are too large; their descriptions are shown.",
        )
        for kind, count in Counter(kinds).items()
    )


def picture_data(picture: Picture) -> bytes:
    """The bytes to store: as they came where they are fit, else resized to `LONGEST_SIDE` or converted, always the same for the same input."""
    if picture.ready:
        return picture.resource.data
    raster = _opened(picture.resource.data)
    raster.draft("RGB", (picture.width, picture.height))
    target = "PNG" if picture.media_type == "image/png" else "JPEG"
    if raster.mode not in {"1", "L", "LA", "RGB", "RGBA"} or (target == "JPEG" and raster.mode not in {"L", "RGB"}):
        raster = raster.convert("RGBA" if target == "PNG" else "RGB")
    if raster.size != (picture.width, picture.height):
        raster = raster.resize((picture.width, picture.height))
    stored = io.BytesIO()
    raster.save(stored, target, optimize=True, quality=85)  # only JPEG looks at the quality
    return stored.getvalue()


def _examine(resource: Resource, stem: str) -> Picture | None:
    """The picture in `resource`, None where it cannot be shown."""
    looks = _look(resource.data)
    if looks is None:
        return None
    scale = 1.0 if looks.moving else min(1.0, LONGEST_SIDE / max(looks.width, looks.height))
    if looks.form in KEPT_FORMATS and scale == 1.0:
        suffix, media_type = KEPT_FORMATS[looks.form]
        return Picture(f"{stem}.{suffix}", media_type, looks.width, looks.height, resource, ready=True)
    lossless = looks.clear or looks.form in {"PNG", "GIF", "BMP"}
    suffix, media_type = KEPT_FORMATS["PNG" if lossless else "JPEG"]
    size = max(1, round(looks.width * scale)), max(1, round(looks.height * scale))
    return Picture(f"{stem}.{suffix}", media_type, *size, resource, ready=False)


class Looks(NamedTuple):
    """What decoding a picture tells."""

    form: str  # Pillow's name of the format
    width: int
    height: int
    moving: bool
    clear: bool  # some of it is transparent


_seen: OrderedDict[bytes, Looks | None] = OrderedDict()
"""Digest of a picture: what was seen. Each exporter asks anew, and decoding is dear."""


def _look(data: bytes) -> Looks | None:
    digest = hashlib.sha256(data).digest()
    if digest not in _seen:
        _seen[digest] = _decode(data)
        while len(_seen) > MOST_REMEMBERED:
            _seen.popitem(last=False)
    return _seen[digest]


def _decode(data: bytes) -> Looks | None:
    """What the picture is; it is decoded whole, since half a file would be half a picture."""
    try:
        raster = _opened(data)
        width, height = raster.size
        if not 0 < width * height <= MOST_PIXELS:
            return None
        form, moving = raster.format or "", bool(getattr(raster, "is_animated", False))
        raster.load()
    except Exception:  # noqa: BLE001 - decoders raise whatever their format suggests; the picture is reported as not kept
        return None
    clear = raster.mode in TRANSPARENT or "transparency" in raster.info
    return Looks(form, width, height, moving and form == "GIF", clear)


def _opened(data: bytes) -> Raster:
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of large pictures; we have a limit of our own
        return Image.open(io.BytesIO(data))
