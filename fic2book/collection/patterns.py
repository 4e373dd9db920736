"""Files that match a pattern, walked folder by folder, so that a tree of any size needs the memory of one folder."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from fnmatch import translate
from itertools import islice

from fic2book import places
from fic2book.hints import did_you_mean

SORTED = 200_000
"""Entries of one folder that are put in order; a larger folder is walked in the order in which the storage lists it."""

Skip = Callable[[str], bool]


def matching(root: str, pattern: str, skip: Skip) -> Iterator[tuple[str, str]]:
    """Place of each file that matches, and its path below the pattern's fixed folders, in natural order.

    ``*`` and ``?`` match within a name, ``**`` any folders. Hidden files are matched by patterns that begin with a dot. Folders and
    files for which `skip` is true are passed over.
    """
    pattern = places.local(pattern.replace("\\", "/"))
    apart = places.is_remote(pattern) or os.path.isabs(pattern)  # noqa: PTH117 - places are text
    base = pattern if apart else places.below(root, pattern)
    fixed, rest = _fixed_folders(base)
    if rest:
        yield from _walk(fixed, "", rest, skip)
    elif places.state(base) is not None and not places.is_folder(base):
        yield base, places.name_of(base)


def is_pattern(name: str) -> bool:
    """Whether it may match anything but itself."""
    return _WILD.search(name) is not None


def similar(root: str, pattern: str) -> str:
    """A hint for a pattern that matches nothing: the name most like it where it points to, "" when there is none."""
    base = pattern if places.is_remote(pattern) else places.below(root, pattern)
    folder, name = base[: len(base) - len(places.name_of(base))], places.name_of(base)
    found = [entry for entry, _ in places.entries(folder.rstrip("/") or folder)]
    start = pattern[: len(pattern) - len(name)]
    return did_you_mean(pattern, [start + entry for entry in found]) if name not in found else ""


def natural_order(name: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key that puts “part 2” before “part 10”."""
    pieces = _NUMBERS.split(name.casefold())
    return tuple((0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in pieces)


_NUMBERS = re.compile(r"(\d+)")
_WILD = re.compile(r"[*?\[]")


def _fixed_folders(pattern: str) -> tuple[str, tuple[str, ...]]:
    """The folders of a pattern before its first wildcard, and the rest by parts (empty when there is no wildcard)."""
    parts = pattern.split("/")
    for index, part in enumerate(parts):
        if _WILD.search(part):
            return "/".join(parts[:index]), tuple(parts[index:])
    return pattern, ()


def _walk(folder: str, path: str, parts: tuple[str, ...], skip: Skip) -> Iterator[tuple[str, str]]:
    part, rest = parts[0], parts[1:]
    if part == "**":
        yield from _walk(folder, path, rest or ("*",), skip)
        for place, below, is_folder in _entries(folder, path, "*"):
            if is_folder and not skip(place) and not places.is_link(place):
                yield from _walk(place, below, parts, skip)
        return
    for place, below, is_folder in _entries(folder, path, part):
        if is_folder == bool(rest) and not skip(place):
            if rest:
                yield from _walk(place, below, rest, skip)
            else:
                yield place, below


def _entries(folder: str, path: str, pattern: str) -> Iterator[tuple[str, str, bool]]:
    match = re.compile(translate(pattern)).match
    hidden = pattern.startswith(".")
    found = (
        (name, kind) for name, kind in places.entries(folder) if match(name) and (hidden or not name.startswith("."))
    )
    for name, is_folder in _in_order(found):
        yield places.below(folder, name), f"{path}/{name}" if path else name, is_folder


def _in_order(found: Iterator[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    first = list(islice(found, SORTED))
    if len(first) < SORTED:
        first.sort(key=lambda item: (natural_order(item[0]), item[0]))
    yield from first
    yield from found
