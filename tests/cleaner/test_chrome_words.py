"""The lines of sites, as data: each is written as it is compared, stands once, and is found where it is printed."""

from __future__ import annotations

import re

import pytest

from fic2book.cleaner.detectors.chrome_lines import read_furniture
from fic2book.cleaner.detectors.chrome_words import LINES

WRITTEN = [" ".join(line.split()) for lines in LINES.values() for line in re.split(r"[|\n]", lines) if line.strip()]


def printed(line: str) -> list[str]:
    """What a site may print where `line` stands in the data: a number for each sign, more words where it is open."""
    text = line.replace("#", "7")
    before, after = ("Sarn" if line.startswith("…") else ""), ("sarn" if line.endswith("…") else "")
    return [f"{before}{space}{text.strip('…')}{space}{after}".strip() for space in (" ", "")]


@pytest.mark.parametrize(
    "line", ["She went home", "The lamp was out", "Nobody", "He published nothing", "the harbour archive of lamps"]
)
def test_what_people_say_is_no_line_of_a_site(line: str):
    assert read_furniture(line) == ("", "")


def test_no_line_stands_twice():
    assert sorted({line for line in WRITTEN if WRITTEN.count(line) > 1}) == []


def test_a_line_is_open_at_its_ends_only():
    assert [line for line in WRITTEN if "…" in line.strip("…")] == []


def test_every_line_is_found_where_it_is_printed():
    """One word that ends as a sentence does is never furniture by itself, whoever prints it."""
    unread = [line for line in WRITTEN if not any(read_furniture(text)[0] for text in printed(line))]
    assert [line for line in unread if " " in line or line[-1] not in ".!?"] == []
