"""The tables of devices and quirks, and the page that documents them."""

from __future__ import annotations

from pathlib import Path

import pytest

from fic2book.devices import DEVICES, QUIRKS, find_device
from fic2book.errors import UsageError

PAGE = Path(__file__).parents[1] / "docs" / "devices.md"


def test_an_unknown_device_names_the_nearest():
    with pytest.raises(UsageError, match="Did you mean “kobo”"):
        find_device("koboo")


@pytest.mark.parametrize("name", DEVICES)
def test_a_device_is_found_by_its_name(name):
    assert find_device(name).name == name
    assert find_device(name).suffix.endswith(".epub")


def test_every_device_and_quirk_is_documented():
    text = PAGE.read_text(encoding="utf-8")
    for name in DEVICES:
        assert f"| `{name}` |" in text
    for quirk in QUIRKS:
        assert f"| `{quirk.code}` | {', '.join(quirk.devices) or 'all'} | {quirk.trouble} |" in text


def test_a_generic_book_minds_every_quirk_and_a_device_only_its_own():
    assert all(quirk.concerns("generic") for quirk in QUIRKS)
    declaration = next(quirk for quirk in QUIRKS if quirk.code == "no-declaration")
    assert declaration.concerns("kindle")
    assert not declaration.concerns("kobo")
