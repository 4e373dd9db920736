"""`fic2book convert`: stories in, books out."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from fic2book.commands.options import book_options, job_metadata, job_settings
from fic2book.errors import UsageError
from fic2book.model import Job, Settings, SourceFile


@click.command("convert")
@click.argument("stories", nargs=-1, required=True, metavar="STORY…")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path(), help="Folder for the books [default: here]."
)
@click.option("--join", is_flag=True, help="One book of all the stories, instead of one each.")
@book_options
def command(stories: tuple[str, ...], output: Path, join: bool, **options: Any) -> int:
    """Turn each STORY (a file, a folder of chapter files, or - for standard input) into an EPUB and a PDF with a cover."""
    from fic2book.report import print_outcome

    settings = job_settings(options)
    jobs = _jobs([_load(name) for name in stories], join, settings, options)
    failed = 0
    for job in jobs:
        outcome = _build_and_write(job, output)
        print_outcome(outcome, output)
        failed = failed or (outcome.error.exit_code if outcome.error else 0)
    return failed


def _build_and_write(job: Job, output: Path) -> Any:
    from fic2book.build import build
    from fic2book.files import write_files

    outcome = build(job)
    write_files(output, outcome.files)
    return outcome


def _load(name: str) -> SourceFile:
    from fic2book.files import load_source

    if name == "-":
        return SourceFile("story", sys.stdin.buffer.read())
    return load_source(Path(name))


def _jobs(sources: list[SourceFile], join: bool, settings: Settings, options: dict[str, Any]) -> list[Job]:
    from fic2book.files import read_bytes, safe_name

    metadata = job_metadata(options)
    art = read_bytes(Path(settings.cover_art)) if settings.cover_art else b""
    if join:
        name = safe_name(metadata.title or _stem(sources[0].name))
        return [Job(name, tuple(sources), settings, metadata, art=art)]
    names = [safe_name(_stem(item.name)) for item in sources]
    for name in names:
        if names.count(name) > 1:
            raise UsageError(f"Two stories would both become “{name}”. Rename one, convert them apart, or --join them.")
    return [Job(name, (item,), replace(settings), metadata, art=art) for name, item in zip(names, sources, strict=True)]


def _stem(name: str) -> str:
    return name.rsplit(".", 1)[0] if "." in name[1:] else name
