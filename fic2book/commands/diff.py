"""`fic2book diff`: two versions of a story, chapter by chapter."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from fic2book.stories.comparing import Change


@click.command("diff")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--text", "show_text", is_flag=True, help="Print the paragraphs that changed.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
def command(old: Path, new: Path, show_text: bool, as_json: bool) -> None:
    """Say what changed from OLD to NEW, chapter by chapter. Each is a story's source, or an EPUB made by fic2book."""
    from fic2book.files import load_source
    from fic2book.stories.comparing import compare, read_version

    changes = compare(read_version(load_source(old)), read_version(load_source(new)))
    if as_json:
        click.echo(json.dumps([_as_data(change) for change in changes], ensure_ascii=False, indent=1))
        return
    for number, change in enumerate(changes, 1):
        click.echo(_line(change, number))
        for line in change.lines if show_text else ():
            click.echo(f"    {line}")
    different = sum(1 for change in changes if change.status != "same" or change.moved or change.renamed)
    click.echo(f"{different} of {len(changes)} chapters differ" if different else "No chapter differs.")


def _line(change: Change, number: int) -> str:
    text = change.new or change.old
    assert text is not None
    parts = [f"{change.status:8}{text.title or f'chapter {number}, without a heading'}"]
    if change.renamed and change.old is not None:
        parts.append(f"was “{change.old.title or 'without a heading'}”")
    if change.moved:
        parts.append("moved")
    if change.added or change.removed:
        parts.append(f"+{change.added:,} −{change.removed:,} words")
    elif change.status == "changed":
        parts.append("the same words in other paragraphs")
    return "; ".join(parts)


def _as_data(change: Change) -> dict[str, Any]:
    return {
        "status": change.status,
        "old": change.old.title if change.old else None,
        "new": change.new.title if change.new else None,
        "moved": change.moved,
        "added": change.added,
        "removed": change.removed,
        "lines": list(change.lines),
    }
