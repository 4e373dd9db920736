"""What is promised of covers, measured on the pixels."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from fic2book import fonts
from fic2book.covers import (
    AUTOMATIC,
    DESIGNS,
    WITH_PICTURE,
    CoverRequest,
    compose,
    contact_sheet,
    draw_cover,
    front_image,
    palette_of,
)
from fic2book.covers.canvas import Canvas
from fic2book.covers.colours import LEGIBLE, contrast
from fic2book.covers.designs import load_design
from fic2book.covers.lettering import load_face
from fic2book.covers.losses import find_losses
from fic2book.data import data_dir
from fic2book.errors import UsageError
from fic2book.fonts import find_font
from tests.covers.titles import LONG_TITLE, TITLES

WIDTH, HEIGHT = 400, 640
FROM_WORDS = tuple(name for name in DESIGNS if name not in WITH_PICTURE)
STORY = CoverRequest(
    "The Salt Road",
    ("E. M. Harker", "Ann O’Hara"),
    "A Novel in Letters",
    "Original Work",
    "The Cartographers",
    "3",
    "seed",
)


def picture(width: int = 300, height: int = 400) -> bytes:
    """A picture of coarse noise: every brightness next to every other."""
    noise = Image.merge("RGB", [band(width, height, step) for step in (3, 5, 7)])
    buffer = BytesIO()
    noise.save(buffer, "PNG")
    return buffer.getvalue()


def band(width: int, height: int, step: int) -> Image.Image:
    data = bytes(
        (x * x * step + y * y * 11 + x * y * step) % 256 for y in range(height // 10) for x in range(width // 10)
    )
    return Image.frombytes("L", (width // 10, height // 10), data).resize((width, height), Image.Resampling.NEAREST)


def request_for(design: str) -> CoverRequest:
    return replace(STORY, design=design, art=picture() if design in WITH_PICTURE else b"")


def ink_of(canvas: Canvas) -> Iterator[Image.Image]:
    """The ink of each line on a sheet as large as the page."""
    for placed in canvas.placed:
        sheet = Image.new("L", (canvas.width, canvas.height))
        sheet.paste(placed.mask, (placed.left, placed.top))
        yield sheet


# ---------------------------------------------------------------- what must not be


@pytest.mark.parametrize("design", FROM_WORDS)
def test_no_word_of_any_title_is_clipped_or_written_over_another(design: str) -> None:
    for kind, title in TITLES.items():
        canvas = compose(replace(STORY, title=title, design=design), WIDTH, HEIGHT)
        margin = WIDTH * 4 // 100
        union = Image.new("L", (WIDTH, HEIGHT))
        for placed, sheet in zip(canvas.placed, ink_of(canvas), strict=True):
            assert placed.left >= margin, (kind, design)
            assert placed.left + placed.mask.width <= WIDTH - margin, (kind, design)
            assert placed.top >= margin, (kind, design)
            assert placed.top + placed.mask.height <= HEIGHT - margin, (kind, design)
            both = ImageChops.darker(union, sheet).point(lambda ink: 255 if ink > 200 else 0)
            assert both.getbbox() is None, (kind, design)
            union = ImageChops.lighter(union, sheet)


@pytest.mark.parametrize("design", [name for name in DESIGNS if name != "picture"])
def test_behind_no_word_is_there_a_pixel_that_hides_it(design: str) -> None:
    seeds = ("one",) if design in WITH_PICTURE else ("one", "two", "three")
    for seed in seeds:
        canvas = compose(replace(request_for(design), seed=seed, fandom=seed), WIDTH, HEIGHT)
        ink = Image.new("L", (WIDTH, HEIGHT))
        for sheet in ink_of(canvas):
            ink = ImageChops.lighter(ink, sheet)
        assert len(canvas.placed) >= 4
        for placed in canvas.placed:
            box = (placed.left, placed.top, placed.left + placed.mask.width, placed.top + placed.mask.height)
            behind = Image.new("RGB", placed.mask.size, placed.colour)
            page = canvas.image.crop(box)
            free = ink.crop(box).point(lambda value: 255 if value == 0 else 0)
            behind.paste(page, (0, 0), free)
            colours = [colour for _, colour in behind.getcolors(1 << 20) or () if colour != placed.colour]
            assert colours
            assert min(contrast(colour, placed.colour) for colour in colours) >= LEGIBLE, (design, seed)  # type: ignore[arg-type]


def test_an_unknown_design_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UsageError, match=r"'landscap'.*Did you mean “landscape”"):
        draw_cover(replace(STORY, design="landscap"))


def test_an_unknown_palette_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UsageError, match=r"'midnite'.*Did you mean “midnight”"):
        draw_cover(replace(STORY, palette="midnite"))


def test_a_design_for_pictures_is_refused_without_one() -> None:
    with pytest.raises(UsageError, match="'framed' needs a picture"):
        draw_cover(replace(STORY, design="framed"))


def test_art_is_never_silently_left_out_by_a_design_that_has_no_place_for_it() -> None:
    with pytest.raises(UsageError, match=r"'classic' has no place for a picture.*overlay, framed, picture"):
        draw_cover(replace(STORY, design="classic", art=picture()))


# ---------------------------------------------------------------- what must be


def test_a_cover_is_a_baseline_jpeg_of_1600_by_2560_pixels_under_500_kilobytes() -> None:
    for design in ("pattern", "zine", "overlay"):  # the ones with most detail
        cover = draw_cover(replace(request_for(design), title=LONG_TITLE))
        image = Image.open(BytesIO(cover.data))
        assert (image.format, image.size, image.mode) == ("JPEG", (1600, 2560), "RGB")
        assert "progressive" not in image.info
        assert len(cover.data) < 500_000
        assert (cover.width, cover.height) == (1600, 2560)


def test_the_same_request_gives_the_same_bytes_in_another_process_with_another_hash_seed() -> None:
    program = (
        "from hashlib import sha256\n"
        "from fic2book.covers import *\n"
        "for design in list(DESIGNS)[:9]:\n"
        "    request = CoverRequest('Ночь and Day', ('A B',), 'sub', 'Fandom', 'Series', '2', 'seed', design)\n"
        "    print(design, sha256(front_image(request, 320, 512).tobytes()).hexdigest())\n"
        "print(sha256(draw_cover(CoverRequest('Ashes', seed='x')).data).hexdigest())\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0].count("\n") == 10
    assert runs[0] == runs[1]


def test_two_untitled_stories_do_not_look_alike() -> None:
    covers = {front_image(CoverRequest("Untitled", seed=seed), 100, 160).tobytes() for seed in "abcdefgh"}
    assert len(covers) >= 7


def test_stories_of_one_fandom_share_their_colours_and_volumes_of_one_series_too() -> None:
    for design in AUTOMATIC:
        palettes = {palette_of(CoverRequest(title, fandom="Stargate", design=design)) for title in ("A", "B", "C", "D")}
        assert len(palettes) == 1
    volumes = {palette_of(CoverRequest(number, series="Roads", number=number, fandom=number)) for number in "1234"}
    assert len(volumes) == 1


def test_a_palette_that_was_chosen_is_used_and_colours_of_ones_own_too() -> None:
    assert palette_of(replace(STORY, palette="rose")).name == "rose"
    assert front_image(replace(STORY, design="typographic", palette="#102030,#fff,#fa0"), 100, 160).getpixel(
        (1, 1)
    ) == (16, 32, 48)


def test_a_numbered_volume_gets_the_series_frame_and_art_gets_its_title() -> None:
    assert compose(STORY, 100, 160).design.name == "series"
    assert compose(replace(STORY, art=picture()), 100, 160).design.name == "overlay"


def test_every_word_of_the_request_is_drawn_by_every_design() -> None:
    bare = replace(STORY, subtitle="", series="", fandom="", number="", authors=())
    for design in FROM_WORDS:
        lines = len(compose(replace(bare, design=design), WIDTH, HEIGHT).placed)
        full = len(compose(replace(STORY, design=design), WIDTH, HEIGHT).placed)
        assert full >= lines + 4, design  # two authors, the subtitle, the series


def test_a_cover_without_author_or_title_is_still_a_cover() -> None:
    for design in FROM_WORDS:
        assert front_image(CoverRequest("", design=design), 100, 160).getcolors(20_000) is not None
    assert draw_cover(CoverRequest("Ashes")).alt == "Ashes"


def test_the_editor_stands_where_there_is_no_author() -> None:
    assert draw_cover(CoverRequest("Winter", editor="R. Lane")).alt == "Winter — R. Lane"
    assert len(compose(CoverRequest("Winter", editor="R. Lane", design="classic"), WIDTH, HEIGHT).placed) == 2


@pytest.mark.parametrize(("width", "height"), [(620, 874), (300, 300), (100, 160), (500, 400)])
def test_every_design_can_be_drawn_at_any_size_and_shape(width: int, height: int) -> None:
    for design in DESIGNS:
        canvas = compose(request_for(design), width, height)
        assert canvas.image.size == (width, height)
        for placed in canvas.placed:
            assert placed.left >= 0
            assert placed.left + placed.mask.width <= width, design


def test_a_long_title_is_still_large_enough_to_be_read() -> None:
    for design in FROM_WORDS:
        canvas = compose(CoverRequest(LONG_TITLE, ("An Author",), design=design), 1600, 2560)
        tallest = max(placed.mask.height for placed in canvas.placed[:12])
        assert tallest >= 60, design  # at 3 % of the width a line is legible on a page, if not on a stamp


def test_the_user_is_told_of_characters_that_no_font_can_draw() -> None:
    cover = draw_cover(CoverRequest("Lost \N{UGARITIC LETTER ALPA}", seed="x"))
    assert [notice.code for notice in cover.notices] == ["no-font"]
    assert "Ugaritic" in cover.notices[0].message
    assert "\N{UGARITIC LETTER ALPA}" in cover.notices[0].message


def test_without_any_font_the_cover_is_drawn_plainly_and_the_user_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for function in ("_packaged_files", "_system_files"):
        monkeypatch.setattr(fonts, function, lambda _family: ())
    find_font.cache_clear()
    load_face.cache_clear()
    try:
        canvas = compose(CoverRequest("Ashes “ж”", ("Ann",), design="banded"), WIDTH, HEIGHT)
        notices = find_losses(CoverRequest("Ashes “ж”", design="banded"), canvas.design)
    finally:
        find_font.cache_clear()
        load_face.cache_clear()
    assert len(canvas.placed) == 2
    assert [notice.code for notice in notices] == ["missing-font", "no-font"]
    assert "made for Jost and EB Garamond" in notices[0].message
    assert "fic2book[fonts]" in notices[0].message
    assert "ж" in notices[1].message


def test_no_notice_is_given_for_scripts_that_can_be_drawn() -> None:
    for kind in ("one word", "Cyrillic", "Greek", "Hebrew", "Arabic", "punctuation"):
        assert draw_cover(CoverRequest(TITLES[kind], design="banded")).notices == ()


def test_the_contact_sheet_shows_every_design_that_suits() -> None:
    sheet = Image.open(BytesIO(contact_sheet(STORY)))
    assert sheet.size == (5 * 440 + 40, 2 * 750 + 40)
    assert Image.open(BytesIO(contact_sheet(replace(STORY, art=picture())))).size == (3 * 440 + 40, 750 + 40)


def test_every_design_has_its_data_file_with_palettes_and_fonts_that_exist() -> None:
    names = {path.stem for path in data_dir("covers").glob("*.toml")} - {"palettes"}
    assert names == set(DESIGNS)
    palettes = tomllib.loads((data_dir("covers") / "palettes.toml").read_text(encoding="utf-8"))["palettes"]
    for name in DESIGNS:
        design = load_design(name)
        assert design.summary
        assert set(design.palettes) <= set(palettes)
        for lettering in design.lettering.values():
            assert find_font(lettering.family, lettering.weight, lettering.italic), (name, lettering.family)
