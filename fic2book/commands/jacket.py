"""`fic2book jacket`: back, spine and front of a story's book on one sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


@click.command("jacket")
@click.argument("story", type=click.Path(path_type=Path))
@click.option(
    "--pages",
    type=click.IntRange(min=1),
    required=True,
    help="Pages of the book block; the spine's width follows from it.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=None, help="The PDF [default: STORY-jacket.pdf here]."
)
@click.option(
    "--trim", default="a5", show_default=True, metavar="SIZE", help="Page size of the book: a5, 6x9, 120x190mm …"
)
@click.option("--thickness", default=0.1, show_default=True, metavar="MM", help="Of one leaf.")
@click.option("--boards", default=0.5, show_default=True, metavar="MM", help="Added to the spine for boards or cover.")
@click.option(
    "--overhang", default=0.0, show_default=True, metavar="MM", help="By which boards stand out beyond the pages."
)
@click.option(
    "--flaps", default=0.0, show_default=True, metavar="MM", help="Width of the flaps; 0 for a paperback cover."
)
@click.option("--bleed", default=3.0, show_default=True, metavar="MM", help="Colour beyond the cut.")
@click.option("--marks/--no-marks", default=True, help="Crop marks.")
@click.option("--blurb", default="", help="Words for the back [default: the story's summary].")
@click.option("--right-to-left", is_flag=True, help="The book opens on the right.")
@click.option("--title", default="", help="Title [default: the story's].")
@click.option("--author", "authors", multiple=True, help="Author; may be given more than once.")
@click.option("--cover", default="auto", metavar="DESIGN", help="A cover design.")
@click.option("--palette", default="", help="Colours, by name.")
@click.option("--cover-art", type=click.Path(path_type=Path), default=None, help="A picture for the front.")
def command(
    story: Path,
    output: Path | None,
    *,
    title: str,
    authors: tuple[str, ...],
    cover: str,
    palette: str,
    cover_art: Path | None,
    blurb: str,
    **measures: Any,
) -> None:
    """Draw the jacket of STORY's book to the millimetre: back, spine and front, with the cover's own design."""
    from fic2book.assembler import assemble
    from fic2book.binding import JacketPlan, jacket
    from fic2book.build import cover_request, prepare
    from fic2book.files import chosen_path, load_source, read_bytes, write_file
    from fic2book.model import Job, Metadata, Settings

    art = read_bytes(cover_art) if cover_art else b""
    job = Job(
        story.stem,
        (load_source(story),),
        Settings(cover=cover, palette=palette),
        Metadata(title=title, authors=authors),
        art=art,
    )
    book = assemble([prepare(job.sources[0], job.settings)], job)
    plan = JacketPlan(blurb=blurb or book.metadata.summary, **measures)
    path = chosen_path(output, Path(f"{story.stem}-jacket.pdf"))
    click.echo(write_file(path, jacket(cover_request(book, job), plan)))
