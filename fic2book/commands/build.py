"""`fic2book build`: every book of a collection file."""

from __future__ import annotations

from pathlib import Path

import click

from fic2book.config import FILE_NAME


@click.command("build")
@click.argument("config", type=click.Path(path_type=Path), default=Path(FILE_NAME), required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=None,
    help="Folder for the books [default: dist beside CONFIG].",
)
@click.option("-j", "--jobs", type=click.IntRange(min=0), default=0, help="Processes [default: one a core].")
@click.option("--force", is_flag=True, help="Build everything, changed or not.")
def command(config: Path, output: Path | None, jobs: int, force: bool) -> int:
    """Build the books of CONFIG (fic2book.toml) that have changed, on all cores."""
    from fic2book.collection.driver import build_collection
    from fic2book.collection.progress import follow
    from fic2book.config import load_config

    path = config / FILE_NAME if config.is_dir() else config
    folder = output if output is not None else path.parent / "dist"
    run = build_collection(load_config(path), folder, "serial" if jobs == 1 else "processes", jobs, force=force)
    return follow(run, folder)
