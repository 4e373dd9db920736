"""What a book's bytes depend on besides its files, by name: the program and its libraries, fonts, a style's files, what the collection says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from fic2book import __version__
from fic2book.collection.planning import PlannedBook
from fic2book.fonts import font_files
from fic2book.model import Metadata

LIBRARIES = (
    "beautifulsoup4 chardet ebooklib fonttools ftfy lxml mammoth markdown-it-py pikepdf pillow pypdf pyphen tinycss2 typst uharfbuzz weasyprint"
).split()
ORDER = "the order of its stories"


def program_components() -> dict[str, str]:
    """Versions of the program and of the libraries that shape its output."""
    found = {"fic2book": __version__, "fic2book's code": program_digest()}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ""
    return found


def fonts_digest() -> str:
    """Digest of the names and sizes of all fonts there are."""
    return _digest_of(font_files())


@cache
def program_digest() -> str:
    """Digest of the program's own code and cover designs: what makes books, so that a patched program builds them anew."""
    from fic2book.data import data_dir

    package = Path(__file__).resolve().parent.parent
    files = [*package.rglob("*.py"), *data_dir("covers").glob("*.toml")]
    aside = (package / "collection", package / "commands", package / "executors", package / "linter")
    return _files_digest([path for path in files if not any(path.is_relative_to(folder) for folder in aside)])


def style_digest(name: str) -> str:
    """Digest of all files of a style and of the base style it rests on."""
    return _files_digest(style_files(name))


def style_files(name: str) -> list[Path]:
    """All files of a style, and of the base style it rests on."""
    from fic2book.data import data_dir

    own = Path(name) if "/" in name or "\\" in name else data_dir("styles") / name
    folders = (data_dir("styles") / "base", own)
    return [path for folder in folders if folder.is_dir() for path in folder.rglob("*") if path.is_file()]


def metadata_components(book: PlannedBook) -> dict[str, str]:
    """What the collection file says about a book and its stories, by key; what it does not say is left out."""
    stories = [book.key(story.place) for story in book.stories]
    made = {"join =": "true" if book.join else "false", ORDER: _digest_of(stories)[:16]}
    made.update({f"{name} =": value for name, value in _said(book.metadata)})
    for key, story in zip(stories, book.stories, strict=True):
        made.update({f"{name} of {key} =": value for name, value in _said(story.metadata)})
    return made


def _said(metadata: Metadata) -> Iterator[tuple[str, str]]:
    if metadata == Metadata():
        return
    for name, value in asdict(metadata).items():
        if value:
            yield {"authors": "author", "division": "part"}.get(name, name), as_text(value)


def _files_digest(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(files):
        data = path.read_bytes()
        digest.update(f"{path.name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def _digest_of(value: object) -> str:
    return hashlib.sha256(repr(value).encode("utf-8", "surrogateescape")).hexdigest()


def as_text(value: object) -> str:
    """A setting or what the collection says, as a reason prints it."""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
