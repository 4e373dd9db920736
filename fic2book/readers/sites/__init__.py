"""What a page's own markup tells: which site or program made it, what it calls its parts, and the exact metadata it holds.

Each row of SITES looks at the blocks' hints (classes and ids) and answers with findings and metadata, or with None for a page that is
not its own. The first that answers speaks for the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from fic2book.model import Block, Metadata
from fic2book.readers.sites import ao3_download, ao3_page, fanficfare, pages
from fic2book.readers.sites.marks import Reading

Site = Callable[[Sequence[Block], Metadata | None], Reading | None]
"""Blocks, and what the file says of itself outside its text, to a reading."""


def read_site(blocks: Sequence[Block], known: Metadata | None = None) -> Reading:
    """Findings for the blocks of a page, in order, and the metadata that its maker wrote down."""
    for site in SITES.values():
        reading = site(blocks, known)
        if reading is not None:
            return reading
    return Reading()


SITES: Final[dict[str, Site]] = {
    # name, then function
    "ao3-download": ao3_download.read_download,
    "ao3-page": ao3_page.read_page,
    "fanficfare": fanficfare.read_output,
    "saved-page": pages.read_page,
}
