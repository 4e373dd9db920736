"""The PDF exporter: chooses an engine, hands it the bound volume, and reports what it complained about."""

from __future__ import annotations

from collections.abc import Sequence

from fic2book.errors import UsageError
from fic2book.model import Book, Cover, OutputFile, Page, Settings
from fic2book.press.volume import bind
from fic2book.styles import Style, load_style

ENGINES = ("auto", "weasyprint", "typst")


def export(book: Book, pages: Sequence[Page], cover: Cover | None, settings: Settings) -> tuple[OutputFile, ...]:
    """One file, ".pdf", with whatever the engine complained about as its notices.

    Raises UsageError for an unknown style, trim, engine or standard and for impossible margins; DependencyError when the engine is
    not installed.
    """
    style = load_style(settings.style)
    engine = choose_engine(settings.engine, style)
    volume = bind(book, pages, settings, style)
    if engine == "typst":
        from fic2book.press.typesetter import set_pages
    else:
        from fic2book.press.weasy import set_pages
    data, notices = set_pages(book, volume, cover, settings, style)
    return (OutputFile(".pdf", data, notices),)


def choose_engine(engine: str, style: Style) -> str:
    """The engine that sets `style`. Raises UsageError for an unknown one."""
    if engine not in ENGINES:
        raise UsageError(f"There is no engine {engine!r}. Known engines: {', '.join(ENGINES)}.")
    return "weasyprint" if engine == "auto" else engine
