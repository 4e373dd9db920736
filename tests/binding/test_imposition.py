"""Imposition is judged by folding: sheets of paper are folded in code, gathered, and leafed through."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace

import pikepdf
import pytest

from fic2book.binding import ImpositionPlan, impose, layout, signatures
from fic2book.binding.guide import grain_hint, guide_lines
from fic2book.binding.imposing import stations
from fic2book.binding.layout import Cell, Side
from fic2book.errors import UsageError

# ---------------------------------------------------------------- paper that can be folded


@dataclass
class Panel:
    """A piece of a sheet between folds: what one sees on it from above, and from below. Pages are numbers, with a sign for upside down."""

    above: tuple[int | None, bool]
    below: tuple[int | None, bool]


Stack = list[Panel]  # from the top
Paper = list[list[Stack]]  # rows of columns


def over(stack: Stack, *, upright_axis: bool) -> Stack:
    """The stack turned over; about a level axis it also comes to stand on its head."""

    def face(seen: tuple[int | None, bool]) -> tuple[int | None, bool]:
        return seen[0], seen[1] if upright_axis else not seen[1]

    return [Panel(face(panel.below), face(panel.above)) for panel in reversed(stack)]


def lay_front_down(front: Side, back: Side) -> Paper:
    """One sheet, its back uppermost."""
    faces = {}
    for side in (front, back):
        for cell in side.cells:
            column = cell.column if side.back else side.columns - 1 - cell.column
            faces[side.back, cell.row, column] = (cell.page, cell.upside_down)
    return [
        [[Panel(faces[True, row, column], faces[False, row, column])] for column in range(back.columns)]
        for row in range(back.rows)
    ]


def fold_right_over_left(paper: Paper) -> Paper:
    half = len(paper[0]) // 2
    return [[over(row[-1 - column], upright_axis=True) + row[column] for column in range(half)] for row in paper]


def fold_left_over_right(paper: Paper) -> Paper:
    half = len(paper[0]) // 2
    return [
        [over(row[half - 1 - column], upright_axis=True) + row[half + column] for column in range(half)]
        for row in paper
    ]


def fold_upper_down(paper: Paper) -> Paper:
    upper, lower = paper
    return [[over(above, upright_axis=False) + below for above, below in zip(upper, lower, strict=True)]]


def folded(front: Side, back: Side, plan: ImpositionPlan) -> Stack:
    """The leaves of one sheet from the first, as the printed guide says to fold it."""
    paper = lay_front_down(front, back)
    sideways = fold_left_over_right if plan.right_to_left else fold_right_over_left
    steps = {
        "folio": (sideways,),
        "quarto": (fold_upper_down, sideways),
        "octavo": (sideways, fold_upper_down, sideways),
    }[plan.fold]
    for step in steps:
        paper = step(paper)
    return over(paper[0][0], upright_axis=True)


def read_through(sides: tuple[Side, ...], plan: ImpositionPlan) -> list[int | None]:
    """The pages of the bound book in the order a reader meets them; every page has to stand upright."""
    read: list[tuple[int | None, bool]] = []
    gathered: dict[int, list[Stack]] = {}
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        assert (front.back, back.back, front.sheet) == (False, True, back.sheet)
        gathered.setdefault(front.signature, []).append(folded(front, back, plan))
    for sheets in gathered.values():
        nested: Stack = []
        for leaves in reversed(sheets):  # the last sheet is the innermost
            half = len(leaves) // 2
            nested = leaves[:half] + nested + leaves[half:]
        read += [face for leaf in nested for face in (leaf.above, leaf.below)]
    assert not any(head for page, head in read if page is not None)
    return [page for page, _ in read]


# ---------------------------------------------------------------- what cannot be


@pytest.mark.parametrize(
    "wrong",
    [
        {"binding": "glue"},
        {"fold": "sextodecimo"},
        {"flip": "diagonal"},
        {"blanks": "middle"},
        {"sheets": 0},
        {"sheets": 99},
        {"thickness": -1},
        {"stations": 40},
        {"grain": "wide"},
    ],
)
def test_a_plan_that_cannot_be_is_a_usage_error_naming_the_value(wrong: dict[str, object]) -> None:
    with pytest.raises(UsageError, match=re.escape(next(iter(wrong)))):
        ImpositionPlan(**wrong)  # type: ignore[arg-type]


def test_what_is_no_pdf_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="not a PDF"):
        impose(b"plain text", ImpositionPlan())


def test_paper_too_small_for_the_pages_is_a_usage_error_with_both_sizes() -> None:
    with pytest.raises(UsageError, match="need a sheet of 296 by 210 mm; the paper is 210 by 148 mm"):
        impose(numbered(4), ImpositionPlan(paper="a5"))


# ---------------------------------------------------------------- folding


@pytest.mark.parametrize("right_to_left", [False, True])
@pytest.mark.parametrize("fold", ["folio", "quarto", "octavo"])
@pytest.mark.parametrize("binding", ["sewn", "saddle"])
@pytest.mark.parametrize(("pages", "sheets"), [(1, 4), (4, 1), (17, 2), (33, 3), (64, 4), (100, 5)])
def test_folded_and_gathered_the_pages_read_in_order(
    pages: int, sheets: int, binding: str, fold: str, right_to_left: bool
) -> None:
    plan = ImpositionPlan(binding=binding, fold=fold, sheets=sheets, right_to_left=right_to_left)
    read = read_through(layout(pages, plan), plan)
    assert [page for page in read if page is not None] == list(range(pages))
    assert read[:pages] == list(range(pages))
    assert len(read) - pages < plan.pages_per_sheet


def test_blanks_before_the_last_page_keep_the_back_cover_outside() -> None:
    plan = ImpositionPlan(binding="saddle", blanks="before-last")
    read = read_through(layout(14, plan), plan)
    assert (read[0], read[-1]) == (0, 13)
    assert read[13:15] == [None, None]


def test_signatures_are_as_even_as_can_be() -> None:
    plan = ImpositionPlan(sheets=4)
    assert signatures(36, plan) == (3, 3, 3)
    assert signatures(64, plan) == (4, 4, 4, 4)
    assert signatures(52, plan) == (4, 3, 3, 3)
    assert signatures(1, plan) == (1,)
    assert signatures(100, replace(plan, binding="saddle")) == (25,)


def test_the_outer_sheet_of_a_zine_holds_its_covers() -> None:
    front, back = layout(16, ImpositionPlan(binding="saddle"))[:2]
    assert [cell.page for cell in front.cells] == [15, 0]
    assert [cell.page for cell in back.cells] == [1, 14]


def test_creep_grows_towards_the_middle_and_points_to_the_spine() -> None:
    sides = layout(16, ImpositionPlan(binding="saddle"))
    assert [side.cells[0].creep for side in sides[::2]] == [0, 1, 2, 3]
    assert all(cell.spine_right == (cell.column == 0) for side in sides for cell in side.cells)
    assert {
        cell.creep for side in layout(16, ImpositionPlan(binding="saddle", creep=False)) for cell in side.cells
    } == {0}


def test_stab_binding_keeps_leaves_single_and_spines_at_one_edge() -> None:
    sides = layout(5, ImpositionPlan(binding="stab"))
    assert [cell.page for side in sides for cell in side.cells] == [0, 1, 2, 3, 4, None]
    assert [side.cells[0].spine_right for side in sides] == [False, True] * 3


# ---------------------------------------------------------------- the printed sheets


def numbered(pages: int, width: float = 419.53, height: float = 595.28) -> bytes:
    """A PDF whose every page says its number near its upper left corner."""
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        )
        for number in range(pages):
            content = pdf.make_stream(b"BT /F1 12 Tf 30 %d Td (page %d) Tj ET" % (height - 40, number + 1))
            resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            page = pikepdf.Dictionary(
                Type=pikepdf.Name.Page, MediaBox=[0, 0, width, height], Resources=resources, Contents=content
            )
            pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
        stored = io.BytesIO()
        pdf.save(stored)
    return stored.getvalue()


def placed(data: bytes) -> list[list[tuple[int, tuple[float, ...]]]]:
    """For each side, each page's number and its matrix on the sheet."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = []
        for page in pdf.pages:
            cells = []
            matrices: list[tuple[float, ...]] = []
            for instruction in pikepdf.parse_content_stream(page):
                operands, operator = instruction.operands, instruction.operator
                if str(operator) == "cm":
                    matrices.append(tuple(map(float, operands)))
                elif str(operator) == "Do":
                    told = page.resources.XObject[str(operands[0])].read_bytes()
                    match = re.search(rb"page (\d+)", told)
                    assert match
                    cells.append((int(match[1]), matrices[-1]))
            found.append(cells)
        return found


def test_a_zine_of_a5_pages_fits_a4_exactly_and_is_centred() -> None:
    data = impose(numbered(8), ImpositionPlan(binding="saddle", paper="a4", guide=False))
    sides = placed(data)
    assert [[number for number, _ in side] for side in sides] == [[8, 1], [2, 7], [6, 3], [4, 5]]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert [round(float(value)) for value in pdf.pages[0].mediabox] == [0, 0, 842, 595]


def test_pages_in_the_upper_row_of_a_quarto_stand_on_their_heads() -> None:
    sides = placed(impose(numbered(8), ImpositionPlan(fold="quarto", sheets=1, guide=False)))
    assert {number: matrix[0] for number, matrix in sides[0]} == {5: -1, 4: -1, 8: 1, 1: 1}


def test_creep_moves_inner_pages_by_the_thickness_of_the_paper() -> None:
    sides = placed(impose(numbered(8), ImpositionPlan(binding="saddle", thickness=1.0, guide=False)))
    moves = {number: matrix[4] for side in sides for number, matrix in side}
    assert moves[1] == pytest.approx(419.53, abs=0.01)
    assert moves[3] == pytest.approx(419.53 - 72 / 25.4, abs=0.01)
    assert moves[6] == pytest.approx(72 / 25.4, abs=0.01)


@pytest.mark.parametrize(("flip", "turned"), [("short", False), ("long", True)])
def test_backs_are_turned_for_printers_that_flip_the_other_way(flip: str, turned: bool) -> None:
    with pikepdf.open(io.BytesIO(impose(numbered(4), ImpositionPlan(flip=flip, guide=False)))) as pdf:
        starts = [page.Contents.read_bytes().startswith(b"q -1 0 0 -1") for page in pdf.pages]
    assert starts == [False, turned]


def test_pages_are_made_smaller_only_when_asked() -> None:
    sides = placed(impose(numbered(4), ImpositionPlan(paper="a5", scale=True, guide=False)))
    assert sides[0][0][1][0] == pytest.approx(0.7048, abs=0.001)


def test_the_staircase_of_the_signatures_goes_down_a_step_each() -> None:
    with pikepdf.open(io.BytesIO(impose(numbered(32), ImpositionPlan(sheets=2, guide=False)))) as pdf:
        bars = [re.search(rb"0 g [\d.]+ ([\d.]+) [\d.]+ [\d.]+ re f", page.Contents.read_bytes()) for page in pdf.pages]
    heights = [float(bar[1]) for bar in bars if bar]
    assert len(heights) == 4
    assert heights == sorted(heights, reverse=True)


def test_sewing_stations_have_their_kettles_near_head_and_tail() -> None:
    assert stations(1, 600) == [300]
    places = stations(5, 600)
    assert places[0] == pytest.approx(600 - places[-1])
    assert len(places) == 5


def test_a_stab_binding_widens_the_sheet_at_the_spine() -> None:
    sides = placed(impose(numbered(2), ImpositionPlan(binding="stab", margin=20, guide=False)))
    assert [side[0][1][4] for side in sides] == [pytest.approx(20 * 72 / 25.4, abs=0.01), 0]


def test_the_guide_says_what_lies_where_and_how_to_fold() -> None:
    plan = ImpositionPlan(binding="saddle", grain="long")
    told = "\n".join(guide_lines(6, plan, (148, 210), (296, 210)))
    assert "sheet 1, front:  -  1" in told
    assert "front down" in told
    assert "2 of 8 pages blank" in told
    assert "the folds crack" in grain_hint(plan, (296, 210))
    assert "crack" not in grain_hint(replace(plan, grain="short"), (296, 210))


def test_the_guide_follows_the_sheets_and_keeps_fronts_in_front() -> None:
    with pikepdf.open(io.BytesIO(impose(numbered(40), ImpositionPlan()))) as pdf:
        assert len(pdf.pages) % 2 == 0
        assert b"BINDING GUIDE" in pdf.pages[20].Contents.read_bytes()


def test_the_same_pages_give_the_same_sheets() -> None:
    assert impose(numbered(20), ImpositionPlan()) == impose(numbered(20), ImpositionPlan())


def test_cells_know_their_place_in_the_signature() -> None:
    positions = sorted(
        cell.position for side in layout(32, ImpositionPlan(fold="octavo", sheets=2)) for cell in side.cells
    )
    assert positions == list(range(32))
    assert isinstance(layout(1, ImpositionPlan())[0].cells[0], Cell)
