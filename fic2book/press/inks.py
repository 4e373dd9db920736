"""The inks a book is printed with: as designed, black alone, or the four of a press, with the print shop's own profile.

Black alone and the four inks are what a shop's machine prints; nothing is left for its software to convert. Pictures are converted too.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

from fic2book.covers.colours import Colour, luminance
from fic2book.errors import SourceError, UsageError
from fic2book.hints import did_you_mean
from fic2book.model import Cover, Notice, Settings
from fic2book.styles import Style

INKS: Final = {
    "colour": "as designed",
    "grey": "black ink alone",
    "cmyk": "the four inks of a press",
}
BLACK_INK: Final = {b"0 0 0 rg": b"0 0 0 1 k", b"0 0 0 RG": b"0 0 0 1 K"}
"""Black on a screen's terms and in ink, as operations of a PDF."""

NO_PROFILE: Final = Notice(
    "no-profile",
    "PDF/X-4 wants the profile of the press, and none was given: ask the print shop for its ICC file and name it (profile = …).",
    severity="warning",
)


@dataclass(frozen=True, slots=True)
class Inks:
    """`kind` is a key of INKS; `profile` the bytes of an ICC file of a press, or none: black is one of its four inks too."""

    kind: str
    profile: bytes = b""

    def style(self, style: Style) -> Style:
        """`style` with the colours these inks can print."""
        if self.kind != "grey":
            return style
        named = {item.name: grey(getattr(style.palette, item.name)) for item in fields(style.palette)}
        return replace(style, palette=replace(style.palette, **named))

    def cover(self, cover: Cover | None) -> Cover | None:
        """The cover in these inks."""
        return cover and replace(cover, data=self.picture(cover.data))

    def picture(self, data: bytes) -> bytes:
        """A picture in these inks, transparent parts white; as it is where nobody can decode it."""
        if self.kind == "colour":
            return data
        from PIL import Image

        try:
            with Image.open(io.BytesIO(data)) as picture:
                return _converted(picture, "L" if self.kind == "grey" else "CMYK", self.profile)
        except (OSError, ValueError, SyntaxError):
            return data


AS_DESIGNED: Final = Inks("colour")


def choose_inks(settings: Settings) -> Inks:
    """The inks asked for; a file for a press (PDF/X) is printed with four unless it is to be grey.

    Raises UsageError for unknown inks and for a profile that is not of a press, SourceError for one that cannot be read.
    """
    if settings.inks not in INKS:
        raise UsageError(
            f"There are no inks {settings.inks!r}.{did_you_mean(settings.inks, INKS)} Known: {', '.join(INKS)}."
        )
    kind = "cmyk" if settings.inks == "colour" and settings.standard.startswith("pdf/x") else settings.inks
    return Inks(kind, _read_profile(settings.profile, kind) if settings.profile else b"")


def _read_profile(path: str, kind: str) -> bytes:
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise SourceError(
            f"The colour profile {path} cannot be read: {error.strerror}. Give the print shop's ICC file."
        ) from error
    if data[36:40] != b"acsp":
        raise SourceError(f"{path} is no ICC profile ({len(data):,} bytes). Give the print shop's ICC file.")
    if data[16:20] != b"CMYK":  # ICC.1:2022, 7.2.6
        told = data[16:20].decode("ascii", "replace").strip()
        raise UsageError(
            f"The profile {path} is for {told}, not for the four inks of a press. Ask the print shop for its own."
        )
    if kind == "colour":
        raise UsageError('A colour profile of a press is for inks = "cmyk" or "grey", or for standard = "pdf/x-4".')
    return data


def blacken(pdf: Any) -> None:
    """Crop marks, which WeasyPrint draws black on the screen's terms, in black ink."""
    for item in pdf.objects:
        for number, operation in enumerate(getattr(item, "stream", ())):
            if isinstance(operation, bytes) and operation in BLACK_INK:
                item.stream[number] = BLACK_INK[operation]


def grey(colour: str) -> str:
    """The grey that is as light as `colour`, both as #rrggbb."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + f"{_level((red, green, blue)):02x}" * 3


def _level(colour: Colour) -> int:
    light = luminance(colour)
    share = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return round(255 * share)


def _converted(picture: Any, mode: str, profile: bytes) -> bytes:
    from PIL import Image

    picture_format = picture.format
    if "A" in picture.getbands() or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        picture = Image.new("RGB", layered.size, (255, 255, 255))
        picture.paste(layered, (0, 0), layered)
    flat = picture.convert("RGB")
    stored = io.BytesIO()
    made = _separated(flat, profile) if mode == "CMYK" and profile else flat.convert(mode)
    if mode == "L" and picture_format == "PNG":
        made.save(stored, "PNG")
    else:
        made.save(stored, "JPEG", quality=88)
    return stored.getvalue()


def _separated(picture: Any, profile: bytes) -> Any:
    """The picture in four inks as the press's own profile has them, the plain way where the profile has no table for that."""
    from PIL import ImageCms

    try:
        return ImageCms.profileToProfile(
            picture, ImageCms.createProfile("sRGB"), io.BytesIO(profile), outputMode="CMYK"
        )
    except ImageCms.PyCMSError:
        return picture.convert("CMYK")
