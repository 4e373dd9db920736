"""Books in black alone or in four inks: no other colour is left in the file, and the press's profile is in it."""

from __future__ import annotations

import io
import shutil
import struct
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from fic2book.build import build
from fic2book.errors import Fic2BookError, SourceError, UsageError
from fic2book.model import Job, Settings, SourceFile
from fic2book.press.inks import choose_inks, grey

STORY = SourceFile("rain.txt", b"Rain\nby Ida Voss\n\nIt rained all day upon the river, and nobody minded.\n")


def press_profile(space: bytes = b"CMYK") -> bytes:
    """An ICC file with a header and a name, which is all that says whom it is for."""
    text = b"A press of our own\0"
    described = b"desc" + bytes(4) + struct.pack(">I", len(text)) + text + bytes(12 + 67)
    described += bytes(-len(described) % 4)
    tags = struct.pack(">I", 1) + b"desc" + struct.pack(">II", 144, len(described))
    body = tags + described
    header = struct.pack(
        ">I4sI4s4s4s12s4s", 128 + len(body), b"\0\0\0\0", 0x02400000, b"prtr", space, b"Lab ", bytes(12), b"acsp"
    )
    return header + bytes(128 - len(header)) + body


@cache
def printed(**settings: object) -> tuple[bytes, tuple[str, ...]]:
    chosen = Settings(formats=("pdf",), style="storybook", **settings)  # type: ignore[arg-type]
    outcome = build(Job("rain", (STORY,), chosen))
    assert outcome.error is None, outcome.error
    return outcome.files[0].data, tuple(notice.code for notice in outcome.notices)


def colours(data: bytes) -> set[tuple[str, ...]]:
    """Every colour set on a page, as (space, shares …), and the spaces of its pictures."""
    found: set[tuple[str, ...]] = set()
    spaces = {"g": "grey", "rg": "rgb", "k": "cmyk"}

    def look(stream: Any) -> None:
        space = ""
        for instruction in pikepdf.parse_content_stream(stream):
            operator, operands = str(instruction.operator), [str(item) for item in instruction.operands]
            if operator.lower() in spaces:
                found.add((spaces[operator.lower()], *operands))
            elif operator.lower() == "cs":
                space = operands[0]
            elif operator.lower() == "scn":
                found.add(({"/DeviceCMYK": "cmyk"}.get(space, space), *operands))

    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            look(page)
            for item in page.resources.get("/XObject", {}).values():
                if item.Subtype == "/Form":
                    look(item)
                else:
                    kind = item.ColorSpace
                    found.add(
                        (
                            "picture",
                            str(
                                kind
                                if isinstance(kind, pikepdf.Name)
                                else f"{kind[0]} {kind[1].N if kind[0] == '/ICCBased' else ''}"
                            ),
                        )
                    )
    return found


def is_black(colour: tuple[str, ...]) -> bool:
    if colour[0] == "cmyk":
        return not any(map(float, colour[1:4]))
    return colour[0] == "grey" or colour[0].startswith("/d65gray") or (len(colour) == 2 and colour[0] != "picture")


# ---------------------------------------------------------------- what cannot be


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"inks": "gray"}, "Did you mean “grey”"),
        ({"inks": "cmyk", "engine": "typst"}, "Use --engine weasyprint"),
    ],
)
def test_inks_that_cannot_be_are_a_usage_error(settings: dict[str, Any], told: str) -> None:
    outcome = build(Job("rain", (STORY,), Settings(formats=("pdf",), **settings)))
    assert outcome.error is not None
    assert outcome.error.kind == "UsageError"
    assert told in outcome.error.message


@pytest.mark.parametrize(
    ("data", "kind", "told", "error"),
    [
        (b"nothing of the kind", "cmyk", "no ICC profile", SourceError),
        (press_profile(b"RGB "), "cmyk", "is for RGB", UsageError),
        (press_profile(), "colour", 'inks = "cmyk"', UsageError),
        (None, "cmyk", "cannot be read", SourceError),
    ],
)
def test_a_profile_that_is_of_no_press_is_refused(
    tmp_path: Path, data: bytes | None, kind: str, told: str, error: type[Fic2BookError]
) -> None:
    path = tmp_path / "press.icc"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(error, match=told):
        choose_inks(Settings(inks=kind, profile=str(path)))


# ---------------------------------------------------------------- what is printed


def test_colours_are_as_designed_by_default() -> None:
    assert not all(map(is_black, colours(printed(engine="typst")[0])))


@pytest.mark.parametrize("engine", ["weasyprint", "typst"])
def test_in_grey_there_is_nothing_but_black_ink(engine: str) -> None:
    found = colours(printed(engine=engine, inks="grey")[0])
    pictures = {colour[1] for colour in found if colour[0] == "picture"}
    assert pictures
    assert pictures <= {"/DeviceGray", "/ICCBased 1"}
    assert all(is_black(colour) for colour in found if colour[0] != "picture"), found


def test_in_four_inks_pictures_and_crop_marks_are_in_four_inks_too() -> None:
    data, notices = printed(standard="pdf/x-4", crop_marks=True)
    found = colours(data)
    assert ("picture", "/DeviceCMYK") in found
    assert {colour[0] for colour in found} <= {"cmyk", "picture"}
    assert "no-profile" in notices


def test_the_profile_of_the_press_is_the_intent_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "press.icc"
    path.write_bytes(press_profile())
    data, notices = printed(standard="pdf/x-4", profile=str(path))
    assert "no-profile" not in notices
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == "/GTS_PDFX"
        assert intent.DestOutputProfile.N == 4
        assert intent.DestOutputProfile.read_bytes()[16:20] == b"CMYK"
        assert str(intent.OutputConditionIdentifier) == "A press of our own"


@pytest.mark.filterwarnings(
    "ignore:.*sRGB2014.icc"
)  # WeasyPrint leaves its colour profile to be closed by the collector
@pytest.mark.parametrize("engine", ["weasyprint", "typst"])
def test_a_file_for_the_archive_says_what_its_colours_are(engine: str, tmp_path: Path) -> None:
    data, _ = printed(engine=engine, standard="pdf/a-2b")
    file = tmp_path / "book.pdf"
    file.write_bytes(data)
    with pikepdf.open(file) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert (str(intent.S), int(intent.DestOutputProfile.N)) == ("/GTS_PDFA1", 3)
        assert b"RGB " in intent.DestOutputProfile.read_bytes()[:40]
    if shutil.which("qpdf"):
        assert subprocess.run(["qpdf", "--check", file], capture_output=True, check=False).returncode == 0


def test_a_grey_file_for_the_archive_names_a_press_or_is_set_by_typst(tmp_path: Path) -> None:
    refused = build(
        Job("rain", (STORY,), Settings(formats=("pdf",), engine="weasyprint", standard="pdf/a-2b", inks="grey"))
    )
    assert refused.error is not None
    assert "profile = " in refused.error.message
    path = tmp_path / "press.icc"
    path.write_bytes(press_profile())
    data, _ = printed(standard="pdf/a-2b", inks="grey", profile=str(path))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert (str(intent.S), int(intent.DestOutputProfile.N)) == ("/GTS_PDFA1", 4)
    assert all(
        is_black(colour)
        for colour in colours(printed(standard="pdf/a-2b", inks="grey", engine="typst")[0])
        if colour[0] != "picture"
    )


def test_a_picture_in_grey_is_as_light_as_it_was_and_keeps_its_size() -> None:
    stored = io.BytesIO()
    Image.new("RGBA", (30, 20), (255, 0, 0, 0)).save(stored, "PNG")
    made = Image.open(io.BytesIO(choose_inks(Settings(inks="grey")).picture(stored.getvalue())))
    assert (made.mode, made.size, made.getpixel((5, 5))) == ("L", (30, 20), 255)


def test_what_is_no_picture_is_left_as_it_is() -> None:
    assert choose_inks(Settings(inks="grey")).picture(b"no picture") == b"no picture"


@pytest.mark.parametrize(("colour", "level"), [("#000000", "#000000"), ("#ffffff", "#ffffff"), ("#808080", "#808080")])
def test_greys_stay_the_greys_they_are(colour: str, level: str) -> None:
    assert grey(colour) == level


def test_a_colour_becomes_the_grey_of_its_own_lightness() -> None:
    assert int(grey("#8c2f39")[1:3], 16) in range(70, 95)
    assert grey("#0000ff") < grey("#ff0000") < grey("#00ff00")
