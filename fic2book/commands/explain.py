"""`fic2book explain`: each decision about a story, with its evidence."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click


@click.command("explain")
@click.argument("story", metavar="STORY")
@click.option("--json", "form", flag_value="json", help="Print JSON, for programs.")
@click.option("--sidecar", "form", flag_value="sidecar", help="Print a sidecar file, ready to edit.")
@click.option(
    "--suggest-breaks",
    is_flag=True,
    help="List places where a scene break may have been lost (about 6 in 10 are right).",
)
@click.option(
    "--above", default=0.4, show_default=True, metavar="SCORE", help="Suggest breaks from this score on, 0–1."
)
@click.option("--typography", type=click.Choice(["smart", "keep"]), default="smart", help="As for convert.")
@click.option("--language", default="", metavar="TAG", help="The story's language [default: found].")
@click.option("--encoding", default="", metavar="NAME", help="The story's encoding [default: found].")
def command(
    story: str, form: str | None, suggest_breaks: bool, above: float, typography: str, language: str, encoding: str
) -> None:
    """Print what each passage of STORY (a file, or -) was taken for, how surely, and why."""
    from fic2book import explanation
    from fic2book.build import prepare
    from fic2book.files import load_source
    from fic2book.model import Settings, SourceFile

    item = SourceFile("story", sys.stdin.buffer.read()) if story == "-" else load_source(Path(story))
    cleaned = prepare(item, Settings(typography=typography, language=language, encoding=encoding))
    suggestions = explanation.suggestions(cleaned, above) if suggest_breaks else ()
    if form == "json":
        click.echo(json.dumps(explanation.as_data(cleaned, suggestions), ensure_ascii=False, indent=2))
    elif form == "sidecar":
        click.echo(explanation.as_sidecar(cleaned, suggestions), nl=False)
    else:
        click.echo(explanation.as_text(cleaned, suggestions), nl=False)
