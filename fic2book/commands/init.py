"""`fic2book init`: a collection file for a folder of stories."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from fic2book.errors import UsageError


@click.command("init")
@click.argument(
    "folder", type=click.Path(path_type=Path, file_okay=False), default=Path(), required=False, metavar="[DIR]"
)
@click.option("--anthology", default=None, metavar="TITLE", help="One book of all stories, under this title.")
@click.option("--editor", default="", help="Who gathered the anthology.")
@click.option("--style", default=None, help="The books' style [default: classic].")
@click.option("--to", "formats", default=None, metavar="FORMATS", help="Formats, by commas [default: epub,pdf].")
@click.option("--force", is_flag=True, help="Write over the collection file there is.")
def command(
    folder: Path, anthology: str | None, editor: str, style: str | None, formats: str | None, force: bool
) -> None:
    """Look for stories in DIR and write a commented fic2book.toml there. On a terminal it asks what no option tells."""
    from fic2book.collection.planning import plan
    from fic2book.collection.schema import json_schema
    from fic2book.collection.starting import SCHEMA_NAME, Wishes, collection_text, file_at, scan
    from fic2book.config import parse_config
    from fic2book.files import write_file

    path = file_at(folder)
    if path.exists() and not force:
        raise UsageError(f"{path} is there already. Edit it, or write it anew with --force.")
    found = scan(folder)
    if sys.stdin.isatty() and sys.stdout.isatty():
        style = style if style is not None else click.prompt("Style", default="classic")
        formats = formats if formats is not None else click.prompt("Formats", default="epub,pdf")
        anthology = (
            anthology
            if anthology is not None
            else click.prompt("Title, if all stories shall be one book", default="", show_default=False)
        )
    chosen = tuple(name.strip() for name in (formats or "epub,pdf").split(",") if name.strip())
    text = collection_text(found, Wishes(style or "classic", chosen, anthology or "", editor))
    books = sum(1 for _ in plan(parse_config(text, path, {})))  # what we write, we can read
    write_file(folder / SCHEMA_NAME, (json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n").encode())
    write_file(path, text.encode())
    stories = len(found.singles) + sum(map(len, found.serials.values()))
    click.echo(
        f"{path}: {books} {'book' if books == 1 else 'books'} of {stories} {'story' if stories == 1 else 'stories'}. Next: fic2book build {path}"
    )
