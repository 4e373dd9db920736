"""`fic2book covers`: a contact sheet of every design for one story."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("covers")
@click.argument("story", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=None,
    help="The picture [default: STORY-covers.jpg here].",
)
@click.option("--title", default="", help="Title on the covers [default: the story's].")
@click.option("--author", "authors", multiple=True, help="Author; may be given more than once.")
@click.option("--palette", default="", help="Colours, by name [default: from the fandom].")
@click.option(
    "--cover-art", type=click.Path(path_type=Path), default=None, help="A picture for the designs that take one."
)
def command(
    story: Path, output: Path | None, title: str, authors: tuple[str, ...], palette: str, cover_art: Path | None
) -> None:
    """Draw every cover design for STORY on one sheet, each with its name; use one with convert --cover NAME."""
    from fic2book.assembler import assemble
    from fic2book.build import cover_request, prepare
    from fic2book.covers import contact_sheet
    from fic2book.files import chosen_path, load_source, read_bytes, write_file
    from fic2book.model import Job, Metadata, Settings

    item = load_source(story)
    metadata = Metadata(title=title, authors=authors)
    art = read_bytes(cover_art) if cover_art else b""
    job = Job(story.stem, (item,), Settings(palette=palette), metadata, art=art)
    book = assemble([prepare(item, job.settings)], job)
    path = chosen_path(output, Path(f"{story.stem}-covers.jpg"))
    click.echo(write_file(path, contact_sheet(cover_request(book, job))))
