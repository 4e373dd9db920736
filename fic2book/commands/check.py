"""`fic2book check`: what reading systems would trip over in an EPUB."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("check")
@click.argument("books", nargs=-1, required=True, metavar="BOOK.epub…", type=click.Path(path_type=Path))
@click.option("--device", default="generic", help="The e-reader to check for: generic, kindle, kobo, apple.")
@click.option("--epubcheck/--no-epubcheck", default=True, help="Ask EPUBCheck too, where Java and it are installed.")
def command(books: tuple[Path, ...], device: str, epubcheck: bool) -> int:
    """Check each BOOK.epub for what e-readers are known to trip over, and explain every finding.

    The exit code is 1 when there is an error.
    """
    from fic2book.files import read_bytes
    from fic2book.linter import check

    faults = 0
    for path in books:
        remarks = check(read_bytes(path), device=device, name=path.name, validate=epubcheck)
        faults += sum(1 for remark in remarks if remark.severity == "error")
        click.echo(f"{path}: {'no fault found' if not remarks else 'see below'}")
        for remark in remarks:
            click.echo(f"  {remark}")
    return 1 if faults else 0
