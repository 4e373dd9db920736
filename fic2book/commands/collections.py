"""What the commands on collection files share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from fic2book.collection.config import FILE_NAME
from fic2book.collection.keys import SETTING_KEYS
from fic2book.collection.values import checked
from fic2book.errors import UsageError
from fic2book.hints import nearest


def collection_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The collection file, and the folder of its books."""
    output = click.option(
        "-o",
        "--output",
        default=None,
        metavar="FOLDER",
        help="Folder for the books, or an address as s3://… [default: dist beside CONFIG].",
    )
    chosen = click.option(
        "--set",
        "chosen",
        multiple=True,
        metavar="KEY=VALUE",
        help="A setting for every book, as style=zine; may be given more than once.",
    )
    config = click.argument("config", type=click.Path(path_type=Path), default=Path(FILE_NAME), required=False)
    return config(output(chosen(command)))


def config_path(config: Path) -> Path:
    """The collection file, which a folder may stand for."""
    return config / FILE_NAME if config.is_dir() else config


def output_folder(output: str | None, path: Path) -> str:
    """Where the books of the collection file at `path` go."""
    return output if output is not None else str(path.parent / "dist")


def overriding(chosen: tuple[str, ...]) -> dict[str, Any]:
    """Settings from --set. Raises UsageError with the nearest key or choice there is."""
    values: dict[str, Any] = {}
    for item in chosen:
        name, equals, value = item.partition("=")
        key = SETTING_KEYS.get(name)
        if key is None or not equals:
            raise UsageError(f"--set {item}: write KEY=VALUE with a key of [defaults]. {nearest(name, SETTING_KEYS)}")
        if key.choices and value not in key.choices:
            raise UsageError(f"--set {item}: {value!r} is unknown. {nearest(value, key.choices)}")
        try:
            values[name] = checked(name, _read(value, key.type), Path())
        except UsageError as error:
            raise UsageError(f"--set {item}: {error}") from None
    return values


def _read(value: str, kind: str) -> Any:
    if kind == "strings":
        return [part.strip() for part in value.split(",")]
    if kind == "boolean":
        if value not in {"true", "false"}:
            raise UsageError("write true or false.")
        return value == "true"
    if kind == "number":
        try:
            return float(value)
        except ValueError:
            raise UsageError(f"{value!r} is no number.") from None
    return value
