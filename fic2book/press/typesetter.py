"""Typst sets the volume: one source text, packaged fonts by their folders, a fixed timestamp, no network."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from fic2book.errors import DependencyError, Fic2BookError, UsageError
from fic2book.model import Book, Cover, Notice, Settings
from fic2book.press.cuts import needs_cut
from fic2book.press.faces import Faces, choose_faces
from fic2book.press.geometry import plan_sheet
from fic2book.press.inks import Inks, choose_inks
from fic2book.press.typst_source import typst_source
from fic2book.press.volume import Volume
from fic2book.render.pictures import find_pictures, picture_data
from fic2book.styles import Style

STANDARDS: Final[dict[str, list[Any]]] = {"none": [], "pdf/ua-1": ["ua-1"]} | {
    f"pdf/{name}": [name] for name in ("a-2a", "a-2b", "a-2u", "a-3a", "a-3b", "a-3u")
}
"""What Typst calls each standard."""


class TypesettingError(Fic2BookError):
    """Typst refused the document."""


def set_pages(
    book: Book, volume: Volume, cover: Cover | None, settings: Settings, style: Style
) -> tuple[bytes, tuple[Notice, ...]]:
    """The PDF, and what the engine or the fonts complained about. The same input gives the same bytes.

    Raises UsageError for a standard Typst does not write, TypesettingError when it refuses the document.
    """
    if settings.standard not in STANDARDS:
        raise UsageError(
            f"Typst does not write {settings.standard!r}; it writes {', '.join(STANDARDS)}. Use --engine weasyprint."
        )
    inks = choose_inks(settings)
    style, cover = inks.style(style), inks.cover(cover)
    sheet = plan_sheet(style, settings.trim, volume.words)
    faces = choose_faces(style, volume.text, volume.language)
    source = typst_source(book, volume, style, sheet, faces, cover)
    with tempfile.TemporaryDirectory(prefix="fic2book-") as name:
        folder = Path(name)
        for path, data in _resources(book, cover, inks):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        fonts = _fonts(faces, folder)
        data, complaints = _compile(
            source, folder, fonts, STANDARDS[settings.standard], tagged=settings.standard != "none"
        )
    return data, (*faces.notices, *complaints)


def _resources(book: Book, cover: Cover | None, inks: Inks) -> Iterator[tuple[str, bytes]]:
    if cover:
        yield "cover.jpg", cover.data
    for picture in find_pictures(book).values():
        yield picture.name, inks.picture(picture_data(picture))


def _fonts(faces: Faces, folder: Path) -> Any:
    """The files the book needs, and no others: a folder of the system may hold thousands."""
    cuts = [number for number, file in enumerate(faces.files) if needs_cut(file)]
    if cuts:
        place = folder / "fonts"
        place.mkdir()
        for number in cuts:
            (place / f"{number}.ttf").write_bytes(faces.data(number))
        return _load((*_folders(faces), str(place)))
    return _cached(tuple(_folders(faces)))


def _folders(faces: Faces) -> Iterator[str]:
    yield from dict.fromkeys(str(file.path.parent) for file in faces.files if not needs_cut(file))


def _load(folders: tuple[str, ...]) -> Any:
    try:
        import typst
    except ImportError as error:
        raise DependencyError("Typst is not installed. Install it: pip install 'fic2book[typst]'.") from error
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))


@lru_cache(maxsize=4)
def _cached(folders: tuple[str, ...]) -> Any:
    return _load(folders)


def _compile(
    source: str, folder: Path, fonts: Any, standards: list[Any], *, tagged: bool
) -> tuple[bytes, tuple[Notice, ...]]:
    import typst

    compiler = typst.Compiler(input=source.encode(), root=str(folder), font_paths=fonts)
    try:
        data, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=standards, timestamp=0, pdf_tags=tagged
        )
    except typst.TypstError as error:
        raise TypesettingError(
            f"Typst cannot set this book: {error.message} {' '.join(error.hints)}".strip()
        ) from error
    assert isinstance(data, bytes)  # a list of them is what picture formats give
    return data, tuple(Notice("print-warning", f"Typst: {warning.message}", severity="warning") for warning in warnings)
