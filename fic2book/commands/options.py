"""Options that several commands share, and how they become Settings and Metadata."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import click

from fic2book.errors import UsageError
from fic2book.model import Metadata, Settings

_OPTIONS = (
    click.option(
        "--to", "formats", default="epub,pdf", show_default=True, metavar="FORMATS", help="Formats, by commas."
    ),
    click.option("--style", default="classic", show_default=True, help="A style's name, or the folder of your own."),
    click.option(
        "--device", type=click.Choice(["generic", "kindle", "kobo", "apple"]), default="generic", help="E-reader."
    ),
    click.option(
        "--engine", type=click.Choice(["auto", "weasyprint", "typst"]), default="auto", help="What sets the PDF."
    ),
    click.option(
        "--trim", default="", metavar="SIZE", help="Page size of the PDF: a5, 6x9, letter … [default: the style's]."
    ),
    click.option(
        "--typography",
        type=click.Choice(["smart", "keep"]),
        default="smart",
        help="Set quotes and dashes, or keep them.",
    ),
    click.option(
        "--notes",
        type=click.Choice(["auto", "front", "chapter", "back", "popup", "omit"]),
        default="auto",
        help="Where author's notes go.",
    ),
    click.option(
        "--chrome", type=click.Choice(["omit", "appendix"]), default="omit", help="What becomes of site furniture."
    ),
    click.option(
        "--fonts", type=click.Choice(["none", "embed", "accessible"]), default="none", help="Fonts in the EPUB."
    ),
    click.option("--cover", default="auto", metavar="DESIGN", help="A cover design, auto or none."),
    click.option("--cover-art", default="", metavar="FILE", help="A picture for the cover."),
    click.option("--palette", default="", help="The cover's colours, by name."),
    click.option(
        "--language", default="", metavar="TAG", help="The story's language, as en or pt-BR [default: found]."
    ),
    click.option(
        "--encoding", default="", metavar="NAME", help="The story's encoding, as gb18030 or koi8-r [default: found]."
    ),
    click.option("--date", default="", metavar="DATE", help="Date of the book, ISO 8601 [default: the story's]."),
    click.option("--title", default="", help="Title of the book."),
    click.option("--author", "authors", multiple=True, help="Author; may be given more than once."),
    click.option("--series", default="", help="Series the book belongs to."),
    click.option("--series-index", default="", metavar="N", help="Its number in the series."),
)


def book_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that shape a book, in the order in which --help lists them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def job_settings(options: dict[str, Any]) -> Settings:
    """Settings from the options' values. Raises UsageError for an unknown format."""
    known = {item.name for item in fields(Settings)}
    values = {name: value for name, value in options.items() if name in known}
    values["formats"] = tuple(name.strip().lower() for name in options["formats"].split(",") if name.strip())
    if not values["formats"]:
        raise UsageError("--to names no format. Write, for instance, --to epub,pdf.")
    return Settings(**values)


def job_metadata(options: dict[str, Any]) -> Metadata:
    """Metadata that the user set by hand."""
    known = {item.name for item in fields(Metadata)}
    return Metadata(**{name: value for name, value in options.items() if name in known and value})
