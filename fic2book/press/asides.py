"""The count of what was set aside, where a page of its own would hold nothing else: it goes into the colophon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from fic2book.model import Page

COUNT_ALONE: Final = re.compile(
    r'\A<section[^>]*>\s*<h1[^>]*>[^<]*</h1>\s*(?P<count><h2 class="made label"[^>]*>[^<]*</h2>\s*<ul class="set-aside">.*</ul>)\s*</section>\Z',
    re.DOTALL,
)
"""An about page of a book with one story that has neither fields nor notes."""


def gather_asides(pages: Sequence[Page]) -> list[Page]:
    """`pages` without about pages that only count, their counts at the foot of the colophon; as they are where there is no colophon."""
    if not any(page.role == "colophon" for page in pages):
        return list(pages)
    counts = {
        page.name: found["count"] for page in pages if page.role == "about" and (found := COUNT_ALONE.match(page.body))
    }
    kept = [page for page in pages if page.name not in counts]
    return [_with_counts(page, list(counts.values())) if page.role == "colophon" else page for page in kept]


def _with_counts(page: Page, counts: list[str]) -> Page:
    if not counts:
        return page
    return replace(page, body="\n".join((page.body.removesuffix("</section>"), *counts, "</section>")))
