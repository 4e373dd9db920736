"""`fic2book check`: what reading systems would trip over in an EPUB."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click


@click.command("check")
@click.argument("books", nargs=-1, required=True, metavar="BOOK.epub…")
@click.option(
    "--device",
    type=click.Choice(["generic", "kindle", "kobo", "apple"]),
    default="generic",
    show_default=True,
    help="The reading system it is for.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@click.option("--no-epubcheck", "own_only", is_flag=True, help="Leave EPUBCheck out, which needs seconds.")
def command(books: tuple[str, ...], device: str, as_json: bool, own_only: bool) -> int:
    """Explain what is wrong with each BOOK.epub, worst first; the exit code is 1 when a reader would trip over one of them."""
    from fic2book.files import load_source
    from fic2book.linter import check

    found = {}
    for book in books:
        item = load_source(Path(book))
        found[book] = check(item.data, device=device, name=item.name, validate=not own_only)
    if as_json:
        told = {book: [asdict(remark) for remark in remarks] for book, remarks in found.items()}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for book, remarks in found.items():
            click.echo(f"{book}: {_counted(len(remarks))}")
            for remark in remarks:
                click.echo(f"  {remark}")
    return int(any(remark.severity != "info" for remarks in found.values() for remark in remarks))


def _counted(remarks: int) -> str:
    return {0: "nothing to complain of", 1: "1 remark"}.get(remarks, f"{remarks} remarks")
