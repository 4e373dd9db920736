"""The jacket, measured in the PDF."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
from dataclasses import replace
from html import unescape
from pathlib import Path

import pikepdf
import pytest

from fic2book.binding import JacketPlan, jacket
from fic2book.binding.jackets import spine_size, spine_title
from fic2book.covers import AUTOMATIC, front_image, palette_of
from fic2book.covers.colours import LEGIBLE, contrast
from fic2book.covers.request import CoverRequest
from fic2book.errors import UsageError
from tests.pdf_words import _drawn

REQUEST = CoverRequest("The Lighthouse", ("Wren Halloway",), seed="x", language="en")
MM = 72 / 25.4


def boxes(data: bytes) -> tuple[list[float], list[float]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 1
        page = pdf.pages[0]
        return [float(value) / MM for value in page.trimbox], [float(value) / MM for value in page.mediabox]


@pytest.mark.parametrize("wrong", [{"pages": 0}, {"thickness": 0}, {"flaps": 900}, {"bleed": -1}])
def test_measures_that_cannot_be_are_a_usage_error(wrong: dict[str, float]) -> None:
    with pytest.raises(UsageError, match=re.escape(next(iter(wrong)))):
        JacketPlan(**({"pages": 100} | wrong))  # type: ignore[arg-type]


def test_an_unknown_trim_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="trim"):
        JacketPlan(100, trim="a55")


def test_a_thin_spine_carries_no_words() -> None:
    assert spine_size(REQUEST, JacketPlan(60)) == 0
    assert spine_size(REQUEST, JacketPlan(300)) > 0


def test_the_jacket_is_two_fronts_and_a_spine_wide() -> None:
    plan = JacketPlan(320, thickness=0.11, trim="a5", boards=0)
    trim, media = boxes(jacket(REQUEST, plan))
    assert plan.spine == pytest.approx(17.6)
    assert trim[2] - trim[0] == pytest.approx(2 * 148 + 17.6, abs=0.05)
    assert trim[3] - trim[1] == pytest.approx(210, abs=0.05)
    assert media[2] - media[0] == pytest.approx(trim[2] - trim[0] + 12, abs=0.05)


def test_flaps_and_boards_widen_it() -> None:
    plan = JacketPlan(200, trim="a5", flaps=80, boards=5, overhang=3)
    trim, _ = boxes(jacket(REQUEST, plan))
    assert trim[2] - trim[0] == pytest.approx(2 * (148 + 3 + 80) + 10 + 5, abs=0.05)
    assert trim[3] - trim[1] == pytest.approx(216, abs=0.05)


def test_the_spine_names_title_and_author_and_the_back_tells_the_blurb() -> None:
    data = jacket(REQUEST, JacketPlan(300, blurb="A keeper. A storm. A letter that came too late."))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        text = "".join(text for _, _, text in _drawn(pdf.pages[0]))
    assert "The Lighthouse" in text
    assert "Wren Halloway" in text
    assert "too late" in text


def test_a_long_title_is_set_smaller_so_that_it_fits_the_spine() -> None:
    plan = JacketPlan(300)
    long = CoverRequest(
        "The Extraordinarily Long and Winding Tale of the Lighthouse at the End of the World and of Its Keeper",
        ("W. H.",),
    )
    assert spine_size(long, plan) < spine_size(REQUEST, plan)


def test_the_same_request_gives_the_same_bytes() -> None:
    assert jacket(REQUEST, JacketPlan(300)) == jacket(REQUEST, JacketPlan(300))


@pytest.mark.parametrize("design", [*AUTOMATIC, "zine", "series"])
def test_the_back_has_the_ground_that_the_front_has_at_the_spine(design: str) -> None:
    request = CoverRequest("Low Water", ("Ida Voss",), design=design, series="Tides", number="2")
    ground = palette_of(request).ground
    front = front_image(request, 300, 480)
    edge = [front.getpixel((0, y)) for y in range(480)]
    if design not in {"pattern", "mosaic", "landscape"}:  # which are drawn to their edges
        assert max(set(edge), key=edge.count) == ground
    assert contrast(ground, palette_of(request).text) >= LEGIBLE


@pytest.mark.skipif(not shutil.which("mutool"), reason="needs MuPDF")
@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("The Lighthouse", "The Lighthouse"),
        ("In Which Nobody Listens to the Ferryman, " * 10, "In Which"),
        ("灯台守の長い夜" * 20, "灯台守の長い夜"),
        ("A" * 400, "AAAA"),
    ],
)
def test_a_title_too_long_for_the_spine_is_cut_and_never_runs_into_the_author(title: str, kept: str) -> None:
    request, plan = replace(REQUEST, title=title), JacketPlan(pages=200)
    shown = spine_title(request, plan)
    assert shown.startswith(kept)
    assert shown == title or shown.endswith("…")
    assert spine_size(request, plan) >= 6.5
    said = "".join((shown + request.authors[0]).split())
    assert spine_letters(jacket(request, plan)) == said


def spine_letters(data: bytes) -> str:
    """The letters that stand on the spine, from its head to its foot: words that ran into each other would be mixed."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "jacket.pdf"
        file.write_bytes(data)
        command = ["mutool", "draw", "-F", "stext", str(file)]
        drawn = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    turned = re.findall(r'<line [^>]*dir="0 1".*?</line>', drawn, re.DOTALL)
    letters = re.findall(r'<char [^>]* y="([\d.-]+)"[^>]* c="([^"]*)"', "".join(turned))
    ordered = sorted(letters, key=lambda item: float(item[0]))
    return unescape("".join(letter for _, letter in ordered)).replace(" ", "")
