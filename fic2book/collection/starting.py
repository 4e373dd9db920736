"""A first collection file for a folder of stories: what is there decides its tables, comments tell the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fic2book.collection.config import FILE_NAME
from fic2book.collection.patterns import natural_order
from fic2book.errors import SourceError
from fic2book.files import SIDECAR

SUFFIXES = frozenset(".txt .text .html .htm .xhtml .mht .mhtml .md .markdown .rtf .docx .odt .epub".split())
SCHEMA_NAME = ".fic2book.schema.json"
"""The schema is written beside the collection file, so that editors complete and check keys without a network."""

_PART = re.compile(
    r"[\s._-]*(?:part|pt|chapter|chap|ch|teil|kapitel|partie|chapitre|parte|cap[ií]tulo|часть|глава)?[\s._-]*\d+(?:[\s._-]*(?:of|von|de)?[\s._-]*\d+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user chose for all books, and the title of one book of all stories ("" for a book each)."""

    style: str = "classic"
    formats: tuple[str, ...] = ("epub", "pdf")
    notes: str = "auto"
    device: str = "generic"
    cover: str = "auto"
    anthology: str = ""
    editor: str = ""
    series: str = ""  # of the books of one story each


@dataclass(frozen=True, slots=True)
class Found:
    """What a folder holds, as paths relative to it: files of one serial together, and stories of one file."""

    serials: dict[str, tuple[str, ...]]
    singles: tuple[str, ...]


def scan(folder: Path, hidden: tuple[str, ...] = ("dist",)) -> Found:
    """The stories below a folder. Raises SourceError when there are none."""
    paths = [
        path.relative_to(folder)
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES and path.is_file() and not path.name.endswith(SIDECAR)
    ]
    names = sorted(
        (path.as_posix() for path in paths if not any(part.startswith(".") or part in hidden for part in path.parts)),
        key=natural_order,
    )
    if not names:
        raise SourceError(
            f"{folder} holds no stories ({', '.join(sorted(SUFFIXES))}). Put some there, then: fic2book init {folder}"
        )
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(_stem_without_part(name), []).append(name)
    serials = {stem: tuple(group) for stem, group in groups.items() if len(group) > 1 and stem}
    inside = {name for group in serials.values() for name in group}
    return Found(serials, tuple(name for name in names if name not in inside))


def _stem_without_part(name: str) -> str:
    """The name without its part: winter/lamps-part2.txt → winter/lamps. A name that is all number belongs to its folder; "" for what is no part."""
    folder, _, file = name.rpartition("/")
    stem = file.rpartition(".")[0]
    bare = _PART.sub("", stem)
    if bare == stem:
        return ""
    return f"{folder}/{bare}".strip("/") if bare else folder


def collection_text(found: Found, wishes: Wishes) -> str:
    """The text of the collection file."""
    books = _anthology(found, wishes) if wishes.anthology else [*_serials(found), *_singles(found, wishes)]
    return "\n".join([f"#:schema ./{SCHEMA_NAME}", *_HEAD, *_defaults(wishes), *books]) + "\n"


def _defaults(wishes: Wishes) -> Iterator[str]:
    yield from ("[defaults]", f"style = {_text(wishes.style)}", f"formats = {_texts(wishes.formats)}")
    usual, settings = Wishes(), ("device", "notes", "cover")
    for (name, example), meaning in zip(_EXAMPLES.items(), _MEANINGS, strict=True):
        chosen = getattr(wishes, name) if name in settings else ""
        if chosen and chosen != getattr(usual, name):
            yield f"{name} = {_text(chosen)}".ljust(32) + f"# {meaning}"
        else:
            yield f"# {name} = {_text(example)}".ljust(32) + f"# {meaning}"


def _anthology(found: Found, wishes: Wishes) -> list[str]:
    names = sorted((*found.singles, *(name for group in found.serials.values() for name in group)), key=natural_order)
    return [
        "",
        "[[books]]                       # one book of all stories, in this order",
        f"title = {_text(wishes.anthology)}",
        f"editor = {_text(wishes.editor)}" if wishes.editor else '# editor = "…"',
        '# foreword = "foreword.txt"'.ljust(32) + "# a file that opens the book",
        *_sources(names),
        "",
        "# [[books.stories]]".ljust(32) + "# what is particular to one story",
        f"# source = {_text(names[0])}",
        '# part = "Part One"'.ljust(32) + "# a part of the anthology begins with it",
        '# introduction = "about-first.txt"'.ljust(32) + " # a file, printed before the story",
        '# author = "…"',
    ]


def _serials(found: Found) -> Iterator[str]:
    for stem, names in found.serials.items():
        yield from ("", f"[[books]]                       # one story in {len(names)} files")
        yield f"name = {_text(stem.rsplit('/', 1)[-1].strip(' ._-'))}"
        yield from _sources(names)


def _singles(found: Found, wishes: Wishes) -> list[str]:
    if not found.singles:
        return []
    header = f"[[books]]                       # one book for each of {len(found.singles)} stories"
    series = f"series = {_text(wishes.series or 'My Series')}"
    return [
        "",
        header,
        f"each = {_texts(_patterns(found))}",
        (series if wishes.series else f"# {series}").ljust(32) + "# a series, numbered in the order of their names",
        ("series_index = 1" if wishes.series else "# series_index = 1").ljust(32) + "# from here on",
        *_each_story(found.singles[0]),
    ]


def _each_story(example: str) -> Iterator[str]:
    yield from ("", "# [[books.stories]]".ljust(32) + "# what is particular to one story")
    yield from (f"# source = {_text(example)}", '# title = "…"', '# author = "…"')


def _sources(names: Iterable[str]) -> list[str]:
    return ["sources = [", *(f"    {_text(name)}," for name in names), "]"]


def _patterns(found: Found) -> tuple[str, ...]:
    """A pattern a folder and suffix where no file of a serial matches it, else the names."""
    taken = {_pattern(name) for group in found.serials.values() for name in group}
    return tuple(dict.fromkeys(name if _pattern(name) in taken else _pattern(name) for name in found.singles))


def _pattern(name: str) -> str:
    folder, slash, file = name.rpartition("/")
    return f"{folder}{slash}*.{file.rpartition('.')[2]}"


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)  # a JSON string is a TOML string


def _texts(values: tuple[str, ...]) -> str:
    return "[" + ", ".join(map(_text, values)) + "]"


_HEAD = (
    "# Which books to make of which stories. Build what has changed:  fic2book build",
    "# See what would be built, and why:                               fic2book plan",
    "# Paths are relative to this file; * matches within a name, ** any folders.",
    "",
)
_EXAMPLES = {"device": "kobo", "notes": "back", "cover": "classic", "publisher": "…"}
_MEANINGS = (
    "generic, kindle, kobo, apple",
    "author's notes: auto, front, chapter, back, popup, omit",
    "a design's name (see them: fic2book covers STORY), auto or none",
    "who publishes them",
)


def file_at(folder: Path) -> Path:
    """Where the collection file of a folder is."""
    return folder / FILE_NAME
