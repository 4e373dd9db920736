"""The command line: a table of commands, each loaded only when it is called, and one place where errors become exit codes."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from io import TextIOWrapper

import click

from fic2book import __version__
from fic2book.errors import Fic2BookError, OutputError
from fic2book.hints import did_you_mean

COMMANDS: dict[str, str] = {
    "convert": "Turn stories into books.",
    "init": "Write a collection file for a folder of stories.",
    "build": "Build the books of a collection file that have changed.",
    "plan": "Show what a build would make, and why.",
    "diff": "Compare two versions of a story, chapter by chapter.",
    "explain": "Show each decision about a story, with its evidence.",
    "check": "Check EPUBs for what e-readers trip over.",
    "covers": "Draw every cover design for a story on one sheet.",
    "impose": "Lay the pages of a PDF out on sheets for folding.",
    "jacket": "Draw back, spine and front of a book on one sheet.",
}
"""Command and what it does; the command itself is `fic2book.commands.<name>.command`."""


class CommandTable(click.Group):
    """A group that knows its commands by name and imports one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the table, which is the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        if cmd_name not in COMMANDS:
            hint = did_you_mean(cmd_name, COMMANDS) or f" Known commands: {', '.join(COMMANDS)}."
            ctx.fail(f"No command “{cmd_name}”.{hint}")
        command: click.Command = import_module(f"fic2book.commands.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the table, so that --help imports nothing."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=CommandTable, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="fic2book")
def group() -> None:
    """Turn stories into books: nothing lost, every decision shown, each yours to overrule."""


def main() -> None:
    """Run the command line. Our errors print one paragraph and return their exit code; a fault never prints a traceback."""
    gc.set_threshold(
        100_000, 20, 100
    )  # a command makes many small things and throws few away: searching them is 4 % of a short story
    for stream in (sys.stdout, sys.stderr):  # a name or a word that the terminal cannot show is spelled out
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        sys.exit(group.main(standalone_mode=False) or 0)
    except Fic2BookError as error:
        _fail(str(error), error.exit_code)
    except click.exceptions.Abort:
        _fail("Stopped; files finished before are whole, no other was written.", 130)
    except click.ClickException as error:
        _fail(error.format_message(), error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has left, as `| head` does
        sys.exit(141)
    except OSError as error:
        _fail(f"{error.filename or 'The system'}: {error.strerror or error}.", OutputError.exit_code)
    finally:
        gc.freeze()  # the process ends here: searching what it leaves for cycles is a twelfth of a short story


def _fail(message: str, code: int) -> None:
    click.echo(f"fic2book: {message}", err=True)
    sys.exit(code)
