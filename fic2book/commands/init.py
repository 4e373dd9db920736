"""`fic2book init`: a collection file for a folder of stories."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from fic2book.collection.keys import SETTING_KEYS
from fic2book.errors import UsageError

QUESTIONS = (
    # option, what is asked, what Enter answers
    ("style", "Style", "classic"),
    ("formats", "Formats", "epub,pdf"),
    ("notes", "Author's notes: auto, front, chapter, back, popup, omit", "auto"),
    ("device", "E-reader: generic, kindle, kobo, apple", "generic"),
    ("cover", "Cover design", "auto"),
    ("anthology", "Title, if all stories shall be one book", ""),
    ("editor", "Its editor", ""),
)


@click.command("init")
@click.argument(
    "folder", type=click.Path(path_type=Path, file_okay=False), default=Path(), required=False, metavar="[DIR]"
)
@click.option("--anthology", default=None, metavar="TITLE", help="One book of all stories, under this title.")
@click.option("--editor", default=None, help="Who gathered the anthology.")
@click.option("--series", default="", help="Series that the single stories belong to, numbered by their names.")
@click.option("--style", default=None, help="The books' style [default: classic].")
@click.option("--to", "formats", default=None, metavar="FORMATS", help="Formats, by commas [default: epub,pdf].")
@click.option(
    "--notes", type=click.Choice(SETTING_KEYS["notes"].choices), default=None, help="Where author's notes go."
)
@click.option("--device", type=click.Choice(SETTING_KEYS["device"].choices), default=None, help="E-reader.")
@click.option("--cover", default=None, metavar="DESIGN", help="A cover design, auto or none.")
@click.option("--force", is_flag=True, help="Write over the collection file there is.")
def command(folder: Path, force: bool, **answers: Any) -> None:
    """Look for stories in DIR and write a commented fic2book.toml there. On a terminal it asks what no option tells."""
    from fic2book.collection.config import parse_config
    from fic2book.collection.planning import plan
    from fic2book.collection.schema import json_schema
    from fic2book.collection.starting import SCHEMA_NAME, Wishes, collection_text, file_at, scan
    from fic2book.files import write_file

    path = file_at(folder)
    if path.exists() and not force:
        raise UsageError(f"{path} is there already. Edit it, or write it anew with --force.")
    found = scan(folder)
    asking = sys.stdin.isatty() and sys.stdout.isatty()
    wishes = Wishes(**{**answers, **{row[0]: _answer(answers, row, asking=asking) for row in QUESTIONS}})
    text = collection_text(found, wishes)
    books = sum(1 for _ in plan(parse_config(text, path, {})))  # what we write, we can read
    write_file(folder / SCHEMA_NAME, (json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n").encode())
    write_file(path, text.encode())
    stories = len(found.singles) + sum(map(len, found.serials.values()))
    click.echo(
        f"{path}: {books} {'book' if books == 1 else 'books'} of {stories} {'story' if stories == 1 else 'stories'}. Next: fic2book build {path}"
    )


def _answer(answers: dict[str, Any], row: tuple[str, str, str], *, asking: bool) -> Any:
    """What an option tells, else what the user answers, else what Enter would. Raises UsageError for what there is not."""
    name, question, default = row
    given = answers[name]
    if given is None and asking and (name != "editor" or answers["anthology"]):
        given = click.prompt(
            question, default=default, show_default=bool(default), value_proc=lambda text: _value(name, text)
        )
        answers[name] = given
        return given
    try:
        return _value(name, default if given is None else given)
    except click.UsageError as error:
        raise UsageError(error.message) from None


def _value(name: str, text: str) -> Any:
    """An answer as `Wishes` has it. Raises click's UsageError, which a prompt answers by asking again."""
    from fic2book.collection.values import checked

    key = SETTING_KEYS.get(name)
    value: Any = tuple(part.strip() for part in text.split(",") if part.strip()) if name == "formats" else text.strip()
    if key is not None and key.choices and value not in key.choices:
        raise click.UsageError(f"There is no {value!r}. Known: {', '.join(key.choices)}.")
    try:
        checked(name, value, Path())
    except UsageError as error:
        raise click.UsageError(str(error)) from None
    return value
