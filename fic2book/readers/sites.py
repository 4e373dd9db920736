"""Findings that a page's own markup gives: which site made it, and what its parts are called there."""

from __future__ import annotations

from collections.abc import Sequence

from fic2book.model import Block, Finding


def find(blocks: Sequence[Block]) -> tuple[Finding, ...]:
    """Proposals for the blocks of a page, in order."""
    return ()
