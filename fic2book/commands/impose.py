"""`fic2book impose`: a finished PDF, its pages laid out on sheets for folding and binding."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


@click.command("impose")
@click.argument("book", type=click.Path(path_type=Path), metavar="BOOK.pdf")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=None,
    help="The sheets [default: BOOK-sheets.pdf beside it].",
)
@click.option(
    "--binding",
    default="sewn",
    show_default=True,
    help="saddle (stapled booklet), sewn (signatures) or stab (single leaves).",
)
@click.option(
    "--fold",
    default="folio",
    show_default=True,
    help="folio, quarto or octavo: each sheet folded once, twice, three times.",
)
@click.option("--sheets", default=4, show_default=True, help="Sheets in a signature of a sewn book.")
@click.option(
    "--paper",
    default="",
    metavar="SIZE",
    help="Paper to print on: a4, letter, 450x320mm … [default: as large as needed].",
)
@click.option("--scale", is_flag=True, help="Make pages smaller where they do not fit the paper.")
@click.option("--thickness", default=0.1, show_default=True, metavar="MM", help="Of one leaf, for creep.")
@click.option("--creep/--no-creep", default=True, help="Shift inner pages, since inner sheets stick out.")
@click.option(
    "--flip", default="short", show_default=True, help="long or short: the edge your printer turns the sheet over."
)
@click.option(
    "--blanks", default="end", show_default=True, help="end or before-last: where pages are added to fill the sheets."
)
@click.option("--margin", default=12.0, show_default=True, metavar="MM", help="Of a stab binding, at the spine.")
@click.option("--stations", default=5, show_default=True, help="Sewing holes to mark; 0 for none.")
@click.option("--marks/--no-marks", default=True, help="Steps on the spine that show the order of signatures.")
@click.option("--guide/--no-guide", default=True, help="A sheet that says how to print, fold and gather.")
@click.option("--grain", default="", help="long or short: the side the paper's fibres run along.")
@click.option("--right-to-left", is_flag=True, help="The book opens on the right.")
def command(book: Path, output: Path | None, **choices: Any) -> None:
    """Lay the pages of BOOK.pdf out on sheets, so that printing both sides, folding and gathering puts them in order."""
    from fic2book.binding import ImpositionPlan, impose
    from fic2book.files import chosen_path, read_bytes, write_file

    path = chosen_path(output, book.with_name(f"{book.stem}-sheets.pdf"))
    click.echo(write_file(path, impose(read_bytes(book), ImpositionPlan(**choices))))
