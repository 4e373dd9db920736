"""Finds font files by family: packaged ones first, so that a book looks the same everywhere, then those of the system.

Packaged fonts come from PyPI under the Open Font License: the ``fontpkg-*`` distributions (one family each), ``manimgx-fonts`` (Noto
Sans for many scripts, and emoji in one colour) and, by the extra ``cjk``, ``manimgx-fonts-cjk``. Nothing is imported from them; their
folders are looked into. Fonts are not opened before a text asks for characters beyond ASCII.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from fic2book.glyphs import read_coverage
from fic2book.model import Notice
from fic2book.records import dataclass

WEIGHTS: Final = {
    "Thin": 100, "ExtraLight": 200, "Light": 300, "Regular": 400, "Book": 400, "Medium": 500, "SemiBold": 600, "Bold": 700,
    "ExtraBold": 800, "Black": 900,
}  # fmt: skip
"""Weight of a static cut by the last part of its file name."""

SERIF_FALLBACKS: Final = ("EB Garamond", "Noto Serif", "Frank Ruhl Libre", "Amiri")
SANS_FALLBACKS: Final = ("Noto Sans", "Noto Sans Hebrew", "Noto Sans Arabic")
OTHER_FALLBACKS: Final = (
    "Noto Serif", "Noto Sans", "Frank Ruhl Libre", "Amiri", "Noto Sans Hebrew", "Noto Sans Arabic", "Noto Sans Armenian",
    "Noto Sans Georgian", "Noto Sans Devanagari", "Noto Sans Bengali", "Noto Sans Gujarati", "Noto Sans Gurmukhi", "Noto Sans Kannada",
    "Noto Sans Malayalam", "Noto Sans Oriya", "Noto Sans Sinhala", "Noto Sans Tamil", "Noto Sans Telugu", "Noto Sans Thai",
    "Noto Sans Lao", "Noto Sans Khmer", "Noto Sans Myanmar", "Noto Sans Ethiopic", "Noto Serif CJK", "Noto Sans CJK", "Noto Emoji",
    "Noto Sans Symbols",
)  # fmt: skip
SYSTEM_SERIFS: Final = ("Liberation Serif", "DejaVu Serif", "Times New Roman", "Georgia")
SYSTEM_SANS: Final = ("Liberation Sans", "DejaVu Sans", "Arial", "Helvetica")
SYSTEM_OTHERS: Final = ("DejaVu Sans", "Arial Unicode", "WenQuanYi Micro Hei", "IPAGothic", "Unifont")
"""Families that are asked in turn for a character which the chosen family lacks, those that every machine can have first; those not
installed are passed over."""

SANS_FAMILIES: Final = frozenset(
    {"Jost", "Oswald", "Space Mono", "Josefin Sans", "Work Sans", "Noto Sans", "Bebas Neue", "Atkinson Hyperlegible"}
)

IGNORABLE: Final = frozenset(
    "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
    "\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}\t\n\r"
)
"""Characters that need no glyph."""

CJK_LANGUAGES: Final = {
    "ja": 0,
    "ko": 1,
    "zh": 2,
    "zh-hans": 2,
    "zh-cn": 2,
    "zh-sg": 2,
    "zh-hant": 3,
    "zh-tw": 3,
    "zh-hk": 4,
    "zh-mo": 4,
}
"""Place of a language's forms in the Noto CJK collections."""

FONTS_EXTRA: Final = "pip install 'fic2book[fonts]'"
CJK_EXTRA: Final = "pip install 'fic2book[cjk]' (or, on Debian, apt install fonts-noto-cjk)"
CJK: Final = "Chinese, Japanese and Korean"

SCRIPTS: Final = (
    # first and last character, name, what gives them
    (0x0000, 0x024F, "Latin", FONTS_EXTRA),
    (0x0370, 0x03FF, "Greek", FONTS_EXTRA),
    (0x0400, 0x052F, "Cyrillic", FONTS_EXTRA),
    (0x0590, 0x05FF, "Hebrew", FONTS_EXTRA),
    (0x0600, 0x06FF, "Arabic", FONTS_EXTRA),
    (0x1100, 0x11FF, CJK, CJK_EXTRA),
    (0x2000, 0x2BFF, "typographic", FONTS_EXTRA),
    (0x2E80, 0x9FFF, CJK, CJK_EXTRA),
    (0xAC00, 0xD7AF, CJK, CJK_EXTRA),
    (0xF900, 0xFAFF, CJK, CJK_EXTRA),
    (0xFE30, 0xFFEF, CJK, CJK_EXTRA),
    (0x1F000, 0x1FAFF, "emoji", FONTS_EXTRA),
    (0x20000, 0x3FFFF, CJK, "a system font with rare characters (on Debian: apt install fonts-hanazono)"),
)

ANY_SCRIPT: Final = "a system font that has them; the Noto fonts have most (on Debian: apt install fonts-noto)"


@dataclass(frozen=True, slots=True)
class FontFile:
    """One file to draw with. `axes` are the tags of a variable font's axes, empty for a static cut, whose `weight` is then its own."""

    family: str
    path: Path
    index: int = 0  # within a collection
    weight: int = 400
    italic: bool = False
    axes: tuple[str, ...] = ()


@cache
def find_font(family: str, weight: int = 400, italic: bool = False, language: str = "") -> FontFile | None:
    """The file of `family` that is nearest to `weight` (100–900), in the slope asked for if there is one; None if not installed.

    A variable font is reported with the weight asked for: set its ``wght`` axis. `language` (BCP 47) chooses the forms within a Chinese,
    Japanese and Korean collection.
    """
    files = _packaged_files(family) or _system_files(family)
    if not files:
        return None
    ranked = sorted(
        files, key=lambda file: (file.italic != italic, 0 if file.axes else abs(file.weight - weight), file.path.name)
    )
    best = ranked[0]
    return FontFile(
        family,
        best.path,
        _collection_index(best.path, language),
        weight if best.axes else best.weight,
        best.italic,
        best.axes,
    )


def fonts_for(text: str, preferred: Sequence[str] = (), language: str = "") -> tuple[str, ...]:
    """Installed families, `preferred` first, that together have every character of `text`, in the order to try them.

    Only families that are needed appear; characters no family has are not complained of: see `missing_characters`.
    """
    characters = [character for character in sorted(set(text)) if character not in IGNORABLE]
    families: list[str] = []
    for family in _candidates(preferred):
        file = find_font(family, language=language)
        if file is None:
            continue
        if text.isascii():
            return (family,)
        coverage = read_coverage(file.path, file.index)
        rest = [character for character in characters if not coverage.has(character)]
        if len(rest) < len(characters):
            families.append(family)
            characters = rest
        if not characters:
            break
    return tuple(families)


def missing_characters(text: str, families: Iterable[str]) -> str:
    """The characters of `text`, each once and in code-point order, that none of `families` can draw."""
    missing = [character for character in sorted(set(text)) if character not in IGNORABLE]
    for family in families:
        file = find_font(family) if missing else None
        if file is not None:
            coverage = read_coverage(file.path, file.index)
            missing = [character for character in missing if not coverage.has(character)]
    return "".join(missing)


def missing_notice(missing: str, where: str) -> Notice | None:
    """A notice that names the scripts of the `missing` characters and what to install; None when nothing is missing."""
    if not missing:
        return None
    named = dict(map(_script, missing))
    sample = " ".join(missing[:8])
    return Notice(
        "no-font",
        f"No installed font has these {' and '.join(named)} characters, so they are left out of {where}: {sample}. "
        f"To have them: {'; '.join(dict.fromkeys(named.values()))}.",
        where=sample,
        severity="warning",
    )


def _script(character: str) -> tuple[str, str]:
    code = ord(character)
    for first, last, name, remedy in SCRIPTS:
        if first <= code <= last:
            return name, remedy
    return unicodedata.name(character, "private-use").split()[0].capitalize(), ANY_SCRIPT


def _candidates(preferred: Sequence[str]) -> tuple[str, ...]:
    sans = bool(preferred) and preferred[0] in SANS_FAMILIES
    kindred, system = (SANS_FALLBACKS, SYSTEM_SANS) if sans else (SERIF_FALLBACKS, SYSTEM_SERIFS)
    return tuple(dict.fromkeys((*preferred, *kindred, *OTHER_FALLBACKS, *system, *SYSTEM_OTHERS)))


def _collection_index(path: Path, language: str) -> int:
    if path.suffix != ".ttc" or "CJK" not in path.name:
        return 0
    tag = language.lower()
    return CJK_LANGUAGES.get(tag, CJK_LANGUAGES.get(tag.split("-")[0], 2))


# ---------------------------------------------------------------- where files are


def font_files() -> tuple[tuple[str, int], ...]:
    """Name and size of every font file there is, packaged ones and the system's; another set may draw another book."""
    paths = {path for folder in _packages() for path in _walk(folder)}
    return tuple(sorted((path.name, path.stat().st_size) for path in (*paths, *_system_fonts()) if path.is_file()))


def _packages() -> Iterator[Path]:
    for place in dict.fromkeys(sys.path):
        for pattern in ("fontpkg_*", "manimgx_fonts*"):
            yield from Path(place).glob(pattern)


@cache
def _packaged_files(family: str) -> tuple[FontFile, ...]:
    slug = "_".join(family.lower().split())
    if not slug.isidentifier():
        return ()
    for package, folder in ((f"fontpkg_{slug}", "files"), ("manimgx_fonts", ""), ("manimgx_fonts_cjk", "")):
        spec = find_spec(package)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            files = _files_of(family, sorted((Path(place) / folder).iterdir()))
            if files:
                return files
    return ()


@cache
def _system_files(family: str) -> tuple[FontFile, ...]:
    return _files_of(family, _system_fonts())


@cache
def _system_fonts() -> tuple[Path, ...]:
    return tuple(sorted(path for folder in _system_folders() for path in _walk(folder)))


def _walk(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place) / name for name in names if name.lower().endswith((".ttf", ".otf", ".ttc")))


def _system_folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "darwin":
        return (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    if sys.platform == "win32":
        return (Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",)
    return (home / ".local/share/fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))


def _files_of(family: str, paths: Iterable[Path]) -> tuple[FontFile, ...]:
    """Files named for the family, its cut and its axes: ``Family[wght].ttf``, ``Family-BoldItalic.otf``, ``FamilyCJK-VF.otf.ttc``."""
    compact = family.replace(" ", "") or "?"
    parsed = (
        (path, path.name[len(compact) :].split(".")[0])
        for path in paths
        if path.name.lower().startswith(compact.lower())
    )
    return tuple(file for path, rest in parsed if (file := _parse_cut(family, path, rest)))


def _parse_cut(family: str, path: Path, rest: str) -> FontFile | None:
    cut, _, axes = rest.partition("[")
    cut, variable = cut.removeprefix("-"), bool(axes) or cut == "-VF"
    weight = WEIGHTS.get(cut.removesuffix("Italic").removesuffix("VF") or "Regular")
    if weight is None or (rest and rest[0] not in "-["):
        return None
    tags = tuple(axes.rstrip("]").split(",")) if axes else ("wght",)
    return FontFile(family, path, 0, weight, cut.endswith("Italic"), tags if variable else ())
