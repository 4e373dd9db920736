"""One stylesheet for the book: shared structure, the style's tokens, the style's own rules.

Only tokens that leave the reader in charge are taken over: never the size, colour, leading or alignment of running text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from fic2book.data import data_dir
from fic2book.styles import Style

CASES: Final = {
    "none": "",
    "small-caps": "font-variant: small-caps;",
    "upper": "text-transform: uppercase;",
    "italic": "font-style: italic;",
}

HEADINGS: Final = ", ".join(f".chapter > h{level}, hgroup > h{level}" for level in range(1, 7))


def stylesheet(style: Style, fonts: Iterable[str] = ()) -> str:
    """The whole CSS of an EPUB in `style`, later rules winning over earlier ones; `fonts` are the rules of embedded fonts."""
    own = (style.css("book.css"), style.css("epub.css"))
    return "\n".join(
        ('@charset "utf-8";', _base("book.css"), _base("epub.css"), *_token_rules(style), *fonts, *filter(None, own))
    )


@cache
def _base(name: str) -> str:
    return (data_dir("styles") / "base" / name).read_text(encoding="utf-8")


def _token_rules(style: Style) -> Iterator[str]:
    text, chapter, title = style.text, style.chapter, style.title
    yield f"p {{ text-indent: {text.indent}; margin: 0 0 {text.gap}; }}"
    yield f"{HEADINGS}, hgroup {{ text-align: {chapter.align}; }}"
    yield f"{HEADINGS} {{ font-weight: {chapter.weight}; {CASES[chapter.case]} }}"
    yield f".title, .story-title {{ text-align: {title.align}; }}"
    yield f"h1.title {{ font-weight: {title.weight}; {CASES[title.case]} }}"
    for strength, ornament in (("soft", style.breaks.soft), ("hard", style.breaks.hard)):
        if ornament:
            yield from _ornament(strength, ornament)


def _ornament(strength: str, ornament: str) -> Iterator[str]:
    """The style's ornament. The second `content`, with an empty text for voices, counts where it is understood."""
    quoted = ornament.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    yield f"hr.{strength} {{ border: 0; width: auto; }}"
    yield f'hr.{strength}::before {{ content: "{quoted}"; content: "{quoted}" / ""; }}'
