"""The documents tell the truth: every command is in the README and has help, every link leads somewhere."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from fic2book.cli import COMMANDS, group

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "benchmarks").rglob("*.md")])


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_in_the_readme_and_every_option_of_it_has_help(name: str) -> None:
    assert f"fic2book {name}" in (ROOT / "README.md").read_text(encoding="utf-8")
    command: click.Command = import_module(f"fic2book.commands.{name}").command
    assert command.name == name
    assert command.help
    assert [option.name for option in command.params if isinstance(option, click.Option) and not option.help] == []


def test_the_list_of_commands_is_shown_without_loading_any() -> None:
    shown = CliRunner().invoke(group, ["--help"])
    assert shown.exit_code == 0
    for name, meaning in COMMANDS.items():
        assert name in shown.output
        assert meaning.split()[0] in shown.output


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_local_link_leads_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []
