"""Reads the words of a tagged PDF back in reading order, to hold them against the book they were set from.

The order is that of the structure tree, which is what a screen reader follows; running heads, folios and leaders are artifacts and
stand outside it. Codes become characters through each font's ToUnicode map, so ligatures and small capitals come back as typed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

HYPHENS = "-\N{HYPHEN}\N{SOFT HYPHEN}\N{NON-BREAKING HYPHEN}"
SKIPPED = frozenset({"TOC", "TOCI", "Artifact"})
"""Structure that repeats the book's words: tables of contents."""

Codes = dict[int, str]


@dataclass
class Piece:
    """Text with one marked-content number on one line: where the line stands, and what it says."""

    lines: list[tuple[float, str]] = field(default_factory=list)

    def add(self, height: float, text: str) -> None:
        if self.lines and abs(self.lines[-1][0] - height) < 0.5:
            self.lines[-1] = (height, self.lines[-1][1] + text)
        else:
            self.lines.append((height, text))


def pdf_text(data: bytes) -> str:
    """The text of the structure tree, one line of the page a line; without the table of contents."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {page.obj.objgen: _marked_text(page) for page in pdf.pages}
        root = pdf.Root.StructTreeRoot
        pieces = list(_walk(root.get("/K"), None, pages))
    lines: list[tuple[Any, str]] = []
    for page, piece in pieces:
        for height, text in piece.lines:
            place = (page, round(height))
            if lines and lines[-1][0] == place:
                lines[-1] = (place, lines[-1][1] + text)
            else:
                lines.append((place, text))
    return "\n".join(text for _, text in lines)


def pdf_words(data: bytes) -> list[str]:
    """The words in reading order, hyphenation undone, case folded (a heading may be set in capitals)."""
    return words_of(re.sub(rf"[{HYPHENS}]\n", "", pdf_text(data)))


def words_of(text: str) -> list[str]:
    """The words of a text as `pdf_words` gives them: no hyphens, since a break may hide one, and no case."""
    return re.sub(f"[{HYPHENS}]", "", text).casefold().split()


def letters_of(text: str) -> str:
    """A text without blanks and hyphens: what has to be equal even where a drop capital parts a word."""
    return "".join(words_of(text))


def _walk(node: Any, page: Any, pages: dict[Any, dict[int, Piece]]) -> Iterator[tuple[Any, Piece]]:
    if node is None:
        return
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _walk(child, page, pages)
    elif isinstance(node, pikepdf.Dictionary):
        page = node.Pg.objgen if "/Pg" in node else page
        if node.get("/Type") == "/MCR":
            yield from _walk(int(node.MCID), page, pages)
        elif (
            node.get("/Type") != "/OBJR"
            and str(node.get("/S", "")).removeprefix("/") not in SKIPPED
            and node.get("/T") != "contents"
        ):
            yield from _walk(node.get("/K"), page, pages)
    else:
        piece = pages.get(page, {}).get(int(node))
        if piece:
            yield page, piece


def _marked_text(page: Any) -> dict[int, Piece]:
    """Text by marked-content number on one page."""
    found: dict[int, Piece] = {}
    for number, height, text in _drawn(page):
        if number >= 0:
            found.setdefault(number, Piece()).add(height, text)
    return found


def _drawn(page: Any) -> Iterator[tuple[int, float, str]]:  # noqa: C901 - one case an operator
    """Every text in drawing order: its marked-content number (-1 for an artifact), its height, its characters."""
    fonts = {name: _codes(font) for name, font in page.resources.get("/Font", {}).items()}
    marks: list[tuple[int | None, str | None]] = []  # (number, replacement text)
    matrix: Any = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    text_matrix: Any = matrix
    stack: list[Any] = []
    codes: Codes = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = instruction.operands, instruction.operator
        match str(operator):
            case "q":
                stack.append((matrix, codes))
            case "Q":
                matrix, codes = stack.pop()
            case "cm":
                matrix = _times(tuple(map(float, operands)), matrix)
            case "BT":
                text_matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
            case "Tm":
                text_matrix = tuple(map(float, operands))
            case "Td" | "TD":
                text_matrix = _times((1.0, 0.0, 0.0, 1.0, float(operands[0]), float(operands[1])), text_matrix)
            case "Tf":
                codes = fonts[str(operands[0])]
            case "BMC" | "BDC":
                marks.append(_mark(operands, page))
                if marks[-1][1]:
                    yield _number(marks), _times(text_matrix, matrix)[5], marks[-1][1] or ""
            case "EMC":
                marks.pop()
            case "Tj" | "TJ":
                if all(replacement is None for _, replacement in marks):
                    strings = operands[0] if str(operator) == "TJ" else operands
                    text = "".join(_decode(bytes(item), codes) for item in strings if isinstance(item, pikepdf.String))
                    yield _number(marks), _times(text_matrix, matrix)[5], text


def _number(marks: list[tuple[int | None, str | None]]) -> int:
    return next((number for number, _ in reversed(marks) if number is not None), -1)


def _mark(operands: Any, page: Any) -> tuple[int | None, str | None]:
    properties = operands[1] if len(operands) > 1 else {}
    if isinstance(properties, pikepdf.Name):
        properties = page.resources.Properties[str(properties)]
    number = int(properties["/MCID"]) if "/MCID" in properties else None
    return number, str(properties["/ActualText"]) if "/ActualText" in properties else None


def _times(a: Any, b: Any) -> Any:
    return (
        a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5],
    )  # fmt: skip


def _decode(data: bytes, codes: Codes) -> str:
    if -1 in codes:  # one byte a code
        return "".join(codes.get(byte, "\N{REPLACEMENT CHARACTER}") for byte in data)
    return "".join(
        codes.get(int.from_bytes(data[i : i + 2], "big"), "\N{REPLACEMENT CHARACTER}") for i in range(0, len(data), 2)
    )


def _codes(font: Any) -> Codes:
    """Characters by code, from the font's ToUnicode map."""
    codes: Codes = {} if font.get("/Subtype") == "/Type0" else {-1: ""}
    if "/ToUnicode" not in font:
        return codes
    text = font.ToUnicode.read_bytes().decode("latin-1")
    for section in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, characters in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>", section):
            codes[int(code, 16)] = _utf16(characters)
    for section in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, last, characters in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", section):
            start = _utf16(characters)
            for code in range(int(first, 16), int(last, 16) + 1):
                codes[code] = start[:-1] + chr(ord(start[-1]) + code - int(first, 16))
    return codes


def _utf16(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be", "replace")


def page_lines(page: Any) -> list[tuple[float, str]]:
    """All lines drawn on one page from top to bottom, running heads and folios too."""
    heights: dict[int, list[tuple[float, str]]] = {}
    for place, height, text in _drawn(page):
        heights.setdefault(round(height), []).append((place, text))
    return [
        (float(height), "".join(text for _, text in pieces).strip())
        for height, pieces in sorted(heights.items(), reverse=True)
    ]
