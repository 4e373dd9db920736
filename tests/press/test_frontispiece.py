"""The cover as the first page: in the page's own shape, over its bleed, and nowhere beside it a strip of another colour."""

from __future__ import annotations

import io

import pikepdf
import pytest

from fic2book.build import build, draw_covers
from fic2book.errors import UsageError
from fic2book.model import Job, Settings, SourceFile
from fic2book.press.frontispiece import cover_shape
from tests.press_books import simple

STORY = SourceFile("rain.txt", b"Rain\nby Ida Voss\n\nIt rained all day upon the river, and nobody minded.\n")
both_engines = pytest.mark.parametrize("engine", ["weasyprint", "typst"])


def test_an_impossible_page_has_no_shape() -> None:
    with pytest.raises(UsageError):
        cover_shape(Settings(trim="a55"), 1600, 2560)


@pytest.mark.parametrize("trim", ["5x8", "digest"])
def test_a_page_of_nearly_the_same_shape_takes_the_cover_as_it_is(trim: str) -> None:
    assert cover_shape(Settings(trim=trim), 1600, 2560) == (1600, 2560)


@pytest.mark.parametrize(("trim", "height"), [("a5", 2270), ("6x9", 2400), ("letter", 2071), ("100x200mm", 3200)])
def test_a_page_of_another_shape_has_a_cover_of_its_own(trim: str, height: int) -> None:
    assert cover_shape(Settings(trim=trim), 1600, 2560) == (1600, height)


def test_the_book_for_e_readers_keeps_its_cover_beside_a_printed_one_of_another_shape() -> None:
    covers = draw_covers(simple("It rained."), Job("x", (STORY,), Settings(trim="a5", formats=("epub", "pdf"))))
    assert {name: cover and (cover.width, cover.height) for name, cover in covers.items()} == {
        "epub": (1600, 2560),
        "pdf": (1600, 2270),
    }
    same = draw_covers(simple("It rained."), Job("x", (STORY,), Settings(trim="5x8", formats=("epub", "pdf"))))
    assert same["epub"] is same["pdf"]


def set_pdf(**settings: object) -> pikepdf.Pdf:
    chosen = Settings(formats=("pdf",), **settings)  # type: ignore[arg-type]
    outcome = build(Job("x", (STORY,), chosen))
    assert outcome.error is None
    return pikepdf.open(io.BytesIO(outcome.files[0].data))


def placed_size(page: pikepdf.Page) -> tuple[float, float]:
    """Width and height at which the page's largest picture is drawn, in points."""
    sizes = [(0.0, 0.0)]
    matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    stack = []
    for instruction in pikepdf.parse_content_stream(page):
        match str(instruction.operator):
            case "q":
                stack.append(matrix)
            case "Q":
                matrix = stack.pop()
            case "cm":
                a, _, _, d, _, _ = (float(value) for value in instruction.operands)
                matrix = (matrix[0] * a, 0.0, 0.0, matrix[3] * d, 0.0, 0.0)
            case "Do":
                sizes.append((abs(matrix[0]), abs(matrix[3])))
    return max(sizes)


@both_engines
def test_the_cover_fills_a_page_of_any_shape_undistorted(engine: str) -> None:
    with set_pdf(engine=engine, trim="a5") as pdf:
        width, height = placed_size(pdf.pages[0])
    assert width == pytest.approx(419.53, abs=1.5)
    assert height == pytest.approx(595.28, abs=1.5)


def test_with_crop_marks_the_cover_runs_over_the_cut() -> None:
    with set_pdf(trim="a5", crop_marks=True) as pdf:
        width, height = placed_size(pdf.pages[0])
        trim = [float(value) for value in pdf.pages[0].obj["/TrimBox"]]
    assert width >= trim[2] - trim[0] + 16
    assert height >= trim[3] - trim[1] + 16
