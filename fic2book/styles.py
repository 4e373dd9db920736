"""Styles: folders of data that say what a book looks like.

A style is a folder with a `style.toml` of tokens, and optionally CSS of its own: `book.css` (both formats), `epub.css` and
`print.css`. `load_style` turns a packaged name or a folder's path into a `Style`; a token that does not exist or has the wrong form is
an error that names the nearest one. Both print engines read the same tokens, so a look needs no CSS at all.
"""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, Final, NamedTuple

from fic2book.data import data_dir
from fic2book.errors import UsageError
from fic2book.hints import did_you_mean
from fic2book.records import dataclass

POINTS: Final = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}
"""Points in one of each absolute unit; "em" is relative to the text size."""

LENGTH: Final = re.compile(r"(?P<amount>\d+(?:\.\d+)?)\s*(?P<unit>pt|mm|cm|in|em)")
COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")


class Length(NamedTuple):
    """A measure as CSS and Typst both write it."""

    amount: float
    unit: str

    def points(self, em: float = 0.0) -> float:
        """The length in points, with `em` points to the em."""
        return self.amount * (em if self.unit == "em" else POINTS[self.unit])

    def __str__(self) -> str:
        return f"{self.amount:g}{self.unit}"


def _length(default: str) -> Any:
    return field(default=parse_length(default), metadata={"kind": "length"})


def _choice(default: str, *others: str) -> Any:
    return field(default=default, metadata={"kind": "choice", "choices": (default, *others)})


def _colour(default: str) -> Any:
    return field(default=default, metadata={"kind": "colour"})


def parse_length(text: str) -> Length:
    """The length that `text` spells, such as ``11pt`` or ``1.2em``; raises ValueError."""
    found = LENGTH.fullmatch(text.strip())
    if not found:
        raise ValueError(f"{text!r} is not a length such as 11pt, 16mm, 0.75in or 1.2em")
    return Length(float(found["amount"]), found["unit"])


@dataclass(frozen=True, slots=True)
class About:
    """What the style is for."""

    title: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class PageTokens:
    """The sheet and the block of text on it."""

    trim: str = "digest"
    top: Length = _length("18mm")
    bottom: Length = _length("20mm")
    inner: Length = _length("17mm")
    outer: Length = _length("15mm")
    gutter: str = "auto"  # a length, or "auto": grows with the number of pages
    measure: Length = _length("36em")  # no line of text is wider; a wider sheet gets wider margins
    mirrored: bool = True


@dataclass(frozen=True, slots=True)
class FontTokens:
    """Families, each packaged or installed; a missing one is replaced and reported."""

    body: str = "EB Garamond"
    display: str = "EB Garamond"
    heads: str = "EB Garamond"
    mono: str = "IBM Plex Mono"


@dataclass(frozen=True, slots=True)
class TextTokens:
    """Running text."""

    size: Length = _length("11pt")
    leading: float = 1.35  # line height, in text sizes
    indent: Length = _length("1.2em")
    gap: Length = _length("0em")  # between paragraphs
    align: str = _choice("justify", "left")
    hyphenate: bool = True
    hyphen_word: int = 6  # shortest word that may be broken, in letters
    hyphen_before: int = 2
    hyphen_after: int = 3
    widows: int = 2
    orphans: int = 2


@dataclass(frozen=True, slots=True)
class ChapterTokens:
    """How a chapter opens."""

    opens: str = _choice("recto", "any", "run-on")
    sink: Length = _length("30mm")  # from the top of the text block to the heading
    align: str = _choice("center", "left", "right")
    size: Length = _length("1.5em")
    weight: int = 400
    case: str = _choice("none", "small-caps", "upper", "italic")
    rule: bool = False  # a thin rule below the heading
    first_line: str = _choice("none", "small-caps", "drop-cap")
    drop_lines: int = 3


@dataclass(frozen=True, slots=True)
class TitleTokens:
    """Title pages, of the book and of each story."""

    size: Length = _length("2.4em")
    weight: int = 400
    case: str = _choice("none", "small-caps", "upper", "italic")
    align: str = _choice("center", "left", "right")
    sink: Length = _length("40mm")


@dataclass(frozen=True, slots=True)
class BreakTokens:
    """Scene breaks: the ornament printed, empty for white space alone."""

    soft: str = ""
    hard: str = "*\N{EM SPACE}*\N{EM SPACE}*"
    space: Length = _length("1em")  # above and below an ornament; white space alone is twice as high


@dataclass(frozen=True, slots=True)
class HeadTokens:
    """Running heads and folios."""

    verso: str = _choice("author", "title", "story", "chapter", "none")
    recto: str = _choice("chapter", "title", "story", "author", "none")
    case: str = _choice("italic", "none", "small-caps", "upper")
    size: Length = _length("0.85em")
    folio: str = _choice("foot-center", "foot-outer", "head-outer")
    rule: bool = False


@dataclass(frozen=True, slots=True)
class FrontTokens:
    """Which pages the book gets besides the stories."""

    half_title: bool = True
    contents: str = _choice("auto", "always", "never")  # auto: when there are at least two entries
    numbering: str = _choice("roman", "arabic")
    opens: str = _choice("recto", "any")
    colophon: bool = True


@dataclass(frozen=True, slots=True)
class PaletteTokens:
    """Colours of print; the electronic book takes none, so that night mode stays readable."""

    ink: str = _colour("#000000")
    muted: str = _colour("#444444")
    accent: str = _colour("#000000")


@dataclass(frozen=True, slots=True)
class Style:
    """One look. `own` holds the style's CSS by file name ("book.css", "epub.css", "print.css"), only those that exist."""

    name: str
    style: About = About()
    page: PageTokens = PageTokens()
    fonts: FontTokens = FontTokens()
    text: TextTokens = TextTokens()
    chapter: ChapterTokens = ChapterTokens()
    title: TitleTokens = TitleTokens()
    breaks: BreakTokens = BreakTokens()
    heads: HeadTokens = HeadTokens()
    front: FrontTokens = FrontTokens()
    palette: PaletteTokens = PaletteTokens()
    own: tuple[tuple[str, str], ...] = ()

    def css(self, name: str) -> str:
        """The style's own stylesheet `name`, empty when it has none."""
        return dict(self.own).get(name, "")


SECTIONS: Final = {
    "style": About,
    "page": PageTokens,
    "fonts": FontTokens,
    "text": TextTokens,
    "chapter": ChapterTokens,
    "title": TitleTokens,
    "breaks": BreakTokens,
    "heads": HeadTokens,
    "front": FrontTokens,
    "palette": PaletteTokens,
}
STYLESHEETS: Final = ("book.css", "epub.css", "print.css")
BASE: Final = "base"


def style_names() -> tuple[str, ...]:
    """Names of the packaged styles, sorted."""
    return tuple(sorted(file.parent.name for file in data_dir("styles").glob("*/style.toml")))


def load_style(name: str) -> Style:
    """The style of that name, or of the folder at that path.

    Raises UsageError when there is none, when a token is unknown (naming the nearest) or has the wrong form.
    """
    folder = _find_folder(name)
    file = folder / "style.toml"
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: the style is not valid TOML: {error}.") from error
    sections = {key: _read_section(file, key, table) for key, table in tables.items()}
    own = tuple((sheet, _read_css(folder / sheet)) for sheet in STYLESHEETS if (folder / sheet).is_file())
    return Style(folder.name, own=own, **sections)


def parse_gutter(style: Style) -> Length | None:
    """The fixed gutter of a style, None when it grows with the page count."""
    return None if style.page.gutter == "auto" else parse_length(style.page.gutter)


def _find_folder(name: str) -> Path:
    packaged = data_dir("styles") / name
    if re.fullmatch(r"[\w-]+", name) and (packaged / "style.toml").is_file():
        return packaged
    folder = Path(name)
    if name and (folder / "style.toml").is_file():
        return folder
    known = style_names()
    raise UsageError(
        f"There is no style {name!r}.{did_you_mean(name, known)} Packaged styles: {', '.join(known)}."
        " A style of your own is a folder that holds a style.toml; give its path."
    )


def _read_css(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: the stylesheet is not UTF-8: {error}.") from error


def _read_section(file: Path, key: str, table: Any) -> Any:
    if key not in SECTIONS:
        raise UsageError(f"{file}: there is no section [{key}].{did_you_mean(key, SECTIONS)}")
    if not isinstance(table, Mapping):
        raise UsageError(f"{file}: {key} must be a section, written [{key}].")
    fields = {item.name.replace("_", "-"): item for item in dataclasses.fields(SECTIONS[key])}
    values = {}
    for token, value in table.items():
        if token not in fields:
            raise UsageError(f"{file}: [{key}] has no token {token!r}.{did_you_mean(token, fields)}")
        try:
            values[fields[token].name] = _read_token(fields[token], value)
        except ValueError as error:
            raise UsageError(f"{file}: [{key}] {token}: {error}.") from error
    return SECTIONS[key](**values)


def _read_token(item: dataclasses.Field[Any], value: Any) -> Any:
    """The token's value in its own type; raises ValueError with a message that fits after a colon."""
    kind = str(item.metadata.get("kind", item.type))
    if kind == "length":
        return parse_length(value if isinstance(value, str) else f"{value} (a length is quoted text)")
    if kind == "float" and type(value) in {int, float}:
        return _within(float(value), 0.8, 4.0)
    if kind == "int" and type(value) is int:
        return int(_within(value, 1, 1000))
    if kind == "bool" and type(value) is bool:
        return value
    if kind in {"int", "bool", "float"} or not isinstance(value, str):
        raise ValueError(f"{value!r} should be {_spell(kind)}")
    return _check_words(item, kind, value)


def _check_words(item: dataclasses.Field[Any], kind: str, value: str) -> str:
    if kind == "choice" and value not in item.metadata["choices"]:
        raise ValueError(f"{value!r} should be one of {', '.join(item.metadata['choices'])}")
    if kind == "colour" and not COLOUR.fullmatch(value):
        raise ValueError(f"{value!r} should be a colour such as #2b4c7e")
    if item.name == "gutter" and value != "auto":
        parse_length(value)
    if not value.isprintable() and kind == "str":
        raise ValueError("control characters are not allowed")
    return value


def _within(value: float, low: float, high: float) -> float:
    if not low <= value <= high:
        raise ValueError(f"{value:g} should lie between {low:g} and {high:g}")
    return value


def _spell(kind: str) -> str:
    return {"int": "a whole number", "bool": "true or false", "float": "a number"}.get(kind, "text in quotes")
