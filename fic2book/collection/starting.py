"""A first collection file for a folder of stories: what is there decides its tables, comments tell the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fic2book.collection.patterns import natural_order
from fic2book.config import FILE_NAME
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
    """What the user chose: a style, formats, and the title of one book of all stories ("" for a book each)."""

    style: str = "classic"
    formats: tuple[str, ...] = ("epub", "pdf")
    anthology: str = ""
    editor: str = ""


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
    defaults = ["[defaults]", f"style = {_text(wishes.style)}", f"formats = {_texts(wishes.formats)}", *_DEFAULTS]
    books = _anthology(found, wishes) if wishes.anthology else [*_serials(found), *_singles(found)]
    return "\n".join([f"#:schema ./{SCHEMA_NAME}", *_HEAD, *defaults, *books]) + "\n"


def _anthology(found: Found, wishes: Wishes) -> list[str]:
    names = sorted((*found.singles, *(name for group in found.serials.values() for name in group)), key=natural_order)
    return [
        "",
        "[[books]]                       # one book of all stories, in this order",
        f"title = {_text(wishes.anthology)}",
        f"editor = {_text(wishes.editor)}" if wishes.editor else '# editor = "…"',
        '# foreword = "foreword.txt"',
        *_sources(names),
        *_STORY,
    ]


def _serials(found: Found) -> Iterator[str]:
    for stem, names in found.serials.items():
        yield from ("", f"[[books]]                       # one story in {len(names)} files")
        yield f"name = {_text(stem.rsplit('/', 1)[-1].strip(' ._-'))}"
        yield from _sources(names)


def _singles(found: Found) -> list[str]:
    if not found.singles:
        return []
    header = f"[[books]]                       # one book for each of {len(found.singles)} stories"
    return ["", header, f"each = {_texts(_patterns(found))}", *_EACH]


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
_DEFAULTS = (
    '# device = "kobo"              # generic, kindle, kobo, apple',
    '# notes = "back"               # author\'s notes: auto, front, chapter, back, popup, omit',
    '# cover = "auto"               # a design\'s name, auto or none',
    '# publisher = "…"',
)
_STORY = (
    "",
    "# [[books.stories]]             # what is particular to one story",
    '# source = "first.txt"',
    '# introduction = "about-first.txt"',
    '# author = "…"',
)
_EACH = ('# series = "…"                 # makes them a series, numbered in the order of their names',)


def file_at(folder: Path) -> Path:
    """Where the collection file of a folder is."""
    return folder / FILE_NAME
