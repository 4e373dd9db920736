"""What a cover is drawn from."""

from __future__ import annotations

from fic2book.records import dataclass


@dataclass(frozen=True, slots=True)
class CoverRequest:
    """Words, colours and perhaps a picture. The same request gives the same bytes."""

    title: str
    authors: tuple[str, ...] = ()
    subtitle: str = ""
    fandom: str = ""
    series: str = ""
    number: str = ""  # place in the series, "2" or "2.5"
    seed: str = ""  # digest of the content: what makes two untitled stories look different
    design: str = "auto"  # a key of DESIGNS, or "auto"
    palette: str = ""  # a palette's name, or "#ground,#text,#accent"; "" lets the fandom choose
    art: bytes = b""  # a picture of the user's, JPEG, PNG or WebP
    language: str = ""  # BCP 47
    editor: str = ""  # printed when there are no authors
