"""`fic2book plan`: what a build would do, and why."""

from __future__ import annotations

from pathlib import Path

import click

from fic2book.commands.collections import collection_options, config_path, output_folder, overriding


@click.command("plan")
@collection_options
@click.option(
    "--all", "everything", is_flag=True, help="List the books that need no work too, and the sources of each."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a book, for programs.")
def command(config: Path, output: str | None, chosen: tuple[str, ...], everything: bool, as_json: bool) -> None:
    """Show which books of CONFIG a build would make, and why. Nothing is built or written."""
    from fic2book.collection.config import load_config
    from fic2book.collection.preview import preview, print_json, print_text

    path = config_path(config)
    books = preview(load_config(path, overriding(chosen)), output_folder(output, path))
    (print_json if as_json else print_text)(books, everything=everything)
