"""Whatever an author writes and a cleaner decides: the pages hold it all, well-formed."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from fic2book.ledger import prove_pages
from fic2book.model import Settings
from fic2book.render import render
from tests.books_by_lot import Author


@pytest.mark.parametrize("seed", range(100))
def test_any_book_becomes_well_formed_pages_with_every_word_and_every_target(seed):
    book = Author(seed).book()
    pages = render(book, Settings())
    prove_pages(book, pages)
    trees: dict[str, Any] = {page.name: etree.fromstring(f'<b xmlns:epub="x">{page.body}</b>') for page in pages}
    assert len(trees) == len(pages)
    identities = [element.get("id") for tree in trees.values() for element in tree.iter() if element.get("id")]
    assert len(identities) == len(set(identities))
    for page in pages:
        for link in trees[page.name].iter("a"):
            file, mark, fragment = link.get("href").partition("#")
            if mark and "://" not in file:
                assert trees[file or page.name].xpath(f"//*[@id='{fragment}']")
