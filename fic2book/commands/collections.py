"""What the commands on collection files share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from fic2book.config import FILE_NAME


def collection_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The collection file, and the folder of its books."""
    output = click.option(
        "-o",
        "--output",
        default=None,
        metavar="FOLDER",
        help="Folder for the books, or an address as s3://… [default: dist beside CONFIG].",
    )
    config = click.argument("config", type=click.Path(path_type=Path), default=Path(FILE_NAME), required=False)
    return config(output(command))


def config_path(config: Path) -> Path:
    """The collection file, which a folder may stand for."""
    return config / FILE_NAME if config.is_dir() else config


def output_folder(output: str | None, path: Path) -> str:
    """Where the books of the collection file at `path` go."""
    return output if output is not None else str(path.parent / "dist")
