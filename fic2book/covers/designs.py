"""The data of a design: ``covers/<name>.toml``, its lettering, palettes and proportions."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from fic2book.covers.stretches import Lettering
from fic2book.data import data_dir


class Design(NamedTuple):
    """One design's choices. `proportions` are in hundredths of the page's width; what each means is said in the file."""

    name: str
    summary: str
    palettes: tuple[str, ...]
    lettering: dict[str, Lettering]  # title, author, small …
    proportions: dict[str, float]


@cache
def load_design(name: str) -> Design:
    """The design whose data file is ``covers/<name>.toml``."""
    import tomllib

    table: dict[str, Any] = tomllib.loads((data_dir("covers") / f"{name}.toml").read_text(encoding="utf-8"))
    lettering = {key: Lettering(**value) for key, value in table["lettering"].items()}
    return Design(name, table["summary"], tuple(table["palettes"]), lettering, table["proportions"])
