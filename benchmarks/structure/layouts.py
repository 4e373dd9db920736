"""Units become the bytes of a file: plain text in the layouts people use, web pages as sites and editors write them."""

from __future__ import annotations

import re
from dataclasses import replace

from benchmarks.structure import plain, web
from benchmarks.structure.chance import Chance
from benchmarks.structure.model import Layout, Unit

WIDTHS = {"dev": [65, 70, 72, 78], "held": [66, 68, 74, 76, 80]}
INDENTS = {
    "dev": ["\N{NO-BREAK SPACE}" * 4, " " * 5, "\t"],
    "held": ["\N{NO-BREAK SPACE}" * 2, " " * 3, "\N{EM SPACE}"],
}


def choose(media: str, split: str, language: str, chance: Chance) -> Layout:
    """A layout for the site's medium."""
    quotes = "curly" if language == "en" and chance.happens(0.4) else "straight"
    common = Layout(
        media,
        quotes=quotes,
        emphasis=chance.deal("emphasis", ["*", "_", "*", "_", "/", ""]),
        centred=chance.happens(0.4),
        heading=chance.deal("html-heading", ["h2", "h3", "b", "center"]),
        rule=chance.deal("html-rule", ["hr", "text", "center"]),
    )
    if media in {"p", "div", "lj", "ao3"}:
        encoding = (
            "utf-8"
            if media == "ao3" or language == "ru"
            else chance.deal("html-encoding", ["utf-8", "utf-8", "cp1252"])
        )
        return replace(common, encoding=encoding)
    names = ["blank", "blank", "single", "wrapped", "double", "indented", "wrapped-indented"]
    name = "wrapped" if media == "wrapped" else chance.deal("layout", names)
    encodings = {"ru": ["utf-8", "utf-8", "cp1251", "utf-16"]}.get(
        language, ["utf-8"] * 5 + ["utf-8-sig", "cp1252", "cp1252", "utf-16", "mojibake"]
    )
    return replace(
        common,
        name=name,
        width=chance.pick(WIDTHS[split]) if "wrapped" in name else 0,
        indent=chance.pick(INDENTS[split]) if "indented" in name else "",
        between={"single": 0, "double": 2, "wrapped-indented": 0, "indented": chance.pick([0, 1])}.get(name, 1),
        encoding=chance.deal(f"encoding-{language == 'ru'}", encodings),
        newline=chance.pick(["\n", "\n", "\r\n"]),
        pause=chance.pick([3, 4, 5]),
        glued=name == "blank" and language == "en" and chance.happens(0.25),
    )


def write(made: list[Unit], layout: Layout, title: str, language: str) -> bytes:
    """The file."""
    polished = [polish(unit, layout) for unit in made]
    if layout.name in {"p", "div", "lj", "ao3"}:
        return encode(web.page(polished, layout, title, language), layout)
    return encode(plain.text(polished, layout).replace("\n", layout.newline), layout)


def polish(unit: Unit, layout: Layout) -> Unit:
    """The unit with its quotation marks as the document has them."""
    if layout.quotes == "straight" or unit.role in {"break", "rule", "signature"}:
        return unit
    return replace(unit, lines=tuple(curl(line) for line in unit.lines))


def curl(line: str) -> str:
    """Typographic quotation marks for English."""
    line = re.sub(r'(^|[\s(\[*—-])"', "\\1\N{LEFT DOUBLE QUOTATION MARK}", line).replace(
        '"', "\N{RIGHT DOUBLE QUOTATION MARK}"
    )
    line = re.sub(r"(^|[\s(\[\N{LEFT DOUBLE QUOTATION MARK}])'", "\\1\N{LEFT SINGLE QUOTATION MARK}", line)
    return line.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}").replace("...", "\N{HORIZONTAL ELLIPSIS}")


def encode(content: str, layout: Layout) -> bytes:
    """The text in its encoding; UTF-8 where the encoding has no such character."""
    if layout.encoding == "mojibake":
        return "".join(misread(byte) for byte in content.encode()).encode()
    try:
        return content.encode(layout.encoding)
    except UnicodeEncodeError:
        return content.encode()


def misread(byte: int) -> str:
    """A byte of UTF-8 taken for Windows-1252, as sloppily as programs do it."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)
