"""A user's picture: what is none is refused in plain words; words on it can be read whatever it shows."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from fic2book.covers import CoverRequest, draw_cover, front_image
from fic2book.covers.art import choose_scrim, crop, dim, open_art
from fic2book.covers.colours import BLACK, LEGIBLE, WHITE, contrast, find_palette
from fic2book.errors import SourceError

PALETTE = find_palette("midnight")


def saved(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def claimed_png(width: int, height: int) -> bytes:
    """A PNG whose header claims a size that its data does not have."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + chunk
        + struct.pack(">I", zlib.crc32(chunk))
        + struct.pack(">I", 0)
        + b"IEND\xaeB`\x82"
    )


@pytest.mark.parametrize(
    "data",
    [
        b"no picture at all",
        b"\xff\xd8\xff\xe0 broken",
        b"%PDF-1.7",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        saved(Image.new("RGB", (200, 300), (9, 9, 9)), "JPEG")[:400],
        saved(Image.new("RGB", (200, 300)), "BMP"),
    ],
)
def test_bytes_that_are_no_whole_picture_are_refused(data: bytes) -> None:
    with pytest.raises(
        SourceError, match=r"cover art cannot be read as a picture.*Give a whole JPEG, PNG, WebP or GIF"
    ):
        draw_cover(CoverRequest("Title", art=data))


def test_an_enormous_picture_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(SourceError, match=r"too large|cannot be read"):
        open_art(claimed_png(60_000, 60_000), PALETTE)
    with pytest.raises(SourceError, match="10000 × 8500 pixels, too large"):
        open_art(claimed_png(10_000, 8_500), PALETTE)


def test_an_icon_is_refused() -> None:
    with pytest.raises(SourceError, match="only 32 × 32 pixels"):
        open_art(saved(Image.new("RGB", (32, 32))), PALETTE)


@pytest.mark.parametrize(("drawn", "ground"), [((250, 240, 200), "ground"), ((20, 10, 40), "paper")])
def test_transparent_parts_become_what_the_drawing_stands_out_from(drawn: tuple[int, int, int], ground: str) -> None:
    sketch = Image.new("RGBA", (80, 80), (0, 0, 0, 0))
    sketch.paste((*drawn, 255), (20, 20, 60, 60))
    opened = open_art(saved(sketch), PALETTE)
    assert opened.getpixel((4, 4)) == getattr(PALETTE, ground)
    assert opened.getpixel((40, 40)) == drawn


def test_the_see_through_colour_of_a_gif_is_seen_through() -> None:
    indexed = Image.new("P", (80, 80), 3)
    assert open_art(saved(indexed, "GIF", transparency=3), PALETTE).getpixel((4, 4)) in {PALETTE.ground, PALETTE.paper}


def test_a_title_beside_a_picture_leaves_it_half_the_page() -> None:
    art = saved(Image.new("RGB", (400, 300), (10, 200, 30)))
    for title in ("Rain", "All the Lanterns We Never Thought to Light", "A Very Long Story of the Weather " * 8):
        page = front_image(CoverRequest(title, ("Ida Voss",), design="framed", art=art), 400, 640)
        rows = [page.getpixel((5, y)) == (10, 200, 30) for y in range(640)]
        assert rows.count(True) >= 310, title


@pytest.mark.parametrize("mode", ["L", "CMYK", "1", "I;16"])
def test_pictures_of_any_kind_become_red_green_and_blue(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    assert open_art(saved(Image.new(mode, (80, 90)), kind), PALETTE).mode == "RGB"


def test_a_picture_that_was_taken_sideways_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert open_art(saved(Image.new("RGB", (90, 70)), "JPEG", exif=exif), PALETTE).size == (70, 90)


def test_cropping_fills_the_page_and_keeps_proportions() -> None:
    wide = Image.new("RGB", (400, 100), (0, 0, 0))
    wide.paste((255, 0, 0), (175, 0, 225, 100))
    page = crop(wide, 160, 160)
    assert page.size == (160, 160)
    assert page.getpixel((80, 80)) == (255, 0, 0)
    assert page.getpixel((5, 80)) == (0, 0, 0)


@pytest.mark.parametrize("levels", [(0, 0), (255, 255), (0, 255), (90, 140), (118, 128)])
def test_the_scrim_is_just_strong_enough(levels: tuple[int, int]) -> None:
    region = Image.new("RGB", (20, 20), (levels[0],) * 3)
    region.paste((levels[1],) * 3, (10, 0, 20, 20))
    text, scrim, share = choose_scrim(region)
    dim(region, 0, 20, 1, scrim, share)
    colours = [colour for _, colour in region.getcolors() or ()]
    assert colours
    assert min(contrast(colour, text) for colour in colours) >= LEGIBLE  # type: ignore[arg-type]
    assert (text, scrim) in ((WHITE, BLACK), (BLACK, WHITE))


def test_a_calm_dark_picture_gets_the_least_scrim_and_the_scrim_fades_out() -> None:
    page = Image.new("RGB", (10, 100), (30, 30, 60))
    assert choose_scrim(page) == (WHITE, BLACK, 30)
    dim(page, 60, 100, 40, BLACK, 30)
    blues = [page.getchannel(2).getpixel((5, y)) for y in (0, 15, 30, 45, 70)]
    assert blues == sorted(blues, key=float, reverse=True)  # type: ignore[arg-type]
    assert blues[0] == 60
    assert len(set(blues)) >= 4


def test_the_user_is_told_of_a_picture_that_will_look_soft() -> None:
    small, large = (saved(Image.new("RGB", size, (40, 80, 90))) for size in ((300, 400), (800, 1280)))
    (notice,) = draw_cover(CoverRequest("Rain", art=small)).notices
    assert (notice.code, "300 × 400 pixels" in notice.message) == ("small-art", True)
    assert draw_cover(CoverRequest("Rain", art=large)).notices == ()
