"""Documents set apart become one file: pages, tags, links and bookmarks as if they had been set together."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from fic2book.press.weasy_document import Drawn

if TYPE_CHECKING:
    import pikepdf

POINTS: Final = 0.75
"""To a pixel of CSS."""


def join(parts: Sequence[Drawn], identifier: str) -> bytes:
    """One PDF, its metadata those of the first part. The same parts give the same bytes."""
    import pikepdf

    with pikepdf.open(io.BytesIO(parts[0].data)) as book:
        keys = _tag_count(book)
        for part in parts[1:]:
            with pikepdf.open(io.BytesIO(part.data)) as other:
                book.pages.extend(other.pages)
                if keys:
                    keys = _add_tags(book, other, len(other.pages), keys)
        _write_destinations(book, parts)
        _write_outline(book, parts)
        if identifier:
            book.trailer.ID = pikepdf.Array([pikepdf.String(identifier)] * 2)
        target = io.BytesIO()
        book.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return target.getvalue()


def _tag_count(book: pikepdf.Pdf) -> int:
    return len(book.Root.StructTreeRoot.ParentTree.Nums) // 2 if "/StructTreeRoot" in book.Root else 0


def _add_tags(book: pikepdf.Pdf, other: pikepdf.Pdf, pages: int, keys: int) -> int:
    """Hangs the tags of `other`, whose pages are already in the book, below the book's own; the number of keys used so far."""
    import pikepdf

    root = book.copy_foreign(other.Root.StructTreeRoot)
    document = book.Root.StructTreeRoot.K[0]
    for kid in root.K[0].K:
        kid.P = document
        document.K.append(kid)
    numbers = root.ParentTree.Nums
    for place in range(0, len(numbers), 2):
        book.Root.StructTreeRoot.ParentTree.Nums.append(keys + int(numbers[place]))
        book.Root.StructTreeRoot.ParentTree.Nums.append(numbers[place + 1])
    for page in list(book.pages)[-pages:]:
        page.obj.StructParents = keys + int(page.obj.StructParents)
        for annotation in page.obj.get("/Annots", pikepdf.Array()):
            if "/StructParent" in annotation:
                annotation.StructParent = keys + int(annotation.StructParent)
    return keys + len(numbers) // 2


def _write_destinations(book: pikepdf.Pdf, parts: Sequence[Drawn]) -> None:
    """The place of each id, anew, since a part only guessed at those in other parts; of two the first counts, as in any document."""
    import pikepdf

    places: dict[str, Any] = {}
    first = 0
    for part in parts:
        for name, (number, left, top) in part.anchors.items():
            at = (left * POINTS, (part.heights[number] - top) * POINTS)
            places.setdefault(name, [book.pages[first + number].obj, pikepdf.Name.XYZ, *at, 0])
        first += len(part.heights)
    names = pikepdf.Array()
    for name in sorted(places):
        names.append(pikepdf.String(name))
        names.append(pikepdf.Array(places[name]))
    book.Root.Names = pikepdf.Dictionary(Dests=pikepdf.Dictionary(Names=names))


def _write_outline(book: pikepdf.Pdf, parts: Sequence[Drawn]) -> None:
    """The bookmarks of all parts as one tree; a story goes on over any number of them."""
    from pikepdf import OutlineItem

    heights = [height for part in parts for height in part.heights]
    pages = [marks for part in parts for marks in part.bookmarks]
    with book.open_outline() as outline:
        outline.root.clear()
        above: list[tuple[int, Any]] = []
        for number, (height, marks) in enumerate(zip(heights, pages, strict=True)):
            for level, label, (left, top) in marks:
                item = OutlineItem(label, number, "XYZ", left=left * POINTS, top=(height - top) * POINTS, zoom=0)
                while above and above[-1][0] >= level:
                    above.pop()
                (above[-1][1].children if above else outline.root).append(item)
                above.append((level, item))
