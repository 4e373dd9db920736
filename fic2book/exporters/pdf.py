"""The PDF exporter: chooses an engine, hands it the bound volume, and reports what it complained about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import Final

from fic2book.errors import UsageError
from fic2book.model import Book, Cover, Notice, OutputFile, Page, Settings
from fic2book.press.volume import bind
from fic2book.styles import Style, load_style

ENGINES: Final = ("auto", "weasyprint", "typst")
CSS_ONLY: Final = frozenset({"pdf/ua-2", "pdf/x-4"})
"""Standards that only WeasyPrint writes."""


def export(book: Book, pages: Sequence[Page], cover: Cover | None, settings: Settings) -> tuple[OutputFile, ...]:
    """One file, ".pdf", with whatever the engine complained about as its notices.

    Raises UsageError for an unknown style, trim, engine or standard and for impossible margins; DependencyError when the engine is
    not installed.
    """
    style = load_style(settings.style)
    engine = choose_engine(settings, style)
    ignored = tuple(_ignored(engine, style))
    if engine == "typst":
        from fic2book.press import typesetter

        try:
            data, notices = typesetter.set_pages(book, bind(book, pages, settings, style), cover, settings, style)
            return (OutputFile(".pdf", data, (*ignored, *notices)),)
        except typesetter.TypesettingError as error:
            if settings.engine != "auto":
                raise
            ignored = (Notice("engine-changed", f"{error} WeasyPrint has set it instead.", severity="info"),)
    from fic2book.press import weasy

    data, notices = weasy.set_pages(book, bind(book, pages, settings, style), cover, settings, style)
    return (OutputFile(".pdf", data, (*ignored, *notices)),)


def choose_engine(settings: Settings, style: Style) -> str:
    """The engine for these settings: the one asked for, else Typst where it is installed and can do all that is wanted.

    Raises UsageError for an unknown engine, and for crop marks, which only WeasyPrint draws, asked of Typst.
    """
    if settings.engine not in ENGINES:
        raise UsageError(f"There is no engine {settings.engine!r}. Known engines: {', '.join(ENGINES)}.")
    if settings.engine == "typst" and settings.crop_marks:
        raise UsageError("Typst draws no crop marks. Use --engine weasyprint.")
    if settings.engine == "typst" and (settings.inks == "cmyk" or settings.profile):
        raise UsageError("Typst prints in colour or grey, without a press's profile. Use --engine weasyprint.")
    if settings.engine != "auto":
        return settings.engine
    needs_css = (
        bool(style.css("print.css") or style.css("book.css"))
        or settings.crop_marks
        or settings.inks == "cmyk"
        or bool(settings.profile)
        or settings.standard in CSS_ONLY
    )
    return "weasyprint" if needs_css or find_spec("typst") is None else "typst"


def _ignored(engine: str, style: Style) -> Iterator[Notice]:
    if engine == "typst" and (style.css("print.css") or style.css("book.css")):
        yield Notice(
            "css-ignored",
            f"Typst reads the tokens of style {style.name!r} but not its CSS; --engine weasyprint does.",
            severity="warning",
        )
