"""A page's body as a whole XHTML file."""

from __future__ import annotations

from fic2book.model import Cover, Page
from fic2book.render.edition import FRONT, Edition, attribute, escape, language_attributes, section

NAMESPACES = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'


def document(page: Page, body: str, language: str) -> bytes:
    """The file of `page`. The declaration is written out, since Kindle takes a file without one for ISO-8859-1."""
    return frame(page.title, body, language, page.epub_type)


def frame(title: str, body: str, language: str, semantics: str) -> bytes:
    """An XHTML document around `body`; an empty title is an error to validators, so it is never empty."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        f"<html {NAMESPACES}{language_attributes(language)}>\n"
        f'<head>\n<meta charset="utf-8"/>\n<title>{escape(" ".join(title.split())) or "–"}</title>\n'
        '<link rel="stylesheet" type="text/css" href="style.css"/>\n</head>\n'
        f'<body epub:type="{semantics}">\n{body}\n</body>\n</html>\n'
    ).encode()


def cover_page(cover: Cover, edition: Edition) -> Page:
    """The page that shows the cover."""
    alternative = attribute(cover.alt or edition.labels["cover"])
    image = f'<img src="images/cover.jpg" alt="{alternative}" role="doc-cover"/>'
    return Page("cover.xhtml", "cover", edition.labels["cover"], section([image], "cover", "cover"), 0, FRONT)
