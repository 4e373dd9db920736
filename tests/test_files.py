"""Names that every system and e-reader takes, and files that are read whatever they are called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fic2book.errors import SourceError
from fic2book.files import MAX_NAME, chosen_path, load_source, safe_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Lamp", "The-Lamp"),
        ("", "book"),
        (" . - ", "book"),
        ("...", "book"),
        ("CON", "CON-book"),
        ("aux.notes", "aux.notes-book"),
        ("com\N{SUPERSCRIPT ONE}", "com\N{SUPERSCRIPT ONE}-book"),
        ("LPT9.tar.gz", "LPT9.tar.gz-book"),
        ("console", "console"),
        ("trailing dots. . .", "trailing-dots"),
        (".hidden", "hidden"),
        ('a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j"),
        ("line\nbreak\tand\x9btab", "line-break-and-tab"),
        ("rtl\N{RIGHT-TO-LEFT OVERRIDE}cod.exe", "rtlcod.exe"),
        ("zero\N{ZERO WIDTH SPACE}width\N{ZERO WIDTH NO-BREAK SPACE}", "zerowidth"),
        ("e\N{COMBINING ACUTE ACCENT}", "\N{LATIN SMALL LETTER E WITH ACUTE}"),
        ("\u0645\u06cc\N{ZERO WIDTH NON-JOINER}\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\N{ZERO WIDTH NON-JOINER}\u062e\u0648\u0627\u0647\u0645"),
        ("caf\udce9", "caf\N{LATIN SMALL LETTER E WITH ACUTE}"),
    ],
)  # fmt: skip
def test_a_name_is_made_safe(words: str, name: str) -> None:
    assert safe_name(words) == name


@given(st.text())
def test_every_name_is_short_and_stands_for_itself(words: str) -> None:
    name = safe_name(words)
    assert 0 < len(os.fsencode(name)) <= MAX_NAME + len("-book")
    assert not name.startswith((".", "-", " "))
    assert not name.endswith((".", " "))
    assert safe_name(name) == name


@pytest.mark.skipif(os.name == "nt", reason="there every name is Unicode")
def test_a_file_whose_name_is_not_unicode_is_read_and_named_as_well_as_can_be(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    with pytest.raises(SourceError, match=r"caf\\xe9\.txt: there is no such file"):
        load_source(path)
    path.write_text("words")
    (tmp_path / os.fsdecode(b"caf\xe9.fic.toml")).write_text("# none")
    item = load_source(path)
    assert (item.name, item.sidecar_name, item.sidecar) == ("caf\\xe9.txt", "caf\\xe9.fic.toml", "# none")


def test_a_folder_that_was_chosen_takes_the_file_under_its_usual_name(tmp_path: Path) -> None:
    usual = Path("tide-covers.jpg")
    assert chosen_path(None, usual) == usual
    assert chosen_path(tmp_path, usual) == tmp_path / usual
    assert chosen_path(tmp_path / "mine.jpg", usual) == tmp_path / "mine.jpg"
