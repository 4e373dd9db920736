"""`fic2book explain`: each decision about a story, with its evidence."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click


@click.command("explain")
@click.argument("story", metavar="STORY")
@click.option("--json", "form", flag_value="json", help="Print JSON, for programs.")
@click.option("--sidecar", "form", flag_value="sidecar", help="Print a sidecar file, ready to edit.")
@click.option("--review", is_flag=True, help="Only what is in doubt.")
@click.option(
    "--suggest-breaks",
    is_flag=True,
    help="List places where a scene break may have been lost (about 6 in 10 are right).",
)
@click.option(
    "--above",
    type=click.FloatRange(0, 1),
    default=0.4,
    show_default=True,
    metavar="SCORE",
    help="Suggest breaks from this score on, 0–1.",
)
@click.option("--typography", type=click.Choice(["smart", "keep"]), default="smart", help="As for convert.")
@click.option("--language", default="", metavar="TAG", help="The story's language [default: found].")
@click.option("--encoding", default="", metavar="NAME", help="The story's encoding [default: found].")
def command(story: str, form: str | None, review: bool, suggest_breaks: bool, above: float, **options: Any) -> None:
    """Print what each passage of STORY (a file, or -) was taken for, how surely, and why."""
    from fic2book.build import prepare
    from fic2book.explanation import rows, suggestions
    from fic2book.files import load_source
    from fic2book.model import Settings, SourceFile

    item = SourceFile("story", sys.stdin.buffer.read()) if story == "-" else load_source(Path(story))
    cleaned = prepare(item, Settings(**options))
    suggested = suggestions(cleaned, above) if suggest_breaks else ()
    shown = rows(cleaned, suggested, doubtful=review)
    if form == "json":
        from fic2book.explanation.data import as_data

        click.echo(json.dumps(as_data(cleaned, shown), ensure_ascii=False, indent=2))
    elif form == "sidecar":
        from fic2book.explanation.sidecar import as_sidecar

        click.echo(as_sidecar(cleaned, shown), nl=False)
    else:
        from fic2book.explanation.text import as_text

        click.echo(as_text(cleaned, shown), nl=False)
    if suggest_breaks and not suggested:
        click.echo(_nothing_suggested(cleaned.metadata.language, above), err=True)


def _nothing_suggested(language: str, above: float) -> str:
    if language and not language.startswith("en"):
        return f"No scene break is suggested: only English stories are looked through, and this one is in “{language}”."
    return (
        f"No place looks like a lost scene break from a score of {above:g} on; a lower --above lists less likely ones."
    )
