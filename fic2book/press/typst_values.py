"""Typst literals: every word travels inside a string, where only the backslash and the quotation mark mean anything."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

ENDLESS: Final = re.compile(r"[^\s/-]{30,}")
"""A word that no line may be able to hold."""

ENDLESS_OR_NOT: Final = re.compile(r"[^\s/-]{30,}|.+?(?=[^\s/-]{30,}|$)", re.DOTALL)
SLICE: Final = re.compile(r".{1,6}", re.DOTALL)


def string(text: str) -> str:
    """`text` as a Typst string literal."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def words(text: str) -> str:
    """`text` as an expression for running text: a word no line can hold may break every few letters.

    An empty box is a place to break that leaves no character behind, as a zero-width space would.
    """
    if not ENDLESS.search(text):
        return string(text)
    pieces = (SLICE.findall(run) if ENDLESS.fullmatch(run) else [run] for run in ENDLESS_OR_NOT.findall(text))
    return "{" + ";".join(";box();".join(map(string, slices)) for slices in pieces) + "}"


def joined(pieces: Iterable[str]) -> str:
    """Expressions as one, in a code block that joins them; a single one stands for itself."""
    listed = [piece for piece in pieces if piece]
    return listed[0] if len(listed) == 1 else "{" + ";".join(listed) + "}" if listed else "[]"


def array(items: Iterable[str]) -> str:
    """A Typst array of expressions."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


def points(value: float) -> str:
    """A length."""
    return f"{value:.3f}pt"


def flag(value: bool) -> str:
    """A truth value."""
    return "true" if value else "false"


def date(modified: str) -> str:
    """The day of an ISO 8601 instant, none when there is none."""
    found = re.match(r"(\d{4})-(\d{2})-(\d{2})", modified)
    return f"datetime(year: {int(found[1])}, month: {int(found[2])}, day: {int(found[3])})" if found else "none"


def split_language(tag: str) -> tuple[str, str]:
    """A BCP 47 tag as Typst takes it: language and region, each empty where it is not of two or three letters."""
    pieces = tag.split("-")
    language = pieces[0].lower() if re.fullmatch(r"[A-Za-z]{2,3}", pieces[0]) else "und"
    region = next((piece.lower() for piece in pieces[1:] if re.fullmatch(r"[A-Za-z]{2}", piece)), "")
    return language, region
