"""Pages onto sheets: draws what `layout` says, with marks for folding, sewing and gathering."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from fic2book.binding.guide import guide_pages
from fic2book.binding.layout import Cell, Side, layout
from fic2book.binding.plan import ImpositionPlan
from fic2book.errors import DependencyError, UsageError
from fic2book.press.geometry import MM, find_trim

if TYPE_CHECKING:
    import pikepdf

SLACK: Final = 0.75
"""Points by which a page may pass the edge of the paper: letter is not quite two half-letters in every program's rounding."""

MARK: Final = 4 * MM
KETTLE: Final = 12 * MM
"""From head and tail to the outermost sewing stations, where the kettle stitch locks the thread."""


def impose(pdf: bytes, plan: ImpositionPlan) -> bytes:
    """The pages of `pdf` on sheets, fronts and backs in turn, ready for a duplex printer; instructions last if the plan wants them.

    The first page sets the size of all. Links, bookmarks and tags stay behind: the result is for printing only. Raises UsageError
    for a file that is no PDF or has no pages, and for paper on which the pages do not fit.
    """
    pikepdf = _pikepdf()
    try:
        source = pikepdf.open(io.BytesIO(pdf))
    except pikepdf.PdfError as error:
        raise UsageError(f"The file to impose is not a PDF that can be read: {error}.") from error
    with source, pikepdf.new() as target:
        if not len(source.pages):
            raise UsageError("The PDF to impose has no pages.")
        width, height = _size(source.pages[0])
        sides = layout(len(source.pages), plan)
        press = _Press(target, source, plan, width, height, sides[0])
        for side in sides:
            press.print_side(side)
        if plan.guide:
            for content in guide_pages(
                len(source.pages), plan, (width / MM, height / MM), (press.paper[0] / MM, press.paper[1] / MM)
            ):
                press.add_page(content, {"/F1": press.font})
        stored = io.BytesIO()
        target.save(stored, deterministic_id=True)
    return stored.getvalue()


def _pikepdf() -> Any:
    try:
        import pikepdf
    except ImportError as error:
        raise DependencyError("Imposition needs pikepdf. Install it: pip install 'fic2book[binding]'.") from error
    return pikepdf


def _size(page: pikepdf.Page) -> tuple[float, float]:
    box = [float(value) for value in page.trimbox]
    return box[2] - box[0], box[3] - box[1]


class _Press:
    """The target file and the geometry all its sides share."""

    def __init__(
        self, target: pikepdf.Pdf, source: pikepdf.Pdf, plan: ImpositionPlan, width: float, height: float, sample: Side
    ) -> None:
        self.target, self.source, self.plan = target, source, plan
        self.forms: dict[int, Any] = {}
        self.binding_margin = plan.margin * MM if plan.binding == "stab" else 0.0
        self.width, self.height = width, height
        need = (sample.columns * width + self.binding_margin, sample.rows * height)
        self.paper = _paper(plan, need)
        self.scale = min(1.0, self.paper[0] / need[0], self.paper[1] / need[1]) if plan.scale else 1.0
        if self.scale == 1.0 and (need[0] > self.paper[0] + SLACK or need[1] > self.paper[1] + SLACK):
            raise UsageError(
                f"Pages of {width / MM:.0f} by {height / MM:.0f} mm need a sheet of {need[0] / MM:.0f} by {need[1] / MM:.0f} mm;"
                f" the paper is {self.paper[0] / MM:.0f} by {self.paper[1] / MM:.0f} mm. Choose larger paper, another fold, or scale."
            )
        used = need[0] * self.scale, need[1] * self.scale
        self.left, self.foot = (self.paper[0] - used[0]) / 2, (self.paper[1] - used[1]) / 2
        import pikepdf

        self.font = target.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        )

    def add_page(
        self, content: bytes, fonts: dict[str, Any], forms: dict[str, Any] | None = None, *, turned: bool = False
    ) -> None:
        """A sheet's side with that content stream; `turned` by half a turn."""
        import pikepdf

        if turned:
            content = b"q -1 0 0 -1 %.3f %.3f cm\n" % self.paper + content + b"\nQ"
        page = pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=[0, 0, *(round(side, 3) for side in self.paper)],
            Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(forms or {}), Font=pikepdf.Dictionary(fonts)),
            Contents=self.target.make_stream(content),
        )
        self.target.pages.append(pikepdf.Page(self.target.make_indirect(page)))

    def print_side(self, side: Side) -> None:
        """All cells of a side, and its marks."""
        content: list[str] = []
        forms: dict[str, Any] = {}
        for cell in side.cells:
            if cell.page is not None:
                name = f"/P{cell.page}"
                forms[name] = self._form(cell.page)
                content.append(f"q {self._matrix(cell, side)} cm {name} Do Q")
        content += self._marks(side)
        self.add_page("\n".join(content).encode(), {}, forms, turned=side.back and self._turn_back())

    def _turn_back(self) -> bool:
        """Whether backs stand on their heads: the layout supposes a turn about the upright axis."""
        upright = "long" if self.paper[1] >= self.paper[0] else "short"
        return self.plan.flip != upright

    def _form(self, number: int) -> Any:
        if number not in self.forms:
            page = self.source.pages[number]
            form = self.target.copy_foreign(page.as_form_xobject())
            form.BBox = [float(value) for value in page.trimbox]  # bleed and crop marks stay outside
            if "/StructParents" in form:
                del form.StructParents
            self.forms[number] = form
        return self.forms[number]

    def _matrix(self, cell: Cell, side: Side) -> str:
        """The cell's transformation: page onto its place, turned where it stands on its head, moved by creep."""
        box = [float(value) for value in self.source.pages[cell.page or 0].trimbox]
        left, foot = self._corner(cell, side)
        shift = cell.creep * self.plan.thickness * MM * (1 if cell.spine_right else -1)
        scale = self.scale
        if cell.upside_down:
            right, top = left + self.width * scale + shift, foot + self.height * scale
            return f"{-scale:.5f} 0 0 {-scale:.5f} {right + box[0] * scale:.3f} {top + box[1] * scale:.3f}"
        return f"{scale:.5f} 0 0 {scale:.5f} {left + shift - box[0] * scale:.3f} {foot - box[1] * scale:.3f}"

    def _corner(self, cell: Cell, side: Side) -> tuple[float, float]:
        """Lower left corner of a cell."""
        margin = self.binding_margin * self.scale if not cell.spine_right else 0.0
        return (
            self.left + margin + cell.column * self.width * self.scale,
            self.foot + (side.rows - 1 - cell.row) * self.height * self.scale,
        )

    # ------------------------------------------------------------ marks

    def _marks(self, side: Side) -> Iterator[str]:
        if self.plan.binding == "stab":
            yield from self._stab_holes(side)
            return
        pages = side.sheets * self.plan.pages_per_sheet
        places = {cell.position: cell for cell in side.cells}
        if self.plan.marks and self.plan.binding == "sewn" and {0, pages - 1} <= places.keys():
            yield from self._order_mark(side, self._edge(places[0], places[pages - 1], side))
        if self.plan.stations and {pages // 2 - 1, pages // 2} <= places.keys():
            yield from self._sewing_marks(self._edge(places[pages // 2 - 1], places[pages // 2], side))
        yield from self._fold_marks(side)

    def _edge(self, one: Cell, other: Cell, side: Side) -> tuple[float, float, bool]:
        """The fold between two neighbours: where it stands, its foot, and whether the pages beside it stand on their heads."""
        left = min((one, other), key=lambda cell: cell.column)
        x, y = self._corner(left, side)
        return x + self.width * self.scale, y, left.upside_down

    def _order_mark(self, side: Side, edge: tuple[float, float, bool]) -> Iterator[str]:
        """A bar on the outside of the fold, a step lower for each signature: gathered rightly, the bars make a staircase."""
        x, foot, turned = edge
        depth = self.height * self.scale
        step = min(6 * MM, (depth - 2 * KETTLE) / 12)
        offset = KETTLE + step * (side.signature % 10)
        y = foot + offset if turned else foot + depth - offset - step
        yield f"0 g {x - 0.5 * MM:.3f} {y:.3f} {1.0 * MM:.3f} {step:.3f} re f"

    def _sewing_marks(self, edge: tuple[float, float, bool]) -> Iterator[str]:
        x, foot, _ = edge
        yield "0.5 G 0.4 w"
        for y in stations(self.plan.stations, self.height * self.scale):
            yield f"{x - 0.8 * MM:.3f} {foot + y:.3f} m {x + 0.8 * MM:.3f} {foot + y:.3f} l S"

    def _fold_marks(self, side: Side) -> Iterator[str]:
        """Short lines at the edges of the sheet where it is folded, outside the pages if there is room."""
        yield "0.5 G 0.3 w [2 2] 0 d"
        width, height = self.width * self.scale, self.height * self.scale
        top = self.foot + side.rows * height
        right = self.left + side.columns * width
        if self.foot >= MARK:
            for column in range(1, side.columns):
                x = self.left + column * width
                yield f"{x:.3f} {self.foot - MARK:.3f} m {x:.3f} {self.foot:.3f} l S {x:.3f} {top:.3f} m {x:.3f} {top + MARK:.3f} l S"
        if self.left >= MARK and side.rows == 2:
            y = self.foot + height
            yield f"{self.left - MARK:.3f} {y:.3f} m {self.left:.3f} {y:.3f} l S {right:.3f} {y:.3f} m {right + MARK:.3f} {y:.3f} l S"
        yield "[] 0 d"

    def _stab_holes(self, side: Side) -> Iterator[str]:
        if not self.plan.stations or side.back:
            return
        cell = side.cells[0]
        x = (
            self.left + self.binding_margin * self.scale * 0.5
            if not cell.spine_right
            else self.paper[0] - self.left - self.binding_margin * self.scale * 0.5
        )
        yield "0.5 G 0.4 w"
        for y in stations(self.plan.stations, self.height * self.scale):
            height = self.foot + y
            yield f"{x - MM:.3f} {height:.3f} m {x + MM:.3f} {height:.3f} l S {x:.3f} {height - MM:.3f} m {x:.3f} {height + MM:.3f} l S"


def stations(count: int, depth: float) -> list[float]:
    """Heights of `count` sewing stations on a spine of `depth`: kettle stitches near head and tail, the rest evenly between."""
    if count == 1:
        return [depth / 2]
    first, last = min(KETTLE, depth / 6), depth - min(KETTLE, depth / 6)
    return [first + (last - first) * number / (count - 1) for number in range(count)]


def _paper(plan: ImpositionPlan, need: tuple[float, float]) -> tuple[float, float]:
    """Width and height of the paper, turned to suit the sheet it has to hold."""
    if not plan.paper:
        return need
    short, long = sorted(find_trim(plan.paper))
    return (long, short) if need[0] > need[1] else (short, long)
